/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  An LP in HiGHS, and what goes into it. Private to the files named after HiGHS. The functions are
 *  those of Backend that backend_highs.c lists.
 *
 *  HiGHS minimises the negative objective, so that its limit on the objective means the same
 *  everywhere. Bounds, objective and basis are kept beside and handed over when it is solved. */
#ifndef BANLIE_SOLVER_LP_HIGHS_LP_H
#define BANLIE_SOLVER_LP_HIGHS_LP_H

#include "base/clock.h"
#include "solver/lp/backend.h"

struct Lp {
    void *highs;
    Outcome failure; /**< OUTCOME_DONE, or what was thrown: HiGHS is asked nothing more then */
    Clock clock;     /**< of the solve */
    int n_rows, room_rows;
    double *row_lower, *row_upper;
    double *dual;    /**< of the last solve; in HiGHS's sign, likewise `reduced` */
    int *row_status; /**< HiGHS's, likewise `column_status` */
    int n_columns, room_columns;
    double *cost, *lower, *upper; /**< cost: the negative objective */
    double *primal, *reduced;
    int *column_status;
    bool rows_changed, columns_changed, basis_changed; /**< since they were handed over */
    double objective;
    int iterations_max; /**< of a solve, 0: no limit */
    double least;       /**< a solve ends where the objective cannot exceed it */
};

Lp *highs_lp_create(void);
void highs_lp_destroy(Lp *lp);
Outcome highs_lp_add_rows(Lp *lp, const SparseVectors *vectors, const double *lower,
                          const double *upper);
Outcome highs_lp_add_columns(Lp *lp, const SparseVectors *vectors, const double *objective,
                             const double *lower, const double *upper);
void highs_lp_set_column(Lp *lp, ColumnId column, const RowId *rows, const double *values,
                         int count);

#endif
