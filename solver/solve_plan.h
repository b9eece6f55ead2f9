/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  From a problem to a plan: every goal pursued, and the plan that comes of it priced. */
#ifndef BANLIE_SOLVER_SOLVE_PLAN_H
#define BANLIE_SOLVER_SOLVE_PLAN_H

#include "solver/plan.h"
#include "solver/solve_options.h"

/** Plans a problem.
 *  @param plan  receives the plan on OUTCOME_DONE, to be freed with plan_free(); NULL otherwise
 *  @return OUTCOME_DONE with a plan, also where something cut the search short (Plan.ended);
 * OUTCOME_INFEASIBLE where it is proven that there is none; OUTCOME_STOPPED where the clock, the
 * user or a limit of the search came before any; or a failure */
Outcome solve_plan(const Problem *problem, const SolveOptions *options, Plan **plan)
    __attribute__((warn_unused_result));

#endif
