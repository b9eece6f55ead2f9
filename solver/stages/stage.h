/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  One aim pursued to its end: relaxation, search tree, whole boxes. A plan has one stage, or one a
 *  goal of its objective (solver/stages/goals.h). */
#ifndef BANLIE_SOLVER_STAGES_STAGE_H
#define BANLIE_SOLVER_STAGES_STAGE_H

#include "solver/stages/stage_state.h"

/** Begins a stage over a formulation made for it, without anything known before.
 *  @param context      kept
 *  @param formulation  the stage's from now on; NULL where memory ran out
 *  To be cleared whatever the outcome. */
Outcome stage_open(Stage *stage, const StageContext *context, Formulation *formulation)
    __attribute__((warn_unused_result));

/** Begins a stage with an aim: with what is known before, and the plans there are to start from.
 *  @param context  kept
 *  @param before   a stage over the same problem whose itineraries and plan this one starts from;
 * NULL
 *  To be cleared whatever the outcome. */
Outcome stage_init(Stage *stage, const StageContext *context, const Aim *aim, const Stage *before)
    __attribute__((warn_unused_result));
void stage_clear(Stage *stage);

/** Takes over a stage that was begun elsewhere, which is not to be cleared any more. */
void stage_move(Stage *stage, const Stage *from);

/** Solves the relaxation, for who asks no more of it than its value and duals.
 *  @return OUTCOME_INFEASIBLE where it has no solution: nor is there a plan then */
Outcome stage_relax_alone(Stage *stage) __attribute__((warn_unused_result));

/** Solves the relaxation of a plan: with the prices of its slot runs, and with what a pass of
 * pricing beforehand proves, where the clock stops it.
 *  @return likewise */
Outcome stage_relax(Stage *stage) __attribute__((warn_unused_result));

/** How far a search goes. */
typedef struct {
    Gap gap;
    double least;    /**< objective that a plan of interest exceeds; −∞: any is of interest */
    long node_limit; /**< 0: none */
} Effort;

/** Looks for whole trains and boxes by the tree alone, the relaxation solved before to its end. The
 * plan is in `incumbent`, its bound in `tree`.
 *  @return as tree_search() */
Outcome stage_branch(Stage *stage, const Effort *effort) __attribute__((warn_unused_result));

/** Looks for whole trains and boxes, the relaxation solved before, as far as it is asked to: on the
 * trains of an earlier plan first, then by the tree. A run
 * that the clock stopped rounds what there is. The plan is in `incumbent`, its bound in `tree`.
 *  @return OUTCOME_DONE, OUTCOME_STOPPED by the clock or the limit; or a failure, with what was
 * found before */
Outcome stage_search(Stage *stage, const Effort *effort) __attribute__((warn_unused_result));

#endif
