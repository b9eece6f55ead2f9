/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes empties.csv: the legs on which empties move, and what they cost there. */
#include "export/tables/leg_names.h"
#include "export/tables/plan_csv.h"
#include "model/problem/booking.h"

/** A row has its leg's own cost alone: transfers and handling belong to no train leg. */
static void put_empties_row(const PlanView *view, CsvWriter *csv, int a, int seq, const Leg *leg) {
    const Problem *problem = view->problem;
    const Allocation *allocation = &view->plan->allocations[a];
    const Booking *empties = &problem->bookings[allocation->booking];
    csv_put_text(csv, empties->code);
    csv_put_int(csv, view->itinerary[a]);
    csv_put_int(csv, seq);
    csv_put_text(csv, "train");
    leg_names_put_train(view, csv, leg);
    csv_put_text(csv, problem->kase->stations[leg->from].code);
    csv_put_text(csv, problem->kase->stations[leg->to].code);
    csv_put_instant(csv, problem_zone(problem, leg->from), leg->departs);
    csv_put_instant(csv, problem_zone(problem, leg->to), leg->arrives);
    csv_put_int(csv, allocation->boxes);
    csv_put_money(csv, allocation->boxes * leg_cost_per_box(leg, empties));
    csv_end_row(csv);
}

static void put_move(const PlanView *view, CsvWriter *csv, int a) {
    const Allocation *allocation = &view->plan->allocations[a];
    int seq = 0;
    for (int r = 0; r < allocation->n_rides; r++) {
        const Ride *ride = &view->plan->rides[allocation->first_ride + r];
        for (LegId l = ride->first; l <= ride->last; l++) {
            put_empties_row(view, csv, a, ++seq, &view->problem->legs[l]);
        }
    }
}

void empties_csv_write(const PlanView *view, CsvWriter *csv) {
    for (int a = view->n_itineraries; a < view->plan->n_allocations; a++) {
        put_move(view, csv, a);
    }
}
