/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Bases of an LP in GLPK. */
#ifndef BANLIE_SOLVER_LP_GLPK_BASIS_H
#define BANLIE_SOLVER_LP_GLPK_BASIS_H

#include "solver/lp/glpk_lp.h"

bool glpk_basis_get(Lp *lp, Basis *basis) __attribute__((warn_unused_result));

/** GLPK mends a status that does not fit the bounds (say, at a lower bound that is infinite) by
 * itself. What the last solve ended with is kept, for glpk_basis_go_back(). */
void glpk_basis_set(Lp *lp, const Basis *basis);

/** Takes a basis that turned out to be singular back, for the one before it.
 *  @return false where none is kept */
bool glpk_basis_go_back(Lp *lp);

#endif
