/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The dive: a plan found early by fixing trains one after another, itineraries priced on the way.
 */
#ifndef BANLIE_SOLVER_SEARCH_DIVE_H
#define BANLIE_SOLVER_SEARCH_DIVE_H

#include "solver/boxes/round_boxes.h"

/** Dives from the master's last solution; the bounds of trains it leaves behind are to be reset by
 * the caller.
 *  @param dead_ends  per train, in and out: how often neither running nor leaving it led on; such
 * trains are decided on first
 *  @return OUTCOME_DONE, also where no plan was found; OUTCOME_STOPPED, or a failure */
Outcome dive(Master *master, const RoundOptions *options, int *dead_ends, Incumbent *incumbent)
    __attribute__((warn_unused_result));

#endif
