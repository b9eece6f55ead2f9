/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks slot runs up by their names, or one after another, from the case alone. */
#include "verify/read/slot_run.h"

#include <string.h>

#include "verify/read/period.h"
#include "verify/read/run_times.h"

enum { CLOCK_LENGTH = 5 /* of `T0430` */ };

static SlotId slot_of(const Case *kase, const char *name, size_t length) {
    for (SlotId slot = 0; slot < kase->n_slots; slot++) {
        if (strlen(kase->slots[slot].code) == length &&
            memcmp(kase->slots[slot].code, name, length) == 0) {
            return slot;
        }
    }
    return -1;
}

/** A number of `digits` digits, -1 where there is something else. */
static int digits_value(const char *text, int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
        if (!g_ascii_isdigit(text[i])) {
            return -1;
        }
        value = 10 * value + (text[i] - '0');
    }
    return value;
}

static bool day_parse(const char *text, Date *day) {
    if (strlen(text) < DATE_LENGTH || text[4] != '-' || text[7] != '-') {
        return false;
    }
    int year = digits_value(text, 4), month = digits_value(text + 5, 2),
        in_month = digits_value(text + 8, 2);
    return year >= 0 && month >= 0 && in_month >= 0 && date_from_ymd(year, month, in_month, day);
}

/** Minute of the day in `T0430`, -1 where there is something else. */
static int clock_parse(const char *text) {
    if (strlen(text) != CLOCK_LENGTH || text[0] != 'T') {
        return -1;
    }
    int hour = digits_value(text + 1, 2), minute = digits_value(text + 3, 2);
    bool fits = hour >= 0 && hour < 24 && minute >= 0 && minute < MINUTES_PER_HOUR;
    return fits ? hour * MINUTES_PER_HOUR + minute : -1;
}

static void set_run(const Case *kase, SlotId id, Date day, int entry, PlanRun *run) {
    const Slot *slot = &kase->slots[id];
    const Zone *zone = kase->stations[slot->from].zone;
    Minute departs =
        zone_to_minute(zone, day, slot->departs[entry].minute_of_day, NULL) + slot->shift_min;
    *run = (PlanRun){
        .slot = id,
        .entry = entry,
        .day = day,
        .departs = departs,
        .arrives = run_said_time(slot, &slot->arrives, departs, day, kase->stations[slot->to].zone),
        .closed = run_is_closed(kase, slot, entry, day)};
}

/** In a cyclic case a run is that of the plan's own period. */
static bool valid_on(const Case *kase, const Slot *slot, Date day) {
    Date planned = period_fold_day(kase, day);
    return planned >= slot->valid_from && planned <= slot->valid_to;
}

static bool runs_on(const Case *kase, const Slot *slot, Date day) {
    return valid_on(kase, slot, day) && week_is_run(kase, &slot->every, day);
}

const char *slot_run_find(const Case *kase, const char *name, PlanRun *run) {
    const char *at = strchr(name, '@');
    SlotId id = at ? slot_of(kase, name, (size_t)(at - name)) : -1;
    Date day;
    if (id < 0) {
        return "the case has no such slot";
    }
    if (!day_parse(at + 1, &day)) {
        return "its date cannot be read";
    }
    const Slot *slot = &kase->slots[id];
    if (!valid_on(kase, slot, day)) {
        return "the slot is not valid on that day";
    }
    if (!week_is_run(kase, &slot->every, day)) {
        return "the slot does not run in that week";
    }
    const char *clock = at + 1 + DATE_LENGTH;
    int minute_of_day = clock_parse(clock), on_day = 0;
    int found = -1;
    for (int i = 0; i < slot->n_departs; i++) {
        if (slot->departs[i].weekday != date_weekday(day)) {
            continue;
        }
        on_day++;
        if (clock[0] == '\0' || slot->departs[i].minute_of_day == minute_of_day) {
            found = i;
        }
    }
    if (found < 0) {
        return "the slot has no such departure";
    }
    if ((on_day > 1) != (clock[0] != '\0')) {
        return "a slot run is named with its time where the day has two of them, else without";
    }
    set_run(kase, id, day, found, run);
    return run->closed ? "it is closed on that day" : NULL;
}

gint64 slot_run_key(const Case *kase, const PlanRun *run) {
    enum { ENTRIES_MAX = 1 << 16 /* far more departures than a week has minutes */ };
    gint64 slot = (gint64)run->slot * ENTRIES_MAX + run->entry;
    return slot * (INT64_C(1) << 24) + (period_fold_day(kase, run->day) & 0xffffff);
}

char *slot_run_name_after(const PlanRun *run, const char *name, int days) {
    char date[DATE_TEXT_SIZE];
    const char *at = strchr(name, '@');
    return g_strdup_printf("%.*s@%s%s", (int)(at - name), name, date_format(run->day + days, date),
                           at + 1 + DATE_LENGTH);
}

bool slot_run_next(const Case *kase, SlotId id, Minute from, PlanRun *run) {
    const Slot *slot = &kase->slots[id];
    const Zone *zone = kase->stations[slot->from].zone;
    // A clock change may move a departure across midnight, so the day before is looked at as well.
    Date day = zone_date(zone, from - slot->shift_min) - 1;
    const Date last = zone_date(zone, kase->horizon.last_arrival - slot->shift_min) + 1;
    for (; day <= last; day++) {
        bool found = false;
        for (int i = 0; i < slot->n_departs; i++) {
            PlanRun next;
            if (slot->departs[i].weekday != date_weekday(day) || !runs_on(kase, slot, day)) {
                continue;
            }
            set_run(kase, id, day, i, &next);
            if (next.departs >= from && (!found || next.departs < run->departs)) {
                *run = next;
                found = true;
            }
        }
        if (found) {
            return true;
        }
    }
    return false;
}

static gint compare_run_times(gconstpointer a, gconstpointer b) {
    const PlanRun *one = a, *other = b;
    if (one->departs != other->departs) {
        return one->departs < other->departs ? -1 : 1;
    }
    return (one->day > other->day) - (one->day < other->day);
}

GArray *slot_runs_list(const Case *kase, SlotId id) {
    const Slot *slot = &kase->slots[id];
    const Horizon *horizon = &kase->horizon;
    const Zone *zone = kase->stations[slot->from].zone;
    GArray *runs = g_array_new(FALSE, FALSE, sizeof(PlanRun));
    Date last = zone_date(zone, horizon->last_arrival - slot->shift_min);
    for (Date day = zone_date(zone, horizon->start_at - slot->shift_min); day <= last; day++) {
        for (int i = 0; i < slot->n_departs && runs_on(kase, slot, day); i++) {
            PlanRun run;
            if (slot->departs[i].weekday != date_weekday(day)) {
                continue;
            }
            set_run(kase, id, day, i, &run);
            if (run.departs >= horizon->start_at && run.departs <= horizon->last_arrival) {
                g_array_append_val(runs, run);
            }
        }
    }
    g_array_sort(runs, compare_run_times);
    return runs;
}
