/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The rows that the master adds to those of the formulation: counts of trains, strong links, and
 * shares of bookings. */
#ifndef BANLIE_SOLVER_MASTER_ADDED_ROWS_H
#define BANLIE_SOLVER_MASTER_ADDED_ROWS_H

#include "model/formulation/lp_model.h"
#include "model/problem/problem.h"

/** A set of train candidates whose number is a row of the LP, so that it can be branched on. */
typedef struct {
    RowId row;
    int first; /**< into TrainSets.trains */
    int count;
    int level; /**< of branching, 0 first */
} TrainSet;

typedef struct {
    TrainSet *items; /**< by level */
    int count;
    TrainId *trains;
} TrainSets;

/** Boxes of a booking on a train ≤ boxes booked · y (Gendron, Crainic & Frangioni 1999); where the
 * booking's class keeps apart from others, ≤ boxes booked · "class is on the train". */
typedef struct {
    BookingId booking;
    TrainId train;
    ColumnId column; /**< y, or the class's presence */
    RowId row;
    int next; /**< the booking's link before this one, NONE at the end */
} Link;

typedef struct {
    Link *items;
    int count, room;
    int *newest; /**< per booking or empties, NONE where it has none */
} Links;

/** Boxes of a booking on the trains that use a slot run: a count that the search branches on. A
 * path counts once for each of those trains that it boards. */
typedef struct {
    BookingId booking;
    SlotRunId run;
    RowId row;
    int next; /**< the booking's share before this one, NONE at the end */
} Share;

typedef struct {
    Share *items;
    int count, room;
    int *newest; /**< per booking or empties, NONE where it has none */
} Shares;

#endif
