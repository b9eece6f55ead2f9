/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What is known of a program at its root, written into it: bounds and limits drawn in, and cuts.
 */
#ifndef BANLIE_SOLVER_WHOLE_WHOLE_CUTS_H
#define BANLIE_SOLVER_WHOLE_WHOLE_CUTS_H

#include "base/clock.h"
#include "solver/lp/backend.h"

/** Draws bounds and limits in by what follows from the rows, then cuts in rounds.
 *  @param cutoff  nothing at or below it is of interest, −∞: all is
 *  @param cut     receives the program: the columns of `model`, its rows and those of the cuts.
 *                 Of use with OUTCOME_DONE alone; to be cleared in any case
 *  @param lps     receives how many LPs it took
 *  @return OUTCOME_DONE; OUTCOME_INFEASIBLE, or OUTCOME_CUT_OFF, where that settles it;
 * OUTCOME_STOPPED by the clock, or a failure */
Outcome whole_cuts_add(const Backend *backend, const LpModel *model, const Clock *clock,
                       double cutoff, LpModel *cut, long *lps) __attribute__((warn_unused_result));

#endif
