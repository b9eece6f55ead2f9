/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From departures to the instants at which a run is at each place. */
#include "config/trip_time.h"

#include <glib.h>

Minute trip_time_at(const TripTime *time, Minute departs, Date day, const Zone *zone,
                    LocalKind *kind) {
    if (!time->by_clock) {
        if (kind != NULL) {
            *kind = LOCAL_PLAIN;
        }
        return departs + time->after_min;
    }
    return zone_to_minute(zone, day + time->days, time->minute_of_day, kind);
}

StationId slot_station_at(const Slot *slot, int i) {
    if (i == 0) {
        return slot->from;
    }
    return i <= 2 * slot->n_stops ? slot->stops[(i - 1) / 2].at : slot->to;
}

const TripTime *slot_said_at(const Slot *slot, int i) {
    if (i > 2 * slot->n_stops) {
        return &slot->arrives;
    }
    const Stop *stop = &slot->stops[(i - 1) / 2];
    return i % 2 == 1 ? &stop->arrives : &stop->departs;
}

void slot_times(const Case *kase, const Slot *slot, Minute departs, Date day, Minute *times,
                LocalKind *kinds) {
    times[0] = departs;
    if (kinds != NULL) {
        kinds[0] = LOCAL_PLAIN;
    }
    for (int i = 1; i < slot_n_times(slot); i++) {
        const Zone *zone = kase->stations[slot_station_at(slot, i)].zone;
        times[i] = trip_time_at(slot_said_at(slot, i), departs, day, zone,
                                kinds == NULL ? NULL : &kinds[i]);
    }
    for (int i = 0; i < slot_n_times(slot); i++) {
        times[i] += slot->shift_min;
    }
}

bool slot_by_clock(const Slot *slot) {
    bool by_clock = slot->arrives.by_clock;
    for (int i = 0; i < slot->n_stops; i++) {
        by_clock |= slot->stops[i].arrives.by_clock || slot->stops[i].departs.by_clock;
    }
    return by_clock;
}

/** The Monday of a day's week. */
static Date monday_of(Date day) {
    return day - (date_weekday(day) - 1);
}

bool every_runs_on(const Every *every, Date day) {
    return every->weeks == 0 || (monday_of(day) - monday_of(every->from)) / 7 % every->weeks == 0;
}

bool slot_runs_on(const Case *kase, const Slot *slot, Date day) {
    const Horizon *horizon = &kase->horizon;
    if (horizon->cyclic) {
        const int days = 7 * horizon->weeks, past = (day - horizon->start) % days;
        day = horizon->start + (past < 0 ? past + days : past);
    }
    return day >= slot->valid_from && day <= slot->valid_to && every_runs_on(&slot->every, day);
}

bool clock_runs_few(const Case *kase) {
    enum { MOST = 1000000 };
    const Horizon *horizon = &kase->horizon;
    const int64_t weeks =
        (horizon->last_arrival - horizon->start_at) / (INT64_C(7) * MINUTES_PER_DAY) + 1;
    int64_t runs = 0;
    for (SlotId id = 0; id < kase->n_slots; id++) {
        runs += slot_by_clock(&kase->slots[id]) ? weeks * kase->slots[id].n_departs : 0;
    }
    return runs <= MOST;
}

void slot_each_run(const Case *kase, const Slot *slot, SlotRunVisit *visit, void *user) {
    const Horizon *horizon = &kase->horizon;
    const Zone *zone = kase->stations[slot->from].zone;
    const Date last = zone_date(zone, horizon->last_arrival - slot->shift_min);
    Minute *times = g_new(Minute, (gsize)slot_n_times(slot));
    LocalKind *kinds = g_new(LocalKind, (gsize)slot_n_times(slot));
    bool more = true;
    for (Date day = zone_date(zone, horizon->start_at - slot->shift_min); day <= last && more;
         day++) {
        const bool runs = slot_runs_on(kase, slot, day);
        for (int i = 0; i < slot->n_departs && runs && more; i++) {
            if (slot->departs[i].weekday != date_weekday(day)) {
                continue;
            }
            LocalKind kind;
            const Minute departs = zone_to_minute(zone, day, slot->departs[i].minute_of_day, &kind);
            const Minute shifted = departs + slot->shift_min;
            if (shifted >= horizon->start_at && shifted <= horizon->last_arrival) {
                slot_times(kase, slot, departs, day, times, kinds);
                kinds[0] = kind;
                more = visit(user, i, day, times, kinds);
            }
        }
    }
    g_free(kinds);
    g_free(times);
}
