/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes into CLP: makes an LP there, and adds and changes its rows, columns and bounds. What
 * comes out again is read in backend_clp.c. */
#include "solver/lp/clp_lp.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "solver/lp/coin_guard.h"
#include "solver/tolerances.h"

/** CLP's direction of optimisation. */
static const double MAXIMISE = -1;

/** Vectors on their way into CLP. */
typedef struct {
    Lp *lp;
    const SparseVectors *vectors;
    const double *objective, *lower, *upper;
    ColumnId column; /**< to be set */
} Change;

Outcome clp_lp_guarded(Lp *lp, void (*make)(void *call), void *call) {
    if (lp->failure == OUTCOME_DONE) {
        lp->failure = coin_guarded(make, call);
    }
    return lp->failure;
}

static void make_model(void *call) {
    Lp *lp = call;
    lp->clp = Clp_newModel();
    Clp_setLogLevel(lp->clp, 0);
    Clp_setOptimizationDirection(lp->clp, MAXIMISE);
    Clp_setPrimalTolerance(lp->clp, LP_TOLERANCE);
    Clp_setDualTolerance(lp->clp, LP_TOLERANCE);
    coin_watch_simplex(lp->clp, &lp->clock);
}

Lp *clp_lp_create(void) {
    Lp *lp = calloc(1, sizeof *lp);
    if (lp != NULL && clp_lp_guarded(lp, make_model, lp) != OUTCOME_DONE) {
        free(lp);
        lp = NULL;
    }
    return lp;
}

void clp_lp_destroy(Lp *lp) {
    if (lp != NULL) {
        if (lp->failure == OUTCOME_DONE) {
            Clp_deleteModel(lp->clp);
        }
        free(lp);
    }
}

/** CLP's infinity is the greatest number there is. */
static double finite_bound(double bound) {
    return fmin(fmax(bound, -DBL_MAX), DBL_MAX);
}

void clp_lp_bound_row(Lp *lp, RowId row, double lower, double upper) {
    if (lp->failure == OUTCOME_DONE) {
        Clp_rowLower(lp->clp)[row] = finite_bound(lower);
        Clp_rowUpper(lp->clp)[row] = finite_bound(upper);
    }
}

void clp_lp_bound_column(Lp *lp, ColumnId column, double lower, double upper) {
    if (lp->failure == OUTCOME_DONE) {
        Clp_columnLower(lp->clp)[column] = finite_bound(lower);
        Clp_columnUpper(lp->clp)[column] = finite_bound(upper);
    }
}

void clp_lp_set_objective(Lp *lp, ColumnId column, double objective) {
    if (lp->failure == OUTCOME_DONE) {
        Clp_objective(lp->clp)[column] = objective;
    }
}

static void append_rows(void *call) {
    const Change *change = call;
    const SparseVectors *vectors = change->vectors;
    Clp_addRows(change->lp->clp, vectors->count, change->lower, change->upper, vectors->start,
                vectors->index, vectors->value);
}

Outcome clp_lp_add_rows(Lp *lp, const SparseVectors *vectors, const double *lower,
                        const double *upper) {
    Change change = {.lp = lp, .vectors = vectors, .lower = lower, .upper = upper};
    return vectors->count > 0 ? clp_lp_guarded(lp, append_rows, &change) : lp->failure;
}

static void append_columns(void *call) {
    const Change *change = call;
    const SparseVectors *vectors = change->vectors;
    Clp_addColumns(change->lp->clp, vectors->count, change->lower, change->upper, change->objective,
                   vectors->start, vectors->index, vectors->value);
}

Outcome clp_lp_add_columns(Lp *lp, const SparseVectors *vectors, const double *objective,
                           const double *lower, const double *upper) {
    Change change = {
        .lp = lp, .vectors = vectors, .objective = objective, .lower = lower, .upper = upper};
    return vectors->count > 0 ? clp_lp_guarded(lp, append_columns, &change) : lp->failure;
}

static void change_column(void *call) {
    const Change *change = call;
    for (int i = 0; i < change->vectors->count; i++) {
        Clp_modifyCoefficient(change->lp->clp, change->vectors->index[i], change->column,
                              change->vectors->value[i], true);
    }
}

void clp_lp_set_column(Lp *lp, ColumnId column, const RowId *rows, const double *values,
                       int count) {
    const SparseVectors vectors = {.count = count, .index = rows, .value = values};
    Change change = {.lp = lp, .vectors = &vectors, .column = column};
    (void)clp_lp_guarded(lp, change_column, &change); /* the next solve answers what went wrong */
}
