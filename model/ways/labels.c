/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sweeps the leg graph backwards from a destination for the least cost to go. */
#include "model/ways/labels.h"

#include <math.h>
#include <stdlib.h>

#include "model/problem/feeder_run.h"
#include "model/problem/leg_graph.h"

/** The departures of one station that a transfer could now reach, best first. */
typedef struct {
    int added; /**< positions in station_departures from here on have been added */
    int head;  /**< into Labels.queue: the cheapest that is still in the window */
    int tail;  /**< one past the last */
} TransferWindow;

/** What is known so far of the feeders' runs and of the trains behind them. Runs and departures are
 * added from the latest on. */
typedef struct {
    int *loadable;      /**< per station: departures from this position on are in `best_load` */
    double *best_load;  /**< per position of station_departures: least cost of loading there or
                           later at the station */
    FeederRunId *added; /**< per feeder: runs from here on are labelled */
    double *best_run;   /**< per run of a scheduled feeder: least cost of taking it or a later */
} FeederSweep;

struct Labels {
    const Problem *problem;
    LegId *by_arrival;       /**< all legs, latest arrival first */
    double *zero;            /**< zeros per leg and per feeder run, for sweeps without prices */
    double *delivery;        /**< per leg: delivery where the itinerary ends with it */
    double *run_arrival;     /**< per feeder run */
    TransferWindow *windows; /**< per station */
    int *queue; /**< positions in station_departures; a station's part starts where its departures
                   do */
    FeederSweep feeders;
};

static int compare_arrivals(const void *a, const void *b) {
    const Leg *x = *(const Leg *const *)a, *y = *(const Leg *const *)b;
    if (x->arrives != y->arrives) {
        return x->arrives > y->arrives ? -1 : 1;
    }
    return x < y ? -1 : x > y;
}

static bool sort_by_arrival(Labels *labels) {
    const Problem *problem = labels->problem;
    size_t count = (size_t)problem->n_legs;
    const Leg **order = calloc(count + 1, sizeof(*order));
    if (order == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        order[i] = &problem->legs[i];
    }
    qsort(order, count, sizeof(*order), compare_arrivals);
    for (size_t i = 0; i < count; i++) {
        labels->by_arrival[i] = (LegId)(order[i] - problem->legs);
        labels->delivery[i] = (double)feeder_ready(problem, (LegId)i);
    }
    for (FeederRunId run = 0; run < problem->n_feeder_runs; run++) {
        labels->run_arrival[run] = (double)problem->feeder_runs[run].arrives;
    }
    free(order);
    return true;
}

static bool allocate_feeders(FeederSweep *feeders, const Problem *problem) {
    feeders->loadable = calloc((size_t)problem->kase->n_stations + 1, sizeof(int));
    feeders->best_load = calloc((size_t)problem->n_legs + 1, sizeof(double));
    feeders->added = calloc((size_t)problem->kase->n_feeders + 1, sizeof(FeederRunId));
    feeders->best_run = calloc((size_t)problem->n_feeder_runs + 1, sizeof(double));
    return feeders->loadable != NULL && feeders->best_load != NULL && feeders->added != NULL &&
           feeders->best_run != NULL;
}

Labels *labels_new(const Problem *problem) {
    Labels *labels = calloc(1, sizeof *labels);
    if (labels == NULL) {
        return NULL;
    }
    size_t legs = (size_t)problem->n_legs + 1;
    labels->problem = problem;
    labels->by_arrival = calloc(legs, sizeof *labels->by_arrival);
    labels->zero = calloc(legs + (size_t)problem->n_feeder_runs, sizeof *labels->zero);
    labels->delivery = calloc(legs, sizeof *labels->delivery);
    labels->run_arrival = calloc((size_t)problem->n_feeder_runs + 1, sizeof(double));
    labels->queue = calloc(legs, sizeof *labels->queue);
    labels->windows = calloc((size_t)problem->kase->n_stations + 1, sizeof *labels->windows);
    if (labels->by_arrival == NULL || labels->zero == NULL || labels->delivery == NULL ||
        labels->run_arrival == NULL || labels->queue == NULL || labels->windows == NULL ||
        !allocate_feeders(&labels->feeders, problem) || !sort_by_arrival(labels)) {
        labels_free(labels);
        return NULL;
    }
    return labels;
}

