/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes feeders.csv: boxes on each feeder by day, and the price of one more. */
#include <glib.h>

#include "export/tables/plan_csv.h"

static void add_fed_boxes(const Problem *problem, FeederRunId run, int boxes, long *per_day) {
    if (run != NONE) {
        per_day[problem->feeder_runs[run].day] += boxes;
    }
}

/** @return boxes per FeederDayId, to be freed with g_free() */
static long *count_fed_boxes(const PlanView *view) {
    const Plan *plan = view->plan;
    const Problem *problem = view->problem;
    long *per_day = g_new0(long, (gsize)problem->n_feeder_days + 1);
    for (FeederDayId id = 0; id < problem->n_feeder_days; id++) {
        const FeederDay *day = &problem->feeder_days[id];
        const CarriedDay *used = carried_feeder_day(problem->kase->carried, day->feeder, day->day);
        per_day[id] = used == NULL ? 0 : used->boxes;
    }
    for (int a = 0; a < view->n_itineraries; a++) {
        const Allocation *allocation = &plan->allocations[a];
        for (int r = 0; r < allocation->n_rides; r++) {
            const Ride *ride = &plan->rides[allocation->first_ride + r];
            add_fed_boxes(problem, ride->before, allocation->boxes, per_day);
            add_fed_boxes(problem, ride->after, allocation->boxes, per_day);
        }
    }
    return per_day;
}

void feeders_csv_write(const PlanView *view, CsvWriter *csv) {
    const Problem *problem = view->problem;
    long *boxes = count_fed_boxes(view);
    for (FeederDayId id = 0; id < problem->n_feeder_days; id++) {
        const Feeder *feeder = &problem->kase->feeders[problem->feeder_days[id].feeder];
        const double price = view->plan->prices.feeder[id];
        if (boxes[id] == 0 && !(price > 0)) {
            continue;
        }
        csv_put_text(csv, feeder->code);
        csv_put_date(csv, problem->feeder_days[id].day);
        csv_put_int(csv, boxes[id]);
        csv_put_limit(csv, feeder->boxes_per_day);
        csv_put_ratio(csv, price);
        csv_end_row(csv);
    }
    g_free(boxes);
}
