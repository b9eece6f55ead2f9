/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Branch and bound over the choice of trains: counts before single trains, best bound first,
 * itineraries and linking rows, docs/model.md (19), generated in the nodes (docs/decisions/0005).
 */
#ifndef BANLIE_SOLVER_SEARCH_TREE_H
#define BANLIE_SOLVER_SEARCH_TREE_H

#include "solver/master/master_solve.h"
#include "solver/plans/incumbent.h"

typedef struct {
    Gap gap;
    long node_limit;             /**< 0: none */
    void (*on_node)(void *user); /**< may be NULL */
    void *user;
} TreeOptions;

typedef struct {
    double bound; /**< proven upper bound on every plan */
    long nodes;
    bool gave_up; /**< the LP solver failed in some node, which was left with its bound */
} TreeResult;

/** Searches until the gap is reached, nothing is left, or the clock or the limit stops it.
 *  @param root  the relaxation's result: its bound holds from the start
 *  @return OUTCOME_DONE, OUTCOME_STOPPED or OUTCOME_NO_MEMORY; `result` and `incumbent` stand in
 * each case (what they say of the case: solver/stages/verdict.h) */
Outcome tree_search(Master *master, const MasterResult *root, const TreeOptions *options,
                    Incumbent *incumbent, TreeResult *result) __attribute__((warn_unused_result));

#endif
