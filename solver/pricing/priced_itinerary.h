/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  An itinerary that pricing found. */
#ifndef BANLIE_SOLVER_PRICING_PRICED_ITINERARY_H
#define BANLIE_SOLVER_PRICING_PRICED_ITINERARY_H

#include "model/problem/problem.h"

/** The rides belong to the Pricing and last until the next search. */
typedef struct {
    double worth_less_cost; /**< per box: worth − direct costs − prices of legs and lifts; the
                               demand row's price is not taken off */
    const Ride *rides;
    int n_rides;
} PricedItinerary;

#endif
