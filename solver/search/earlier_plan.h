/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The plan that this one has commitments to, as a first plan of this case. */
#ifndef BANLIE_SOLVER_SEARCH_EARLIER_PLAN_H
#define BANLIE_SOLVER_SEARCH_EARLIER_PLAN_H

#include "solver/boxes/round_boxes.h"

/** Offers the earlier plan itself, as far as its trains and bookings are still there: nothing that
 * can stay moves. Rules that it breaks by now keep it from being taken. */
Outcome earlier_plan_offer(const Ground *ground, Incumbent *incumbent)
    __attribute__((warn_unused_result));

/** Looks for whole boxes on the earlier plan's trains, once the relaxation is solved: most of what
 * stays where moves are dear. The bounds of trains are the root's again afterwards.
 *  @return OUTCOME_DONE also where there is no plan on these trains */
Outcome earlier_plan_round(Master *master, const RoundOptions *options, Incumbent *incumbent)
    __attribute__((warn_unused_result));

/** Looks for whole boxes on given trains, likewise.
 *  @param runs  per TrainId */
Outcome trains_round(Master *master, const bool *runs, const RoundOptions *options,
                     Incumbent *incumbent) __attribute__((warn_unused_result));

#endif
