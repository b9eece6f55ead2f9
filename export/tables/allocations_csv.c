/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes allocations.csv: boxes, dates and money by booking and itinerary. The columns
 * stand in config/plan_folder/plan_columns.c. */
#include <glib.h>

#include "export/tables/leg_names.h"
#include "export/tables/plan_csv.h"

/** The trains of its rides, in order. */
static void put_chain(const PlanView *view, CsvWriter *csv, const Allocation *allocation) {
    GString *chain = g_string_new(NULL);
    for (int r = 0; r < allocation->n_rides; r++) {
        const Ride *ride = &view->plan->rides[allocation->first_ride + r];
        g_autofree char *name = leg_names_train(view, &view->problem->legs[ride->first]);
        g_string_append_printf(chain, "%s%s", r > 0 ? ";" : "", name);
    }
    csv_put_text(csv, chain->str);
    g_string_free(chain, TRUE);
}

/** The days on which boxes leave the stock and join it, wherever those lie. */
static void put_stock_days(CsvWriter *csv, const Problem *problem, const Booking *booking,
                           const AllocationKpi *kpi) {
    const Zone *zone = problem->kase->horizon.zone;
    if (booking->equipment == NONE) {
        csv_put_empty(csv);
        csv_put_empty(csv);
        return;
    }
    const Equipment *type = &problem->kase->equipment[booking->equipment];
    csv_put_date(csv, zone_date(zone, kpi->departs - type->turn_load_min));
    csv_put_date(csv, zone_date(zone, kpi->arrives + type->turn_unload_min));
}

static void put_allocation_row(const PlanView *view, CsvWriter *csv, int a) {
    const Problem *problem = view->problem;
    const Allocation *allocation = &view->plan->allocations[a];
    const Booking *booking = &problem->bookings[allocation->booking];
    const AllocationKpi *kpi = &view->kpi->allocations[a];
    csv_put_text(csv, booking->code);
    csv_put_int(csv, view->itinerary[a]);
    csv_put_int(csv, allocation->boxes);
    csv_put_text(csv, problem->kase->stations[booking->from].code);
    csv_put_text(csv, problem->kase->stations[booking->to].code);
    csv_put_instant(csv, problem_zone(problem, booking->from), kpi->departs);
    csv_put_instant(csv, problem_zone(problem, booking->to), kpi->arrives);
    csv_put_hours(csv, kpi->arrives - kpi->departs);
    csv_put_hours(csv, kpi->late_min);
    csv_put_money(csv, kpi->revenue);
    csv_put_money(csv, kpi->cost);
    csv_put_money(csv, kpi->revenue - kpi->cost);
    const Demand *demand = &problem->kase->demand[booking->demand];
    put_chain(view, csv, allocation);
    csv_put_text(csv, problem->kase->containers[demand->container].code);
    csv_put_text(csv, problem->kase->cargo[demand->cargo].code);
    csv_put_text(csv, demand->customer);
    csv_put_text(csv, demand->remark);
    put_stock_days(csv, problem, booking, kpi);
    csv_end_row(csv);
}

void allocations_csv_write(const PlanView *view, CsvWriter *csv) {
    for (int a = 0; a < view->n_itineraries; a++) {
        put_allocation_row(view, csv, a);
    }
}
