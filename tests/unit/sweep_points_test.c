/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Points of sweep files. The files in `points` were worked out by another program; the program's
 * argument is the folder that they lie in. */
#include <check.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "study/sweep/named_changes.h"
#include "study/sweep/points.h"
#include "study/sweep/sweep_names.h"
#include "study/sweep/sweep_read.h"
#include "study/sweep/sweep_tables.h"
#include "tests/unit/findings_text.h"
#include "tests/unit/temp_dir.h"

static const TableForm PLAIN = {.style = STYLE_PLAIN, .bom = true};

/** A sweep with what its places need. */
typedef struct {
    Findings *findings;
    Sweep *sweep;
} SweepFixture;

static SweepFixture sweep_of_file(const char *path) {
    SweepFixture fixture = {.findings = findings_new()};
    bool unreadable;
    fixture.sweep = sweep_read(path, fixture.findings, &unreadable);
    if (fixture.sweep == NULL) {
        findings_print(fixture.findings, LANG_EN, stderr);
        ck_abort_msg("%s cannot be read", path);
    }
    return fixture;
}

static SweepFixture sweep_of_text(const char *text) {
    g_autofree char *path = NULL;
    const int file = g_file_open_tmp("banlie-XXXXXX.yaml", &path, NULL);
    ck_assert_int_ge(file, 0);
    close(file);
    g_autofree char *whole = g_strconcat("banlie-sweep: 1\n", text, NULL);
    ck_assert(g_file_set_contents(path, whole, -1, NULL));
    const SweepFixture fixture = sweep_of_file(path);
    g_remove(path);
    return fixture;
}

static void sweep_fixture_free(SweepFixture *fixture) {
    sweep_free(fixture->sweep);
    findings_free(fixture->findings);
}

static char *name_of(const Sweep *sweep, int number) {
    SweepPoint *point = point_new(sweep);
    point_set(sweep, number, point);
    char *name = point_name(sweep, point);
    point_free(point);
    return name;
}

static void check_name(const Sweep *sweep, int number, const char *expected) {
    g_autofree char *name = name_of(sweep, number);
    ck_assert_str_eq(name, expected);
}

/* ---- against files made elsewhere ---- */

static const char *const POINT_FILES[] = {"1", "3", "5", "7"};

static void check_scenarios_csv(const Sweep *sweep, const char *expected_path) {
    char *dir = temp_dir_make();
    ck_assert_int_eq(scenarios_csv_write(sweep, dir, &PLAIN), 0);
    g_autofree char *path = g_build_filename(dir, "scenarios.csv", NULL);
    g_autofree char *found = NULL;
    g_autofree char *expected = NULL;
    ck_assert(g_file_get_contents(path, &found, NULL, NULL));
    ck_assert(g_file_get_contents(expected_path, &expected, NULL, NULL));
    g_auto(GStrv) found_lines = g_strsplit(found, "\r\n", -1);
    g_auto(GStrv) expected_lines = g_strsplit_set(expected, "\n", -1);
    ck_assert_uint_eq(g_strv_length(found_lines), g_strv_length(expected_lines));
    for (int i = 0; found_lines[i] != NULL; i++) {
        ck_assert_str_eq(found_lines[i], g_strchomp(expected_lines[i]));
    }
    temp_dir_remove(dir);
}

START_TEST(the_points_are_those_of_another_program) {
    g_autofree char *file = g_strconcat("points/", POINT_FILES[_i], ".yaml", NULL);
    g_autofree char *expected = g_strconcat("points/", POINT_FILES[_i], ".csv", NULL);
    SweepFixture fixture = sweep_of_file(file);
    check_scenarios_csv(fixture.sweep, expected);
    sweep_fixture_free(&fixture);
}
END_TEST

/* ---- by hand ---- */

/** A sample of one parameter `x`, used once. */
static SweepFixture sample_of(const char *parameter, int draw, const char *method) {
    g_autofree char *text =
        g_strdup_printf("parameters: {x: %s}\nchanges: [{scale: {demand: {}, boxes: $x}}]\n"
                        "design: sample\ndraw: %d\nseed: 7\nmethod: %s\n",
                        parameter, draw, method);
    return sweep_of_text(text);
}

static double number_of(const Sweep *sweep, int number, int parameter) {
    SweepPoint *point = point_new(sweep);
    point_set(sweep, number, point);
    const double value = point->values[parameter].is.number;
    point_free(point);
    return value;
}

START_TEST(a_latin_hypercube_and_a_random_sample_are_as_published) {
    static const double lhs[] = {1.178627, 0.967276, 0.827418, 1.019809};
    static const double plain[] = {1.114509, 1.069103, 0.909672, 0.879236};
    static const int order[] = {3, 1, 0, 2};
    SweepFixture first = sample_of("{uniform: [0.8, 1.2]}", 4, "lhs");
    SweepFixture second = sample_of("{uniform: [0.8, 1.2]}", 4, "random");
    ck_assert_ptr_null(second.sweep->parameters[0].strata);
    for (int i = 0; i < 4; i++) {
        ck_assert_int_eq(first.sweep->parameters[0].strata[i], order[i]);
        ck_assert_double_eq(number_of(first.sweep, i + 1, 0), lhs[i]);
        ck_assert_double_eq(number_of(second.sweep, i + 1, 0), plain[i]);
    }
    sweep_fixture_free(&first);
    sweep_fixture_free(&second);
}
END_TEST

