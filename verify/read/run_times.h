/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What a case says of times, weeks and closed days, read once more: when runs are where, and which
 *  of them do not run. */
#ifndef BANLIE_VERIFY_READ_RUN_TIMES_H
#define BANLIE_VERIFY_READ_RUN_TIMES_H

#include "config/case.h"

/** The instant at a place with this clock of a trip that departs then.
 *  @param day  of the departure, local where the trip starts */
Minute said_time(const TripTime *said, Minute departs, Date day, const Zone *zone);

/** The instant of a slot's run at a place, as scenarios shift it.
 *  @param departs  of the run, shifted
 *  @param day      of its departure before that */
Minute run_said_time(const Slot *slot, const TripTime *said, Minute departs, Date day,
                     const Zone *zone);

/** True where a trip that runs in some weeks only runs in that of the day. */
bool week_is_run(const Case *kase, const Every *every, Date day);

/** True where an instant falls on a closed day, or in a closure of a scenario; in a cyclic case on
 * one of any period. */
bool on_closed_day(const Case *kase, const Closed *closed, const Zone *zone, Minute at);

/** True where a slot's run is closed, by itself or for a station.
 *  @param entry  which of the slot's departures
 *  @param day    of departure, local at its `from` */
bool run_is_closed(const Case *kase, const Slot *slot, int entry, Date day);

/** True where the feeder has a departure at this instant, of those in its timetable, closed or not.
 *  @param day  receives its day, local at its `from` */
bool feeder_departs_at(const Case *kase, const Feeder *feeder, Minute departs, Date *day);

/** When a feeder that departs then arrives. */
Minute feeder_arrives(const Case *kase, const Feeder *feeder, Minute departs);

#endif
