/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random cases whose first goal is the load factor, kept to nine tenths while the second is the
 * margin.
 *
 * usage: load_factor_goal_test [FIRST COUNT]
 *
 * The oracle is the compact model, solved by GLPK alone: no plan may have a load factor above the
 * bound that is stated, nor a margin above its own with what is kept; the verifier reads the plan
 * from its files. */
#include <glib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>

#include "model/books/kpi.h"
#include "model/formulation_build.h"
#include "tests/property/compact_answer.h"
#include "tests/property/written_plan.h"

enum { FIRST_SEED = 1, SEEDS = 60, MAX_CANDIDATES = 24 };

static const double GAP = 0.005, KEEP = 0.9;

/** What the cases were, over all seeds. */
typedef struct {
    int planned, infeasible, refused, large, undecided, stopped, empty, failed;
} Counts;

static double offered_teu_km(const Problem *problem) {
    double offered = 0;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        const TrainCandidate *train = &problem->trains[id];
        for (LegId leg = train->first_leg; leg < train->first_leg + train->n_legs; leg++) {
            offered += problem->legs[leg].dist_km * problem->legs[leg].offered_teu;
        }
    }
    return offered;
}

/** The best plan of the compact model for an aim. */
static Answer best_plan(const Problem *problem, const Aim *aim) {
    Formulation *formulation = formulation_new(problem, aim);
    CompactAnswer answer = compact_answer(formulation, true);
    formulation_free(formulation);
    return answer.whole;
}

/** No plan with a train gains on a load factor a little above the bound. */
static void check_bound(Trial *trial, Counts *counts, const Problem *problem,
                        const GoalResult *goal) {
    double above = goal->bound + 1e-4;
    const Aim aim = {.maximise = {GOAL_LOAD_FACTOR, above, offered_teu_km(problem)}};
    Answer answer = best_plan(problem, &aim);
    counts->undecided += answer.kind == ANSWER_LIMIT;
    if (answer.kind != ANSWER_INFEASIBLE && answer.value > 1e-7) {
        trial_fail(trial, "load factor at most %.9g, but a plan gains %.9g on more", goal->bound,
                   answer.value);
    }
}

/** Among plans that keep what is held none earns more than the gap leaves open. */
static void check_margin(Trial *trial, Counts *counts, const Problem *problem, const Plan *plan) {
    const Floor floor = {{GOAL_LOAD_FACTOR, plan->goals[0].held, 1000}, 0};
    Aim aim = AIM_MARGIN;
    aim.floors = &floor;
    aim.n_floors = plan->goals[0].held > 0 ? 1 : 0;
    Answer answer = best_plan(problem, &aim);
    counts->undecided += answer.kind == ANSWER_LIMIT;
    double tolerance = value_tolerance(plan->objective);
    if (answer.kind == ANSWER_FOUND &&
        (plan->objective > answer.value + tolerance || plan->bound < answer.value - tolerance)) {
        trial_fail(trial, "margin %.9g, bound %.9g, the compact model's best is %.9g",
                   plan->objective, plan->bound, answer.value);
    }
}

static void check_plan(Trial *trial, Counts *counts, const LoadedCase *loaded, const Plan *plan) {
    KpiInput input = plan_decisions(plan);
    Kpi *kpi = kpi_compute(loaded->problem, &input);
    const GoalResult *goal = &plan->goals[0];
    double reached = kpi_goal(kpi, loaded->problem, GOAL_LOAD_FACTOR);
    if (!(fabs(goal->held - KEEP * goal->value) <= 1e-9) || reached < goal->held - 1e-6) {
        trial_fail(trial, "load factor %.9g of a best of %.9g, held at %.9g", reached, goal->value,
                   goal->held);
    }
    if (goal->value > goal->bound + 1e-9 || goal->bound > goal->value + GAP + 1e-9) {
        trial_fail(trial, "load factor %.9g, bound %.9g", goal->value, goal->bound);
    }
    counts->planned++;
    counts->empty += kpi->all.trains == 0;
    kpi_free(kpi);
    check_bound(trial, counts, loaded->problem, goal);
    check_margin(trial, counts, loaded->problem, plan);
    written_plan_check(trial, loaded, plan);
}

static void check_case(Trial *trial, Counts *counts, const LoadedCase *loaded) {
    Plan *plan = NULL;
    Outcome outcome = loaded_case_plan(loaded, false, GAP, &plan);
    if (outcome == OUTCOME_STOPPED || (plan != NULL && plan->timed_out)) {
        counts->stopped++;
    } else if (plan != NULL) {
        check_plan(trial, counts, loaded, plan);
    } else {
        Answer answer = best_plan(loaded->problem, &AIM_MARGIN);
        counts->infeasible++;
        if (outcome != OUTCOME_INFEASIBLE || answer.kind != ANSWER_INFEASIBLE) {
            trial_fail(trial, "no plan (%s), but the compact model has one of %.9g",
                       outcome_text(outcome), answer.value);
        }
    }
    if (plan != NULL) {
        plan_free(plan);
    }
}

static void run_seed(const char *folder, uint64_t seed, Counts *counts) {
    Tally tally = {0};
    Trial trial = {.seed = seed, .folder = folder, .tally = &tally};
    RandomCase kase = random_case(seed);
    kase.goals = GOALS_LOAD_FACTOR_FIRST;
    for (int i = 0; i < kase.n_demand && seed % 4 != 0; i++) {
        kase.demand[i].must = false; /* or half of the cases have no plan */
    }
    const CaseTextOptions plain = {.money = 1};
    g_autofree char *text = case_text(&kase, &plain);
    LoadedCase loaded;
    if (!loaded_case_read(&loaded, folder, text)) {
        counts->refused++;
    } else if (loaded.problem->n_trains > MAX_CANDIDATES) {
        counts->large++;
    } else {
        check_case(&trial, counts, &loaded);
    }
    loaded_case_clear(&loaded);
    counts->failed += trial.failed;
}

int main(int argc, char **argv) {
    uint64_t first = argc == 3 ? strtoull(argv[1], NULL, 10) : FIRST_SEED;
    uint64_t count = argc == 3 ? strtoull(argv[2], NULL, 10) : SEEDS;
    g_autofree char *folder = g_dir_make_tmp("banlie-goals-XXXXXX", NULL);
    Counts counts = {0};
    if (folder == NULL) {
        fprintf(stderr, "load_factor_goal_test: no temporary folder\n");
        return EXIT_FAILURE;
    }
    for (uint64_t seed = first; seed < first + count; seed++) {
        run_seed(folder, seed, &counts);
    }
    g_autofree char *path = g_build_filename(folder, "case.yaml", NULL);
    g_remove(path);
    g_rmdir(folder);
    printf("%d planned, %d of them without a train; %d infeasible, %d refused, %d too large, "
           "%d undecided, %d stopped; %d failed\n",
           counts.planned, counts.empty, counts.infeasible, counts.refused, counts.large,
           counts.undecided, counts.stopped, counts.failed);
    bool enough = counts.planned >= (int)count / 4;
    return enough && counts.failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
