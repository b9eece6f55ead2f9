/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts searches of a flow's itineraries from its first moves, and keeps what they find. */
#include "solver/pricing/pricing_itineraries.h"

#include <math.h>
#include <string.h>

#include "model/problem/booking.h"
#include "model/problem/feeder_run.h"
#include "model/ways/itinerary.h"
#include "solver/pricing/pricing_search.h"

/** Forgets what was explored. */
static void search_forget(Pricing *pricing) {
    pricing->n_searches++;
}

/** Sets a search up for a flow, to find what exceeds `floor`. */
static void search_start(Pricing *pricing, BookingId id, double floor, Search *search) {
    const Problem *problem = pricing->problem;
    const Booking *booking = &problem->bookings[id];
    int n_stations = problem->kase->n_stations;
    search->booking = booking;
    search->target = &pricing->by.targets[pricing->by.target_of[id]];
    search->group = &pricing->by.groups[search->target->group];
    search->handling = &pricing->by.handlings[search->group->handling];
    search->label = search->target->label;
    search->onward = search->target->onward;
    search->bars_station =
        &problem->cargo_bars_station[(size_t)booking->cargo * (size_t)n_stations];
    search->latest = (double)booking->latest;
    search->worth = pricing_worth(pricing, id);
    search->best = search->worth - floor;
    search->reward = 0;
    for (int i = 0; i < pricing->n_linked; i++) {
        search->reward += fmax(0, -pricing->link[pricing->linked[i]]);
    }
    search_forget(pricing);
}

/** A first move of the flow: a leg, or a feeder's run. */
typedef struct {
    LegId leg;       /**< NONE where a feeder comes first */
    FeederRunId run; /**< likewise */
    double cost;
} Origin;

typedef void (*AtOrigin)(Pricing *pricing, Search *search, Origin origin);

/** Hands a first move out, with the time that is left from there. */
static void set_out(Pricing *pricing, Search *search, AtOrigin at_origin, Origin origin,
                    Minute departs) {
    search->latest = (double)booking_latest(search->booking, departs);
    at_origin(pricing, search, origin);
}

/** Empties may set out on any leg; in a cyclic plan on any of one period. */
static void origins_of_empties(Pricing *pricing, Search *search, AtOrigin at_origin) {
    const Problem *problem = pricing->problem;
    const Horizon *horizon = &problem->kase->horizon;
    for (LegId leg = 0; leg < problem->n_legs && !search->ended; leg++) {
        if (!horizon->cyclic || problem->legs[leg].departs < horizon->end_at) {
            at_origin(pricing, search, (Origin){leg, NONE, search->handling->start[leg]});
        }
    }
}

/** Itineraries of a booking that begin with a feeder. */
static void origins_by_feeder(Pricing *pricing, Search *search, AtOrigin at_origin) {
    const Problem *problem = pricing->problem;
    const Booking *booking = search->booking;
    for (int i = problem->feeders_from_start[booking->from];
         i < problem->feeders_from_start[booking->from + 1]; i++) {
        FeederChoice choice = feeder_choice(problem, problem->feeders_from[i], booking->ready);
        for (FeederRunId run; (run = feeder_choice_next(&choice)) != NONE && !search->ended;) {
            set_out(pricing, search, at_origin,
                    (Origin){NONE, run, search->handling->feed_out[run]},
                    problem->feeder_runs[run].departs);
        }
    }
}

/** Goes through the first moves of the flow, until the search has ended. */
static void search_origins(Pricing *pricing, Search *search, AtOrigin at_origin) {
    const Problem *problem = pricing->problem;
    const Booking *booking = search->booking;
    if (booking->empty) {
        origins_of_empties(pricing, search, at_origin);
        return;
    }
    int end = problem->station_departure_start[booking->from + 1];
    for (int i = itinerary_first_boarding(problem, booking); i < end && !search->ended; i++) {
        LegId leg = problem->station_departures[i];
        Minute departs = problem->legs[leg].departs;
        if (departs > booking->latest) {
            break;
        }
        set_out(pricing, search, at_origin, (Origin){leg, NONE, search->handling->start[leg]},
                departs);
    }
    origins_by_feeder(pricing, search, at_origin);
}

/** Least cost of the itineraries from a first move, by the labels. */
static double least_from(const Search *search, Origin origin) {
    double onward = origin.run == NONE ? search->label[origin.leg] : search->onward[origin.run];
    return origin.cost + onward;
}

static void follow_all(Pricing *pricing, Search *search, Origin origin) {
    if (origin.run == NONE) {
        search_board(pricing, search, NONE, origin.leg, origin.cost);
    } else {
        search_from_run(pricing, search, NONE, origin.run, origin.cost);
    }
}

