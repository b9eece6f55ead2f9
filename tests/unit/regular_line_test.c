/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/problem/regular_line.h"

#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "tests/unit/case_fixture.h"

/* Two sections in three weeks. B lets a train wait for a day at most, so each departure of AB goes
 * on with the run of BC within it. */
static CaseFixture case_of(const char *horizon, const char *rest) {
    g_autofree char *head = g_strdup_printf("banlie: 1\n"
                                            "horizon: {%s, zone: Asia/Shanghai, tail: 20d}\n"
                                            "stations:\n"
                                            "  A: {country: CN, zone: Asia/Shanghai}\n"
                                            "  B: {country: KZ, zone: Asia/Almaty}\n"
                                            "  D: {country: DE, zone: Europe/Berlin}\n",
                                            horizon);
    return case_fixture_new(head, rest);
}

static const char three_weeks[] = "start: 2026-11-30, weeks: 3";

/** The trains of a group, by their names; checks that all point to the first of them. */
static void expect_group(const Problem *problem, TrainId first, const char *const *names,
                         int count) {
    int found = 0;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        if (problem->trains[id].regular == first) {
            ck_assert_int_lt(found, count);
            ck_assert_str_eq(problem->trains[id].base_name, names[found]);
            ck_assert_int_ge(id, first);
            found++;
        }
    }
    ck_assert_int_eq(found, count);
}

START_TEST(a_timetable_of_every_week_is_one_group) {
    CaseFixture fixture = case_of(
        three_weeks,
        "slots:\n"
        "  - {id: AB, from: A, to: B, departs: [Tue 04:00, Fri 04:00], runs: 2d, km: 1, teu: 9}\n"
        "lines: {L: {route: [A, B], regular: true}, M: {route: [A, B]}}\n");
    const Problem *problem = fixture.problem;
    ck_assert_int_eq(problem->n_trains, 12);
    static const char *const tuesdays[] = {"L@2026-12-01", "L@2026-12-08", "L@2026-12-15"};
    static const char *const fridays[] = {"L@2026-12-04", "L@2026-12-11", "L@2026-12-18"};
    expect_group(problem, 0, tuesdays, 3);
    expect_group(problem, 1, fridays, 3);
    for (TrainId id = 6; id < 12; id++) {
        ck_assert_int_eq(problem->trains[id].regular, NONE);
    }
    case_fixture_free(&fixture);
}
END_TEST

/* Friday's slot is not valid in the last week. */
START_TEST(designed_chains_that_lack_a_week_are_no_candidates) {
    CaseFixture fixture = case_of(
        three_weeks, "slots:\n"
                     "  - {id: F, from: A, to: B, departs: [Fri 04:00], runs: 2d, km: 1, teu: 9,"
                     " valid: {to: 2026-12-17}}\n"
                     "  - {id: T, from: A, to: B, departs: [Tue 04:00], runs: 2d, km: 1, teu: 9}\n"
                     "lines: {M: {route: [A, B]}, L: {route: [A, B], regular: true}}\n");
    const Problem *problem = fixture.problem;
    ck_assert_int_eq(findings_errors(fixture.findings), 0);
    ck_assert_int_eq(problem->n_trains, 5 + 3);
    static const char *const tuesdays[] = {"L@2026-12-01", "L@2026-12-08", "L@2026-12-15"};
    expect_group(problem, 5, tuesdays, 3);
    for (TrainId id = 0; id < problem->n_trains; id++) { /* legs go by the new numbers */
        const TrainCandidate *train = &problem->trains[id];
        ck_assert_int_eq(train->n_legs, 1);
        ck_assert_int_eq(problem->legs[train->first_leg].train, id);
    }
    case_fixture_free(&fixture);
}
END_TEST

