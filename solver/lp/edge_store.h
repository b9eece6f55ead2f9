/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Steepest edges of bases that an LP has been at: a dual simplex that begins at one of them again
 *  need not work them out anew. */
#ifndef BANLIE_SOLVER_LP_EDGE_STORE_H
#define BANLIE_SOLVER_LP_EDGE_STORE_H

#include <stdint.h>

#include "solver/lp/lp_store.h"

/** Squared edges of what is basic: of columns, then of rows, each by number; 0 where not known. */
typedef struct {
    uint64_t basis; /**< which one it is */
    float *squares;
    int count, room;
} BasisEdges;

/** Bases that are kept: what a search comes back to is mostly among the last so many. */
enum { BASES_KEPT = 256 };

typedef struct {
    BasisEdges last; /**< of the last solve */
    BasisEdges kept[BASES_KEPT];
    int next; /**< of those kept, to be written next */
} EdgeStore;

void edge_store_clear(EdgeStore *edges);

/** Notes the edges that a solve ended with.
 *  @param column  per column of the LP: its squared edge, 0 where it has none
 *  @param row     per row, likewise
 *  @return false where memory is out */
bool edge_store_note(EdgeStore *edges, const LpStore *store, const double *column,
                     const double *row) __attribute__((warn_unused_result));

/** Keeps those of the last solve, where it ended at the LP's present basis.
 *  @return false where memory is out */
bool edge_store_keep(EdgeStore *edges, const LpStore *store) __attribute__((warn_unused_result));

/** Reads the edges of the LP's present basis into zeroed arrays, as far as they are known. */
void edge_store_read(const EdgeStore *edges, const LpStore *store, double *column, double *row);

#endif
