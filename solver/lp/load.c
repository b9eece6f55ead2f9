/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solver/lp/load.h"

#include <stdlib.h>

/** Room for one call: the entries sorted by column, and the numbers of rows and columns as the
 * backend takes them. */
typedef struct {
    int *start;
    int *index;
    double *value;
    double *numbers;
} Loading;

static bool loading_init(Loading *loading, const LpModel *model) {
    size_t rows = (size_t)model->n_rows, columns = (size_t)model->n_columns;
    loading->start = calloc((rows > columns ? rows : columns) + 2, sizeof(int));
    loading->index = calloc((size_t)model->n_entries + 1, sizeof(int));
    loading->value = calloc((size_t)model->n_entries + 1, sizeof(double));
    loading->numbers = calloc(2 * rows + 3 * columns + 1, sizeof(double));
    return loading->start != NULL && loading->index != NULL && loading->value != NULL &&
           loading->numbers != NULL;
}

static void loading_clear(Loading *loading) {
    free(loading->start);
    free(loading->index);
    free(loading->value);
    free(loading->numbers);
}

static Outcome load_rows(const Backend *backend, Lp *lp, const LpModel *model, Loading *loading) {
    double *lower = loading->numbers, *upper = lower + model->n_rows;
    for (RowId row = 0; row < model->n_rows; row++) {
        lower[row] = model->rows[row].lower;
        upper[row] = model->rows[row].upper;
    }
    SparseVectors empty = {model->n_rows, loading->start, NULL, NULL};
    return backend->add_rows(lp, &empty, lower, upper);
}

/** Counting sort of the entries by column. */
static void sort_entries(const LpModel *model, Loading *loading) {
    int *start = loading->start;
    for (int i = 0; i < model->n_entries; i++) {
        start[model->entries[i].column + 2]++;
    }
    for (ColumnId column = 1; column <= model->n_columns; column++) {
        start[column + 1] += start[column];
    }
    for (int i = 0; i < model->n_entries; i++) {
        int place = start[model->entries[i].column + 1]++;
        loading->index[place] = model->entries[i].row;
        loading->value[place] = model->entries[i].value;
    }
}

static Outcome load_columns(const Backend *backend, Lp *lp, const LpModel *model,
                            Loading *loading) {
    double *objective = loading->numbers, *lower = objective + model->n_columns,
           *upper = lower + model->n_columns;
    for (ColumnId column = 0; column < model->n_columns; column++) {
        objective[column] = model->columns[column].objective;
        lower[column] = model->columns[column].lower;
        upper[column] = model->columns[column].upper;
    }
    sort_entries(model, loading);
    SparseVectors vectors = {model->n_columns, loading->start, loading->index, loading->value};
    return backend->add_columns(lp, &vectors, objective, lower, upper);
}

Outcome load_model(const Backend *backend, Lp *lp, const LpModel *model) {
    Loading loading = {0};
    Outcome status = outcome_of_memory(!model->failed && loading_init(&loading, model));
    if (status == OUTCOME_DONE) {
        status = load_rows(backend, lp, model, &loading);
    }
    if (status == OUTCOME_DONE) {
        status = load_columns(backend, lp, model, &loading);
    }
    loading_clear(&loading);
    return status;
}
