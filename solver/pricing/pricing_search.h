/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Follows the itineraries of a flow, move by move: private to pricing. */
#ifndef BANLIE_SOLVER_PRICING_PRICING_SEARCH_H
#define BANLIE_SOLVER_PRICING_PRICING_SEARCH_H

#include "solver/pricing/flow_search.h"
#include "solver/pricing/pricing.h"

/** Boards a leg after `cost` so far, where that can still win, and follows every itinerary from
 * there; `before` is the feeder that led to it, NONE. */
void search_board(Pricing *pricing, Search *search, FeederRunId before, LegId leg, double cost);

/** Boards any train after a feeder run but that of leg `from` (NONE at the origin). `cost` is that
 * up to the run's arrival. */
void search_from_run(Pricing *pricing, Search *search, LegId from, FeederRunId run, double cost);

#endif
