/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Dual ascent: prices before the first master (docs/decisions/0007). */
#ifndef BANLIE_SOLVER_PRICING_ASCENT_H
#define BANLIE_SOLVER_PRICING_ASCENT_H

#include "base/clock.h"
#include "model/formulation/formulation.h"
#include "solver/pricing/paths.h"

typedef struct {
    double *price; /**< per row of the formulation: the best prices found, >= 0 */
    Paths paths;   /**< itineraries that are nearly best at these prices */
} Ascent;

/** True where ascent pays: many bookings, and trains that mostly run anyway (it does not choose
 * trains well). */
bool ascent_worthwhile(const Problem *problem);

/** Runs the ascent.
 *  @return false where memory is out; to be cleared in either case */
bool ascent_run(const Formulation *formulation, const Clock *clock, Ascent *ascent)
    __attribute__((warn_unused_result));
void ascent_clear(Ascent *ascent);

#endif
