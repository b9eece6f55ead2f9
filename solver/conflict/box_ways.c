/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts the itineraries of a booking, and the boxes on them. */
#include "solver/conflict/box_ways.h"

#include "model/problem/booking.h"

/** Counts the itineraries of one tier. */
static void count_ways(const Elastic *elastic, BookingId id, BoxWays *ways) {
    const Problem *problem = elastic->ruled->problem;
    int parts = 0;
    for (int i = 0; i < elastic->plan.n_allocations; i++) {
        const Allocation *allocation = &elastic->plan.allocations[i];
        const Ride *first = &elastic->plan.rides[allocation->first_ride];
        if (allocation->booking != id) {
            continue;
        }
        int64_t takes = booking_delivered(problem, first + allocation->n_rides - 1) -
                        booking_departure(problem, first);
        bool fewer = allocation->boxes < problem->bookings[id].boxes &&
                     (ways->fewest == 0 || allocation->boxes < ways->fewest);
        ways->longest = takes > ways->longest ? takes : ways->longest;
        ways->fewest = fewer ? allocation->boxes : ways->fewest;
        parts++;
    }
    ways->parts = parts > ways->parts ? parts : ways->parts;
}

BoxWays box_ways_of(const Elastic *elastic, DemandId demand) {
    const Problem *problem = elastic->ruled->problem;
    BoxWays ways = {0, 0, 0};
    for (BookingId id = 0; id < problem->n_bookings; id++) {
        if (problem->bookings[id].demand == demand) {
            count_ways(elastic, id, &ways);
        }
    }
    return ways;
}

int box_ways_all(const Demand *demand) {
    int most = 0;
    for (int i = 0; i < demand->n_tiers; i++) {
        most = demand->tiers[i].boxes > most ? demand->tiers[i].boxes : most;
    }
    return most;
}
