/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/verify.h"

#include "verify/checks/checks.h"
#include "verify/checks/totals.h"
#include "verify/prices/check_prices.h"
#include "verify/read/candidates.h"
#include "verify/read/plan_boxes.h"
#include "verify/read/plan_empties.h"
#include "verify/read/plan_summary.h"
#include "verify/read/plan_trains.h"

static void check_plan(PlanRead *plan, const char *dir) {
    candidates_list(plan);
    plan_read_trains(plan);
    check_trains(plan);
    check_lines(plan);
    check_regular(plan);
    check_slots(plan);
    plan_read_boxes(plan);
    plan_read_empties(plan);
    check_boxes(plan);
    check_feeders(plan);
    check_box_money(plan);
    check_empties(plan);
    check_bookings(plan);
    check_capacity(plan);
    check_load_factors(plan);
    check_days(plan);
    check_equipment(plan);
    check_rakes(plan);
    check_balance(plan);
    check_commitments(plan, dir);
    check_train_figures(plan);
    plan_kpi(plan);
    check_prices(plan);
    check_summary(plan);
}

VerifyStatus verify_plan(const Case *kase, const char *dir, VerifyReport *report) {
    report_start(report);
    PlanRead plan = {
        .kase = kase, .report = report, .days = g_array_new(FALSE, FALSE, sizeof(PlanDay))};
    bool readable = true;
    for (int table = 0; table < PLAN_TABLES; table++) {
        readable &= plan_table_read(&plan.tables[table], (TableId)table, dir, report);
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
