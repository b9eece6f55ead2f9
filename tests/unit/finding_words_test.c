/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Findings in words: every code has a sentence, and how findings are written. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "config/reader/reader_words.h"
#include "config/schema/schema_words.h"
#include "export/words/findings/sentences.h"
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

/* ---- the tables ---- */

START_TEST(every_code_has_an_english_sentence_of_its_own) {
    GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (int code = FAULT_NONE + 1; code < N_SENTENCES; code++) {
        const char *sentence = sentence_of(LANG_EN, code);
        ck_assert_msg(sentence != NULL && sentence[0] != '\0', "code %d has no sentence", code);
        ck_assert_msg(g_hash_table_add(seen, (gpointer)(guintptr)sentence), "twice: %s", sentence);
    }
    g_hash_table_destroy(seen);
}
END_TEST

START_TEST(a_sentence_has_the_same_gaps_in_every_language) {
    for (int code = 0; code < N_SENTENCES; code++) {
        int gaps = sentence_gaps(sentence_of(LANG_EN, code));
        for (Lang lang = 0; lang < N_LANGS; lang++) {
            const char *sentence = sentence_of(lang, code);
            ck_assert_msg(sentence_gaps(sentence) == gaps, "not %d: %s", gaps, sentence);
        }
    }
}
END_TEST

START_TEST(findings_and_the_reference_page_call_sections_the_same) {
    for (Section section = SECTION_NONE + 1; section < N_SECTIONS; section++) {
        ck_assert_str_eq(schema_noun(section), sentence_of(LANG_EN, section_noun(section).code));
    }
}
END_TEST

/* ---- phrases ---- */

static void expect_words(const Phrase *phrase, const char *expected) {
    char *text = finding_words(LANG_EN, phrase);
    ck_assert_str_eq(text, expected);
    g_free(text);
}

START_TEST(gaps_take_texts_numbers_words_and_phrases) {
    const Phrase inner = PHRASE(FAULT_UNREADABLE, "no way");
    expect_words(&PHRASE(FAULT_ROW_SHORT, 2, 3),
                 "2 cells in this row, but 3 in the header; add the commas that are missing");
    expect_words(&PHRASE(FAULT_NO_FILE, phrase_word(FAULT_A_PIPE)),
                 "cannot be read: it is a pipe; save its contents to a file, and name that");
    expect_words(&PHRASE(FAULT_OF_FILE, "/a", &inner), "/a: cannot be read: no way");
    expect_words(&PHRASE(FAULT_UNREADABLE, phrase_cut("abcdef", 3)), "cannot be read: abc");
}
END_TEST

START_TEST(braces_in_a_text_are_no_gaps) {
    expect_words(&PHRASE(FAULT_OF_FILE, "{2}", "{1}"), "{2}: {1}");
}
END_TEST

START_TEST(a_text_is_one_line_that_moves_no_cursor) {
    expect_words(&PHRASE(FAULT_UNREADABLE, "a\nb\tc\x1b[31m\x7f\xc2\x9b\xe2\x80\xa8z"),
                 "cannot be read: a\\nb\\tc\\x1b[31m\\x7f\\x9b\\x2028z");
}
END_TEST

START_TEST(a_text_that_is_not_utf8_becomes_so) {
    char *text = finding_words(LANG_EN, &PHRASE(FAULT_UNREADABLE, "a\xff\xfe"));
    ck_assert(g_utf8_validate(text, -1, NULL));
    g_free(text);
}
END_TEST

START_TEST(a_long_text_is_cut) {
    char *long_text = g_strnfill(100000, 'x');
    finding_error(findings, place_at("a", 1, 1), FAULT_UNREADABLE, long_text);
    char *text = finding_words(LANG_EN, findings_get(findings, 0)->phrase);
    ck_assert(g_str_has_suffix(text, "x…"));
    ck_assert_uint_gt(strlen(text), 490);
    ck_assert_uint_lt(strlen(text), 600);
    g_free(text);
    g_free(long_text);
}
END_TEST

/* ---- lists ---- */

START_TEST(a_finding_is_written_with_its_place) {
    finding_error(findings, place_at("a.yaml", 3, 7), FAULT_UNREADABLE, "x");
    finding_warning(findings, place_at("a.yaml", 4, 0), FAULT_NO_NUMBER);
    finding_error(findings, place_at("b.csv", 0, 0), FAULT_NO_HEADER);
    finding_error(findings, place_at(NULL, 0, 0), FAULT_NO_CODE);
    char *text = findings_text(findings);
    ck_assert_ptr_nonnull(strstr(text, "a.yaml:3:7: error: cannot be read: x\n"));
    ck_assert_ptr_nonnull(strstr(text, "a.yaml:4: warning: is no number\n"));
    ck_assert_ptr_nonnull(strstr(text, "b.csv: error: no header; write"));
    ck_assert(g_str_has_prefix(text, "error: is no code") || strstr(text, "\nerror: is no code"));
    free(text);
}
END_TEST

START_TEST(nothing_found_is_nothing_written) {
    expect_print("");
}
END_TEST

START_TEST(a_hundred_are_shown_and_the_rest_counted) {
    for (int i = 1; i <= 103; i++) {
        finding_error(findings, place_at("a", i, 1), FAULT_NO_NUMBER);
    }
    char *text = findings_text(findings);
    ck_assert_ptr_nonnull(strstr(text, "a:100:1: error: is no number\n… and 3 more\n"));
    ck_assert_ptr_null(strstr(text, "a:101:"));
    free(text);
}
END_TEST

START_TEST(a_flood_is_counted_in_full) {
    for (int i = 1; i <= 30000; i++) {
        finding_error(findings, place_at("a", i, 1), FAULT_NO_NUMBER);
    }
    char *text = findings_text(findings);
    ck_assert_ptr_nonnull(strstr(text, "… and 29900 more\n"));
    free(text);
}
END_TEST

START_TEST(a_file_name_with_control_characters_is_written_harmless) {
    finding_error(findings, place_at("a\x1b[2J\n", 1, 1), FAULT_NO_NUMBER);
    expect_print("a\\x1b[2J\\n:1:1: error: is no number\n");
}
END_TEST

static void add_tests(TCase *cases) {
    tcase_add_test(cases, every_code_has_an_english_sentence_of_its_own);
    tcase_add_test(cases, a_sentence_has_the_same_gaps_in_every_language);
    tcase_add_test(cases, findings_and_the_reference_page_call_sections_the_same);
    tcase_add_test(cases, gaps_take_texts_numbers_words_and_phrases);
    tcase_add_test(cases, braces_in_a_text_are_no_gaps);
    tcase_add_test(cases, a_text_is_one_line_that_moves_no_cursor);
    tcase_add_test(cases, a_text_that_is_not_utf8_becomes_so);
    tcase_add_test(cases, a_long_text_is_cut);
    tcase_add_test(cases, a_finding_is_written_with_its_place);
    tcase_add_test(cases, nothing_found_is_nothing_written);
    tcase_add_test(cases, a_hundred_are_shown_and_the_rest_counted);
    tcase_add_test(cases, a_flood_is_counted_in_full);
    tcase_add_test(cases, a_file_name_with_control_characters_is_written_harmless);
}

int main(void) {
    Suite *suite = suite_create("finding_words");
    TCase *cases = tcase_create("all");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    add_tests(cases);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
