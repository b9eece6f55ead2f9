/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Bookings as the model sees them: one per demand entry and tier. */
#ifndef BANLIE_MODEL_PROBLEM_BOOKING_H
#define BANLIE_MODEL_PROBLEM_BOOKING_H

#include "model/problem/problem.h"

/** Sets Problem.bookings: those of the case, then the empties. Needs the bars of the cargo classes
 * (cargo_bars_build). */
void bookings_build(Problem *problem);

/** Instant at which a box that leaves its last train at the end of this leg, and takes no feeder
 * then, is delivered. */
static inline Minute booking_delivery(const Problem *problem, LegId last) {
    const Leg *leg = &problem->legs[last];
    return leg->arrives + problem->kase->stations[leg->to].unload_release_min;
}

/** Instant at which a box is delivered whose last ride this is. */
static inline Minute booking_delivered(const Problem *problem, const Ride *last) {
    return last->after == NONE ? booking_delivery(problem, last->last)
                               : problem->feeder_runs[last->after].arrives;
}

/** True where not every number of boxes may go on every number of itineraries. */
static inline bool booking_has_parts(const Booking *booking) {
    return booking->least_part > 1 || booking->most_parts < booking->boxes;
}

/** Instant by which a box has to be delivered that departs first at `departs`. */
static inline Minute booking_latest(const Booking *booking, Minute departs) {
    if (booking->max_transit_min == INT64_MAX) {
        return booking->latest;
    }
    Minute in_time = departs + booking->max_transit_min;
    return in_time < booking->latest ? in_time : booking->latest;
}

/** Instant at which an itinerary departs that begins with this ride. */
static inline Minute booking_departure(const Problem *problem, const Ride *first) {
    return first->before == NONE ? problem->legs[first->first].departs
                                 : problem->feeder_runs[first->before].departs;
}

/** What lateness costs a box that is delivered at `delivered`, currency. */
static inline double booking_late_cost(const Booking *booking, Minute delivered) {
    Minute late = delivered - booking->due;
    return late > 0 ? (double)late * booking->late_cost_per_min : 0;
}

/** What riding a leg costs a box, currency. */
static inline double leg_cost_per_box(const Leg *leg, const Booking *booking) {
    return booking->teu * (booking->empty ? leg->cost_per_empty_teu : leg->cost_per_teu);
}

#endif
