/* SPDX-License-Identifier: GPL-3.0-or-later */
/* BACKEND_HIGHS: the table by which the rest of the program calls HiGHS. */
#include "solver/lp/backend_highs.h"

#include "base/grow.h"
#include "solver/lp/highs_begin.h"
#include "solver/lp/highs_lp.h"
#include "solver/lp/highs_simplex.h"
#include "solver/lp/integer_highs.h"

static void highs_set_row_bounds(Lp *lp, RowId row, double lower, double upper) {
    lp->row_lower[row] = lower;
    lp->row_upper[row] = upper;
    lp->rows_changed = true;
}

static void highs_set_column_bounds(Lp *lp, ColumnId column, double lower, double upper) {
    lp->lower[column] = lower;
    lp->upper[column] = upper;
    lp->columns_changed = true;
}

static void highs_set_objective(Lp *lp, ColumnId column, double objective) {
    lp->cost[column] = -objective;
    lp->columns_changed = true;
}

static void highs_limit(Lp *lp, int iterations, double objective) {
    lp->iterations_max = iterations;
    lp->least = objective;
}

static double highs_objective(Lp *lp) {
    return lp->objective;
}

static void highs_primal(Lp *lp, double *primal) {
    copy_items(primal, lp->primal, (size_t)lp->n_columns * sizeof *primal);
}

static void highs_duals(Lp *lp, double *dual) {
    for (RowId row = 0; row < lp->n_rows; row++) {
        dual[row] = -lp->dual[row];
    }
}

static void highs_reduced_costs(Lp *lp, double *reduced) {
    for (ColumnId column = 0; column < lp->n_columns; column++) {
        reduced[column] = -lp->reduced[column];
    }
}

/** HiGHS's statuses, by the numbers that its interface has for them. */
enum { HIGHS_LOWER, HIGHS_BASIC, HIGHS_UPPER, HIGHS_ZERO, HIGHS_NONBASIC };

static unsigned char basis_status_of_highs(int status, double lower, double upper) {
    static const unsigned char of[] = {[HIGHS_LOWER] = BASIS_LOWER,
                                       [HIGHS_BASIC] = BASIS_BASIC,
                                       [HIGHS_UPPER] = BASIS_UPPER,
                                       [HIGHS_ZERO] = BASIS_FREE,
                                       [HIGHS_NONBASIC] = BASIS_LOWER};
    return basis_status_fitting(of[status], lower, upper);
}

static int highs_status(unsigned char status, double lower, double upper) {
    static const int of[] = {[BASIS_BASIC] = HIGHS_BASIC,
                             [BASIS_LOWER] = HIGHS_LOWER,
                             [BASIS_UPPER] = HIGHS_UPPER,
                             [BASIS_FREE] = HIGHS_ZERO,
                             [BASIS_FIXED] = HIGHS_LOWER};
    return of[basis_status_fitting(status, lower, upper)];
}

static bool highs_get_basis(Lp *lp, Basis *basis) {
    if (!basis_size(basis, lp->n_rows, lp->n_columns)) {
        return false;
    }
    for (RowId i = 0; i < lp->n_rows; i++) {
        basis->rows[i] =
            basis_status_of_highs(lp->row_status[i], lp->row_lower[i], lp->row_upper[i]);
    }
    for (ColumnId i = 0; i < lp->n_columns; i++) {
        basis->columns[i] = basis_status_of_highs(lp->column_status[i], lp->lower[i], lp->upper[i]);
    }
    return true;
}

static void highs_set_basis(Lp *lp, const Basis *basis) {
    for (RowId i = 0; i < lp->n_rows; i++) {
        unsigned char status = i < basis->n_rows ? basis->rows[i] : BASIS_BASIC;
        lp->row_status[i] = highs_status(status, lp->row_lower[i], lp->row_upper[i]);
    }
    for (ColumnId i = 0; i < lp->n_columns; i++) {
        unsigned char status = i < basis->n_columns ? basis->columns[i] : BASIS_LOWER;
        lp->column_status[i] = highs_status(status, lp->lower[i], lp->upper[i]);
    }
    lp->basis_changed = true;
}

const Backend BACKEND_HIGHS = {.name = "highs",
                               .version = Highs_version,
                               .create = highs_lp_create,
                               .destroy = highs_lp_destroy,
                               .add_rows = highs_lp_add_rows,
                               .add_columns = highs_lp_add_columns,
                               .set_row_bounds = highs_set_row_bounds,
                               .set_column_bounds = highs_set_column_bounds,
                               .set_objective = highs_set_objective,
                               .set_column = highs_lp_set_column,
                               .limit = highs_limit,
                               .solve = highs_simplex,
                               .objective = highs_objective,
                               .duals = highs_duals,
                               .primal = highs_primal,
                               .reduced_costs = highs_reduced_costs,
                               .get_basis = highs_get_basis,
                               .set_basis = highs_set_basis,
                               .integer = &INTEGER_HIGHS,
                               .nearby = &INTEGER_HIGHS};
