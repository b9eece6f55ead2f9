/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A case rolled on from an earlier plan: its relaxation is that of the compact model, solved by
 * GLPK alone, and so is the worth of its plan.
 *
 * usage: rolled_compact_test CASE.yaml DIR [DATE]
 *
 * DIR is the earlier plan, DATE what `--freeze-before` says; without it all is frozen. */
#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "config/case_read.h"
#include "export/words/findings/finding_words.h"
#include "model/formulation_build.h"
#include "model/problem/problem_memory.h"
#include "model/problem_build.h"
#include "solver/solve_plan.h"
#include "tests/property/compact_answer.h"

static bool near(double a, double b) {
    return fabs(a - b) <= 1e-6 * fmax(1, fmax(fabs(a), fabs(b)));
}

static Plan *plan_of(const Problem *problem, bool relax) {
    SolveOptions options = {.gap = 0.02, .time_limit_s = 60, .relax = relax};
    Plan *plan = NULL;
    if (solve_plan(problem, &options, &plan) != OUTCOME_DONE) {
        printf("there is no plan\n");
        exit(EXIT_FAILURE);
    }
    return plan;
}

static int compare(const char *what, double found, double expected) {
    if (near(found, expected)) {
        return 0;
    }
    printf("%s: %.9g, the compact model says %.9g\n", what, found, expected);
    return 1;
}

static int count_under_way(const Problem *problem) {
    int trains = 0;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        trains += problem->trains[id].under_way;
    }
    return trains;
}

static int check_rolled(const Problem *problem) {
    Formulation *formulation = formulation_new(problem, &AIM_MARGIN);
    CompactAnswer compact = compact_answer(formulation, false);
    Plan *relaxed = plan_of(problem, true), *plan = plan_of(problem, false);
    Answer said = compact_answer_to_plan(formulation, plan);
    int faults = compact.relaxation.kind != ANSWER_FOUND || said.kind != ANSWER_FOUND;
    if (faults > 0) {
        printf("the compact model has no answer\n");
    } else {
        faults += compare("relaxation", relaxed->relaxation, compact.relaxation.value);
        faults += compare("worth of the plan", plan->objective, said.value);
    }
    printf("%d trains under way can be ridden\n", count_under_way(problem));
    plan_free(plan);
    plan_free(relaxed);
    formulation_free(formulation);
    return faults;
}

int main(int argc, char **argv) {
    CommitmentOrder order = {.plan = argc > 2 ? argv[2] : NULL, .freezes_before = argc > 3};
    Findings *findings = findings_new();
    bool unreadable;
    if (argc > 3 && instant_text_parse(argv[3], &order.freeze_before) != FAULT_NONE) {
        return EXIT_FAILURE;
    }
    Case *kase = case_read_committed(argv[1], &order, findings, &unreadable);
    Problem *problem = kase == NULL ? NULL : problem_build(kase, findings);
    if (problem == NULL || findings_errors(findings) > 0) {
        findings_print(findings, LANG_EN, stdout);
        return EXIT_FAILURE;
    }
    int faults = check_rolled(problem);
    problem_free(problem);
    case_free(kase);
    findings_free(findings);
    return faults == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
