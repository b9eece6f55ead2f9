/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks the balance of the directions, rule by rule and period by period, docs/model.md (13):
 * balance.csv. */
#include <math.h>

#include "config/tolerances.h"
#include "verify/checks/checks.h"
#include "verify/read/expect.h"
#include "verify/read/under_way.h"

/** Traffic of one rule in one period. */
typedef struct {
    int outbound_trains, return_trains;
    double outbound_teu, return_teu;
    double short_trains, short_teu; /**< NAN where the rule does not speak of it */
} Traffic;

static Traffic traffic_of(const PlanRead *plan, const Balance *rule, int week) {
    Traffic traffic = {0, 0, 0, 0, (double)NAN, (double)NAN};
    for (int i = 0; i < plan->n_trains; i++) {
        const PlanTrain *train = &plan->trains[i];
        if (!plan_train_own(train) || (week >= 0 && train->week != week)) {
            continue;
        }
        const char *line = plan->kase->lines[train->line].code;
        double teu = train->loaded_teu_km / train->dist_km;
        if (pattern_matches(rule->outbound, line)) {
            traffic.outbound_trains++;
            traffic.outbound_teu += teu;
        }
        if (pattern_matches(rule->ret, line)) {
            traffic.return_trains++;
            traffic.return_teu += teu;
        }
    }
    if (rule->trains.given) {
        traffic.short_trains =
            fmax(0, rule->trains.ratio * traffic.outbound_trains - traffic.return_trains);
    }
    if (rule->teu.given) {
        traffic.short_teu = fmax(0, rule->teu.ratio * traffic.outbound_teu - traffic.return_teu);
    }
    return traffic;
}

/** What one side of a rule costs; a hard side may not be short at all. */
static double check_balance_side(const PlanRead *plan, const Balance *rule, const BalanceGoal *goal,
                                 double missing, double asked, const char *what) {
    if (!goal->given) {
        return 0;
    }
    if (isfinite(goal->penalty)) {
        return goal->penalty * missing;
    }
    report_check(plan->report, VERIFY_BALANCE, missing <= RATIO_CHECKED * asked, "balance.csv", 0,
                 "rule %s is short of %.6f %s and allows none", rule->name ? rule->name : "",
                 missing, report_format(plan->report, what));
    return 0;
}

static double recount_ratio(bool given, double back, double out) {
    return given && out > 0 ? back / out : (double)NAN;
}

static void check_balance_row(const PlanRead *plan, const Balance *rule, int week,
                              const Traffic *traffic, double penalty, int row) {
    const CheckedTable *table = &plan->tables[TABLE_BALANCE];
    char period[16] = "horizon";
    if (week >= 0) {
        g_snprintf(period, sizeof period, "%d", week);
    }
    expect_free_text(table, row, BALANCE_RULE, rule->name);
    expect_text(table, row, BALANCE_PERIOD, period);
    expect_count(table, row, BALANCE_OUTBOUND_TRAINS, traffic->outbound_trains);
    expect_count(table, row, BALANCE_RETURN_TRAINS, traffic->return_trains);
    expect_number(
        table, row, BALANCE_TRAIN_RATIO, NUMBER_RATIO,
        recount_ratio(rule->trains.given, traffic->return_trains, traffic->outbound_trains));
    expect_number(table, row, BALANCE_OUTBOUND_TEU, NUMBER_QUANTITY, traffic->outbound_teu);
    expect_number(table, row, BALANCE_RETURN_TEU, NUMBER_QUANTITY, traffic->return_teu);
    expect_number(table, row, BALANCE_TEU_RATIO, NUMBER_RATIO,
                  recount_ratio(rule->teu.given, traffic->return_teu, traffic->outbound_teu));
    expect_number(table, row, BALANCE_SHORT_TRAINS, NUMBER_QUANTITY, traffic->short_trains);
    expect_number(table, row, BALANCE_SHORT_TEU, NUMBER_QUANTITY, traffic->short_teu);
    expect_number(table, row, BALANCE_PENALTY, NUMBER_MONEY, penalty);
}

static void check_period(PlanRead *plan, const Balance *rule, int week, int row) {
    Traffic traffic = traffic_of(plan, rule, week);
    double of_trains = check_balance_side(plan, rule, &rule->trains, traffic.short_trains,
                                          rule->trains.ratio * traffic.outbound_trains, "trains");
    double penalty = of_trains + check_balance_side(plan, rule, &rule->teu, traffic.short_teu,
                                                    rule->teu.ratio * traffic.outbound_teu, "TEU");
    plan->balance_penalty += penalty;
    plan->train_balance_penalty += of_trains;
    if (row < plan->tables[TABLE_BALANCE].n_rows) {
        check_balance_row(plan, rule, week, &traffic, penalty, row);
    }
}

void verify_balance(PlanRead *plan) {
    const Case *kase = plan->kase;
    int rows = 0;
    for (int i = 0; i < kase->n_balance; i++) {
        const Balance *rule = &kase->balance[i];
        if (rule->per == PER_HORIZON) {
            check_period(plan, rule, -1, ++rows);
        }
        for (int week = 0; rule->per != PER_HORIZON && week < kase->horizon.weeks; week++) {
            check_period(plan, rule, week, ++rows);
        }
    }
    report_check(plan->report, VERIFY_FILES, rows == plan->tables[TABLE_BALANCE].n_rows - 1,
                 "balance.csv", 0, "it has %d rows, rules and periods make %d",
                 plan->tables[TABLE_BALANCE].n_rows - 1, rows);
}
