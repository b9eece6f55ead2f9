/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Numbers, flags, codes and hints. */
#include <check.h>
#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "base/number_text.h"
#include "base/suggest.h"
#include "base/values.h"
#include "base/whole_number.h"

static double number_of(const char *text) {
    double number = -999;
    ck_assert_msg(number_parse(text, &number) == FAULT_NONE, "%s was refused", text);
    return number;
}

START_TEST(numbers_are_decimal) {
    ck_assert_double_eq(number_of("12"), 12);
    ck_assert_double_eq(number_of("-3.5"), -3.5);
    ck_assert_double_eq(number_of("+.5"), 0.5);
    ck_assert_double_eq(number_of("1."), 1);
    ck_assert_double_eq(number_of("1.2e6"), 1200000);
    ck_assert_double_eq(number_of("25E-1"), 2.5);
    ck_assert_double_eq(number_of("1e12"), 1e12);
    ck_assert_double_eq(number_of("007"), 7);
}
END_TEST

START_TEST(what_is_no_finite_decimal_number_is_refused) {
    static const char *const BAD[] = {"",         "-",   ".",    "e5",    "1e",    "1_000", "0x10",
                                      "0o17",     "1,5", ".inf", "-.Inf", ".nan",  "NaN",   "inf",
                                      "infinity", "12 ", " 12",  "12t",   "1e5.5", "++1",   "0b1"};
    double number;
    for (size_t i = 0; i < sizeof BAD / sizeof BAD[0]; i++) {
        ck_assert_msg(number_parse(BAD[i], &number) != FAULT_NONE, "%s was taken", BAD[i]);
    }
    ck_assert_int_eq(number_parse("1_000", &number), FAULT_UNDERSCORES);
    ck_assert_int_eq(number_parse(".inf", &number), FAULT_NOT_FINITE);
    ck_assert_int_eq(number_parse("1,5", &number), FAULT_COMMAS);
}
END_TEST

START_TEST(no_number_is_lost_for_its_size) {
    ck_assert_double_eq(number_of("1e999"), DBL_MAX);
    ck_assert_double_eq(number_of("-1e999"), -DBL_MAX);
    ck_assert_double_eq(number_of("1e-999"), DBL_TRUE_MIN);
    ck_assert_double_eq(number_of("-0.001e-999"), -DBL_TRUE_MIN);
    static const char *const ZEROS[] = {"0", "-0", "-0.0", "0e5", "-.0e-7", "+0.00", "00"};
    for (size_t i = 0; i < sizeof ZEROS / sizeof ZEROS[0]; i++) {
        double zero = number_of(ZEROS[i]);
        ck_assert_msg(zero == 0 && !signbit(zero), "%s is %g", ZEROS[i], zero);
    }
}
END_TEST

START_TEST(counts_are_whole) {
    int count;
    ck_assert_int_eq(count_parse("40", &count), FAULT_NONE);
    ck_assert_int_eq(count, 40);
    ck_assert_int_eq(count_parse("-7", &count), FAULT_NONE);
    ck_assert_int_eq(count, -7);
    ck_assert_int_eq(count_parse("010", &count), FAULT_NONE);
    ck_assert_int_eq(count, 10);
    ck_assert_int_eq(count_parse("4.5", &count), FAULT_NOT_WHOLE);
    ck_assert_int_eq(count_parse("4.0", &count), FAULT_NONE);
    ck_assert_int_eq(count, 4);
    ck_assert_int_eq(count_parse("1e3", &count), FAULT_NONE);
    ck_assert_int_eq(count, 1000);
    ck_assert_int_eq(count_parse("1e-3", &count), FAULT_NOT_WHOLE);
    ck_assert_int_eq(count_parse("many", &count), FAULT_NO_NUMBER);
    ck_assert_int_eq(count_parse("1000000001", &count), FAULT_TOO_LARGE);
    ck_assert_int_eq(count_parse("99999999999999999999", &count), FAULT_TOO_LARGE);
}
END_TEST

START_TEST(a_whole_number_never_leaves_an_int) {
    ck_assert_int_eq(whole_number(41), 41);
    ck_assert_int_eq(whole_number(-41.9), -41);
    ck_assert_int_eq(whole_number(1e300), INT_MAX);
    ck_assert_int_eq(whole_number((double)INT_MAX), INT_MAX);
    ck_assert_int_eq(whole_number((double)INT_MAX - 1), INT_MAX - 1);
    ck_assert_int_eq(whole_number((double)INT_MIN), INT_MIN);
    ck_assert_int_eq(whole_number(-HUGE_VAL), INT_MIN);
    ck_assert_int_eq(whole_number(HUGE_VAL), INT_MAX);
    ck_assert_int_eq(whole_number((double)NAN), 0);
}
END_TEST

