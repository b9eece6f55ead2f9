/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The room of single legs and feeders, for boxes of one booking alone. */
#include "model/problem/part_room.h"

#include <math.h>

#include "base/whole_number.h"
#include "config/tolerances.h"

/** How many boxes of this size keep a limit, as nearly as a plan has to keep it. */
static double fitting(double limit, double each) {
    double kept = limit + LIMIT_CHECKED * fmax(1, limit);
    return each > 0 ? floor(kept / each) : HUGE_VAL;
}

static double room_on_leg(const Problem *problem, const Booking *booking, LegId id) {
    const Leg *leg = &problem->legs[id];
    double room = fmin(fitting(problem_room_teu(leg), booking->teu),
                       fitting(problem_room_tonnes(leg), booking->gross_t));
    if (!booking->stackable) {
        room = fmin(room, fitting(problem_room_flat(leg), booking->teu));
    }
    return fmin(room, problem->kase->cargo[booking->cargo].max_boxes_per_train);
}

static double room_on_feeder(const Problem *problem, FeederRunId run) {
    return run == NONE ? HUGE_VAL
                       : problem->kase->feeders[problem->feeder_runs[run].feeder].boxes_per_day;
}

bool part_fits_leg(const Problem *problem, const Booking *booking, LegId leg) {
    return booking->least_part <= 1 || room_on_leg(problem, booking, leg) >= booking->least_part;
}

bool part_fits_feeder(const Problem *problem, const Booking *booking, FeederRunId run) {
    return booking->least_part <= 1 || room_on_feeder(problem, run) >= booking->least_part;
}

int part_room(const Problem *problem, const Booking *booking, const Ride *rides, int n_rides) {
    double room = booking->boxes;
    for (int i = 0; i < n_rides; i++) {
        room = fmin(room, fmin(room_on_feeder(problem, rides[i].before),
                               room_on_feeder(problem, rides[i].after)));
        for (LegId leg = rides[i].first; leg <= rides[i].last; leg++) {
            room = fmin(room, room_on_leg(problem, booking, leg));
        }
    }
    return whole_number(room);
}

bool part_fits(const Problem *problem, const Booking *booking, const Ride *rides, int n_rides) {
    return booking->least_part <= 1 ||
           part_room(problem, booking, rides, n_rides) >= booking->least_part;
}
