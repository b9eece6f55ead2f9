/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docs/model.md (12): wagon sets of the limited pools, by station.
 *
 * Sets at a station can only run short when some leave, so there is a row for each instant of a
 * departure: s_i = s_{i−1} + freed since (in the very minute of the departure, too) − leaving, s_i
 * ≥ 0. In a cyclic plan the instants wrap around, the end of the period is one of them, and the
 * sets in circulation are counted there. */
#include <math.h>
#include <stdlib.h>

#include "base/grow.h"
#include "model/formulation/rows/rows.h"
#include "model/problem/calendar.h"
#include "model/problem/rake_use.h"

/** A change of sets at a station, by a column. */
typedef struct {
    int pool;
    StationId station;
    Minute at; /**< in a cyclic plan: within the period */
    bool leaves;
    ColumnId
        column; /**< NONE: the end of a period, when sets are counted, or sets of earlier plans */
    int gone;   /**< of these: how many */
} SetEvent;

typedef struct {
    Formulation *formulation;
    SetEvent *events;
    int count, room;
    RowId *pool_row; /**< per pool, NONE but in a cyclic plan */
} Rakes;

static void rakes_add_event(Rakes *rakes, SetEvent event) {
    event.at = calendar_plan_minute(rakes->formulation->problem, event.at);
    if (!GROW(rakes->events, rakes->count + 1, rakes->room)) {
        rakes->formulation->lp.failed = true;
        return;
    }
    rakes->events[rakes->count++] = event;
}

static void rakes_add_use(Rakes *rakes, const RakeUse *use, ColumnId column) {
    Formulation *formulation = rakes->formulation;
    rakes_add_event(rakes, (SetEvent){use->pool, use->from, use->departs, true, column, 0});
    rakes_add_event(rakes, (SetEvent){use->pool, use->to, use->free, false, column, 0});
    if (rakes->pool_row[use->pool] != NONE) {
        lp_model_entry(&formulation->lp, rakes->pool_row[use->pool], column,
                       rake_use_spans(formulation->problem, use));
    }
}

static void rakes_add_trains(Rakes *rakes) {
    const Problem *problem = rakes->formulation->problem;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        RakeUse use;
        int position = 0;
        while (rake_use_next(problem, id, &position, &use)) {
            rakes_add_use(rakes, &use, rakes->formulation->train_column[id]);
        }
    }
}

/** A pool that no slot takes its sets from limits nothing. */
static bool pool_is_limited(const Case *kase, int pool) {
    for (SlotId id = 0; id < kase->n_slots; id++) {
        if (kase->slots[id].rake == pool) {
            return true;
        }
    }
    return false;
}

/** Sets that trains and runs of earlier plans take and bring. */
static void rakes_add_gone(Rakes *rakes) {
    const Case *kase = rakes->formulation->problem->kase;
    for (int i = 0; kase->carried != NULL && i < kase->carried->n_sets; i++) {
        const CarriedSet *set = &kase->carried->sets[i];
        bool leaves = set->row->boxes < 0;
        if (!pool_is_limited(kase, set->pool) || (leaves && kase->under_way_eased)) {
            continue;
        }
        rakes_add_event(rakes, (SetEvent){set->pool, set->station, set->row->arrives_at, leaves,
                                          NONE, abs(set->row->boxes)});
    }
}

/** Adds the column of one reposition run. Its upper bound, and that of sets that stand, is more
 * than there can be: one that held would take its part of the rows' prices. */
static void rakes_add_reposition(Rakes *rakes, int pool, int rule, StockDay day) {
    const Problem *problem = rakes->formulation->problem;
    int number = problem_reposition(problem, pool, rule, day);
    RakeUse use = rake_use_reposition(problem, pool, rule, day);
    ColumnId column =
        lp_model_column(&rakes->formulation->lp,
                        (LpColumn){.objective = -problem->kase->rakes[pool].reposition[rule].cost,
                                   .lower = 0,
                                   .upper = 1 + (double)rake_pool_sets(problem->kase, pool),
                                   .integer = true,
                                   .group = COLUMN_REPOSITION,
                                   .subject = number});
    rakes->formulation->reposition_column[number] = column;
    rakes_add_use(rakes, &use, column);
}

/** Adds the last run of a rule that still brings sets for a departure at `at`, unless it is there.
 */
static void add_run_for(Rakes *rakes, int pool, int rule, Minute at) {
    const Problem *problem = rakes->formulation->problem;
    StockDay day = problem->n_stock_days - 1;
    while (day >= 0 && rake_use_reposition(problem, pool, rule, day).free > at) {
        day--;
    }
    if (day >= 0 &&
        rakes->formulation->reposition_column[problem_reposition(problem, pool, rule, day)] ==
            NONE) {
        rakes_add_reposition(rakes, pool, rule, day);
    }
}

/** Sets are only wanted for departures, and cost the same on any day: it is enough to send them on
 * the last day that is early enough for one. A run that leaves is a departure itself. */
static void add_runs_for_departures(Rakes *rakes, int pool) {
    const Rake *rake = &rakes->formulation->problem->kase->rakes[pool];
    for (int i = 0; i < rakes->count; i++) { /* grows on the way */
        SetEvent event = rakes->events[i];
        for (int rule = 0; rule < rake->n_reposition && event.leaves && event.pool == pool;
             rule++) {
            if (rake->reposition[rule].to == event.station) {
                add_run_for(rakes, pool, rule, event.at);
            }
        }
    }
}

static void rakes_add_repositions(Rakes *rakes, int pool) {
    const Problem *problem = rakes->formulation->problem;
    if (!problem->kase->horizon.cyclic) {
        add_runs_for_departures(rakes, pool);
        return;
    }
    for (int rule = 0; rule < problem->kase->rakes[pool].n_reposition; rule++) {
        for (StockDay day = 0; day < problem->n_stock_days; day++) {
            rakes_add_reposition(rakes, pool, rule, day);
        }
    }
}

