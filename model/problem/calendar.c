/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays the slots' weekly departures out over the horizon, and counts its days. */
#include "model/problem/calendar.h"

#include <glib.h>

#include "config/closures.h"
#include "config/finding_codes.h"
#include "config/trip_time.h"
#include "model/problem/problem_memory.h"
#include "model/problem/problem_size.h"

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

/** The runs as they are found. */
typedef struct {
    Problem *problem;
    SlotId slot;
    GArray *runs;  /**< SlotRun */
    GArray *times; /**< Minute */
    Findings *findings;
} RunListing;

/** Warns of times of the clock on the way. */
static void warn_of_calls(const RunListing *listing, const char *name, const LocalKind *kinds) {
    const Case *kase = listing->problem->kase;
    const Slot *slot = &kase->slots[listing->slot];
    for (int i = 1; i < slot_n_times(slot); i++) {
        if (kinds[i] != LOCAL_PLAIN) {
            finding_warning(listing->findings, slot_said_at(slot, i)->place,
                            kinds[i] == LOCAL_SKIPPED ? FINDING_CALL_SKIPPED : FINDING_CALL_TWICE,
                            name, kase->stations[slot_station_at(slot, i)].code);
        }
    }
}

static bool append_run(void *user, int entry, Date day, const Minute *times,
                       const LocalKind *kinds) {
    RunListing *listing = user;
    const Case *kase = listing->problem->kase;
    const Slot *slot = &kase->slots[listing->slot];
    const WeeklyTime *time = &slot->departs[entry];
    const int n_times = slot_n_times(slot);
    SlotRun run = {.slot = listing->slot,
                   .entry = entry,
                   .day = day,
                   .departs = times[0],
                   .arrives = times[n_times - 1],
                   .first_time = (int)listing->times->len,
                   .closed = closed_run(kase, slot, times),
                   .name = run_name(listing->problem, slot, day, time,
                                    departures_on(slot, date_weekday(day)))};
    calendar_warn_of_clock_change(listing->findings, time, run.name, kinds[0]);
    warn_of_calls(listing, run.name, kinds);
    g_array_append_val(listing->runs, run);
    g_array_append_vals(listing->times, times, (guint)n_times);
    return true;
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
    const Date day = calendar_plan_day(problem, run->day);
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

/** Where one of the runs that repeat one another is closed, so are the others. */
static void close_repeats(Problem *problem) {
    for (SlotRunId id = 0; id < problem->n_runs; id++) {
        SlotRun *base = &problem->runs[problem->runs[id].base];
        base->closed = MAX(base->closed, problem->runs[id].closed);
    }
    for (SlotRunId id = 0; id < problem->n_runs; id++) {
        problem->runs[id].closed = problem->runs[problem->runs[id].base].closed;
    }
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
    RunListing listing = {.problem = problem,
                          .runs = g_array_new(FALSE, FALSE, sizeof(SlotRun)),
                          .times = g_array_new(FALSE, FALSE, sizeof(Minute)),
                          .findings = findings};
    for (listing.slot = 0; listing.slot < kase->n_slots; listing.slot++) {
        slot_each_run(kase, &kase->slots[listing.slot], append_run, &listing);
    }
    problem->n_runs = (int)listing.runs->len;
    problem->runs = problem_keep(problem, g_array_free(listing.runs, FALSE));
    problem->run_times = problem_keep(problem, g_array_free(listing.times, FALSE));
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
    close_repeats(problem);
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
