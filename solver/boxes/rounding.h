/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Whole boxes on chosen trains, kept as counts a path: rounding down and filling up. */
#ifndef BANLIE_SOLVER_BOXES_ROUNDING_H
#define BANLIE_SOLVER_BOXES_ROUNDING_H

#include "solver/plans/whole_plan.h"

/** Working set of one rounding. */
typedef struct {
    const Ground *ground;
    Master *master;
    bool *runs;      /**< per train, as in the master's last solution */
    int *boxes;      /**< per path: the whole plan under work */
    double *reduced; /**< per path: reduced cost under the master's last duals, or more */
    PathId *order;   /**< paths, best reduced cost first */
    WholePlan whole; /**< for what the plan is worth; its rows and stock while boxes are placed */
    CargoColumn column; /**< scratch */
    int *left;          /**< per booking or empties: boxes not yet placed */
    int *parts;         /**< likewise: itineraries in use */
} Rounding;

/** Takes the trains of the master's last solution, which must be whole.
 *  To be cleared whatever the outcome. */
Outcome rounding_init(Rounding *rounding, Master *master) __attribute__((warn_unused_result));
void rounding_clear(Rounding *rounding);

/** Fills the trains up: whole boxes of `boxes` first (as far as they fit), then whatever fits, best
 * reduced cost first.
 *  @param wanted  per path: boxes to place first; may be fractional, rounded down
 *  @return false where memory is out */
bool rounding_fill(Rounding *rounding, const double *wanted) __attribute__((warn_unused_result));

/** Objective of the plan under work.
 *  @return OUTCOME_INFEASIBLE where it violates a row */
Outcome rounding_objective(Rounding *rounding, double *objective)
    __attribute__((warn_unused_result));

/** Offers the plan under work to the incumbent, where it keeps every row. */
Outcome rounding_offer(Rounding *rounding, Incumbent *incumbent)
    __attribute__((warn_unused_result));

/** True where a path rides only running trains. */
bool rounding_path_runs(const Rounding *rounding, PathId path);

#endif
