/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Rows of the simplex tableau: by which multiples the rows of an LP add up to an equation with one
 * basic column in it.
 *
 *  No LP solver's interface is asked for them but GLPK's, which factorises any basis that a solver
 * ended with. */
#ifndef BANLIE_SOLVER_LP_TABLEAU_H
#define BANLIE_SOLVER_LP_TABLEAU_H

#include "solver/lp/backend.h"

typedef struct Tableau Tableau;

/** @return NULL where memory is out */
Tableau *tableau_new(void) __attribute__((warn_unused_result));
void tableau_free(Tableau *tableau);

/** Takes the basic columns of an LP over its rows, and factorises them with the slacks of the rows
 * that are basic themselves.
 *  @param basic  one vector a basic column, over the LP's rows
 *  @param basis  of the LP, whose rows are looked at
 *  @return OUTCOME_DONE; OUTCOME_SOLVER_FAILED where that is no basis; or want of memory */
Outcome tableau_set(Tableau *tableau, int n_rows, const SparseVectors *basic, const Basis *basis)
    __attribute__((warn_unused_result));

/** The multipliers of the tableau's row of a basic column: Σ multiplier · (row's entries) is 1 at
 * that column and 0 at the other basic ones, up to rounding, and no basic row has one.
 *  @param number       of the column among those given
 *  @param multipliers  per row of the LP */
Outcome tableau_row(Tableau *tableau, int number, double *multipliers)
    __attribute__((warn_unused_result));

#endif
