/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  One round of pricing: the best new itineraries of all bookings and empties at the present duals.
 */
#ifndef BANLIE_SOLVER_MASTER_PRICE_ROUND_H
#define BANLIE_SOLVER_MASTER_PRICE_ROUND_H

#include "solver/master/ground.h"

/** What a round found. */
typedef struct {
    int added;
    double
        gain; /**< Σ boxes · reduced cost: what the bound may lie above the LP over known columns */
    bool no_memory;
    bool stopped; /**< by the clock: not all was found, but the gain holds */
} PriceRound;

/** Adds to the pool what would help.
 *  @param farkas  looking for feasibility: the objective counts nothing */
PriceRound price_round(Master *master, bool farkas);

/** What a round could gain at most, by the labels of one pricing: nothing is searched, and the
 * clock is not looked at. */
PriceRound price_round_promised(Master *master);

/** Hands the prices of a booking's linking rows and shares to the pricing. */
void master_price_booking(Master *master, BookingId booking);

#endif
