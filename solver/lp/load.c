/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a model out in arrays, and hands it to a solver. */
#include "solver/lp/load.h"

#include <math.h>
#include <stdlib.h>

#include "solver/tolerances.h"

static bool sparse_model_allocate(SparseModel *sparse, const LpModel *model) {
    size_t rows = (size_t)model->n_rows, columns = (size_t)model->n_columns;
    sparse->none = calloc(rows + 1, sizeof(int));
    sparse->start = calloc(columns + 2, sizeof(int));
    sparse->index = calloc((size_t)model->n_entries + 1, sizeof(int));
    sparse->value = calloc((size_t)model->n_entries + 1, sizeof(double));
    sparse->numbers = calloc(2 * rows + 3 * columns + 1, sizeof(double));
    return sparse->none != NULL && sparse->start != NULL && sparse->index != NULL &&
           sparse->value != NULL && sparse->numbers != NULL;
}

void sparse_model_clear(SparseModel *sparse) {
    free(sparse->none);
    free(sparse->start);
    free(sparse->index);
    free(sparse->value);
    free(sparse->numbers);
}

static void write_rows(SparseModel *sparse, const LpModel *model) {
    sparse->rows = (SparseVectors){model->n_rows, sparse->none, NULL, NULL};
    sparse->row_lower = sparse->numbers;
    sparse->row_upper = sparse->row_lower + model->n_rows;
    for (RowId row = 0; row < model->n_rows; row++) {
        sparse->row_lower[row] = model->rows[row].lower;
        sparse->row_upper[row] = model->rows[row].upper;
    }
}

/** Counting sort of the entries by column. */
static void sort_entries(SparseModel *sparse, const LpModel *model) {
    int *start = sparse->start;
    for (int i = 0; i < model->n_entries; i++) {
        start[model->entries[i].column + 2]++;
    }
    for (ColumnId column = 1; column <= model->n_columns; column++) {
        start[column + 1] += start[column];
    }
    for (int i = 0; i < model->n_entries; i++) {
        int place = start[model->entries[i].column + 1]++;
        sparse->index[place] = model->entries[i].row;
        sparse->value[place] = model->entries[i].value;
    }
}

static void write_columns(SparseModel *sparse, const LpModel *model) {
    sparse->objective = sparse->row_upper + model->n_rows;
    sparse->lower = sparse->objective + model->n_columns;
    sparse->upper = sparse->lower + model->n_columns;
    for (ColumnId column = 0; column < model->n_columns; column++) {
        sparse->objective[column] = model->columns[column].objective;
        sparse->lower[column] = model->columns[column].lower;
        sparse->upper[column] = model->columns[column].upper;
    }
    sort_entries(sparse, model);
    sparse->columns =
        (SparseVectors){model->n_columns, sparse->start, sparse->index, sparse->value};
}

/** To be cleared whatever the outcome. */
static Outcome sparse_model_init(SparseModel *sparse, const LpModel *model) {
    *sparse = (SparseModel){0};
    if (model->failed || !sparse_model_allocate(sparse, model)) {
        return OUTCOME_NO_MEMORY;
    }
    write_rows(sparse, model);
    write_columns(sparse, model);
    return OUTCOME_DONE;
}

/** @return false where that leaves a column no value */
static bool make_bounds_whole(const SparseModel *sparse, const LpModel *model) {
    bool any = true;
    for (ColumnId column = 0; column < model->n_columns; column++) {
        if (model->columns[column].integer) {
            sparse->lower[column] = ceil(sparse->lower[column] - WHOLE);
            sparse->upper[column] = floor(sparse->upper[column] + WHOLE);
            any &= sparse->lower[column] <= sparse->upper[column];
        }
    }
    return any;
}

Outcome load_model(const Backend *backend, Lp *lp, const LpModel *model) {
    SparseModel sparse;
    Outcome status = sparse_model_init(&sparse, model);
    if (status == OUTCOME_DONE) {
        status = backend->add_rows(lp, &sparse.rows, sparse.row_lower, sparse.row_upper);
    }
    if (status == OUTCOME_DONE) {
        status =
            backend->add_columns(lp, &sparse.columns, sparse.objective, sparse.lower, sparse.upper);
    }
    sparse_model_clear(&sparse);
    return status;
}

Outcome sparse_program_init(SparseModel *sparse, const LpModel *model) {
    Outcome status = sparse_model_init(sparse, model);
    if (status == OUTCOME_DONE && !make_bounds_whole(sparse, model)) {
        status = OUTCOME_INFEASIBLE;
    }
    return status;
}
