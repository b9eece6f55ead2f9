/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Phrases: what their gaps hold, and copies of them. */
#include <check.h>
#include <glib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/phrase.h"

START_TEST(a_phrase_has_as_many_gaps_as_it_is_given) {
    const Phrase last = PHRASE(7);
    ck_assert_int_eq(last.code, 7);
    ck_assert_int_eq(last.n_args, 0);
    const Phrase phrase = PHRASE(8, "a", 2, phrase_word(3), &last);
    ck_assert_int_eq(phrase.code, 8);
    ck_assert_int_eq(phrase.n_args, 4);
    ck_assert_int_eq(phrase.args[0].kind, PHRASE_TEXT);
    ck_assert_str_eq(phrase.args[0].text, "a");
    ck_assert_int_eq(phrase.args[1].kind, PHRASE_WRITTEN);
    ck_assert_str_eq(phrase.args[1].written, "2");
    ck_assert_int_eq(phrase.args[2].kind, PHRASE_WORD);
    ck_assert_int_eq(phrase.args[2].code, 3);
    ck_assert_ptr_eq(phrase.args[3].phrase, &last);
}
END_TEST

START_TEST(numbers_are_written_out) {
    ck_assert_str_eq(phrase_number(-2147483647 - 1).written, "-2147483648");
    ck_assert_str_eq(phrase_hex(0xab, 2).written, "AB");
    ck_assert_str_eq(phrase_hex(7, 4).written, "0007");
    ck_assert_str_eq(phrase_real(0.1).written, "0.1");
    ck_assert_str_eq(phrase_real(1e6).written, "1000000");
    ck_assert_str_eq(phrase_hours(0).written, "0h00m");
    ck_assert_str_eq(phrase_hours(84 * 60 + 5).written, "84h05m");
    ck_assert_str_eq(phrase_hours(INT64_MAX).written, "153722867280912930h07m");
}
END_TEST

START_TEST(a_copy_owns_all_it_refers_to) {
    char text[] = "text", inner_text[] = "inner";
    Phrase innermost = PHRASE(3, inner_text), inner = PHRASE(2, &innermost, inner_text);
    Phrase outer = PHRASE(1, text, &inner, 5);
    Phrase *copy = phrase_copy(&outer);
    memset(text, '#', strlen(text));
    memset(inner_text, '#', strlen(inner_text));
    innermost.code = inner.code = outer.code = 0;
    ck_assert_int_eq(copy->code, 1);
    ck_assert_str_eq(copy->args[0].text, "text");
    ck_assert_str_eq(copy->args[2].written, "5");
    const Phrase *inside = copy->args[1].phrase;
    ck_assert_int_eq(inside->code, 2);
    ck_assert_str_eq(inside->args[1].text, "inner");
    ck_assert_int_eq(inside->args[0].phrase->code, 3);
    ck_assert_str_eq(inside->args[0].phrase->args[0].text, "inner");
    g_free(copy);
}
END_TEST

START_TEST(a_copy_keeps_no_more_of_a_text_than_counts) {
    char *text = g_strnfill(10000, 'x');
    Phrase *copy = phrase_copy(&PHRASE(1, text, phrase_cut(text, 60), phrase_cut("ab", 60)));
    ck_assert_uint_eq(strlen(copy->args[0].text), PHRASE_TEXT_MAX);
    ck_assert_uint_eq(strlen(copy->args[1].written), 60);
    ck_assert_str_eq(copy->args[2].written, "ab");
    g_free(copy);
    g_free(text);
}
END_TEST

/** Expects that the keys of two phrases are equal, or not. */
static void expect_keys(const Phrase *a, const Phrase *b, bool equal) {
    g_autofree char *left = phrase_key(a);
    g_autofree char *right = phrase_key(b);
    ck_assert_msg((strcmp(left, right) == 0) == equal, "%s / %s", left, right);
}

START_TEST(keys_tell_phrases_apart) {
    char again[] = "a";
    const Phrase a = PHRASE(2, "a"), b = PHRASE(2, "b");
    expect_keys(&PHRASE(1, "a", 2, &a), &PHRASE(1, again, 2, &a), true);
    expect_keys(&PHRASE(1), &PHRASE(2), false);
    expect_keys(&PHRASE(1, "a"), &PHRASE(1, "b"), false);
    expect_keys(&PHRASE(1, 1), &PHRASE(1, 2), false);
    expect_keys(&PHRASE(1, phrase_word(1)), &PHRASE(1, phrase_word(2)), false);
    expect_keys(&PHRASE(1, &a), &PHRASE(1, &b), false);
    expect_keys(&PHRASE(1, "a\n1:b"), &PHRASE(1, "a", "b"), false);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("phrase");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, a_phrase_has_as_many_gaps_as_it_is_given);
    tcase_add_test(cases, numbers_are_written_out);
    tcase_add_test(cases, a_copy_owns_all_it_refers_to);
    tcase_add_test(cases, a_copy_keeps_no_more_of_a_text_than_counts);
    tcase_add_test(cases, keys_tell_phrases_apart);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
