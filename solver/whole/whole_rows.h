/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Rows over whole columns alone: what whole numbers can reach of their limits. */
#ifndef BANLIE_SOLVER_WHOLE_WHOLE_ROWS_H
#define BANLIE_SOLVER_WHOLE_WHOLE_ROWS_H

#include "solver/whole/domain.h"

/** Draws the limits of a row in to multiples of what all its coefficients are multiples of (a
 * train of 108.02 TEU takes 108 in boxes of 2), columns that are fixed taken off first: Chvátal and
 * Gomory's rounding. A row with a column that need not be whole stays as it is. */
void whole_row_draw_in(Domain *domain, RowId row);

#endif
