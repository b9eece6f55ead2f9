/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a box may take a given itinerary: every rule that the itineraries of a booking keep, one
 * after another. */
#include "model/ways/itinerary_fault.h"

#include "model/problem/booking.h"
#include "model/problem/feeder_run.h"

static bool bars(const Problem *problem, const Booking *booking, StationId station) {
    return problem->cargo_bars_station[booking->cargo * problem->kase->n_stations + station];
}

/** True where a box that is ready for the feeder at this instant may take this run. */
static bool may_take(const Problem *problem, FeederRunId run, Minute ready) {
    FeederChoice choice = feeder_choice(problem, problem->feeder_runs[run].feeder, ready);
    for (FeederRunId next; (next = feeder_choice_next(&choice)) != NONE;) {
        if (next == run) {
            return true;
        }
    }
    return false;
}

static const Feeder *feeder_of(const Problem *problem, FeederRunId run) {
    return &problem->kase->feeders[problem->feeder_runs[run].feeder];
}

/** From a feeder to the train. */
static const char *boarding_fault(const Problem *problem, const Booking *booking, FeederRunId run,
                                  const Leg *first) {
    StationId at = feeder_of(problem, run)->to;
    if (at != first->from) {
        return "its feeder does not lead to its train";
    }
    if (bars(problem, booking, at)) {
        return "its class avoids a station on the way";
    }
    return first->departs < feeder_boarding(problem, run)
               ? "its feeder arrives too late for the train's cutoff"
               : NULL;
}

static const char *start_fault(const Problem *problem, const Booking *booking, const Ride *ride) {
    const Leg *first = &problem->legs[ride->first];
    StationId from = ride->before == NONE ? first->from : feeder_of(problem, ride->before)->from;
    if (from != booking->from) {
        return "the booking starts elsewhere now";
    }
    if (ride->before != NONE) {
        return may_take(problem, ride->before, booking->ready)
                   ? boarding_fault(problem, booking, ride->before, first)
                   : "the booking is not ready for its feeder";
    }
    int64_t cutoff = problem->kase->stations[from].load_cutoff_min;
    return first->departs < booking->ready + cutoff ? "the booking is ready too late for its train"
                                                    : NULL;
}

static const char *ride_fault(const Problem *problem, const Booking *booking, const Ride *ride) {
    for (LegId leg = ride->first; leg <= ride->last; leg++) {
        if (problem->cargo_bars_leg[booking->cargo * problem->n_legs + leg]) {
            return "its class avoids a slot on the way";
        }
        if (bars(problem, booking, problem->legs[leg].to)) {
            return "its class avoids a station on the way";
        }
    }
    return NULL;
}

static const char *change_fault(const Problem *problem, const Booking *booking, const Ride *ride,
                                const Ride *next) {
    const Leg *last = &problem->legs[ride->last], *first = &problem->legs[next->first];
    const Station *station = &problem->kase->stations[last->to];
    if (problem_same_train(problem, ride->last, next->first)) {
        return "it would board the train that it left";
    }
    if (next->before != NONE) {
        bool there = feeder_of(problem, next->before)->from == last->to;
        return there && may_take(problem, next->before, feeder_ready(problem, ride->last))
                   ? boarding_fault(problem, booking, next->before, first)
                   : "its feeder cannot be reached from its train";
    }
    if (last->to != first->from || !station->has_transfer) {
        return "boxes cannot change trains there any more";
    }
    int64_t wait = first->departs - last->arrives;
    return wait < station->transfer.min_min || wait > station->transfer.max_min
               ? "the time to change trains is outside the station's transfer window"
               : NULL;
}

static const char *end_fault(const Problem *problem, const Booking *booking, const Ride *ride) {
    const Leg *last = &problem->legs[ride->last];
    StationId to = ride->after == NONE ? last->to : feeder_of(problem, ride->after)->to;
    if (to != booking->to) {
        return "the booking goes elsewhere now";
    }
    if (ride->after != NONE &&
        (feeder_of(problem, ride->after)->from != last->to ||
         !may_take(problem, ride->after, feeder_ready(problem, ride->last)))) {
        return "its feeder cannot be reached from its train";
    }
    return booking_delivered(problem, ride) > booking->latest
               ? "it would be delivered after due and late.max"
               : NULL;
}

const char *itinerary_fault(const Problem *problem, BookingId id, const Ride *rides, int n_rides) {
    const Booking *booking = &problem->bookings[id];
    if (booking->barred) {
        return "its class forbids its container, its origin or its destination";
    }
    const char *fault = start_fault(problem, booking, &rides[0]);
    for (int i = 0; i < n_rides && fault == NULL; i++) {
        fault = ride_fault(problem, booking, &rides[i]);
        if (fault == NULL && i + 1 < n_rides) {
            fault = change_fault(problem, booking, &rides[i], &rides[i + 1]);
        }
    }
    return fault != NULL ? fault : end_fault(problem, booking, &rides[n_rides - 1]);
}
