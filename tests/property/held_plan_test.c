/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cases held to a plan of their own: demand changes, prices and what is frozen are drawn at random.
 *
 * usage: held_plan_test CASE.yaml...
 *
 * The relaxation has to be that of the compact model, solved by GLPK alone; so has the worth of the
 * plan; what is frozen has to stay; and the dearer a move, the less a plan is worth. */
#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/case_memory.h"
#include "config/case_read.h"
#include "export/words/findings/finding_words.h"
#include "model/formulation_build.h"
#include "model/problem/problem_memory.h"
#include "model/problem_build.h"
#include "solver/solve_plan.h"
#include "tests/property/compact_answer.h"

enum { TRIALS = 1 };

static const double PRICES[] = {0, 50, 800, 1e5};

typedef struct {
    const char *file;
    int trial;
    int failed;
    GRand *random;
} Run;

static void fail(Run *run, const char *what, double found, double expected) {
    printf("%s, trial %d: %s: %.9g, not %.9g\n", run->file, run->trial, what, found, expected);
    run->failed++;
}

static bool near(double a, double b, double tolerance) {
    return fabs(a - b) <= tolerance * fmax(1, fmax(fabs(a), fabs(b)));
}

static Case *read_case(const char *file, Findings *findings) {
    bool unreadable;
    Case *kase = case_read(file, findings, &unreadable);
    if (kase == NULL) {
        findings_print(findings, LANG_EN, stdout);
        exit(EXIT_FAILURE);
    }
    return kase;
}

/** NULL where it is proven that there is none. */
static Plan *plan_of(const Problem *problem, bool relax, double gap) {
    SolveOptions options = {.gap = gap, .time_limit_s = 60, .relax = relax};
    Plan *plan = NULL;
    Outcome outcome = solve_plan(problem, &options, &plan);
    if (outcome != OUTCOME_DONE && outcome != OUTCOME_INFEASIBLE) {
        printf("%s\n", outcome_text(outcome));
        exit(EXIT_FAILURE);
    }
    return plan;
}

/* ---- from a plan to commitments, without files ---- */

static void commit_train(Case *kase, const Problem *problem, TrainId id) {
    Commitments *into = &kase->commitments;
    const TrainCandidate *train = &problem->trains[id];
    CommittedTrain *earlier = &into->earlier_trains[into->n_earlier_trains++];
    GString *slots = g_string_new(NULL);
    earlier->runs = case_memory_array(kase->memory, (size_t)train->n_runs, sizeof *earlier->runs);
    earlier->n_runs = train->n_runs;
    for (int i = 0; i < train->n_runs; i++) {
        const char *name = problem->runs[problem->train_runs[train->first_run + i]].name;
        earlier->runs[i] = case_memory_text(kase->memory, name);
        g_string_append_printf(slots, "%s%s", i > 0 ? ";" : "", name);
    }
    earlier->slots = case_memory_text(kase->memory, slots->str);
    earlier->line = case_memory_text(kase->memory, problem->kase->lines[train->line].code);
    earlier->name = case_memory_text(kase->memory, train->base_name);
    earlier->departs = train->departs;
    g_string_free(slots, TRUE);
}

static void commit_leg(Case *kase, const Problem *problem, const int *number, LegId id,
                       CommittedItinerary *into) {
    const Leg *leg = &problem->legs[id];
    into->legs[into->n_legs++] =
        (CommittedLeg){.train = number[leg->train],
                       .under_way = -1,
                       .run = case_memory_text(kase->memory, problem->runs[leg->run].name),
                       .from = kase->stations[leg->from].code,
                       .to = kase->stations[leg->to].code,
                       .departs = leg->departs,
                       .leaves = ""};
}

static void commit_feeder(Case *kase, const Problem *problem, FeederRunId id,
                          CommittedItinerary *into) {
    if (id == NONE) {
        return;
    }
    const FeederRun *run = &problem->feeder_runs[id];
    const Feeder *feeder = &kase->feeders[run->feeder];
    into->legs[into->n_legs++] = (CommittedLeg){.train = -1,
                                                .under_way = -1,
                                                .run = feeder->code,
                                                .from = kase->stations[feeder->from].code,
                                                .to = kase->stations[feeder->to].code,
                                                .departs = run->departs,
                                                .leaves = ""};
}