/* From B on Thursday or on Friday: a timetable each, though they leave A alike. */
START_TEST(a_later_section_on_another_day_is_another_timetable) {
    CaseFixture fixture = case_of(
        three_weeks,
        "slots:\n"
        "  - {id: AB, from: A, to: B, departs: [Tue 04:00], runs: 2d, km: 1, teu: 9}\n"
        "  - {id: BD, from: B, to: D, departs: [Thu 06:00, Thu 20:00], runs: 2d, km: 1, teu: 9}\n"
        "lines: {L: {route: [A, B, D], regular: true}}\n");
    const Problem *problem = fixture.problem;
    ck_assert_int_eq(problem->n_trains, 6);
    for (TrainId id = 0; id < 6; id++) {
        ck_assert_int_eq(problem->trains[id].regular, id % 2);
    }
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(a_train_given_by_hand_that_lacks_a_week_is_an_error) {
    CaseFixture fixture = case_of(
        three_weeks, "slots:\n"
                     "  - {id: AB, from: A, to: B, departs: [Tue 04:00], runs: 2d, km: 1, teu: 9,"
                     " valid: {to: 2026-12-14}}\n"
                     "lines: {L: {regular: true}}\n"
                     "trains: [{id: X1, line: L, slots: [AB]}]\n");
    ck_assert_int_eq(findings_errors(fixture.findings), 1); /* once for its weeks together */
    ck_assert(
        findings_say(fixture.findings, FINDING_ERROR, "train X1 belongs to the regular line L"));
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(trains_given_by_hand_are_groups_of_their_own) {
    CaseFixture fixture = case_of(
        three_weeks,
        "slots:\n"
        "  - {id: AB, from: A, to: B, departs: [Tue 04:00], runs: 2d, km: 1, teu: 9, trains: 2}\n"
        "lines: {L: {regular: true}}\n"
        "trains: [{id: X1, line: L, slots: [AB], runs: optional},"
        " {id: X2, line: L, slots: [AB], runs: optional}]\n");
    const Problem *problem = fixture.problem;
    ck_assert_int_eq(problem->n_trains, 6);
    for (TrainId id = 0; id < 6; id++) {
        TrainId first = problem->trains[id].regular;
        ck_assert_int_eq(problem->trains[id].hand, problem->trains[first].hand);
        ck_assert_int_lt(first, 2);
    }
    case_fixture_free(&fixture);
}
END_TEST

/* Berlin's clocks change on Sunday, 28 March 2027. Tuesday 04:00 there is 11:00 in Shanghai, then
 * 10:00: the same timetable. */
START_TEST(a_clock_change_leaves_a_timetable_what_it_is) {
    CaseFixture fixture =
        case_of("start: 2027-03-15, weeks: 3",
                "slots:\n"
                "  - {id: DB, from: D, to: B, departs: [Tue 04:00], runs: 2d, km: 1, teu: 9}\n"
                "lines: {L: {route: [D, B], regular: true}}\n");
    const Problem *problem = fixture.problem;
    static const char *const names[] = {"L@2027-03-16", "L@2027-03-23", "L@2027-03-30"};
    ck_assert_int_eq(problem->n_trains, 3);
    ck_assert_int_eq(problem->trains[2].departs - problem->trains[1].departs, 7 * 1440 - 60);
    expect_group(problem, 0, names, 3);
    case_fixture_free(&fixture);
}
END_TEST

/* Sunday 17:30 in Berlin is 00:30 on Monday in Shanghai in winter, 23:30 on Sunday in summer: 21
 * and 28 March are both of the week that begins on the 22nd, and the one after it has none where
 * the slot ends. */
START_TEST(two_trains_of_one_week_do_not_stand_for_another_week) {
    static const char *const valid[] = {"2027-03-31", "2027-12-31"};
    const int trains[] = {0, 3};
    for (int i = 0; i < 2; i++) {
        g_autofree char *rest = g_strdup_printf(
            "slots:\n"
            "  - {id: DB, from: D, to: B, departs: [Sun 17:30], runs: 2d, km: 1, teu: 9,"
            " valid: {to: %s}}\n"
            "lines: {L: {route: [D, B], regular: true}}\n",
            valid[i]);
        CaseFixture fixture = case_of("start: 2027-03-22, weeks: 2", rest);
        ck_assert_int_eq(fixture.problem->n_trains, trains[i]);
        ck_assert_int_eq(findings_say(fixture.findings, FINDING_WARNING, "line L is regular, but"),
                         trains[i] == 0);
        case_fixture_free(&fixture);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("regular_line");
    TCase *tests = tcase_create("regular_line");
    tcase_add_test(tests, a_timetable_of_every_week_is_one_group);
    tcase_add_test(tests, designed_chains_that_lack_a_week_are_no_candidates);
    tcase_add_test(tests, a_later_section_on_another_day_is_another_timetable);
    tcase_add_test(tests, a_train_given_by_hand_that_lacks_a_week_is_an_error);
    tcase_add_test(tests, trains_given_by_hand_are_groups_of_their_own);
    tcase_add_test(tests, a_clock_change_leaves_a_timetable_what_it_is);
    tcase_add_test(tests, two_trains_of_one_week_do_not_stand_for_another_week);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
