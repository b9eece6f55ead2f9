/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Column generation: solve, price, strengthen, until nothing is left to add. A valid upper bound
 * comes with every round. */
#ifndef BANLIE_SOLVER_MASTER_MASTER_SOLVE_H
#define BANLIE_SOLVER_MASTER_MASTER_SOLVE_H

#include "solver/master/ground.h"

typedef struct {
    double value; /**< of the LP over the known columns */
    double bound; /**< valid for the LP over all columns, whatever the outcome; INFINITY where no
                     round of pricing has proven less */
    double last_bound; /**< of the last round, to which master_reduced_costs() belong; `bound` is
                          the least of all rounds */
} MasterResult;

/** Solves to optimality over all itineraries.
 *  @param cutoff     stop as soon as the bound is at or below it; −INFINITY: never
 *  @param tolerance  stop when bound − value ≤ tolerance · max(1, |value|)
 *  @param result     written whatever the outcome
 *  @return OUTCOME_DONE: to the tolerance; OUTCOME_CUT_OFF, OUTCOME_INFEASIBLE, OUTCOME_STOPPED by
 * the clock; or a failure */
Outcome master_solve(Master *master, double cutoff, double tolerance, MasterResult *result)
    __attribute__((warn_unused_result));

/** The same from a basis of another LP like this one, which may be far from optimal: where the
 * cutoff is reached on the way, that is enough. */
Outcome master_solve_from_afar(Master *master, double cutoff, double tolerance,
                               MasterResult *result) __attribute__((warn_unused_result));

/** Solves as far as some rounds of pricing lead: to what first plans are looked for on.
 *  @param finished  receives whether that was to the end
 *  @return as master_solve() */
Outcome master_solve_briefly(Master *master, int rounds, MasterResult *result, bool *finished)
    __attribute__((warn_unused_result));

/** A bound by the prices at hand and the labels of one pricing, without a search and whatever the
 * clock says: for a run that is stopped before it has another. */
double master_promised_bound(Master *master);

#endif
