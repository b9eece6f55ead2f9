/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Scale factors of an LP that stay as they are while it grows: so what is known of a basis in one
 *  solve holds in the next. */
#ifndef BANLIE_SOLVER_LP_LP_SCALE_H
#define BANLIE_SOLVER_LP_LP_SCALE_H

#include "solver/lp/lp_store.h"

/** Powers of two: a scaled LP is the same to the last bit. */
typedef struct {
    double *row, *column;
    int n_rows, room_rows;
    int n_columns, room_columns;
    int columns_scaled_anew; /**< when all were */
} LpScale;

void lp_scale_clear(LpScale *scale);

/** Scales what has been added to the others; all of it anew where the LP has doubled.
 *  @param anew  receives whether it was anew
 *  @return false where memory is out */
bool lp_scale_extend(LpScale *scale, const LpStore *store, bool *anew)
    __attribute__((warn_unused_result));

/** Scales the columns that count: their values are then divided by `column`, the prices of their
 * rows by `row`. */
void lp_scale_columns(const LpScale *scale, ActiveColumns *active);

#endif
