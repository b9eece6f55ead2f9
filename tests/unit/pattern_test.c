/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Patterns of rules against whole codes. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/fault.h"
#include "base/pattern.h"

static Phrase *why;
static PatternBudget budget = {PATTERN_BUDGET_STEPS};

static void expect_match(const char *text, const char *code, bool matches) {
    Pattern *pattern = pattern_new(text, &budget, &why);
    ck_assert_msg(pattern != NULL, "%s", text);
    ck_assert_str_eq(pattern_text(pattern), text);
    ck_assert_msg(pattern_matches(pattern, code) == matches, "%s on %s", text, code);
    ck_assert_ptr_null(pattern_gave_up(pattern));
    pattern_free(pattern);
}

START_TEST(the_whole_code_has_to_match) {
    expect_match("YIW", "YIW", true);
    expect_match("YIW", "YIW-DUI", false);
    expect_match("DUI", "YIW-DUI", false);
    expect_match("YIW-.*", "YIW-DUI", true);
    expect_match(".*-YIW", "YIW-DUI", false);
}
END_TEST

START_TEST(alternatives_are_whole_codes_too) {
    expect_match("ERE|MAN", "MAN", true);
    expect_match("ERE|MAN", "ERE", true);
    expect_match("ERE|MAN", "MANZ", false);
    expect_match("ERE|MAN", "XERE", false);
    expect_match("A|AB", "AB", true);
}
END_TEST

START_TEST(case_counts_and_dots_stand_for_any_character) {
    expect_match("yiw", "YIW", false);
    expect_match("(?i)yiw", "YIW", true);
    expect_match("CN.8020", "CN-8020", true);
    expect_match("X80.*", "X8020", true);
}
END_TEST

START_TEST(a_line_end_at_the_end_is_part_of_the_code) {
    expect_match("YIW", "YIW\n", false);
    expect_match("YIW$", "YIW\n", false);
}
END_TEST

START_TEST(an_empty_pattern_matches_an_empty_code_only) {
    expect_match("", "", true);
    expect_match("", "YIW", false);
}
END_TEST

START_TEST(a_text_that_is_no_pattern_is_refused_with_its_place) {
    static const char *const BAD[] = {"YIW-(", "*", "[", "a\\C"};
    static const char *const AFTER[] = {"5", "0", "1", "3"};
    for (size_t i = 0; i < G_N_ELEMENTS(BAD); i++) {
        ck_assert_ptr_null(pattern_new(BAD[i], &budget, &why));
        ck_assert_int_eq(why->code, FAULT_PATTERN_SYNTAX);
        ck_assert_msg(strcmp(why->args[1].written, AFTER[i]) == 0, "%s after %s", BAD[i],
                      why->args[1].written);
        g_free(why);
    }
}
END_TEST

START_TEST(a_pattern_too_long_is_refused) {
    char *text = g_strnfill(1001, 'a');
    ck_assert_ptr_null(pattern_new(text, &budget, &why));
    ck_assert_int_eq(why->code, FAULT_PATTERN_LENGTH);
    ck_assert_str_eq(why->args[0].written, "1000");
    g_free(why);
    text[1000] = '\0';
    Pattern *pattern = pattern_new(text, &budget, &why);
    ck_assert_ptr_nonnull(pattern);
    pattern_free(pattern);
    g_free(text);
}
END_TEST