static void commit_boxes(Case *kase, const Problem *problem, const Plan *plan, const int *number,
                         const Allocation *allocation) {
    enum { LEGS_MAX = 64 };
    Commitments *into = &kase->commitments;
    CommittedItinerary *earlier = &into->earlier_itineraries[into->n_earlier_itineraries++];
    earlier->booking = case_memory_text(kase->memory, problem->bookings[allocation->booking].code);
    earlier->boxes = allocation->boxes;
    earlier->legs = case_memory_array(kase->memory, LEGS_MAX, sizeof *earlier->legs);
    for (int i = 0; i < allocation->n_rides; i++) {
        Ride ride = plan->rides[allocation->first_ride + i];
        commit_feeder(kase, problem, ride.before, earlier);
        for (LegId leg = ride.first; leg <= ride.last; leg++) {
            commit_leg(kase, problem, number, leg, earlier);
        }
        commit_feeder(kase, problem, ride.after, earlier);
    }
}

static void commit(Case *kase, const Problem *problem, const Plan *plan) {
    Commitments *into = &kase->commitments;
    int *number = g_new0(int, (gsize)problem->n_trains + 1);
    into->given = true;
    into->plan = "plan";
    into->trains.frozen_before = into->bookings.frozen_before = INT64_MIN;
    into->earlier_trains =
        case_memory_array(kase->memory, (size_t)problem->n_trains, sizeof *into->earlier_trains);
    into->earlier_itineraries = case_memory_array(kase->memory, (size_t)plan->n_allocations,
                                                  sizeof *into->earlier_itineraries);
    for (TrainId id = 0; id < problem->n_trains; id++) {
        if (plan->runs[id]) {
            number[id] = into->n_earlier_trains;
            commit_train(kase, problem, id);
        }
    }
    for (int i = 0; i < plan->n_allocations; i++) {
        const Booking *booking = &problem->bookings[plan->allocations[i].booking];
        if (!booking->empty && kase->demand[booking->demand].n_tiers == 1) {
            commit_boxes(kase, problem, plan, number, &plan->allocations[i]);
        }
    }
    g_free(number);
}

/* ---- what changes ---- */

/** Bookings grow and shrink by up to half; what is frozen stays as large as it is. */
static void vary(Run *run, Case *kase) {
    Commitments *into = &kase->commitments;
    for (int i = 0; i < into->n_earlier_itineraries; i++) {
        into->earlier_itineraries[i].frozen = g_rand_int_range(run->random, 0, 10) == 0;
    }
    for (int i = 0; i < into->n_earlier_trains; i++) {
        into->earlier_trains[i].frozen = g_rand_int_range(run->random, 0, 10) == 0;
    }
    for (DemandId id = 0; id < kase->n_demand; id++) {
        bool held = kase->demand[id].must;
        for (int i = 0; i < into->n_earlier_itineraries; i++) {
            const CommittedItinerary *earlier = &into->earlier_itineraries[i];
            held |= earlier->frozen && strcmp(earlier->booking, kase->demand[id].code) == 0;
        }
        double factor = g_rand_double_range(run->random, 0.5, 1.5);
        Tier *tier = &kase->demand[id].tiers[0];
        if (!held) {
            tier->boxes = (int)fmax(1, round(factor * tier->boxes));
            tier->revenue_per_box *= g_rand_double_range(run->random, 0.8, 1.2);
        }
    }
}

/* ---- checks ---- */

