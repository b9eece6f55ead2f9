/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/property/loaded_case.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "config/case_read.h"
#include "model/formulation_build.h"
#include "model/problem/problem_memory.h"
#include "model/problem_build.h"

static const double TIME_LIMIT_S = 60;

bool loaded_case_read(LoadedCase *loaded, const char *folder, const char *text) {
    *loaded = (LoadedCase){.path = g_build_filename(folder, "case.yaml", NULL),
                           .findings = findings_new()};
    if (!g_file_set_contents(loaded->path, text, (gssize)strlen(text), NULL)) {
        return false;
    }
    bool unreadable = false;
    loaded->kase = case_read(loaded->path, loaded->findings, &unreadable);
    if (loaded->kase == NULL) {
        return false;
    }
    loaded->problem = problem_build(loaded->kase, loaded->findings);
    if (loaded->problem == NULL || findings_errors(loaded->findings) > 0) {
        return false;
    }
    loaded->formulation = formulation_new(loaded->problem, &AIM_MARGIN);
    return loaded->formulation != NULL;
}

void loaded_case_clear(LoadedCase *loaded) {
    formulation_free(loaded->formulation);
    problem_free(loaded->problem);
    if (loaded->kase != NULL) {
        case_free(loaded->kase);
    }
    findings_free(loaded->findings);
    g_free(loaded->path);
    *loaded = (LoadedCase){0};
}

Outcome loaded_case_plan(const LoadedCase *loaded, bool relax, double gap, Plan **plan) {
    SolveOptions options = {.gap = gap, .time_limit_s = TIME_LIMIT_S, .relax = relax};
    Outcome outcome = solve_plan(loaded->problem, &options, plan);
    if (outcome_failed(outcome)) {
        printf("  the solver gave up: %s\n", outcome_text(outcome));
    }
    return outcome;
}
