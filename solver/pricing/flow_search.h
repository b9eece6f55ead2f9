/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  One search of a flow's itineraries, as it stands: private to the files of pricing that go on
 * with it.
 */
#ifndef BANLIE_SOLVER_PRICING_FLOW_SEARCH_H
#define BANLIE_SOLVER_PRICING_FLOW_SEARCH_H

#include "solver/pricing/priced_itinerary.h"
#include "solver/pricing/pricing_state.h"

/** A search of one flow's itineraries. */
typedef struct {
    const Booking *booking;
    const Group *group;
    const Handling *handling;
    const Target *target;
    const bool *bars_station;
    const double *label;  /**< per leg: the target's, or the flow's own */
    const double *onward; /**< per feeder run, likewise */
    bool alone;           /**< the labels are the flow's own */
    long work;            /**< legs looked at so far */
    double latest;        /**< delivery, for the first move that is followed */
    double best;          /**< least cost found; an itinerary has to stay below it */
    double margin;        /**< and by so much: what rounding may make of some that cost the same */
    int n_rides;          /**< of the itinerary being followed */
    int n_found;          /**< rides of the best itinerary, 0 where none */
    bool (*take)(void *user, const PricedItinerary *itinerary);
    void *user;
    double worth;
    double reward; /**< more than any itinerary can earn by negative linking prices, where the
                      labels leave them out */
    double floor;  /**< for pricing_good(): what is wanted at all, and how many */
    int most;
    Settled settled; /**< by the itinerary being followed */
    long n_taken;    /**< itineraries handed to `take` */
    bool ended;
} Search;

#endif
