/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes balance.csv: what both directions reach by rule and period, and what is due. */
#include <math.h>

#include "export/tables/plan_csv.h"

static void put_period(CsvWriter *csv, int period) {
    if (period == NONE) {
        csv_put_text(csv, "horizon");
    } else {
        csv_put_int(csv, period);
    }
}

/** The reached ratio; empty where the rule says nothing of it or nothing went out. */
static void put_reached_ratio(CsvWriter *csv, const BalanceGoal *goal, double outbound,
                              double ret) {
    csv_put_ratio(csv, goal->given ? plan_view_ratio(ret, outbound) : (double)NAN);
}

void balance_csv_write(const PlanView *view, CsvWriter *csv) {
    for (int i = 0; i < view->kpi->n_balance; i++) {
        const BalanceKpi *result = &view->kpi->balance[i];
        const Balance *rule = &view->problem->kase->balance[result->rule];
        csv_put_text(csv, rule->name);
        put_period(csv, result->period);
        csv_put_int(csv, result->outbound_trains);
        csv_put_int(csv, result->return_trains);
        put_reached_ratio(csv, &rule->trains, result->outbound_trains, result->return_trains);
        csv_put_quantity(csv, result->outbound_teu);
        csv_put_quantity(csv, result->return_teu);
        put_reached_ratio(csv, &rule->teu, result->outbound_teu, result->return_teu);
        csv_put_quantity(csv, rule->trains.given ? result->short_trains : (double)NAN);
        csv_put_quantity(csv, rule->teu.given ? result->short_teu : (double)NAN);
        csv_put_money(csv, result->penalty);
        csv_end_row(csv);
    }
}
