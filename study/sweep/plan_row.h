/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  From a run of planning to its row. */
#ifndef BANLIE_STUDY_SWEEP_PLAN_ROW_H
#define BANLIE_STUDY_SWEEP_PLAN_ROW_H

#include <stdbool.h>

#include "study/run/plan_run.h"
#include "study/sweep/sweep_row.h"

/** Says what came of a run that has ended. Figures are not rounded, but for those that summary.json
 * states of how good the plan is.
 *  @param reason  what `row->reason` points to, in English, to be freed with g_free() after the row
 *  @return false where the run went wrong in a way that is no row of its own: a crash, to be told
 * by its outcome */
bool plan_row_fill(const PlanRun *run, SweepRow *row, char **reason)
    __attribute__((warn_unused_result));

#endif
