/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes trains.csv: each train's slots, times, load and money. */
#include <glib.h>

#include "export/tables/plan_csv.h"

static void put_slots(CsvWriter *csv, const Problem *problem, const TrainCandidate *train) {
    GString *slots = g_string_new(NULL);
    for (int i = 0; i < train->n_runs; i++) {
        g_string_append(slots, i > 0 ? ";" : "");
        g_string_append(slots, problem->runs[problem->train_runs[train->first_run + i]].name);
    }
    csv_put_text(csv, slots->str);
    g_string_free(slots, TRUE);
}

static void put_train_row(const PlanView *view, CsvWriter *csv, TrainId id) {
    const Problem *problem = view->problem;
    const TrainCandidate *train = &problem->trains[id];
    const Line *line = &problem->kase->lines[train->line];
    const Leg *first = &problem->legs[train->first_leg];
    const Leg *last = &problem->legs[train->first_leg + train->n_legs - 1];
    const TrainKpi *kpi = &view->kpi->trains[id];
    csv_put_text(csv, train_name(view->names, id));
    csv_put_text(csv, line->code);
    csv_put_direction(csv, line->direction);
    csv_put_int(csv, train->week);
    csv_put_bool(csv, plan_view_runs(view, id));
    csv_put_instant(csv, problem_zone(problem, first->from), train->departs);
    csv_put_instant(csv, problem_zone(problem, last->to), train->arrives);
    csv_put_hours(csv, train->arrives - train->departs);
    put_slots(csv, problem, train);
    csv_put_teu_km(csv, kpi->offered_teu_km);
    csv_put_teu_km(csv, kpi->loaded_teu_km);
    csv_put_ratio(csv, plan_view_ratio(kpi->loaded_teu_km, kpi->offered_teu_km));
    csv_put_int(csv, kpi->loaded_boxes);
    csv_put_int(csv, kpi->empty_boxes);
    csv_put_money(csv, kpi->cost);
    csv_put_money(csv, kpi->revenue);
    csv_put_money(csv, kpi->revenue - kpi->cost);
    csv_put_text(csv, line->name.en);
    csv_put_text(csv, line->name.zh);
    csv_put_text(csv, problem->kase->stations[first->from].code);
    csv_put_text(csv, problem->kase->stations[last->to].code);
    csv_end_row(csv);
}

void trains_csv_write(const PlanView *view, CsvWriter *csv) {
    for (TrainId id = 0; id < view->problem->n_trains; id++) {
        if (view->show_all || plan_view_runs(view, id)) {
            put_train_row(view, csv, id);
        }
    }
}
