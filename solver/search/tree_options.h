/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  How far a tree is searched, and what comes of it: the same for all its parts. */
#ifndef BANLIE_SOLVER_SEARCH_TREE_OPTIONS_H
#define BANLIE_SOLVER_SEARCH_TREE_OPTIONS_H

#include <stdbool.h>

#include "solver/tolerances.h"

typedef struct {
    Gap gap;
    long node_limit;   /**< 0: none */
    bool trains_first; /**< LPs take long: trains are searched before the first dive */
    const struct StartPlaces *start; /**< what the search begins with; NULL: nothing */
    bool planned;                /**< a plan is at hand that is good as a rule: no dive at first */
    struct Start *keep;          /**< receives the tree; NULL: it is not wanted */
    void (*on_node)(void *user); /**< may be NULL */
    void *user;
} TreeOptions;

typedef struct {
    double bound; /**< proven upper bound on every plan */
    long nodes;
    bool gave_up; /**< the LP solver failed in some node, which was left with its bound */
} TreeResult;

#endif
