/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A program all of whose columns are known: what a search with cuts works on.
 *
 *  It is maximised. Rows are kept by row, those of the model first, then the cuts. Bounds of
 * columns are tightened on the way: they hold for every solution better than what is sought. */
#ifndef BANLIE_SOLVER_CLOSED_CLOSED_MODEL_H
#define BANLIE_SOLVER_CLOSED_CLOSED_MODEL_H

#include "base/outcome.h"
#include "model/formulation/lp_model.h"

typedef struct {
    int *index; /**< columns, ascending */
    double *value;
    int count;
    double lower, upper;
    bool whole; /**< its activity is a whole number in every solution */
} ClosedRow;

typedef struct {
    int n_columns;
    double *objective, *lower, *upper; /**< per column */
    bool *whole;                       /**< per column: takes whole numbers alone */
    double constant;
    ClosedRow *rows;
    int n_rows, room_rows;
    int n_model_rows; /**< the others are cuts */
    bool empty;       /**< some column or row has no whole number between its bounds */
} ClosedModel;

/** Takes a model over: finite bounds of whole columns and rows are rounded inwards.
 *  @param whole  per column: takes whole numbers alone
 *  To be cleared whatever the outcome. */
Outcome closed_model_init(ClosedModel *closed, const LpModel *model, const bool *whole)
    __attribute__((warn_unused_result));
void closed_model_clear(ClosedModel *closed);

/** Adds a cut: Σ value · column ≤ upper.
 *  @param index  ascending
 *  @return false where memory is out */
bool closed_model_cut(ClosedModel *closed, const int *index, const double *value, int count,
                      double upper) __attribute__((warn_unused_result));

/** Takes the cuts out that are not wanted any more; the others move up in their order.
 *  @param wanted  per row */
void closed_model_keep_cuts(ClosedModel *closed, const bool *wanted);

/** Σ value · primal. */
double closed_row_activity(const ClosedRow *row, const double *primal);

#endif
