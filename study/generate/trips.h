/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Journeys in the weeks of the horizon: when they leave and arrive, and which of them meet. */
#ifndef BANLIE_STUDY_GENERATE_TRIPS_H
#define BANLIE_STUDY_GENERATE_TRIPS_H

#include "base/draws.h"
#include "study/generate/drawn_case.h"

/** A journey in a week, from 0. */
typedef struct {
    const DrawnJourney *journey;
    int week;
} Trip;

/** From the least to the most time that a train or box may wait, in hours. */
typedef struct {
    int least_h, most_h;
} Dwell;

/** Every wait keeps this far from its least and most time, for clock changes. */
enum { DWELL_SPARE_MIN = 60 };

/** How long after one minute of the week another comes. */
int week_wait(int from, int to);

/** A minute of the week, from UTC to local time of a place and back. */
int week_local(int place, int minute);
int week_utc(int place, int local);

/** Whether a wait keeps to a dwell, with time to spare at either end. */
bool dwell_allows(Dwell dwell, Minute wait_min);

/** A first departure (UTC) from a place, near the one that is given, that summer time does not
 * bring before the beginning of the weeks. */
int trip_within_weeks(const DrawnCase *drawn, int from, int departs);

/** When a trip leaves, local at its first station. */
Minute trip_departs(const DrawnCase *drawn, Trip trip);

/** When it arrives, local at its last station. */
Minute trip_arrives(const DrawnCase *drawn, Trip trip);

/** Whether two trips want the same run of a slot. */
bool trips_clash(const DrawnCase *drawn, Trip one, Trip other);

/** A trip to another end, in the same direction, that boxes can change to at the gateway.
 *  @return each of them is equally likely; the same trip where there is none */
Trip trip_draw_change(const DrawnCase *drawn, Trip from, Dwell wait, Draws *draws);

#endif
