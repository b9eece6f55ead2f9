/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times, weeks and closed days of a case, by calendar days alone. */
#include "verify/read/run_times.h"

#include "verify/read/period.h"

Minute said_time(const TripTime *said, Minute departs, Date day, const Zone *zone) {
    return said->by_clock ? zone_to_minute(zone, day + said->days, said->minute_of_day, NULL)
                          : departs + said->after_min;
}

Minute run_said_time(const Slot *slot, const TripTime *said, Minute departs, Date day,
                     const Zone *zone) {
    return said->by_clock ? said_time(said, departs, day, zone) + slot->shift_min
                          : departs + said->after_min;
}

/** Number of the week, from Monday, that has the day: 1970-01-01 was a Thursday. */
static int64_t week_number(Date day) {
    return floor_div((int64_t)day + 3, 7);
}

bool week_is_run(const Case *kase, const Every *every, Date day) {
    if (every->weeks == 0) {
        return true;
    }
    const int64_t weeks = week_number(period_fold_day(kase, day)) - week_number(every->from);
    return weeks - floor_div(weeks, every->weeks) * every->weeks == 0;
}

/** Minutes that calendar days of one length have up to an instant. */
static int64_t clock_minutes(const Zone *zone, Minute at) {
    Date day;
    int minute;
    zone_from_minute(zone, at, &day, &minute, NULL);
    return (int64_t)day * MINUTES_PER_DAY + minute;
}

/** True where an instant lies in a time that scenarios close: these stand behind the days. */
static bool in_scenario_closure(const Case *kase, const Closed *closed, Minute at) {
    const int64_t period = (int64_t)period_days(kase) * MINUTES_PER_DAY;
    bool inside = false;
    for (int i = closed->n_days; i < closed->n_times; i++) {
        const Closure *time = &closed->times[i];
        if (!kase->horizon.cyclic) {
            inside |= time->from <= at && at < time->to;
            continue;
        }
        int64_t begins = clock_minutes(time->zone, time->from);
        int64_t ends = clock_minutes(time->zone, time->to);
        int64_t image = clock_minutes(time->zone, at);
        image -= floor_div(image - begins, period) * period;
        inside |= image < ends;
    }
    return inside;
}

bool on_closed_day(const Case *kase, const Closed *closed, const Zone *zone, Minute at) {
    if (in_scenario_closure(kase, closed, at)) {
        return true;
    }
    for (int i = 0; i < closed->n_days; i++) {
        const DaySpan *span = &closed->days[i];
        Date day = zone_date(zone, at);
        if (kase->horizon.cyclic) { /* the first such day on or after the span's first */
            day = span->from + (Date)(((int64_t)day - span->from) -
                                      floor_div((int64_t)day - span->from, period_days(kase)) *
                                          period_days(kase));
        }
        if (day >= span->from && day <= span->to) {
            return true;
        }
    }
    return false;
}

static bool call_is_closed(const Case *kase, StationId at, Minute when) {
    const Station *station = &kase->stations[at];
    return on_closed_day(kase, &station->closed, station->zone, when);
}

/** That of one day, whatever becomes of those that it repeats. */
static bool closed_by_itself(const Case *kase, const Slot *slot, Minute departs, Date day) {
    bool closed = on_closed_day(kase, &slot->closed, kase->stations[slot->from].zone, departs) ||
                  call_is_closed(kase, slot->from, departs);
    for (int i = 0; i < slot->n_stops; i++) {
        const Stop *stop = &slot->stops[i];
        const Zone *zone = kase->stations[stop->at].zone;
        closed |=
            call_is_closed(kase, stop->at, run_said_time(slot, &stop->arrives, departs, day, zone));
        closed |=
            call_is_closed(kase, stop->at, run_said_time(slot, &stop->departs, departs, day, zone));
    }
    const Zone *zone = kase->stations[slot->to].zone;
    return closed ||
           call_is_closed(kase, slot->to, run_said_time(slot, &slot->arrives, departs, day, zone));
}

bool run_is_closed(const Case *kase, const Slot *slot, int entry, Date day) {
    const Horizon *horizon = &kase->horizon;
    const Zone *zone = kase->stations[slot->from].zone;
    const int clock = slot->departs[entry].minute_of_day;
    if (!horizon->cyclic) {
        return closed_by_itself(kase, slot,
                                zone_to_minute(zone, day, clock, NULL) + slot->shift_min, day);
    }
    const Date last = zone_date(zone, horizon->last_arrival - slot->shift_min);
    bool closed = false;
    const int period = period_days(kase);
    const int64_t shift = slot->shift_min < 0 ? -slot->shift_min : slot->shift_min;
    Date at = period_fold_day(kase, day);
    at -= period * (1 + (int)(shift / ((int64_t)period * MINUTES_PER_DAY)));
    for (; at <= last && !closed; at += period) {
        Minute leaves = zone_to_minute(zone, at, clock, NULL) + slot->shift_min;
        closed = leaves >= horizon->start_at && leaves <= horizon->last_arrival &&
                 closed_by_itself(kase, slot, leaves, at);
    }
    return closed;
}

bool feeder_departs_at(const Case *kase, const Feeder *feeder, Minute departs, Date *day) {
    const Zone *zone = kase->stations[feeder->from].zone;
    // A clock change may move a departure across midnight, so the days beside are looked at too.
    for (*day = zone_date(zone, departs) - 1; *day <= zone_date(zone, departs) + 1; (*day)++) {
        for (int i = 0; i < feeder->n_departs; i++) {
            if (feeder->departs[i].weekday == date_weekday(*day) &&
                week_is_run(kase, &feeder->every, *day) &&
                zone_to_minute(zone, *day, feeder->departs[i].minute_of_day, NULL) == departs) {
                return true;
            }
        }
    }
    return false;
}

Minute feeder_arrives(const Case *kase, const Feeder *feeder, Minute departs) {
    Date day;
    if (!feeder_departs_at(kase, feeder, departs, &day)) {
        day = zone_date(kase->stations[feeder->from].zone, departs);
    }
    return said_time(&feeder->arrives, departs, day, kase->stations[feeder->to].zone);
}
