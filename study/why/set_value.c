/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans a case that lies between two others. */
#include "study/why/set_value.h"

#include <math.h>

#include "base/arena.h"
#include "base/decimals.h"
#include "export/plan_writer.h"
#include "study/run/run_reason.h"

/** The changes of a set. */
typedef struct {
    const Differences *differences;
    const bool *made;
    Arena *arena; /**< of the list that they stand in */
} ChangesOfSet;

/** Appends them as one scenario, in the order in which they are merged. */
static ScenarioFound append_set(const CaseSource *source, ChangeList *list, Findings *findings,
                                void *user) {
    const ChangesOfSet *set = user;
    const GArray *steps = set->differences->steps;
    (void)source;
    (void)findings;
    Node *changes = arena_alloc(set->arena, 1, sizeof *changes);
    changes->kind = NODE_LIST;
    changes->items = arena_alloc(set->arena, steps->len, sizeof(Node *));
    for (guint i = 0; i < steps->len; i++) {
        const ChangeStep *step = &g_array_index(steps, ChangeStep, i);
        if (change_step_holds(step, set->made)) {
            changes->items[changes->count++] = (Node *)step->node; /* copied before it is changed */
        }
    }
    if (changes->count > 0) {
        change_list_add(list, "changes", NULL, changes);
    }
    return SCENARIO_FOUND;
}

/** Takes what a run has come to. @return whether that can be told of the set, else what went wrong
 */
static Outcome take_set_value(const PlanRun *run, const volatile sig_atomic_t *stop, Lang lang,
                              SetValue *value) {
    if (stop != NULL && *stop != 0) {
        return OUTCOME_STOPPED;
    }
    switch (run->outcome) {
    case OUTCOME_DONE:
        value->objective = decimals_round(plan_view_objective(run->view), 6, round);
        value->bound = plan_view_stated_bound(plan_view_bound(run->view));
        return OUTCOME_DONE;
    case OUTCOME_INFEASIBLE:
    case OUTCOME_FAULTY:
    case OUTCOME_STOPPED:
    case OUTCOME_UNVERIFIED:
    case OUTCOME_SOLVER_FAILED:
        value->reason = run_reason(lang, run);
        return OUTCOME_DONE;
    default:
        return run->outcome;
    }
}

Outcome set_value_find(const RunOrder *order, const Differences *differences, const bool *made,
                       SetValue *value, GPtrArray *errors) {
    ChangesOfSet set = {differences, made, arena_new()};
    const MoreChanges more = {append_set, &set};
    RunOrder changed = *order;
    PlanRun run;
    *value = (SetValue){.objective = NAN, .bound = NAN};
    changed.loading.more = &more;
    (void)plan_run(&changed, &run);
    const Outcome outcome = take_set_value(&run, order->stop, order->delivery.lang, value);
    for (guint i = 0; run.delivery.errors != NULL && i < run.delivery.errors->len; i++) {
        g_ptr_array_add(errors, g_strdup(g_ptr_array_index(run.delivery.errors, i)));
    }
    if (run.delivery.place != NULL) {
        (void)folder_drop(run.delivery.place, &PLAN_FOLDER);
    }
    plan_run_clear(&run);
    arena_free(set.arena);
    return outcome;
}
