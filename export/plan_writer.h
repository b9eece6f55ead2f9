/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  All files of a plan, into one folder. */
#ifndef BANLIE_EXPORT_PLAN_WRITER_H
#define BANLIE_EXPORT_PLAN_WRITER_H

#include "base/folder_content.h"
#include "base/outcome.h"
#include "config/plan_folder/table_form.h"
#include "export/summary_json.h"

/** Plan folders: the names of all files that this version or an earlier one writes, and how its
 * summary.json is known. */
extern const FolderKind PLAN_FOLDER;
/** The same, spoken of in Chinese. */
extern const FolderKind PLAN_FOLDER_CHINESE;

/** Writes the files into an existing folder that has none of them. A relaxation gets summary.json
 * and the tables of prices alone.
 *  @param form   of the CSV files
 *  @param error  one line on failure, `error_size` bytes
 *  @return OUTCOME_DONE, OUTCOME_UNWRITABLE or OUTCOME_NO_MEMORY */
Outcome plan_folder_write(const PlanView *view, const RunInfo *run, const TableForm *form,
                          const char *dir, char *error, size_t error_size)
    __attribute__((warn_unused_result));

#endif
