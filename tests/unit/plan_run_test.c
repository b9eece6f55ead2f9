/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning as a whole: what comes of a run, who is told, and that nothing is printed. */
#include <check.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "export/words/run_words.h"
#include "study/run/plan_run.h"
#include "tests/unit/temp_dir.h"

static const char *root;

/* Of the test under way. */
static char *dir;
static PlanRun run;

/* What an onlooker saw. */
typedef struct {
    GString *steps; /* a letter each */
    int progress;
    int held;
    int held_most;
    bool unfinished;
} Seen;

static Seen seen;

static void entered(RunStep step, const PlanRun *now, void *user) {
    Seen *looker = user;
    ck_assert_int_eq(now->step, step);
    g_string_append_c(looker->steps, "OLPEW"[step]);
    if (step == RUN_PLANNING) {
        ck_assert_ptr_nonnull(now->loading.problem);
    }
    if (step == RUN_WRITING) {
        ck_assert_ptr_nonnull(now->plan);
    }
}

static void progressed(const Progress *progress, void *user) {
    Seen *looker = user;
    ck_assert_double_ge(progress->seconds, 0);
    looker->progress++;
}

static void hold(void *user) {
    Seen *looker = user;
    looker->held++;
    looker->held_most = MAX(looker->held_most, looker->held);
}

static void release(void *user) {
    Seen *looker = user;
    looker->held--;
}

static void unfinished(const char *folder, const FolderKind *kind, void *user) {
    Seen *looker = user;
    ck_assert_int_eq(looker->held, 1);
    ck_assert_int_eq(folder == NULL, kind == NULL);
    looker->unfinished = folder != NULL;
}

static RunOrder order_of(const char *case_path, const char *place) {
    return (RunOrder){
        .loading = {.path = case_path},
        .gap = 0.005,
        .time_limit_s = 60,
        .version = "0",
        .delivery =
            {.dir = place,
             .guard = {.hold = hold, .release = release, .unfinished = unfinished, .user = &seen}},
        .watch = {.entered = entered, .progress = progressed, .user = &seen},
    };
}

static char *shipped(const char *path) {
    return g_build_filename(root, path, NULL);
}

static void begin_test(void) {
    dir = temp_dir_make();
    seen = (Seen){.steps = g_string_new(NULL)};
}

static void end_test(void) {
    plan_run_clear(&run);
    g_string_free(seen.steps, TRUE);
    temp_dir_remove(dir);
}

/* Runs a case into DIR/plan with stdout and stderr in a file, which has to stay empty. */
static Outcome quiet_run(const char *case_path, bool guarded) {
    g_autofree char *place = g_build_filename(dir, "plan", NULL);
    g_autofree char *said = g_build_filename(dir, "said", NULL);
    const int out = dup(STDOUT_FILENO);
    const int err = dup(STDERR_FILENO);
    fflush(stdout);
    FILE *caught = fopen(said, "w");
    ck_assert_ptr_nonnull(caught);
    ck_assert_int_ge(dup2(fileno(caught), STDOUT_FILENO), 0);
    ck_assert_int_ge(dup2(fileno(caught), STDERR_FILENO), 0);
    RunOrder order = order_of(case_path, place);
    if (!guarded) {
        order.watch = (RunWatch){0};
        order.delivery.guard = (FolderGuard){0};
    }
    const Outcome outcome = plan_run(&order, &run);
    fflush(stdout);
    fflush(stderr);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    close(out);
    close(err);
    fseek(caught, 0, SEEK_END);
    ck_assert_int_eq(ftell(caught), 0);
    fclose(caught);
    ck_assert_int_eq(outcome, run.outcome);
    ck_assert_int_eq(seen.held, 0);
    ck_assert(!seen.unfinished);
    return outcome;
}

START_TEST(a_plan_stands_verified_in_its_place) {
    g_autofree char *path = shipped("scenarios/tiny");
    ck_assert_int_eq(quiet_run(path, true), OUTCOME_DONE);
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
    ck_assert_double_ge(run.bound, run.plan->objective); /* as planning told it */
}
END_TEST

START_TEST(a_limit_before_a_plan_is_told_with_what_is_proven) {
    g_autofree char *en = run_words_no_plan(LANG_EN, OUTCOME_STOPPED, false, 1234.2);
    g_autofree char *zh = run_words_no_plan(LANG_ZH, OUTCOME_STOPPED, false, 1234.2);
    g_autofree char *none = run_words_no_plan(LANG_EN, OUTCOME_STOPPED, false, NAN);
    ck_assert_ptr_nonnull(strstr(en, "more than 1235"));
    ck_assert_ptr_nonnull(strstr(zh, "1235"));
    ck_assert_ptr_null(strstr(none, "more than"));
}
END_TEST

START_TEST(nobody_need_look_on) {
    g_autofree char *path = shipped("scenarios/tiny");
    ck_assert_int_eq(quiet_run(path, false), OUTCOME_DONE);
    ck_assert_str_eq(seen.steps->str, "");
}
END_TEST

START_TEST(a_case_without_a_plan_has_its_conflict) {
    g_autofree char *path = shipped("tests/cases/infeasible.yaml");
    ck_assert_int_eq(quiet_run(path, true), OUTCOME_INFEASIBLE);
    ck_assert_str_eq(seen.steps->str, "OLPE");
    ck_assert_ptr_nonnull(run.conflict);
    ck_assert_int_gt(run.conflict->n_members, 0);
    ck_assert_ptr_null(run.delivery.place);
}
END_TEST

START_TEST(a_case_in_error_has_its_findings) {
    g_autofree char *path = g_build_filename(dir, "case.yaml", NULL);
    ck_assert(g_file_set_contents(path, "banlie: 1\nname: x\n", -1, NULL));
    ck_assert_int_eq(quiet_run(path, true), OUTCOME_FAULTY);
    ck_assert_str_eq(seen.steps->str, "OL");
    ck_assert_int_gt(findings_errors(run.loading.findings), 0);
}
END_TEST

START_TEST(a_case_that_is_not_there_is_unreadable) {
    g_autofree char *path = g_build_filename(dir, "none.yaml", NULL);
    ck_assert_int_eq(quiet_run(path, true), OUTCOME_UNREADABLE);
    ck_assert_str_eq(seen.steps->str, "OL");
    ck_assert_int_eq(findings_errors(run.loading.findings), 1);
}
END_TEST

START_TEST(a_place_that_is_taken_is_known_before_the_case_is_read) {
    g_autofree char *path = g_build_filename(dir, "none.yaml", NULL);
    g_autofree char *place = g_build_filename(dir, "plan", NULL);
    ck_assert(g_file_set_contents(place, "mine", -1, NULL));
    ck_assert_int_eq(quiet_run(path, true), OUTCOME_UNWRITABLE);
    ck_assert_str_eq(seen.steps->str, "O");
    ck_assert_ptr_nonnull(run.delivery.errors);
    ck_assert_ptr_nonnull(strstr(g_ptr_array_index(run.delivery.errors, 0), place));
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
    tcase_add_checked_fixture(tests, begin_test, end_test);
    tcase_add_test(tests, a_plan_stands_verified_in_its_place);
    tcase_add_test(tests, a_limit_before_a_plan_is_told_with_what_is_proven);
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
