/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A node of the tree searched at once: trains and boxes as one integer program over every
 * itinerary that a better plan could use, where these are few. */
#ifndef BANLIE_SOLVER_SEARCH_NODE_SEARCH_H
#define BANLIE_SOLVER_SEARCH_NODE_SEARCH_H

#include "solver/master/master_solve.h"
#include "solver/plans/incumbent.h"

typedef struct {
    Gap gap;       /**< of the whole search */
    int paths_max; /**< with more itineraries it is not tried */
} NodeSearchOptions;

typedef struct {
    bool tried;
    int n_paths;  /**< itineraries that a better plan could use, where tried */
    double bound; /**< on the plans of the node, the incumbent's objective at least */
} NodeSearchResult;

/** Searches the plans that keep the master's present bounds, and offers the best one. Bounds of
 * shares are not looked at: they are for the tree alone.
 *  @param solved  of the master's last solve
 *  @return OUTCOME_DONE, also where nothing was found; or a failure, `result` valid as well */
Outcome node_search(Master *master, const MasterResult *solved, const NodeSearchOptions *options,
                    Incumbent *incumbent, NodeSearchResult *result)
    __attribute__((warn_unused_result));

#endif
