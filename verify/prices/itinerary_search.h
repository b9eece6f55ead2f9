/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The cheapest way of a box through the net. */
#ifndef BANLIE_VERIFY_PRICES_ITINERARY_SEARCH_H
#define BANLIE_VERIFY_PRICES_ITINERARY_SEARCH_H

#include "verify/prices/itinerary_net.h"

/** The cheapest way of a box, all.all INFINITY where it has none; of ways as cheap as the best one
 *  whose direct cost is `direct`, if there is one within tolerance.
 *  @param direct  looked for; NAN: any will do
 *  @return its costs; of some best way where none has that direct cost */
WayCost way_search(const WayNet *net, const WayBox *box, double direct);

/** True where a booking has any way at all. */
bool way_exists(const WayNet *net, const Demand *demand);

#endif
