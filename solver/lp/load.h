/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Hands a whole LpModel to a backend. */
#ifndef BANLIE_SOLVER_LP_LOAD_H
#define BANLIE_SOLVER_LP_LOAD_H

#include "solver/lp/backend.h"

/** Adds all rows and columns of the model to an empty LP. A model that lacks something for want of
 * memory (`failed`) is OUTCOME_NO_MEMORY. */
Outcome load_model(const Backend *backend, Lp *lp, const LpModel *model)
    __attribute__((warn_unused_result));

#endif
