/** @file
 *  All files of a plan, into one folder. */
#ifndef BANLIE_EXPORT_PLAN_FOLDER_H
#define BANLIE_EXPORT_PLAN_FOLDER_H

#include "export/summary_json.h"

typedef enum { PLAN_FOLDER_OK, PLAN_FOLDER_UNWRITABLE, PLAN_FOLDER_NO_MEMORY } PlanFolderStatus;

/** Writes the files into an existing folder that has none of them. A relaxation gets summary.json
 * and the tables of prices alone.
 *  @param bom    begin CSV files with a byte order mark
 *  @param error  one line on failure, `error_size` bytes */
PlanFolderStatus plan_folder_write(const PlanView *view, const RunInfo *run, bool bom,
                                   const char *dir, char *error, size_t error_size)
    __attribute__((warn_unused_result));

#endif
