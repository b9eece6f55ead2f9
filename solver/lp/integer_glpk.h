/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  GLPK's search for whole numbers. */
#ifndef BANLIE_SOLVER_LP_INTEGER_GLPK_H
#define BANLIE_SOLVER_LP_INTEGER_GLPK_H

#include "solver/lp/backend.h"

/** As Backend.solve_integer. */
Outcome glpk_integer_solve(Lp *lp, const bool *integer, const MipOptions *options, double *values,
                           double *bound, bool *found);

#endif
