/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The status, reason and figures of a row, by how a run of planning ended. */
#include "study/sweep/plan_row.h"

#include <glib.h>
#include <math.h>

#include "base/decimals.h"
#include "study/run/run_reason.h"

static RowStatus status_of_plan(PlanStatus status) {
    switch (status) {
    case PLAN_OPTIMAL:
        return ROW_OPTIMAL;
    case PLAN_GAP:
        return ROW_GAP;
    case PLAN_RELAXED:
        return ROW_RELAXED;
    case PLAN_LIMIT:
        break;
    }
    return ROW_LIMIT;
}

/** What of a plan or a relaxation is a figure. The objective of a relaxation is its value. */
static void fill_figures(const PlanView *view, SweepRow *row) {
    const Plan *plan = view->plan;
    const double best = plan_view_bound(view);
    const double relaxation = isnan(best) ? (double)NAN : plan->relaxation;
    const double value = plan_view_relaxed(view) ? relaxation : plan_view_objective(view);
    row->objective = isfinite(value) ? decimals_round(value, 6, round) : (double)NAN;
    row->bound = plan_view_stated_bound(best);
    row->relaxation = relaxation;
    row->gap = plan_view_stated_gap(row->bound, row->objective);
    row->repeatable = !plan->timed_out && !plan->interrupted;
    if (!plan_view_relaxed(view)) {
        kpi_column_values(view->kpi, row->kpi);
    }
}

static char *fill_plan(const PlanRun *run, SweepRow *row) {
    row->status = status_of_plan(run->plan->status);
    fill_figures(run->view, row);
    if (row->status != ROW_LIMIT) {
        return NULL;
    }
    return g_strdup(run->plan->timed_out ? "time" : "nodes");
}

bool plan_row_fill(const PlanRun *run, SweepRow *row, char **reason) {
    *row = sweep_row_missing();
    *reason = NULL;
    switch (run->outcome) {
    case OUTCOME_DONE:
        *reason = fill_plan(run, row);
        break;
    case OUTCOME_INFEASIBLE:
        row->status = ROW_INFEASIBLE;
        *reason = run_reason(LANG_EN, run);
        break;
    case OUTCOME_FAULTY:
        row->status = ROW_CASE_ERROR;
        *reason = run_reason(LANG_EN, run);
        break;
    case OUTCOME_STOPPED:
        row->status = ROW_NO_PLAN;
        row->repeatable = run->held_clash;
        *reason = g_strdup(run->held_clash ? "the trains held break a rule" : "time");
        break;
    case OUTCOME_UNVERIFIED:
        row->status = ROW_VERIFY_FAILED;
        *reason = run_reason(LANG_EN, run);
        break;
    default: /* nothing that can be said of the point */
        break;
    }
    row->reason = *reason;
    return row->status != ROW_MISSING;
}
