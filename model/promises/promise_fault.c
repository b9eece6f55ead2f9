/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a box may still take the itinerary that an earlier plan promised it: every rule for
 * itineraries, one after another. Only commitment.c asks; searches keep the rules by themselves. */
#include "model/promises/promise_fault.h"

#include "config/finding_codes.h"
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
static int boarding_fault(const Problem *problem, const Booking *booking, FeederRunId run,
                          const Leg *first) {
    StationId at = feeder_of(problem, run)->to;
    if (at != first->from) {
        return REASON_FEEDER_LEADS_AWAY;
    }
    if (bars(problem, booking, at)) {
        return REASON_CLASS_AT_STATION;
    }
    return first->departs < feeder_boarding(problem, run) ? REASON_FEEDER_LATE : FAULT_NONE;
}

static int start_fault(const Problem *problem, const Booking *booking, const Ride *ride) {
    const Leg *first = &problem->legs[ride->first];
    StationId from = ride->before == NONE ? first->from : feeder_of(problem, ride->before)->from;
    if (from != booking->from) {
        return REASON_STARTS_ELSEWHERE;
    }
    if (ride->before != NONE) {
        return may_take(problem, ride->before, booking->ready)
                   ? boarding_fault(problem, booking, ride->before, first)
                   : REASON_LATE_FOR_FEEDER;
    }
    int64_t cutoff = problem->kase->stations[from].load_cutoff_min;
    return first->departs < booking->ready + cutoff ? REASON_LATE_FOR_TRAIN : FAULT_NONE;
}

static int ride_fault(const Problem *problem, const Booking *booking, const Ride *ride) {
    for (LegId leg = ride->first; leg <= ride->last; leg++) {
        if (problem->cargo_bars_leg[booking->cargo * problem->n_legs + leg]) {
            return REASON_CLASS_ON_SLOT;
        }
        if (bars(problem, booking, problem->legs[leg].to)) {
            return REASON_CLASS_AT_STATION;
        }
    }
    return FAULT_NONE;
}

static int change_fault(const Problem *problem, const Booking *booking, const Ride *ride,
                        const Ride *next) {
    const Leg *last = &problem->legs[ride->last], *first = &problem->legs[next->first];
    const Station *station = &problem->kase->stations[last->to];
    if (problem_same_train(problem, ride->last, next->first)) {
        return REASON_SAME_TRAIN;
    }
    if (next->before != NONE) {
        bool there = feeder_of(problem, next->before)->from == last->to;
        return there && may_take(problem, next->before, feeder_ready(problem, ride->last))
                   ? boarding_fault(problem, booking, next->before, first)
                   : REASON_FEEDER_OUT_OF_REACH;
    }
    if (last->to != first->from || !station->has_transfer) {
        return REASON_NO_TRANSFER;
    }
    int64_t wait = first->departs - last->arrives;
    return wait < station->transfer.min_min || wait > station->transfer.max_min
               ? REASON_TRANSFER_WINDOW
               : FAULT_NONE;
}

static int end_fault(const Problem *problem, const Booking *booking, const Ride *ride) {
    const Leg *last = &problem->legs[ride->last];
    StationId to = ride->after == NONE ? last->to : feeder_of(problem, ride->after)->to;
    if (to != booking->to) {
        return REASON_GOES_ELSEWHERE;
    }
    if (ride->after != NONE &&
        (feeder_of(problem, ride->after)->from != last->to ||
         !may_take(problem, ride->after, feeder_ready(problem, ride->last)))) {
        return REASON_FEEDER_OUT_OF_REACH;
    }
    return booking_delivered(problem, ride) > booking->latest ? REASON_DELIVERED_LATE : FAULT_NONE;
}

static int transit_fault(const Problem *problem, const Booking *booking, const Ride *first,
                         const Ride *last) {
    Minute latest = booking_latest(booking, booking_departure(problem, first));
    return booking_delivered(problem, last) > latest ? REASON_TRANSIT_LONG : FAULT_NONE;
}

int promise_fault(const Problem *problem, BookingId id, const Ride *rides, int n_rides) {
    const Booking *booking = &problem->bookings[id];
    if (booking->barred) {
        return REASON_CLASS_FORBIDS;
    }
    int fault = start_fault(problem, booking, &rides[0]);
    for (int i = 0; i < n_rides && fault == FAULT_NONE; i++) {
        fault = ride_fault(problem, booking, &rides[i]);
        if (fault == FAULT_NONE && i + 1 < n_rides) {
            fault = change_fault(problem, booking, &rides[i], &rides[i + 1]);
        }
    }
    fault = fault != FAULT_NONE ? fault : end_fault(problem, booking, &rides[n_rides - 1]);
    return fault != FAULT_NONE ? fault
                               : transit_fault(problem, booking, &rides[0], &rides[n_rides - 1]);
}
