/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What to branch on: the first level of counts, docs/model.md (20), that is fractional, then
 * single trains; then boxes, by (9) and (21). */
#ifndef BANLIE_SOLVER_SEARCH_BRANCHING_H
#define BANLIE_SOLVER_SEARCH_BRANCHING_H

#include "solver/master/ground.h"

typedef enum { BRANCH_NONE, BRANCH_TRAIN, BRANCH_SET, BRANCH_BOOKING, BRANCH_SHARE } BranchKind;

/** One bound that a node adds. */
typedef struct {
    BranchKind kind;
    int index; /**< TrainId, set, BookingId (then the bounds are of its boxes carried) or share */
    double lower, upper;
} Branch;

/** Chooses a fractional count or train of the last solution.
 *  @return false where all trains are whole */
bool branching_choose(const Master *master, Branch *down, Branch *up);

/** Chooses a booking of which a fractional number of boxes is carried.
 *
 *  Where many choices of trains are alike, each would have to be refuted on its own; the boxes of a
 * booking count the same on all.
 *  @param whole  how near to a whole number counts as whole
 *  @return false where all are whole */
bool branching_choose_booking(const Master *master, double whole, Branch *down, Branch *up);

/** Chooses a booking of which a fractional number of boxes rides the trains of a slot run; the
 * share's row is made. Trains that are alike up to a later slot share the runs before it.
 *  @param whole  likewise
 *  @param found  receives false where all are whole, or no more rows can be made */
Outcome branching_choose_share(Master *master, double whole, Branch *down, Branch *up, bool *found)
    __attribute__((warn_unused_result));

/** The trains whose bounds still leave a choice, the one with the greatest reduced cost (of the
 * last bound) first.
 *  @param order  room for all trains
 *  @param count  receives how many
 *  @return false where memory is out */
bool branching_free_trains(const Master *master, TrainId *order, int *count)
    __attribute__((warn_unused_result));

#endif
