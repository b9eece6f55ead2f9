/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Knows the forms that the CSV files of a plan may have. */
#include "config/plan_folder/table_form.h"

#include <glib.h>
#include <string.h>

static const char *const STYLES[] = {
    [STYLE_PLAIN] = "plain", [STYLE_EXCEL] = "excel", [STYLE_SEMICOLON] = "semicolon"};

bool table_style_named(const char *name, TableStyle *style) {
    for (size_t i = 0; i < G_N_ELEMENTS(STYLES); i++) {
        if (strcmp(STYLES[i], name) == 0) {
            *style = (TableStyle)i;
            return true;
        }
    }
    return false;
}

char table_form_separator(const TableForm *form) {
    return form->style == STYLE_SEMICOLON ? ';' : ',';
}

bool table_form_splits(const TableForm *form) {
    return form->style != STYLE_PLAIN;
}