START_TEST(a_longer_random_sample_begins_with_the_shorter_one) {
    SweepFixture brief = sample_of("{normal: {mean: 5, sd: 2, min: 0}}", 37, "random");
    SweepFixture longer = sample_of("{normal: {mean: 5, sd: 2, min: 0}}", 200, "random");
    for (int i = 1; i <= 37; i++) {
        g_autofree char *name = name_of(brief.sweep, i);
        check_name(longer.sweep, i, name);
    }
    sweep_fixture_free(&brief);
    sweep_fixture_free(&longer);
}
END_TEST

START_TEST(a_latin_hypercube_falls_into_each_part_once) {
    enum { DRAW = 250, PARAMETERS = 3 };
    SweepFixture fixture =
        sweep_of_text("parameters:\n"
                      "  a: {uniform: [0, 250]}\n"
                      "  b: {uniform: [0, 250]}\n"
                      "  c: {uniform: [0, 250]}\n"
                      "changes: [{scale: {demand: {}, boxes: $a, tonnes: $b, revenue: $c}}]\n"
                      "design: sample\ndraw: 250\nseed: 18446744073709551615\n");
    bool same = true;
    for (int j = 0; j < PARAMETERS; j++) {
        bool hit[DRAW] = {false};
        for (int i = 1; i <= DRAW; i++) {
            const int part = (int)number_of(fixture.sweep, i, j);
            ck_assert_int_lt(part, DRAW);
            ck_assert(!hit[part]);
            hit[part] = true;
            same = same && part == (int)number_of(fixture.sweep, i, 0);
        }
    }
    ck_assert_msg(!same, "the parameters go together");
    sweep_fixture_free(&fixture);
}
END_TEST

START_TEST(values_of_a_sample_are_about_as_frequent_as_each_other) {
    SweepFixture fixture = sample_of("{values: [1, 2, 4, 8]}", 400, "lhs");
    int counts[9] = {0};
    for (int i = 1; i <= 400; i++) {
        counts[(int)number_of(fixture.sweep, i, 0)]++;
    }
    ck_assert_int_eq(counts[1], 100);
    ck_assert_int_eq(counts[2], 100);
    ck_assert_int_eq(counts[4], 100);
    ck_assert_int_eq(counts[8], 100);
    sweep_fixture_free(&fixture);
}
END_TEST

START_TEST(the_last_parameter_of_a_grid_is_fastest_and_the_entry_slowest) {
    SweepFixture fixture =
        sweep_of_text("scenarios: [base, [a, b]]\n"
                      "parameters: {x: {values: [1, 2]}, y: {values: [u, v, w]}}\n"
                      "changes: [{set: {at: $y, to: $x}}]\n");
    const Sweep *sweep = fixture.sweep;
    ck_assert_int_eq(sweep->n_points, 12);
    check_name(sweep, 0, "base");
    check_name(sweep, 1, "base;x=1;y=u");
    check_name(sweep, 2, "base;x=1;y=v");
    check_name(sweep, 4, "base;x=2;y=u");
    check_name(sweep, 7, "a+b;x=1;y=u");
    check_name(sweep, 12, "a+b;x=2;y=w");
    char id[POINT_ID_SIZE];
    ck_assert_str_eq(point_id(sweep, 12, id), "0012");
    sweep_fixture_free(&fixture);
}
END_TEST

START_TEST(one_at_a_time_sets_one_and_makes_its_changes_and_those_of_none) {
    SweepFixture fixture =
        sweep_of_text("scenarios: [s]\n"
                      "parameters: {x: {values: [1, 2]}, y: {values: [3]}}\n"
                      "changes:\n"
                      "  - {set: {at: horizon.weeks, to: $x}}\n"
                      "  - {set: {at: horizon.tail, to: 9d}}\n"
                      "  - {set: {at: stations.A.trains_per_day, to: [$y, {b: $y}, $$y, y]}}\n"
                      "design: one_at_a_time\n");
    const Sweep *sweep = fixture.sweep;
    ck_assert_int_eq(sweep->n_points, 3);
    check_name(sweep, 2, "s;x=2");
    check_name(sweep, 3, "s;y=3");
    SweepPoint *point = point_new(sweep);
    Arena *arena = arena_new();
    point_set(sweep, 3, point);
    const Node *changes = named_changes_at(sweep, point, arena);
    ck_assert_int_eq(changes->count, 2);
    ck_assert_ptr_eq(changes->items[0], sweep->changes->items[1]);
    const Node *to = node_get(node_get(changes->items[1], "set"), "to");
    ck_assert_str_eq(to->items[0]->text, "3");
    ck_assert_int_eq(to->items[0]->place.line, 7);
    ck_assert_int_eq(to->items[0]->place.column, 48);
    ck_assert_str_eq(node_get(to->items[1], "b")->text, "3");
    ck_assert_str_eq(to->items[2]->text, "$$y");
    ck_assert_ptr_eq(node_get(node_get(changes->items[1], "set"), "at"),
                     node_get(node_get(sweep->changes->items[2], "set"), "at"));
    ck_assert_str_eq(node_get(node_get(sweep->changes->items[2], "set"), "to")->items[0]->text,
                     "$y");
    point_set(sweep, 0, point);
    ck_assert_int_eq(named_changes_at(sweep, point, arena)->count, 0);
    arena_free(arena);
    point_free(point);
    sweep_fixture_free(&fixture);
}
END_TEST

