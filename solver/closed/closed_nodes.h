/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The nodes of the search over a closed model: each its parent's bounds and one more. */
#ifndef BANLIE_SOLVER_CLOSED_CLOSED_NODES_H
#define BANLIE_SOLVER_CLOSED_CLOSED_NODES_H

#include "solver/closed/choices.h"

typedef struct {
    int parent;  /**< NONE at the root */
    ChoiceId id; /**< whose bounds it tightens, NONE */
    int side;    /**< 0: downwards, 1: upwards */
    double lower, upper;
    double distance; /**< of the choice's value in the parent's solution from that side */
    double bound;    /**< known beforehand */
    int basis;       /**< number of the basis to start from, NONE */
    bool open;
} ClosedNode;

/** A basis, and how many open nodes start from it. */
typedef struct {
    Basis basis;
    int users;
} NodeBasis;

typedef struct {
    ClosedNode *items;
    int count, room;
    NodeBasis *bases;
    int n_bases, room_bases;
    double *row_lower, *row_upper; /**< per row of the model: the root's bounds */
} ClosedNodes;

/** Takes the rows' bounds down as the root's.
 *  @return false where memory is out */
bool closed_nodes_init(ClosedNodes *nodes, const ClosedModel *model)
    __attribute__((warn_unused_result));
void closed_nodes_clear(ClosedNodes *nodes);

/** Adds an open node, which shares the basis kept last where it has one.
 *  @return false where memory is out */
bool closed_nodes_add(ClosedNodes *nodes, ClosedNode node) __attribute__((warn_unused_result));

/** Keeps a basis, which is taken over, as the last. */
bool closed_nodes_keep(ClosedNodes *nodes, Basis *basis) __attribute__((warn_unused_result));

/** The open node with the greatest bound, the latest among equals; NONE where none is open. */
int closed_nodes_best(const ClosedNodes *nodes);

/** Gives the LP the bounds and the basis of a node. */
Outcome closed_nodes_apply(const ClosedNodes *nodes, ClosedLp *lp, int id)
    __attribute__((warn_unused_result));

void closed_nodes_close(ClosedNodes *nodes, int id);

#endif
