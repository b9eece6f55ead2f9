/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that come into an LP as they are violated, and what its prices prove. */
#include "solver/closed/closed_lp.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "model/problem/problem.h"
#include "solver/closed/closed_park.h"
#include "solver/tolerances.h"

/* ---- building ---- */

static bool allocate_lp(ClosedLp *lp) {
    size_t columns = (size_t)lp->model->n_columns + 1;
    lp->lower = calloc(columns, sizeof(double));
    lp->upper = calloc(columns, sizeof(double));
    lp->parked = calloc(columns, sizeof(bool));
    lp->primal = calloc(columns, sizeof(double));
    lp->reduced = calloc(columns, sizeof(double));
    return lp->lower != NULL && lp->upper != NULL && lp->parked != NULL && lp->primal != NULL &&
           lp->reduced != NULL;
}

/** Room for a place of each row of the model, the new ones not in the LP. */
static bool reserve_places(ClosedLp *lp) {
    int before = lp->room_places;
    if (!GROW(lp->place, lp->model->n_rows, lp->room_places)) {
        return false;
    }
    for (int row = before; row < lp->room_places; row++) {
        lp->place[row] = NONE;
    }
    return true;
}

/** Adds a row of the model that is not in the LP. */
static Outcome add_row(ClosedLp *lp, RowId id) {
    ClosedRow *row = &lp->model->rows[id];
    int start[2] = {0, row->count};
    SparseVectors vector = {1, start, row->index, row->value};
    if (!GROW(lp->rows, lp->n_rows + 1, lp->room_rows) ||
        !GROW(lp->dual, lp->n_rows + 1, lp->room_duals)) {
        return OUTCOME_NO_MEMORY;
    }
    Outcome status = lp->backend->add_rows(lp->lp, &vector, &row->lower, &row->upper);
    if (status == OUTCOME_DONE) {
        lp->place[id] = lp->n_rows;
        lp->rows[lp->n_rows++] = id;
    }
    return status;
}

/** A solver's LP with all columns and the rows that are wanted, in the model's order. */
static Outcome load_rows(ClosedLp *lp, const bool *wanted) {
    ClosedModel *model = lp->model;
    int *start = calloc((size_t)model->n_columns + 1, sizeof *start);
    SparseVectors empty = {model->n_columns, start, NULL, NULL};
    lp->lp = start == NULL ? NULL : lp->backend->create();
    Outcome status = outcome_of_memory(lp->lp != NULL && reserve_places(lp));
    if (status == OUTCOME_DONE) {
        status = lp->backend->add_columns(lp->lp, &empty, model->objective, lp->lower, lp->upper);
    }
    lp->n_rows = 0;
    for (RowId row = 0; row < lp->room_places && status == OUTCOME_DONE; row++) {
        lp->place[row] = NONE;
        if (row < model->n_rows && wanted[row]) {
            status = add_row(lp, row);
        }
    }
    free(start);
    return status;
}

Outcome closed_lp_init(ClosedLp *lp, ClosedModel *model, const Backend *backend, const Clock *clock,
                       const bool *wanted) {
    *lp = (ClosedLp){.model = model, .backend = backend, .clock = clock};
    if (!allocate_lp(lp)) {
        return OUTCOME_NO_MEMORY;
    }
    copy_items(lp->lower, model->lower, (size_t)model->n_columns * sizeof(double));
    copy_items(lp->upper, model->upper, (size_t)model->n_columns * sizeof(double));
    return load_rows(lp, wanted);
}

void closed_lp_clear(ClosedLp *lp) {
    if (lp->lp != NULL) {
        lp->backend->destroy(lp->lp);
    }
    free(lp->place);
    free(lp->rows);
    free(lp->lower);
    free(lp->upper);
    free(lp->parked);
    free(lp->primal);
    free(lp->dual);
    free(lp->reduced);
    *lp = (ClosedLp){0};
}