void labels_free(Labels *labels) {
    if (labels != NULL) {
        free(labels->by_arrival);
        free(labels->zero);
        free(labels->delivery);
        free(labels->run_arrival);
        free(labels->feeders.loadable);
        free(labels->feeders.best_load);
        free(labels->feeders.added);
        free(labels->feeders.best_run);
        free(labels->queue);
        free(labels->windows);
        free(labels);
    }
}

/** One sweep's arguments. */
typedef struct {
    Labels *labels;
    const MoveCosts *costs;
    const bool *bars_leg;
    const bool *bars_station;
    StationId to; /**< NONE: anywhere */
    double *label;
    double *onward;
} Sweep;

static double boarding(const Sweep *sweep, int position) {
    LegId leg = sweep->labels->problem->station_departures[position];
    return sweep->label[leg] + sweep->costs->board[leg];
}

/** Adds the departures at or after `from` that are not yet in the queue; a dearer one that leaves
 * later can never win again. */
static void window_open(const Sweep *sweep, StationId station, Minute from) {
    const Problem *problem = sweep->labels->problem;
    TransferWindow *window = &sweep->labels->windows[station];
    int *queue = sweep->labels->queue;
    int first = problem->station_departure_start[station];
    while (window->added > first) {
        int position = window->added - 1;
        if (problem->legs[problem->station_departures[position]].departs < from) {
            return;
        }
        window->added = position;
        double cost = boarding(sweep, position);
        while (window->tail > window->head && boarding(sweep, queue[window->tail - 1]) >= cost) {
            window->tail--;
        }
        queue[window->tail++] = position;
    }
}

/** Cheapest boarding within the transfer window of an arrival, HUGE_VAL where there is none. */
static double cheapest_transfer(const Sweep *sweep, const Leg *leg) {
    const Problem *problem = sweep->labels->problem;
    const Station *station = &problem->kase->stations[leg->to];
    TransferWindow *window = &sweep->labels->windows[leg->to];
    const int *queue = sweep->labels->queue;
    window_open(sweep, leg->to, leg->arrives + station->transfer.min_min);
    if (station->transfer.max_min != INT64_MAX) {
        Minute last = leg->arrives + station->transfer.max_min;
        while (window->head < window->tail &&
               problem->legs[problem->station_departures[queue[window->head]]].departs > last) {
            window->head++;
        }
    }
    return window->head < window->tail ? boarding(sweep, queue[window->head]) : HUGE_VAL;
}

/* ---- feeders ---- */

/** Least cost of loading at the station at `from` or later. Those departures must have labels. */
static double cheapest_load(const Sweep *sweep, StationId station, Minute from) {
    const Problem *problem = sweep->labels->problem;
    FeederSweep *feeders = &sweep->labels->feeders;
    int end = problem->station_departure_start[station + 1];
    int wanted = leg_graph_first_departure(problem, station, from);
    while (feeders->loadable[station] > wanted) {
        int position = --feeders->loadable[station];
        LegId leg = problem->station_departures[position];
        double cost = sweep->label[leg] + sweep->costs->load[leg];
        double later = position + 1 < end ? feeders->best_load[position + 1] : HUGE_VAL;
        feeders->best_load[position] = fmin(cost, later);
    }
    return wanted < end ? feeders->best_load[wanted] : HUGE_VAL;
}

/** Cost of taking a labelled run: to a train, or home. */
static double run_cost(const Sweep *sweep, FeederRunId run) {
    const Problem *problem = sweep->labels->problem;
    double cost = sweep->costs->feed[run] + sweep->onward[run];
    bool home = problem->kase->feeders[problem->feeder_runs[run].feeder].to == sweep->to;
    return home ? fmin(cost, sweep->costs->feed_home[run]) : cost;
}

/** Labels the feeder's runs that depart at `from` or later. */
static void label_runs(const Sweep *sweep, int feeder, Minute from) {
    const Problem *problem = sweep->labels->problem;
    FeederSweep *feeders = &sweep->labels->feeders;
    FeederRunId end = problem->feeder_run_start[feeder + 1];
    StationId to = problem->kase->feeders[feeder].to;
    while (feeders->added[feeder] > problem->feeder_run_start[feeder] &&
           problem->feeder_runs[feeders->added[feeder] - 1].departs >= from) {
        FeederRunId run = --feeders->added[feeder];
        sweep->onward[run] = sweep->bars_station[to]
                                 ? HUGE_VAL
                                 : cheapest_load(sweep, to, feeder_boarding(problem, run));
        double later = run + 1 < end ? feeders->best_run[run + 1] : HUGE_VAL;
        feeders->best_run[run] = fmin(run_cost(sweep, run), later);
    }
}

