/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies a model row by row, and keeps the cuts that come to it. */
#include "solver/closed/closed_model.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "solver/tolerances.h"

static bool row_allocate(ClosedRow *row, int count) {
    row->index = calloc((size_t)count + 1, sizeof *row->index);
    row->value = calloc((size_t)count + 1, sizeof *row->value);
    return row->index != NULL && row->value != NULL;
}

static void row_clear(ClosedRow *row) {
    free(row->index);
    free(row->value);
}

static bool allocate_model(ClosedModel *closed, const LpModel *model) {
    size_t columns = (size_t)model->n_columns + 1, rows = (size_t)model->n_rows + 1;
    closed->objective = calloc(columns, sizeof(double));
    closed->lower = calloc(columns, sizeof(double));
    closed->upper = calloc(columns, sizeof(double));
    closed->whole = calloc(columns, sizeof(bool));
    closed->rows = calloc(rows, sizeof(ClosedRow));
    closed->room_rows = model->n_rows + 1;
    return closed->objective != NULL && closed->lower != NULL && closed->upper != NULL &&
           closed->whole != NULL && closed->rows != NULL;
}

static void round_inwards(ClosedModel *closed, double *lower, double *upper) {
    *lower = ceil(*lower - WHOLE);
    *upper = floor(*upper + WHOLE);
    closed->empty |= *lower > *upper;
}

static void copy_columns(ClosedModel *closed, const LpModel *model, const bool *whole) {
    for (ColumnId column = 0; column < model->n_columns; column++) {
        closed->objective[column] = model->columns[column].objective;
        closed->lower[column] = model->columns[column].lower;
        closed->upper[column] = model->columns[column].upper;
        closed->whole[column] = whole[column];
        if (whole[column]) {
            round_inwards(closed, &closed->lower[column], &closed->upper[column]);
        }
    }
}

static bool has_whole_activity(const ClosedModel *closed, const ClosedRow *row) {
    for (int i = 0; i < row->count; i++) {
        if (!closed->whole[row->index[i]] || row->value[i] != round(row->value[i])) {
            return false;
        }
    }
    return true;
}

static int compare_by_row(const void *a, const void *b) {
    const LpEntry *x = a, *y = b;
    if (x->row != y->row) {
        return x->row < y->row ? -1 : 1;
    }
    return (x->column > y->column) - (x->column < y->column);
}

/** The entries of a row, which stand together. */
static bool take_row(ClosedModel *closed, const LpRow *from, const LpEntry *entries, int count) {
    ClosedRow *row = &closed->rows[closed->n_rows++];
    *row = (ClosedRow){.lower = from->lower, .upper = from->upper};
    if (!row_allocate(row, count)) {
        return false;
    }
    for (int i = 0; i < count; i++) {
        row->index[i] = entries[i].column;
        row->value[i] = entries[i].value;
    }
    row->count = count;
    row->whole = has_whole_activity(closed, row);
    if (row->whole) {
        round_inwards(closed, &row->lower, &row->upper);
    }
    return true;
}

static bool copy_rows(ClosedModel *closed, const LpModel *model) {
    LpEntry *entries = malloc(((size_t)model->n_entries + 1) * sizeof *entries);
    if (entries == NULL) {
        return false;
    }
    copy_items(entries, model->entries, (size_t)model->n_entries * sizeof *entries);
    if (model->n_entries > 1) {
        qsort(entries, (size_t)model->n_entries, sizeof *entries, compare_by_row);
    }
    bool ok = true;
    int first = 0;
    for (RowId row = 0; row < model->n_rows && ok; row++) {
        int end = first;
        while (end < model->n_entries && entries[end].row == row) {
            end++;
        }
        ok = take_row(closed, &model->rows[row], &entries[first], end - first);
        first = end;
    }
    closed->n_model_rows = closed->n_rows;
    free(entries);
    return ok;
}

Outcome closed_model_init(ClosedModel *closed, const LpModel *model, const bool *whole) {
    *closed = (ClosedModel){.n_columns = model->n_columns, .constant = model->constant};
    if (model->failed || !allocate_model(closed, model)) {
        return OUTCOME_NO_MEMORY;
    }
    copy_columns(closed, model, whole);
    return outcome_of_memory(copy_rows(closed, model));
}

void closed_model_clear(ClosedModel *closed) {
    for (int row = 0; row < closed->n_rows; row++) {
        row_clear(&closed->rows[row]);
    }
    free(closed->rows);
    free(closed->objective);
    free(closed->lower);
    free(closed->upper);
    free(closed->whole);
    *closed = (ClosedModel){0};
}

bool closed_model_cut(ClosedModel *closed, const int *index, const double *value, int count,
                      double upper) {
    if (!GROW(closed->rows, closed->n_rows + 1, closed->room_rows)) {
        return false;
    }
    ClosedRow row = {.count = count, .lower = -HUGE_VAL, .upper = upper};
    if (!row_allocate(&row, count)) {
        row_clear(&row);
        return false;
    }
    copy_items(row.index, index, (size_t)count * sizeof *index);
    copy_items(row.value, value, (size_t)count * sizeof *value);
    row.whole = has_whole_activity(closed, &row);
    if (row.whole) {
        row.upper = floor(row.upper + WHOLE);
    }
    closed->rows[closed->n_rows++] = row;
    return true;
}

void closed_model_keep_cuts(ClosedModel *closed, const bool *wanted) {
    int kept = closed->n_model_rows;
    for (int row = closed->n_model_rows; row < closed->n_rows; row++) {
        if (wanted[row]) {
            closed->rows[kept++] = closed->rows[row];
        } else {
            row_clear(&closed->rows[row]);
        }
    }
    closed->n_rows = kept;
}

double closed_row_activity(const ClosedRow *row, const double *primal) {
    double sum = 0;
    for (int i = 0; i < row->count; i++) {
        sum += row->value[i] * primal[row->index[i]];
    }
    return sum;
}
