/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "export/screen/screen.h"
#include "export/screen/wide_text.h"
#include "export/words/cost_words.h"
#include "tests/unit/fixture.h"

/* Figures: see the hand calculation in kpi_test.c. */

static Fixture *fixture;

static void set_up(void) {
    fixture = fixture_new();
}

static void tear_down(void) {
    fixture_free(fixture);
}

static char *screen(Lang lang, bool colour) {
    const ScreenOptions options = {.lang = lang, .colour = colour, .where = "yiwu-plan"};
    PlanView *view = plan_view_new(fixture_problem(fixture), fixture_plan(fixture), false);
    ck_assert_ptr_nonnull(view);
    char *text = screen_text(view, &options);
    plan_view_free(view);
    return text;
}

static void expect_fits(const char *text) {
    char **lines = g_strsplit(text, "\n", -1);
    const int count = (int)g_strv_length(lines) - 1;
    ck_assert_int_le(count, 40);
    for (int i = 0; i < count; i++) {
        ck_assert_int_le(wide_text_width(lines[i]), 100);
    }
    g_strfreev(lines);
}

static void expect_part(const char *text, const char *part) {
    ck_assert_msg(strstr(text, part) != NULL, "no \"%s\" in\n%s", part, text);
}

START_TEST(the_summary_has_the_key_figures_in_english) {
    char *text = screen(LANG_EN, false);
    expect_fits(text);
    expect_part(text, "Yiwu, week 49 义乌\n2026-11-30 to 2026-12-13, weeks: 2 (Asia/Shanghai)\n");
    expect_part(text,
                "Proven within 0.61 % of the best possible plan (margin at most 470 001 CNY)");
    expect_part(text, "Trains                         2               1               3\n");
    expect_part(text, "37.9 %          14.0 %          27.8 %\n");
    expect_part(text, "trains 50.0 %, TEU 24.6 %");
    expect_part(text, "55 offered, 40 carried, 15 refused, 6 late");
    expect_part(text, "12.1 days on average, nine boxes in ten within 12.3");
    expect_part(text, "634 000 CNY");
    expect_part(text, "467 170 CNY");
    expect_part(text, "YIW-DUI  Yiwu–Duisburg");
    expect_part(text, "yiwu-plan");
    g_free(text);
}
END_TEST

START_TEST(a_gap_that_is_just_reached_is_told_as_it_was_asked) {
    fixture_plan(fixture)->bound = 467170 * 1.005 + 1e-9;
    char *text = screen(LANG_EN, false);
    expect_part(text, "Proven within 0.50 % of the best possible plan");
    g_free(text);
}
END_TEST

START_TEST(the_summary_has_the_key_figures_in_chinese) {
    char *text = screen(LANG_ZH, false);
    expect_fits(text);
    expect_part(text, "2026-11-30 至 2026-12-13");
    expect_part(text, "满载率");
    expect_part(text, "467 170 CNY");
    expect_part(text, "义乌—杜伊斯堡");
    expect_part(text, "阿拉山口 在 2026-12-04 增加 1 次吊装，价值 33 CNY");
    g_free(text);
}
END_TEST

START_TEST(bottlenecks_come_dearest_first_and_of_trains_that_run) {
    char *text = screen(LANG_EN, false);
    const char *dear = strstr(text, "one more TEU on EU-43@2026-12-06 (MAL–DUI) of "
                                    "ALA-DUI@2026-12-06 is worth 1 240 CNY");
    const char *next = strstr(text, "one more TEU on CN-8020@2026-12-01 (YIW–ALA) of "
                                    "YIW-DUI@2026-12-01 is worth 75 CNY");
    const char *lift = strstr(text, "one more lift at Alashankou–Dostyk on 2026-12-04 is worth 33");
    const char *tonne = strstr(text, "one more tonne on EU-43@2026-12-06 (ALA–MAL)");
    ck_assert(dear != NULL && next != NULL && lift != NULL && tonne != NULL);
    ck_assert(dear < next && next < lift && lift < tonne);
    ck_assert_ptr_null(strstr(text, "5 000"));
    g_free(text);
}
END_TEST

START_TEST(columns_are_aligned_with_wide_characters) {
    // The margin column of the table of lines ends where the heading ends, in either language.
    for (Lang lang = LANG_EN; lang < N_LANGS; lang++) {
        char *text = screen(lang, false);
        char **lines = g_strsplit(text, "\n", -1);
        for (int i = 0; lines[i] != NULL; i++) {
            if (g_str_has_suffix(lines[i], "(CNY)")) {
                for (int row = 0; row <= 3; row++) {
                    ck_assert_int_eq(wide_text_width(lines[i + row]), 100);
                }
            }
        }
        g_strfreev(lines);
        g_free(text);
    }
}
END_TEST

