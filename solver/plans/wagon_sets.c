/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wagon sets for chosen trains as a small LP of their own. */
#include "solver/plans/wagon_sets.h"

#include <math.h>
#include <stdlib.h>

#include "solver/lp/load.h"
#include "solver/tolerances.h"

/** Beyond so many nodes no search for whole sets goes; as good as never reached. */
enum { SEARCH_NODES = 100000 };

/** Sets beside trains: a small model of its own, the rows of rakes with the trains fixed. */
typedef struct {
    LpModel model;
    RowId *row;         /**< per row of the formulation: its number here, NONE */
    ColumnId *column;   /**< per column of the formulation, likewise */
    ColumnId *original; /**< per column here */
    double *primal;
} SetsModel;

static bool of_rakes(const LpRow *row) {
    return row->group == ROW_SETS || row->group == ROW_POOL;
}

static bool sets_model_init(SetsModel *sets, const LpModel *lp) {
    sets->row = calloc((size_t)lp->n_rows + 1, sizeof(RowId));
    sets->column = calloc((size_t)lp->n_columns + 1, sizeof(ColumnId));
    sets->original = calloc((size_t)lp->n_columns + 1, sizeof(ColumnId));
    sets->primal = calloc((size_t)lp->n_columns + 1, sizeof(double));
    return sets->row != NULL && sets->column != NULL && sets->original != NULL &&
           sets->primal != NULL;
}

static void sets_model_clear(SetsModel *sets) {
    lp_model_clear(&sets->model);
    free(sets->row);
    free(sets->column);
    free(sets->original);
    free(sets->primal);
}

/** Takes the rows over, and the columns in them but for the trains, which move into the bounds. */
static void sets_model_fill(SetsModel *sets, const Formulation *formulation, const bool *runs) {
    const LpModel *lp = &formulation->lp;
    int n_trains = formulation->problem->n_trains;
    for (RowId row = 0; row < lp->n_rows; row++) {
        sets->row[row] =
            of_rakes(&lp->rows[row]) ? lp_model_row(&sets->model, lp->rows[row]) : NONE;
    }
    for (ColumnId column = 0; column < lp->n_columns; column++) {
        sets->column[column] = NONE;
    }
    for (int i = 0; i < lp->n_entries && !sets->model.failed; i++) {
        const LpEntry *entry = &lp->entries[i];
        RowId row = sets->row[entry->row];
        if (row == NONE) {
            continue;
        }
        if (entry->column < n_trains) {
            sets->model.rows[row].lower -= runs[entry->column] ? entry->value : 0;
            sets->model.rows[row].upper -= runs[entry->column] ? entry->value : 0;
            continue;
        }
        ColumnId *column = &sets->column[entry->column];
        if (*column == NONE) {
            *column = lp_model_column(&sets->model, lp->columns[entry->column]);
            sets->original[*column] = entry->column;
        }
        lp_model_entry(&sets->model, row, *column, entry->value);
    }
}

/** True where all sets are whole, but for rounding. */
static bool is_whole(const SetsModel *sets) {
    for (ColumnId column = 0; column < sets->model.n_columns; column++) {
        double held = sets->primal[column];
        if (sets->model.columns[column].integer && fabs(held - round(held)) > SETS_WHOLE) {
            return false;
        }
    }
    return true;
}

/** Sets that are fractional in the relaxation: a matter of cyclic plans, whose pools are one more
 * row.
 */
static Outcome sets_model_search(SetsModel *sets, const Backend *backend, double left_s,
                                 const volatile sig_atomic_t *stop) {
    const IntegerOptions options = {.relative_gap = 0,
                                    .node_limit = SEARCH_NODES,
                                    .time_limit_s = left_s,
                                    .stop = stop,
                                    .cutoff = -HUGE_VAL};
    double bound;
    bool found;
    Outcome status = backend->integer->search(&sets->model, &options, sets->primal, &bound, &found);
    return found ? OUTCOME_DONE : status;
}

/** Sets move in time as in a network, so that the relaxation as a rule is whole. */
static Outcome solve_sets(SetsModel *sets, const Backend *backend, const Clock *clock) {
    double left_s = fmax(clock_left(clock), SETS_LEAST_S);
    const volatile sig_atomic_t *stop = clock_interrupted(clock) ? NULL : clock->stop;
    Lp *lp = backend->create();
    if (lp == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    Outcome status = load_model(backend, lp, &sets->model);
    if (status == OUTCOME_DONE) {
        status = backend->solve(lp, LP_DUAL, left_s, stop);
    }
    if (status == OUTCOME_DONE) {
        backend->primal(lp, sets->primal);
        status = is_whole(sets) ? OUTCOME_DONE : sets_model_search(sets, backend, left_s, stop);
    }
    backend->destroy(lp);
    return status;
}

Outcome wagon_sets_find(const Formulation *formulation, const Backend *backend, const Clock *clock,
                        const bool *runs, double *value) {
    if (formulation->problem->kase->n_rakes == 0) {
        return OUTCOME_DONE;
    }
    SetsModel sets = {0};
    Outcome status = OUTCOME_NO_MEMORY;
    if (sets_model_init(&sets, &formulation->lp)) {
        sets_model_fill(&sets, formulation, runs);
        bool none = sets.model.n_rows == 0 && !sets.model.failed;
        status = none ? OUTCOME_DONE : solve_sets(&sets, backend, clock);
    }
    for (ColumnId column = 0; column < sets.model.n_columns && status == OUTCOME_DONE; column++) {
        double held = sets.primal[column];
        value[sets.original[column]] = sets.model.columns[column].integer ? round(held) : held;
    }
    sets_model_clear(&sets);
    return status;
}
