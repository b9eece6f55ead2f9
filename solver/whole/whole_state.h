/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What the parts of one search for whole numbers share: private to this folder, others call
 * solver/whole/whole_search.h. */
#ifndef BANLIE_SOLVER_WHOLE_WHOLE_STATE_H
#define BANLIE_SOLVER_WHOLE_WHOLE_STATE_H

#include "base/clock.h"
#include "solver/whole/relaxation.h"
#include "solver/whole/whole_run.h"

/** What the objective lost, a unit, when a column was moved to a whole number. */
typedef struct {
    double loss_down, loss_up; /**< sums */
    int n_down, n_up;
} PseudoCost;

typedef struct {
    const LpModel *model;
    const IntegerOptions *options;
    Clock clock;
    Domain domain;
    Relaxation relaxation;
    PseudoCost *pseudo_costs; /**< per column */
    bool found;
    double *best; /**< per column: the best solution */
    double best_value;
    bool was_wide; /**< the last search within this one held less wherever it found nothing */
    double held;   /**< share of what agrees that a search within this one holds */
    int depth;     /**< searches around this one */
    WholeRunner *run_within; /**< searches within this one */
} WholeSearch;

/** Value at or below which nothing is of interest any more. */
double whole_cutoff(const WholeSearch *search);

/** Solves the LP under the domain's bounds.
 *  @return as relaxation_solve(), or OUTCOME_CUT_OFF where its value is of no interest */
Outcome whole_relax(WholeSearch *search) __attribute__((warn_unused_result));

/** Takes a solution over, whole to WHOLE, where it is better than the best: made whole to the last
 * digit, and worth what it is then. */
void whole_take(WholeSearch *search, const double *primal);

/** Draws in, for as long as the trail stands, the bounds of columns that would lose too much by the
 * reduced costs of the last solve.
 *  @return false where nothing is left */
bool whole_fix_by_reduced_costs(WholeSearch *search) __attribute__((warn_unused_result));

#endif
