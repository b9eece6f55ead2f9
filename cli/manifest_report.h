/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A train's manifest on the screen, and as CSV. */
#ifndef BANLIE_CLI_MANIFEST_REPORT_H
#define BANLIE_CLI_MANIFEST_REPORT_H

#include <stdio.h>

#include "config/plan_folder/table_form.h"
#include "export/words/texts.h"
#include "study/show/manifest.h"

/** A heading, a row for every booking's boxes, then what they come to; to be freed with g_free().
 */
char *manifest_screen(const Manifest *manifest, const char *train, Lang lang)
    __attribute__((warn_unused_result));

/** The same rows as CSV, in the columns of manifest_columns. */
void manifest_csv(const Manifest *manifest, const TableForm *form, FILE *out);

#endif
