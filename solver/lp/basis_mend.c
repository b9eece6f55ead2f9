/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matches basic columns to rows without a basic slack, by augmenting paths. */
#include "solver/lp/basis_mend.h"

#include <stdlib.h>
#include <string.h>

enum { FREE = -1, SLACK = -2 };

/** Who has which row. */
typedef struct {
    const SparseVectors *basic;
    int *owner; /**< per row: the vector that has it; FREE or SLACK */
    int *row;   /**< per vector: its row, FREE */
    int *came;  /**< per row: the vector by which a search reached it */
    int *seen;  /**< per row: the search that did last */
    int *queue; /**< of vectors */
} Matching;

/** Hands rows on along a path that a search took, up to its first vector. */
static void hand_on(Matching *matching, int row) {
    while (row != FREE) {
        const int vector = matching->came[row], before = matching->row[vector];
        matching->owner[row] = vector;
        matching->row[vector] = row;
        row = before;
    }
}

/** Finds a row for a vector, others moved to rows that they have entries in as well. */
static void find_row(Matching *matching, int first) {
    const SparseVectors *basic = matching->basic;
    int head = 0, tail = 0;
    matching->queue[tail++] = first;
    while (head < tail) {
        const int vector = matching->queue[head++];
        for (int i = basic->start[vector]; i < basic->start[vector + 1]; i++) {
            const int row = basic->index[i];
            if (matching->owner[row] == SLACK || matching->seen[row] == first) {
                continue;
            }
            matching->seen[row] = first;
            matching->came[row] = vector;
            if (matching->owner[row] == FREE) {
                hand_on(matching, row);
                return;
            }
            matching->queue[tail++] = matching->owner[row];
        }
    }
}

static bool matching_init(Matching *matching, const Basis *basis, const SparseVectors *basic) {
    const size_t rows = (size_t)basis->n_rows + 1, vectors = (size_t)basic->count + 1;
    *matching = (Matching){.basic = basic,
                           .owner = calloc(rows, sizeof(int)),
                           .row = calloc(vectors, sizeof(int)),
                           .came = calloc(rows, sizeof(int)),
                           .seen = calloc(rows, sizeof(int)),
                           .queue = calloc(rows + vectors, sizeof(int))};
    if (matching->owner == NULL || matching->row == NULL || matching->came == NULL ||
        matching->seen == NULL || matching->queue == NULL) {
        return false;
    }
    for (int row = 0; row < basis->n_rows; row++) {
        matching->owner[row] = basis->rows[row] == BASIS_BASIC ? SLACK : FREE;
        matching->seen[row] = FREE;
    }
    for (int vector = 0; vector < basic->count; vector++) {
        matching->row[vector] = FREE;
    }
    return true;
}

static void matching_clear(Matching *matching) {
    free(matching->owner);
    free(matching->row);
    free(matching->came);
    free(matching->seen);
    free(matching->queue);
}

bool basis_mend(Basis *basis, const SparseVectors *basic, const ColumnId *ids) {
    Matching matching;
    const bool ok = matching_init(&matching, basis, basic);
    for (int vector = 0; vector < basic->count && ok; vector++) {
        find_row(&matching, vector);
    }
    for (int vector = 0; vector < basic->count && ok; vector++) {
        if (matching.row[vector] == FREE) {
            basis->columns[ids[vector]] = BASIS_LOWER;
        }
    }
    for (int row = 0; row < basis->n_rows && ok; row++) {
        if (matching.owner[row] == FREE) {
            basis->rows[row] = BASIS_BASIC;
        }
    }
    matching_clear(&matching);
    return ok;
}
