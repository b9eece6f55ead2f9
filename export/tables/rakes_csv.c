/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes rakes.csv: when wagon sets leave stations and are free at them, and how many stand there
 * then. */
#include <glib.h>
#include <stdlib.h>

#include "export/tables/plan_csv.h"
#include "model/problem/calendar.h"
#include "model/problem/rake_use.h"

/** Sets that leave a station, or are free there. */
typedef struct {
    int pool;
    StationId station;
    Minute at; /**< in a cyclic plan: within the period */
    int change;
    const char *gone; /**< train or reposition run of an earlier plan; NULL: of this one */
    TrainId train;    /**< NONE for a reposition run: then its rule and day */
    int reposition;   /**< index in the pool's rules */
    StockDay day;
} RakeEvent;

/** One event where the sets leave, one where they are free.
 *  @param event  what the two have in common */
static void list_set_use(GArray *events, const Problem *problem, const RakeUse *use,
                         RakeEvent event, int sets) {
    event.pool = use->pool;
    event.station = use->from;
    event.at = calendar_plan_minute(problem, use->departs);
    event.change = -sets;
    g_array_append_val(events, event);
    event.station = use->to;
    event.at = calendar_plan_minute(problem, use->free);
    event.change = sets;
    g_array_append_val(events, event);
}

static void list_sets_of_trains(const PlanView *view, GArray *events) {
    for (TrainId id = 0; id < view->problem->n_trains; id++) {
        RakeUse use;
        int position = 0;
        while (plan_view_runs(view, id) && rake_use_next(view->problem, id, &position, &use)) {
            list_set_use(events, view->problem, &use, (RakeEvent){.train = id}, 1);
        }
    }
}

/** What trains and runs of earlier plans take and bring later on. */
static void list_sets_gone(const PlanView *view, GArray *events) {
    const CarriedOver *carried = view->problem->kase->carried;
    for (int i = 0; carried != NULL && i < carried->n_sets; i++) {
        const CarriedSet *set = &carried->sets[i];
        const RakeEvent event = {.pool = set->pool,
                                 .station = set->station,
                                 .at = set->row->arrives_at,
                                 .change = set->row->boxes,
                                 .gone = set->row->train,
                                 .train = view->problem->n_trains + i};
        g_array_append_val(events, event);
    }
}

static void list_sets_repositioned(const PlanView *view, GArray *events, int pool) {
    const Problem *problem = view->problem;
    for (int rule = 0; rule < problem->kase->rakes[pool].n_reposition; rule++) {
        for (StockDay day = 0; day < problem->n_stock_days; day++) {
            const int sets = view->plan->repositions[problem_reposition(problem, pool, rule, day)];
            const RakeUse use = rake_use_reposition(problem, pool, rule, day);
            const RakeEvent event = {.train = NONE, .reposition = rule, .day = day};
            if (sets > 0) {
                list_set_use(events, problem, &use, event, sets);
            }
        }
    }
}

/** By pool, station and instant; a set freed in the very minute of a departure can be used for it.
 * The rest only settles the order of the rows. */
static int compare_rake_events(const void *a, const void *b) {
    const RakeEvent *left = a;
    const RakeEvent *right = b;
    const int64_t keys[][2] = {{left->pool, right->pool},   {left->station, right->station},
                               {left->at, right->at},       {left->change < 0, right->change < 0},
                               {left->train, right->train}, {left->reposition, right->reposition},
                               {left->day, right->day}};
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        if (keys[i][0] != keys[i][1]) {
            return keys[i][0] < keys[i][1] ? -1 : 1;
        }
    }
    return 0;
}

/** Sets at the station before its first event. In a cyclic plan that is as many as it ever lacks.
 */
static int sets_before(const Problem *problem, const RakeEvent *events, int count) {
    if (!problem->kase->horizon.cyclic) {
        return rake_sets_at(problem->kase, events[0].pool, events[0].station);
    }
    int sum = 0;
    int least = 0;
    for (int i = 0; i < count; i++) {
        sum += events[i].change;
        least = MIN(least, sum);
    }
    return -least;
}

static void put_cause(const PlanView *view, CsvWriter *csv, const RakeEvent *event) {
    if (event->gone != NULL) {
        csv_put_text(csv, event->gone);
        return;
    }
    if (event->train != NONE) {
        csv_put_text(csv, train_name(view->names, event->train));
        return;
    }
    const Case *kase = view->problem->kase;
    const Reposition *run = &kase->rakes[event->pool].reposition[event->reposition];
    char day[DATE_TEXT_SIZE];
    char *name = g_strdup_printf("reposition %s-%s@%s", kase->stations[run->from].code,
                                 kase->stations[run->to].code,
                                 date_format(kase->horizon.start + event->day, day));
    csv_put_text(csv, name);
    g_free(name);
}

/** The events of one pool at one station. */
static void put_sets_of_station(const PlanView *view, CsvWriter *csv, const RakeEvent *events,
                                int count) {
    const Case *kase = view->problem->kase;
    int sets = sets_before(view->problem, events, count);
    for (int i = 0; i < count; i++) {
        sets += events[i].change;
        csv_put_text(csv, kase->rakes[events[i].pool].code);
        csv_put_text(csv, kase->stations[events[i].station].code);
        csv_put_instant(csv, problem_zone(view->problem, events[i].station), events[i].at);
        put_cause(view, csv, &events[i]);
        csv_put_int(csv, events[i].change);
        csv_put_int(csv, sets);
        csv_end_row(csv);
    }
}

/** @return all events in the order of the rows, to be freed with g_array_unref() */
static GArray *find_events(const PlanView *view) {
    GArray *events = g_array_new(FALSE, FALSE, sizeof(RakeEvent));
    if (view->problem->kase->n_rakes > 0) {
        list_sets_of_trains(view, events);
        list_sets_gone(view, events);
    }
    for (int pool = 0; pool < view->problem->kase->n_rakes; pool++) {
        list_sets_repositioned(view, events, pool);
    }
    g_array_sort(events, compare_rake_events);
    return events;
}

void rakes_csv_write(const PlanView *view, CsvWriter *csv) {
    GArray *events = find_events(view);
    const RakeEvent *all = (const RakeEvent *)(const void *)events->data;
    guint end;
    for (guint first = 0; first < events->len; first = end) {
        end = first + 1;
        while (end < events->len && all[end].pool == all[first].pool &&
               all[end].station == all[first].station) {
            end++;
        }
        put_sets_of_station(view, csv, &all[first], (int)(end - first));
    }
    g_array_unref(events);
}