START_TEST(a_pattern_run_wild_gives_up_and_matches_nothing) {
    Pattern *pattern = pattern_new("(a+)+b|(a|a)+c", &budget, &why);
    ck_assert_ptr_nonnull(pattern);
    ck_assert(!pattern_matches(pattern, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaad"));
    pattern_free(pattern);
    pattern = pattern_new("((a+)+)+(b|\\1)", &budget, &why);
    ck_assert_ptr_nonnull(pattern);
    ck_assert(!pattern_matches(pattern, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"));
    ck_assert_ptr_nonnull(pattern_gave_up(pattern));
    ck_assert(pattern_matches(pattern, "ab"));
    pattern_free(pattern);
}
END_TEST

START_TEST(the_patterns_of_a_case_share_what_long_matches_may_cost) {
    static const char wild[] = "((A+)+)+[xB]|OUT", code[] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    PatternBudget small = {30000};
    Pattern *first = pattern_new(wild, &small, &why);
    Pattern *second = pattern_new(wild, &small, &why);
    Pattern *plain = pattern_new("(YIW|XIA)-.*", &small, &why);
    ck_assert(!pattern_matches(first, code));
    ck_assert_str_eq(pattern_gave_up(first), code);
    ck_assert_int_lt(small.steps, 0);
    const int64_t left = small.steps;
    ck_assert(!pattern_matches(second, code));
    ck_assert_int_ge(small.steps, left - 1);
    ck_assert(pattern_matches(plain, "XIA-DUI") && !pattern_matches(plain, "DUI-XIA"));
    ck_assert_ptr_null(pattern_gave_up(plain));
    pattern_free(first);
    pattern_free(second);
    pattern_free(plain);
}
END_TEST

START_TEST(a_long_match_is_paid_for_once) {
    PatternBudget own = {PATTERN_BUDGET_STEPS};
    Pattern *pattern = pattern_new("(A|B|AB)*(A|B|AB)*[CX]", &own, &why);
    static const char code[] = "ABABABABABABAC";
    ck_assert(pattern_matches(pattern, code) && !pattern_matches(pattern, "ABABABABABABAD"));
    ck_assert_ptr_null(pattern_gave_up(pattern));
    const int64_t left = own.steps;
    ck_assert_int_lt(left, PATTERN_BUDGET_STEPS);
    for (int i = 0; i < 1000; i++) {
        ck_assert(pattern_matches(pattern, code) && !pattern_matches(pattern, "ABABABABABABAD"));
    }
    ck_assert_int_eq(own.steps, left);
    pattern_free(pattern);
}
END_TEST

START_TEST(long_lists_of_alternatives_cost_nothing) {
    GString *text = g_string_new("XIY-000");
    for (int i = 1; text->len < 980; i++) {
        g_string_append_printf(text, "|XIY-%03d", i);
    }
    PatternBudget own = {PATTERN_BUDGET_STEPS};
    Pattern *pattern = pattern_new(text->str, &own, &why);
    ck_assert(pattern_matches(pattern, "XIY-100") && !pattern_matches(pattern, "XIY-999"));
    ck_assert_int_eq(own.steps, PATTERN_BUDGET_STEPS);
    pattern_free(pattern);
    g_string_free(text, TRUE);
}
END_TEST

START_TEST(a_code_that_is_not_utf8_gives_up) {
    Pattern *pattern = pattern_new(".*", &budget, &why);
    ck_assert_ptr_nonnull(pattern);
    ck_assert(!pattern_matches(pattern, "\xff"));
    ck_assert_ptr_nonnull(pattern_gave_up(pattern));
    pattern_free(pattern);
}
END_TEST

START_TEST(no_pattern_matches_nothing) {
    ck_assert(!pattern_matches(NULL, "YIW"));
    ck_assert_ptr_null(pattern_gave_up(NULL));
    pattern_free(NULL);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("pattern");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, the_whole_code_has_to_match);
    tcase_add_test(cases, alternatives_are_whole_codes_too);
    tcase_add_test(cases, case_counts_and_dots_stand_for_any_character);
    tcase_add_test(cases, a_line_end_at_the_end_is_part_of_the_code);
    tcase_add_test(cases, an_empty_pattern_matches_an_empty_code_only);
    tcase_add_test(cases, a_text_that_is_no_pattern_is_refused_with_its_place);
    tcase_add_test(cases, a_pattern_too_long_is_refused);
    tcase_add_test(cases, a_pattern_run_wild_gives_up_and_matches_nothing);
    tcase_add_test(cases, the_patterns_of_a_case_share_what_long_matches_may_cost);
    tcase_add_test(cases, a_long_match_is_paid_for_once);
    tcase_add_test(cases, long_lists_of_alternatives_cost_nothing);
    tcase_add_test(cases, a_code_that_is_not_utf8_gives_up);
    tcase_add_test(cases, no_pattern_matches_nothing);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
