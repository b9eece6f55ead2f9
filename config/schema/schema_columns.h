/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Columns of CSV files, as the reference pages list them. */
#ifndef BANLIE_CONFIG_SCHEMA_SCHEMA_COLUMNS_H
#define BANLIE_CONFIG_SCHEMA_SCHEMA_COLUMNS_H

#include <stdio.h>

#include "config/plan_folder/plan_columns.h"

/** Writes them as a table in Markdown, and what their words mean in tables of their own. */
void schema_write_columns(FILE *out, const PlanColumn *columns, int count);

#endif
