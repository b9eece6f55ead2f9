/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The LP of a closed model: every column, and the rows that its solutions have violated so far.
 *
 *  A row that is not in it has no price, so that every bound is valid. Bounds are computed from the
 * prices, by weak duality, with the bounds that columns and rows have at present: no tolerance of a
 * solver enters them. */
#ifndef BANLIE_SOLVER_CLOSED_CLOSED_LP_H
#define BANLIE_SOLVER_CLOSED_CLOSED_LP_H

#include "base/clock.h"
#include "solver/closed/closed_model.h"
#include "solver/lp/backend.h"

typedef struct {
    ClosedModel *model;
    const Backend *backend;
    const Clock *clock;
    Lp *lp;
    int *place; /**< per row of the model: its place in the LP, NONE */
    int room_places;
    RowId *rows; /**< per row of the LP: which of the model's */
    int n_rows, room_rows;
    double *lower, *upper; /**< per column: present bounds */
    double *primal;        /**< per column: the last solution */
    double *dual;          /**< per row of the LP: its prices */
    int room_duals;
    double *reduced; /**< per column: reduced costs, as of `bound` */
    double value;    /**< of the last solution */
    double bound;    /**< that its prices prove under the present bounds */
    long solves;
} ClosedLp;

/** An LP over some rows.
 *  @param wanted  per row of the model: in it from the start
 *  To be cleared whatever the outcome. */
Outcome closed_lp_init(ClosedLp *lp, ClosedModel *model, const Backend *backend, const Clock *clock,
                       const bool *wanted) __attribute__((warn_unused_result));
void closed_lp_clear(ClosedLp *lp);

/** Leaves out the rows that the last solution does not lean on: those of the model wait to be
 * violated, cuts are forgotten. The basis stays. */
Outcome closed_lp_slim(ClosedLp *lp) __attribute__((warn_unused_result));

void closed_lp_bound_column(ClosedLp *lp, ColumnId column, double lower, double upper);

/** Changes the bounds of a row, in the model as well; it is in the LP then. */
Outcome closed_lp_bound_row(ClosedLp *lp, RowId row, double lower, double upper)
    __attribute__((warn_unused_result));

/** Solves until no row is violated.
 *  @param cutoff  stop once the bound is at or below it; −INFINITY: never
 *  @return OUTCOME_DONE, OUTCOME_CUT_OFF, OUTCOME_INFEASIBLE, OUTCOME_STOPPED by the clock, or a
 * failure; but for the last three `bound` is set */
Outcome closed_lp_solve(ClosedLp *lp, double cutoff) __attribute__((warn_unused_result));

/** Looks how far the bound falls in some iterations, over the rows at hand.
 *  @return likewise; OUTCOME_DONE also where the iterations were not enough */
Outcome closed_lp_probe(ClosedLp *lp, int iterations, double cutoff)
    __attribute__((warn_unused_result));

/** The LP's columns as vectors over its rows, to be freed with free(). */
typedef struct {
    SparseVectors vectors;
    void *memory[3];
} ClosedColumns;

bool closed_lp_columns(const ClosedLp *lp, ClosedColumns *columns)
    __attribute__((warn_unused_result));
void closed_columns_clear(ClosedColumns *columns);

#endif
