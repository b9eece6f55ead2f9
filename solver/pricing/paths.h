/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Paths: itineraries that are kept, each once, by number in order of generation. The master's
 * paths are columns of its LP. */
#ifndef BANLIE_SOLVER_PRICING_PATHS_H
#define BANLIE_SOLVER_PRICING_PATHS_H

#include "model/problem/problem.h"

typedef int PathId; /**< index in Paths.items */

typedef struct {
    BookingId booking;
    int first_ride; /**< into Paths.rides */
    int n_rides;
    PathId next; /**< the booking's path before this one, NONE at the end */
} Path;

typedef struct {
    Path *items;
    int count, room;
    Ride *rides;
    int n_rides, room_rides;
    PathId *newest; /**< per booking or empties, NONE where it has none */
    PathId *table;  /**< open addressing, NONE where free */
    int table_size; /**< a power of two */
} Paths;

bool paths_init(Paths *paths, int n_flows) __attribute__((warn_unused_result));
void paths_clear(Paths *paths);

/** An itinerary's place in the pool. */
typedef struct {
    PathId id;
    bool added; /**< it was not there before */
} PathPlace;

/** Adds an itinerary unless it is there already.
 *  @param place  receives where it stands; may be NULL
 *  @return false where memory is out */
bool paths_add(Paths *paths, BookingId booking, const Ride *rides, int n_rides, PathPlace *place)
    __attribute__((warn_unused_result));

/** The path of an itinerary, NONE where it is not there. */
PathId paths_find(const Paths *paths, BookingId booking, const Ride *rides, int n_rides);

static inline const Ride *paths_rides(const Paths *paths, PathId id) {
    return &paths->rides[paths->items[id].first_ride];
}

/** The train of one of a path's rides, NONE where an earlier ride of the path boarded it already.
 */
TrainId paths_boards(const Paths *paths, const Problem *problem, PathId id, int ride);

/** True where the path rides this train. */
bool paths_uses(const Paths *paths, const Problem *problem, PathId id, TrainId train);

/** True where the train runs on this run of a slot. */
bool train_uses_run(const Problem *problem, TrainId train, SlotRunId run);

/** How many of the trains using the run a path boards. */
int paths_count_run(const Paths *paths, const Problem *problem, PathId id, SlotRunId run);

#endif
