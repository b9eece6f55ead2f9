/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The forms that the CSV files of a plan may have: whoever reads a plan reads all of them. */
#ifndef BANLIE_CONFIG_PLAN_FOLDER_TABLE_FORM_H
#define BANLIE_CONFIG_PLAN_FOLDER_TABLE_FORM_H

#include <stdbool.h>

typedef enum {
    STYLE_PLAIN,    /**< commas; instants as `2026-12-10T06:00+08:00` */
    STYLE_EXCEL,    /**< instants as `2026-12-10 06:00`, their offsets in a column after them */
    STYLE_SEMICOLON /**< the same with semicolons and a decimal comma */
} TableStyle;

typedef struct {
    TableStyle style;
    bool bom;     /**< begins with a byte order mark */
    bool chinese; /**< headings are Chinese; codes stay as they are */
} TableForm;

/** The style of this name (`plain`, `excel`, `semicolon`); false where it is none. */
bool table_style_named(const char *name, TableStyle *style) __attribute__((warn_unused_result));

/** Between the cells of a row. */
char table_form_separator(const TableForm *form);

/** True where an instant takes two columns. */
bool table_form_splits(const TableForm *form);

#endif
