/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  How the boxes of a booking go in a plan of rules that give way. */
#ifndef BANLIE_SOLVER_CONFLICT_BOX_WAYS_H
#define BANLIE_SOLVER_CONFLICT_BOX_WAYS_H

#include "solver/conflict/elastic.h"

/** Its itineraries, each tier by itself. */
typedef struct {
    int64_t longest; /**< minutes from departure to delivery */
    int fewest;      /**< boxes on an itinerary that has not all of its tier; 0: there is none */
    int parts;       /**< itineraries of a tier at most */
} BoxWays;

/** Of the elastic plan, which has to be found. */
BoxWays box_ways_of(const Elastic *elastic, DemandId demand);

/** The boxes that a part has where it has `all`: those of the largest tier. */
int box_ways_all(const Demand *demand);

#endif
