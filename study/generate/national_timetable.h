/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Trains of a whole country: the first step, and the last where they are to be chosen. */
#ifndef BANLIE_STUDY_GENERATE_NATIONAL_TIMETABLE_H
#define BANLIE_STUDY_GENERATE_NATIONAL_TIMETABLE_H

#include "study/generate/trips.h"

/** How long a train may stand at a border or gateway, and boxes wait for another train. */
Dwell national_dwell(void);
Dwell national_transfer(void);

/** Draws the week's trains, half of them each way, every one with three slots of its own: fills
 * `slots`, `lines` and `journeys`.
 *  @return OUTCOME_DONE or OUTCOME_NO_MEMORY */
Outcome national_timetable_draw(DrawnCase *drawn) __attribute__((warn_unused_result));

/** Adds trains to choose from, on the slots that there are: as many as are asked for, or as can be
 * found.
 *  @return OUTCOME_DONE or OUTCOME_NO_MEMORY */
Outcome national_candidates_draw(DrawnCase *drawn) __attribute__((warn_unused_result));

#endif