START_TEST(flags_are_true_or_false) {
    bool flag = false;
    ck_assert_int_eq(flag_parse("true", &flag), FAULT_NONE);
    ck_assert(flag);
    ck_assert_int_eq(flag_parse("False", &flag), FAULT_NONE);
    ck_assert(!flag);
    static const char *const YES[] = {"yes", "YES", "是", "1", "TRUE"};
    static const char *const NO[] = {"no", "No", "否", "0", "FALSE"};
    for (size_t i = 0; i < sizeof YES / sizeof YES[0]; i++) {
        ck_assert_int_eq(flag_parse(YES[i], &flag), FAULT_NONE);
        ck_assert_msg(flag, "%s", YES[i]);
        ck_assert_int_eq(flag_parse(NO[i], &flag), FAULT_NONE);
        ck_assert_msg(!flag, "%s", NO[i]);
    }
    ck_assert_int_ne(flag_parse("2", &flag), FAULT_NONE);
    ck_assert_int_ne(flag_parse("y", &flag), FAULT_NONE);
}
END_TEST

/** What is written, what is said of its decimal mark, and what comes of it. */
typedef struct {
    const char *text;
    NumberMarks marks;
    Fault fault;
    double number;     /**< where it is read */
    const char *offer; /**< what is offered first where it is not, NULL: nothing */
} MarkedNumber;

START_TEST(numbers_with_marks_are_read_where_they_mean_one_thing) {
    static const MarkedNumber CASES[] = {
        {"41,900.00", MARKS_PLAIN, FAULT_NONE, 41900, NULL},
        {"41.900,00", MARKS_PLAIN, FAULT_NONE, 41900, NULL},
        {"-1,234,567.5", MARKS_EITHER, FAULT_NONE, -1234567.5, NULL},
        {"1.234.567,5", MARKS_EITHER, FAULT_NONE, 1234567.5, NULL},
        {"18,8", MARKS_EITHER, FAULT_NONE, 18.8, NULL},
        {"18,8", MARKS_PLAIN, FAULT_DECIMAL_COMMA, 0, "18.8"},
        {"18,8", MARKS_POINT, FAULT_DECIMAL_COMMA, 0, "18.8"},
        {"26,000", MARKS_EITHER, FAULT_TWO_READINGS, 0, "26000"},
        {"26,000", MARKS_COMMA, FAULT_NONE, 26, NULL},
        {"26,000", MARKS_POINT, FAULT_NONE, 26000, NULL},
        {"26.000", MARKS_EITHER, FAULT_NONE, 26, NULL},
        {"26.000", MARKS_COMMA, FAULT_NONE, 26000, NULL},
        {"18.8", MARKS_COMMA, FAULT_NONE, 18.8, NULL},
        {"1,200", MARKS_PLAIN, FAULT_GROUPED, 0, "1200"},
        {"1 200", MARKS_PLAIN, FAULT_GROUPED, 0, "1200"},
        {"1 200,5", MARKS_EITHER, FAULT_GROUPED, 0, "1200.5"},
        {"1,200,000", MARKS_EITHER, FAULT_GROUPED, 0, "1200000"},
        {"1.200.000", MARKS_COMMA, FAULT_NONE, 1200000, NULL},
        {"75%", MARKS_PLAIN, FAULT_PERCENT, 0, "0.75"},
        {"12.5 %", MARKS_PLAIN, FAULT_PERCENT, 0, "0.125"},
        {"%", MARKS_PLAIN, FAULT_NO_NUMBER, 0, NULL},
        {"1,,2", MARKS_EITHER, FAULT_COMMAS, 0, NULL},
        {"12,34,567.8", MARKS_EITHER, FAULT_COMMAS, 0, NULL},
        {"1.2.3", MARKS_EITHER, FAULT_NO_NUMBER, 0, NULL},
        {"1,", MARKS_EITHER, FAULT_COMMAS, 0, NULL},
        {"1e3", MARKS_COMMA, FAULT_NONE, 1000, NULL},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        const MarkedNumber *it = &CASES[i];
        double number = -1;
        const Phrase why = number_text_parse(it->text, it->marks, &number);
        ck_assert_msg(why.code == (int)it->fault, "%s: %d", it->text, why.code);
        ck_assert_msg(why.code != FAULT_NONE || number == it->number, "%s is %g", it->text, number);
        ck_assert_msg(it->offer == NULL || strcmp(why.args[0].written, it->offer) == 0,
                      "%s: %s is offered", it->text, why.args[0].written);
    }
}
END_TEST

START_TEST(codes_begin_with_a_letter_or_digit_and_have_32_signs_at_most) {
    ck_assert_int_eq(code_check("CN-8020"), FAULT_NONE);
    ck_assert_int_eq(code_check("20GP"), FAULT_NONE);
    ck_assert_int_eq(code_check("a._-B"), FAULT_NONE);
    ck_assert_int_eq(code_check("12345678901234567890123456789012"), FAULT_NONE);
    ck_assert_int_ne(code_check("123456789012345678901234567890123"), FAULT_NONE);
    ck_assert_int_ne(code_check(""), FAULT_NONE);
    ck_assert_int_ne(code_check("-A"), FAULT_NONE);
    ck_assert_int_ne(code_check("A B"), FAULT_NONE);
    ck_assert_int_ne(code_check("义乌"), FAULT_NONE);
    ck_assert_int_ne(code_check("A\n"), FAULT_NONE);
}
END_TEST