/** In a cyclic plan: the pool's row of sets in circulation, and the end of the period at every
 * station. */
static void count_pool(Rakes *rakes, int pool) {
    const Case *kase = rakes->formulation->problem->kase;
    rakes->pool_row[pool] =
        lp_model_row(&rakes->formulation->lp, (LpRow){.group = ROW_POOL,
                                                      .subject = pool,
                                                      .detail = NONE,
                                                      .lower = -HUGE_VAL,
                                                      .upper = (double)rake_pool_sets(kase, pool)});
    for (StationId station = 0; station < kase->n_stations; station++) {
        rakes_add_event(rakes, (SetEvent){pool, station, kase->horizon.start_at, true, NONE, 0});
    }
}

/** By pool, station and instant; sets are freed before others leave. */
static int compare_set_events(const void *a, const void *b) {
    const SetEvent *x = a, *y = b;
    if (x->pool != y->pool) {
        return x->pool < y->pool ? -1 : 1;
    }
    if (x->station != y->station) {
        return x->station < y->station ? -1 : 1;
    }
    if (x->at != y->at) {
        return x->at < y->at ? -1 : 1;
    }
    if (x->leaves != y->leaves) {
        return x->leaves ? 1 : -1;
    }
    if (x->column != y->column) {
        return x->column < y->column ? -1 : 1;
    }
    return (x->gone > y->gone) - (x->gone < y->gone);
}

static RowId new_row(const Rakes *rakes, const SetEvent *event, bool first) {
    const Case *kase = rakes->formulation->problem->kase;
    bool start = first && !kase->horizon.cyclic;
    double sets = start ? rake_sets_at(kase, event->pool, event->station) : 0;
    return lp_model_row(&rakes->formulation->lp,
                        (LpRow){.group = ROW_SETS,
                                .subject = event->pool,
                                .detail = event->station,
                                .further = (int)(event->at - kase->horizon.start_at),
                                .lower = sets,
                                .upper = sets});
}

static ColumnId new_stand(const Rakes *rakes, int pool, RowId row) {
    double sets = 1 + (double)rake_pool_sets(rakes->formulation->problem->kase, pool);
    return lp_model_column(
        &rakes->formulation->lp,
        (LpColumn){.lower = 0, .upper = sets, .group = COLUMN_SETS, .subject = row});
}

/** What happens whatever is planned moves into the row's bounds. */
static void shift_row(LpModel *lp, RowId row, double by) {
    if (!lp->failed) {
        lp->rows[row].lower += by;
        lp->rows[row].upper += by;
    }
}

/** Rows of one pool at one station, whose events are [first, end). Sets freed after the last
 * departure matter only in a cyclic plan: for the first. */
static void station_rows(Rakes *rakes, int first, int end) {
    LpModel *lp = &rakes->formulation->lp;
    bool cyclic = rakes->formulation->problem->kase->horizon.cyclic;
    int pending = first; /* events from here on have no row yet */
    RowId first_row = NONE;
    ColumnId before = NONE;
    for (int i = first; i < end; i++) {
        const SetEvent *events = rakes->events;
        bool same = i + 1 < end && events[i + 1].leaves && events[i + 1].at == events[i].at;
        if (!events[i].leaves || same) {
            continue; /* one row for all that leave together */
        }
        RowId row = new_row(rakes, &events[i], before == NONE);
        ColumnId stand = new_stand(rakes, events[i].pool, row);
        lp_model_entry(lp, row, stand, 1);
        if (before != NONE) {
            lp_model_entry(lp, row, before, -1);
        } else {
            first_row = row;
            if (cyclic) {
                lp_model_entry(lp, rakes->pool_row[events[i].pool], stand, 1);
            }
        }
        for (; pending <= i; pending++) {
            const int sign = events[pending].leaves ? 1 : -1;
            if (events[pending].column != NONE) {
                lp_model_entry(lp, row, events[pending].column, sign);
            }
            shift_row(lp, row, -sign * events[pending].gone);
        }
        before = stand;
    }
    if (cyclic && first_row != NONE) {
        lp_model_entry(lp, first_row, before, -1);
        for (; pending < end; pending++) {
            lp_model_entry(lp, first_row, rakes->events[pending].column, -1);
        }
    }
}

static void all_station_rows(Rakes *rakes) {
    qsort(rakes->events, (size_t)rakes->count, sizeof *rakes->events, compare_set_events);
    for (int first = 0; first < rakes->count;) {
        int end = first;
        while (end < rakes->count && rakes->events[end].pool == rakes->events[first].pool &&
               rakes->events[end].station == rakes->events[first].station) {
            end++;
        }
        station_rows(rakes, first, end);
        first = end;
    }
}

void rows_rake(Formulation *formulation) {
    const Case *kase = formulation->problem->kase;
    Rakes rakes = {.formulation = formulation,
                   .pool_row = calloc((size_t)kase->n_rakes + 1, sizeof(RowId))};
    if (rakes.pool_row == NULL) {
        formulation->lp.failed = true;
        return;
    }
    for (int pool = 0; pool < kase->n_rakes; pool++) {
        rakes.pool_row[pool] = NONE;
        if (kase->horizon.cyclic) {
            count_pool(&rakes, pool);
        }
    }
    rakes_add_trains(&rakes);
    rakes_add_gone(&rakes);
    for (int pool = 0; pool < kase->n_rakes; pool++) {
        rakes_add_repositions(&rakes, pool);
    }
    if (rakes.count > 0) {
        all_station_rows(&rakes);
    }
    free(rakes.events);
    free(rakes.pool_row);
}
