/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Trains of a plan that is compared. False where a file cannot be read: the plan then says why. */
#ifndef BANLIE_STUDY_COMPARE_TRAIN_READING_H
#define BANLIE_STUDY_COMPARE_TRAIN_READING_H

#include "study/compare/compared_plan.h"

/** Reads `trains` from trains.csv, timetable.csv and capacity.csv. */
bool trains_read_compared(ComparedPlan *plan) __attribute__((warn_unused_result));

#endif