Outcome closed_lp_start(ClosedLp *lp, const Basis *basis) {
    unsigned char *rows = malloc((size_t)lp->n_rows + 1);
    if (rows == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    for (int i = 0; i < lp->n_rows; i++) {
        rows[i] = basis->rows[lp->rows[i]];
    }
    const Basis own = {rows, basis->columns, lp->n_rows, basis->n_columns};
    lp->backend->set_basis(lp->lp, &own);
    free(rows);
    return OUTCOME_DONE;
}

/** Which rows of the model stay, and the basis over those: the others are basic, so that what is
 * left of it is a basis. */
static bool choose_rows(const ClosedLp *lp, bool *wanted, Basis *basis) {
    unsigned char *status = calloc((size_t)lp->model->n_rows + 1, sizeof *status);
    if (status == NULL) {
        return false;
    }
    for (int i = 0; i < lp->n_rows; i++) {
        RowId row = lp->rows[i];
        status[row] = basis->rows[i];
        wanted[row] = basis->rows[i] != BASIS_BASIC;
    }
    basis->n_rows = 0;
    for (RowId row = 0; row < lp->model->n_rows; row++) {
        if (wanted[row]) {
            basis->rows[basis->n_rows++] = status[row];
        }
    }
    free(status);
    return true;
}

/** Rows that stay, by their numbers once the cuts not wanted are gone. */
static void renumber(ClosedModel *model, bool *wanted) {
    int before = model->n_rows;
    closed_model_keep_cuts(model, wanted);
    for (RowId row = model->n_model_rows; row < before; row++) {
        wanted[row] = row < model->n_rows;
    }
}

/** Makes the LP anew over the rows of the model that are wanted.
 *  @param basis  over those */
static Outcome remake(ClosedLp *lp, bool *wanted, const Basis *basis) {
    renumber(lp->model, wanted);
    lp->backend->destroy(lp->lp);
    Outcome status = load_rows(lp, wanted);
    if (status == OUTCOME_DONE) {
        closed_park_again(lp);
        lp->backend->set_basis(lp->lp, basis);
    }
    return status;
}

static int count_basic_rows(const ClosedLp *lp, const Basis *basis) {
    int count = 0;
    for (int i = 0; i < lp->n_rows; i++) {
        count += basis->rows[i] == BASIS_BASIC;
    }
    return count;
}

Outcome closed_lp_slim(ClosedLp *lp, double share, bool *done) {
    Basis basis = {0};
    *done = false;
    if (!lp->backend->get_basis(lp->lp, &basis)) {
        return OUTCOME_NO_MEMORY;
    }
    Outcome status = OUTCOME_DONE;
    if (count_basic_rows(lp, &basis) > share * lp->n_rows) {
        bool *wanted = calloc((size_t)lp->model->n_rows + 1, sizeof *wanted);
        bool ok = wanted != NULL && choose_rows(lp, wanted, &basis);
        status = ok ? remake(lp, wanted, &basis) : OUTCOME_NO_MEMORY;
        free(wanted);
        *done = true;
    }
    basis_clear(&basis);
    return status;
}

/* ---- bounds ---- */

void closed_lp_bound_column(ClosedLp *lp, ColumnId column, double lower, double upper) {
    if (lp->lower[column] != lower || lp->upper[column] != upper) {
        lp->lower[column] = lower;
        lp->upper[column] = upper;
        lp->backend->set_column_bounds(lp->lp, column, lower, lp->parked[column] ? lower : upper);
    }
}

Outcome closed_lp_bound_row(ClosedLp *lp, RowId row, double lower, double upper) {
    ClosedRow *bounded = &lp->model->rows[row];
    if (bounded->lower == lower && bounded->upper == upper) {
        return OUTCOME_DONE;
    }
    bounded->lower = lower;
    bounded->upper = upper;
    if (lp->place[row] == NONE) {
        return add_row(lp, row);
    }
    lp->backend->set_row_bounds(lp->lp, lp->place[row], lower, upper);
    return OUTCOME_DONE;
}

/* ---- solving ---- */

/** Fetches the prices: 0 where the sign is wrong within the solver's tolerance. */
static void fetch_prices(ClosedLp *lp) {
    lp->backend->duals(lp->lp, lp->dual);
    for (int i = 0; i < lp->n_rows; i++) {
        const ClosedRow *row = &lp->model->rows[lp->rows[i]];
        double dual = lp->dual[i];
        bool wrong = !isfinite(dual) || (dual > 0 && row->upper == HUGE_VAL) ||
                     (dual < 0 && row->lower == -HUGE_VAL);
        lp->dual[i] = wrong ? 0 : dual;
    }
}

/** What the prices prove, and the reduced costs by them. */
static double priced_bound(ClosedLp *lp) {
    const ClosedModel *model = lp->model;
    double bound = model->constant;
    copy_items(lp->reduced, model->objective, (size_t)model->n_columns * sizeof(double));
    for (int i = 0; i < lp->n_rows; i++) {
        const ClosedRow *row = &model->rows[lp->rows[i]];
        double dual = lp->dual[i];
        if (dual == 0) {
            continue;
        }
        bound += dual * (dual > 0 ? row->upper : row->lower);
        for (int j = 0; j < row->count; j++) {
            lp->reduced[row->index[j]] -= dual * row->value[j];
        }
    }
    for (ColumnId column = 0; column < model->n_columns; column++) {
        double reduced = lp->reduced[column];
        if (reduced != 0) {
            bound += reduced * (reduced > 0 ? lp->upper[column] : lp->lower[column]);
        }
    }
    return bound;
}

static void fetch_lp(ClosedLp *lp) {
    lp->backend->primal(lp->lp, lp->primal);
    lp->value = lp->backend->objective(lp->lp) + lp->model->constant;
    fetch_prices(lp);
    lp->bound = priced_bound(lp);
    lp->bound = isnan(lp->bound) ? HUGE_VAL : lp->bound;
}

/** One solve over the rows at hand.
 *  @param iterations  at most; 0: no limit
 *  @return OUTCOME_DONE also where these were not enough: `bound` says what is proven */
static Outcome solve_once(ClosedLp *lp, LpMethod method, int iterations, double cutoff) {
    if (clock_expired(lp->clock)) {
        return OUTCOME_STOPPED;
    }
    if (lp->backend->limit != NULL) {
        lp->backend->limit(lp->lp, iterations, cutoff - lp->model->constant);
    }
    Outcome status = lp->backend->solve(lp->lp, method, clock_left(lp->clock), lp->clock->stop);
    lp->solves++;
    lp->work += (double)lp->n_rows * (lp->model->n_columns - lp->n_parked);
    if (status == OUTCOME_STOPPED && iterations > 0 && !clock_expired(lp->clock)) {
        status = OUTCOME_DONE;
    }
    if (status != OUTCOME_DONE && status != OUTCOME_CUT_OFF) {
        return status;
    }
    fetch_lp(lp);
    return lp->bound <= cutoff ? OUTCOME_CUT_OFF : status;
}

Outcome closed_lp_probe(ClosedLp *lp, int iterations, double cutoff) {
    Outcome status = solve_once(lp, LP_DUAL, iterations, cutoff);
    if (status == OUTCOME_INFEASIBLE && closed_park_none(lp) > 0) {
        status = solve_once(lp, LP_DUAL, iterations, cutoff);
    }
    return status == OUTCOME_CUT_OFF && lp->bound > cutoff ? OUTCOME_DONE : status;
}

/** Adds the rows that the last solution violates. */
static Outcome add_violated(ClosedLp *lp, int *added) {
    Outcome status = outcome_of_memory(reserve_places(lp));
    *added = 0;
    for (RowId id = 0; id < lp->model->n_rows && status == OUTCOME_DONE; id++) {
        const ClosedRow *row = &lp->model->rows[id];
        if (lp->place[id] != NONE || (row->lower == -HUGE_VAL && row->upper == HUGE_VAL)) {
            continue;
        }
        double activity = closed_row_activity(row, lp->primal);
        if (activity > row->upper + CUT_VIOLATED * fmax(1, fabs(row->upper)) ||
            activity < row->lower - CUT_VIOLATED * fmax(1, fabs(row->lower))) {
            status = add_row(lp, id);
            (*added)++;
        }
    }
    return status;
}

/** What is still missing after a solve that ended so: rows that are violated, columns that are
 * wanted.
 *  @param method  receives how to go on
 *  @param more    receives whether there is anything to go on for */
static Outcome look_for_more(ClosedLp *lp, Outcome status, LpMethod *method, bool *more) {
    int added = 0;
    *method = LP_DUAL;
    if (status == OUTCOME_INFEASIBLE) {
        *more = closed_park_none(lp) > 0;
        return status;
    }
    if (status == OUTCOME_DONE) {
        status = add_violated(lp, &added);
    }
    if (added == 0) {
        added = closed_park_wanted(lp);
        *method = LP_PRIMAL;
    }
    *more = added > 0;
    return status;
}

Outcome closed_lp_solve(ClosedLp *lp, double cutoff) {
    double least = cutoff;
    LpMethod method = LP_DUAL;
    for (;;) {
        bool more = false;
        Outcome status = solve_once(lp, method, 0, least);
        if (status == OUTCOME_CUT_OFF && lp->bound > cutoff) {
            least = -HUGE_VAL; /* the solver's word is not enough: it goes on to the end */
            method = LP_DUAL;
            continue;
        }
        if (status == OUTCOME_DONE || status == OUTCOME_INFEASIBLE) {
            status = look_for_more(lp, status, &method, &more);
        }
        if (!more) {
            return status;
        }
    }
}
