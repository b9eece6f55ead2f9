/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Shadow prices from the duals of a solved master. */
#ifndef BANLIE_SOLVER_SHADOW_PRICES_H
#define BANLIE_SOLVER_SHADOW_PRICES_H

#include "solver/master/ground.h"
#include "solver/plan.h"

/** Reads the prices, but for those of slot runs, off the duals of the master's last solution, which
 * must be neither tightened nor linked. Its pricing has these prices afterwards.
 *  @param runs  per TrainId: trains that the itineraries of floor prices may ride; NULL: all that
 * the solution runs in part
 *  @return OUTCOME_DONE, OUTCOME_STOPPED by the master's clock, OUTCOME_NO_MEMORY; what was filled
 * is the caller's to free */
Outcome shadow_prices_read(Master *master, const bool *runs, Prices *prices)
    __attribute__((warn_unused_result));

/** Prices of slot runs off the duals of the master's last solution: of the relaxation, where all
 * trains are open.
 *  @return per SlotRunId, to be freed with free(); NULL where memory is out */
double *shadow_prices_of_runs(const Master *master) __attribute__((warn_unused_result));

/** Marks the prices as missing, but for those of slot runs; what was read before is freed.
 *  @return false where memory is out */
bool shadow_prices_none(const Problem *problem, Prices *prices) __attribute__((warn_unused_result));

#endif
