/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/property/relation.h"

#include <math.h>

#include "tests/property/plan_property.h"

enum { RELATIONS_PER_SEED = 4 };

int relations_all(Relation relations[MAX_RELATIONS]) {
    const Relation *const tables[] = {same_relations, identity_relations, limit_relations};
    int count = 0;
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
        for (const Relation *relation = tables[t]; relation->name != NULL && count < MAX_RELATIONS;
             relation++) {
            relations[count++] = *relation;
        }
    }
    return count;
}

/** What a plan's values have come to; all -INFINITY where the case is infeasible. */
typedef struct {
    bool ok;
    bool stopped; /**< by the clock at some goal: what a goal was held to is then not the best, and
                     the values of later ones cannot be compared */
    double relaxation, objective, bound;
} Values;

static Values plan_values(const LoadedCase *loaded) {
    Values values = {.ok = false};
    Plan *plan = NULL, *relaxed = NULL;
    Outcome whole = loaded_case_plan(loaded, false, PROPERTY_GAP, &plan);
    Outcome relaxation = loaded_case_plan(loaded, true, PROPERTY_GAP, &relaxed);
    const double none = -(double)INFINITY;
    values.ok = (plan != NULL || whole == OUTCOME_INFEASIBLE) &&
                (relaxed != NULL || relaxation == OUTCOME_INFEASIBLE);
    values.stopped = plan != NULL && plan->timed_out && loaded->kase->n_goals > 1;
    values.relaxation = relaxed == NULL ? none : relaxed->relaxation;
    values.objective = plan == NULL ? none : plan->objective;
    values.bound = plan == NULL ? none : plan->bound;
    if (plan != NULL) {
        plan_free(plan);
    }
    if (relaxed != NULL) {
        plan_free(relaxed);
    }
    return values;
}

static Values case_values(Trial *trial, const RandomCase *kase, const CaseTextOptions *options) {
    LoadedCase loaded;
    Values values = {.ok = false};
    if (trial_load(trial, kase, options, &loaded)) {
        values = plan_values(&loaded);
        if (!values.ok) {
            trial_fail(trial, "a variation of the case has no answer");
        }
    }
    loaded_case_clear(&loaded);
    trial->tally->variations++;
    return values;
}

static bool at_most(double value, double limit) {
    return value <= limit || value <= limit + value_tolerance(limit);
}

static bool same(double a, double b) {
    return at_most(a, b) && at_most(b, a);
}

/** The relaxation is the same, and neither plan beats the other's bound. */
static void expect_same(Trial *trial, const char *name, Values expected, Values after) {
    if (!same(after.relaxation, expected.relaxation)) {
        trial_fail(trial, "%s: relaxation %.9g, expected %.9g", name, after.relaxation,
                   expected.relaxation);
    }
    if (!at_most(after.objective, expected.bound) || !at_most(expected.objective, after.bound)) {
        trial_fail(trial, "%s: objective %.9g to %.9g, expected %.9g to %.9g", name,
                   after.objective, after.bound, expected.objective, expected.bound);
    }
}

/** `less` is worth no more than `more`. */
static void expect_order(Trial *trial, const char *name, Values less, Values more) {
    if (!at_most(less.relaxation, more.relaxation)) {
        trial_fail(trial, "%s: relaxation %.9g against %.9g", name, less.relaxation,
                   more.relaxation);
    }
    if (!at_most(less.objective, more.bound)) {
        trial_fail(trial, "%s: objective %.9g beats the bound %.9g", name, less.objective,
                   more.bound);
    }
}

/** The case as drawn is asked for its values once. */
typedef struct {
    bool known;
    Values values;
} Drawn;

static void check(Trial *trial, const Relation *relation, const Pair *pair, Drawn *drawn) {
    if (!drawn->known && !pair->before_changed) {
        const CaseTextOptions plain = {.money = 1};
        *drawn = (Drawn){.known = true, .values = case_values(trial, &pair->before, &plain)};
    }
    Values before = pair->before_changed ? case_values(trial, &pair->before, &pair->before_text)
                                         : drawn->values;
    Values after = case_values(trial, &pair->after, &pair->after_text);
    if (!before.ok || !after.ok || before.stopped || after.stopped) {
        return;
    }
    const Values expected = {.ok = true,
                             .relaxation = pair->scale * before.relaxation + pair->offset,
                             .objective = pair->scale * before.objective + pair->offset,
                             .bound = pair->scale * before.bound + pair->offset};
    switch (pair->expected) {
    case SAME_VALUE:
        expect_same(trial, relation->name, expected, after);
        break;
    case NO_GAIN:
        expect_order(trial, relation->name, after, before);
        break;
    case NO_LOSS:
        expect_order(trial, relation->name, before, after);
        break;
    }
}

void relations_check(Trial *trial, const RandomCase *kase) {
    Relation relations[MAX_RELATIONS];
    int count = relations_all(relations);
    Random random = random_seeded(trial->seed);
    Drawn drawn = {.known = false};
    for (int i = 0; i < RELATIONS_PER_SEED && i < count && !trial->failed; i++) {
        int number = (int)((trial->seed * RELATIONS_PER_SEED + (uint64_t)i) % (uint64_t)count);
        Pair pair = {.before = *kase,
                     .after = *kase,
                     .before_text = {.money = 1},
                     .after_text = {.money = 1},
                     .scale = 1};
        if (relations[number].change(&pair, &random)) {
            trial->tally->relations[number]++;
            check(trial, &relations[number], &pair, &drawn);
        }
    }
}
