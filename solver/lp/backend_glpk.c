/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes out of GLPK: reads values and duals of a solved LP; and BACKEND_GLPK, the
 * table by which the rest of the program calls GLPK. LPs are made and changed in glpk_lp.c. */
#include "solver/lp/backend_glpk.h"

#include "solver/lp/glpk_basis.h"
#include "solver/lp/glpk_lp.h"
#include "solver/lp/glpk_simplex.h"
#include "solver/lp/integer_glpk.h"

static double lp_objective(Lp *lp) {
    return glp_get_obj_val(lp->problem);
}

static void lp_duals(Lp *lp, double *dual) {
    int rows = glp_get_num_rows(lp->problem);
    for (int i = 0; i < rows; i++) {
        dual[i] = glp_get_row_dual(lp->problem, i + 1);
    }
}

static void lp_primal(Lp *lp, double *values) {
    int columns = glp_get_num_cols(lp->problem);
    for (int i = 0; i < columns; i++) {
        values[i] = glp_get_col_prim(lp->problem, i + 1);
    }
}

static void lp_reduced_costs(Lp *lp, double *reduced) {
    int columns = glp_get_num_cols(lp->problem);
    for (int i = 0; i < columns; i++) {
        reduced[i] = glp_get_col_dual(lp->problem, i + 1);
    }
}

const Backend BACKEND_GLPK = {.name = "glpk",
                              .version = glp_version,
                              .create = glpk_lp_create,
                              .destroy = glpk_lp_destroy,
                              .add_rows = glpk_lp_add_rows,
                              .add_columns = glpk_lp_add_columns,
                              .set_row_bounds = glpk_lp_bound_row,
                              .set_column_bounds = glpk_lp_bound_column,
                              .set_objective = glpk_lp_set_objective,
                              .set_column = glpk_lp_set_column,
                              .limit = glpk_lp_limit,
                              .solve = glpk_simplex,
                              .objective = lp_objective,
                              .duals = lp_duals,
                              .primal = lp_primal,
                              .reduced_costs = lp_reduced_costs,
                              .get_basis = glpk_basis_get,
                              .set_basis = glpk_basis_set,
                              .integer = &INTEGER_GLPK,
                              .nearby = &INTEGER_GLPK};
