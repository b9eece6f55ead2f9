/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The LP of a closed model: every column, and the rows that its solutions have violated so far.
 *
 *  A row that is not in it has no price, so that every bound is valid. Bounds are computed from the
 * prices, by weak duality, with the bounds that columns and rows have at present: no tolerance of a
 * solver enters them. */
#ifndef BANLIE_SOLVER_CLOSED_CLOSED_LP_H
#define BANLIE_SOLVER_CLOSED_CLOSED_LP_H

#include "solver/closed/closed_state.h"

/** An LP over some rows.
 *  @param wanted  per row of the model: in it from the start
 *  To be cleared whatever the outcome. */
Outcome closed_lp_init(ClosedLp *lp, ClosedModel *model, const Backend *backend, const Clock *clock,
                       const bool *wanted) __attribute__((warn_unused_result));
void closed_lp_clear(ClosedLp *lp);

/** Starts from a basis over all rows and columns of the model: rows that are not in the LP are
 * basic in it. */
Outcome closed_lp_start(ClosedLp *lp, const Basis *basis) __attribute__((warn_unused_result));

/** Leaves out the rows that the last solution does not lean on: those of the model wait to be
 * violated, cuts are forgotten. The basis stays.
 *  @param share  nothing is done where these are less than this share of the LP's rows
 *  @param done   receives whether it was: the prices have to be fetched anew by a solve */
Outcome closed_lp_slim(ClosedLp *lp, double share, bool *done) __attribute__((warn_unused_result));

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

#endif
