/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Departures of an operator's sections: the second step. */
#ifndef BANLIE_STUDY_GENERATE_OPERATOR_TIMETABLE_H
#define BANLIE_STUDY_GENERATE_OPERATOR_TIMETABLE_H

#include "study/generate/trips.h"

/** How long a train may stand at a border or gateway. */
Dwell operator_dwell(int place);

/** How long boxes may wait at the gateway for another train. */
Dwell operator_transfer(void);

/** Draws when each line's trains leave, and gives each of them a way to its end: fills `departs` of
 * the slots and `journeys`, and says how many trains a line may have in a week.
 *  @return OUTCOME_DONE or OUTCOME_NO_MEMORY */
Outcome operator_timetable_draw(DrawnCase *drawn) __attribute__((warn_unused_result));

/** How long before a departure boxes have to be ready, and after an arrival they are available, in
 *  hours. */
int operator_cutoff_h(int place);
int operator_release_h(int place);

#endif
