/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The tree of an earlier search, as the one at hand begins with it, and as it leaves its own.
 *
 *  A split is one of all plans whatever case they are of: those with at most so many trains, and
 *  those with more. So the leaves of the earlier tree hold all plans of this problem too, and none
 *  of the nodes above them has to be solved. */
#ifndef BANLIE_SOLVER_SEARCH_START_TREE_H
#define BANLIE_SOLVER_SEARCH_START_TREE_H

#include "solver/master/start_basis.h"
#include "solver/search/nodes.h"

/** Adds the nodes of a start to a tree without any, its leaves open.
 *  @param bound  that holds for all plans
 *  @return false where memory is out */
bool start_tree_begin(Nodes *nodes, const StartPlaces *places, const Master *master, double bound)
    __attribute__((warn_unused_result));

/** The bases that solves of nodes ended with, for a tree that is to be kept; an empty one is {0}.
 */
typedef struct {
    Basis *items; /**< per node; empty where it was not solved, or there is no more room */
    int count, room;
    size_t bytes;
} TreeEnds;

/** Keeps the master's present basis as that of a node. @return false where memory is out */
bool tree_ends_keep(TreeEnds *ends, int id, const Master *master)
    __attribute__((warn_unused_result));
void tree_ends_clear(TreeEnds *ends);

/** Notes the nodes of a tree, the first of them where it is large.
 *  @param start  empty; receives the master's itineraries and links as well
 *  @return false where memory is out */
bool start_tree_note(Start *start, const Nodes *nodes, const Master *master, const TreeEnds *ends)
    __attribute__((warn_unused_result));

#endif
