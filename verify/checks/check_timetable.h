/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The check of timetable.csv, train by train: verify_train_figures() goes through them, so that
 * what is wrong with a train is told in one place. */
#ifndef BANLIE_VERIFY_CHECKS_CHECK_TIMETABLE_H
#define BANLIE_VERIFY_CHECKS_CHECK_TIMETABLE_H

#include "verify/read/plan_read.h"

typedef struct {
    const PlanRead *plan;
    GHashTable *index; /**< of the rows, by train and seq */
    int found;         /**< rows that are of a train of the plan */
} TimetableCheck;

/** To be ended by timetable_end(). */
TimetableCheck timetable_begin(const PlanRead *plan);

/** Checks the rows of one sound train. */
void timetable_check_train(TimetableCheck *check, const PlanTrain *train);

/** Checks that there are no other rows. */
void timetable_end(TimetableCheck *check);

#endif
