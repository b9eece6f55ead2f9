/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A stage that starts from what an earlier solve has left (solver/start.h), and what it leaves. */
#ifndef BANLIE_SOLVER_STAGES_WARM_H
#define BANLIE_SOLVER_STAGES_WARM_H

#include "solver/stages/stage_state.h"

/** Makes the stage's master with the start's prices, itineraries and basis. Prices and bases are of
 * the margin: a stage with another aim takes itineraries alone. */
Outcome warm_master(Stage *stage, const Start *start) __attribute__((warn_unused_result));

/** Offers the start's plan, as far as its trains and bookings are still there. */
Outcome warm_offer(Stage *stage) __attribute__((warn_unused_result));

/** Adds the linking rows that the start leaned on, once the relaxation is solved. */
Outcome warm_links(Stage *stage) __attribute__((warn_unused_result));

/** Looks for whole boxes on the start's trains, unless its plan is still worth what it was. */
Outcome warm_round(Stage *stage, Gap gap) __attribute__((warn_unused_result));

/** True where the start has a plan, and one is at hand. */
bool warm_planned(const Stage *stage);

/** Keeps what is asked for in the options, of the relaxation that has just been solved. */
Outcome warm_keep_relaxation(Stage *stage) __attribute__((warn_unused_result));

/** Fills the start that the options ask for, at the end of all. */
Outcome warm_keep(const Stage *stage) __attribute__((warn_unused_result));

#endif
