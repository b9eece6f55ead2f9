/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  results.csv, effects.csv and percentiles.csv of rows made by hand. */
#include "study/sweep/sweep_tables.h"

#include <check.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "model/books/cost_parts.h"
#include "study/sweep/sweep_json.h"
#include "study/sweep/sweep_names.h"
#include "study/sweep/sweep_read.h"
#include "tests/unit/findings_text.h"
#include "tests/unit/temp_dir.h"

static const TableForm PLAIN = {.style = STYLE_PLAIN};

static Sweep *read_text(const char *text, Findings *findings) {
    char *dir = temp_dir_make();
    temp_dir_write(dir, "sweep.yaml", text);
    g_autofree char *path = g_build_filename(dir, "sweep.yaml", NULL);
    bool unreadable;
    Sweep *sweep = sweep_read(path, findings, &unreadable);
    ck_assert_ptr_nonnull(sweep);
    temp_dir_remove(dir);
    return sweep;
}

typedef int Writer(const Sweep *sweep, const SweepRow *rows, const char *dir,
                   const TableForm *form);

static char *written(Writer *writer, const Sweep *sweep, const SweepRow *rows, const char *name) {
    char *dir = temp_dir_make();
    ck_assert_int_eq(writer(sweep, rows, dir, &PLAIN), 0);
    char *text = temp_dir_read(dir, name);
    ck_assert_ptr_nonnull(text);
    temp_dir_remove(dir);
    return text;
}

/** A row with a plan, of this margin. */
static SweepRow planned(double margin) {
    SweepRow row = sweep_row_missing();
    row.status = ROW_GAP;
    row.repeatable = 1;
    row.objective = margin;
    row.bound = margin + 1;
    row.relaxation = margin + 2;
    row.gap = 0.125;
    for (int i = 0; i < N_KPI_COLUMNS; i++) {
        row.kpi[i] = i;
    }
    row.kpi[KPI_COLUMN_MARGIN] = margin;
    return row;
}

static SweepRow failed(RowStatus status, const char *reason) {
    SweepRow row = sweep_row_missing();
    row.status = status;
    row.reason = reason;
    return row;
}

static char *line_of(const char *text, int index) {
    g_auto(GStrv) lines = g_strsplit(text, "\r\n", -1);
    ck_assert_uint_lt((guint)index, g_strv_length(lines));
    return g_strdup(lines[index]);
}

static void check_line(const char *text, int index, const char *expected) {
    g_autofree char *line = line_of(text, index);
    ck_assert_str_eq(line, expected);
}

START_TEST(the_columns_are_the_leaves_of_the_summary) {
    ck_assert_str_eq(kpi_columns[KPI_COLUMN_MARGIN].name, "margin");
    for (int part = 0; part < N_COST_PARTS; part++) {
        const KpiColumn *column = &kpi_columns[KPI_COLUMN_MARGIN + 1 + part];
        ck_assert_str_eq(column->group, "cost_parts");
        ck_assert_str_eq(column->key, cost_part_key((CostPart)part));
    }
    for (int i = 0; i < N_KPI_COLUMNS; i++) {
        ck_assert(result_column_is_ours(kpi_columns[i].name));
    }
    ck_assert(result_column_is_ours("margin_delta"));
    ck_assert(!result_column_is_ours("demand"));
}
END_TEST

START_TEST(results_have_a_row_for_each_point_that_has_one) {
    Sweep *sweep = sweep_of_names("a,b,c,d");
    const SweepRow rows[] = {planned(100), failed(ROW_INFEASIBLE, "line min X; must B1"),
                             sweep_row_missing(), planned(99.5), failed(ROW_CRASHED, "signal 11")};
    g_autofree char *text = written(results_csv_write, sweep, rows, "results.csv");
    g_autofree char *header = line_of(text, 0);
    ck_assert(g_str_has_prefix(header,
                               "id,name,scenarios,status,exit,reason,repeatable,objective,"
                               "bound,relaxation,gap,revenue,cost,margin,cost_parts_train,"));
    ck_assert(g_str_has_suffix(header, ",transit_hours_p90,lifts,margin_delta"));
    g_autofree char *base = line_of(text, 1);
    ck_assert(g_str_has_prefix(base, "0000,base,base,gap,0,,true,100.000000,101.000000,102.000000,"
                                     "0.125000,0.00,1.00,100.00,3.00,"));
    ck_assert(g_str_has_suffix(base, ",39.000000,40.000000,41,0.00"));
    g_autofree char *second = line_of(text, 2);
    ck_assert(g_str_has_prefix(second, "0001,a,a,infeasible,4,line min X; must B1,,,,,,"));
    g_autofree char *third = line_of(text, 3);
    ck_assert(g_str_has_prefix(third, "0003,c,c,gap,0,,true,"));
    ck_assert(g_str_has_suffix(third, ",41,-0.50"));
    g_autofree char *fourth = line_of(text, 4);
    ck_assert(g_str_has_prefix(fourth, "0004,d,d,crashed,1,signal 11,"));
    check_line(text, 5, "");
    sweep_free(sweep);
}
END_TEST

