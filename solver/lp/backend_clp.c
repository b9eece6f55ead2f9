/* SPDX-License-Identifier: GPL-3.0-or-later */
/* BACKEND_CLP: the table by which the rest of the program calls CLP. Its LPs are kept in arrays of
 * our own, which clp_simplex.c hands to CLP. */
#include "solver/lp/backend_clp.h"

#include <Clp_C_Interface.h>
#include <stdlib.h>

#include "base/grow.h"
#include "solver/lp/clp_lp.h"
#include "solver/lp/clp_simplex.h"
#include "solver/lp/integer_cbc.h"
#include "solver/lp/integer_glpk.h"

static Lp *clp_create(void) {
    return calloc(1, sizeof(Lp));
}

static void clp_destroy(Lp *lp) {
    if (lp != NULL) {
        lp_store_clear(&lp->store);
        edge_store_clear(&lp->edges);
        free(lp->primal);
        free(lp->dual);
        free(lp);
    }
}

static Outcome clp_add_rows(Lp *lp, const SparseVectors *vectors, const double *lower,
                            const double *upper) {
    return lp_store_add_rows(&lp->store, vectors, lower, upper);
}

static Outcome clp_add_columns(Lp *lp, const SparseVectors *vectors, const double *objective,
                               const double *lower, const double *upper) {
    return lp_store_add_columns(&lp->store, vectors, objective, lower, upper);
}

static void clp_set_row_bounds(Lp *lp, RowId row, double lower, double upper) {
    lp->store.row_lower[row] = lower;
    lp->store.row_upper[row] = upper;
}

static void clp_set_column_bounds(Lp *lp, ColumnId column, double lower, double upper) {
    lp->store.lower[column] = lower;
    lp->store.upper[column] = upper;
}

static void clp_set_objective(Lp *lp, ColumnId column, double objective) {
    lp->store.objective[column] = objective;
}

static void clp_set_column(Lp *lp, ColumnId column, const RowId *rows, const double *values,
                           int count) {
    lp_store_set_column(&lp->store, column, rows, values, count);
}

/** CLP's own limit of the objective gains nothing. */
static void clp_limit(Lp *lp, int iterations, double objective) {
    (void)objective;
    lp->iterations_max = iterations;
}

static double clp_objective(Lp *lp) {
    return lp->objective;
}

static void clp_duals(Lp *lp, double *dual) {
    copy_items(dual, lp->dual, (size_t)lp->store.n_rows * sizeof *dual);
}

static void clp_primal(Lp *lp, double *primal) {
    copy_items(primal, lp->primal, (size_t)lp->store.n_columns * sizeof *primal);
}

static void clp_reduced_costs(Lp *lp, double *reduced) {
    lp_store_reduced_costs(&lp->store, lp->dual, reduced);
}

static bool clp_get_basis(Lp *lp, Basis *basis) {
    return edge_store_keep(&lp->edges, &lp->store) && lp_store_get_basis(&lp->store, basis);
}

static void clp_set_basis(Lp *lp, const Basis *basis) {
    lp_store_set_basis(&lp->store, basis);
}

const Backend BACKEND_CLP = {.name = "clp",
                             .version = Clp_Version,
                             .create = clp_create,
                             .destroy = clp_destroy,
                             .add_rows = clp_add_rows,
                             .add_columns = clp_add_columns,
                             .set_row_bounds = clp_set_row_bounds,
                             .set_column_bounds = clp_set_column_bounds,
                             .set_objective = clp_set_objective,
                             .set_column = clp_set_column,
                             .limit = clp_limit,
                             .solve = clp_simplex,
                             .objective = clp_objective,
                             .duals = clp_duals,
                             .primal = clp_primal,
                             .reduced_costs = clp_reduced_costs,
                             .get_basis = clp_get_basis,
                             .set_basis = clp_set_basis,
                             .for_own_use = true,
                             .integer = &INTEGER_CBC,
                             .nearby = &INTEGER_GLPK};
