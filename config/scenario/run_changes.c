/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes `shift` and `close` on the slots, stations and feeders of a case. */
#include "config/scenario/run_changes.h"

#include <string.h>

#include "base/date_text.h"
#include "base/time_text.h"
#include "config/case_memory.h"
#include "config/closures.h"
#include "config/finding_codes.h"
#include "config/trip_time.h"

static void run_change_free(gpointer data) {
    RunChange *change = data;
    g_ptr_array_unref(change->codes);
    g_free(change->key);
    g_free(change);
}

RunChanges *run_changes_new(void) {
    return g_ptr_array_new_with_free_func(run_change_free);
}

RunChange *run_changes_add(RunChanges *changes, ChangeKind kind, int note, const Node *body,
                           const char *key) {
    RunChange *change = g_new(RunChange, 1);
    *change = (RunChange){kind, note, body, g_strdup(key), g_ptr_array_new_with_free_func(g_free)};
    g_ptr_array_add(changes, change);
    return change;
}

/** A change being made. */
typedef struct {
    const RunChange *change;
    Case *kase;
    GHashTable *codes; /**< those it means */
    ChangeNote *note;
    Closure closure;  /**< of a closing */
    const Slot *slot; /**< at hand */
    int runs;         /**< that it takes of that slot */
    bool stands;      /**< some of its members are still there */
} Making;

static bool means(Making *making, const char *code) {
    const bool meant = code != NULL && g_hash_table_contains(making->codes, code);
    making->stands = making->stands || meant;
    return meant;
}

/* ---- shift ---- */

static void make_shift(Making *making) {
    int64_t by = 0;
    (void)duration_parse(node_get(making->change->body, "by")->text, &by); /* right in form */
    change_note_count(making->note, "slots", 0);
    for (SlotId id = 0; id < making->kase->n_slots; id++) {
        Slot *slot = &making->kase->slots[id];
        if (means(making, slot->code)) {
            slot->shift_min += by;
            change_note_count(making->note, "slots", 1);
            change_note_touch(making->note, slot->code);
        }
    }
}

/* ---- close ---- */

static void add_closure(Making *making, Closed *closed) {
    Closure *times =
        case_memory_array(making->kase->memory, (size_t)closed->n_times + 1, sizeof *times);
    if (closed->n_times > 0) {
        memcpy(times, closed->times, (size_t)closed->n_times * sizeof *times);
    }
    times[closed->n_times++] = making->closure;
    closed->times = times;
    if (closed->place.file == NULL) {
        closed->place = making->closure.place;
    }
}

/** Counts a run that the closure takes: of a slot it means, or that calls at a station it means. */
static bool count_run(void *user, int entry, Date day, const Minute *times,
                      const LocalKind *kinds) {
    (void)entry;
    (void)day;
    (void)kinds;
    Making *making = user;
    const Horizon *horizon = &making->kase->horizon;
    const bool by_slot = strcmp(making->change->key, "slots") == 0;
    bool taken = by_slot && closure_has(horizon, &making->closure, times[0]);
    for (int i = 0; i < slot_n_times(making->slot) && !by_slot && !taken; i++) {
        const Station *station = &making->kase->stations[slot_station_at(making->slot, i)];
        taken = means(making, station->code) && closure_has(horizon, &making->closure, times[i]);
    }
    making->runs += taken;
    return true;
}

static void count_slot_runs(Making *making) {
    for (SlotId id = 0; id < making->kase->n_slots; id++) {
        const Slot *slot = &making->kase->slots[id];
        if (strcmp(making->change->key, "slots") == 0 && !means(making, slot->code)) {
            continue;
        }
        making->slot = slot;
        making->runs = 0;
        slot_each_run(making->kase, slot, count_run, making);
        if (making->runs > 0) {
            change_note_count(making->note, "slots", 1);
            change_note_count(making->note, "runs", making->runs);
            change_note_touch(making->note, slot->code);
        }
    }
}

/** Departures of a feeder that the closure takes; without a timetable one, where it has any minute
 * of the horizon and its tail. */