static const char GRID[] = "banlie-sweep: 1\n"
                           "scenarios: [s, base]\n"
                           "parameters: {x: {values: [10, 9]}, M: {values: [u, -1h]}}\n"
                           "changes: [{set: {at: $M, to: $x}}]\n";

START_TEST(effects_are_means_over_the_rows_of_a_value) {
    Findings *findings = findings_new();
    Sweep *sweep = read_text(GRID, findings);
    ck_assert_int_eq(sweep->n_points, 8);
    /* s: x=10 M=u, x=10 M=-1h, x=9 M=u, x=9 M=-1h; then base likewise. */
    const SweepRow rows[] = {planned(50),  planned(10),
                             planned(20),  planned(40),
                             planned(80),  failed(ROW_NO_PLAN, "limit"),
                             planned(1),   failed(ROW_CRASHED, "memory"),
                             planned(2.25)};
    g_autofree char *text = written(effects_csv_write, sweep, rows, "effects.csv");
    check_line(text, 0, "scenarios,parameter,value,rows,margin_mean,margin_delta,rank_correlation");
    check_line(text, 1, "base,M,-1h,2,1.63,-48.38,");
    check_line(text, 2, "base,M,u,0,,,");
    check_line(text, 3, "base,x,10,1,1.00,-49.00,");
    check_line(text, 4, "base,x,9,1,2.25,-47.75,");
    check_line(text, 5, "s,M,-1h,2,50.00,0.00,");
    check_line(text, 6, "s,M,u,2,25.00,-25.00,");
    check_line(text, 7, "s,x,10,2,15.00,-35.00,");
    check_line(text, 8, "s,x,9,2,60.00,10.00,");
    check_line(text, 9, "");
    sweep_free(sweep);
    findings_free(findings);
}
END_TEST

static const char SAMPLE[] = "banlie-sweep: 1\n"
                             "parameters: {x: {values: [0, 1, 2, 3]}, w: {values: [u, v]}}\n"
                             "changes: [{set: {at: $w, to: $x}}]\n"
                             "design: sample\ndraw: 8\n";

START_TEST(effects_of_a_sample_are_rank_correlations) {
    Findings *findings = findings_new();
    Sweep *sweep = read_text(SAMPLE, findings);
    SweepRow rows[9];
    SweepPoint *point = point_new(sweep);
    rows[0] = planned(1000);
    for (int i = 1; i <= 8; i++) { /* each of four values comes twice: the margin falls with it */
        point_set(sweep, i, point);
        rows[i] = planned(-exp(point->values[0].is.number));
    }
    point_free(point);
    g_autofree char *text = written(effects_csv_write, sweep, rows, "effects.csv");
    const double mean = -(1 + exp(1) + exp(2) + exp(3)) / 4;
    g_autofree char *first = g_strdup_printf("base,w,,8,%.2f,%.2f,", mean, mean - 1000);
    g_autofree char *second = g_strdup_printf("base,x,,8,%.2f,%.2f,-1.000000", mean, mean - 1000);
    check_line(text, 1, first);
    check_line(text, 2, second);
    rows[3] = failed(ROW_CASE_ERROR, "x");
    g_autofree char *fewer = written(effects_csv_write, sweep, rows, "effects.csv");
    g_autofree char *line = line_of(fewer, 2);
    ck_assert(g_str_has_prefix(line, "base,x,,7,"));
    sweep_free(sweep);
    findings_free(findings);
}
END_TEST

START_TEST(percentiles_are_those_of_an_entry_without_the_base) {
    Sweep *sweep = sweep_of_names("b,a,b,b,base");
    const SweepRow rows[] = {planned(50), planned(30), failed(ROW_NO_PLAN, "limit"), planned(10),
                             planned(20)};
    g_autofree char *text = written(percentiles_csv_write, sweep, rows, "percentiles.csv");
    check_line(text, 0, "scenarios,kpi,rows,p5,p10,p25,p50,p75,p90,p95");
    check_line(text, 1, "a,boxes_carried,0,,,,,,,");
    check_line(text, N_KPI_COLUMNS + 1, "b,boxes_carried,3,36,36,36,36,36,36,36");
    ck_assert_ptr_nonnull(
        strstr(text, "\r\nb,margin,3,10.00,10.00,10.00,20.00,30.00,30.00,30.00\r\n"));
    check_line(text, 2 * N_KPI_COLUMNS + 1, "");
    sweep_free(sweep);
}
END_TEST

