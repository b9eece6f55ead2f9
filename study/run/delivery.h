/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  From a plan to what the planner gets: the folder, verified and put in place in one step, and the
 *  screen. */
#ifndef BANLIE_STUDY_RUN_DELIVERY_H
#define BANLIE_STUDY_RUN_DELIVERY_H

#include "cli/exit_codes.h"
#include "cli/plan_options.h"
#include "solver/plan.h"

/** Looks, before any planning, whether the plan's folder could be written where it is wanted.
 *  @return EXIT_DONE, or EXIT_IO, said on stderr */
ExitCode delivery_check(const PlanOptions *options) __attribute__((warn_unused_result));

/** Writes the plan's folder, verifies it, puts it in place and prints the summary.
 *  @param begun_us  when the run began, as g_get_monotonic_time() counts
 *  @return EXIT_DONE; EXIT_IO, EXIT_UNVERIFIED or EXIT_INTERNAL (memory ran out), said on stderr,
 *          the place left as it was; after EXIT_IO the plan is elsewhere, where that could be */
ExitCode delivery_run(const PlanOptions *options, const Problem *problem, const Plan *plan,
                      int64_t begun_us) __attribute__((warn_unused_result));

#endif
