/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  One small interface to searches for whole numbers: beside that to LP solvers, since a solver may
 * have the one without the other. */
#ifndef BANLIE_SOLVER_LP_INTEGER_BACKEND_H
#define BANLIE_SOLVER_LP_INTEGER_BACKEND_H

#include <signal.h>

#include "base/outcome.h"
#include "model/formulation/lp_model.h"

/** How far a search goes. */
typedef struct {
    double relative_gap;
    int node_limit;      /**< repeatable, unlike a time limit */
    double time_limit_s; /**< of the whole run: what it cuts short is not repeatable */
    const volatile sig_atomic_t
        *stop; /**< set non-zero by a signal handler: end soon; may be NULL */
    /** A solution to start from, per column, or NULL: what is found is no worse. A backend that
     * cannot start from it (GLPK) leaves it aside. */
    const double *start;
    /** Solutions whose objective is not above this are of no interest; -HUGE_VAL: all are. What is
     * proven is then no less than this; nothing above it: OUTCOME_CUT_OFF. */
    double cutoff;
} IntegerOptions;

typedef struct {
    const char *name;
    const char *(*version)(void);
    /** Solves a model with the columns flagged `integer` whole. Its constant is left out.
     *  @param primal  per column: receives the best solution, where there is one
     *  @param bound   receives a valid upper bound on the objective
     *  @param found   receives whether a solution was found
     *  @return OUTCOME_DONE (to the gap), OUTCOME_INFEASIBLE, OUTCOME_STOPPED, or a failure */
    Outcome (*search)(const LpModel *model, const IntegerOptions *options, double *primal,
                      double *bound, bool *found);
} IntegerBackend;

#endif
