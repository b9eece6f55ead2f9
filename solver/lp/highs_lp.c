/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes into HiGHS: makes an LP there, and adds rows and columns. What comes out again is read
 * in highs_simplex.c. */
#include "solver/lp/highs_lp.h"

#include <math.h>
#include <stdlib.h>

#include "base/grow.h"
#include "solver/lp/cpp_guard.h"
#include "solver/lp/highs_begin.h"

/** Vectors on their way into HiGHS, or the entries of one column. */
typedef struct {
    Lp *lp;
    const SparseVectors *vectors;
    ColumnId column;
    int returned; /**< HiGHS's word for how it went */
} Passing;

/** HiGHS's number for the weights of the dual simplex. */
enum { DEVEX = 1 };

static void make_highs(void *call) {
    Lp *lp = call;
    lp->highs = highs_begin(kHighsCallbackSimplexInterrupt, &lp->clock);
    Highs_setStringOptionValue(lp->highs, "presolve", "off");
    Highs_setStringOptionValue(lp->highs, "solver", "simplex");
    /* Steepest edges would have to be worked out anew after nearly every change of an LP. */
    Highs_setIntOptionValue(lp->highs, "simplex_dual_edge_weight_strategy", DEVEX);
}

Lp *highs_lp_create(void) {
    Lp *lp = calloc(1, sizeof *lp);
    if (lp == NULL) {
        return NULL;
    }
    lp->least = -HUGE_VAL;
    lp->failure = cpp_guarded(make_highs, lp);
    if (lp->failure != OUTCOME_DONE) {
        highs_lp_destroy(lp);
        return NULL;
    }
    return lp;
}

void highs_lp_destroy(Lp *lp) {
    if (lp == NULL) {
        return;
    }
    if (lp->failure == OUTCOME_DONE) {
        Highs_destroy(lp->highs);
    }
    free(lp->row_lower);
    free(lp->row_upper);
    free(lp->dual);
    free(lp->row_status);
    free(lp->cost);
    free(lp->lower);
    free(lp->upper);
    free(lp->primal);
    free(lp->reduced);
    free(lp->column_status);
    free(lp);
}

static bool reserve_highs_rows(Lp *lp, int more) {
    if (more <= lp->room_rows - lp->n_rows) {
        return true;
    }
    int room = grow_room(lp->n_rows + more, lp->room_rows);
    bool grown = RESIZE(lp->row_lower, room) && RESIZE(lp->row_upper, room) &&
                 RESIZE(lp->dual, room) && RESIZE(lp->row_status, room);
    lp->room_rows = grown ? room : lp->room_rows;
    return grown;
}

static bool reserve_highs_columns(Lp *lp, int more) {
    if (more <= lp->room_columns - lp->n_columns) {
        return true;
    }
    int room = grow_room(lp->n_columns + more, lp->room_columns);
    bool grown = RESIZE(lp->cost, room) && RESIZE(lp->lower, room) && RESIZE(lp->upper, room) &&
                 RESIZE(lp->primal, room) && RESIZE(lp->reduced, room) &&
                 RESIZE(lp->column_status, room);
    lp->room_columns = grown ? room : lp->room_columns;
    return grown;
}

/** Makes a call; after one that fails, nothing more is asked of HiGHS. */
static Outcome call_highs(void (*make)(void *call), Passing *passing) {
    Lp *lp = passing->lp;
    if (lp->failure == OUTCOME_DONE) {
        lp->failure = cpp_guarded(make, passing);
    }
    if (lp->failure == OUTCOME_DONE && passing->returned == kHighsStatusError) {
        return OUTCOME_SOLVER_FAILED;
    }
    return lp->failure;
}

static void pass_rows(void *call) {
    Passing *passing = call;
    Lp *lp = passing->lp;
    const SparseVectors *v = passing->vectors;
    passing->returned =
        Highs_addRows(lp->highs, v->count, lp->row_lower + lp->n_rows, lp->row_upper + lp->n_rows,
                      v->start[v->count], v->start, v->index, v->value);
}

Outcome highs_lp_add_rows(Lp *lp, const SparseVectors *vectors, const double *lower,
                          const double *upper) {
    if (vectors->count == 0) {
        return lp->failure;
    }
    if (!reserve_highs_rows(lp, vectors->count)) {
        return OUTCOME_NO_MEMORY;
    }
    for (int i = 0; i < vectors->count; i++) {
        RowId row = lp->n_rows + i;
        lp->row_lower[row] = lower[i];
        lp->row_upper[row] = upper[i];
        lp->dual[row] = 0;
        lp->row_status[row] = kHighsBasisStatusBasic;
    }
    Outcome status = call_highs(pass_rows, &(Passing){.lp = lp, .vectors = vectors});
    lp->n_rows += status == OUTCOME_DONE ? vectors->count : 0;
    return status;
}

static void pass_columns(void *call) {
    Passing *passing = call;
    Lp *lp = passing->lp;
    int n = lp->n_columns;
    const SparseVectors *v = passing->vectors;
    passing->returned =
        Highs_addCols(lp->highs, v->count, lp->cost + n, lp->lower + n, lp->upper + n,
                      v->start[v->count], v->start, v->index, v->value);
}

Outcome highs_lp_add_columns(Lp *lp, const SparseVectors *vectors, const double *objective,
                             const double *lower, const double *upper) {
    if (vectors->count == 0) {
        return lp->failure;
    }
    if (!reserve_highs_columns(lp, vectors->count)) {
        return OUTCOME_NO_MEMORY;
    }
    for (int i = 0; i < vectors->count; i++) {
        ColumnId column = lp->n_columns + i;
        lp->cost[column] = -objective[i];
        lp->lower[column] = lower[i];
        lp->upper[column] = upper[i];
        lp->primal[column] = 0;
        lp->reduced[column] = 0;
        lp->column_status[column] = kHighsBasisStatusLower;
    }
    Outcome status = call_highs(pass_columns, &(Passing){.lp = lp, .vectors = vectors});
    lp->n_columns += status == OUTCOME_DONE ? vectors->count : 0;
    return status;
}

static void pass_coefficients(void *call) {
    Passing *passing = call;
    const SparseVectors *v = passing->vectors;
    for (int i = 0; i < v->count; i++) {
        Highs_changeCoeff(passing->lp->highs, v->index[i], passing->column, v->value[i]);
    }
}

void highs_lp_set_column(Lp *lp, ColumnId column, const RowId *rows, const double *values,
                         int count) {
    const SparseVectors entries = {.count = count, .index = rows, .value = values};
    Passing passing = {.lp = lp, .vectors = &entries, .column = column};
    lp->failure = call_highs(pass_coefficients, &passing);
}
