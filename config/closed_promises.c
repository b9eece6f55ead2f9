/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds what an earlier plan promised, and what it sent off, against what is closed or shifted. */
#include "config/closed_promises.h"

#include <glib.h>
#include <string.h>

#include "base/date_text.h"
#include "config/closures.h"
#include "config/finding_codes.h"
#include "config/trip_time.h"

/* ---- slot runs by their names ---- */

static const Slot *slot_of_code(const Case *kase, const char *code, size_t length) {
    for (SlotId id = 0; id < kase->n_slots; id++) {
        const char *own = kase->slots[id].code;
        if (strlen(own) == length && strncmp(own, code, length) == 0) {
            return &kase->slots[id];
        }
    }
    return NULL;
}

/** The departure of a slot that a name's end means, `2026-12-01` or `2026-12-01T0430`; NULL where
 * there is none. */
static const WeeklyTime *departure_of_name(const Slot *slot, const char *end, Date *day) {
    g_auto(GStrv) parts = g_strsplit(end, "T", 2);
    if (parts[0] == NULL || date_parse(parts[0], day) != FAULT_NONE) {
        return NULL;
    }
    for (int i = 0; i < slot->n_departs; i++) {
        const WeeklyTime *time = &slot->departs[i];
        g_autofree char *clock = g_strdup_printf("%02d%02d", time->minute_of_day / MINUTES_PER_HOUR,
                                                 time->minute_of_day % MINUTES_PER_HOUR);
        if (time->weekday == date_weekday(*day) &&
            (parts[1] == NULL || strcmp(parts[1], clock) == 0)) {
            return time;
        }
    }
    return NULL;
}

/** True where the case has a slot run of this name, and it is closed. */
static bool is_closed_name(const Case *kase, const char *name) {
    const char *at = strchr(name, '@');
    const Slot *slot = at == NULL ? NULL : slot_of_code(kase, name, (size_t)(at - name));
    Date day;
    const WeeklyTime *time = slot == NULL ? NULL : departure_of_name(slot, at + 1, &day);
    if (time == NULL) {
        return false;
    }
    const Zone *zone = kase->stations[slot->from].zone;
    const Minute departs = zone_to_minute(zone, day, time->minute_of_day, NULL);
    g_autofree Minute *times = g_new(Minute, (gsize)slot_n_times(slot));
    slot_times(kase, slot, departs, day, times, NULL);
    return closed_run(kase, slot, times) == CLOSED_OUT;
}

static bool feeder_closed(const Case *kase, const char *code, Minute departs) {
    for (int id = 0; id < kase->n_feeders; id++) {
        const Feeder *feeder = &kase->feeders[id];
        if (strcmp(feeder->code, code) == 0) {
            return closed_has(&kase->horizon, &feeder->closed, departs);
        }
    }
    return false;
}

/* ---- promises ---- */

static bool itinerary_closed(const Case *kase, const CommittedItinerary *earlier) {
    bool closed = false;
    for (int i = 0; i < earlier->n_legs; i++) {
        const CommittedLeg *leg = &earlier->legs[i];
        closed |= committed_by_feeder(leg)
                      ? feeder_closed(kase, leg->run, leg->departs)
                      : leg->train >= 0 && kase->commitments.earlier_trains[leg->train].closed;
    }
    return closed;
}

void closed_promises_release(Case *kase) {
    Commitments *commitments = &kase->commitments;
    for (int i = 0; i < commitments->n_earlier_trains; i++) {
        CommittedTrain *train = &commitments->earlier_trains[i];
        for (int run = 0; run < train->n_runs; run++) {
            train->closed |= is_closed_name(kase, train->runs[run]);
        }
        train->frozen &= !train->closed;
    }
    for (int i = 0; i < commitments->n_earlier_itineraries; i++) {
        CommittedItinerary *earlier = &commitments->earlier_itineraries[i];
        earlier->frozen = earlier->frozen && !itinerary_closed(kase, earlier);
    }
}

/* ---- facts ---- */

/** Closures of what is still to come take this call. */
static bool call_closed(const Case *kase, int station, Minute at) {
    return station >= 0 && at >= kase->horizon.start_at &&
           closed_has(&kase->horizon, &kase->stations[station].closed, at);
}

/** True where a leg begins the run of its slot, which departs then. */
static bool begins_run(const CarriedTrain *train, int leg) {
    return leg == 0 || strcmp(train->legs[leg - 1].row->slot, train->legs[leg].row->slot) != 0;
}

static bool train_would_be_taken(const Case *kase, const CarriedTrain *train) {
    bool taken = false;
    for (int i = 0; i < train->n_legs; i++) {
        const CarriedLeg *leg = &train->legs[i];
        const Minute departs = leg->row->departs_at;
        taken |= call_closed(kase, leg->from, departs);
        taken |= call_closed(kase, leg->to, leg->row->arrives_at);
        taken |= leg->slot >= 0 && begins_run(train, i) && departs >= kase->horizon.start_at &&
                 closed_has(&kase->horizon, &kase->slots[leg->slot].closed, departs);
    }
    return taken;
}

/** True where the train has yet to pass a slot that changes shift. */
static bool train_would_be_shifted(const Case *kase, const CarriedTrain *train) {
    bool shifted = false;
    for (int i = 0; i < train->n_legs; i++) {
        const CarriedLeg *leg = &train->legs[i];
        shifted |= leg->slot >= 0 && kase->slots[leg->slot].shift_min != 0 &&
                   leg->row->departs_at >= kase->horizon.start_at;
    }
    return shifted;
}

static void warn_of_feeders(const Case *kase, Findings *findings) {
    const CarriedOver *carried = kase->carried;
    g_autoptr(GHashTable) told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int i = 0; i < carried->n_rows; i++) {
        const CarriedRow *row = &carried->rows[i];
        const bool fed = row->kind == CARRIED_BOX && strcmp(row->mode, "train") != 0;
        if (fed && row->departs_at >= kase->horizon.start_at &&
            feeder_closed(kase, row->train, row->departs_at) &&
            g_hash_table_add(told, g_strjoin(" ", row->train, row->departs, NULL))) {
            finding_warning(findings, kase->commitments.place, FINDING_CLOSED_GONE_FEEDER,
                            row->train, row->departs);
        }
    }
}

void closed_promises_passed_over(const Case *kase, Findings *findings) {
    const CarriedOver *carried = kase->carried;
    for (int i = 0; i < carried->n_trains; i++) {
        const CarriedTrain *train = &carried->trains[i];
        if (train->under_way && train_would_be_taken(kase, train)) {
            finding_warning(findings, kase->commitments.place, FINDING_CLOSED_UNDER_WAY,
                            train->name);
        }
        if (train->under_way && train_would_be_shifted(kase, train)) {
            finding_warning(findings, kase->commitments.place, FINDING_SHIFTED_UNDER_WAY,
                            train->name);
        }
    }
    warn_of_feeders(kase, findings);
}
