/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells bases apart by a hash, and keeps the edges of the last ones. */
#include "solver/lp/edge_store.h"

#include <stdlib.h>

#include "base/grow.h"

void edge_store_clear(EdgeStore *edges) {
    free(edges->last.squares);
    for (int i = 0; i < BASES_KEPT; i++) {
        free(edges->kept[i].squares);
    }
}

/** A number's bits mixed, by the last steps of SplitMix64. */
static uint64_t mixed(uint64_t number) {
    number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9u;
    number = (number ^ (number >> 27)) * 0x94d049bb133111ebu;
    return number ^ (number >> 31);
}

/** Hash of a basis: by basic columns and by rows that are not, so that rows and columns which come
 * in later leave it as it is. */
static uint64_t basis_hash(const LpStore *store) {
    uint64_t hash = 0;
    for (ColumnId i = 0; i < store->n_columns; i++) {
        hash += store->column_status[i] == BASIS_BASIC ? mixed(2 * (uint64_t)i + 1) : 0;
    }
    for (RowId i = 0; i < store->n_rows; i++) {
        hash += store->row_status[i] != BASIS_BASIC ? mixed(2 * (uint64_t)i + 2) : 0;
    }
    return hash;
}

bool edge_store_note(EdgeStore *edges, const LpStore *store, const double *column,
                     const double *row) {
    BasisEdges *last = &edges->last;
    last->count = 0;
    if (!GROW(last->squares, store->n_columns + store->n_rows, last->room)) {
        return false;
    }
    for (ColumnId i = 0; i < store->n_columns; i++) {
        if (store->column_status[i] == BASIS_BASIC) {
            last->squares[last->count++] = (float)column[i];
        }
    }
    for (RowId i = 0; i < store->n_rows; i++) {
        if (store->row_status[i] == BASIS_BASIC) {
            last->squares[last->count++] = (float)row[i];
        }
    }
    last->basis = basis_hash(store);
    return true;
}

/** Those of a basis; NULL where there are none. */
static const BasisEdges *edges_of(const EdgeStore *edges, uint64_t basis) {
    if (edges->last.count > 0 && edges->last.basis == basis) {
        return &edges->last;
    }
    for (int i = 0; i < BASES_KEPT; i++) {
        if (edges->kept[i].count > 0 && edges->kept[i].basis == basis) {
            return &edges->kept[i];
        }
    }
    return NULL;
}

bool edge_store_keep(EdgeStore *edges, const LpStore *store) {
    const BasisEdges *last = &edges->last;
    if (edges_of(edges, basis_hash(store)) != last) {
        return true;
    }
    BasisEdges *kept = &edges->kept[edges->next];
    edges->next = (edges->next + 1) % BASES_KEPT;
    kept->count = 0;
    if (!GROW(kept->squares, last->count, kept->room)) {
        return false;
    }
    copy_items(kept->squares, last->squares, (size_t)last->count * sizeof *last->squares);
    kept->count = last->count;
    kept->basis = last->basis;
    return true;
}

void edge_store_read(const EdgeStore *edges, const LpStore *store, double *column, double *row) {
    const BasisEdges *known = edges_of(edges, basis_hash(store));
    int place = 0;
    for (ColumnId i = 0; i < store->n_columns && known != NULL; i++) {
        if (store->column_status[i] == BASIS_BASIC && place < known->count) {
            column[i] = known->squares[place++];
        }
    }
    for (RowId i = 0; i < store->n_rows && known != NULL; i++) {
        if (store->row_status[i] == BASIS_BASIC && place < known->count) {
            row[i] = known->squares[place++];
        }
    }
}
