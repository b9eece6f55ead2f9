/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Duals of a solved master as a plan states them. */
#ifndef BANLIE_SOLVER_SETTLED_DUALS_H
#define BANLIE_SOLVER_SETTLED_DUALS_H

#include "solver/master/ground.h"

/** What prices are read from. */
typedef struct {
    Master *master;
    const Problem *problem;
    const Formulation *formulation;
    double *dual;      /**< per row of the formulation: the master's, settled */
    double *of_demand; /**< per BookingId: of its row, which follows from all others */
    const bool *runs;  /**< per TrainId; NULL: of the relaxation */
} PriceReading;

/** Fills `dual` from the master: no noise, no sign that a row does not allow. Rows of trains alone
 * have none where these are fixed; those of leases and of bookings follow from the others. */
void settle_duals(PriceReading *reading);

/** One box more that may be leased is worth what it is on its dearest day beyond its price; once
 * the prices of stock are settled. */
void settle_leases(PriceReading *reading);

/** A price that is whole millionths but for what the solver's arithmetic makes of them. */
double price_without_noise(double dual);

#endif
