#include "model/labels.h"

#include <math.h>
#include <stdlib.h>

/** The departures of one station that a transfer could now reach, best first. */
typedef struct {
    int added; /**< positions in station_departures from here on have been added */
    int head;  /**< into Labels.queue: the cheapest that is still in the window */
    int tail;  /**< one past the last */
} TransferWindow;

struct Labels {
    const Problem *problem;
    LegId *by_arrival;       /**< all legs, latest arrival first */
    double *zero;            /**< n_legs zeros, for sweeps without prices */
    double *arrival;         /**< n_legs arrivals */
    TransferWindow *windows; /**< per station */
    int *queue; /**< positions in station_departures; a station's part starts where its departures
                   do */
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
        labels->arrival[i] = (double)problem->legs[i].arrives;
    }
    free(order);
    return true;
}

Labels *labels_new(const Problem *problem) {
    Labels *labels = calloc(1, sizeof *labels);
    if (labels == NULL) {
        return NULL;
    }
    size_t legs = (size_t)problem->n_legs + 1;
    labels->problem = problem;
    labels->by_arrival = calloc(legs, sizeof *labels->by_arrival);
    labels->zero = calloc(legs, sizeof *labels->zero);
    labels->arrival = calloc(legs, sizeof *labels->arrival);
    labels->queue = calloc(legs, sizeof *labels->queue);
    labels->windows = calloc((size_t)problem->kase->n_stations + 1, sizeof *labels->windows);
    if (labels->by_arrival == NULL || labels->zero == NULL || labels->arrival == NULL ||
        labels->queue == NULL || labels->windows == NULL || !sort_by_arrival(labels)) {
        labels_free(labels);
        return NULL;
    }
    return labels;
}

void labels_free(Labels *labels) {
    if (labels != NULL) {
        free(labels->by_arrival);
        free(labels->zero);
        free(labels->arrival);
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
    StationId to;
    double *label;
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

static double label_leg(const Sweep *sweep, LegId id) {
    const Problem *problem = sweep->labels->problem;
    const Leg *leg = &problem->legs[id];
    const MoveCosts *costs = sweep->costs;
    bool transfers = problem->kase->stations[leg->to].has_transfer;
    double onward = transfers ? cheapest_transfer(sweep, leg) + costs->leave[id] : HUGE_VAL;
    if (sweep->bars_leg[id]) {
        return HUGE_VAL;
    }
    if (sweep->bars_station[leg->to]) {
        onward = HUGE_VAL;
    } else if (leg->next != NONE) {
        onward = fmin(onward, costs->pass[id] + sweep->label[leg->next]);
    }
    if (leg->to == sweep->to && !sweep->bars_station[leg->to]) {
        onward = fmin(onward, costs->unload[id]);
    }
    return costs->ride[id] + onward;
}

void labels_sweep(Labels *labels, CargoId cargo, StationId to, const MoveCosts *costs,
                  double *label) {
    const Problem *problem = labels->problem;
    int n_stations = problem->kase->n_stations;
    Sweep sweep = {.labels = labels,
                   .costs = costs,
                   .bars_leg = &problem->cargo_bars_leg[(size_t)cargo * (size_t)problem->n_legs],
                   .bars_station = &problem->cargo_bars_station[(size_t)cargo * (size_t)n_stations],
                   .to = to,
                   .label = label};
    for (StationId station = 0; station < n_stations; station++) {
        int start = problem->station_departure_start[station];
        labels->windows[station] = (TransferWindow){
            .added = problem->station_departure_start[station + 1], .head = start, .tail = start};
    }
    for (int i = 0; i < problem->n_legs; i++) {
        LegId leg = labels->by_arrival[i];
        label[leg] = label_leg(&sweep, leg);
    }
}

void labels_earliest_arrival(Labels *labels, CargoId cargo, StationId to, double *label) {
    MoveCosts costs = {.ride = labels->zero,
                       .pass = labels->zero,
                       .unload = labels->arrival,
                       .leave = labels->zero,
                       .board = labels->zero};
    labels_sweep(labels, cargo, to, &costs, label);
}
