/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks `goals` of summary.json: what a plan with a list of goals says of each of them,
 * docs/model.md (16), (17). */
#include "verify/checks/check_goals.h"

#include <math.h>
#include <string.h>

#include "verify/checks/totals.h"
#include "verify/read/candidates.h"
#include "verify/read/expect.h"
#include "verify/read/plan_summary.h"

static const char *goal_name(GoalKind kind) {
    switch (kind) {
    case GOAL_MARGIN:
        return "margin";
    case GOAL_TEU:
        return "teu";
    case GOAL_TEU_KM:
        return "teu_km";
    case GOAL_LOAD_FACTOR:
        return "load_factor";
    }
    return "";
}

const char *objective_name(const Case *kase) {
    return kase->n_goals > 0 ? goal_name(kase->goals[kase->n_goals - 1].kind) : "margin";
}

/** How a goal is rounded; a value may miss a bound by that and by a millionth. */
static NumberKind goal_kind(GoalKind kind) {
    switch (kind) {
    case GOAL_MARGIN:
        return NUMBER_MONEY;
    case GOAL_TEU_KM:
        return NUMBER_TEU_KM;
    case GOAL_TEU:
    case GOAL_LOAD_FACTOR:
        break;
    }
    return NUMBER_RATIO;
}

static bool at_least(double value, double least, GoalKind kind) {
    return value >= least || number_agrees(least, 0, goal_kind(kind), value) ||
           value >= least - 1e-6 * fmax(1, fabs(least));
}

bool gap_agrees(double gap, double bound, double value) {
    if (isnan(bound) || isnan(value)) {
        return isnan(gap);
    }
    return number_agrees(gap, 0, NUMBER_RATIO, fmax(0, bound - value) / fmax(1, fabs(value)));
}

/** One entry of `goals`; NAN where there is null. */
typedef struct {
    const Goal *goal;
    const char *name;
    bool last, stopped;
    double value, best, bound, gap, held;
} GoalEntry;

static double number_in(const PlanRead *plan, const json_t *entry, const char *goal,
                        const char *key) {
    const json_t *found = json_object_get(entry, key);
    SUMMARY_CHECK(VERIFY_FILES, json_is_number(found) || json_is_null(found),
                  "the %s of goal %s should be a number", key, goal);
    return json_is_number(found) ? json_number_value(found) : (double)NAN;
}

/** What no plan of the case can have more of; INFINITY where that is not known. */
static double goal_most(PlanRead *plan, GoalKind kind) {
    double most = 0;
    switch (kind) {
    case GOAL_TEU:
        for (DemandId id = 0; id < plan->kase->n_demand; id++) {
            for (int tier = 0; tier < plan->kase->demand[id].n_tiers; tier++) {
                most += plan->kase->demand[id].tiers[tier].boxes *
                        plan->kase->containers[plan->kase->demand[id].container].teu;
            }
        }
        return most;
    case GOAL_TEU_KM:
        candidates_lay(plan);
        for (int i = 0; i < plan->n_candidates; i++) {
            most += plan->candidates[i].offered_teu_km;
        }
        for (int i = 0; i < plan->n_trains; i++) {
            most += plan->trains[i].carried >= 0 ? plan->trains[i].offered_teu_km : 0;
        }
        return most;
    case GOAL_LOAD_FACTOR:
        return 1;
    case GOAL_MARGIN:
        break;
    }
    return HUGE_VAL;
}

double goal_size(PlanRead *plan) {
    const Case *kase = plan->kase;
    GoalKind last = kase->n_goals > 0 ? kase->goals[kase->n_goals - 1].kind : GOAL_MARGIN;
    double money = 0;
    if (last != GOAL_MARGIN) {
        return goal_most(plan, last);
    }
    for (DemandId id = 0; id < kase->n_demand; id++) {
        for (int tier = 0; tier < kase->demand[id].n_tiers; tier++) {
            money += kase->demand[id].tiers[tier].boxes *
                     (fabs(kase->demand[id].tiers[tier].revenue_per_box) +
                      kase->demand[id].unserved_cost_per_box);
        }
    }
    return money;
}

/** What the plan has of the goal, and what is said of the best. */
static void check_goal_value(PlanRead *plan, const GoalEntry *entry) {
    double value = goal_value(&plan->report->kpi, entry->goal->kind);
    SUMMARY_CHECK(
        VERIFY_SUMMARY,
        isnan(value) ? isnan(entry->value)
                     : number_agrees(entry->value, 0, goal_kind(entry->goal->kind), value),
        "the value of goal %s is %.6f, it should be %.6f", entry->name, entry->value, value);
    SUMMARY_CHECK(VERIFY_SUMMARY, gap_agrees(entry->gap, entry->bound, entry->best),
                  "the gap of goal %s is %.6f, bound and best value do not make it", entry->name,
                  entry->gap);
    SUMMARY_CHECK(
        VERIFY_SUMMARY, entry->stopped || (isfinite(entry->best) && isfinite(entry->bound)),
        "goal %s lacks its best value or its bound, yet the run was not stopped", entry->name);
    if (isnan(entry->bound) || isnan(value)) {
        return;
    }
    double most = goal_most(plan, entry->goal->kind);
    SUMMARY_CHECK(VERIFY_SUMMARY, at_least(entry->bound, value, entry->goal->kind),
                  "bound %.6f of goal %s is below its value %.6f", entry->bound, entry->name,
                  value);
    // A run that is stopped early may have no better bound than a poor one.
    SUMMARY_CHECK(VERIFY_SUMMARY, entry->stopped || entry->bound <= most * (1 + 1e-5) + 1e-5,
                  "bound %.6f of goal %s is above all there could be, %.6f", entry->bound,
                  entry->name, most);
}

