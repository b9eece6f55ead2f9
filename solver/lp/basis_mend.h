/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Bases carried over from an LP that was another one: what is basic has to fit the rows again. */
#ifndef BANLIE_SOLVER_LP_BASIS_MEND_H
#define BANLIE_SOLVER_LP_BASIS_MEND_H

#include "solver/lp/backend.h"

/** Makes as many rows and columns basic as there are rows, each of its own: a column that is left
 *  without a row goes to its lower bound, a row without a column gets its slack. What had one each
 *  before stays as it is. (That such a basis is regular is likely, not certain: LP solvers find
 *  out.)
 *  @param basis  of all rows and columns of the LP
 *  @param basic  one vector for each basic column, by rows of the LP
 *  @param ids    per vector: its column
 *  @return false where memory is out */
bool basis_mend(Basis *basis, const SparseVectors *basic, const ColumnId *ids)
    __attribute__((warn_unused_result));

#endif