static int feeder_departures(const Making *making, const Feeder *feeder) {
    const Horizon *horizon = &making->kase->horizon;
    const Zone *zone = making->kase->stations[feeder->from].zone;
    if (feeder->n_departs == 0) {
        return horizon->cyclic || (making->closure.from <= horizon->last_arrival &&
                                   making->closure.to > horizon->start_at);
    }
    int taken = 0;
    const Date last = zone_date(zone, horizon->last_arrival);
    for (Date day = zone_date(zone, horizon->start_at); day <= last; day++) {
        for (int i = 0; i < feeder->n_departs && every_runs_on(&feeder->every, day); i++) {
            const WeeklyTime *time = &feeder->departs[i];
            const Minute at = zone_to_minute(zone, day, time->minute_of_day, NULL);
            taken += time->weekday == date_weekday(day) && at >= horizon->start_at &&
                     at <= horizon->last_arrival && closure_has(horizon, &making->closure, at);
        }
    }
    return taken;
}

static void close_feeders(Making *making) {
    for (int id = 0; id < making->kase->n_feeders; id++) {
        Feeder *feeder = &making->kase->feeders[id];
        if (!means(making, feeder->code)) {
            continue;
        }
        const int departures = feeder_departures(making, feeder);
        add_closure(making, &feeder->closed);
        if (departures > 0) {
            change_note_count(making->note, "feeders", 1);
            change_note_count(making->note, "departures", departures);
            change_note_touch(making->note, feeder->code);
        }
    }
}

static void close_slots(Making *making) {
    for (SlotId id = 0; id < making->kase->n_slots; id++) {
        if (means(making, making->kase->slots[id].code)) {
            add_closure(making, &making->kase->slots[id].closed);
        }
    }
}

static void close_stations(Making *making) {
    for (StationId id = 0; id < making->kase->n_stations; id++) {
        if (means(making, making->kase->stations[id].code)) {
            add_closure(making, &making->kase->stations[id].closed);
        }
    }
}

static Minute closure_end(const Making *making, const char *key) {
    InstantText text;
    LocalKind kind;
    (void)instant_text_parse(node_get(making->change->body, key)->text, &text); /* right in form */
    return instant_text_resolve(&text, making->kase->horizon.zone, false, &kind);
}

static void make_closure(Making *making, Findings *findings) {
    const Node *selector = node_get(making->change->body, making->change->key);
    making->closure = (Closure){.from = closure_end(making, "from"),
                                .to = closure_end(making, "to"),
                                .zone = making->kase->horizon.zone,
                                .change = making->change->note + 1,
                                .place = selector->place};
    const bool feeders = strcmp(making->change->key, "feeders") == 0;
    if (feeders) {
        close_feeders(making);
    } else {
        (strcmp(making->change->key, "slots") == 0 ? close_slots : close_stations)(making);
        making->note->cancelled = g_ptr_array_new_with_free_func(g_free);
        count_slot_runs(making);
    }
    if (making->note->n_counts == 0 && making->stands) {
        finding_error(findings, selector->place, FINDING_CLOSE_NOTHING, selector->text,
                      node_get(making->change->body, "from")->text,
                      node_get(making->change->body, "to")->text);
    } else if (making->note->n_counts == 0) { /* all that it meant is removed later */
        change_note_count(making->note, feeders ? "feeders" : "slots", 0);
        change_note_count(making->note, feeders ? "departures" : "runs", 0);
    }
}

static void make_change(const RunChange *change, Case *kase, ChangeNotes *notes,
                        Findings *findings) {
    Making making = {.change = change,
                     .kase = kase,
                     .codes = g_hash_table_new(g_str_hash, g_str_equal),
                     .note = change_notes_get(notes, change->note)};
    for (guint i = 0; i < change->codes->len; i++) {
        g_hash_table_add(making.codes, g_ptr_array_index(change->codes, i));
    }
    if (change->kind == CHANGE_SHIFT) {
        make_shift(&making);
    } else {
        make_closure(&making, findings);
    }
    g_hash_table_unref(making.codes);
}

void run_changes_make(const RunChanges *changes, Case *kase, ChangeNotes *notes,
                      Findings *findings) {
    static const ChangeKind ORDER[] = {CHANGE_SHIFT, CHANGE_CLOSE};
    for (size_t kind = 0; kind < G_N_ELEMENTS(ORDER); kind++) {
        for (guint i = 0; i < changes->len; i++) {
            const RunChange *change = g_ptr_array_index(changes, i);
            if (change->kind == ORDER[kind]) {
                make_change(change, kase, notes, findings);
            }
        }
    }
}
