/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Branch and bound for whole numbers: depth first while a node promises enough, else on from the
 * best; dives on the way. */
#ifndef BANLIE_SOLVER_WHOLE_WHOLE_TREE_H
#define BANLIE_SOLVER_WHOLE_WHOLE_TREE_H

#include "solver/whole/whole_state.h"

/** Searches until the gap is reached, nothing is left, or the work allowed is done.
 *  @param bound  in: on all solutions; receives what is proven
 *  @return OUTCOME_DONE where nothing better than the gap is left; OUTCOME_STOPPED, or a failure */
Outcome whole_tree(WholeSearch *search, double *bound) __attribute__((warn_unused_result));

#endif
