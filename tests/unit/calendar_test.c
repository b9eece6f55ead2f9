/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/problem/calendar.h"

#include <check.h>
#include <stdlib.h>

#include "tests/unit/case_fixture.h"

/* 2026-11-30 is a Monday. The horizon is [30 Nov 00:00, 7 Dec 00:00) in Shanghai, its tail ends on
 * 9 Dec 00:00. */
static const char head[] = "banlie: 1\n"
                           "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai, tail: 2d}\n"
                           "stations:\n"
                           "  YIW: {country: CN, zone: Asia/Shanghai}\n"
                           "  DUI: {country: DE, zone: Europe/Berlin}\n"
                           "lines: {L: {route: [YIW, DUI]}}\n";

/* The weeks of Europe's clock changes: 28 March 2027 02:00 to 03:00, 25 October 2026 03:00 to
 * 02:00. */
static const char spring[] =
    "banlie: 1\n"
    "horizon: {start: 2027-03-22, weeks: 1, zone: Europe/Berlin, tail: 2d}\n"
    "stations:\n"
    "  YIW: {country: CN, zone: Asia/Shanghai}\n"
    "  DUI: {country: DE, zone: Europe/Berlin}\n"
    "lines: {L: {route: [DUI, YIW]}}\n";
static const char autumn[] =
    "banlie: 1\n"
    "horizon: {start: 2026-10-19, weeks: 1, zone: Europe/Berlin, tail: 2d}\n"
    "stations:\n"
    "  YIW: {country: CN, zone: Asia/Shanghai}\n"
    "  DUI: {country: DE, zone: Europe/Berlin}\n"
    "lines: {L: {route: [DUI, YIW]}}\n";

static void check_run(const Problem *problem, SlotRunId run, const char *name, const char *departs,
                      const char *arrives) {
    ck_assert_int_lt(run, problem->n_runs);
    ck_assert_str_eq(problem->runs[run].name, name);
    ck_assert_int_eq(problem->runs[run].departs, minute_at(departs));
    ck_assert_int_eq(problem->runs[run].arrives, minute_at(arrives));
}

