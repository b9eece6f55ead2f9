/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Rounds of cuts at the root, as long as they pay. */
#ifndef BANLIE_SOLVER_CLOSED_CUT_ROUNDS_H
#define BANLIE_SOLVER_CLOSED_CUT_ROUNDS_H

#include "solver/closed/closed_lp.h"

/** Solves, fixes and cuts in turn. The LP is left with the rows that matter in it.
 *  @return as closed_lp_solve() */
Outcome cut_rounds(ClosedLp *lp, double cutoff) __attribute__((warn_unused_result));

#endif
