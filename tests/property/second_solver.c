/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/property/second_solver.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/** Runs a command. @return its exit code, -1 where it did not run */
static int run(const char *const *words, char **said) {
    int status = 0;
    g_autofree char *out = NULL;
    g_autofree char *err = NULL;
    char *arguments[16] = {NULL};
    for (int i = 0; i < 15 && words[i] != NULL; i++) {
        arguments[i] = g_strdup(words[i]);
    }
    bool ok = g_spawn_sync(NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err,
                           &status, NULL);
    for (int i = 0; i < 15; i++) {
        g_free(arguments[i]);
    }
    if (said != NULL) {
        *said = g_strconcat(ok ? out : "", ok ? err : "", NULL);
    }
    if (!ok) {
        return -1;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

SecondSolver second_solver_find(const char *banlie) {
    SecondSolver solver = {.banlie = NULL};
    g_autofree char *cbc = g_find_program_in_path("cbc");
    g_autofree char *said = NULL;
    if (banlie == NULL) {
        printf("no second solver: --banlie PATH was not given\n");
    } else if (cbc == NULL) {
        printf("no second solver: cbc is not installed\n");
    } else if (run((const char *const[]){banlie, "export", "--help", NULL}, &said) != 0) {
        printf("no second solver: this program has no export\n");
    } else {
        solver.banlie = banlie;
    }
    return solver;
}

/** Reads the first line of cbc's solution. */
static Answer read_answer(const char *path) {
    static const char optimal[] = "Optimal - objective value ";
    Answer answer = {ANSWER_FAILED, NAN, NAN};
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL)) {
        return answer;
    }
    if (g_str_has_prefix(text, optimal)) {
        answer.kind = ANSWER_FOUND;
        answer.value = answer.bound = -g_ascii_strtod(text + strlen(optimal), NULL);
    } else if (g_str_has_prefix(text, "Infeasible")) {
        answer.kind = ANSWER_INFEASIBLE;
    }
    return answer;
}

static void compare(Trial *trial, const Answer *found, const Answer *expected) {
    if (found->kind == ANSWER_FAILED) {
        trial_fail(trial, "cbc gave up on the exported relaxation");
    } else if ((found->kind == ANSWER_FOUND) != (expected->kind == ANSWER_FOUND)) {
        trial_fail(trial, "exported relaxation: cbc says %s, GLPK the contrary",
                   found->kind == ANSWER_FOUND ? "feasible" : "infeasible");
    } else if (found->kind == ANSWER_FOUND &&
               !(fabs(found->value - expected->value) <= value_tolerance(expected->value))) {
        trial_fail(trial, "exported relaxation: cbc finds %.9g, GLPK %.9g", found->value,
                   expected->value);
    }
}

void second_solver_check(Trial *trial, const SecondSolver *solver, const LoadedCase *loaded,
                         const Answer *relaxation) {
    if (solver->banlie == NULL || relaxation->kind == ANSWER_FAILED) {
        return;
    }
    g_autofree char *model = g_build_filename(trial->folder, "model.mps", NULL);
    g_autofree char *solution = g_build_filename(trial->folder, "model.solution", NULL);
    g_autofree char *said = NULL;
    int code = run((const char *const[]){solver->banlie, "export", loaded->path, "--format", "mps",
                                         "--relax", "-o", model, NULL},
                   &said);
    if (code != 0) {
        trial_fail(trial, "banlie export ends with %d: %s", code, said);
    } else if (run((const char *const[]){"cbc", model, "sec", "60", "solve", "solution", solution,
                                         NULL},
                   NULL) != 0) {
        trial_fail(trial, "cbc does not run");
    } else {
        Answer answer = read_answer(solution);
        compare(trial, &answer, relaxation);
        trial->tally->second_solver++;
    }
    g_remove(model);
    g_remove(solution);
}
