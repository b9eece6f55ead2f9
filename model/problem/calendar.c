/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays the slots' weekly departures out over the horizon, and counts its days. */
#include "model/problem/calendar.h"

#include <glib.h>

#include "config/finding_codes.h"
#include "model/problem/problem_memory.h"
#include "model/problem/problem_size.h"

/** In a cyclic plan a run of a later period is that of this one, and as valid. */
static bool slot_valid_on(const Problem *problem, SlotId id, Date date) {
    const Slot *slot = &problem->kase->slots[id];
    Date planned = calendar_plan_day(problem, date);
    return planned >= slot->valid_from && planned <= slot->valid_to;
}

/** How many departures of the slot fall on this weekday. */
static int departures_on(const Slot *slot, int weekday) {
    int count = 0;
    for (int i = 0; i < slot->n_departs; i++) {
        count += slot->departs[i].weekday == weekday;
    }
    return count;
}

static const char *run_name(Problem *problem, const Slot *slot, Date date, const WeeklyTime *time,
                            int departures) {
    char day[DATE_TEXT_SIZE];
    date_format(date, day);
    if (departures == 1) {
        return problem_text(problem, "%s@%s", slot->code, day);
    }
    return problem_text(problem, "%s@%sT%02d%02d", slot->code, day,
                        time->minute_of_day / MINUTES_PER_HOUR,
                        time->minute_of_day % MINUTES_PER_HOUR);
}

static void calendar_warn_of_clock_change(Findings *findings, const WeeklyTime *time,
                                          const char *name, LocalKind kind) {
    if (kind == LOCAL_SKIPPED) {
        finding_warning(findings, time->place, FINDING_RUN_SKIPPED, name);
    } else if (kind == LOCAL_REPEATED) {
        finding_warning(findings, time->place, FINDING_RUN_TWICE, name);
    }
}

static void append_day(Problem *problem, GArray *runs, SlotId id, Date date, Findings *findings) {
    const Slot *slot = &problem->kase->slots[id];
    const Horizon *horizon = &problem->kase->horizon;
    int weekday = date_weekday(date);
    int departures = departures_on(slot, weekday);
    for (int i = 0; i < slot->n_departs; i++) {
        const WeeklyTime *time = &slot->departs[i];
        if (time->weekday != weekday) {
            continue;
        }
        LocalKind kind;
        Minute departs =
            zone_to_minute(problem_zone(problem, slot->from), date, time->minute_of_day, &kind);
        if (departs < horizon->start_at || departs > horizon->last_arrival) {
            continue;
        }
        SlotRun run = {.slot = id,
                       .entry = i,
                       .departs = departs,
                       .arrives = departs + slot->runs_min,
                       .name = run_name(problem, slot, date, time, departures)};
        calendar_warn_of_clock_change(findings, time, run.name, kind);
        g_array_append_val(runs, run);
    }
}

static int compare_slot_runs(const void *a, const void *b) {
    const SlotRun *x = a, *y = b;
    if (x->slot != y->slot) {
        return x->slot < y->slot ? -1 : 1;
    }
    if (x->departs != y->departs) {
        return x->departs < y->departs ? -1 : 1;
    }
    return g_strcmp0(x->name, y->name);
}

/** What the runs of a slot that repeat one another share: weekly departure and day of the period.
 */
static gint64 base_key(const Problem *problem, const SlotRun *run) {
    const Zone *zone = problem_zone(problem, problem->kase->slots[run->slot].from);
    Date day = calendar_plan_day(problem, zone_date(zone, run->departs));
    return (gint64)run->entry * (7 * problem->kase->horizon.weeks) + day;
}

/** Finds what each run repeats: in a cyclic plan the first run of the same weekly departure on the
 * same day of the period. */