/** Where the labels are exact they say what the best itinerary costs: the others are not looked at.
 */
static void follow_best(Pricing *pricing, Search *search, Origin origin) {
    double held = search->best, shown = held;
    if (search->alone && pricing->n_linked == 0) {
        shown = fmin(held, least_from(search, origin) + 2 * search->margin);
    }
    search->best = shown;
    follow_all(pricing, search, origin);
    if (search->best == shown && shown < held) { /* rounding hid it */
        search->best = held;
        search_forget(pricing);
        follow_all(pricing, search, origin);
    }
}

/** Finds the best itinerary from a first move; begun anew where the flow was labelled alone
 * meanwhile. */
static void find_best(Pricing *pricing, Search *search, Origin origin) {
    bool alone = search->alone;
    follow_best(pricing, search, origin);
    if (search->alone && !alone && !pricing->stopped) {
        search->ended = false;
        search_forget(pricing);
        follow_best(pricing, search, origin);
    }
}

bool pricing_best(Pricing *pricing, BookingId booking, double floor, PricedItinerary *best) {
    if (pricing->by.target_of[booking] == NONE) {
        return false;
    }
    Search search = {0};
    search_start(pricing, booking, floor, &search);
    search_origins(pricing, &search, find_best);
    *best = (PricedItinerary){search.worth - search.best, pricing->found, search.n_found};
    return search.n_found > 0;
}

/** Keeps what the last first move gave among the good ones, sorted; the search goes on from the
 * worst that is still wanted. */
static void keep_found(Pricing *pricing, Search *search) {
    if (search->n_found == 0) {
        return;
    }
    double value = search->worth - search->best;
    int place = pricing->n_good < search->most ? pricing->n_good++ : pricing->n_good - 1;
    for (; place > 0 && pricing->good[place - 1].worth_less_cost < value; place--) {
        pricing->good[place] = pricing->good[place - 1];
    }
    pricing->good[place].worth_less_cost = value;
    pricing->good[place].n_rides = search->n_found;
    memcpy(pricing->good[place].rides, pricing->found, (size_t)search->n_found * sizeof(Ride));
    search->n_found = 0;
    double wanted = pricing->n_good < search->most
                        ? search->floor
                        : pricing->good[pricing->n_good - 1].worth_less_cost;
    search->best = search->worth - wanted;
    search_forget(pricing);
}

static void find_good(Pricing *pricing, Search *search, Origin origin) {
    find_best(pricing, search, origin);
    keep_found(pricing, search);
}

double pricing_good(Pricing *pricing, BookingId booking, double floor, int most,
                    void (*take)(void *user, const PricedItinerary *itinerary), void *user) {
    if (pricing->by.target_of[booking] == NONE) {
        return floor;
    }
    if (pricing_stopped(pricing)) {
        return fmax(floor, pricing_promise(pricing, booking));
    }
    Search search = {.floor = floor, .most = most < GOOD_MAX ? most : GOOD_MAX};
    search_start(pricing, booking, floor, &search);
    pricing->n_good = 0;
    search_origins(pricing, &search, find_good);
    for (int i = 0; i < pricing->n_good; i++) {
        PricedItinerary itinerary = {pricing->good[i].worth_less_cost, pricing->good[i].rides,
                                     pricing->good[i].n_rides};
        take(user, &itinerary);
    }
    if (search.ended) {
        return fmax(floor, pricing_promise(pricing, booking));
    }
    return (pricing->n_good > 0 ? pricing->good[0].worth_less_cost : floor) + search.margin;
}

bool pricing_all(Pricing *pricing, BookingId booking, double floor,
                 bool (*take)(void *user, const PricedItinerary *itinerary), void *user) {
    if (pricing->by.target_of[booking] == NONE) {
        return true;
    }
    if (pricing_stopped(pricing)) {
        return false;
    }
    Search search = {.take = take, .user = user};
    search_start(pricing, booking, floor, &search);
    search_origins(pricing, &search, follow_all);
    return !search.ended;
}

static void note_promise(Pricing *pricing, Search *search, Origin origin) {
    (void)pricing;
    search->best = fmin(search->best, least_from(search, origin) - search->reward);
}

double pricing_promise(Pricing *pricing, BookingId booking) {
    if (pricing->by.target_of[booking] == NONE) {
        return -HUGE_VAL;
    }
    if (!pricing->labelled) {
        return HUGE_VAL;
    }
    Search search = {0};
    search_start(pricing, booking, -HUGE_VAL, &search);
    search_origins(pricing, &search, note_promise);
    return search.worth - search.best;
}
