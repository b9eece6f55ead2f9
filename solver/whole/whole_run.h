/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  One run of the search for whole numbers, of which searches within it make others: private to
 * this folder. */
#ifndef BANLIE_SOLVER_WHOLE_WHOLE_RUN_H
#define BANLIE_SOLVER_WHOLE_WHOLE_RUN_H

#include "solver/lp/backend.h"

typedef struct {
    const Backend *backend;
    const LpModel *model;
    const IntegerOptions *options;
    int depth; /**< searches around it */
    long *lps; /**< receives how many it solved */
} WholeRun;

/** What runs it. A search carries that with it for the searches within: these are made further down
 * than where it is set up.
 *  @param primal  per column: receives the best solution where there is one
 *  @param bound   receives what is proven on all solutions
 *  @return as IntegerBackend.search */
typedef Outcome WholeRunner(const WholeRun *run, double *primal, double *bound, bool *found);

#endif
