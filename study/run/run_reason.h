/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Why a run of planning came to no plan, in one line. */
#ifndef BANLIE_STUDY_RUN_RUN_REASON_H
#define BANLIE_STUDY_RUN_RUN_REASON_H

#include "export/words/texts.h"
#include "study/run/plan_run.h"

/** The rules that clash; of a case in error the first finding and how many more there are; of a
 * plan that does not verify the first fault; else what the outcome means.
 *  @param run  that has ended without a plan
 *  @return to be freed with g_free() */
char *run_reason(Lang lang, const PlanRun *run)
    __attribute__((warn_unused_result, returns_nonnull));

#endif
