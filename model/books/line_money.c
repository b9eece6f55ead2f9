/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds up by line what trains and their boxes earn and cost. */
#include "model/books/line_money.h"

#include <stdlib.h>

bool cost_part_has_line(CostPart part) {
    return part <= COST_LATE || part == COST_EMPTY;
}

static void line_add_trains(LineMoney *lines, const Problem *problem, const bool *runs) {
    for (TrainId id = 0; id < problem->n_trains; id++) {
        if (runs[id]) {
            lines[problem->trains[id].line].parts[COST_TRAIN] += problem->trains[id].cost;
        }
    }
}

/** One ride's share of what its allocation comes to. */
static void line_add_ride(LineMoney *line, const AllocationKpi *own, double share,
                          double leg_cost) {
    line->revenue += share * own->revenue;
    line->parts[COST_LEG] += leg_cost;
    line->parts[COST_LOAD] += share * own->load_cost;
    line->parts[COST_UNLOAD] += share * own->unload_cost;
    line->parts[COST_TRANSFER] += share * own->transfer_cost;
    line->parts[COST_FEEDER] += share * own->feeder_cost;
    line->parts[COST_LATE] += share * own->late_cost;
}

static void line_add_allocation(LineMoney *lines, const Problem *problem,
                                const Allocation *allocation, const Ride *rides,
                                const AllocationKpi *own) {
    const Booking *booking = &problem->bookings[allocation->booking];
    for (int r = 0; r < allocation->n_rides; r++) {
        LineMoney *line = &lines[problem->trains[problem->legs[rides[r].first].train].line];
        const double share = own->dist_km > 0 ? ride_km(problem, rides[r]) / own->dist_km : 0;
        const double leg_cost = ride_leg_cost(problem, rides[r], booking, allocation->boxes);
        if (booking->empty) {
            line->parts[COST_EMPTY] += leg_cost + share * (own->cost - own->leg_cost);
        } else {
            line_add_ride(line, own, share, leg_cost);
        }
    }
}

LineMoney *line_money_new(const Problem *problem, const KpiInput *input, const Kpi *kpi) {
    LineMoney *lines = calloc((size_t)problem->kase->n_lines + 1, sizeof *lines);
    if (lines == NULL) {
        return NULL;
    }
    line_add_trains(lines, problem, input->runs);
    for (int a = 0; a < input->n_allocations; a++) {
        const Allocation *allocation = &input->allocations[a];
        line_add_allocation(lines, problem, allocation, &input->rides[allocation->first_ride],
                            &kpi->allocations[a]);
    }
    return lines;
}
