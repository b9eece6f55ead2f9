/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What carried_over.csv says, without the earlier plan at hand. */
#ifndef BANLIE_VERIFY_CHECKS_CHECK_CARRIED_ALONE_H
#define BANLIE_VERIFY_CHECKS_CHECK_CARRIED_ALONE_H

#include "verify/read/plan_read.h"
#include "verify/rolling/state.h"

/** Checks that each row has what its kind has, that legs follow one another and count still, and
 *  that trains, boxes sold and changes of sets stand in the plan's other files.
 *  @param counts  filled: what is under way by the rows */
void check_carried_alone(PlanRead *plan, StateCounts *counts);

#endif
