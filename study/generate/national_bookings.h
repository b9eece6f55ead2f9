/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Bookings of a whole country: the second step. */
#ifndef BANLIE_STUDY_GENERATE_NATIONAL_BOOKINGS_H
#define BANLIE_STUDY_GENERATE_NATIONAL_BOOKINGS_H

#include "study/generate/drawn_case.h"

/** Fills `bookings`, each made for one of the week's trains, or two with a change between them,
 * that can carry it. A longer list begins with a shorter one, as long as weeks and trains are the
 * same.
 *  @return OUTCOME_DONE or OUTCOME_NO_MEMORY */
Outcome national_bookings_draw(DrawnCase *drawn) __attribute__((warn_unused_result));

#endif
