/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Bookings of a plan that is compared, and the ways that their boxes take. False where a file
 * cannot be read: the plan then says why. */
#ifndef BANLIE_STUDY_COMPARE_BOX_READING_H
#define BANLIE_STUDY_COMPARE_BOX_READING_H

#include "study/compare/compared_plan.h"

/** Reads `bookings` and `itineraries` from bookings.csv and legs.csv; the trains have been read. */
bool boxes_read_compared(ComparedPlan *plan) __attribute__((warn_unused_result));

#endif
