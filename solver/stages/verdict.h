/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What a search that ended says of the case: the one place where "there is no plan" is answered.
 */
#ifndef BANLIE_SOLVER_STAGES_VERDICT_H
#define BANLIE_SOLVER_STAGES_VERDICT_H

#include "base/outcome.h"
#include "solver/search/tree.h"

/** @param ended  how the relaxation ended where that was the end of it, else the tree
 *  @param found  a plan is at hand
 *  @param tree   what the tree left
 *  @return OUTCOME_DONE with a plan at hand, however the search ended; OUTCOME_INFEASIBLE where it
 * is proven that there is none: the relaxation has no solution, or all of the tree was closed by
 * proofs; else what kept the search from an answer */
Outcome verdict(Outcome ended, bool found, const TreeResult *tree);

#endif
