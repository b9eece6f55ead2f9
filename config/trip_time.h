/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  When trips are where: from what a case says of a slot or feeder to the instants of one run.
 *
 *  Clock changes move what is said by the clock against what is said as elapsed time, so the runs
 *  of one slot need not take equally long. */
#ifndef BANLIE_CONFIG_TRIP_TIME_H
#define BANLIE_CONFIG_TRIP_TIME_H

#include "config/case.h"

/** The instant of a trip at a place.
 *  @param departs  of the trip
 *  @param day      of that departure, local where the trip starts
 *  @param zone     of the place
 *  @param kind     may be NULL: whether a clock change skips or repeats the time of the clock */
Minute trip_time_at(const TripTime *time, Minute departs, Date day, const Zone *zone,
                    LocalKind *kind);

/** How many instants a run of the slot has: it departs, arrives at and departs from each stop, and
 *  arrives. */
static inline int slot_n_times(const Slot *slot) {
    return 2 * slot->n_stops + 2;
}

/** Where a slot's run is at the i-th of them. */
StationId slot_station_at(const Slot *slot, int i);

/** The instants of the run that departs then, shifted where scenarios shift the slot.
 *  @param departs  before that, likewise `day`
 *  @param day    of that departure, local at `from`
 *  @param times  receives slot_n_times() of them
 *  @param kinds  likewise: whether a clock change skips or repeats it; may be NULL */
void slot_times(const Case *kase, const Slot *slot, Minute departs, Date day, Minute *times,
                LocalKind *kinds);

/** True where some of those instants are said by the clock. */
bool slot_by_clock(const Slot *slot);

/** What the slot says of the i-th of them, from 1. */
const TripTime *slot_said_at(const Slot *slot, int i);

/** True in the weeks in which the trip runs. */
bool every_runs_on(const Every *every, Date day);

/** True where the slot may depart on a day: by `valid` and `every`, closed or not. In a cyclic case
 * a day is the one of the period that it repeats. */
bool slot_runs_on(const Case *kase, const Slot *slot, Date day);

/** Shown a run of a slot that departs within the horizon and its tail, closed or not.
 *  @param entry  which of the weekly departures
 *  @param day    of the departure before scenarios shift it
 *  @param times  of slot_times(), likewise `kinds`
 *  @return false: no more are wanted */
typedef bool SlotRunVisit(void *user, int entry, Date day, const Minute *times,
                          const LocalKind *kinds);

/** True where the runs of slots by the clock are few enough to be looked at one by one; of more no
 * problem is made anyway. */
bool clock_runs_few(const Case *kase);

/** Shows all runs of a slot, by day and then as `departs` has them. */
void slot_each_run(const Case *kase, const Slot *slot, SlotRunVisit *visit, void *user);

#endif
