/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Sweeps whose points are worked out in no time: what is done, what stands, and that neither the
 *  number of processes nor a kill changes a byte. */
#define _GNU_SOURCE // setpgid
#include "study/sweep/sweep_run.h"

#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "study/sweep/local_engine.h"
#include "study/sweep/sweep_names.h"
#include "study/sweep/sweep_read.h"
#include "tests/property/random_number.h"
#include "tests/unit/temp_dir.h"

enum { VALUES = 60 };

/** A sweep, its folder, and what its points come to. */
typedef struct {
    Findings *findings;
    Sweep *sweep;
    char *dir;
    const char *version; /**< of the case of point `edited`, and of the base where that is 0 */
    int edited;
    bool base_stood; /**< before the point at hand */
    bool crash;      /**< every seventh point crashes */
    gulong pause_us; /**< that a point takes */
    int ended, of;
    ResumeCounts counts;
} Bench;

static Bench bench_new(void) {
    Bench bench = {.findings = findings_new(), .dir = temp_dir_make(), .version = "1"};
    GString *text = g_string_new("banlie-sweep: 1\nparameters: {x: {values: [0");
    for (int i = 1; i < VALUES; i++) {
        g_string_append_printf(text, ", %d", i);
    }
    g_string_append(text, "]}}\nchanges: [{set: {at: horizon.weeks, to: $x}}]\n");
    temp_dir_write(bench.dir, "sweep.yaml", text->str);
    g_autofree char *path = g_build_filename(bench.dir, "sweep.yaml", NULL);
    bool unreadable;
    bench.sweep = sweep_read(path, bench.findings, &unreadable);
    ck_assert_ptr_nonnull(bench.sweep);
    ck_assert_int_eq(bench.sweep->n_points, VALUES);
    g_string_free(text, TRUE);
    return bench;
}

static void bench_clear(Bench *bench) {
    sweep_free(bench->sweep);
    findings_free(bench->findings);
    temp_dir_remove(bench->dir);
}

static bool digest_of_point(int number, char digest[DIGEST_TEXT_SIZE], void *user) {
    const Bench *bench = user;
    (void)g_snprintf(digest, DIGEST_TEXT_SIZE, "%d-%s", number,
                     number == bench->edited ? bench->version : "1");
    return true;
}

static Outcome solve_one(int number, SweepRow *row, void *user) {
    Bench *bench = user;
    ck_assert(bench->base_stood == (number > 0));
    g_usleep(bench->pause_us);
    if (bench->crash && number % 7 == 6) {
        _exit(5);
    }
    row->status = number % 10 == 9 ? ROW_INFEASIBLE : ROW_OPTIMAL;
    row->reason = number % 10 == 9 ? "line min X" : NULL;
    row->repeatable = 1;
    for (int i = 0; row->status == ROW_OPTIMAL && i < N_KPI_COLUMNS; i++) {
        row->kpi[i] = number / 3.0 + i;
    }
    return OUTCOME_DONE;
}

static Outcome note_base(const SweepRow *base, void *user) {
    ck_assert_int_eq(base->status, ROW_OPTIMAL);
    ((Bench *)user)->base_stood = true;
    return OUTCOME_DONE;
}

static void note_counts(const ResumeCounts *counts, void *user) {
    ((Bench *)user)->counts = *counts;
}

static void note_point(const PointEnd *end, int done, int of, void *user) {
    (void)end;
    Bench *bench = user;
    ck_assert_int_eq(done, bench->ended + 1);
    bench->ended = done;
    bench->of = of;
}

static SweepResult run_bench(Bench *bench, int workers, bool retry) {
    const SweepOrder order = {.sweep = bench->sweep,
                              .dir = bench->dir,
                              .form = {.style = STYLE_PLAIN, .bom = true},
                              .origin = {.program = "p", .flags = "f"},
                              .warm = true,
                              .retry = retry,
                              .workers = workers,
                              .engine = local_engine(),
                              .solver = {digest_of_point, solve_one, note_base, bench},
                              .watch = {note_counts, note_point, NULL, bench}};
    SweepResult result;
    bench->base_stood = false;
    bench->ended = bench->of = 0;
    ck_assert_int_eq(sweep_run(&order, &result), OUTCOME_DONE);
    ck_assert_int_eq(result.cause, 0);
    ck_assert_int_eq(result.missing, 0);
    ck_assert_int_eq(result.rows, VALUES + 1);
    return result;
}

static void check_counts(const Bench *bench, int stand, int changed, int to_do) {
    ck_assert_msg(bench->counts.stand == stand && bench->counts.changed == changed &&
                      bench->counts.to_do == to_do,
                  "%d stand, %d changed, %d to do", bench->counts.stand, bench->counts.changed,
                  bench->counts.to_do);
    ck_assert_int_eq(bench->ended, changed + to_do);
    ck_assert_int_eq(bench->of, changed + to_do);
}

