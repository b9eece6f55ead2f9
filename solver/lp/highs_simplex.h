/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  HiGHS's simplex: private to the files named after it. */
#ifndef BANLIE_SOLVER_LP_HIGHS_SIMPLEX_H
#define BANLIE_SOLVER_LP_HIGHS_SIMPLEX_H

#include "solver/lp/backend.h"

/** As Backend.solve. */
Outcome highs_simplex(Lp *lp, LpMethod method, double time_limit_s,
                      const volatile sig_atomic_t *stop);

#endif
