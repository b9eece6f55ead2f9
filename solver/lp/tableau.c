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
    const SparseVectors *basic;
    const Basis *basis;
    int returned;
} TableauCall;

static void load_and_factorise(void *call) {
    TableauCall *c = call;
    Tableau *tableau = c->tableau;
    glp_prob *problem = tableau->lp->problem;
    if (tableau->n_rows > 0) {
        glp_add_rows(problem, tableau->n_rows);
    }
    for (int i = 0; i < tableau->n_rows; i++) {
        bool basic = i >= c->basis->n_rows || c->basis->rows[i] == BASIS_BASIC;
        glp_set_row_stat(problem, i + 1, basic ? GLP_BS : GLP_NL);
    }
    if (c->basic->count > 0) {
        glp_add_cols(problem, c->basic->count);
    }
    for (int j = 0; j < c->basic->count; j++) {
        int count = 0;
        for (int k = c->basic->start[j]; k < c->basic->start[j + 1]; k++) {
            tableau->index[++count] = c->basic->index[k] + 1;
            tableau->vector[count] = c->basic->value[k];
        }
        glp_set_mat_col(problem, j + 1, count, tableau->index, tableau->vector);
        glp_set_col_stat(problem, j + 1, GLP_BS);
    }
    c->returned = glp_factorize(problem);
}

Outcome tableau_set(Tableau *tableau, int n_rows, const SparseVectors *basic, const Basis *basis) {
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
    TableauCall call = {.tableau = tableau, .basic = basic, .basis = basis};
    glpk_guarded(&tableau->lp->use, NULL, load_and_factorise, &call);
    if (tableau->lp->use.failure != OUTCOME_DONE) {
        return tableau->lp->use.failure;
    }
    return call.returned == 0 ? OUTCOME_DONE : OUTCOME_SOLVER_FAILED;
}

static void solve_transposed(void *call) {
    TableauCall *c = call;
    glp_btran(c->tableau->lp->problem, c->tableau->vector);
}

Outcome tableau_row(Tableau *tableau, int number, double *multipliers) {
    int place = glp_get_col_bind(tableau->lp->problem, number + 1);
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
