/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Branch and bound over the choice of trains: counts before single trains, best bound first,
 * itineraries and linking rows, docs/model.md (19), generated in the nodes (docs/decisions/0005).
 */
#ifndef BANLIE_SOLVER_SEARCH_TREE_H
#define BANLIE_SOLVER_SEARCH_TREE_H

#include "solver/master/master_solve.h"
#include "solver/plans/incumbent.h"
#include "solver/search/tree_options.h"

/** Searches until the gap is reached, nothing is left, or the clock or the limit stops it.
 *  @param root  the relaxation's result: its bound holds from the start
 *  @return OUTCOME_DONE, OUTCOME_STOPPED or OUTCOME_NO_MEMORY; `result` and `incumbent` stand in
 * each case (what they say of the case: solver/stages/verdict.h) */
Outcome tree_search(Master *master, const MasterResult *root, const TreeOptions *options,
                    Incumbent *incumbent, TreeResult *result) __attribute__((warn_unused_result));

#endif
