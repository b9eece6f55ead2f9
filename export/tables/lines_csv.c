/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes lines.csv: what the trains of a line come to, week by week. */
#include <glib.h>

#include "export/tables/plan_csv.h"

/** Sums of the trains of a line that run in a week. */
typedef struct {
    int trains;
    double offered_teu, loaded_teu;
    double offered_teu_km, loaded_teu_km;
    long boxes, empties;
    double cost, revenue;
} LineWeek;

/** Trains under way of the line that set out in the week; also those that no box may ride. */
static int count_under_way(const CarriedOver *carried, LineId line, int week) {
    int trains = 0;
    for (int i = 0; carried != NULL && i < carried->n_trains; i++) {
        const CarriedTrain *train = &carried->trains[i];
        trains += train->under_way && train->line == line && train->week == week;
    }
    return trains;
}

static LineWeek sum_week(const PlanView *view, LineId line, int week) {
    LineWeek sum = {.trains = count_under_way(view->problem->kase->carried, line, week)};
    for (TrainId id = 0; id < view->problem->n_trains; id++) {
        const TrainCandidate *train = &view->problem->trains[id];
        const TrainKpi *kpi = &view->kpi->trains[id];
        if (train->line != line || train->week != week || !plan_view_runs(view, id)) {
            continue;
        }
        sum.trains += !train->under_way;
        sum.offered_teu += train->dist_km > 0 ? kpi->offered_teu_km / train->dist_km : 0;
        sum.loaded_teu += train->dist_km > 0 ? kpi->loaded_teu_km / train->dist_km : 0;
        sum.offered_teu_km += kpi->offered_teu_km;
        sum.loaded_teu_km += kpi->loaded_teu_km;
        sum.boxes += kpi->loaded_boxes;
        sum.empties += kpi->empty_boxes;
        sum.cost += kpi->cost;
        sum.revenue += kpi->revenue;
    }
    return sum;
}

static void put_line_week(CsvWriter *csv, const Line *line, int week, const LineWeek *sum) {
    csv_put_text(csv, line->code);
    csv_put_direction(csv, line->direction);
    csv_put_int(csv, week);
    csv_put_int(csv, sum->trains);
    csv_put_quantity(csv, sum->offered_teu);
    csv_put_quantity(csv, sum->loaded_teu);
    csv_put_ratio(csv, plan_view_ratio(sum->loaded_teu_km, sum->offered_teu_km));
    csv_put_int(csv, sum->boxes);
    csv_put_int(csv, sum->empties);
    csv_put_money(csv, sum->cost);
    csv_put_money(csv, sum->revenue);
    csv_put_money(csv, sum->revenue - sum->cost);
    csv_end_row(csv);
}

/** That of the earliest train that may have a row. */
static int first_week(const CarriedOver *carried) {
    int week = -1;
    for (int i = 0; carried != NULL && i < carried->n_trains; i++) {
        week = MIN(week, carried->trains[i].week);
    }
    return week;
}

void lines_csv_write(const PlanView *view, CsvWriter *csv) {
    const Case *kase = view->problem->kase;
    const int first = first_week(kase->carried);
    for (LineId line = 0; line < kase->n_lines; line++) {
        for (int week = first; week < kase->horizon.weeks; week++) {
            const LineWeek sum = sum_week(view, line, week);
            if (sum.trains > 0) {
                put_line_week(csv, &kase->lines[line], week, &sum);
            }
        }
    }
}
