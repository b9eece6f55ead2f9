/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Rows of runs, and that their figures are the leaves of summary.json in its order. The program's
 * argument is the folder of the sources. */
#include "study/sweep/plan_row.h"

#include <check.h>
#include <glib.h>
#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimals.h"
#include "tests/unit/temp_dir.h"

static const char *sources;

/** A run, its folder, and its row. */
typedef struct {
    char *parent;
    PlanRun run;
    SweepRow row;
    char *reason;
    bool filled;
} RowBench;

static RowBench row_of(const char *path, const char *tail, bool relax, double seconds) {
    RowBench bench = {.parent = temp_dir_make()};
    g_autofree char *shipped = g_build_filename(sources, path, NULL);
    g_autofree char *text = NULL;
    ck_assert(g_file_get_contents(shipped, &text, NULL, NULL));
    g_autofree char *whole = g_strconcat(text, tail, NULL);
    temp_dir_write(bench.parent, "case.yaml", whole);
    g_autofree char *place = g_build_filename(bench.parent, "plan", NULL);
    const RunOrder order = {.loading = {.path = bench.parent},
                            .gap = 0.005,
                            .time_limit_s = seconds,
                            .relax = relax,
                            .version = "0",
                            .delivery = {.dir = place}};
    (void)plan_run(&order, &bench.run);
    bench.filled = plan_row_fill(&bench.run, &bench.row, &bench.reason);
    return bench;
}

static void row_bench_clear(RowBench *bench) {
    g_free(bench->reason);
    plan_run_clear(&bench->run);
    temp_dir_remove(bench->parent);
}

static json_t *summary_of(const RowBench *bench) {
    g_autofree char *path = g_build_filename(bench->parent, "plan", "summary.json", NULL);
    json_t *root = json_load_file(path, 0, NULL);
    ck_assert_ptr_nonnull(root);
    return root;
}

static void check_figure(const json_t *summary, const char *key, double value) {
    const json_t *stated = json_object_get(summary, key);
    ck_assert_msg(json_is_number(stated), "%s", key);
    ck_assert_double_eq(json_number_value(stated), decimals_round(value, 6, round));
}

/** Checks a leaf of the summary against the column in turn. */
static void check_leaf(const RowBench *bench, int column, const char *group, const char *key,
                       const json_t *leaf) {
    ck_assert_int_lt(column, N_KPI_COLUMNS);
    const KpiColumn *expected = &kpi_columns[column];
    g_autofree char *name = group == NULL ? g_strdup(key) : g_strconcat(group, "_", key, NULL);
    ck_assert_str_eq(expected->name, name);
    ck_assert(g_strcmp0(expected->group, group) == 0);
    ck_assert_str_eq(expected->key, key);
    const double value = bench->row.kpi[column];
    if (json_is_null(leaf)) {
        ck_assert_double_nan(value);
    } else {
        ck_assert_int_eq(json_is_integer(leaf), expected->form == KPI_COUNT);
        ck_assert_double_eq(json_number_value(leaf),
                            decimals_round(value, kpi_decimals(expected->form), round));
    }
}

START_TEST(the_figures_of_a_row_are_those_of_the_summary) {
    RowBench bench = row_of("scenarios/tiny/case.yaml", "", false, 60);
    ck_assert(bench.filled);
    ck_assert(bench.row.status == ROW_OPTIMAL || bench.row.status == ROW_GAP);
    ck_assert_ptr_null(bench.row.reason);
    ck_assert_int_eq(bench.row.repeatable, 1);
    ck_assert_double_eq(sweep_row_margin(&bench.row), 21000);
    json_t *summary = summary_of(&bench);
    check_figure(summary, "objective", bench.row.objective);
    check_figure(summary, "bound", bench.row.bound);
    check_figure(summary, "relaxation", bench.row.relaxation);
    check_figure(summary, "gap", bench.row.gap);
    const char *key, *inner;
    json_t *value, *leaf;
    int column = 0;
    json_object_foreach(json_object_get(summary, "kpi"), key, value) {
        if (!json_is_object(value)) {
            check_leaf(&bench, column++, NULL, key, value);
        }
        json_object_foreach(value, inner, leaf) {
            check_leaf(&bench, column++, key, inner, leaf);
        }
    }
    ck_assert_int_eq(column, N_KPI_COLUMNS);
    json_decref(summary);
    row_bench_clear(&bench);
}
END_TEST

START_TEST(a_relaxation_has_its_value_for_an_objective) {
    RowBench bench = row_of("scenarios/tiny/case.yaml", "", true, 60);
    ck_assert(bench.filled);
    ck_assert_int_eq(bench.row.status, ROW_RELAXED);
    ck_assert_double_eq_tol(bench.row.objective, 29000, 0.1);
    ck_assert_double_eq(sweep_row_margin(&bench.row), bench.row.objective);
    ck_assert_double_nan(bench.row.kpi[0]);
    row_bench_clear(&bench);
}
END_TEST

START_TEST(a_case_in_error_is_told_by_its_first_finding) {
    RowBench bench = row_of("scenarios/tiny/case.yaml", "\nslot: 1\nlane: 2\n", false, 60);
    ck_assert(bench.filled);
    ck_assert_int_eq(bench.row.status, ROW_CASE_ERROR);
    ck_assert_msg(strstr(bench.row.reason, "case.yaml:") != NULL &&
                      strstr(bench.row.reason, ":1: unknown key \"slot\"") != NULL &&
                      g_str_has_suffix(bench.row.reason, " … and 1 more"),
                  "%s", bench.row.reason);
    row_bench_clear(&bench);
}
END_TEST

START_TEST(a_clash_is_told_by_its_rules) {
    RowBench bench = row_of("tests/infeasible/08-must-lifts.yaml", "", false, 60);
    ck_assert(bench.filled);
    ck_assert_int_eq(bench.row.status, ROW_INFEASIBLE);
    ck_assert_ptr_nonnull(strstr(bench.row.reason, "; "));
    ck_assert_double_nan(sweep_row_margin(&bench.row));
    row_bench_clear(&bench);
}
END_TEST

START_TEST(a_run_without_time_has_no_plan) {
    RowBench bench = row_of("scenarios/tiny/case.yaml", "", false, 0);
    ck_assert(bench.filled);
    ck_assert(bench.row.status == ROW_NO_PLAN || bench.row.status == ROW_LIMIT);
    ck_assert_str_eq(bench.row.reason, "time");
    ck_assert_int_eq(bench.row.repeatable, 0);
    row_bench_clear(&bench);
}
END_TEST

int main(int argc, char **argv) {
    if (argc < 2) {
        fputs("usage: plan_row_test SOURCES\n", stderr);
        return EXIT_FAILURE;
    }
    sources = argv[1];
    Suite *suite = suite_create("plan row");
    TCase *cases = tcase_create("all");
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, the_figures_of_a_row_are_those_of_the_summary);
    tcase_add_test(cases, a_relaxation_has_its_value_for_an_objective);
    tcase_add_test(cases, a_case_in_error_is_told_by_its_first_finding);
    tcase_add_test(cases, a_clash_is_told_by_its_rules);
    tcase_add_test(cases, a_run_without_time_has_no_plan);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
