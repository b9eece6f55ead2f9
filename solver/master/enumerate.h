/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Every itinerary that a better plan could use: those that the last prices do not rule out.
 *
 *  A plan with a box on an itinerary of reduced cost r < 0 is worth no more than the bound of those
 *  prices plus r. What is left is often few enough to search over at once. */
#ifndef BANLIE_SOLVER_MASTER_ENUMERATE_H
#define BANLIE_SOLVER_MASTER_ENUMERATE_H

#include "solver/master/ground.h"

/** Adds to a pool the itineraries of all bookings and empties with reduced costs of −slack or more
 * under the prices of the last solve.
 *  @param runs   per train: only on trains that run; NULL: on those that may
 *  @param slack  what a plan may lose against MasterResult.last_bound, to which the prices belong
 *  @param most   paths in the pool at most
 *  @param pool   may be the master's own
 *  @return OUTCOME_STOPPED where there are more than that: some are missing then */
Outcome enumerate_paths(Master *master, const bool *runs, double slack, int most, Paths *pool)
    __attribute__((warn_unused_result));

#endif
