/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The nodes of the tree: each its parent's bounds and one more, and the basis it starts from. */
#ifndef BANLIE_SOLVER_SEARCH_NODES_H
#define BANLIE_SOLVER_SEARCH_NODES_H

#include "solver/search/branching.h"

typedef struct {
    int parent; /**< NONE at the root */
    Branch branch;
    double bound;
    int basis; /**< number of the basis to start from, NONE */
    bool open;
} Node;

/** A basis shared by the children of a node. */
typedef struct {
    Basis basis;
    int users;
} SharedBasis;

typedef struct {
    Node *items;
    int count, room;
    SharedBasis *bases;
    int n_bases, room_bases;
    double *lower, *upper; /**< scratch: bounds of trains, then of sets, bookings and shares */
    int room_bounds;
} Nodes;

void nodes_clear(Nodes *nodes);

/** Adds a node, the last of all then.
 *  @return false where memory is out */
bool nodes_add(Nodes *nodes, Node node) __attribute__((warn_unused_result));

/** Keeps the master's present basis for the children to come, as the last of all.
 *  @return false where memory is out */
bool nodes_keep_basis(Nodes *nodes, const Master *master) __attribute__((warn_unused_result));

/** Takes over a basis for the nodes to come, as the last of all.
 *  @return false where memory is out: it is still the caller's then */
bool nodes_take_basis(Nodes *nodes, Basis *basis) __attribute__((warn_unused_result));

/** The open node with the greatest bound, the latest among equals; NONE where none is open. */
int nodes_best_open(const Nodes *nodes);

/** Sets the master's bounds to those of a node, and its basis where the node has one.
 *  @return false where memory is out */
bool nodes_apply(Nodes *nodes, Master *master, int id) __attribute__((warn_unused_result));

/** Closes a node; its basis goes with the last node that shares it. */
void nodes_close(Nodes *nodes, int id);

#endif