static void find_bases(Problem *problem) {
    gint64 *keys = g_new(gint64, (gsize)problem->n_runs + 1);
    GHashTable *first = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (SlotRunId id = 0; id < problem->n_runs; id++) {
        SlotRun *run = &problem->runs[id];
        run->base = id;
        if (!problem->kase->horizon.cyclic) {
            continue;
        }
        if (id == problem->slot_run_start[run->slot]) {
            g_hash_table_remove_all(first);
        }
        keys[id] = base_key(problem, run);
        gpointer earlier = NULL;
        if (g_hash_table_lookup_extended(first, &keys[id], NULL, &earlier)) {
            run->base = GPOINTER_TO_INT(earlier);
        } else {
            g_hash_table_insert(first, &keys[id], GINT_TO_POINTER(id));
        }
    }
    g_hash_table_destroy(first);
    g_free(keys);
}

static int count_stock_days(const Horizon *horizon) {
    int days = 7 * horizon->weeks;
    if (!horizon->cyclic) {
        days += (int)((horizon->tail_min + MINUTES_PER_DAY - 1) / MINUTES_PER_DAY);
    }
    return days;
}

bool calendar_build(Problem *problem, Findings *findings) {
    const Case *kase = problem->kase;
    problem->n_stock_days = count_stock_days(&kase->horizon);
    if (!problem_size_of_slots(problem, findings) || !problem_size_of_stock(problem, findings)) {
        return false;
    }
    GArray *runs = g_array_new(FALSE, FALSE, sizeof(SlotRun));
    for (SlotId slot = 0; slot < kase->n_slots; slot++) {
        const Zone *zone = problem_zone(problem, kase->slots[slot].from);
        Date last = zone_date(zone, kase->horizon.last_arrival);
        for (Date date = zone_date(zone, kase->horizon.start_at); date <= last; date++) {
            if (slot_valid_on(problem, slot, date)) {
                append_day(problem, runs, slot, date, findings);
            }
        }
    }
    problem->n_runs = (int)runs->len;
    problem->runs = problem_keep(problem, g_array_free(runs, FALSE));
    qsort(problem->runs, (size_t)problem->n_runs, sizeof(SlotRun), compare_slot_runs);
    int *start = problem_new(problem, int, kase->n_slots + 1);
    for (int i = 0; i < problem->n_runs; i++) {
        start[problem->runs[i].slot + 1]++;
    }
    for (SlotId slot = 0; slot < kase->n_slots; slot++) {
        start[slot + 1] += start[slot];
    }
    problem->slot_run_start = start;
    find_bases(problem);
    return true;
}

Date calendar_plan_day(const Problem *problem, Date date) {
    const Horizon *horizon = &problem->kase->horizon;
    if (!horizon->cyclic) {
        return date;
    }
    int days = 7 * horizon->weeks, past = (date - horizon->start) % days;
    return horizon->start + (past < 0 ? past + days : past);
}

Minute calendar_plan_minute(const Problem *problem, Minute at) {
    const Horizon *horizon = &problem->kase->horizon;
    if (!horizon->cyclic) {
        return at;
    }
    Minute period = horizon->end_at - horizon->start_at, past = (at - horizon->start_at) % period;
    return horizon->start_at + (past < 0 ? past + period : past);
}

/** The stock day of a date where the days are counted once: what is outside counts on the first or
 * the last. */
static StockDay clamp_day(const Problem *problem, Date date) {
    int past = date - problem->kase->horizon.start;
    int last = problem->n_stock_days - 1;
    return past < 0 ? 0 : past > last ? last : past;
}

StockDay calendar_stock_day(const Problem *problem, Minute at) {
    Date date = zone_date(problem->kase->horizon.zone, at);
    return clamp_day(problem, calendar_plan_day(problem, date));
}

StockDay calendar_stock_date(const Problem *problem, Date date) {
    return clamp_day(problem, calendar_plan_day(problem, date));
}

int calendar_stock_period(const Problem *problem, Minute at) {
    const Horizon *horizon = &problem->kase->horizon;
    Date date = zone_date(horizon->zone, at);
    return (date - calendar_plan_day(problem, date)) / (7 * horizon->weeks);
}

SlotRunId calendar_first_run(const Problem *problem, SlotId slot, Minute from) {
    SlotRunId low = problem->slot_run_start[slot], high = problem->slot_run_start[slot + 1];
    while (low < high) {
        SlotRunId middle = low + (high - low) / 2;
        if (problem->runs[middle].departs < from) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}
