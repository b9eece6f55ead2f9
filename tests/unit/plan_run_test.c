/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning as a whole: what comes of a run, who is told, and that nothing is printed. */
#include <check.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "study/run/plan_run.h"
#include "tests/unit/temp_dir.h"

static const char *root;

/* What an onlooker saw. */
typedef struct {
    GString *steps; /* a letter each */
    int progress;
    int held;
    int held_most;
    bool unfinished;
} Seen;

static void entered(RunStep step, const PlanRun *run, void *user) {
    Seen *seen = user;
    ck_assert_int_eq(run->step, step);
    g_string_append_c(seen->steps, "OLPEW"[step]);
    if (step == RUN_PLANNING) {
        ck_assert_ptr_nonnull(run->loading.problem);
    }
    if (step == RUN_WRITING) {
        ck_assert_ptr_nonnull(run->plan);
    }
}

static void progressed(const Progress *progress, void *user) {
    Seen *seen = user;
    ck_assert_double_ge(progress->seconds, 0);
    seen->progress++;
}

static void hold(void *user) {
    Seen *seen = user;
    seen->held++;
    seen->held_most = MAX(seen->held_most, seen->held);
}

static void release(void *user) {
    Seen *seen = user;
    seen->held--;
}

static void unfinished(const char *folder, const FolderKind *kind, void *user) {
    Seen *seen = user;
    ck_assert_int_eq(seen->held, 1);
    ck_assert_int_eq(folder == NULL, kind == NULL);
    seen->unfinished = folder != NULL;
}

static RunOrder order_of(const char *case_path, const char *dir, Seen *seen) {
    return (RunOrder){
        .case_path = case_path,
        .gap = 0.005,
        .time_limit_s = 60,
        .version = "0",
        .delivery =
            {.dir = dir,
             .guard = {.hold = hold, .release = release, .unfinished = unfinished, .user = seen}},
        .watch = {.entered = entered, .progress = progressed, .user = seen},
    };
}

static char *shipped(const char *path) {
    return g_build_filename(root, path, NULL);
}

/* Runs a case into DIR/plan with stdout and stderr in files, which have to stay empty. */
static Outcome quiet_run(const char *case_path, const char *dir, bool guarded, PlanRun *run,
                         Seen *seen) {
    *seen = (Seen){.steps = g_string_new(NULL)};
    g_autofree char *place = g_build_filename(dir, "plan", NULL);
    g_autofree char *said = g_build_filename(dir, "said", NULL);
    const int out = dup(STDOUT_FILENO);
    const int err = dup(STDERR_FILENO);
    fflush(stdout);
    FILE *caught = fopen(said, "w");
    ck_assert_ptr_nonnull(caught);
    ck_assert_int_ge(dup2(fileno(caught), STDOUT_FILENO), 0);
    ck_assert_int_ge(dup2(fileno(caught), STDERR_FILENO), 0);
    RunOrder order = order_of(case_path, place, seen);
    if (!guarded) {
        order.watch = (RunWatch){0};
        order.delivery.guard = (FolderGuard){0};
    }
    const Outcome outcome = plan_run(&order, run);
    fflush(stdout);
    fflush(stderr);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    close(out);
    close(err);
    fseek(caught, 0, SEEK_END);
    ck_assert_int_eq(ftell(caught), 0);
    fclose(caught);
    ck_assert_int_eq(outcome, run->outcome);
    ck_assert_int_eq(seen->held, 0);
    ck_assert(!seen->unfinished);
    return outcome;
}

START_TEST(a_plan_stands_verified_in_its_place) {
    char *dir = temp_dir_make();
    g_autofree char *path = shipped("scenarios/tiny");
    PlanRun run;
    Seen seen;
    ck_assert_int_eq(quiet_run(path, dir, true, &run, &seen), OUTCOME_DONE);
    ck_assert_str_eq(seen.steps->str, "OLPW");
    ck_assert_int_gt(seen.progress, 0);
    ck_assert_int_eq(seen.held_most, 1);
    g_autofree char *summary = g_build_filename(run.delivery.place, "summary.json", NULL);
    ck_assert(g_file_test(summary, G_FILE_TEST_IS_REGULAR));
    ck_assert(!run.delivery.elsewhere);
    ck_assert_int_eq(run.delivery.report->n_violations, 0);
    ck_assert_int_gt(run.delivery.report->checks[VERIFY_TRAINS], 0);
    ck_assert_ptr_null(run.delivery.errors);
    ck_assert_ptr_null(run.conflict);
    plan_run_clear(&run);
    g_string_free(seen.steps, TRUE);
    temp_dir_remove(dir);
}
END_TEST

