/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Factorises a basis with GLPK, and solves for rows of its inverse. */
#include "solver/lp/tableau.h"

#include <math.h>
#include <stdlib.h>

#include "base/grow.h"
#include "solver/lp/glpk_lp.h"

struct Tableau {
    Lp *lp; /**< holds the matrix; never solved */
    int n_rows;
    int *index; /**< a vector in GLPK's form, from 1 */
    double *vector;
    int room;
};

Tableau *tableau_new(void) {
    return calloc(1, sizeof(Tableau));
}

void tableau_free(Tableau *tableau) {
    if (tableau != NULL) {
        glpk_lp_destroy(tableau->lp);
        free(tableau->index);
        free(tableau->vector);
        free(tableau);
    }
}

/** A call into GLPK, and what it answers. */
typedef struct {
    Tableau *tableau;
    const SparseVectors *columns;
    const Basis *basis;
    int n_rows;
    int returned;
} TableauCall;

/** Takes over the columns that are basic: the others play no part in the factors. */
static void factorise(void *call) {
    TableauCall *c = call;
    glp_prob *problem = c->tableau->lp->problem;
    const SparseVectors *columns = c->columns;
    glp_add_rows(problem, c->n_rows);
    glp_add_cols(problem, columns->count);
    for (int i = 0; i < c->n_rows; i++) {
        bool basic = i >= c->basis->n_rows || c->basis->rows[i] == BASIS_BASIC;
        glp_set_row_stat(problem, i + 1, basic ? GLP_BS : GLP_NL);
    }
    for (int j = 0; j < columns->count; j++) {
        bool basic = j < c->basis->n_columns && c->basis->columns[j] == BASIS_BASIC;
        glp_set_col_stat(problem, j + 1, basic ? GLP_BS : GLP_NL);
        int count = 0;
        for (int k = columns->start[j]; k < columns->start[j + 1] && basic; k++) {
            c->tableau->index[++count] = columns->index[k] + 1;
            c->tableau->vector[count] = columns->value[k];
        }
        glp_set_mat_col(problem, j + 1, count, c->tableau->index, c->tableau->vector);
    }
    c->returned = glp_factorize(problem);
}

Outcome tableau_set(Tableau *tableau, int n_rows, const SparseVectors *columns,
                    const Basis *basis) {
    glpk_lp_destroy(tableau->lp);
    tableau->lp = glpk_lp_create();
    if (tableau->lp == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    if (n_rows + 1 > tableau->room) {
        int room = grow_room(n_rows + 1, tableau->room);
        if (!RESIZE(tableau->index, room) || !RESIZE(tableau->vector, room)) {
            return OUTCOME_NO_MEMORY;
        }
        tableau->room = room;
    }
    tableau->n_rows = n_rows;
    TableauCall call = {tableau, columns, basis, n_rows, 0};
    glpk_guarded(&tableau->lp->use, NULL, factorise, &call);
    if (tableau->lp->use.failure != OUTCOME_DONE) {
        return tableau->lp->use.failure;
    }
    return call.returned == 0 ? OUTCOME_DONE : OUTCOME_SOLVER_FAILED;
}

static void solve_transposed(void *call) {
    TableauCall *c = call;
    glp_btran(c->tableau->lp->problem, c->tableau->vector);
}

Outcome tableau_row(Tableau *tableau, ColumnId column, double *multipliers) {
    int place = glp_get_col_bind(tableau->lp->problem, column + 1);
    if (place == 0) {
        return OUTCOME_SOLVER_FAILED;
    }
    for (int i = 1; i <= tableau->n_rows; i++) {
        tableau->vector[i] = 0;
    }
    tableau->vector[place] = 1;
    TableauCall call = {.tableau = tableau};
    glpk_guarded(&tableau->lp->use, NULL, solve_transposed, &call);
    for (int i = 0; i < tableau->n_rows; i++) {
        /* GLPK's basis is one of (I, −A). */
        multipliers[i] = -tableau->vector[i + 1];
    }
    return tableau->lp->use.failure;
}
