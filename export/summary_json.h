/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  summary.json: what the plan says of itself as a whole. */
#ifndef BANLIE_EXPORT_SUMMARY_JSON_H
#define BANLIE_EXPORT_SUMMARY_JSON_H

#include "base/out_file.h"
#include "export/view/plan_view.h"

/** What only the running program knows of a run; no part of what is the same from run to run. */
typedef struct {
    const char *version; /**< of the program */
    double seconds;
    int64_t peak_memory_bytes;
} RunInfo;

/** The document, indented, with a newline at its end.
 *  @return to be freed with free(), NULL where memory ran out or a text is not UTF-8 */
char *summary_json_text(const PlanView *view, const RunInfo *run)
    __attribute__((warn_unused_result));

/** Whether the file is the summary of a plan, of this or another version.
 *  @return false where it is something else, errno is 0; where it cannot be read errno says why */
bool summary_json_is_ours(const char *path);

#endif
