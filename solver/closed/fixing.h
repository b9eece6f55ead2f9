/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Bounds of columns that follow from their reduced costs: what a solution better than the cutoff
 * cannot take. */
#ifndef BANLIE_SOLVER_CLOSED_FIXING_H
#define BANLIE_SOLVER_CLOSED_FIXING_H

#include "solver/closed/closed_lp.h"

/** Tightens the present bounds of whole columns by the last prices: of solutions that keep the
 * present bounds and exceed the cutoff none is lost.
 *  @return how many changed */
int fix_by_prices(ClosedLp *lp, double cutoff);

/** Likewise, of all solutions: at the root, where the present bounds are the model's. */
int fix_for_good(ClosedLp *lp, double cutoff);

#endif
