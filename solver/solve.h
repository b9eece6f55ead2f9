/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  From a problem to a plan: relaxation, search tree, whole boxes. */
#ifndef BANLIE_SOLVER_SOLVE_H
#define BANLIE_SOLVER_SOLVE_H

#include <signal.h>

#include "solver/lp/backend.h"
#include "solver/plan.h"

/** How far a solve has come; handed to SolveOptions.progress now and then. */
typedef struct {
    const char *phase; /**< "relaxation", "dive", "search", "whole boxes" */
    long rounds;
    long columns;
    long nodes;
    double bound;     /**< NAN where none yet */
    double objective; /**< of the best plan, NAN where none yet */
    double seconds;
} Progress;

typedef struct {
    double gap; /**< stop at (bound − objective)/max(1, |objective|) <= gap */
    double time_limit_s;
    bool relax;                                             /**< LP only */
    const Backend *backend;                                 /**< NULL: the default */
    void (*progress)(const Progress *progress, void *user); /**< may be NULL */
    void *user;
    const volatile sig_atomic_t
        *stop; /**< set non-zero by a signal handler: hand out the best plan so far; may be NULL */
} SolveOptions;

/** Plans a problem.
 *  @param plan  receives the plan on OUTCOME_DONE, to be freed with plan_free(); NULL otherwise
 *  @return OUTCOME_DONE with a plan, also where something cut the search short (Plan.ended);
 * OUTCOME_INFEASIBLE where it is proven that there is none; OUTCOME_STOPPED where the clock, the
 * user or a limit of the search came before any; or a failure */
Outcome solve(const Problem *problem, const SolveOptions *options, Plan **plan)
    __attribute__((warn_unused_result));

#endif
