/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The cheapest itinerary of a box through the net. */
#ifndef BANLIE_VERIFY_PRICES_ITINERARY_SEARCH_H
#define BANLIE_VERIFY_PRICES_ITINERARY_SEARCH_H

#include "verify/prices/itinerary_net.h"

/** The cheapest itinerary of a box, all.all INFINITY where it has none; of those as cheap as the
 * best one whose direct cost is `direct`, if there is one within tolerance.
 *  @param direct  looked for; NAN: any will do
 *  @return its costs; of some best itinerary where none has that direct cost */
NetCost itinerary_search(const ItineraryNet *net, const NetBox *box, double direct);

/** True where a booking has any itinerary at all. */
bool itinerary_search_any(const ItineraryNet *net, const Demand *demand);

#endif
