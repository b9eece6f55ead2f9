/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The best itineraries of a booking, or of empties, under the prices at hand. */
#ifndef BANLIE_SOLVER_PRICING_PRICING_ITINERARIES_H
#define BANLIE_SOLVER_PRICING_PRICING_ITINERARIES_H

#include "solver/pricing/priced_itinerary.h"
#include "solver/pricing/pricing.h"

/** The best itinerary of a booking among those whose worth_less_cost exceeds `floor`.
 *  @return false where there is none */
bool pricing_best(Pricing *pricing, BookingId booking, double floor, PricedItinerary *best);

/** The best itinerary of a booking from each of its first departures, where worth_less_cost exceeds
 * `floor`: the best `most` of them, handed to `take` best first.
 *  @return the worth_less_cost of the best, or up to ITINERARY_ROUNDING of what a box is worth
 * more; `floor` where there is none; pricing_promise(), where that is more, once the clock has run
 * out */
double pricing_good(Pricing *pricing, BookingId booking, double floor, int most,
                    void (*take)(void *user, const PricedItinerary *itinerary), void *user);

/** Every itinerary of a booking whose worth_less_cost exceeds `floor`, handed to `take` one by one.
 *  @return false where `take` returned false, or the clock ran out: the search was ended */
bool pricing_all(Pricing *pricing, BookingId booking, double floor,
                 bool (*take)(void *user, const PricedItinerary *itinerary), void *user);

/** At least the worth_less_cost of every itinerary of a booking, by the labels alone, without a
 * search; −∞ where nothing can carry it, +∞ where the clock ran out before the graph was labelled.
 */
double pricing_promise(Pricing *pricing, BookingId booking);

#endif