START_TEST(colour_marks_headings_and_is_off_otherwise) {
    char *plain = screen(LANG_EN, false);
    char *coloured = screen(LANG_EN, true);
    ck_assert_ptr_null(strchr(plain, '\x1b'));
    expect_part(coloured, "\x1b[1mYiwu, week 49 义乌\x1b[0m\n");
    g_free(plain);
    g_free(coloured);
}
END_TEST

START_TEST(many_lines_and_long_names_still_fit) {
    enum { MANY = 60 };
    static Line lines[MANY];
    char *name = g_strnfill(300, 'x');
    Case *kase = fixture_case(fixture);
    for (int i = 0; i < MANY; i++) {
        lines[i] = kase->lines[i % 3];
        lines[i].name =
            (Name){name, "很长的名称很长的名称很长的名称很长的名称很长的名称很长的名称"};
    }
    kase->name = name;
    kase->lines = lines;
    kase->n_lines = MANY;
    for (int day = 0; day < 9; day++) {
        fixture_plan(fixture)->prices.lift[day] = 1e7 + day;
    }
    for (Lang lang = LANG_EN; lang < N_LANGS; lang++) {
        char *text = screen(lang, false);
        expect_fits(text);
        expect_part(text, "10 000 008 CNY\n");
        expect_part(text, "trains.csv");
        g_free(text);
    }
    g_free(name);
}
END_TEST

START_TEST(a_name_cannot_command_the_terminal) {
    fixture_case(fixture)->name = "a\x1b[2Jb\n\xff";
    char *text = screen(LANG_EN, false);
    ck_assert(g_str_has_prefix(text, "a?[2Jb?"));
    ck_assert_ptr_null(strchr(text, '\x1b'));
    g_free(text);
}
END_TEST

START_TEST(an_optimal_plan_a_stopped_one_and_a_relaxation_say_so) {
    fixture_plan(fixture)->status = PLAN_OPTIMAL;
    char *text = screen(LANG_EN, false);
    expect_part(text, "no better plan exists");
    g_free(text);
    fixture_plan(fixture)->status = PLAN_LIMIT;
    text = screen(LANG_EN, false);
    expect_part(text, "Stopped before the proof was complete");
    g_free(text);
    fixture_relax(fixture);
    text = screen(LANG_EN, false);
    expect_fits(text);
    expect_part(text, "no plan can earn more than 471 000 CNY");
    expect_part(text, "of YIW-DUI@2026-12-01.2 is worth 5 000 CNY");
    g_free(text);
}
END_TEST

START_TEST(every_part_of_the_cost_has_a_key_and_a_name_of_its_own_in_each_language) {
    for (int part = 0; part < N_COST_PARTS; part++) {
        for (int other = 0; other < part; other++) {
            ck_assert_str_ne(cost_part_key(part), cost_part_key(other));
            for (Lang lang = 0; lang < N_LANGS; lang++) {
                ck_assert_str_ne(cost_part_text(lang, part), cost_part_text(lang, other));
            }
        }
    }
}
END_TEST

START_TEST(a_plan_without_scarcity_says_so) {
    fixture_plan(fixture)->prices.leg_teu[0] = 0;
    fixture_plan(fixture)->prices.leg_teu[6] = 0.4;
    fixture_plan(fixture)->prices.leg_tonne[5] = 0;
    fixture_plan(fixture)->prices.lift[2] = 0;
    char *text = screen(LANG_EN, false);
    expect_part(text, "No bottlenecks");
    g_free(text);
    fixture_plan(fixture)->prices.missing = true; // stopped before there were any prices
    text = screen(LANG_EN, false);
    ck_assert_ptr_null(strstr(text, "ottlenecks"));
    g_free(text);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("screen");
    TCase *tests = tcase_create("screen");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, the_summary_has_the_key_figures_in_english);
    tcase_add_test(tests, the_summary_has_the_key_figures_in_chinese);
    tcase_add_test(tests, a_gap_that_is_just_reached_is_told_as_it_was_asked);
    tcase_add_test(tests, bottlenecks_come_dearest_first_and_of_trains_that_run);
    tcase_add_test(tests, columns_are_aligned_with_wide_characters);
    tcase_add_test(tests, colour_marks_headings_and_is_off_otherwise);
    tcase_add_test(tests, many_lines_and_long_names_still_fit);
    tcase_add_test(tests, a_name_cannot_command_the_terminal);
    tcase_add_test(tests, an_optimal_plan_a_stopped_one_and_a_relaxation_say_so);
    tcase_add_test(tests, a_plan_without_scarcity_says_so);
    tcase_add_test(tests, every_part_of_the_cost_has_a_key_and_a_name_of_its_own_in_each_language);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
