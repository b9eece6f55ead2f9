/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an itinerary of a booking costs, and whether the booking has any. */
#include "model/ways/itinerary.h"

#include "model/problem/booking.h"
#include "model/problem/equipment.h"
#include "model/problem/feeder_run.h"
#include "model/problem/leg_graph.h"

/** Cost of putting a box of the flow on a train, or taking it off, at a station. */
static double itinerary_handling_cost(const Problem *problem, const Booking *booking,
                                      StationId station, bool load) {
    const Station *at = &problem->kase->stations[station];
    if (booking->empty) {
        return equipment_at(problem->kase, booking->equipment, station).empty_handling_cost;
    }
    return load ? at->load_cost_per_box : at->unload_cost_per_box;
}

/** What it costs to get onto the train of a ride. */
static double itinerary_boarding_cost(const Problem *problem, const Booking *booking,
                                      const Ride *ride, bool first) {
    StationId station = problem->legs[ride->first].from;
    if (first || ride->before != NONE) {
        return feeder_cost(problem, ride->before) +
               itinerary_handling_cost(problem, booking, station, true);
    }
    return problem->kase->stations[station].transfer_cost_per_box;
}

double itinerary_cost(const Problem *problem, BookingId flow, const Ride *rides, int n_rides) {
    const Booking *booking = &problem->bookings[flow];
    const Ride *last = &rides[n_rides - 1];
    double cost = feeder_cost(problem, last->after);
    for (int i = 0; i < n_rides; i++) {
        cost += itinerary_boarding_cost(problem, booking, &rides[i], i == 0);
        for (LegId leg = rides[i].first; leg <= rides[i].last; leg++) {
            cost += leg_cost_per_box(&problem->legs[leg], booking);
        }
        if (i + 1 == n_rides || rides[i + 1].before != NONE) {
            cost +=
                itinerary_handling_cost(problem, booking, problem->legs[rides[i].last].to, false);
        }
    }
    return cost +
           (booking->empty ? 0 : booking_late_cost(booking, booking_delivered(problem, last)));
}

int itinerary_first_boarding(const Problem *problem, const Booking *booking) {
    int64_t cutoff = problem->kase->stations[booking->from].load_cutoff_min;
    return leg_graph_first_departure(problem, booking->from, booking->ready + cutoff);
}

static bool feeder_leads_there(const Problem *problem, const Booking *booking,
                               const double *onward) {
    for (int i = problem->feeders_from_start[booking->from];
         i < problem->feeders_from_start[booking->from + 1]; i++) {
        FeederChoice choice = feeder_choice(problem, problem->feeders_from[i], booking->ready);
        for (FeederRunId run; (run = feeder_choice_next(&choice)) != NONE;) {
            if (onward[run] <= (double)booking_latest(booking, problem->feeder_runs[run].departs)) {
                return true;
            }
        }
    }
    return false;
}

bool itinerary_exists(const Problem *problem, BookingId id, const double *delivery,
                      const double *onward) {
    const Booking *booking = &problem->bookings[id];
    if (booking->barred) {
        return false;
    }
    int end = problem->station_departure_start[booking->from + 1];
    for (int i = itinerary_first_boarding(problem, booking); i < end; i++) {
        LegId leg = problem->station_departures[i];
        if (delivery[leg] <= (double)booking_latest(booking, problem->legs[leg].departs)) {
            return true;
        }
    }
    return feeder_leads_there(problem, booking, onward);
}
