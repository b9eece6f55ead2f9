/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes trains.csv: each train's slots, times, load and money. */
#include <glib.h>
#include <string.h>

#include "export/tables/plan_csv.h"

/** The slot runs of a train under way, over its whole run. */
static void put_slots_under_way(CsvWriter *csv, const CarriedTrain *train) {
    GString *slots = g_string_new(NULL);
    for (int i = 0; i < train->n_legs; i++) {
        const char *run = train->legs[i].row->slot;
        if (i == 0 || strcmp(run, train->legs[i - 1].row->slot) != 0) {
            g_string_append_printf(slots, "%s%s", i > 0 ? ";" : "", run);
        }
    }
    csv_put_text(csv, slots->str);
    g_string_free(slots, TRUE);
}

static void put_slots(CsvWriter *csv, const Problem *problem, const TrainCandidate *train) {
    GString *slots = g_string_new(NULL);
    for (int i = 0; i < train->n_runs; i++) {
        g_string_append(slots, i > 0 ? ";" : "");
        g_string_append(slots, problem->runs[problem->train_runs[train->first_run + i]].name);
    }
    csv_put_text(csv, slots->str);
    g_string_free(slots, TRUE);
}

static void put_train_figures(CsvWriter *csv, const TrainKpi *kpi) {
    csv_put_teu_km(csv, kpi->offered_teu_km);
    csv_put_teu_km(csv, kpi->loaded_teu_km);
    csv_put_ratio(csv, plan_view_ratio(kpi->loaded_teu_km, kpi->offered_teu_km));
    csv_put_int(csv, kpi->loaded_boxes);
    csv_put_int(csv, kpi->empty_boxes);
    csv_put_money(csv, kpi->cost);
    csv_put_money(csv, kpi->revenue);
    csv_put_money(csv, kpi->revenue - kpi->cost);
}

/** What its line is called, and where it begins and ends. */
static void put_line_names(CsvWriter *csv, const Line *line, const char *from, const char *to) {
    csv_put_text(csv, line == NULL ? NULL : line->name.en);
    csv_put_text(csv, line == NULL ? NULL : line->name.zh);
    csv_put_text(csv, from);
    csv_put_text(csv, to);
    csv_end_row(csv);
}

static void put_train_row(const PlanView *view, CsvWriter *csv, TrainId id) {
    const Problem *problem = view->problem;
    const TrainCandidate *train = &problem->trains[id];
    const Line *line = &problem->kase->lines[train->line];
    const Leg *first = &problem->legs[train->first_leg];
    const Leg *last = &problem->legs[train->first_leg + train->n_legs - 1];
    csv_put_text(csv, train_name(view->names, id));
    csv_put_text(csv, line->code);
    csv_put_direction(csv, line->direction);
    csv_put_int(csv, train->week);
    csv_put_bool(csv, plan_view_runs(view, id));
    csv_put_instant(csv, problem_zone(problem, first->from), train->departs);
    csv_put_instant(csv, problem_zone(problem, last->to), train->arrives);
    csv_put_hours(csv, train->arrives - train->departs);
    put_slots(csv, problem, train);
    put_train_figures(csv, &view->kpi->trains[id]);
    put_line_names(csv, line, problem->kase->stations[first->from].code,
                   problem->kase->stations[last->to].code);
}

/** The candidate on whose legs boxes of this plan may ride; NONE where there are none any more. */
static TrainId candidate_of(const Problem *problem, int carried) {
    for (TrainId id = problem->n_trains - 1; id >= 0 && problem->trains[id].under_way; id--) {
        if (problem->trains[id].carried == carried) {
            return id;
        }
    }
    return NONE;
}

static void put_train_under_way(const PlanView *view, CsvWriter *csv, int carried) {
    static const TrainKpi nothing = {0};
    const CarriedTrain *train = &view->problem->kase->carried->trains[carried];
    const Line *line = train->line < 0 ? NULL : &view->problem->kase->lines[train->line];
    const CarriedRow *first = train->legs[0].row;
    const CarriedRow *last = train->legs[train->n_legs - 1].row;
    const TrainId id = candidate_of(view->problem, carried);
    csv_put_text(csv, train->name);
    csv_put_text(csv, first->id);
    csv_put_direction(csv, line == NULL ? DIRECTION_NONE : line->direction);
    csv_put_int(csv, train->week);
    csv_put_text(csv, "under_way");
    csv_put_instant_text(csv, first->departs);
    csv_put_instant_text(csv, last->arrives);
    csv_put_hours(csv, train->arrives - train->departs);
    put_slots_under_way(csv, train);
    put_train_figures(csv, id == NONE ? &nothing : &view->kpi->trains[id]);
    put_line_names(csv, line, first->from, last->to);
}

void trains_csv_write(const PlanView *view, CsvWriter *csv) {
    const CarriedOver *carried = view->problem->kase->carried;
    for (TrainId id = 0; id < view->problem->n_trains; id++) {
        const bool own = !view->problem->trains[id].under_way;
        if (own && (view->show_all || plan_view_runs(view, id))) {
            put_train_row(view, csv, id);
        }
    }
    for (int i = 0; carried != NULL && i < carried->n_trains; i++) {
        if (carried->trains[i].under_way) {
            put_train_under_way(view, csv, i);
        }
    }
}
