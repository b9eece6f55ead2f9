/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statuses of rows and columns, in GLPK's words and ours. */
#include "solver/lp/glpk_basis.h"

static unsigned char basis_status(int glpk_status) {
    switch (glpk_status) {
    case GLP_BS:
        return BASIS_BASIC;
    case GLP_NU:
        return BASIS_UPPER;
    case GLP_NF:
        return BASIS_FREE;
    case GLP_NS:
        return BASIS_FIXED;
    default:
        return BASIS_LOWER;
    }
}

static int glpk_status(unsigned char status) {
    static const int of[] = {[BASIS_BASIC] = GLP_BS,
                             [BASIS_LOWER] = GLP_NL,
                             [BASIS_UPPER] = GLP_NU,
                             [BASIS_FREE] = GLP_NF,
                             [BASIS_FIXED] = GLP_NS};
    return of[status];
}

bool glpk_basis_get(Lp *lp, Basis *basis) {
    int rows = glp_get_num_rows(lp->problem), columns = glp_get_num_cols(lp->problem);
    if (!basis_size(basis, rows, columns)) {
        return false;
    }
    for (int i = 0; i < rows; i++) {
        basis->rows[i] = basis_status(glp_get_row_stat(lp->problem, i + 1));
    }
    for (int i = 0; i < columns; i++) {
        basis->columns[i] = basis_status(glp_get_col_stat(lp->problem, i + 1));
    }
    return true;
}

static void put_statuses(Lp *lp, const Basis *basis) {
    int rows = glp_get_num_rows(lp->problem), columns = glp_get_num_cols(lp->problem);
    for (int i = 0; i < rows; i++) {
        glp_set_row_stat(lp->problem, i + 1,
                         i < basis->n_rows ? glpk_status(basis->rows[i]) : GLP_BS);
    }
    for (int i = 0; i < columns; i++) {
        glp_set_col_stat(lp->problem, i + 1,
                         i < basis->n_columns ? glpk_status(basis->columns[i]) : GLP_NL);
    }
}

void glpk_basis_set(Lp *lp, const Basis *basis) {
    if (glp_bf_exists(lp->problem) && !glpk_basis_get(lp, &lp->before)) {
        basis_clear(&lp->before); /* then there is none to go back to */
    }
    put_statuses(lp, basis);
}

bool glpk_basis_go_back(Lp *lp) {
    if (lp->before.rows == NULL) {
        return false;
    }
    put_statuses(lp, &lp->before);
    basis_clear(&lp->before);
    return true;
}
