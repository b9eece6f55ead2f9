/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A given itinerary of a box through the net. */
#ifndef BANLIE_VERIFY_PRICES_ITINERARY_WALK_H
#define BANLIE_VERIFY_PRICES_ITINERARY_WALK_H

#include "verify/prices/itinerary_net.h"

/** Costs of a given itinerary; all.all INFINITY where the box may not take it. */
NetCost itinerary_walk(const ItineraryNet *net, const NetBox *box, const PlanMove *moves,
                       int n_moves);

#endif
