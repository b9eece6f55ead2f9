/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The columns of itineraries: added as they are found, parked where they are not wanted, taken
 * back. */
#ifndef BANLIE_SOLVER_MASTER_COLUMNS_H
#define BANLIE_SOLVER_MASTER_COLUMNS_H

#include "solver/master/ground.h"

/** From here on no boxes go where a part of their booking, docs/model.md (22), has no room. */
void master_keep_parts(Master *master);

/** Adds an itinerary to the pool; it becomes a column at the next solve. A parked one is taken back
 * into the LP.
 *  @param place  receives where it stands, as added where it was not in the LP already; may be NULL
 *  @return false where memory is out */
bool master_add_path(Master *master, BookingId booking, const Ride *rides, int n_rides,
                     PathPlace *place) __attribute__((warn_unused_result));

/** Makes columns of the paths that are not yet. */
Outcome master_load_paths(Master *master) __attribute__((warn_unused_result));

/** Parks the columns with the worst reduced costs where there are many more than rows: they cost
 * time in every iteration, and pricing takes back those that are wanted again. To be called after a
 * solve.
 *  @return false where memory is out */
bool master_park(Master *master) __attribute__((warn_unused_result));

/** Starts from a basis kept before. The paths that were in the LP then are in it again, the others
 * are parked: so the basis is dual feasible but for the bounds that changed, and the dual simplex
 * needs few steps; pricing brings back what is wanted. */
void master_set_basis(Master *master, const Basis *basis);

/** The present basis, to be cleared with basis_clear(); false where memory is out. */
bool master_get_basis(const Master *master, Basis *basis) __attribute__((warn_unused_result));

#endif
