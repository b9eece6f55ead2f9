/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A search for whole numbers over what a program leaves open: columns held at one value and rows
 * that the others keep in any case are not handed to the solver, which would carry them through
 * each of its LPs. */
#ifndef BANLIE_SOLVER_LP_OPEN_SEARCH_H
#define BANLIE_SOLVER_LP_OPEN_SEARCH_H

#include "solver/lp/integer_backend.h"

/** As the backend's own search, with the same arguments and outcomes; values, bounds and gaps are
 * those of the whole program. */
Outcome open_search(const IntegerBackend *backend, const LpModel *model,
                    const IntegerOptions *options, double *primal, double *bound, bool *found)
    __attribute__((warn_unused_result));

#endif
