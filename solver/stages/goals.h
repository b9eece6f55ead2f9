/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The goals of the objective, each pursued in turn with those before it held.
 *
 *  Each may take an equal share of the time left: what one leaves goes to the next. So a plan is
 * stopped at its last goal rather than before it. */
#ifndef BANLIE_SOLVER_STAGES_GOALS_H
#define BANLIE_SOLVER_STAGES_GOALS_H

#include "solver/plan.h"
#include "solver/stages/stage.h"

typedef struct {
    const Clock *whole;   /**< for all goals */
    Clock share;          /**< for the goal at hand */
    StageContext context; /**< with that share as its clock */
    bool cut_short;       /**< the share of some goal was not enough */
    Stage stage;          /**< the latest: its plan is the one handed out */
    bool begun;
    bool of_goal;  /**< it is of the goal at hand */
    Floor *floors; /**< goals held so far */
    int n_floors;
    GoalResult *results; /**< per goal pursued so far */
    int n_results;
    long rounds, nodes; /**< of the stages before the latest */
} Pursuit;

/** Pursues all goals of the case; margin where it names none.
 *  @param pursuit  not to be moved afterwards; to be cleared with goals_clear() in either case
 *  @return OUTCOME_DONE; OUTCOME_INFEASIBLE where there is no plan; OUTCOME_STOPPED by the clock,
 * with the plan of the latest stage, if any; or a failure */
Outcome goals_pursue(const StageContext *context, Pursuit *pursuit)
    __attribute__((warn_unused_result));
void goals_clear(Pursuit *pursuit);

#endif
