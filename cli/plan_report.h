/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What `banlie plan` prints of a run: the result on stdout, all else on stderr. */
#ifndef BANLIE_CLI_PLAN_REPORT_H
#define BANLIE_CLI_PLAN_REPORT_H

#include "cli/exit_codes.h"
#include "cli/plan_options.h"
#include "study/run/plan_run.h"

/** The findings of the case. Quiet keeps back warnings alone. */
void plan_report_findings(const PlanOptions *options, const PlanRun *run);

/** What cut the plan short that is about to be written; nothing where quiet. */
void plan_report_cut_short(const PlanOptions *options, const PlanRun *run);

/** How the run ended, with what came of it.
 *  @return what the program's exit status says of it */
ExitCode plan_report_end(const PlanOptions *options, const PlanRun *run);

#endif
