/** @file
 *  Bookings as the model sees them: one per demand entry and tier. */
#ifndef BANLIE_MODEL_BOOKING_H
#define BANLIE_MODEL_BOOKING_H

#include "model/problem.h"

/** Sets Problem.bookings. Needs the bars of the cargo classes (leg_graph_build). */
void bookings_build(Problem *problem);

/** Instant at which a box that leaves its last train at `arrives` is delivered. */
static inline Minute booking_delivery(const Problem *problem, const Booking *booking,
                                      Minute arrives) {
    return arrives + problem->kase->stations[booking->to].unload_release_min;
}

/** What lateness costs a box that leaves its last train at `arrives`, currency. */
static inline double booking_late_cost(const Problem *problem, const Booking *booking,
                                       Minute arrives) {
    Minute late = booking_delivery(problem, booking, arrives) - booking->due;
    return late > 0 ? (double)late * booking->late_cost_per_min : 0;
}

#endif
