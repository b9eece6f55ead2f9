/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists the departures of feeders, and finds those that a box may take. */
#include "model/problem/feeder_run.h"

#include <glib.h>

#include "config/closures.h"
#include "config/finding_codes.h"
#include "config/trip_time.h"
#include "model/problem/calendar.h"
#include "model/problem/problem_memory.h"
#include "model/problem/problem_size.h"

/** Nights that a box may wait for an unscheduled feeder. */
enum { NIGHTS = 6 };

/** The time that feeders run in: from the first box that is ready to the last that may arrive. */
typedef struct {
    Minute first;
    Minute last;
} Span;

/** What has happened has: none leaves before a plan that is rolled on begins. */
static Minute feeders_from_when(const Problem *problem) {
    return problem->kase->carried == NULL ? INT64_MIN : problem->kase->horizon.start_at;
}

static Span span_of(const Problem *problem) {
    const Horizon *horizon = &problem->kase->horizon;
    Span span = {horizon->start_at, horizon->last_arrival};
    for (BookingId id = 0; id < problem->n_bookings; id++) {
        span.first = MIN(span.first, problem->bookings[id].ready);
        span.last = MAX(span.last, problem->bookings[id].latest);
    }
    span.first = MAX(span.first, feeders_from_when(problem));
    return span;
}

/** Adds a run that takes as long as any other; a closed one as well, for it counts among the
 * nights.
 */
static void append_unscheduled(const Problem *problem, GArray *runs, int id, Minute departs,
                               bool open) {
    const Feeder *feeder = &problem->kase->feeders[id];
    if (departs < feeders_from_when(problem)) {
        return;
    }
    FeederRun run = {.feeder = id,
                     .departs = departs,
                     .arrives = departs + feeder->arrives.after_min,
                     .open = open,
                     .closed = closed_has(&problem->kase->horizon, &feeder->closed, departs),
                     .day = NONE};
    g_array_append_val(runs, run);
}

static void warn_of_arrival(const Problem *problem, const Feeder *feeder, Date day, LocalKind kind,
                            Findings *findings) {
    char date[DATE_TEXT_SIZE];
    if (kind != LOCAL_PLAIN) {
        g_autofree char *run = g_strdup_printf("%s@%s", feeder->code, date_format(day, date));
        finding_warning(findings, feeder->arrives.place,
                        kind == LOCAL_SKIPPED ? FINDING_CALL_SKIPPED : FINDING_CALL_TWICE, run,
                        problem->kase->stations[feeder->to].code);
    }
}

/** Adds the departures of a day that are not closed. */
static void append_scheduled(const Problem *problem, GArray *runs, int id, Date day,
                             Findings *findings) {
    const Feeder *feeder = &problem->kase->feeders[id];
    for (int i = 0; i < feeder->n_departs; i++) {
        if (feeder->departs[i].weekday != date_weekday(day) ||
            !every_runs_on(&feeder->every, calendar_plan_day(problem, day))) {
            continue;
        }
        LocalKind kind;
        Minute departs = zone_to_minute(problem_zone(problem, feeder->from), day,
                                        feeder->departs[i].minute_of_day, NULL);
        FeederRun run = {.feeder = id,
                         .departs = departs,
                         .arrives = trip_time_at(&feeder->arrives, departs, day,
                                                 problem_zone(problem, feeder->to), &kind),
                         .open = true,
                         .day = NONE};
        if (departs >= feeders_from_when(problem) &&
            !closed_has(&problem->kase->horizon, &feeder->closed, departs)) {
            warn_of_arrival(problem, feeder, day, kind, findings);
            g_array_append_val(runs, run);
        }
    }
}

/** Departures by the calendar: the weekly ones, or 00:00 of every day. */
static void append_calendar(const Problem *problem, GArray *runs, int id, Span span,
                            Findings *findings) {
    const Feeder *feeder = &problem->kase->feeders[id];
    const Zone *zone = problem_zone(problem, feeder->from);
    Date last = zone_date(zone, span.last);
    for (Date date = zone_date(zone, span.first); date <= last; date++) {
        if (feeder->n_departs == 0) {
            append_unscheduled(problem, runs, id, zone_to_minute(zone, date, 0, NULL), true);
        } else {
            append_scheduled(problem, runs, id, date, findings);
        }
    }
}

/** Departures of an unscheduled feeder at the instants at which some box may be ready for it. */
static void append_when_ready(const Problem *problem, GArray *runs, int id) {
    const Feeder *feeder = &problem->kase->feeders[id];
    for (BookingId booking = 0; booking < problem->n_bookings; booking++) {
        if (problem->bookings[booking].from == feeder->from) {
            Minute ready = MAX(problem->bookings[booking].ready, feeders_from_when(problem));
            append_unscheduled(problem, runs, id, ready, false);
        }
    }
    for (LegId leg = 0; leg < problem->n_legs; leg++) {
        if (problem->legs[leg].to == feeder->from) {
            append_unscheduled(problem, runs, id, feeder_ready(problem, leg), false);
        }
    }
}

/** By feeder, then departure; what is open before what is not. */
static int compare_feeder_runs(const void *a, const void *b) {
    const FeederRun *x = a, *y = b;
    if (x->feeder != y->feeder) {
        return x->feeder < y->feeder ? -1 : 1;
    }
    if (x->departs != y->departs) {
        return x->departs < y->departs ? -1 : 1;
    }
    return (int)y->open - (int)x->open;
}

