/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Hands a whole LpModel to a solver. */
#ifndef BANLIE_SOLVER_LP_LOAD_H
#define BANLIE_SOLVER_LP_LOAD_H

#include "solver/lp/backend.h"

/** Adds all rows and columns of the model to an empty LP. A model that lacks something for want of
 * memory (`failed`) is OUTCOME_NO_MEMORY. */
Outcome load_model(const Backend *backend, Lp *lp, const LpModel *model)
    __attribute__((warn_unused_result));

/** A model in arrays, as solvers take it: the rows without entries first, then the columns; or all
 * at once, each with its bounds. */
typedef struct {
    SparseVectors rows;    /**< empty ones */
    SparseVectors columns; /**< their entries in the model's order */
    double *row_lower, *row_upper;
    double *objective, *lower, *upper; /**< per column */
    /* What these are part of. */
    int *none, *start, *index;
    double *value, *numbers;
} SparseModel;

/** Writes a program in whole numbers out: the bounds of whole columns are whole.
 *  @return OUTCOME_DONE; OUTCOME_INFEASIBLE where such bounds leave a column no value; or
 * OUTCOME_NO_MEMORY, as with load_model(). To be cleared in any case */
Outcome sparse_program_init(SparseModel *sparse, const LpModel *model)
    __attribute__((warn_unused_result));

void sparse_model_clear(SparseModel *sparse);

#endif