START_TEST(what_stands_is_not_done_again) {
    Bench bench = bench_new();
    ck_assert_int_eq(run_bench(&bench, 2, false).no_plan, 6);
    check_counts(&bench, 0, 0, VALUES + 1);
    g_autofree char *first = temp_dir_read(bench.dir, "results.csv");
    run_bench(&bench, 2, false);
    ck_assert_int_eq(bench.ended, 0);
    g_autofree char *second = temp_dir_read(bench.dir, "results.csv");
    ck_assert_str_eq(first, second);
    ck_assert(temp_dir_has(bench.dir, "scenarios.csv") && temp_dir_has(bench.dir, "effects.csv"));
    ck_assert(temp_dir_has(bench.dir, "percentiles.csv") && temp_dir_has(bench.dir, "runs.csv"));
    bench_clear(&bench);
}
END_TEST

START_TEST(an_edited_point_costs_its_own_row_and_the_base_all) {
    Bench bench = bench_new();
    run_bench(&bench, 2, false);
    bench.edited = 17;
    bench.version = "2";
    run_bench(&bench, 2, false);
    check_counts(&bench, VALUES, 1, 0);
    bench.edited = 0;
    bench.version = "3";
    run_bench(&bench, 2, false);
    check_counts(&bench, 0, VALUES + 1, 0);
    bench_clear(&bench);
}
END_TEST

START_TEST(crashes_are_rows_and_are_tried_again_where_that_is_asked) {
    Bench bench = bench_new();
    bench.crash = true;
    /* 6, 13, … 55: eight of them; 9, 19, … 59 are infeasible, but for none that crashes. */
    ck_assert_int_eq(run_bench(&bench, 3, false).no_plan, 8 + 6);
    g_autofree char *results = temp_dir_read(bench.dir, "results.csv");
    ck_assert_ptr_nonnull(strstr(results, "\n0013,base;x=12,base,12,crashed,1,exit 5,,,"));
    run_bench(&bench, 3, false);
    ck_assert_int_eq(bench.ended, 0);
    bench.crash = false;
    ck_assert_int_eq(run_bench(&bench, 3, true).no_plan, 6);
    check_counts(&bench, VALUES + 1 - 8, 0, 8);
    bench_clear(&bench);
}
END_TEST

/** Runs in a group of processes of its own, which is killed after a while. @return true where it
 * came to its end before */
static bool run_and_kill(Bench *bench, int workers, gulong after_us) {
    const pid_t child = fork();
    if (child == 0) {
        (void)setpgid(0, 0);
        (void)run_bench(bench, workers, false);
        _exit(0);
    }
    (void)setpgid(child, child);
    g_usleep(after_us);
    (void)kill(-child, SIGKILL);
    int status;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    return status == 0;
}

static const char *const TABLES[] = {"scenarios.csv", "results.csv", "effects.csv",
                                     "percentiles.csv"};

START_TEST(neither_processes_nor_kills_change_a_byte) {
    Bench calm = bench_new();
    run_bench(&calm, 1, false);
    Random random = random_seeded(11);
    for (int workers = 1; workers <= 3; workers++) {
        Bench killed = bench_new();
        killed.pause_us = 10000; /* no run is over before the latest kill */
        int kills = 0;
        while (!run_and_kill(&killed, workers, (gulong)random_int(&random, 20000, 200000)) &&
               kills < 200) {
            kills++;
        }
        ck_assert_int_gt(kills, 0);
        run_bench(&killed, workers, false);
        for (size_t i = 0; i < G_N_ELEMENTS(TABLES); i++) {
            g_autofree char *expected = temp_dir_read(calm.dir, TABLES[i]);
            g_autofree char *found = temp_dir_read(killed.dir, TABLES[i]);
            ck_assert_str_eq(expected, found);
        }
        ck_assert_int_eq(temp_dir_count(killed.dir), temp_dir_count(calm.dir));
        bench_clear(&killed);
    }
    bench_clear(&calm);
}
END_TEST

START_TEST(a_folder_that_cannot_be_written_is_told) {
    Bench bench = bench_new();
    const SweepOrder order = {.sweep = bench.sweep,
                              .dir = "/nowhere/at/all",
                              .origin = {.program = "p", .flags = "f"},
                              .workers = 1,
                              .engine = local_engine(),
                              .solver = {digest_of_point, solve_one, note_base, &bench}};
    SweepResult result;
    ck_assert_int_eq(sweep_run(&order, &result), OUTCOME_UNWRITABLE);
    ck_assert_int_ne(result.cause, 0);
    bench_clear(&bench);
}
END_TEST

START_TEST(there_is_at_least_one_process) {
    ck_assert_int_ge(sweep_workers(0), 1);
    ck_assert_int_eq(sweep_workers(INT64_MAX), 1);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("sweep run");
    TCase *cases = tcase_create("all");
    tcase_set_timeout(cases, 100);
    tcase_add_test(cases, what_stands_is_not_done_again);
    tcase_add_test(cases, an_edited_point_costs_its_own_row_and_the_base_all);
    tcase_add_test(cases, crashes_are_rows_and_are_tried_again_where_that_is_asked);
    tcase_add_test(cases, neither_processes_nor_kills_change_a_byte);
    tcase_add_test(cases, a_folder_that_cannot_be_written_is_told);
    tcase_add_test(cases, there_is_at_least_one_process);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
