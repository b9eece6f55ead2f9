/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Where a part of a booking, docs/model.md (22), has no room even when nothing else travels: plans
 *  can do without such itineraries, and need not look at them. */
#ifndef BANLIE_MODEL_PROBLEM_PART_ROOM_H
#define BANLIE_MODEL_PROBLEM_PART_ROOM_H

#include "model/problem/problem.h"

/** True where the fewest boxes of a part fit a leg. */
bool part_fits_leg(const Problem *problem, const Booking *booking, LegId leg);

/** Likewise a departure of a feeder; NONE: there is none. */
bool part_fits_feeder(const Problem *problem, const Booking *booking, FeederRunId run);

/** At most so many boxes of a booking can go on an itinerary. */
int part_room(const Problem *problem, const Booking *booking, const Ride *rides, int n_rides);

/** True where an itinerary has room for a part; always where parts may be of any size. */
bool part_fits(const Problem *problem, const Booking *booking, const Ride *rides, int n_rides);

#endif
