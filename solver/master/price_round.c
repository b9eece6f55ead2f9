/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pricing by the master's duals: links, shares and promised itineraries beside the labels. */
#include "solver/master/price_round.h"

#include <math.h>

#include "model/problem/part_room.h"
#include "solver/master/columns.h"
#include "solver/master/master_state.h"
#include "solver/master/shares.h"
#include "solver/pricing/pricing_itineraries.h"
#include "solver/tolerances.h"

/** What a box's promise is measured by: what it earns; for empties what boxes earn at most; where
 * something else than money is maximised, a box's usual part in that. */
static double box_scale_of(const Master *master, BookingId flow, bool farkas) {
    const Problem *problem = master->ground.problem;
    double worth = 0;
    if (farkas) {
        return 1;
    }
    if (master->ground.formulation->aim_row != NONE) {
        return master->ground.formulation->box_scale;
    }
    if (!problem->bookings[flow].empty) {
        return 1 + fabs(formulation_box_worth(&problem->bookings[flow]));
    }
    for (BookingId id = 0; id < problem->n_bookings; id++) {
        worth = fmax(worth, fabs(formulation_box_worth(&problem->bookings[id])));
    }
    return 1 + worth;
}

void master_price_booking(Master *master, BookingId booking) {
    for (int link = master->links.newest[booking]; link != NONE;
         link = master->links.items[link].next) {
        double price = master->dual[master->links.items[link].row];
        if (price > 0) {
            pricing_link(master->pricing, master->links.items[link].train, price);
        }
    }
    master_price_shares(master, booking);
}

/** Columns a round may bring altogether: many bookings bring one each, a few bring several, so that
 * rounds are few. */
enum { ROUND_COLUMNS = 2000 };

/** Where the itineraries of a booking go. */
typedef struct {
    Master *master;
    BookingId booking;
    PriceRound *round;
} Taker;

static void take_itinerary(void *user, const PricedItinerary *itinerary) {
    Taker *taker = user;
    PathPlace place;
    if (master_add_path(taker->master, taker->booking, itinerary->rides, itinerary->n_rides,
                        &place)) {
        taker->round->added += place.added;
    } else {
        taker->round->no_memory = true;
    }
}

/** What an active path would change the objective by, per box, the prices of the booking's links
 * and shares included. */
static double reduced_cost(const Master *master, PathId id, const CargoColumn *column,
                           bool farkas) {
    BookingId booking = master->paths.items[id].booking;
    double reduced = cargo_column_reduced(column, master->dual) - (farkas ? column->objective : 0);
    for (int link = master->links.newest[booking]; link != NONE;
         link = master->links.items[link].next) {
        if (paths_uses(&master->paths, master->ground.problem, id,
                       master->links.items[link].train)) {
            reduced -= fmax(0, master->dual[master->links.items[link].row]);
        }
    }
    for (int share = master->shares.newest[booking]; share != NONE;
         share = master->shares.items[share].next) {
        reduced -= paths_count_run(&master->paths, master->ground.problem, id,
                                   master->shares.items[share].run) *
                   master->dual[master->shares.items[share].row];
    }
    return reduced;
}

static bool path_closed(const Master *master, PathId id) {
    const Ride *rides = paths_rides(&master->paths, id);
    const Path *path = &master->paths.items[id];
    if (master->keeps_parts &&
        !part_fits(master->ground.problem, &master->ground.problem->bookings[path->booking], rides,
                   path->n_rides)) {
        return true;
    }
    for (int i = 0; i < master->paths.items[id].n_rides; i++) {
        if (master->train_upper[master->ground.problem->legs[rides[i].first].train] < 0.5) {
            return true;
        }
    }
    return false;
}

/** Itineraries that an earlier plan promised earn more than the labels know: the price of their
 * rows. They are in the pool, but may be parked.
 *  @return the best reduced cost among them, 0 where none is above */
static double price_promises(Master *master, BookingId id, bool farkas, double least,
                             PriceRound *round) {
    const Problem *problem = master->ground.problem;
    DemandId demand = problem->bookings[id].demand;
    double best = 0;
    if (problem->promise_start == NULL || demand == NONE) {
        return 0;
    }
    for (int i = problem->promise_start[demand]; i < problem->promise_start[demand + 1]; i++) {
        const ItineraryPromise *promise = &problem->itinerary_promises[problem->promises[i]];
        const Ride *rides = &problem->promise_rides[promise->first_ride];
        PathPlace place;
        if (promise->n_rides == 0) {
            continue;
        }
        bool known = paths_add(&master->paths, id, rides, promise->n_rides, &place);
        if (!known || !ground_path_column(&master->ground, place.id, &master->scratch)) {
            round->no_memory = true;
            return best;
        }
        double reduced = reduced_cost(master, place.id, &master->scratch, farkas);
        if (reduced > least && !path_closed(master, place.id)) {
            best = fmax(best, reduced);
            round->no_memory |= !master_add_path(master, id, rides, promise->n_rides, &place);
            round->added += place.added;
        }
    }
    return best;
}

/** Trains fixed not to run carry nothing: no column needs to be made for them. */
static void close_trains(Master *master) {
    for (TrainId id = 0; id < master->ground.problem->n_trains; id++) {
        pricing_close_train(master->pricing, id, master->train_upper[id] < 0.5);
    }
}

PriceRound price_round(Master *master, bool farkas) {
    const Problem *problem = master->ground.problem;
    PriceRound round = {0};
    int most = 1 + ROUND_COLUMNS / (problem->n_flows + 1);
    close_trains(master);
    pricing_set_prices(master->pricing, master->dual, farkas);
    for (BookingId id = 0; id < problem->n_flows; id++) {
        const Booking *booking = &problem->bookings[id];
        double own = booking->empty ? 0 : master->dual[master->ground.formulation->demand_row[id]];
        double least = own + PRICE_PROMISED * box_scale_of(master, id, farkas);
        Taker taker = {master, id, &round};
        master_price_booking(master, id);
        double best = pricing_good(master->pricing, id, least, most, take_itinerary, &taker);
        pricing_unlink(master->pricing);
        best = fmax(best, own + price_promises(master, id, farkas, least - own, &round));
        round.gain += booking->boxes * (best - own);
    }
    round.stopped = pricing_stopped(master->pricing);
    master->rounds++;
    if (master->on_round != NULL) {
        master->on_round(master->user);
    }
    return round;
}

PriceRound price_round_promised(Master *master) {
    PriceRound round = {0};
    close_trains(master);
    pricing_watch(master->pricing, NULL);
    pricing_set_prices(master->pricing, master->dual, false);
    pricing_watch(master->pricing, master->ground.clock);
    for (BookingId id = 0; id < master->ground.problem->n_flows; id++) {
        const Booking *booking = &master->ground.problem->bookings[id];
        double own = booking->empty ? 0 : master->dual[master->ground.formulation->demand_row[id]];
        master_price_booking(master, id);
        double best = fmax(own, pricing_promise(master->pricing, id));
        pricing_unlink(master->pricing);
        best = fmax(best, own + price_promises(master, id, false, 0, &round));
        round.gain += booking->boxes * (best - own);
    }
    return round;
}
