/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps an LP and its basis in arrays, and lists the columns that count. */
#include "solver/lp/lp_store.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"

static const int NO_ENTRY = -1;

void lp_store_clear(LpStore *store) {
    free(store->row_lower);
    free(store->row_upper);
    free(store->row_status);
    free(store->objective);
    free(store->lower);
    free(store->upper);
    free(store->column_status);
    free(store->newest);
    free(store->entries);
    *store = (LpStore){0};
}

/* ---- growing ---- */

static bool reserve_rows(LpStore *store, int more) {
    int room = store->room_rows;
    if (more <= room - store->n_rows) {
        return true;
    }
    room = grow_room(store->n_rows + more, room);
    bool grown = RESIZE(store->row_lower, room) && RESIZE(store->row_upper, room) &&
                 RESIZE(store->row_status, room);
    store->room_rows = grown ? room : store->room_rows;
    return grown;
}

static bool reserve_columns(LpStore *store, int more) {
    int room = store->room_columns;
    if (more <= room - store->n_columns) {
        return true;
    }
    room = grow_room(store->n_columns + more, room);
    bool grown = RESIZE(store->objective, room) && RESIZE(store->lower, room) &&
                 RESIZE(store->upper, room) && RESIZE(store->column_status, room) &&
                 RESIZE(store->newest, room);
    store->room_columns = grown ? room : store->room_columns;
    return grown;
}

static bool reserve_entries(LpStore *store, const SparseVectors *vectors) {
    int more = vectors->count > 0 ? vectors->start[vectors->count] : 0;
    return GROW(store->entries, store->n_entries + more, store->room_entries);
}

static void add_entry(LpStore *store, RowId row, ColumnId column, double value) {
    store->entries[store->n_entries] = (StoredEntry){row, store->newest[column], value};
    store->newest[column] = store->n_entries++;
}

Outcome lp_store_add_rows(LpStore *store, const SparseVectors *vectors, const double *lower,
                          const double *upper) {
    if (!reserve_rows(store, vectors->count) || !reserve_entries(store, vectors)) {
        return OUTCOME_NO_MEMORY;
    }
    for (int i = 0; i < vectors->count; i++) {
        RowId row = store->n_rows++;
        store->row_lower[row] = lower[i];
        store->row_upper[row] = upper[i];
        store->row_status[row] = BASIS_BASIC;
        for (int j = vectors->start[i]; j < vectors->start[i + 1]; j++) {
            add_entry(store, row, vectors->index[j], vectors->value[j]);
        }
    }
    return OUTCOME_DONE;
}

Outcome lp_store_add_columns(LpStore *store, const SparseVectors *vectors, const double *objective,
                             const double *lower, const double *upper) {
    if (!reserve_columns(store, vectors->count) || !reserve_entries(store, vectors)) {
        return OUTCOME_NO_MEMORY;
    }
    for (int i = 0; i < vectors->count; i++) {
        ColumnId column = store->n_columns++;
        store->objective[column] = objective[i];
        store->lower[column] = lower[i];
        store->upper[column] = upper[i];
        store->column_status[column] = BASIS_LOWER;
        store->newest[column] = NO_ENTRY;
        for (int j = vectors->start[i]; j < vectors->start[i + 1]; j++) {
            add_entry(store, vectors->index[j], column, vectors->value[j]);
        }
    }
    return OUTCOME_DONE;
}

void lp_store_set_column(LpStore *store, ColumnId column, const RowId *rows, const double *values,
                         int count) {
    for (int i = store->newest[column]; i != NO_ENTRY; i = store->entries[i].older) {
        for (int j = 0; j < count; j++) {
            if (rows[j] == store->entries[i].row) {
                store->entries[i].value = values[j];
            }
        }
    }
}

void lp_store_reduced_costs(const LpStore *store, const double *dual, double *reduced) {
    for (ColumnId column = 0; column < store->n_columns; column++) {
        double cost = store->objective[column];
        for (int i = store->newest[column]; i != NO_ENTRY; i = store->entries[i].older) {
            cost -= dual[store->entries[i].row] * store->entries[i].value;
        }
        reduced[column] = cost;
    }
}

/* ---- the basis ---- */

bool lp_store_get_basis(const LpStore *store, Basis *basis) {
    if (!basis_size(basis, store->n_rows, store->n_columns)) {
        return false;
    }
    for (RowId i = 0; i < store->n_rows; i++) {
        basis->rows[i] =
            basis_status_fitting(store->row_status[i], store->row_lower[i], store->row_upper[i]);
    }
    for (ColumnId i = 0; i < store->n_columns; i++) {
        basis->columns[i] =
            basis_status_fitting(store->column_status[i], store->lower[i], store->upper[i]);
    }
    return true;
}

void lp_store_set_basis(LpStore *store, const Basis *basis) {
    for (RowId i = 0; i < store->n_rows; i++) {
        store->row_status[i] = i < basis->n_rows ? basis->rows[i] : BASIS_BASIC;
    }
    for (ColumnId i = 0; i < store->n_columns; i++) {
        store->column_status[i] = i < basis->n_columns ? basis->columns[i] : BASIS_LOWER;
    }
}

/* ---- the columns that count ---- */

static bool is_active(const LpStore *store, ColumnId column) {
    return store->lower[column] != 0 || store->upper[column] != 0 ||
           store->column_status[column] == BASIS_BASIC;
}

static bool allocate_active(const LpStore *store, ActiveColumns *active) {
    size_t columns = (size_t)store->n_columns + 1, entries = (size_t)store->n_entries + 1;
    active->column = malloc(columns * sizeof *active->column);
    active->start = malloc(columns * sizeof *active->start);
    active->index = malloc(entries * sizeof *active->index);
    active->value = malloc(entries * sizeof *active->value);
    active->objective = malloc(columns * sizeof *active->objective);
    active->lower = malloc(columns * sizeof *active->lower);
    active->upper = malloc(columns * sizeof *active->upper);
    return active->column != NULL && active->start != NULL && active->index != NULL &&
           active->value != NULL && active->objective != NULL && active->lower != NULL &&
           active->upper != NULL;
}

bool active_columns_list(const LpStore *store, ActiveColumns *active) {
    *active = (ActiveColumns){0};
    if (!allocate_active(store, active)) {
        return false;
    }
    int count = 0;
    for (ColumnId column = 0; column < store->n_columns; column++) {
        if (!is_active(store, column)) {
            continue;
        }
        int number = active->n_columns++;
        active->column[number] = column;
        active->start[number] = count;
        active->objective[number] = store->objective[column];
        active->lower[number] = store->lower[column];
        active->upper[number] = store->upper[column];
        for (int i = store->newest[column]; i != NO_ENTRY; i = store->entries[i].older) {
            active->index[count] = store->entries[i].row;
            active->value[count++] = store->entries[i].value;
        }
    }
    active->start[active->n_columns] = count;
    return true;
}

void active_columns_clear(ActiveColumns *active) {
    free(active->column);
    free(active->start);
    free(active->index);
    free(active->value);
    free(active->objective);
    free(active->lower);
    free(active->upper);
}
