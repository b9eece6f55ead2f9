/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes capacity.csv: what every train's leg offers and carries, and the price of its room. */
#include "export/tables/plan_csv.h"

static void put_load(CsvWriter *csv, const LegKpi *load) {
    if (load != NULL) {
        csv_put_quantity(csv, load->loaded_teu);
        csv_put_quantity(csv, load->empty_teu);
        csv_put_quantity(csv, load->tonnes);
        return;
    }
    csv_put_empty(csv);
    csv_put_empty(csv);
    csv_put_empty(csv);
}

static void put_capacity_row(const PlanView *view, CsvWriter *csv, LegId l) {
    const Problem *problem = view->problem;
    const Leg *leg = &problem->legs[l];
    csv_put_text(csv, train_name(view->names, leg->train));
    csv_put_int(csv, plan_view_leg_number(view, l));
    csv_put_text(csv, plan_view_run_name(view, leg));
    csv_put_text(csv, problem->kase->stations[leg->from].code);
    csv_put_text(csv, problem->kase->stations[leg->to].code);
    csv_put_quantity(csv, leg->offered_teu);
    put_load(csv, plan_view_relaxed(view) ? NULL : &view->kpi->legs[l]);
    csv_put_quantity(csv, leg->limit_t);
    csv_put_ratio(csv, view->plan->prices.leg_teu[l]);
    csv_put_ratio(csv, view->plan->prices.leg_tonne[l]);
    csv_end_row(csv);
}

void capacity_csv_write(const PlanView *view, CsvWriter *csv) {
    for (LegId l = 0; l < view->problem->n_base_legs; l++) {
        if (plan_view_relaxed(view) || plan_view_runs(view, view->problem->legs[l].train)) {
            put_capacity_row(view, csv, l);
        }
    }
}