START_TEST(ids_have_letters_and_digits_of_any_script) {
    static const char *const good[] = {"B1",     "1",     "义乌/2026-001#A", "Ж-7", "12/3",
                                       "a._-/#", "हिन्दी", "X\xCC\x81",       "٣"};
    static const char *const bad[] = {"",    "-1",        "/1",        "#1",  "_a",  ".a",  "a b",
                                      "a,b", "a;b",       "a@b",       "x!y", "a\n", "ＡB", "Aー１",
                                      "ｶ",   "\xCC\x81x", "a\xC2\xA0", "😀",  "\xFF"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        ck_assert_msg(id_check(good[i]) == FAULT_NONE, "%s", good[i]);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ck_assert_msg(id_check(bad[i]) == FAULT_NO_ID, "%s", bad[i]);
    }
}
END_TEST

START_TEST(the_length_of_an_id_is_that_of_its_composed_form) {
    g_autoptr(GString) long_id = g_string_new(NULL);
    for (int i = 0; i < 64; i++) {
        g_string_append(long_id, "A\xCC\x81"); /* an accent after its letter: one character */
    }
    ck_assert_int_eq(id_check(long_id->str), FAULT_NONE);
    g_string_append(long_id, "Ж");
    ck_assert_int_eq(id_check(long_id->str), FAULT_NO_ID);
    g_autofree char *composed = text_composed("A\xCC\x81");
    ck_assert_str_eq(composed, "\xC3\x81");
    g_autofree char *odd = text_composed("\xFF");
    ck_assert_str_eq(odd, "\xFF");
}
END_TEST

START_TEST(norway_is_a_country) {
    ck_assert_int_eq(country_check("NO"), FAULT_NONE);
    ck_assert_int_ne(country_check("no"), FAULT_NONE);
    ck_assert_int_ne(country_check("CHN"), FAULT_NONE);
    ck_assert_int_ne(country_check("C1"), FAULT_NONE);
}
END_TEST

START_TEST(edit_distance_counts_changes) {
    ck_assert_int_eq(edit_distance("route", "route", 3), 0);
    ck_assert_int_eq(edit_distance("rotue", "route", 3), 1);
    ck_assert_int_eq(edit_distance("rout", "route", 3), 1);
    ck_assert_int_eq(edit_distance("routes", "route", 3), 1);
    ck_assert_int_eq(edit_distance("Route", "route", 3), 0);
    ck_assert_int_eq(edit_distance("kitten", "sitting", 5), 3);
    ck_assert_int_eq(edit_distance("abc", "xyz", 1), 2);
}
END_TEST

START_TEST(the_nearest_word_is_suggested_and_none_that_is_far) {
    Suggestion suggestion = suggestion_start("revenu");
    suggestion_try(&suggestion, "reefer");
    suggestion_try(&suggestion, "revenue");
    ck_assert_str_eq(suggestion.best, "revenue");
    suggestion = suggestion_start("colour");
    suggestion_try(&suggestion, "revenue");
    ck_assert_ptr_null(suggestion.best);
    suggestion = suggestion_start("");
    suggestion_try(&suggestion, "a");
    ck_assert_ptr_null(suggestion.best);
}
END_TEST

START_TEST(of_equally_near_words_the_first_is_suggested) {
    Suggestion suggestion = suggestion_start("YIX");
    suggestion_try(&suggestion, "YIW");
    suggestion_try(&suggestion, "YIZ");
    ck_assert_str_eq(suggestion.best, "YIW");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("values");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, numbers_are_decimal);
    tcase_add_test(cases, what_is_no_finite_decimal_number_is_refused);
    tcase_add_test(cases, no_number_is_lost_for_its_size);
    tcase_add_test(cases, counts_are_whole);
    tcase_add_test(cases, a_whole_number_never_leaves_an_int);
    tcase_add_test(cases, flags_are_true_or_false);
    tcase_add_test(cases, numbers_with_marks_are_read_where_they_mean_one_thing);
    tcase_add_test(cases, codes_begin_with_a_letter_or_digit_and_have_32_signs_at_most);
    tcase_add_test(cases, ids_have_letters_and_digits_of_any_script);
    tcase_add_test(cases, the_length_of_an_id_is_that_of_its_composed_form);
    tcase_add_test(cases, norway_is_a_country);
    tcase_add_test(cases, edit_distance_counts_changes);
    tcase_add_test(cases, the_nearest_word_is_suggested_and_none_that_is_far);
    tcase_add_test(cases, of_equally_near_words_the_first_is_suggested);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