START_TEST(units_make_whole_minutes_halves_away_from_zero) {
    SweepFixture fixture =
        sweep_of_text("parameters: {x: {values: [13.7, 0.025, -0.025, 1e2, 0], unit: h}}\n"
                      "changes: [{shift: {slots: A, by: $x}}]\n");
    check_name(fixture.sweep, 1, "base;x=822m");
    check_name(fixture.sweep, 2, "base;x=2m");
    check_name(fixture.sweep, 3, "base;x=-2m");
    check_name(fixture.sweep, 4, "base;x=6000m");
    check_name(fixture.sweep, 5, "base;x=0m");
    ck_assert_double_eq(number_of(fixture.sweep, 1, 0), 822);
    sweep_fixture_free(&fixture);
}
END_TEST

START_TEST(given_values_are_written_as_short_as_can_be) {
    SweepFixture fixture = sweep_of_text(
        "parameters: {x: {values: [1.50, 2e3, -0, .000001, 6h, \"1.50\", word, 123456789012.25]}}\n"
        "changes: [{set: {at: horizon.weeks, to: \"$x\"}}]\n");
    static const char *const names[] = {"1.5", "2000", "0",    "0.000001",
                                        "6h",  "1.50", "word", "123456789012.25"};
    for (int i = 0; i < 8; i++) {
        g_autofree char *name = g_strconcat("base;x=", names[i], NULL);
        check_name(fixture.sweep, i + 1, name);
    }
    ck_assert_double_eq(number_of(fixture.sweep, 5, 0), 360);
    ck_assert_double_nan(number_of(fixture.sweep, 7, 0));
    sweep_fixture_free(&fixture);
}
END_TEST

START_TEST(the_base_alone_is_no_further_point) {
    SweepFixture nothing = sweep_of_text("scenarios: [base]\n");
    ck_assert_int_eq(nothing.sweep->n_points, 0);
    sweep_fixture_free(&nothing);
    SweepFixture named = sweep_of_text("scenarios: [a, base, b]\n");
    ck_assert_int_eq(named.sweep->n_points, 2);
    check_name(named.sweep, 1, "a");
    check_name(named.sweep, 2, "b");
    sweep_fixture_free(&named);
}
END_TEST

START_TEST(a_list_of_names_is_a_sweep_of_scenarios) {
    Sweep *sweep = sweep_of_names("khorgos-shut,base,base+surge+x");
    ck_assert_int_eq(sweep->n_points, 2);
    check_name(sweep, 1, "khorgos-shut");
    check_name(sweep, 2, "base+surge+x");
    ck_assert_int_eq(sweep->entries[2].n_args, 2);
    ck_assert_str_eq(sweep->entries[2].args[1], "x");
    sweep_free(sweep);
    static const char *const wrong[] = {"", ",", "a,", "a+", "a,,b", "+"};
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
        ck_assert_ptr_null(sweep_of_names(wrong[i]));
    }
}
END_TEST

int main(int argc, char **argv) {
    if (argc < 2 || chdir(argv[1]) != 0) {
        fputs("usage: sweep_points_test FOLDER\n", stderr);
        return EXIT_FAILURE;
    }
    Suite *suite = suite_create("sweep points");
    TCase *cases = tcase_create("all");
    tcase_add_loop_test(cases, the_points_are_those_of_another_program, 0,
                        (int)G_N_ELEMENTS(POINT_FILES));
    tcase_add_test(cases, a_latin_hypercube_and_a_random_sample_are_as_published);
    tcase_add_test(cases, a_longer_random_sample_begins_with_the_shorter_one);
    tcase_add_test(cases, a_latin_hypercube_falls_into_each_part_once);
    tcase_add_test(cases, values_of_a_sample_are_about_as_frequent_as_each_other);
    tcase_add_test(cases, the_last_parameter_of_a_grid_is_fastest_and_the_entry_slowest);
    tcase_add_test(cases, one_at_a_time_sets_one_and_makes_its_changes_and_those_of_none);
    tcase_add_test(cases, units_make_whole_minutes_halves_away_from_zero);
    tcase_add_test(cases, given_values_are_written_as_short_as_can_be);
    tcase_add_test(cases, the_base_alone_is_no_further_point);
    tcase_add_test(cases, a_list_of_names_is_a_sweep_of_scenarios);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
