/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of sentences: whole, and alike in both languages. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "export/words/run_words.h"

/** The gaps of a text: bit i for {i}. */
static unsigned gaps_of(const char *text) {
    unsigned gaps = 0;
    for (const char *p = strchr(text, '{'); p != NULL; p = strchr(p + 1, '{')) {
        ck_assert_msg(g_ascii_isdigit(p[1]) && p[1] != '0' && p[2] == '}', "a gap in \"%s\"", text);
        gaps |= 1U << (p[1] - '0');
    }
    return gaps;
}

START_TEST(the_languages_leave_the_same_gaps) {
    for (TextKey key = 0; key < N_TEXTS; key++) {
        for (Lang lang = 0; lang < N_LANGS; lang++) {
            ck_assert_msg(text_get(lang, key) != NULL, "text %d is missing in language %d",
                          (int)key, (int)lang);
        }
        ck_assert_msg(gaps_of(text_get(LANG_EN, key)) == gaps_of(text_get(LANG_ZH, key)),
                      "\"%s\" and \"%s\" differ in their gaps", text_get(LANG_EN, key),
                      text_get(LANG_ZH, key));
    }
}
END_TEST

START_TEST(gaps_are_filled_in_any_order) {
    g_autofree char *english = TEXT_WITH(LANG_EN, TEXT_SETS_AT, "3", "YIW");
    g_autofree char *chinese = TEXT_WITH(LANG_ZH, TEXT_SETS_AT, "3", "YIW");
    ck_assert_str_eq(english, "3 at YIW");
    ck_assert_str_eq(chinese, "YIW 3 组");
}
END_TEST

START_TEST(numbers_have_the_digits_that_they_need) {
    static const struct {
        double number;
        const char *text;
    } numbers[] = {{0, "0"}, {3, "3"}, {0.1, "0.1"}, {0.123456789, "0.123456789"}};
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        g_autofree char *text = text_number(numbers[i].number);
        ck_assert_str_eq(text, numbers[i].text);
    }
}
END_TEST

START_TEST(every_outcome_has_words_of_its_own) {
    for (Outcome outcome = OUTCOME_DONE; outcome <= OUTCOME_MISUSED; outcome++) {
        const char *chinese = run_words_outcome(LANG_ZH, outcome);
        ck_assert_str_eq(run_words_outcome(LANG_EN, outcome), outcome_text(outcome));
        for (Outcome other = OUTCOME_DONE; other < outcome; other++) {
            ck_assert_str_ne(chinese, run_words_outcome(LANG_ZH, other));
        }
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("texts");
    TCase *tcase = tcase_create("texts");
    tcase_add_test(tcase, the_languages_leave_the_same_gaps);
    tcase_add_test(tcase, gaps_are_filled_in_any_order);
    tcase_add_test(tcase, numbers_have_the_digits_that_they_need);
    tcase_add_test(tcase, every_outcome_has_words_of_its_own);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
