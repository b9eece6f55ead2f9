/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Findings: what is kept, in which order, and how it is written. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "tests/unit/findings_text.h"

static Findings *findings;

static void set_up(void) {
    findings = findings_new();
}

static void tear_down(void) {
    findings_free(findings);
}

static void expect_print(const char *expected) {
    char *text = findings_text(findings);
    ck_assert_str_eq(text, expected);
    free(text);
}

START_TEST(a_finding_is_written_with_its_place) {
    findings_error(findings, (Place){"a.yaml", 3, 7}, "km: %d is below 0", -4);
    findings_warning(findings, (Place){"a.yaml", 4, 0}, "odd");
    findings_error(findings, (Place){"b.csv", 0, 0}, "no header");
    findings_error(findings, (Place){NULL, 0, 0}, "nothing is given");
    ck_assert_int_eq(findings_errors(findings), 3);
    ck_assert_int_eq(findings_warnings(findings), 1);
    char *text = findings_text(findings);
    ck_assert_ptr_nonnull(strstr(text, "a.yaml:3:7: error: km: -4 is below 0\n"));
    ck_assert_ptr_nonnull(strstr(text, "a.yaml:4: warning: odd\n"));
    ck_assert_ptr_nonnull(strstr(text, "b.csv: error: no header\n"));
    ck_assert_ptr_nonnull(strstr(text, "error: nothing is given\n"));
    free(text);
}
END_TEST

START_TEST(nothing_found_is_nothing_written) {
    expect_print("");
    ck_assert_int_eq(findings_count(findings), 0);
}
END_TEST

START_TEST(findings_stand_in_the_order_of_their_places) {
    findings_file_name(findings, "main.yaml");
    findings_error(findings, (Place){"part.yaml", 1, 1}, "f");
    findings_error(findings, (Place){"main.yaml", 10, 2}, "d");
    findings_error(findings, (Place){"main.yaml", 9, 30}, "b");
    findings_warning(findings, (Place){"main.yaml", 10, 2}, "e");
    findings_error(findings, (Place){"main.yaml", 9, 4}, "a");
    findings_error(findings, (Place){"main.yaml", 10, 1}, "c");
    expect_print("main.yaml:9:4: error: a\n"
                 "main.yaml:9:30: error: b\n"
                 "main.yaml:10:1: error: c\n"
                 "main.yaml:10:2: error: d\n"
                 "main.yaml:10:2: warning: e\n"
                 "part.yaml:1:1: error: f\n");
}
END_TEST

START_TEST(a_finding_recorded_after_looking_still_finds_its_place) {
    findings_error(findings, (Place){"a", 2, 1}, "second");
    ck_assert_str_eq(findings_get(findings, 0)->text, "second");
    findings_error(findings, (Place){"a", 1, 1}, "first");
    ck_assert_str_eq(findings_get(findings, 0)->text, "first");
    ck_assert_str_eq(findings_get(findings, 1)->text, "second");
}
END_TEST

START_TEST(the_same_finding_is_told_once) {
    findings_error(findings, (Place){"a", 1, 1}, "x");
    findings_error(findings, (Place){"a", 1, 1}, "x");
    findings_warning(findings, (Place){"a", 1, 1}, "x");
    findings_error(findings, (Place){"a", 1, 2}, "x");
    expect_print("a:1:1: error: x\na:1:1: warning: x\na:1:2: error: x\n");
    ck_assert_int_eq(findings_errors(findings), 2);
    ck_assert_int_eq(findings_warnings(findings), 1);
}
END_TEST

START_TEST(a_hundred_are_shown_and_the_rest_counted) {
    for (int i = 1; i <= 103; i++) {
        findings_error(findings, (Place){"a", i, 1}, "x");
    }
    char *text = findings_text(findings);
    ck_assert_ptr_nonnull(strstr(text, "a:100:1: error: x\n… and 3 more\n"));
    ck_assert_ptr_null(strstr(text, "a:101:"));
    free(text);
    ck_assert_int_eq(findings_errors(findings), 103);
}
END_TEST

START_TEST(a_flood_is_counted_without_being_kept) {
    for (int i = 1; i <= 30000; i++) {
        findings_error(findings, (Place){"a", i, 1}, "x");
    }
    ck_assert_int_eq(findings_errors(findings), 30000);
    ck_assert_int_le(findings_count(findings), 10000);
    char *text = findings_text(findings);
    ck_assert_ptr_nonnull(strstr(text, "… and 29900 more\n"));
    free(text);
}
END_TEST

START_TEST(a_text_is_one_line_that_moves_no_cursor) {
    findings_error(findings, (Place){"a", 1, 1}, "a\nb\tc\x1b[31m\x7f\xc2\x9b\xe2\x80\xa8z");
    expect_print("a:1:1: error: a\\nb\\tc\\x1b[31m\\x7f\\x9b\\x2028z\n");
}
END_TEST

START_TEST(a_text_that_is_not_utf8_becomes_so) {
    findings_error(findings, (Place){"a", 1, 1}, "a\xff\xfe");
    ck_assert(g_utf8_validate(findings_get(findings, 0)->text, -1, NULL));
}
END_TEST

START_TEST(a_long_text_is_cut) {
    char *text = g_strnfill(100000, 'x');
    findings_error(findings, (Place){"a", 1, 1}, "%s", text);
    g_free(text);
    const char *kept = findings_get(findings, 0)->text;
    ck_assert(g_str_has_suffix(kept, "x…"));
    ck_assert_uint_lt(strlen(kept), 600);
}
END_TEST

START_TEST(a_file_name_is_kept_as_one_copy) {
    char name[] = "a.yaml";
    const char *kept = findings_file_name(findings, name);
    name[0] = 'b';
    ck_assert_str_eq(kept, "a.yaml");
    ck_assert_ptr_eq(findings_file_name(findings, "a.yaml"), kept);
    findings_error(findings, (Place){"a.yaml", 1, 1}, "x");
    ck_assert_ptr_eq(findings_get(findings, 0)->place.file, kept);
}
END_TEST

START_TEST(a_file_name_with_control_characters_is_written_harmless) {
    findings_error(findings, (Place){"a\x1b[2J\n", 1, 1}, "x");
    expect_print("a\\x1b[2J\\n:1:1: error: x\n");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("findings");
    TCase *cases = tcase_create("all");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_test(cases, a_finding_is_written_with_its_place);
    tcase_add_test(cases, nothing_found_is_nothing_written);
    tcase_add_test(cases, findings_stand_in_the_order_of_their_places);
    tcase_add_test(cases, a_finding_recorded_after_looking_still_finds_its_place);
    tcase_add_test(cases, the_same_finding_is_told_once);
    tcase_add_test(cases, a_hundred_are_shown_and_the_rest_counted);
    tcase_add_test(cases, a_flood_is_counted_without_being_kept);
    tcase_add_test(cases, a_text_is_one_line_that_moves_no_cursor);
    tcase_add_test(cases, a_text_that_is_not_utf8_becomes_so);
    tcase_add_test(cases, a_long_text_is_cut);
    tcase_add_test(cases, a_file_name_is_kept_as_one_copy);
    tcase_add_test(cases, a_file_name_with_control_characters_is_written_harmless);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
