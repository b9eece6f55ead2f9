/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Text of any bytes, stepped through; marks of full width and blanks that do not break a line. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/plain_text.h"
#include "base/suggest.h"

START_TEST(text_in_utf8_is_stepped_through_as_glib_does) {
    static const char TEXT[] = "a义乌 é，𝄞";
    size_t count = 0;
    for (const char *at = TEXT; *at != '\0'; at = character_next(at), count++) {
        ck_assert_uint_eq(character_at(at), g_utf8_get_char(at));
        ck_assert_ptr_eq(character_next(at), g_utf8_next_char(at));
    }
    ck_assert_uint_eq(count, 7);
    ck_assert_uint_eq(character_count(TEXT), 7);
}
END_TEST

START_TEST(bytes_that_are_no_character_count_one_by_one) {
    ck_assert_uint_eq(character_count("\xe4\xb8"), 2);
    ck_assert_uint_eq(character_count("\xff义\xa0"), 3);
    ck_assert_uint_eq(character_at("\xf4"), 0xFFFD);
    ck_assert_uint_eq(blank_length("\xa0"), 0);
}
END_TEST

START_TEST(a_mark_of_full_width_is_found_where_it_stands) {
    WideCharacter wide;
    ck_assert(wide_character_find("义乌：1", &wide));
    ck_assert_uint_eq(wide.at, strlen("义乌"));
    ck_assert_uint_eq(wide.code, 0xFF1A);
    ck_assert_int_eq(wide.plain, ':');
    ck_assert_str_eq(wide.text, "：");
    ck_assert(!wide_character_find("义乌: 1", &wide));
    ck_assert(!wide_character_at("义：", &wide));
}
END_TEST

/** A text whose end is the end of its memory, so that a read beyond it shows. */
static char *drawn_text(GRand *random) {
    static const char BYTES[] = "a \xc2\xa0\xe3\x80\xef\xbc\x9a\xf0\x9d\xff";
    const gint32 length = g_rand_int_range(random, 0, 6);
    char *text = g_malloc((gsize)length + 1);
    for (gint32 i = 0; i < length; i++) {
        text[i] = BYTES[g_rand_int_range(random, 0, sizeof BYTES - 1)];
    }
    text[length] = '\0';
    return text;
}

START_TEST(no_text_is_read_beyond_its_end) {
    GRand *random = g_rand_new_with_seed(20261129);
    for (int trial = 0; trial < 20000; trial++) {
        g_autofree char *text = drawn_text(random);
        WideCharacter wide;
        const bool found = wide_character_find(text, &wide);
        ck_assert(!found || wide.at + strlen(wide.text) <= strlen(text));
        ck_assert_uint_le(character_count(text), strlen(text));
        ck_assert_uint_le(blank_length(text), strlen(text));
        ck_assert(!text_is_blank(text) || !found || wide.plain == ' ');
        Suggestion suggestion = suggestion_start(text);
        suggestion_try(&suggestion, "plan");
        ck_assert_int_eq(edit_distance(text, text, 3), 0);
    }
    g_rand_free(random);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("plain_text");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, text_in_utf8_is_stepped_through_as_glib_does);
    tcase_add_test(cases, bytes_that_are_no_character_count_one_by_one);
    tcase_add_test(cases, a_mark_of_full_width_is_found_where_it_stands);
    tcase_add_test(cases, no_text_is_read_beyond_its_end);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
