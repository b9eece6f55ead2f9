/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What an operator asks of his trains, and what he has for them: the fourth step. It follows from
 *  timetable and bookings. */
#ifndef BANLIE_STUDY_GENERATE_OPERATOR_RULES_H
#define BANLIE_STUDY_GENERATE_OPERATOR_RULES_H

#include "study/generate/drawn_case.h"

enum { OFFERED_1000 = 982 /**< offered share of a slot: one wagon of 55 is kept free */ };

/** The least load factor of a direction's trains, in hundredths; 0 where none is asked for. */
int operator_load_factor_100(const DrawnCase *drawn, bool outbound);

/** Asks some lines for a train a week, where their bookings would fill one and a half, and some
 * bookings of these to travel in any case: fills `per_week_min` and `must`. */
void operator_rules_draw(DrawnCase *drawn);

/** Journeys of a week that begin, end or pass at a place. */
int operator_trains_per_week(const DrawnCase *drawn, int place);

/** 40-foot high-cubes of our own that bookings from a place want. */
int operator_boxes_wanted(const DrawnCase *drawn, int place);

#endif
