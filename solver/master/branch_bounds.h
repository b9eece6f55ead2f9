/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Bounds of what the search branches on: trains, counts of them, boxes of bookings. */
#ifndef BANLIE_SOLVER_MASTER_BRANCH_BOUNDS_H
#define BANLIE_SOLVER_MASTER_BRANCH_BOUNDS_H

#include "solver/master/ground.h"

/** Finds the slot runs that fixed trains hold for themselves, and the candidates that want them. */
void master_find_held_runs(Master *master);

/** True where the trains that run in every plan leave no room on the slot run, one that is its own
 * base. */
bool master_run_held(const Master *master, SlotRunId run);

/** The bounds of y at the root of the search. */
void master_root_bounds(const Master *master, TrainId train, double *lower, double *upper);

void master_bound_train(Master *master, TrainId train, double lower, double upper);

/** Bounds how many trains of a set run. */
void master_bound_set(Master *master, int set, double lower, double upper);

/** Bounds the boxes carried of a booking. */
void master_bound_booking(Master *master, BookingId booking, double lower, double upper);

/** Bounds the boxes of a share. */
void master_bound_share(Master *master, int share, double lower, double upper);

#endif