/** What later goals had to leave: the share kept of the best. */
static void check_held(const PlanRead *plan, const GoalEntry *entry) {
    double value = goal_value(&plan->report->kpi, entry->goal->kind);
    double kept = entry->best - (1 - entry->goal->keep) * fabs(entry->best);
    SUMMARY_CHECK(VERIFY_SUMMARY, isnan(entry->held) ? entry->last || entry->stopped : !entry->last,
                  "goal %s is %s", entry->name,
                  entry->last ? report_format(plan->report, "the last, and held")
                              : report_format(plan->report, "not the last, and not held"));
    if (isnan(entry->held)) {
        return;
    }
    SUMMARY_CHECK(VERIFY_SUMMARY, fabs(entry->held - kept) <= 2e-6 + 1e-6 * fabs(kept),
                  "goal %s is held at %.6f, its best and keep make that %.6f", entry->name,
                  entry->held, kept);
    SUMMARY_CHECK(VERIFY_SUMMARY, isnan(value) || at_least(value, entry->held, entry->goal->kind),
                  "goal %s is %.6f, it is held at %.6f", entry->name, value, entry->held);
}

/** The last goal is what the plan is measured by as a whole. */
static void check_last(const PlanRead *plan, json_t *root, const GoalEntry *entry) {
    json_t *whole = json_object_get(root, "bound");
    double bound = json_is_number(whole) ? json_number_value(whole) : (double)NAN;
    double slack = 2e-6 + 1e-5 * fmax(1, fabs(entry->value));
    SUMMARY_CHECK(VERIFY_SUMMARY, isnan(entry->best) || fabs(entry->best - entry->value) <= slack,
                  "the last goal, %s, has a best value of %.6f, the plan one of %.6f", entry->name,
                  entry->best, entry->value);
    SUMMARY_CHECK(VERIFY_SUMMARY,
                  isnan(bound) ? isnan(entry->bound)
                               : fabs(bound - fmax(entry->bound, entry->value)) <= 2e-6 ||
                                     fabs(bound - entry->value) <= slack,
                  "the bound of the last goal, %s, is %.6f, that of the plan %.6f", entry->name,
                  entry->bound, bound);
}

static void check_goal_entry(PlanRead *plan, json_t *root, const Goal *goal, const json_t *at,
                             bool stopped) {
    enum { MEMBERS = 6 };
    const char *name = goal_name(goal->kind);
    const char *said = json_string_value(json_object_get(at, "goal"));
    SUMMARY_CHECK(VERIFY_SUMMARY, said && strcmp(said, name) == 0,
                  "goal \"%s\" stands where %s should", said ? said : "", name);
    SUMMARY_CHECK(VERIFY_FILES, json_object_size(at) == MEMBERS,
                  "goal %s has %zu members, it should have %d", name, json_object_size(at),
                  MEMBERS);
    GoalEntry entry = {.goal = goal,
                       .name = name,
                       .last = goal + 1 == plan->kase->goals + plan->kase->n_goals,
                       .stopped = stopped,
                       .value = number_in(plan, at, name, "value"),
                       .best = number_in(plan, at, name, "best"),
                       .bound = number_in(plan, at, name, "bound"),
                       .gap = number_in(plan, at, name, "gap"),
                       .held = number_in(plan, at, name, "held")};
    check_goal_value(plan, &entry);
    check_held(plan, &entry);
    if (entry.last) {
        check_last(plan, root, &entry);
    }
}

void check_goals(PlanRead *plan, json_t *root) {
    const Case *kase = plan->kase;
    const json_t *goals = json_object_get(root, "goals");
    if (!kase->objective_is_list && !goals) {
        return;
    }
    if (!SUMMARY_CHECK(VERIFY_FILES,
                       kase->objective_is_list && json_array_size(goals) == (size_t)kase->n_goals,
                       "goals has %zu entries, the case has %d goals", json_array_size(goals),
                       kase->n_goals)) {
        return;
    }
    const char *status = json_string_value(json_object_get(root, "status"));
    bool stopped = status && strcmp(status, "limit") == 0;
    for (int i = 0; i < kase->n_goals; i++) {
        check_goal_entry(plan, root, &kase->goals[i], json_array_get(goals, (size_t)i), stopped);
    }
}