/** Sorts the runs and leaves one of those that leave together. */
static void keep_runs(Problem *problem, GArray *runs) {
    FeederRun *all = (FeederRun *)(void *)runs->data;
    int count = 0;
    if (runs->len > 0) {
        qsort(all, runs->len, sizeof *all, compare_feeder_runs);
    }
    for (guint i = 0; i < runs->len; i++) {
        if (count == 0 || all[count - 1].feeder != all[i].feeder ||
            all[count - 1].departs != all[i].departs) {
            all[count++] = all[i];
        }
    }
    problem->n_feeder_runs = count;
    problem->feeder_runs = problem_keep(problem, g_array_free(runs, FALSE));
}

static int compare_days(const void *a, const void *b) {
    const FeederDay *x = a, *y = b;
    if (x->feeder != y->feeder) {
        return x->feeder < y->feeder ? -1 : 1;
    }
    return x->day < y->day ? -1 : x->day > y->day;
}

static FeederDay day_of(const Problem *problem, const FeederRun *run) {
    const Zone *zone = problem_zone(problem, problem->kase->feeders[run->feeder].from);
    return (FeederDay){run->feeder, calendar_plan_day(problem, zone_date(zone, run->departs))};
}

static void build_days(Problem *problem) {
    const CarriedOver *carried = problem->kase->carried;
    int n_carried = carried == NULL ? 0 : carried->n_feeder_days, count = 0;
    int n_days = problem->n_feeder_runs + n_carried;
    FeederDay *days = problem_new(problem, FeederDay, n_days);
    for (FeederRunId run = 0; run < problem->n_feeder_runs; run++) {
        days[run] = day_of(problem, &problem->feeder_runs[run]);
    }
    for (int i = 0; i < n_carried; i++) {
        days[problem->n_feeder_runs + i] =
            (FeederDay){carried->feeder_days[i].subject, carried->feeder_days[i].day};
    }
    qsort(days, (size_t)n_days, sizeof *days, compare_days);
    for (int i = 0; i < n_days; i++) {
        if (count == 0 || compare_days(&days[count - 1], &days[i]) != 0) {
            days[count++] = days[i];
        }
    }
    problem->feeder_days = days;
    problem->n_feeder_days = count;
    for (FeederRunId id = 0; id < problem->n_feeder_runs; id++) {
        FeederDay day = day_of(problem, &problem->feeder_runs[id]);
        const FeederDay *found = bsearch(&day, days, (size_t)count, sizeof *days, compare_days);
        problem->feeder_runs[id].day = (FeederDayId)(found - days);
    }
}

static void index_runs(Problem *problem) {
    int n_feeders = problem->kase->n_feeders;
    problem->feeder_run_start = problem_new(problem, FeederRunId, n_feeders + 1);
    problem->next_open = problem_new(problem, FeederRunId, problem->n_feeder_runs);
    for (FeederRunId run = 0; run < problem->n_feeder_runs; run++) {
        problem->feeder_run_start[problem->feeder_runs[run].feeder + 1]++;
    }
    for (int feeder = 0; feeder < n_feeders; feeder++) {
        problem->feeder_run_start[feeder + 1] += problem->feeder_run_start[feeder];
        FeederRunId open = NONE;
        for (FeederRunId run = problem->feeder_run_start[feeder + 1] - 1;
             run >= problem->feeder_run_start[feeder]; run--) {
            problem->next_open[run] = open;
            open = problem->feeder_runs[run].open ? run : open;
        }
    }
}

static void index_stations(Problem *problem) {
    const Case *kase = problem->kase;
    problem->feeders_from = problem_new(problem, int, kase->n_feeders);
    problem->feeders_from_start = problem_new(problem, int, kase->n_stations + 1);
    int count = 0;
    for (StationId station = 0; station < kase->n_stations; station++) {
        for (int feeder = 0; feeder < kase->n_feeders; feeder++) {
            if (kase->feeders[feeder].from == station) {
                problem->feeders_from[count++] = feeder;
            }
        }
        problem->feeders_from_start[station + 1] = count;
    }
}

bool feeder_runs_build(Problem *problem, Findings *findings) {
    const Case *kase = problem->kase;
    GArray *runs = g_array_new(FALSE, FALSE, sizeof(FeederRun));
    Span span = span_of(problem);
    for (int feeder = 0; feeder < kase->n_feeders; feeder++) {
        if (!problem_size_of_feeder(problem, feeder, span.first, span.last, runs->len, findings)) {
            g_array_free(runs, TRUE);
            return false;
        }
        append_calendar(problem, runs, feeder, span, findings);
        if (kase->feeders[feeder].n_departs == 0) {
            append_when_ready(problem, runs, feeder);
        }
    }
    keep_runs(problem, runs);
    build_days(problem);
    index_runs(problem);
    index_stations(problem);
    return true;
}

FeederRunId feeder_first_run(const Problem *problem, int feeder, Minute from) {
    FeederRunId low = problem->feeder_run_start[feeder];
    FeederRunId high = problem->feeder_run_start[feeder + 1];
    while (low < high) {
        FeederRunId middle = low + (high - low) / 2;
        if (problem->feeder_runs[middle].departs < from) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

FeederChoice feeder_choice(const Problem *problem, int feeder, Minute ready) {
    ready = MAX(ready, feeders_from_when(problem));
    FeederRunId first = feeder_first_run(problem, feeder, ready);
    bool none = first == problem->feeder_run_start[feeder + 1];
    bool scheduled = problem->kase->feeders[feeder].n_departs > 0;
    return (FeederChoice){
        .problem = problem, .next = none ? NONE : first, .left = scheduled ? INT_MAX : NIGHTS};
}

FeederRunId feeder_choice_next(FeederChoice *choice) {
    const Problem *problem = choice->problem;
    FeederRunId run = choice->next;
    while (run != NONE) {
        choice->next = choice->left > 0 ? problem->next_open[run] : NONE;
        choice->left--;
        if (!problem->feeder_runs[run].closed) {
            break;
        }
        run = choice->next;
    }
    return run;
}
