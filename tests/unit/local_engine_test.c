/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Points in processes of their own: each once, whatever becomes of the others. */
#include "study/sweep/local_engine.h"

#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/temp_dir.h"

enum { POINTS = 40 };

/** What is done, and what was told of it. */
typedef struct {
    char *dir;
    int ends[POINTS]; /**< per point: how often its end was told */
    char *crashed[POINTS];
    int told, told_at_most; /**< after so many the rest is not to be done */
    int kept;               /**< a change of it in a point's process is felt nowhere else */
    volatile sig_atomic_t stop;
} Job;

static Job job_new(void) {
    return (Job){.dir = temp_dir_make(), .told_at_most = POINTS};
}

static void job_clear(Job *job) {
    for (int i = 0; i < POINTS; i++) {
        g_free(job->crashed[i]);
    }
    temp_dir_remove(job->dir);
}

static void leave_mark(const Job *job, int number) {
    g_autofree char *name = g_strdup_printf("%d", number);
    temp_dir_write(job->dir, name, "x");
}

static int marks(const Job *job) {
    return temp_dir_count(job->dir);
}

static bool note_end(const PointEnd *end, void *user) {
    Job *job = user;
    ck_assert_int_ge(end->number, 0);
    ck_assert_int_lt(end->number, POINTS);
    ck_assert_int_gt(end->peak_memory_bytes, 0);
    ck_assert_double_ge(end->seconds, 0);
    job->ends[end->number]++;
    g_free(job->crashed[end->number]);
    job->crashed[end->number] = g_strdup(end->crashed);
    return ++job->told < job->told_at_most;
}

static Outcome do_point(int number, void *user) {
    Job *job = user;
    ck_assert_int_eq(job->kept++, 0);
    leave_mark(job, number);
    return OUTCOME_DONE;
}

static Outcome run_job(Job *job, int workers, Outcome (*solve)(int number, void *user)) {
    int numbers[POINTS];
    for (int i = 0; i < POINTS; i++) {
        numbers[i] = i;
    }
    const LocalWork work = {.numbers = numbers,
                            .count = POINTS,
                            .workers = workers,
                            .solve = solve,
                            .ended = note_end,
                            .user = job,
                            .stop = &job->stop};
    return local_engine_run(&work);
}

static const int WORKERS[] = {1, 2, 7, 100};

START_TEST(each_point_is_done_once) {
    Job job = job_new();
    job.told_at_most = POINTS + 1;
    ck_assert_int_eq(run_job(&job, WORKERS[_i], do_point), OUTCOME_DONE);
    for (int i = 0; i < POINTS; i++) {
        ck_assert_int_eq(job.ends[i], 1);
        ck_assert_ptr_null(job.crashed[i]);
    }
    ck_assert_int_eq(marks(&job), POINTS);
    job_clear(&job);
}
END_TEST

/** Crashes in one way or another, but where the number is a multiple of 5. */
static Outcome crash_point(int number, void *user) {
    switch (number % 5) {
    case 1:
        (void)signal(SIGSEGV, SIG_DFL);
        (void)raise(SIGSEGV);
        break;
    case 2:
        return OUTCOME_NO_MEMORY;
    case 3:
        _exit(3);
    case 4:
        return OUTCOME_SOLVER_FAILED;
    default:
        leave_mark(user, number);
        break;
    }
    return OUTCOME_DONE;
}

START_TEST(a_crash_costs_its_own_point) {
    static const char *const told[] = {NULL, "signal 11", "memory", "exit 3", "exit 1"};
    Job job = job_new();
    job.told_at_most = POINTS + 1;
    ck_assert_int_eq(run_job(&job, 3, crash_point), OUTCOME_DONE);
    for (int i = 0; i < POINTS; i++) {
        ck_assert_int_eq(job.ends[i], 1);
        ck_assert_msg(g_strcmp0(job.crashed[i], told[i % 5]) == 0, "%d: %s", i, job.crashed[i]);
    }
    ck_assert_int_eq(marks(&job), POINTS / 5);
    job_clear(&job);
}
END_TEST

static Outcome end_by_signal(int number, void *user) {
    if (number == 1) {
        (void)raise(SIGTERM);
    }
    leave_mark(user, number);
    return OUTCOME_DONE;
}