static void check_frozen(Run *run, const Problem *problem, const Plan *plan) {
    const Commitments *committed = &problem->kase->commitments;
    KpiInput input = plan_decisions(plan);
    Kpi *kpi = kpi_compute(problem, &input);
    for (int i = 0; i < committed->n_earlier_itineraries; i++) {
        const CommittedItinerary *earlier = &committed->earlier_itineraries[i];
        if (earlier->frozen && kpi->stayed[i] < earlier->boxes) {
            fail(run, "frozen boxes", kpi->stayed[i], earlier->boxes);
        }
    }
    for (int i = 0; i < committed->n_earlier_trains; i++) {
        if (committed->earlier_trains[i].frozen && !plan->runs[problem->train_promises[i].train]) {
            fail(run, "frozen train", 0, 1);
        }
    }
    kpi_free(kpi);
}

/** Solves the case at one price; the plan's value. */
static void check_price(Run *run, const Case *kase, double *relaxation_before,
                        double *bound_before) {
    Findings *findings = findings_new();
    Problem *problem = problem_build(kase, findings);
    if (findings_errors(findings) > 0) {
        findings_print(findings, LANG_EN, stdout);
        run->failed++;
    }
    Formulation *formulation = formulation_new(problem, &AIM_MARGIN);
    CompactAnswer compact = compact_answer(formulation, false);
    Plan *relaxed = plan_of(problem, true, 0);
    Plan *plan = plan_of(problem, false, 0.005);
    bool feasible = compact.relaxation.kind == ANSWER_FOUND;
    if (feasible != (relaxed != NULL)) {
        fail(run, "feasible", relaxed != NULL, feasible);
    } else if (feasible) {
        if (!near(relaxed->relaxation, compact.relaxation.value, 1e-6)) {
            fail(run, "relaxation", relaxed->relaxation, compact.relaxation.value);
        }
        if (relaxed->relaxation > *relaxation_before + 1e-6 * fabs(*relaxation_before)) {
            fail(run, "a higher price pays", relaxed->relaxation, *relaxation_before);
        }
        *relaxation_before = relaxed->relaxation;
    }
    if (plan != NULL) {
        Answer said = compact_answer_to_plan(formulation, plan);
        if (said.kind != ANSWER_FOUND || !near(said.value, plan->objective, 1e-6)) {
            fail(run, "worth of the plan", plan->objective, said.value);
        }
        if (plan->objective > *bound_before + 1e-6 * fabs(*bound_before)) {
            fail(run, "better than a bound at a lower price", plan->objective, *bound_before);
        }
        *bound_before = plan->bound;
        check_frozen(run, problem, plan);
    }
    plan_free(plan);
    plan_free(relaxed);
    formulation_free(formulation);
    problem_free(problem);
    findings_free(findings);
}

static void set_prices(Commitments *commitments, double price) {
    for (int i = 0; i < commitments->n_earlier_itineraries; i++) {
        commitments->earlier_itineraries[i].price = price;
    }
    for (int i = 0; i < commitments->n_earlier_trains; i++) {
        commitments->earlier_trains[i].price = 10 * price;
    }
}

static void check_case(Run *run) {
    Findings *findings = findings_new();
    Case *first = read_case(run->file, findings);
    Problem *problem = problem_build(first, findings);
    Plan *plan = plan_of(problem, false, 0.005);
    for (run->trial = 0; run->trial < TRIALS && plan != NULL; run->trial++) {
        Case *kase = read_case(run->file, findings);
        double relaxation = HUGE_VAL, bound = HUGE_VAL;
        commit(kase, problem, plan);
        vary(run, kase);
        for (size_t i = 0; i < G_N_ELEMENTS(PRICES); i++) {
            set_prices(&kase->commitments, PRICES[i]);
            check_price(run, kase, &relaxation, &bound);
        }
        case_free(kase);
    }
    plan_free(plan);
    problem_free(problem);
    case_free(first);
    findings_free(findings);
}

int main(int argc, char **argv) {
    Run run = {.random = g_rand_new_with_seed(7)};
    for (int i = 1; i < argc; i++) {
        run.file = argv[i];
        fflush(stdout);
        check_case(&run);
    }
    g_rand_free(run.random);
    printf("%d cases, %d failures\n", argc - 1, run.failed);
    return run.failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
