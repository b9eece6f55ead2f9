/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A linear program as arrays that grow: adding, merging and copying. */
#include "model/formulation/lp_model.h"

#include <stdlib.h>

#include "base/grow.h"

RowId lp_model_row(LpModel *lp, LpRow row) {
    if (GROW(lp->rows, lp->n_rows + 1, lp->room_rows)) {
        lp->rows[lp->n_rows++] = row;
    } else {
        lp->failed = true;
    }
    return lp->n_rows > 0 ? lp->n_rows - 1 : 0;
}

ColumnId lp_model_column(LpModel *lp, LpColumn column) {
    if (GROW(lp->columns, lp->n_columns + 1, lp->room_columns)) {
        lp->columns[lp->n_columns++] = column;
    } else {
        lp->failed = true;
    }
    return lp->n_columns > 0 ? lp->n_columns - 1 : 0;
}

void lp_model_entry(LpModel *lp, RowId row, ColumnId column, double value) {
    if (value == 0) {
        return;
    }
    if (GROW(lp->entries, lp->n_entries + 1, lp->room_entries)) {
        lp->entries[lp->n_entries++] = (LpEntry){.row = row, .column = column, .value = value};
    } else {
        lp->failed = true;
    }
}

static int compare_entries(const void *a, const void *b) {
    const LpEntry *x = a, *y = b;
    if (x->row != y->row) {
        return x->row < y->row ? -1 : 1;
    }
    return (x->column > y->column) - (x->column < y->column);
}

void lp_model_merge(LpModel *lp) {
    if (lp->n_entries == 0) {
        return;
    }
    qsort(lp->entries, (size_t)lp->n_entries, sizeof *lp->entries, compare_entries);
    int kept = 0;
    for (int i = 1; i < lp->n_entries; i++) {
        if (compare_entries(&lp->entries[kept], &lp->entries[i]) == 0) {
            lp->entries[kept].value += lp->entries[i].value;
        } else {
            kept += lp->entries[kept].value != 0;
            lp->entries[kept] = lp->entries[i];
        }
    }
    lp->n_entries = kept + (lp->entries[kept].value != 0);
}

void lp_model_copy(const LpModel *from, LpModel *to) {
    for (RowId row = 0; row < from->n_rows; row++) {
        lp_model_row(to, from->rows[row]);
    }
    for (ColumnId column = 0; column < from->n_columns; column++) {
        lp_model_column(to, from->columns[column]);
    }
    for (int i = 0; i < from->n_entries; i++) {
        const LpEntry *entry = &from->entries[i];
        lp_model_entry(to, entry->row, entry->column, entry->value);
    }
    to->constant = from->constant;
}

double lp_model_value(const LpModel *lp, const double *primal) {
    double value = 0;
    for (ColumnId column = 0; column < lp->n_columns; column++) {
        value += lp->columns[column].objective * primal[column];
    }
    return value;
}

void lp_model_clear(LpModel *lp) {
    free(lp->rows);
    free(lp->columns);
    free(lp->entries);
    *lp = (LpModel){0};
}
