#include "solver/reposition.h"

#include <math.h>
#include <stdlib.h>

#include "solver/load.h"

/** Sets beside trains: a small model of its own, the rows of rakes with the trains fixed. */
typedef struct {
    LpModel model;
    RowId *row;         /**< per row of the formulation: its number here, NONE */
    ColumnId *column;   /**< per column of the formulation, likewise */
    ColumnId *original; /**< per column here */
    bool *integer;
    double *primal;
} SetsModel;

static bool of_rakes(const LpRow *row) {
    return row->group == ROW_SETS || row->group == ROW_POOL;
}

static bool sets_model_init(SetsModel *sets, const LpModel *lp) {
    sets->row = calloc((size_t)lp->n_rows + 1, sizeof(RowId));
    sets->column = calloc((size_t)lp->n_columns + 1, sizeof(ColumnId));
    sets->original = calloc((size_t)lp->n_columns + 1, sizeof(ColumnId));
    sets->integer = calloc((size_t)lp->n_columns + 1, sizeof(bool));
    sets->primal = calloc((size_t)lp->n_columns + 1, sizeof(double));
    return sets->row != NULL && sets->column != NULL && sets->original != NULL &&
           sets->integer != NULL && sets->primal != NULL;
}

static void sets_model_clear(SetsModel *sets) {
    lp_model_clear(&sets->model);
    free(sets->row);
    free(sets->column);
    free(sets->original);
    free(sets->integer);
    free(sets->primal);
}

/** Takes the rows over, and the columns in them but for the trains, which move into the bounds. */
static void fill(SetsModel *sets, const Formulation *formulation, const bool *runs) {
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
            LpColumn own = lp->columns[entry->column];
            *column = lp_model_column(&sets->model, own);
            sets->original[*column] = entry->column;
            sets->integer[*column] = own.integer;
        }
        lp_model_entry(&sets->model, row, *column, entry->value);
    }
}

static SetsStatus solve_sets(SetsModel *sets, const Backend *backend) {
    Lp *lp = backend->create();
    SetsStatus status = SETS_FAILED;
    if (lp != NULL && load_model(backend, lp, &sets->model)) {
        MipOptions options = {.relative_gap = 0, .node_limit = INT_MAX, .time_limit_s = HUGE_VAL};
        double bound;
        bool found;
        LpStatus solved =
            backend->solve_integer(lp, sets->integer, &options, sets->primal, &bound, &found);
        if (found) {
            status = SETS_SUFFICE;
        } else if (solved == LP_INFEASIBLE) {
            status = SETS_LACK;
        }
    }
    if (lp != NULL) {
        backend->destroy(lp);
    }
    return status;
}

SetsStatus reposition_sets(const Formulation *formulation, const Backend *backend, const bool *runs,
                           double *value) {
    if (formulation->problem->kase->n_rakes == 0) {
        return SETS_SUFFICE;
    }
    SetsModel sets = {0};
    SetsStatus status = SETS_FAILED;
    if (sets_model_init(&sets, &formulation->lp)) {
        fill(&sets, formulation, runs);
        if (sets.model.n_rows == 0) {
            status = SETS_SUFFICE;
        } else if (!sets.model.failed) {
            status = solve_sets(&sets, backend);
        }
    }
    for (ColumnId column = 0; column < sets.model.n_columns && status == SETS_SUFFICE; column++) {
        double held = sets.primal[column];
        value[sets.original[column]] = sets.integer[column] ? round(held) : held;
    }
    sets_model_clear(&sets);
    return status;
}
