/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The engine's own search for whole numbers over an LP solver: for programs of some hundred
 * columns, such as the boxes of chosen trains, where solutions are hard to come by. */
#ifndef BANLIE_SOLVER_WHOLE_WHOLE_SEARCH_H
#define BANLIE_SOLVER_WHOLE_WHOLE_SEARCH_H

#include "solver/lp/backend.h"

/** As IntegerBackend.search, over the LPs of a backend. A node of `node_limit` is an LP solved.
 *  @param primal  per column
 *  @param bound   receives a valid upper bound, −∞ where there is no solution */
Outcome whole_search(const Backend *backend, const LpModel *model, const IntegerOptions *options,
                     double *primal, double *bound, bool *found)
    __attribute__((warn_unused_result));

#endif