START_TEST(a_process_that_is_ended_alone_crashed) {
    Job job = job_new();
    job.told_at_most = POINTS + 1;
    ck_assert_int_eq(run_job(&job, 2, end_by_signal), OUTCOME_DONE);
    ck_assert_str_eq(job.crashed[1], "signal 15");
    ck_assert_int_eq(marks(&job), POINTS - 1);
    job_clear(&job);
}
END_TEST

START_TEST(nothing_more_is_begun_once_an_end_cannot_be_noted) {
    Job job = job_new();
    job.told_at_most = 4;
    ck_assert_int_eq(run_job(&job, 1, do_point), OUTCOME_UNWRITABLE);
    ck_assert_int_eq(job.told, 4);
    ck_assert_int_eq(marks(&job), 4);
    job_clear(&job);
}
END_TEST

static Outcome wait_for_the_end(int number, void *user) {
    leave_mark(user, number);
    while (((const Job *)user)->told < POINTS) { /* for ever: nothing is told in this process */
        (void)pause();
    }
    return OUTCOME_DONE;
}

static volatile sig_atomic_t *stop_flag;

static void set_stop(int signal_number) {
    (void)signal_number;
    *stop_flag = 1;
}

START_TEST(a_stop_ends_the_processes_and_tells_of_no_crash) {
    Job job = job_new();
    stop_flag = &job.stop;
    (void)signal(SIGALRM, set_stop);
    (void)alarm(1);
    ck_assert_int_eq(run_job(&job, 4, wait_for_the_end), OUTCOME_STOPPED);
    ck_assert_int_eq(job.told, 0);
    ck_assert_int_eq(marks(&job), 4);
    ck_assert_int_eq(waitpid(-1, NULL, WNOHANG), -1);
    job_clear(&job);
}
END_TEST

static Outcome sleep_and_mark(int number, void *user) {
    g_usleep(300 * 1000);
    leave_mark(user, number + POINTS);
    return OUTCOME_DONE;
}

/** As a queue ends a task: first this process, then, a moment later, the one that began it. */
static Outcome end_all_by_signal(int number, void *user) {
    (void)number;
    (void)user;
    const pid_t parent = getppid();
    if (fork() == 0) {
        g_usleep(300 * 1000);
        _exit(kill(parent, SIGALRM));
    }
    (void)raise(SIGKILL);
    return OUTCOME_DONE;
}

START_TEST(a_process_that_is_ended_with_all_did_not_crash) {
    Job job = job_new();
    stop_flag = &job.stop;
    (void)signal(SIGALRM, set_stop);
    ck_assert_int_eq(run_job(&job, 1, end_all_by_signal), OUTCOME_STOPPED);
    ck_assert_int_eq(job.told, 0);
    job_clear(&job);
}
END_TEST

START_TEST(processes_end_with_the_one_that_began_them) {
    Job job = job_new();
    const pid_t parent = fork();
    if (parent == 0) {
        _exit(run_job(&job, 2, sleep_and_mark) == OUTCOME_DONE ? 0 : 1);
    }
    g_usleep(100 * 1000);
    ck_assert_int_eq(kill(parent, SIGKILL), 0);
    ck_assert_int_eq(waitpid(parent, NULL, 0), parent);
    g_usleep(600 * 1000);
    ck_assert_int_eq(marks(&job), 0);
    job_clear(&job);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("local engine");
    TCase *cases = tcase_create("all");
    tcase_set_timeout(cases, 60);
    tcase_add_loop_test(cases, each_point_is_done_once, 0, (int)G_N_ELEMENTS(WORKERS));
    tcase_add_test(cases, a_crash_costs_its_own_point);
    tcase_add_test(cases, nothing_more_is_begun_once_an_end_cannot_be_noted);
    tcase_add_test(cases, a_process_that_is_ended_alone_crashed);
    tcase_add_test(cases, a_process_that_is_ended_with_all_did_not_crash);
    tcase_add_test(cases, a_stop_ends_the_processes_and_tells_of_no_crash);
    tcase_add_test(cases, processes_end_with_the_one_that_began_them);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
