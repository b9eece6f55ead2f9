/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  BACKEND_HIGHS: HiGHS behind the interface of all LP solvers. */
#ifndef BANLIE_SOLVER_LP_BACKEND_HIGHS_H
#define BANLIE_SOLVER_LP_BACKEND_HIGHS_H

#include "solver/lp/backend.h"

extern const Backend BACKEND_HIGHS;

#endif
