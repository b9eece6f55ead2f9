/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels the graph for the flow of a search alone. */
#include "solver/pricing/pricing_alone.h"

#include <math.h>

#include "model/problem/booking.h"
#include "solver/tolerances.h"

/** What a delivery costs beside its handling; ∞ where it is too late. */
static double lateness(const Pricing *pricing, const Search *search, Minute delivered) {
    const Booking *booking = search->booking;
    if (booking->empty) {
        return 0;
    }
    return delivered > booking->latest ? HUGE_VAL
                                       : pricing->money * booking_late_cost(booking, delivered);
}

/** Linking prices that are paid are left out: an itinerary may have settled them before. */
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
        search->margin =
            pricing->n_linked == 0 ? ITINERARY_ROUNDING * (1 + fabs(search->worth)) : 0;
        search->ended = true; /* to be begun anew, now that the labels lead straight to the best */
    }
}
