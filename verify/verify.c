/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a plan from its files, and runs all checks on it in their order. */
#include "verify/verify.h"

#include "verify/checks/checks.h"
#include "verify/checks/totals.h"
#include "verify/prices/check_prices.h"
#include "verify/read/candidates.h"
#include "verify/read/plan_boxes.h"
#include "verify/read/plan_empties.h"
#include "verify/read/plan_summary.h"
#include "verify/read/plan_trains.h"
#include "verify/read/under_way.h"

static void check_plan(PlanRead *plan, const char *dir) {
    if (verify_carried_alone(plan, dir)) {
        return;
    }
    candidates_list(plan);
    plan_read_trains(plan);
    under_way_load_trains(plan);
    verify_trains(plan);
    verify_lines(plan);
    verify_regular(plan);
    verify_slots(plan);
    plan_read_boxes(plan);
    plan_read_empties(plan);
    verify_boxes(plan);
    verify_feeders(plan);
    verify_box_money(plan);
    verify_empties(plan);
    verify_bookings(plan);
    verify_parts(plan);
    verify_capacity(plan);
    verify_load_factors(plan);
    verify_station_days(plan);
    verify_equipment(plan);
    verify_rakes(plan);
    verify_balance(plan);
    verify_commitments(plan, dir);
    verify_carried_over(plan, dir);
    verify_train_figures(plan);
    plan_kpi(plan);
    verify_money(plan);
    verify_prices(plan);
    verify_summary(plan);
}

VerifyStatus verify_plan(const Case *kase, const char *dir, PhraseWords *words,
                         VerifyReport *report) {
    return verify_plan_saying(kase, dir, words, NULL, report);
}

VerifyStatus verify_plan_saying(const Case *kase, const char *dir, PhraseWords *words,
                                VerifyFormat *format, VerifyReport *report) {
    report_start(report, words, format);
    PlanRead plan = {
        .kase = kase, .report = report, .days = g_array_new(FALSE, FALSE, sizeof(PlanDay))};
    bool readable = true;
    for (int table = 0; table < PLAN_TABLES; table++) {
        const PlanFile *file = plan_file((PlanTableId)table);
        if (!file->of_commitments && !file->of_rolling) {
            readable &= checked_table_read(&plan.tables[table], (PlanTableId)table, dir, report);
        }
    }
    readable &= summary_read(&plan, dir);
    if (readable) {
        check_plan(&plan, dir);
    }
    plan_read_free(&plan);
    if (report->unreadable) {
        return VERIFY_UNREADABLE;
    }
    return report->n_violations > 0 ? VERIFY_VIOLATED : VERIFY_OK;
}
