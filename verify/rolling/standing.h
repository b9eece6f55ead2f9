/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What stands at stations at S, asked for one place at a time. */
#ifndef BANLIE_VERIFY_ROLLING_STANDING_H
#define BANLIE_VERIFY_ROLLING_STANDING_H

#include "verify/rolling/journeys.h"

/** Containers of a type at a station before S.
 *  @return false where nothing but the case says how many */
bool standing_containers(const ToldPlan *plan, const Journeys *journeys, const char *container,
                         const char *station, long *boxes);

/** Boxes of a type leased at a station before S, in all plans so far. */
long standing_leased(const ToldPlan *plan, const char *container, const char *station);

/** Boxes of a type that gone boxes give back at a station on this day. */
long standing_returned(const ToldPlan *plan, const Journeys *journeys, const char *container,
                       const char *station, Date day);

/** Sets of a pool at a station at S; false where nothing but the case says how many. */
bool standing_sets(const ToldPlan *plan, const Journeys *journeys, const char *pool,
                   const char *station, long *sets);

/** True where what changes the sets in a row of rakes.csv is gone: a train, or a reposition run of
 *  a day before S. */
bool standing_cause_gone(const ToldPlan *plan, const Journeys *journeys, const char *cause);

#endif
