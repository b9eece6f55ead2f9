/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Hands a whole LpModel to a solver. */
#ifndef BANLIE_SOLVER_LP_LOAD_H
#define BANLIE_SOLVER_LP_LOAD_H

#include "solver/lp/backend.h"

/** Adds all rows and columns of the model to an empty LP. A model that lacks something for want of
 * memory (`failed`) is OUTCOME_NO_MEMORY. */
Outcome load_model(const Backend *backend, Lp *lp, const LpModel *model)
    __attribute__((warn_unused_result));

/** Hands a program in whole numbers to a solver by its own two functions: as load_model(), and the
 * bounds of whole columns are whole.
 *  @return OUTCOME_INFEASIBLE where such bounds leave a column no value */
Outcome load_program_by(AddRows *add_rows, AddColumns *add_columns, Lp *lp, const LpModel *model)
    __attribute__((warn_unused_result));

#endif
