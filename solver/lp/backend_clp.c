/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes out of CLP: reads values, duals and the basis of a solved LP; and BACKEND_CLP, the
 * table by which the rest of the program calls CLP. LPs are made and changed in clp_lp.c. */
#include "solver/lp/backend_clp.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "solver/lp/clp_lp.h"
#include "solver/lp/clp_simplex.h"
#include "solver/lp/integer_cbc.h"

static double clp_objective(Lp *lp) {
    return Clp_objectiveValue(lp->clp);
}

static void clp_duals(Lp *lp, double *dual) {
    copy_items(dual, Clp_dualRowSolution(lp->clp), (size_t)Clp_numberRows(lp->clp) * sizeof *dual);
}

static void clp_primal(Lp *lp, double *primal) {
    copy_items(primal, Clp_primalColumnSolution(lp->clp),
               (size_t)Clp_numberColumns(lp->clp) * sizeof *primal);
}

static void clp_reduced_costs(Lp *lp, double *reduced) {
    copy_items(reduced, Clp_dualColumnSolution(lp->clp),
               (size_t)Clp_numberColumns(lp->clp) * sizeof *reduced);
}

/** CLP's statuses, by the numbers that its interface has for them. */
enum { CLP_FREE, CLP_BASIC, CLP_UPPER, CLP_LOWER, CLP_SUPERBASIC, CLP_FIXED };

static unsigned char basis_status_of(int clp_status) {
    static const unsigned char of[] = {
        [CLP_FREE] = BASIS_FREE,   [CLP_BASIC] = BASIS_BASIC,      [CLP_UPPER] = BASIS_UPPER,
        [CLP_LOWER] = BASIS_LOWER, [CLP_SUPERBASIC] = BASIS_LOWER, [CLP_FIXED] = BASIS_FIXED};
    return of[clp_status];
}

static int clp_status_of(unsigned char status) {
    static const int of[] = {[BASIS_BASIC] = CLP_BASIC,
                             [BASIS_LOWER] = CLP_LOWER,
                             [BASIS_UPPER] = CLP_UPPER,
                             [BASIS_FREE] = CLP_FREE,
                             [BASIS_FIXED] = CLP_FIXED};
    return of[status];
}

static bool clp_get_basis(Lp *lp, Basis *basis) {
    int rows = Clp_numberRows(lp->clp), columns = Clp_numberColumns(lp->clp);
    if (!basis_size(basis, rows, columns)) {
        return false;
    }
    for (int i = 0; i < rows; i++) {
        basis->rows[i] = basis_status_of(Clp_getRowStatus(lp->clp, i));
    }
    for (int i = 0; i < columns; i++) {
        basis->columns[i] = basis_status_of(Clp_getColumnStatus(lp->clp, i));
    }
    return true;
}

/** CLP mends a status that does not fit the bounds, and a singular basis, by itself. */
/** Room for a basis in an LP that was never solved: all basic, as long as nothing else is said. */
static void make_room_for_basis(Lp *lp) {
    size_t size = (size_t)Clp_numberRows(lp->clp) + (size_t)Clp_numberColumns(lp->clp) + 1;
    unsigned char *status = malloc(size);
    if (status != NULL) {
        memset(status, CLP_BASIC, size);
        Clp_copyinStatus(lp->clp, status);
    }
    free(status);
}

/** Without memory the next solve starts from its own basis. */
static void clp_set_basis(Lp *lp, const Basis *basis) {
    int rows = Clp_numberRows(lp->clp), columns = Clp_numberColumns(lp->clp);
    if (!Clp_statusExists(lp->clp)) {
        make_room_for_basis(lp);
    }
    if (!Clp_statusExists(lp->clp)) {
        return;
    }
    for (int i = 0; i < rows; i++) {
        Clp_setRowStatus(lp->clp, i, i < basis->n_rows ? clp_status_of(basis->rows[i]) : CLP_BASIC);
    }
    for (int i = 0; i < columns; i++) {
        Clp_setColumnStatus(lp->clp, i,
                            i < basis->n_columns ? clp_status_of(basis->columns[i]) : CLP_LOWER);
    }
}

const Backend BACKEND_CLP = {.name = "clp",
                             .version = Clp_Version,
                             .create = clp_lp_create,
                             .destroy = clp_lp_destroy,
                             .add_rows = clp_lp_add_rows,
                             .add_columns = clp_lp_add_columns,
                             .set_row_bounds = clp_lp_bound_row,
                             .set_column_bounds = clp_lp_bound_column,
                             .set_objective = clp_lp_set_objective,
                             .set_column = clp_lp_set_column,
                             .solve = clp_simplex,
                             .objective = clp_objective,
                             .duals = clp_duals,
                             .primal = clp_primal,
                             .reduced_costs = clp_reduced_costs,
                             .get_basis = clp_get_basis,
                             .set_basis = clp_set_basis,
                             .integer = &INTEGER_CBC};
