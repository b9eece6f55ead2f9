/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds the tableau's rows of fractional columns, and chooses among the cuts. */
#include "solver/closed/separate.h"

#include <math.h>
#include <stdlib.h>

#include "base/grow.h"
#include "solver/closed/basic_columns.h"
#include "solver/closed/equation.h"
#include "solver/lp/tableau.h"
#include "solver/tolerances.h"

/** One round of separation. */
typedef struct {
    ClosedLp *lp;
    Tableau *tableau;
    BasicColumns basic; /**< the basic columns */
    Basis basis;
    Equation equation;
    double *multipliers; /**< per row of the LP */
    Cut *cuts;           /**< found */
    int n_cuts, room_cuts;
} Separation;

static void separation_clear(Separation *separation) {
    for (int i = 0; i < separation->n_cuts; i++) {
        cut_clear(&separation->cuts[i]);
    }
    tableau_free(separation->tableau);
    basic_columns_clear(&separation->basic);
    basis_clear(&separation->basis);
    equation_clear(&separation->equation);
    free(separation->multipliers);
    free(separation->cuts);
}

/** Factorises the LP's basis. */
static Outcome separation_init(Separation *separation, ClosedLp *lp) {
    *separation = (Separation){.lp = lp, .tableau = tableau_new()};
    separation->multipliers = calloc((size_t)lp->n_rows + 1, sizeof(double));
    if (!equation_init(&separation->equation, lp) || separation->tableau == NULL ||
        separation->multipliers == NULL || !lp->backend->get_basis(lp->lp, &separation->basis) ||
        !basic_columns_build(lp, &separation->basis, &separation->basic)) {
        return OUTCOME_NO_MEMORY;
    }
    return tableau_set(separation->tableau, lp->n_rows, &separation->basic.vectors,
                       &separation->basis);
}

/** Looks for a cut in the tableau's row of a basic column.
 *  @param number  among the basic ones
 *  @return OUTCOME_DONE also where there is none */
static Outcome separate_column(Separation *separation, int number) {
    Outcome status = tableau_row(separation->tableau, number, separation->multipliers);
    if (status != OUTCOME_DONE) {
        return status;
    }
    Cut cut;
    if (!GROW(separation->cuts, separation->n_cuts + 1, separation->room_cuts) ||
        !equation_sum(&separation->equation, separation->multipliers) ||
        !equation_round(&separation->equation, &cut)) {
        return OUTCOME_NO_MEMORY;
    }
    if (cut.count > 0) {
        separation->cuts[separation->n_cuts++] = cut;
    }
    return OUTCOME_DONE;
}

static Outcome separate_columns(Separation *separation) {
    const ClosedLp *lp = separation->lp;
    Outcome status = OUTCOME_DONE;
    for (int i = 0; i < separation->basic.vectors.count && status == OUTCOME_DONE; i++) {
        ColumnId column = separation->basic.ids[i];
        double value = lp->primal[column];
        if (lp->model->whole[column] && fabs(value - round(value)) > CUT_FRACTION) {
            status = separate_column(separation, i);
        }
    }
    return status;
}

static int compare_depths(const void *a, const void *b) {
    const Cut *x = a, *y = b;
    if (x->depth != y->depth) {
        return x->depth > y->depth ? -1 : 1;
    }
    return (x->count > y->count) - (x->count < y->count);
}

/** Cosine of the angle between two cuts. */
static double cosine(const Cut *a, const Cut *b) {
    double sum = 0;
    for (int i = 0, j = 0; i < a->count && j < b->count;) {
        if (a->index[i] == b->index[j]) {
            sum += a->value[i++] * b->value[j++];
        } else if (a->index[i] < b->index[j]) {
            i++;
        } else {
            j++;
        }
    }
    return sum / (a->norm * b->norm);
}

/** True where the cut says nearly what one of the first `taken` does. */
static bool says_the_same(const Cut *cut, const Cut *cuts, int taken) {
    for (int i = 0; i < taken; i++) {
        if (cosine(cut, &cuts[i]) > CUTS_PARALLEL) {
            return true;
        }
    }
    return false;
}

/** Adds the best cuts to the model.
 *  @return false where memory is out */
static bool take_cuts(Separation *separation, int most, int *added) {
    Cut *cuts = separation->cuts;
    if (separation->n_cuts > 1) {
        qsort(cuts, (size_t)separation->n_cuts, sizeof *cuts, compare_depths);
    }
    for (int i = 0; i < separation->n_cuts && *added < most; i++) {
        Cut cut = cuts[i];
        if (says_the_same(&cut, cuts, *added)) {
            continue;
        }
        cuts[i] = cuts[*added]; /* those taken come first */
        cuts[(*added)++] = cut;
        if (!closed_model_cut(separation->lp->model, cut.index, cut.value, cut.count, cut.upper)) {
            return false;
        }
    }
    return true;
}

Outcome separate(ClosedLp *lp, int most, int *added) {
    Separation separation;
    *added = 0;
    Outcome status = separation_init(&separation, lp);
    if (status == OUTCOME_DONE) {
        status = separate_columns(&separation);
    }
    if (status == OUTCOME_DONE) {
        status = outcome_of_memory(take_cuts(&separation, most, added));
    }
    separation_clear(&separation);
    return status == OUTCOME_SOLVER_FAILED ? OUTCOME_DONE : status;
}
