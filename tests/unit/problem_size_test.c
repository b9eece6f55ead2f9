/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A problem that would grow beyond use is refused with what to change, before it takes memory or
 *  time. */
#include "export/words/findings/finding_words.h"
#include "model/problem/problem_size.h"

#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <time.h>

#include "tests/unit/case_fixture.h"

#define STATIONS                                                                                   \
    "stations:\n"                                                                                  \
    "  AAA: {country: CN, zone: Asia/Shanghai, through: {max: 400d}}\n"                            \
    "  BBB: {country: KZ, zone: Asia/Almaty, through: {max: 400d}}\n"
#define HEAD(weeks, more)                                                                          \
    "banlie: 1\nhorizon: {start: 2026-11-30, weeks: " #weeks ", zone: Asia/Shanghai" more "}\n"

/** Weekly departures, one every so many minutes. */
static char *departures(int every) {
    static const char *const days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    GString *text = g_string_new("[");
    for (int at = 0; at < 7 * MINUTES_PER_DAY; at += every) {
        g_string_append_printf(text, "%s%s %02d:%02d", at > 0 ? ", " : "",
                               days[at / MINUTES_PER_DAY], at % MINUTES_PER_DAY / 60, at % 60);
    }
    g_string_append_c(text, ']');
    return g_string_free(text, FALSE);
}

/** The case is refused with these words, in a few seconds of processor time. */
static void check_refused(const char *head, char *tail, const char *words) {
    const clock_t begin = clock();
    CaseFixture fixture = case_fixture_new(head, tail);
    const double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    if (!findings_say(fixture.findings, FINDING_ERROR, words)) {
        findings_print(fixture.findings, LANG_EN, stderr);
        ck_abort_msg("nobody says: %s", words);
    }
    ck_assert_int_eq(findings_errors(fixture.findings), 1);
    ck_assert_msg(seconds < 20, "refused after %.1f s", seconds);
    case_fixture_free(&fixture);
    g_free(tail);
}

START_TEST(slots_may_not_leave_too_often) {
    char *every_minute = departures(1);
    check_refused(HEAD(104, "") STATIONS,
                  g_strdup_printf("slots:\n"
                                  "  - {id: A1, from: AAA, to: BBB, departs: %s, runs: 2d, km: 1, "
                                  "teu: 1}\n"
                                  "lines: {L: {route: [AAA, BBB]}}\n",
                                  every_minute),
                  "the slots up to A1 have more than 1000000 runs");
    g_free(every_minute);
}
END_TEST

START_TEST(a_line_may_not_have_too_many_chains) {
    char *hourly = departures(60);
    check_refused(HEAD(4, "") STATIONS,
                  g_strdup_printf("slots:\n"
                                  "  - {id: A1, from: AAA, to: BBB, departs: %s, runs: 2d, km: 1, "
                                  "teu: 1}\n"
                                  "  - {id: B1, from: BBB, to: AAA, departs: %s, runs: 2d, km: 1, "
                                  "teu: 1}\n"
                                  "lines: {L: {route: [AAA, BBB, AAA, BBB]}}\n",
                                  hourly, hourly),
                  "line L has too many chains");
    g_free(hourly);
}
END_TEST

START_TEST(a_line_without_any_whole_chain_is_not_searched_for_ever) {
    char *hourly = departures(60);
    check_refused(HEAD(8, "") STATIONS "  CCC: {country: KZ, zone: Asia/Almaty}\n",
                  g_strdup_printf("slots:\n"
                                  "  - {id: A1, from: AAA, to: BBB, departs: %s, runs: 1h, km: 1, "
                                  "teu: 1}\n"
                                  "  - {id: B1, from: BBB, to: AAA, departs: %s, runs: 1h, km: 1, "
                                  "teu: 1}\n"
                                  "lines: {L: {route: [AAA, BBB, AAA, BBB, AAA, BBB, CCC]}}\n",
                                  hourly, hourly),
                  "line L has too many chains");
    g_free(hourly);
}
END_TEST

START_TEST(trains_by_hand_may_not_leave_too_often) {
    char *every_minute = departures(1);
    check_refused(HEAD(40, "") STATIONS,
                  g_strdup_printf("slots:\n"
                                  "  - {id: A1, from: AAA, to: BBB, departs: %s, runs: 2d, km: 1, "
                                  "teu: 1}\n"
                                  "lines: {L: {}}\n"
                                  "trains: [{id: X1, line: L, slots: [A1], runs: optional}]\n",
                                  every_minute),
                  "the trains up to X1 have more than 200000 departures");
    g_free(every_minute);
}
END_TEST

