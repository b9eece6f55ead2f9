/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  BACKEND_GLPK: GLPK as one of the LP solvers, behind the interface of all of them. */
#ifndef BANLIE_SOLVER_LP_BACKEND_GLPK_H
#define BANLIE_SOLVER_LP_BACKEND_GLPK_H

#include "solver/lp/backend.h"

extern const Backend BACKEND_GLPK;

#endif
