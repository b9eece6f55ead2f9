/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Columns that are held at their lower bound in the LP, so that the solver passes them over. The
 * bound that prices prove counts them at all their bounds allow, so that it holds; those that it
 * shows to be wanted come back. */
#ifndef BANLIE_SOLVER_CLOSED_CLOSED_PARK_H
#define BANLIE_SOLVER_CLOSED_CLOSED_PARK_H

#include "solver/closed/closed_state.h"

/** Parks the columns with the worst reduced costs where there are many more than rows. To be called
 * after a solve.
 *  @return false where memory is out */
bool closed_park(ClosedLp *lp) __attribute__((warn_unused_result));

/** Holds the parked columns in an LP that was made anew. */
void closed_park_again(ClosedLp *lp);

/** Takes back the parked columns that a basis to start from does not have at their lower bound. */
void closed_park_by(ClosedLp *lp, const Basis *basis);

/** Takes back the parked columns that the last prices want.
 *  @return how many */
int closed_park_wanted(ClosedLp *lp);

/** Takes back all: a proof that rows cannot hold has to look at every column.
 *  @return how many */
int closed_park_none(ClosedLp *lp);

#endif
