/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays closed days on runs, and tells which instants they take. */
#include "config/closures.h"

#include <glib.h>
#include <string.h>

#include "config/case_memory.h"
#include "config/trip_time.h"

/** The days of the list, local in a zone. */
static void lay_days(Case *kase, Closed *closed, const Zone *zone) {
    closed->times = case_memory_array(kase->memory, (size_t)closed->n_days, sizeof *closed->times);
    closed->n_times = closed->n_days;
    for (int i = 0; i < closed->n_days; i++) {
        const DaySpan *days = &closed->days[i];
        closed->times[i] = (Closure){.from = zone_to_minute(zone, days->from, 0, NULL),
                                     .to = zone_to_minute(zone, days->to + 1, 0, NULL),
                                     .zone = zone,
                                     .place = days->place};
    }
}

void closures_lay(Case *kase) {
    for (StationId id = 0; id < kase->n_stations; id++) {
        lay_days(kase, &kase->stations[id].closed, kase->stations[id].zone);
    }
    for (SlotId id = 0; id < kase->n_slots; id++) {
        Slot *slot = &kase->slots[id];
        lay_days(kase, &slot->closed, kase->stations[slot->from].zone);
    }
    for (int id = 0; id < kase->n_feeders; id++) {
        Feeder *feeder = &kase->feeders[id];
        lay_days(kase, &feeder->closed, kase->stations[feeder->from].zone);
    }
}

/** Minutes that a clock in the zone has gone through: days of the calendar are of one length. */
static int64_t wall_minute(const Zone *zone, Minute at) {
    Date date;
    int minute;
    zone_from_minute(zone, at, &date, &minute, NULL);
    return (int64_t)date * MINUTES_PER_DAY + minute;
}

bool closure_has(const Horizon *horizon, const Closure *closure, Minute at) {
    if (!horizon->cyclic) {
        return at >= closure->from && at < closure->to;
    }
    const int64_t period = (int64_t)7 * horizon->weeks * MINUTES_PER_DAY;
    const int64_t from = wall_minute(closure->zone, closure->from);
    const int64_t past = (wall_minute(closure->zone, at) - from) % period;
    const int64_t length = wall_minute(closure->zone, closure->to) - from;
    return (past < 0 ? past + period : past) < length;
}

static bool any_has(const Horizon *horizon, const Closed *closed, Minute at) {
    for (int i = 0; i < closed->n_times; i++) {
        if (closure_has(horizon, &closed->times[i], at)) {
            return true;
        }
    }
    return false;
}

bool closed_has(const Horizon *horizon, const Closed *closed, Minute at) {
    return !closed->eased && any_has(horizon, closed, at);
}

/** What closures of one thing do to an instant. */
static ClosedRun closed_call(const Horizon *horizon, const Closed *closed, Minute at) {
    if (!any_has(horizon, closed, at)) {
        return CLOSED_NOT;
    }
    return closed->eased ? CLOSED_EASED : CLOSED_OUT;
}

ClosedRun closed_run(const Case *kase, const Slot *slot, const Minute *times) {
    ClosedRun most = closed_call(&kase->horizon, &slot->closed, times[0]);
    for (int i = 0; i < slot_n_times(slot); i++) {
        const Station *station = &kase->stations[slot_station_at(slot, i)];
        most = MAX(most, closed_call(&kase->horizon, &station->closed, times[i]));
    }
    return most;
}

const char *day_span_format(const DaySpan *span, char text[DAY_SPAN_TEXT_SIZE]) {
    char from[DATE_TEXT_SIZE], to[DATE_TEXT_SIZE];
    date_format(span->from, from);
    if (span->from == span->to) {
        return memcpy(text, from, sizeof from);
    }
    g_snprintf(text, DAY_SPAN_TEXT_SIZE, "%s..%s", from, date_format(span->to, to));
    return text;
}
