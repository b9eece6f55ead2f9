/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The graph labelled for the flow of a search: private to pricing. */
#ifndef BANLIE_SOLVER_PRICING_PRICING_ALONE_H
#define BANLIE_SOLVER_PRICING_PRICING_ALONE_H

#include "solver/pricing/flow_search.h"
#include "solver/pricing/pricing.h"

/** Labels the graph for the flow alone: with its own due date and weight, and what its linking
 * prices may earn. Without linking prices such labels are exact, and lead straight to the best
 * itinerary; those of the target may lead through very many itineraries that are late. */
void search_alone(Pricing *pricing, Search *search);

#endif
