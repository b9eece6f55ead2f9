/** @file
 *  `goals` of summary.json: what a plan with a list of goals says of each of them. */
#include <math.h>
#include <string.h>

#include "export/verify/summary.h"

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

/** @param open  nothing need be held for it: it comes last, or the run was stopped before the next
 */
static void check_goal(const PlanRead *plan, const Goal *goal, const json_t *entry, bool open) {
    const char *name = goal_name(goal->kind);
    const char *said = json_string_value(json_object_get(entry, "goal"));
    const json_t *written = json_object_get(entry, "value"),
                 *bound = json_object_get(entry, "bound"), *held = json_object_get(entry, "held");
    double value = goal_value(&plan->report->kpi, goal->kind);
    SUMMARY_CHECK(VERIFY_SUMMARY, said && strcmp(said, name) == 0,
                  "goal \"%s\" stands where %s should", said ? said : "", name);
    if (isnan(value))
        SUMMARY_CHECK(VERIFY_SUMMARY, json_is_null(written), "the value of goal %s has to be null",
                      name);
    else
        SUMMARY_CHECK(VERIFY_SUMMARY,
                      json_is_number(written) && number_agrees(json_number_value(written), 0,
                                                               goal_kind(goal->kind), value),
                      "the value of goal %s is %.6f, it should be %.6f", name,
                      json_number_value(written), value);
    SUMMARY_CHECK(VERIFY_FILES, json_is_number(bound) || json_is_null(bound),
                  "the bound of goal %s should be a number", name);
    SUMMARY_CHECK(VERIFY_FILES, json_is_number(held) || (open && json_is_null(held)),
                  "what goal %s is held at should be a number", name);
    if (json_is_number(bound) && isfinite(value))
        SUMMARY_CHECK(VERIFY_SUMMARY, at_least(json_number_value(bound), value, goal->kind),
                      "bound %.6f of goal %s is below its value %.6f", json_number_value(bound),
                      name, value);
    if (json_is_number(held) && isfinite(value))
        SUMMARY_CHECK(VERIFY_SUMMARY, at_least(value, json_number_value(held), goal->kind),
                      "goal %s is %.6f, it is held at %.6f", name, value, json_number_value(held));
}

void check_goals(const PlanRead *plan, json_t *root) {
    const Case *kase = plan->kase;
    const json_t *goals = json_object_get(root, "goals");
    if (!kase->objective_is_list && !goals)
        return;
    if (!SUMMARY_CHECK(VERIFY_FILES, json_array_size(goals) == (size_t)kase->n_goals,
                       "goals has %zu entries, the case has %d goals", json_array_size(goals),
                       kase->n_goals))
        return;
    const char *status = json_string_value(json_object_get(root, "status"));
    bool stopped = status && strcmp(status, "limit") == 0;
    for (int i = 0; i < kase->n_goals; i++)
        check_goal(plan, &kase->goals[i], json_array_get(goals, (size_t)i),
                   stopped || i + 1 == kase->n_goals);
}
