/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What goes into CLP: an LP made there, and changed. Private to the files named after CLP. The
 *  functions are those of Backend that backend_clp.c lists. */
#ifndef BANLIE_SOLVER_LP_CLP_LP_H
#define BANLIE_SOLVER_LP_CLP_LP_H

#include <Clp_C_Interface.h>

#include "base/clock.h"
#include "solver/lp/backend.h"

struct Lp {
    Clp_Simplex *clp;
    Clock clock;     /**< of the solve that is on */
    Outcome failure; /**< OUTCOME_DONE, or how a call was left in the middle: nothing more is asked
                        of CLP then, not even to delete the LP */
};

Lp *clp_lp_create(void);
void clp_lp_destroy(Lp *lp);
Outcome clp_lp_add_rows(Lp *lp, const SparseVectors *vectors, const double *lower,
                        const double *upper);
Outcome clp_lp_add_columns(Lp *lp, const SparseVectors *vectors, const double *objective,
                           const double *lower, const double *upper);
void clp_lp_bound_row(Lp *lp, RowId row, double lower, double upper);
void clp_lp_bound_column(Lp *lp, ColumnId column, double lower, double upper);
void clp_lp_set_objective(Lp *lp, ColumnId column, double objective);
void clp_lp_set_column(Lp *lp, ColumnId column, const RowId *rows, const double *values, int count);

/** Makes a call into CLP that needs memory, unless one has failed before; notes the failure.
 *  @param make  makes the call with what it is given */
Outcome clp_lp_guarded(Lp *lp, void (*make)(void *call), void *call);

#endif