/** Least cost of going on by feeder at the end of a leg, HUGE_VAL where there is no itinerary. */
static double cheapest_feeder(const Sweep *sweep, LegId id) {
    const Problem *problem = sweep->labels->problem;
    StationId station = problem->legs[id].to;
    Minute ready = feeder_ready(problem, id);
    double best = HUGE_VAL;
    for (int i = problem->feeders_from_start[station]; i < problem->feeders_from_start[station + 1];
         i++) {
        int feeder = problem->feeders_from[i];
        label_runs(sweep, feeder, ready);
        if (problem->kase->feeders[feeder].n_departs > 0) {
            FeederRunId run = feeder_first_run(problem, feeder, ready);
            bool any = run < problem->feeder_run_start[feeder + 1];
            best = any ? fmin(best, sweep->labels->feeders.best_run[run]) : best;
            continue;
        }
        FeederChoice choice = feeder_choice(problem, feeder, ready);
        for (FeederRunId run; (run = feeder_choice_next(&choice)) != NONE;) {
            best = fmin(best, run_cost(sweep, run));
        }
    }
    return best;
}

/* ---- the sweep ---- */

static double label_leg(const Sweep *sweep, LegId id) {
    const Problem *problem = sweep->labels->problem;
    const Leg *leg = &problem->legs[id];
    const MoveCosts *costs = sweep->costs;
    bool transfers = problem->kase->stations[leg->to].has_transfer;
    double onward = transfers ? cheapest_transfer(sweep, leg) + costs->leave[id] : HUGE_VAL;
    if (sweep->bars_leg[id] || sweep->bars_station[leg->to]) {
        return HUGE_VAL;
    }
    if (leg->next != NONE) {
        onward = fmin(onward, costs->pass[id] + sweep->label[leg->next]);
    }
    if (sweep->to == NONE || leg->to == sweep->to) {
        onward = fmin(onward, costs->finish[id]);
    }
    if (sweep->to != NONE) {
        onward = fmin(onward, costs->unload[id] + cheapest_feeder(sweep, id));
    }
    return costs->ride[id] + onward;
}

static void sweep_start(const Sweep *sweep) {
    Labels *labels = sweep->labels;
    const Problem *problem = labels->problem;
    for (StationId station = 0; station < problem->kase->n_stations; station++) {
        int start = problem->station_departure_start[station];
        int end = problem->station_departure_start[station + 1];
        labels->windows[station] = (TransferWindow){.added = end, .head = start, .tail = start};
        labels->feeders.loadable[station] = end;
    }
    for (int feeder = 0; feeder < problem->kase->n_feeders; feeder++) {
        labels->feeders.added[feeder] = problem->feeder_run_start[feeder + 1];
    }
}

void labels_sweep(Labels *labels, SweepEnd end, const MoveCosts *costs, double *label,
                  double *onward) {
    const Problem *problem = labels->problem;
    size_t n_legs = (size_t)problem->n_legs, n_stations = (size_t)problem->kase->n_stations;
    Sweep sweep = {.labels = labels,
                   .costs = costs,
                   .bars_leg = &problem->cargo_bars_leg[(size_t)end.cargo * n_legs],
                   .bars_station = &problem->cargo_bars_station[(size_t)end.cargo * n_stations],
                   .to = end.to,
                   .label = label,
                   .onward = onward};
    sweep_start(&sweep);
    for (int i = 0; i < problem->n_legs; i++) {
        LegId leg = labels->by_arrival[i];
        label[leg] = label_leg(&sweep, leg);
    }
    for (int feeder = 0; feeder < problem->kase->n_feeders && end.to != NONE; feeder++) {
        label_runs(&sweep, feeder, INT64_MIN);
    }
}

void labels_earliest_delivery(Labels *labels, SweepEnd end, double *label, double *onward) {
    MoveCosts costs = {.ride = labels->zero,
                       .pass = labels->zero,
                       .finish = labels->delivery,
                       .unload = labels->zero,
                       .leave = labels->zero,
                       .board = labels->zero,
                       .load = labels->zero,
                       .feed = labels->zero,
                       .feed_home = labels->run_arrival};
    labels_sweep(labels, end, &costs, label, onward);
}
