/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Listing all itineraries within the slack, booking by booking. */
#include "solver/master/enumerate.h"

#include "solver/master/master_state.h"
#include "solver/master/price_round.h"
#include "solver/pricing/pricing_itineraries.h"

/** Where the itineraries of a booking go. */
typedef struct {
    Paths *pool;
    BookingId booking;
    int most;
    bool no_memory;
} Collection;

static bool collect(void *user, const PricedItinerary *itinerary) {
    Collection *collection = user;
    collection->no_memory = !paths_add(collection->pool, collection->booking, itinerary->rides,
                                       itinerary->n_rides, NULL);
    return !collection->no_memory && collection->pool->count <= collection->most;
}

/** Adds the itineraries that an earlier plan promised, whatever their price: their rows' is not in
 * the labels. */
static bool collect_promises(const Problem *problem, Collection *collection) {
    DemandId demand = problem->bookings[collection->booking].demand;
    if (problem->promise_start == NULL || demand == NONE) {
        return true;
    }
    for (int i = problem->promise_start[demand]; i < problem->promise_start[demand + 1]; i++) {
        const ItineraryPromise *promise = &problem->itinerary_promises[problem->promises[i]];
        const Ride *rides = &problem->promise_rides[promise->first_ride];
        PricedItinerary itinerary = {.rides = rides, .n_rides = promise->n_rides};
        if (promise->n_rides > 0 && !collect(collection, &itinerary)) {
            return false;
        }
    }
    return true;
}

static bool collect_booking(Master *master, double slack, Collection *collection) {
    BookingId id = collection->booking;
    bool empty = master->ground.problem->bookings[id].empty;
    double own = empty ? 0 : master->dual[master->ground.formulation->demand_row[id]];
    master_price_booking(master, id);
    bool ok = pricing_all(master->pricing, id, own - slack, collect, collection);
    pricing_unlink(master->pricing);
    return ok && collect_promises(master->ground.problem, collection);
}

Outcome enumerate_paths(Master *master, const bool *runs, double slack, int most, Paths *pool) {
    Collection collection = {.pool = pool, .most = most};
    for (TrainId id = 0; id < master->ground.problem->n_trains; id++) {
        bool closed = runs != NULL ? !runs[id] : master->train_upper[id] < 0.5;
        pricing_close_train(master->pricing, id, closed);
    }
    pricing_set_prices(master->pricing, master->dual, false);
    for (BookingId id = 0; id < master->ground.problem->n_flows; id++) {
        collection.booking = id;
        if (!collect_booking(master, slack, &collection)) {
            return collection.no_memory ? OUTCOME_NO_MEMORY : OUTCOME_STOPPED;
        }
    }
    return OUTCOME_DONE;
}