START_TEST(a_cyclic_plan_does_not_reach_back_for_ever) {
    char *hourly = departures(60);
    check_refused(HEAD(1, ", mode: cyclic") STATIONS,
                  g_strdup_printf("slots:\n"
                                  "  - {id: A1, from: AAA, to: BBB, departs: %s, runs: 2d, km: 1, "
                                  "teu: 1, stops: []}\n"
                                  "lines: {L: {route: [AAA, BBB]}, M: {route: [AAA, BBB]}, "
                                  "N: {route: [AAA, BBB]}, O: {route: [AAA, BBB]}, "
                                  "P: {route: [AAA, BBB]}}\n"
                                  "demand: [{id: B, from: AAA, to: BBB, boxes: 1, container: 20GP, "
                                  "ready: 1970-01-01, due: 2026-12-20, revenue: 1}]\n",
                                  hourly),
                  "from 1970-01-01, when the first box is ready");
    g_free(hourly);
}
END_TEST

START_TEST(feeders_may_not_leave_too_often) {
    char *every_minute = departures(1);
    check_refused(HEAD(1, "") STATIONS,
                  g_strdup_printf("slots:\n"
                                  "  - {id: A1, from: AAA, to: BBB, departs: [Mon 04:00], runs: "
                                  "2d, km: 1, teu: 1}\n"
                                  "lines: {L: {route: [AAA, BBB]}}\n"
                                  "feeders: [{id: F, mode: road, from: BBB, to: AAA, takes: 1h, "
                                  "cost: 1, departs: %s}]\n"
                                  "demand: [{id: B, from: AAA, to: BBB, boxes: 1, container: 20GP, "
                                  "ready: 1970-01-01, due: 2199-12-31, revenue: 1}]\n",
                                  every_minute),
                  "the feeders up to F have more than 2000000 departures");
    g_free(every_minute);
}
END_TEST

START_TEST(stock_may_not_stand_at_too_many_places_and_days) {
    GString *head = g_string_new(HEAD(104, "") STATIONS);
    for (int i = 0; i < 2000; i++) {
        g_string_append_printf(head, "  S%d: {country: CN, zone: Asia/Shanghai}\n", i);
    }
    g_string_append(head, "slots:\n"
                          "  - {id: A1, from: AAA, to: BBB, departs: [Mon 04:00], runs: 2d, km: 1, "
                          "teu: 1}\n"
                          "lines: {L: {route: [AAA, BBB]}}\n"
                          "equipment:\n");
    static const char *const types[] = {"20GP", "40GP", "40HC", "45HC", "40RF", "X1", "X2"};
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
        g_string_append_printf(head, "  %s: {stock: {AAA: 1}}\n", types[i]);
    }
    check_refused(head->str,
                  g_strdup("containers: {X1: {teu: 1, tare: 2}, X2: {teu: 1, tare: 2}}\n"),
                  "7 types of containers at 2002 stations on 768 days");
    g_string_free(head, TRUE);
}
END_TEST

START_TEST(cargo_classes_may_not_be_too_many_for_the_legs) {
    GString *tail = g_string_new(NULL);
    char *every_minute = departures(5);
    g_string_append_printf(tail,
                           "slots:\n"
                           "  - {id: A1, from: AAA, to: BBB, departs: %s, runs: 2d, km: 2, teu: 1, "
                           "stops: [{at: CCC, arrives: 1d, departs: 1d, km: 1}]}\n"
                           "lines: {L: {route: [AAA, BBB]}}\n"
                           "cargo:\n",
                           every_minute);
    for (int i = 0; i < 999; i++) {
        g_string_append_printf(tail, "  C%d: {max_boxes_per_train: 1}\n", i);
    }
    check_refused(HEAD(99, "") STATIONS "  CCC: {country: KZ, zone: Asia/Almaty}\n",
                  g_string_free(tail, FALSE),
                  "1000 cargo classes are more than can be looked at on 399168 legs");
    g_free(every_minute);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("problem size");
    TCase *cases = tcase_create("all");
    tcase_set_timeout(cases, 120);
    tcase_add_test(cases, slots_may_not_leave_too_often);
    tcase_add_test(cases, a_line_may_not_have_too_many_chains);
    tcase_add_test(cases, a_line_without_any_whole_chain_is_not_searched_for_ever);
    tcase_add_test(cases, trains_by_hand_may_not_leave_too_often);
    tcase_add_test(cases, a_cyclic_plan_does_not_reach_back_for_ever);
    tcase_add_test(cases, feeders_may_not_leave_too_often);
    tcase_add_test(cases, stock_may_not_stand_at_too_many_places_and_days);
    tcase_add_test(cases, cargo_classes_may_not_be_too_many_for_the_legs);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
