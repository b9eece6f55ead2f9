/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Whole boxes on trains that are chosen: rounding down and filling up, then a restricted integer
 * master. */
#ifndef BANLIE_SOLVER_BOXES_ROUND_BOXES_H
#define BANLIE_SOLVER_BOXES_ROUND_BOXES_H

#include "solver/master/master_solve.h"
#include "solver/plans/incumbent.h"

/** How hard to try. */
typedef struct {
    Gap gap;        /**< of the whole search */
    int node_limit; /**< of the integer master's own search */
    bool exact; /**< generate every itinerary that a better plan could use, so that the bound covers
                   whole boxes */
} RoundOptions;

/** Looks for the best whole boxes on the trains of the master's last solution, which must all be
 * whole, and offers them.
 *  @param result  of the master's last solve
 *  @param bound   receives an upper bound on all plans with exactly these trains, whatever the
 * outcome
 *  @return OUTCOME_DONE also where no whole boxes were found; or a failure */
Outcome round_boxes(Master *master, const MasterResult *result, const RoundOptions *options,
                    Incumbent *incumbent, double *bound) __attribute__((warn_unused_result));

/** Rounds the master's last solution down and fills up, for a run that is stopped before its trains
 * are whole: trains nearer to running run. What keeps the rows is offered. */
Outcome round_boxes_quickly(Master *master, Incumbent *incumbent)
    __attribute__((warn_unused_result));

#endif
