/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The master LP: the formulation's rows over the itineraries generated so far, solved by column
 * generation.
 *
 *  Its rows are those of the formulation, then one for each branching set (a count of trains), then
 * strong linking rows as they are violated. Its columns are those of the formulation, then
 * artificial ones (for rows that need cargo to hold), then the itineraries. A valid upper bound
 * comes with every round. */
#ifndef BANLIE_SOLVER_MASTER_MASTER_H
#define BANLIE_SOLVER_MASTER_MASTER_H

#include "solver/master/ground.h"

/** A master of the fixed trains, every row of the formulation and no itinerary but those that an
 * earlier plan promised.
 *  @param price  per row of the formulation, where known before: rows with a price are not held
 * back; NULL where not
 *  @param master  receives it, NULL on failure */
Outcome master_new(const Formulation *formulation, const Backend *backend, const Clock *clock,
                   const double *price, Master **master) __attribute__((warn_unused_result));

void master_free(Master *master);

/** Has every round of pricing reported.
 *  @param on_round  called after each; NULL: nothing is */
void master_watch(Master *master, void (*on_round)(void *user), void *user);

/** From here on a solve adds the linking rows that its solution violates. */
void master_strengthen(Master *master);

#endif
