/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes legs.csv: every leg and feeder that boxes of an itinerary ride, and what it costs them. */
#include "export/tables/leg_names.h"
#include "export/tables/plan_csv.h"
#include "model/problem/booking.h"

/** The rows of one allocation. */
typedef struct {
    const PlanView *view;
    CsvWriter *csv;
    int allocation;
    const Ride *rides;
    int seq;
} LegRows;

static const Allocation *allocation_of(const LegRows *rows) {
    return &rows->view->plan->allocations[rows->allocation];
}

static const Booking *leg_row_booking(const LegRows *rows) {
    return &rows->view->problem->bookings[allocation_of(rows)->booking];
}

static void begin_row(LegRows *rows, const char *mode) {
    csv_put_text(rows->csv, leg_row_booking(rows)->code);
    csv_put_int(rows->csv, rows->view->itinerary[rows->allocation]);
    csv_put_int(rows->csv, ++rows->seq);
    csv_put_text(rows->csv, mode);
}

static void leg_row_put_station(const LegRows *rows, StationId station) {
    csv_put_text(rows->csv, rows->view->problem->kase->stations[station].code);
}

/** From the departure to the end of the row. */
static void end_row(const LegRows *rows, StationId from, Minute departs, StationId to,
                    Minute arrives, double cost) {
    const Problem *problem = rows->view->problem;
    const int boxes = allocation_of(rows)->boxes;
    leg_row_put_station(rows, from);
    leg_row_put_station(rows, to);
    csv_put_instant(rows->csv, problem_zone(problem, from), departs);
    csv_put_instant(rows->csv, problem_zone(problem, to), arrives);
    csv_put_int(rows->csv, boxes);
    csv_put_quantity(rows->csv, boxes * leg_row_booking(rows)->teu);
    csv_put_quantity(rows->csv, boxes * leg_row_booking(rows)->gross_t);
    csv_put_money(rows->csv, cost);
    const Demand *demand = &problem->kase->demand[leg_row_booking(rows)->demand];
    csv_put_text(rows->csv, demand->customer);
    csv_put_text(rows->csv, demand->remark);
    csv_end_row(rows->csv);
}

/** What happens to a box where it boards its ride: it is loaded, or changes trains. */
static double leg_row_boarding_cost(const LegRows *rows, int r) {
    const Problem *problem = rows->view->problem;
    const Station *at = &problem->kase->stations[problem->legs[rows->rides[r].first].from];
    const bool loads = r == 0 || rows->rides[r].before != NONE;
    return loads ? at->load_cost_per_box : at->transfer_cost_per_box;
}

/** What happens to a box where its ride ends: it is unloaded, or changes trains, which the next
 * ride bears. */
static double leaving_cost(const LegRows *rows, int r) {
    const Problem *problem = rows->view->problem;
    const bool last = r + 1 == allocation_of(rows)->n_rides;
    const bool unloads = last || rows->rides[r + 1].before != NONE;
    return unloads
               ? problem->kase->stations[problem->legs[rows->rides[r].last].to].unload_cost_per_box
               : 0;
}

/** The leg's own cost, with what the row bears besides, so that the rows add up to the allocation:
 * loading or a transfer on the row of the train leg that follows it, unloading on that of the train
 * leg before it, lateness on the last train leg. A feeder's row has the feeder alone. */
static double train_leg_cost(const LegRows *rows, int r, LegId l) {
    const Allocation *allocation = allocation_of(rows);
    double per_box = leg_cost_per_box(&rows->view->problem->legs[l], leg_row_booking(rows));
    double late = 0;
    if (l == rows->rides[r].first) {
        per_box += leg_row_boarding_cost(rows, r);
    }
    if (l == rows->rides[r].last) {
        per_box += leaving_cost(rows, r);
        late = r + 1 == allocation->n_rides
                   ? rows->view->kpi->allocations[rows->allocation].late_cost
                   : 0;
    }
    return allocation->boxes * per_box + late;
}

static void put_feeder(LegRows *rows, FeederRunId id) {
    if (id == NONE) {
        return;
    }
    const FeederRun *run = &rows->view->problem->feeder_runs[id];
    const Feeder *feeder = &rows->view->problem->kase->feeders[run->feeder];
    begin_row(rows, feeder->mode);
    csv_put_text(rows->csv, feeder->code);
    csv_put_empty(rows->csv);
    end_row(rows, feeder->from, run->departs, feeder->to, run->arrives,
            allocation_of(rows)->boxes * feeder->cost_per_box);
}

static void put_train_leg(LegRows *rows, int r, LegId l) {
    const Leg *leg = &rows->view->problem->legs[l];
    begin_row(rows, "train");
    leg_names_put_train(rows->view, rows->csv, leg);
    leg_names_put_run(rows->view, rows->csv, leg);
    end_row(rows, leg->from, leg->departs, leg->to, leg->arrives, train_leg_cost(rows, r, l));
}

static void put_legs_of_allocation(LegRows *rows) {
    for (int r = 0; r < allocation_of(rows)->n_rides; r++) {
        const Ride *ride = &rows->rides[r];
        put_feeder(rows, ride->before);
        for (LegId l = ride->first; l <= ride->last; l++) {
            put_train_leg(rows, r, l);
        }
        put_feeder(rows, ride->after);
    }
}

void legs_csv_write(const PlanView *view, CsvWriter *csv) {
    for (int a = 0; a < view->n_itineraries; a++) {
        LegRows rows = {.view = view,
                        .csv = csv,
                        .allocation = a,
                        .rides = &view->plan->rides[view->plan->allocations[a].first_ride]};
        put_legs_of_allocation(&rows);
    }
}
