/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include "model/problem/booking.h"
#include "solver/pricing/pricing_search.h"
#include "solver/tolerances.h"

bool flow_labels_init(FlowLabels *own, const Problem *problem) {
    size_t legs = (size_t)problem->n_legs + 1, runs = (size_t)problem->n_feeder_runs + 1;
    own->label = calloc(legs, sizeof(double));
    own->onward = calloc(runs, sizeof(double));
    own->ride = calloc(legs, sizeof(double));
    own->finish = calloc(legs, sizeof(double));
    own->board = calloc(legs, sizeof(double));
    own->load = calloc(legs, sizeof(double));
    own->feed_home = calloc(runs, sizeof(double));
    return own->label != NULL && own->onward != NULL && own->ride != NULL && own->finish != NULL &&
           own->board != NULL && own->load != NULL && own->feed_home != NULL;
}

void flow_labels_clear(FlowLabels *own) {
    free(own->label);
    free(own->onward);
    free(own->ride);
    free(own->finish);
    free(own->board);
    free(own->load);
    free(own->feed_home);
}

/** What a delivery costs beside its handling; ∞ where it is too late. */
static double lateness(const Pricing *pricing, const Search *search, Minute delivered) {
    const Booking *booking = search->booking;
    if (booking->empty) {
        return 0;
    }
    return (double)delivered > search->latest
               ? HUGE_VAL
               : pricing->money * booking_late_cost(booking, delivered);
}

/** Linking prices that are paid are left out: a way may have settled them before. */
static void cost_legs(const Pricing *pricing, const Search *search, FlowLabels *own) {
    const Problem *problem = pricing->problem;
    for (LegId leg = 0; leg < problem->n_legs; leg++) {
        TrainId train = problem->legs[leg].train;
        double reward = fmin(0, pricing->link[train]);
        own->ride[leg] =
            pricing->closed[train]
                ? HUGE_VAL
                : search->group->ride[leg] + search->booking->gross_t * search->group->tonne[leg];
        own->finish[leg] = search->handling->finish[leg] +
                           lateness(pricing, search, booking_delivery(problem, leg));
        own->board[leg] = pricing->board[leg] + reward;
        own->load[leg] = search->handling->load[leg] + reward;
    }
}

static void cost_runs(const Pricing *pricing, const Search *search, FlowLabels *own) {
    const Problem *problem = pricing->problem;
    for (FeederRunId run = 0; run < problem->n_feeder_runs; run++) {
        own->feed_home[run] = search->handling->feed_home[run] +
                              lateness(pricing, search, problem->feeder_runs[run].arrives);
    }
}

void search_alone(Pricing *pricing, Search *search) {
    FlowLabels *own = &pricing->own;
    cost_legs(pricing, search, own);
    cost_runs(pricing, search, own);
    MoveCosts costs = {.ride = own->ride,
                       .pass = pricing->pass,
                       .finish = own->finish,
                       .unload = search->handling->unload,
                       .leave = pricing->leave,
                       .board = own->board,
                       .load = own->load,
                       .feed = search->handling->feed,
                       .feed_home = own->feed_home};
    labels_sweep(pricing->labels, (SweepEnd){search->group->cargo, search->target->to}, &costs,
                 own->label, own->onward);
    search->label = own->label;
    search->onward = own->onward;
    search->alone = true;
    search->reward = 0;
    if (search->take == NULL) {
        search->margin = pricing->n_linked == 0 ? WAY_ROUNDING * (1 + fabs(search->worth)) : 0;
        search->ended = true; /* to be begun anew, with the way shown */
    }
}
