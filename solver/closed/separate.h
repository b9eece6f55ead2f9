/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Cuts from the simplex tableau: Gomory's mixed-integer cuts (Gomory 1960), by mixed-integer
 * rounding of each row whose basic column is whole by right and fractional in the solution. */
#ifndef BANLIE_SOLVER_CLOSED_SEPARATE_H
#define BANLIE_SOLVER_CLOSED_SEPARATE_H

#include "solver/closed/closed_lp.h"

/** Adds cuts to the model that the LP's last solution violates: the deepest first, none nearly
 * parallel to one before. They are derived from the model's bounds of columns, not the present
 * ones, so that they hold wherever those do.
 *  @param most   cuts at most
 *  @param added  receives how many
 *  @return OUTCOME_DONE also where the basis could not be factorised; or want of memory */
Outcome separate(ClosedLp *lp, int most, int *added) __attribute__((warn_unused_result));

#endif
