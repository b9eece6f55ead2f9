/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The rest of a tree by cuts and bounds, where all itineraries that a better plan could use are
 * few enough to be listed: no more pricing then. */
#ifndef BANLIE_SOLVER_SEARCH_CLOSED_TREE_H
#define BANLIE_SOLVER_SEARCH_CLOSED_TREE_H

#include "solver/master/master_solve.h"
#include "solver/plans/incumbent.h"
#include "solver/search/tree_options.h"

typedef struct {
    TreeOptions tree;
    int paths_max; /**< with more itineraries it is not tried */
} ClosedTreeOptions;

/** Searches all plans.
 *
 *  A plan with an itinerary that is not listed is worth no more than incumbent_cutoff() by the
 * prices of the root; so is one with bounds that were tightened on the way. Of all others the
 * search proves the same, or leaves a bound above it.
 *  @param root    of the master's last solve, under the root's bounds
 *  @param result  its nodes are counted on; its bound falls
 *  @param taken   receives whether they were few enough; else nothing was done
 *  @return OUTCOME_DONE, OUTCOME_STOPPED or OUTCOME_NO_MEMORY; `result` and `incumbent` stand in
 * each case */
Outcome closed_tree(Master *master, const MasterResult *root, const ClosedTreeOptions *options,
                    Incumbent *incumbent, TreeResult *result, bool *taken)
    __attribute__((warn_unused_result));

#endif
