/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Tables of any form as those of the plain one, so that whoever reads them knows one form alone.
 */
#ifndef BANLIE_CONFIG_PLAN_FOLDER_PLAIN_TABLE_H
#define BANLIE_CONFIG_PLAN_FOLDER_PLAIN_TABLE_H

#include <glib.h>

#include "base/csv.h"
#include "config/plan_folder/plan_files.h"

/** Brings a table to the plain form: one column an instant, decimal points, English headings.
 * Columns that the file of a plan has not stay as they are.
 *  @param texts  takes the texts that are not in the file as such */
void plain_table_make(CsvTable *csv, const PlanFile *file, GStringChunk *texts);

#endif
