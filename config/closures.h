/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Runs that are taken out: times laid on the runs of a slot, of all slots that call at a station,
 *  or on the departures of a feeder. The days of `closed` are laid so when a case is read;
 *  whatever else closes runs adds to the same lists (Closed.times). */
#ifndef BANLIE_CONFIG_CLOSURES_H
#define BANLIE_CONFIG_CLOSURES_H

#include "config/case.h"

/** Lays the days of `closed` on the runs of slots, stations and feeders. */
void closures_lay(Case *kase);

/** True where an instant lies in the closure; in a cyclic case any of its images in other periods
 *  does as well. */
bool closure_has(const Horizon *horizon, const Closure *closure, Minute at);

/** True where some closure of these has it, and they are not eased. */
bool closed_has(const Horizon *horizon, const Closed *closed, Minute at);

/** What closures do to a slot's run, for its departure or for a call at a station. */
typedef enum {
    CLOSED_NOT,
    CLOSED_EASED, /**< trains may run on it, but none has to */
    CLOSED_OUT
} ClosedRun;

/** @param times  of slot_times() */
ClosedRun closed_run(const Case *kase, const Slot *slot, const Minute *times);

/** A day of `closed`, as a message has it: `2026-12-07`, or `2026-12-20..2026-12-26`. */
enum { DAY_SPAN_TEXT_SIZE = 2 * DATE_TEXT_SIZE };
const char *day_span_format(const DaySpan *span, char text[DAY_SPAN_TEXT_SIZE]);

#endif
