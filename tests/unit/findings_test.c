/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Findings: what is kept, and in which order. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>

#include "base/findings.h"

static Findings *findings;

static void set_up(void) {
    findings = findings_new();
}

static void tear_down(void) {
    findings_free(findings);
}

/** Expects findings of these codes in this order, ended by 0. */
static void expect_codes(const int *codes) {
    int count = 0;
    for (; codes[count] != 0; count++) {
        ck_assert_int_lt(count, findings_count(findings));
        ck_assert_int_eq(findings_get(findings, count)->phrase->code, codes[count]);
    }
    ck_assert_int_eq(findings_count(findings), count);
}

START_TEST(nothing_found_is_nothing_kept) {
    ck_assert_int_eq(findings_count(findings), 0);
    ck_assert_int_eq(findings_errors(findings), 0);
    ck_assert_int_eq(findings_warnings(findings), 0);
}
END_TEST

START_TEST(findings_stand_in_the_order_of_their_places) {
    findings_file_name(findings, "main.yaml");
    finding_error(findings, place_at("part.yaml", 1, 1), 6);
    finding_error(findings, place_at("main.yaml", 10, 2), 4);
    finding_error(findings, place_at("main.yaml", 9, 30), 2);
    finding_warning(findings, place_at("main.yaml", 10, 2), 5);
    finding_error(findings, place_at("main.yaml", 9, 4), 1);
    finding_error(findings, place_at("main.yaml", 10, 1), 3);
    expect_codes((int[]){1, 2, 3, 4, 5, 6, 0});
    ck_assert_int_eq(findings_get(findings, 4)->severity, FINDING_WARNING);
    ck_assert_str_eq(findings_get(findings, 5)->place.file, "part.yaml");
}
END_TEST

START_TEST(a_finding_recorded_after_looking_still_finds_its_place) {
    finding_error(findings, place_at("a", 2, 1), 2);
    expect_codes((int[]){2, 0});
    finding_error(findings, place_at("a", 1, 1), 1);
    expect_codes((int[]){1, 2, 0});
}
END_TEST

START_TEST(the_same_finding_is_told_once) {
    finding_error(findings, place_at("a", 1, 1), 1, "x");
    finding_error(findings, place_at("a", 1, 1), 1, "x");
    finding_warning(findings, place_at("a", 1, 1), 1, "x");
    finding_error(findings, place_at("a", 1, 1), 1, "y");
    finding_error(findings, place_at("a", 1, 2), 1, "x");
    ck_assert_int_eq(findings_errors(findings), 3);
    ck_assert_int_eq(findings_warnings(findings), 1);
    ck_assert_int_eq(findings_count(findings), 4);
}
END_TEST

START_TEST(a_finding_keeps_copies_of_what_it_tells) {
    char text[] = "yours";
    Phrase inner = PHRASE(2, text);
    finding_error(findings, place_at("a", 1, 1), 1, text, &inner);
    text[0] = 'o';
    inner.code = 3;
    const Phrase *kept = findings_get(findings, 0)->phrase;
    ck_assert_str_eq(kept->args[0].text, "yours");
    ck_assert_int_eq(kept->args[1].phrase->code, 2);
    ck_assert_str_eq(kept->args[1].phrase->args[0].text, "yours");
}
END_TEST

START_TEST(a_flood_is_counted_without_being_kept) {
    for (int i = 1; i <= 30000; i++) {
        finding_error(findings, place_at("a", i, 1), 1);
    }
    ck_assert_int_eq(findings_errors(findings), 30000);
    ck_assert_int_le(findings_count(findings), 10000);
}
END_TEST

START_TEST(a_file_name_is_kept_as_one_copy) {
    char name[] = "a.yaml";
    const char *kept = findings_file_name(findings, name);
    name[0] = 'b';
    ck_assert_str_eq(kept, "a.yaml");
    ck_assert_ptr_eq(findings_file_name(findings, "a.yaml"), kept);
    finding_error(findings, place_at("a.yaml", 1, 1), 1);
    ck_assert_ptr_eq(findings_get(findings, 0)->place.file, kept);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("findings");
    TCase *cases = tcase_create("all");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_test(cases, nothing_found_is_nothing_kept);
    tcase_add_test(cases, findings_stand_in_the_order_of_their_places);
    tcase_add_test(cases, a_finding_recorded_after_looking_still_finds_its_place);
    tcase_add_test(cases, the_same_finding_is_told_once);
    tcase_add_test(cases, a_finding_keeps_copies_of_what_it_tells);
    tcase_add_test(cases, a_flood_is_counted_without_being_kept);
    tcase_add_test(cases, a_file_name_is_kept_as_one_copy);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
