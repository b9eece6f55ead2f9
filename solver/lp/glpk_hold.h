/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Columns that keep GLPK's dual simplex from where it stands. Private to the files named after
 * GLPK. */
#ifndef BANLIE_SOLVER_LP_GLPK_HOLD_H
#define BANLIE_SOLVER_LP_GLPK_HOLD_H

#include "solver/lp/glpk_lp.h"

/** Fixes the columns whose reduced costs say that they should rise without end: to the dual simplex
 * the basis is as good as none for them, and it would begin anew, for a thousand iterations where
 * twenty do. What it finds without them is a start for the primal one with them.
 *
 *  To be called within glpk_guarded(), with room by glpk_lp_reserve(); `index` says which.
 *  @return how many */
int glpk_hold(Lp *lp);

/** Lets go of them. */
void glpk_release(Lp *lp, int count);

#endif