START_TEST(a_run_bears_its_date_and_runs_into_the_tail) {
    CaseFixture fixture = case_fixture_new(
        head,
        "slots: [{id: S, from: YIW, to: DUI, departs: [Tue 04:30], runs: 1d12h, km: 1, teu: 1}]\n");
    ck_assert_int_eq(fixture.problem->n_runs, 2);
    check_run(fixture.problem, 0, "S@2026-12-01", "2026-12-01T04:30+08:00",
              "2026-12-02T16:30+08:00");
    check_run(fixture.problem, 1, "S@2026-12-08", "2026-12-08T04:30+08:00",
              "2026-12-09T16:30+08:00");
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(two_runs_of_a_day_bear_their_times) {
    CaseFixture fixture = case_fixture_new(
        head, "slots: [{id: S, from: YIW, to: DUI, departs: [Fri 16:00, Fri 04:30, Sat 04:30],"
              " runs: 6h, km: 1, teu: 1}]\n");
    ck_assert_int_eq(fixture.problem->n_runs, 3);
    check_run(fixture.problem, 0, "S@2026-12-04T0430", "2026-12-04T04:30+08:00",
              "2026-12-04T10:30+08:00");
    check_run(fixture.problem, 1, "S@2026-12-04T1600", "2026-12-04T16:00+08:00",
              "2026-12-04T22:00+08:00");
    check_run(fixture.problem, 2, "S@2026-12-05", "2026-12-05T04:30+08:00",
              "2026-12-05T10:30+08:00");
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(the_date_is_local_where_the_slot_starts) {
    /* Sunday 23:30 in Duisburg is Monday 06:30 in Shanghai: within the horizon. */
    CaseFixture fixture = case_fixture_new(
        head, "slots: [{id: S, from: DUI, to: YIW, departs: [Sun 23:30, Sun 16:59, Sun 17:00],"
              " runs: 6h, km: 1, teu: 1}]\n");
    ck_assert_int_eq(fixture.problem->n_runs, 5);
    check_run(fixture.problem, 0, "S@2026-11-29T1700", "2026-11-30T00:00+08:00",
              "2026-11-30T06:00+08:00");
    check_run(fixture.problem, 1, "S@2026-11-29T2330", "2026-11-30T06:30+08:00",
              "2026-11-30T12:30+08:00");
    check_run(fixture.problem, 4, "S@2026-12-06T2330", "2026-12-07T06:30+08:00",
              "2026-12-07T12:30+08:00");
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(valid_dates_are_both_included) {
    CaseFixture fixture = case_fixture_new(
        head,
        "slots: [{id: S, from: YIW, to: DUI, departs: [Tue 01:00, Wed 00:00, Fri 23:59,"
        " Sat 00:00], runs: 6h, km: 1, teu: 1, valid: {from: 2026-12-02, to: 2026-12-04}}]\n");
    ck_assert_int_eq(fixture.problem->n_runs, 2);
    ck_assert_str_eq(fixture.problem->runs[0].name, "S@2026-12-02");
    ck_assert_str_eq(fixture.problem->runs[1].name, "S@2026-12-04");
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(a_skipped_departure_leaves_after_the_gap) {
    CaseFixture fixture = case_fixture_new(
        spring,
        "slots: [{id: S, from: DUI, to: YIW, departs: [Sun 02:30], runs: 6h, km: 1, teu: 1}]\n");
    ck_assert_int_eq(fixture.problem->n_runs, 1);
    check_run(fixture.problem, 0, "S@2027-03-28", "2027-03-28T03:00+02:00",
              "2027-03-28T09:00+02:00");
    ck_assert(findings_say(fixture.findings, FINDING_WARNING, "skips"));
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(a_repeated_departure_takes_the_earlier_hour) {
    CaseFixture fixture = case_fixture_new(
        autumn,
        "slots: [{id: S, from: DUI, to: YIW, departs: [Sun 02:30], runs: 6h, km: 1, teu: 1}]\n");
    ck_assert_int_eq(fixture.problem->n_runs, 1);
    check_run(fixture.problem, 0, "S@2026-10-25", "2026-10-25T00:30Z", "2026-10-25T06:30Z");
    ck_assert(findings_say(fixture.findings, FINDING_WARNING, "repeats"));
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(running_time_is_elapsed_across_a_clock_change) {
    CaseFixture fixture = case_fixture_new(
        spring,
        "slots: [{id: S, from: DUI, to: YIW, departs: [Sat 12:00], runs: 1d, km: 1, teu: 1}]\n");
    check_run(fixture.problem, 0, "S@2027-03-27", "2027-03-27T12:00+01:00",
              "2027-03-28T13:00+02:00");
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(the_first_run_from_an_instant_is_found) {
    CaseFixture fixture = case_fixture_new(
        head, "slots:\n"
              "  - {id: R, from: YIW, to: DUI, departs: [Mon 10:00], runs: 6h, km: 1, teu: 1}\n"
              "  - {id: S, from: YIW, to: DUI, departs: [Tue 10:00, Thu 10:00], runs: 6h, km: 1,"
              " teu: 1}\n");
    const Problem *problem = fixture.problem;
    SlotRunId first = problem->slot_run_start[1];
    ck_assert_int_eq(calendar_first_run(problem, 1, minute_at("2026-12-01T10:00+08:00")), first);
    ck_assert_int_eq(calendar_first_run(problem, 1, minute_at("2026-12-01T10:01+08:00")),
                     first + 1);
    ck_assert_int_eq(calendar_first_run(problem, 1, minute_at("2027-01-01T00:00Z")),
                     problem->slot_run_start[2]);
    case_fixture_free(&fixture);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("calendar");
    TCase *tests = tcase_create("calendar");
    tcase_add_test(tests, a_run_bears_its_date_and_runs_into_the_tail);
    tcase_add_test(tests, two_runs_of_a_day_bear_their_times);
    tcase_add_test(tests, the_date_is_local_where_the_slot_starts);
    tcase_add_test(tests, valid_dates_are_both_included);
    tcase_add_test(tests, a_skipped_departure_leaves_after_the_gap);
    tcase_add_test(tests, a_repeated_departure_takes_the_earlier_hour);
    tcase_add_test(tests, running_time_is_elapsed_across_a_clock_change);
    tcase_add_test(tests, the_first_run_from_an_instant_is_found);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
