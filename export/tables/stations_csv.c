/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes stations.csv: lifts and trains by station and day, and the price of a lift. */
#include "export/tables/plan_csv.h"

/** How much is used of a limit; unknown in a relaxation. */
static void put_use(const PlanView *view, CsvWriter *csv, long use) {
    if (plan_view_relaxed(view)) {
        csv_put_empty(csv);
    } else {
        csv_put_int(csv, use);
    }
}

void stations_csv_write(const PlanView *view, CsvWriter *csv) {
    const Problem *problem = view->problem;
    for (StationDayId id = 0; id < problem->n_station_days; id++) {
        const Station *station = &problem->kase->stations[problem->station_days[id].station];
        const StationDayKpi kpi =
            view->kpi != NULL ? view->kpi->station_days[id] : (StationDayKpi){0};
        const double price = view->plan->prices.lift[id];
        if (kpi.lifts == 0 && kpi.trains == 0 && !(price > 0)) {
            continue;
        }
        csv_put_text(csv, station->code);
        csv_put_date(csv, problem->station_days[id].day);
        put_use(view, csv, kpi.lifts);
        csv_put_limit(csv, station->lifts_per_day);
        csv_put_ratio(csv, price);
        put_use(view, csv, kpi.trains);
        csv_put_limit(csv, station->trains_per_day);
        csv_end_row(csv);
    }
}
