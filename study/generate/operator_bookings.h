/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  An operator's bookings: the third step. */
#ifndef BANLIE_STUDY_GENERATE_OPERATOR_BOOKINGS_H
#define BANLIE_STUDY_GENERATE_OPERATOR_BOOKINGS_H

#include "study/generate/drawn_case.h"

/** Fills `bookings`, each made for a journey that can carry it. A longer list begins with a shorter
 * one, as long as lines and weeks are the same.
 *  @return OUTCOME_DONE or OUTCOME_NO_MEMORY */
Outcome operator_bookings_draw(DrawnCase *drawn) __attribute__((warn_unused_result));

#endif
