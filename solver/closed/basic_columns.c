/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorts the entries of an LP's rows by the columns that are basic. */
#include "solver/closed/basic_columns.h"

#include <stdlib.h>

#include "model/problem/problem.h"

/** Numbers of the basic columns, NONE for the others; returns how many there are. */
static int number_basic(const ClosedLp *lp, const Basis *basis, int *number, ColumnId *ids) {
    int count = 0;
    for (ColumnId column = 0; column < lp->model->n_columns; column++) {
        bool basic = basis->columns[column] == BASIS_BASIC;
        number[column] = basic ? count : NONE;
        if (basic) {
            ids[count++] = column;
        }
    }
    return count;
}

/** Entries of the numbered columns, `start[number + 1]` moved on by each; with nothing to write to
 * they are counted alone, in `start[number + 2]`. */
static void sort_by_column(const ClosedLp *lp, const int *number, int *start, int *index,
                           double *value) {
    for (int i = 0; i < lp->n_rows; i++) {
        const ClosedRow *row = &lp->model->rows[lp->rows[i]];
        for (int j = 0; j < row->count; j++) {
            int at = number[row->index[j]];
            if (at != NONE && index == NULL) {
                start[at + 2]++;
            } else if (at != NONE) {
                index[start[at + 1]] = i;
                value[start[at + 1]++] = row->value[j];
            }
        }
    }
}

bool basic_columns_build(const ClosedLp *lp, const Basis *basis, BasicColumns *columns) {
    size_t room = (size_t)lp->model->n_columns + 2;
    int *number = calloc(room, sizeof *number), *start = calloc(room, sizeof *start);
    ColumnId *ids = calloc(room, sizeof *ids);
    *columns = (BasicColumns){.ids = ids, .memory = {ids, start}};
    bool ok = number != NULL && start != NULL && ids != NULL;
    int count = ok ? number_basic(lp, basis, number, ids) : 0;
    if (ok) {
        sort_by_column(lp, number, start, NULL, NULL);
        for (int i = 1; i <= count; i++) {
            start[i + 1] += start[i];
        }
        int *index = calloc((size_t)start[count + 1] + 1, sizeof *index);
        double *value = calloc((size_t)start[count + 1] + 1, sizeof *value);
        columns->memory[2] = index;
        columns->memory[3] = value;
        columns->vectors = (SparseVectors){count, start, index, value};
        ok = index != NULL && value != NULL;
    }
    if (ok) {
        sort_by_column(lp, number, start, columns->memory[2], columns->memory[3]);
    } else {
        basic_columns_clear(columns);
    }
    free(number);
    return ok;
}

void basic_columns_clear(BasicColumns *columns) {
    for (int i = 0; i < 4; i++) {
        free(columns->memory[i]);
    }
    *columns = (BasicColumns){0};
}
