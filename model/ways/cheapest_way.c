/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sweeps the graph with direct costs, once for all bookings of a class, a destination and a size of
 * box. */
#include "model/ways/cheapest_way.h"

#include <math.h>
#include <stdlib.h>

#include "model/problem/booking.h"
#include "model/problem/feeder_run.h"
#include "model/ways/itinerary.h"

/** Direct costs of the moves; those of riding are of a box of one size. */
typedef struct {
    const Problem *problem;
    double *ride, *load, *unload, *board, *feed, *zero;
    double *label, *onward;   /**< of the last sweep */
    const Booking **bookings; /**< by what they are swept for */
} Cheapest;

static double *array_of(int count) {
    return calloc((size_t)count + 1, sizeof(double));
}

static bool cheapest_init(Cheapest *cheapest, const Problem *problem) {
    const int n_legs = problem->n_legs, n_runs = problem->n_feeder_runs;
    *cheapest = (Cheapest){.problem = problem,
                           .ride = array_of(n_legs),
                           .load = array_of(n_legs),
                           .unload = array_of(n_legs),
                           .board = array_of(n_legs),
                           .feed = array_of(n_runs),
                           .zero = array_of(n_legs),
                           .label = array_of(n_legs),
                           .onward = array_of(n_runs),
                           .bookings = calloc((size_t)problem->n_bookings + 1, sizeof(Booking *))};
    return cheapest->ride != NULL && cheapest->load != NULL && cheapest->unload != NULL &&
           cheapest->board != NULL && cheapest->feed != NULL && cheapest->zero != NULL &&
           cheapest->label != NULL && cheapest->onward != NULL && cheapest->bookings != NULL;
}

static void cheapest_clear(Cheapest *cheapest) {
    free(cheapest->ride);
    free(cheapest->load);
    free(cheapest->unload);
    free(cheapest->board);
    free(cheapest->feed);
    free(cheapest->zero);
    free(cheapest->label);
    free(cheapest->onward);
    free(cheapest->bookings);
}

/** Handling and feeders cost every box the same. */
static void cost_moves(Cheapest *cheapest) {
    const Problem *problem = cheapest->problem;
    const Station *stations = problem->kase->stations;
    for (LegId leg = 0; leg < problem->n_legs; leg++) {
        cheapest->load[leg] = stations[problem->legs[leg].from].load_cost_per_box;
        cheapest->board[leg] = stations[problem->legs[leg].from].transfer_cost_per_box;
        cheapest->unload[leg] = stations[problem->legs[leg].to].unload_cost_per_box;
    }
    for (FeederRunId run = 0; run < problem->n_feeder_runs; run++) {
        cheapest->feed[run] = feeder_cost(problem, run);
    }
}

/** Bookings that share a sweep stand together. */
static int compare_sweeps(const void *a, const void *b) {
    const Booking *x = *(const Booking *const *)a, *y = *(const Booking *const *)b;
    if (x->cargo != y->cargo) {
        return x->cargo < y->cargo ? -1 : 1;
    }
    if (x->to != y->to) {
        return x->to < y->to ? -1 : 1;
    }
    return (x->teu > y->teu) - (x->teu < y->teu);
}

static void sweep_for(Cheapest *cheapest, Labels *labels, const Booking *booking) {
    const Problem *problem = cheapest->problem;
    for (LegId leg = 0; leg < problem->n_legs; leg++) {
        cheapest->ride[leg] = leg_cost_per_box(&problem->legs[leg], booking);
    }
    const MoveCosts costs = {.ride = cheapest->ride,
                             .pass = cheapest->zero,
                             .finish = cheapest->unload,
                             .unload = cheapest->unload,
                             .leave = cheapest->zero,
                             .board = cheapest->board,
                             .load = cheapest->load,
                             .feed = cheapest->feed,
                             .feed_home = cheapest->feed};
    labels_sweep(labels, (SweepEnd){booking->cargo, booking->to}, &costs, cheapest->label,
                 cheapest->onward);
}

/** The cheapest of a booking's first moves. */
static double cheapest_start(const Cheapest *cheapest, const Booking *booking) {
    const Problem *problem = cheapest->problem;
    const int end = problem->station_departure_start[booking->from + 1];
    double least = HUGE_VAL;
    for (int i = itinerary_first_boarding(problem, booking); i < end; i++) {
        const LegId leg = problem->station_departures[i];
        least = fmin(least, cheapest->load[leg] + cheapest->label[leg]);
    }
    for (int i = problem->feeders_from_start[booking->from];
         i < problem->feeders_from_start[booking->from + 1]; i++) {
        FeederChoice choice = feeder_choice(problem, problem->feeders_from[i], booking->ready);
        for (FeederRunId run; (run = feeder_choice_next(&choice)) != NONE;) {
            least = fmin(least, cheapest->feed[run] + cheapest->onward[run]);
        }
    }
    return least;
}

bool cheapest_ways(const Problem *problem, Labels *labels, double *cost) {
    Cheapest cheapest;
    const bool ok = cheapest_init(&cheapest, problem);
    if (ok) {
        cost_moves(&cheapest);
        for (BookingId id = 0; id < problem->n_bookings; id++) {
            cheapest.bookings[id] = &problem->bookings[id];
        }
        qsort(cheapest.bookings, (size_t)problem->n_bookings, sizeof(Booking *), compare_sweeps);
    }
    for (int i = 0; ok && i < problem->n_bookings; i++) {
        const Booking *booking = cheapest.bookings[i];
        if (i == 0 || compare_sweeps(&cheapest.bookings[i - 1], &cheapest.bookings[i]) != 0) {
            sweep_for(&cheapest, labels, booking);
        }
        cost[booking - problem->bookings] = cheapest_start(&cheapest, booking);
    }
    cheapest_clear(&cheapest);
    return ok;
}
