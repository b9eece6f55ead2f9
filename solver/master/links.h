/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Strong linking rows, added as they are violated. */
#ifndef BANLIE_SOLVER_MASTER_LINKS_H
#define BANLIE_SOLVER_MASTER_LINKS_H

#include "solver/master/ground.h"

/** Adds every linking row that the last solution violates.
 *  @param added  receives how many */
Outcome links_add_violated(Master *master, int *added) __attribute__((warn_unused_result));

/** Adds the linking row of a booking on a train, unless it is there.
 *  @param row  receives it */
Outcome links_add(Master *master, BookingId booking, TrainId train, RowId *row)
    __attribute__((warn_unused_result));

/** What has to be there for a booking's boxes to ride a train: the train, or the class on it. */
ColumnId links_column(const Ground *ground, BookingId booking, TrainId train);

#endif
