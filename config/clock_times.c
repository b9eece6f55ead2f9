/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs that would arrive before they leave, and weeks that a period does not hold. */
#include "config/clock_times.h"

#include <glib.h>

#include "config/finding_codes.h"
#include "config/trip_time.h"

/** A place and an instant, as a message has them. */
typedef struct {
    char at[INSTANT_TEXT_SIZE];
    const char *station;
} Call;

static Call call_at(const Case *kase, StationId station, Minute at) {
    Call call = {.station = kase->stations[station].code};
    instant_format(kase->stations[station].zone, at, call.at);
    return call;
}

static void tell_order(Reader *reader, Place place, const char *code, Date day, const Call *before,
                       const Call *then) {
    char date[DATE_TEXT_SIZE];
    g_autofree char *run = g_strdup_printf("%s@%s", code, date_format(day, date));
    finding_error(reader->findings, place, FINDING_CLOCK_ORDER, run, then->at, then->station,
                  before->at, before->station);
}

/* ---- slots ---- */

typedef struct {
    Reader *reader;
    const Slot *slot;
} SlotCheck;

/** A train may leave a stop in the minute in which it comes. */
static bool check_run_order(void *user, int entry, Date day, const Minute *times,
                            const LocalKind *kinds) {
    const SlotCheck *check = user;
    const Slot *slot = check->slot;
    const Case *kase = check->reader->kase;
    (void)entry;
    (void)kinds;
    for (int i = 1; i < slot_n_times(slot); i++) {
        const Minute least = times[i - 1] + (i % 2 == 1 ? 1 : 0);
        if (times[i] < least) {
            const Call before = call_at(kase, slot_station_at(slot, i - 1), times[i - 1]);
            const Call then = call_at(kase, slot_station_at(slot, i), times[i]);
            tell_order(check->reader, slot_said_at(slot, i)->place, slot->code, day, &before,
                       &then);
            return false;
        }
    }
    return true;
}

static void check_slots_by_clock(Reader *reader) {
    const Case *kase = reader->kase;
    for (SlotId id = 0; id < kase->n_slots; id++) {
        SlotCheck check = {reader, &kase->slots[id]};
        if (slot_by_clock(check.slot)) {
            slot_each_run(kase, check.slot, check_run_order, &check);
        }
    }
}

/* ---- feeders ---- */

/** The days on which a feeder may leave: from the first box that is ready on. */
static void feeder_days(const Case *kase, const Zone *zone, Date *first, Date *last) {
    Minute from = kase->horizon.start_at, to = kase->horizon.last_arrival;
    for (DemandId id = 0; id < kase->n_demand; id++) {
        const Demand *demand = &kase->demand[id];
        from = MIN(from, demand->ready);
        to = MAX(to, demand->due + demand->late_max_min);
    }
    *first = zone_date(zone, from);
    *last = zone_date(zone, to);
}

/** True where the feeder arrives later than it leaves on that day; else that is told. */
static bool check_feeder_day(Reader *reader, const Feeder *feeder, int entry, Date day) {
    const Case *kase = reader->kase;
    const Zone *from = kase->stations[feeder->from].zone, *to = kase->stations[feeder->to].zone;
    const Minute departs = zone_to_minute(from, day, feeder->departs[entry].minute_of_day, NULL);
    const Minute arrives = trip_time_at(&feeder->arrives, departs, day, to, NULL);
    if (arrives > departs) {
        return true;
    }
    const Call before = call_at(kase, feeder->from, departs);
    const Call then = call_at(kase, feeder->to, arrives);
    tell_order(reader, feeder->arrives.place, feeder->code, day, &before, &then);
    return false;
}

static void check_feeder_by_clock(Reader *reader, const Feeder *feeder) {
    Date first, last;
    feeder_days(reader->kase, reader->kase->stations[feeder->from].zone, &first, &last);
    for (Date day = first; day <= last; day++) {
        for (int i = 0; i < feeder->n_departs; i++) {
            if (feeder->departs[i].weekday == date_weekday(day) &&
                every_runs_on(&feeder->every, day) && !check_feeder_day(reader, feeder, i, day)) {
                return;
            }
        }
    }
}

/* ---- weeks ---- */

static void check_every(Reader *reader, const Every *every) {
    const Horizon *horizon = &reader->kase->horizon;
    if (horizon->cyclic && every->weeks > 0 && horizon->weeks % every->weeks != 0) {
        finding_error(reader->findings, every->place, FINDING_EVERY_PERIOD, horizon->weeks,
                      every->weeks);
    }
}

void clock_times_check(Reader *reader) {
    const Case *kase = reader->kase;
    for (SlotId id = 0; id < kase->n_slots; id++) {
        check_every(reader, &kase->slots[id].every);
    }
    for (int id = 0; id < kase->n_feeders; id++) {
        check_every(reader, &kase->feeders[id].every);
        if (kase->feeders[id].arrives.by_clock) {
            check_feeder_by_clock(reader, &kase->feeders[id]);
        }
    }
    if (clock_runs_few(kase)) {
        check_slots_by_clock(reader);
    }
}
