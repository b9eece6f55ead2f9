/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What prices prove: a bound on the margin of every plan with the same trains, by weak duality. It
 *  holds whatever the prices are, and is the value of the LP with those trains where they are its
 *  duals. docs/model.md says where it comes from, docs/reference/meaning.md says
 *  it in a planner's words; the verifier computes it again from the plan's files. */
#ifndef BANLIE_SOLVER_PRICE_PROOF_H
#define BANLIE_SOLVER_PRICE_PROOF_H

#include "model/formulation/move.h"

typedef struct {
    const Formulation *formulation;
    const double *price; /**< per row of the formulation, sign as of its dual; 0: has none. Those
                            of bookings follow from the others: 0 */
    const bool *runs;    /**< per TrainId */
    CargoColumn column;  /**< scratch, to be freed */
    bool failed;         /**< memory ran out */
} PriceProof;

/** The part of all limits and rules, of the trains themselves, and of boxes left behind. To be
 * asked for while the trains that do not run are not closed yet. */
double price_proof_of_limits(PriceProof *proof);

/** What one box more of a booking (or a tier) would earn beyond costs and prices, the price of its
 * row: 0 or more where it need not travel. Itineraries that an earlier plan promised are looked at
 * here.
 *  @param surplus  of the best itinerary by the labels, per box; -INFINITY where there is none */
double price_proof_of_booking(PriceProof *proof, BookingId id, double surplus);

#endif