START_TEST(nobody_need_look_on) {
    char *dir = temp_dir_make();
    g_autofree char *path = shipped("scenarios/tiny");
    PlanRun run;
    Seen seen;
    ck_assert_int_eq(quiet_run(path, dir, false, &run, &seen), OUTCOME_DONE);
    ck_assert_str_eq(seen.steps->str, "");
    plan_run_clear(&run);
    g_string_free(seen.steps, TRUE);
    temp_dir_remove(dir);
}
END_TEST

START_TEST(a_case_without_a_plan_has_its_conflict) {
    char *dir = temp_dir_make();
    g_autofree char *path = shipped("tests/cases/infeasible.yaml");
    PlanRun run;
    Seen seen;
    ck_assert_int_eq(quiet_run(path, dir, true, &run, &seen), OUTCOME_INFEASIBLE);
    ck_assert_str_eq(seen.steps->str, "OLPE");
    ck_assert_ptr_nonnull(run.conflict);
    ck_assert_int_gt(run.conflict->n_members, 0);
    ck_assert_ptr_null(run.delivery.place);
    plan_run_clear(&run);
    g_string_free(seen.steps, TRUE);
    temp_dir_remove(dir);
}
END_TEST

START_TEST(a_case_in_error_has_its_findings) {
    char *dir = temp_dir_make();
    g_autofree char *path = g_build_filename(dir, "case.yaml", NULL);
    ck_assert(g_file_set_contents(path, "banlie: 1\nname: x\n", -1, NULL));
    PlanRun run;
    Seen seen;
    ck_assert_int_eq(quiet_run(path, dir, true, &run, &seen), OUTCOME_FAULTY);
    ck_assert_str_eq(seen.steps->str, "OL");
    ck_assert_int_gt(findings_errors(run.loading.findings), 0);
    plan_run_clear(&run);
    g_string_free(seen.steps, TRUE);
    temp_dir_remove(dir);
}
END_TEST

START_TEST(a_case_that_is_not_there_is_unreadable) {
    char *dir = temp_dir_make();
    g_autofree char *path = g_build_filename(dir, "none.yaml", NULL);
    PlanRun run;
    Seen seen;
    ck_assert_int_eq(quiet_run(path, dir, true, &run, &seen), OUTCOME_UNREADABLE);
    ck_assert_str_eq(seen.steps->str, "OL");
    ck_assert_int_eq(findings_errors(run.loading.findings), 1);
    plan_run_clear(&run);
    g_string_free(seen.steps, TRUE);
    temp_dir_remove(dir);
}
END_TEST

START_TEST(a_place_that_is_taken_is_known_before_the_case_is_read) {
    char *dir = temp_dir_make();
    g_autofree char *path = g_build_filename(dir, "none.yaml", NULL);
    g_autofree char *place = g_build_filename(dir, "plan", NULL);
    ck_assert(g_file_set_contents(place, "mine", -1, NULL));
    PlanRun run;
    Seen seen;
    ck_assert_int_eq(quiet_run(path, dir, true, &run, &seen), OUTCOME_UNWRITABLE);
    ck_assert_str_eq(seen.steps->str, "O");
    ck_assert_ptr_nonnull(run.delivery.errors);
    ck_assert_ptr_nonnull(strstr(g_ptr_array_index(run.delivery.errors, 0), place));
    plan_run_clear(&run);
    g_string_free(seen.steps, TRUE);
    temp_dir_remove(dir);
}
END_TEST

int main(int argc, char **argv) {
    if (argc != 2) {
        fputs("usage: plan_run_test ROOT\n", stderr);
        return EXIT_FAILURE;
    }
    root = argv[1];
    Suite *suite = suite_create("plan run");
    TCase *tests = tcase_create("plan run");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, a_plan_stands_verified_in_its_place);
    tcase_add_test(tests, nobody_need_look_on);
    tcase_add_test(tests, a_case_without_a_plan_has_its_conflict);
    tcase_add_test(tests, a_case_in_error_has_its_findings);
    tcase_add_test(tests, a_case_that_is_not_there_is_unreadable);
    tcase_add_test(tests, a_place_that_is_taken_is_known_before_the_case_is_read);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
