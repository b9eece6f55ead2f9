/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Rows over whole columns alone: what whole numbers can reach of their limits. */
#ifndef BANLIE_SOLVER_WHOLE_WHOLE_ROWS_H
#define BANLIE_SOLVER_WHOLE_WHOLE_ROWS_H

#include "solver/whole/domain.h"

/** Draws the limits of rows in to multiples of what all their coefficients are multiples of (a
 * train of 108.02 TEU takes 108 in boxes of 2), columns that are fixed taken off first: Chvátal and
 * Gomory's rounding. A row with a column that need not be whole stays as it is.
 *  @return false where a row cannot hold: no multiple lies between its limits */
bool whole_rows_draw_in(Domain *domain) __attribute__((warn_unused_result));

#endif