START_TEST(relaxations_are_told_by_their_objective) {
    Sweep *sweep = sweep_of_names("a");
    SweepRow rows[] = {sweep_row_missing(), sweep_row_missing()};
    for (int i = 0; i < 2; i++) {
        rows[i].status = ROW_RELAXED;
        rows[i].objective = 7 - i / 3.0;
    }
    g_autofree char *spread = written(percentiles_csv_write, sweep, rows, "percentiles.csv");
    check_line(spread, 1,
               "a,objective,1,6.666667,6.666667,6.666667,6.666667,6.666667,6.666667,6.666667");
    check_line(spread, 2, "");
    g_autofree char *results = written(results_csv_write, sweep, rows, "results.csv");
    g_autofree char *line = line_of(results, 2);
    ck_assert(g_str_has_suffix(line, ",,,-0.33"));
    sweep_free(sweep);
}
END_TEST

START_TEST(words_of_statuses_are_read_back) {
    for (RowStatus status = ROW_OPTIMAL; status < N_ROW_STATUSES; status++) {
        ck_assert_int_eq(row_status_of(row_status_word(status)), status);
    }
    ck_assert_int_eq(row_status_of("lost"), ROW_MISSING);
}
END_TEST

static const char UNDERSTOOD[] =
    "{\n  \"version\": \"1.0\",\n  \"program\": \"abc\",\n  \"points\": 2,\n"
    "  \"flags\": {\n    \"gap\": \"0.001\",\n    \"cold\": null\n  },\n"
    "  \"scenarios\": [\n    \"a+b\"\n  ],\n"
    "  \"parameters\": [\n"
    "    {\n      \"name\": \"t\",\n      \"triangular\": [\n        0.0,\n        0.1,\n"
    "        24.0\n      ],\n      \"unit_minutes\": 60\n    },\n"
    "    {\n      \"name\": \"n\",\n      \"normal\": {\n        \"mean\": 1.0,\n"
    "        \"sd\": 0.2,\n        \"min\": 0.7,\n        \"max\": null\n      }\n    },\n"
    "    {\n      \"name\": \"v\",\n      \"values\": [\n        \"1.5\",\n        \"6h\"\n"
    "      ]\n    }\n  ],\n"
    "  \"changes\": [\n    {\n      \"set\": {\n        \"at\": \"$t\",\n"
    "        \"to\": [\n          \"$n\",\n          \"$v\"\n        ]\n      }\n    }\n  ],\n"
    "  \"design\": \"sample\",\n  \"draw\": 2,\n  \"seed\": \"18446744073709551615\",\n"
    "  \"method\": \"lhs\"\n}\n";

START_TEST(a_sweep_is_written_down_as_it_was_understood) {
    Findings *findings = findings_new();
    Sweep *sweep = read_text("banlie-sweep: 1\nscenarios: [[a, b]]\nparameters:\n"
                             "  t: {triangular: [0, 0.1, 24], unit: h}\n"
                             "  n: {normal: {mean: 1, sd: 0.2, min: 0.7}}\n"
                             "  v: {values: [1.50, 6h]}\n"
                             "changes: [{set: {at: $t, to: [$n, $v]}}]\n"
                             "design: sample\ndraw: 2\nseed: 18446744073709551615\n",
                             findings);
    const SweepFlag flags[] = {{"gap", "0.001"}, {"cold", NULL}};
    const SweepContext context = {.version = "1.0", .program = "abc", .flags = flags, .n_flags = 2};
    char *dir = temp_dir_make();
    ck_assert(sweep_json_put(sweep, &context, dir));
    ck_assert(sweep_json_put(sweep, &context, dir));
    g_autofree char *text = temp_dir_read(dir, "sweep.json");
    ck_assert_str_eq(text, UNDERSTOOD);
    temp_dir_remove(dir);
    ck_assert(!sweep_json_put(sweep, &context, "/nowhere/at/all"));
    sweep_free(sweep);
    findings_free(findings);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("sweep tables");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, the_columns_are_the_leaves_of_the_summary);
    tcase_add_test(cases, results_have_a_row_for_each_point_that_has_one);
    tcase_add_test(cases, effects_are_means_over_the_rows_of_a_value);
    tcase_add_test(cases, effects_of_a_sample_are_rank_correlations);
    tcase_add_test(cases, percentiles_are_those_of_an_entry_without_the_base);
    tcase_add_test(cases, relaxations_are_told_by_their_objective);
    tcase_add_test(cases, words_of_statuses_are_read_back);
    tcase_add_test(cases, a_sweep_is_written_down_as_it_was_understood);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed_tests = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed_tests == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
