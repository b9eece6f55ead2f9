/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/problem/feeder_run.h"

#include <check.h>
#include <glib.h>
#include <stdlib.h>

#include "tests/unit/case_fixture.h"

/* A fortnight in which Berlin's clocks go from UTC+1 to UTC+2 on Sunday, 28 March 2027, 02:00.
 * Feeder 0 is unscheduled, feeder 1 leaves on Mondays and Thursdays, feeder 2 is a road home from
 * Duisburg. */
static const char head[] =
    "banlie: 1\n"
    "horizon: {start: 2027-03-22, weeks: 2, zone: Asia/Shanghai, tail: 20d}\n"
    "stations:\n"
    "  HAM: {country: DE, zone: Europe/Berlin}\n"
    "  DUI: {country: DE, zone: Europe/Berlin, load: {cutoff: 5h}}\n"
    "  YIW: {country: CN, zone: Asia/Shanghai, unload: {release: 6h}}\n"
    "  NGB: {country: CN, zone: Asia/Shanghai}\n"
    "slots:\n"
    "  - {id: R1, from: DUI, to: YIW, departs: [Wed 04:00], runs: 12d, km: 10000, teu: 100}\n"
    "lines: {L: {route: [DUI, YIW]}}\n"
    "feeders:\n"
    "  - {id: ROAD, mode: road, from: HAM, to: DUI, takes: 7h, cost: 5, boxes_per_day: 3}\n"
    "  - {id: RAIL, mode: rail, from: HAM, to: DUI, takes: 20h, cost: 3, boxes_per_day: 9,"
    " departs: [Mon 20:00, Thu 06:30]}\n"
    "  - {id: HOME, mode: road, from: YIW, to: NGB, takes: 9h, cost: 5}\n"
    "demand:\n";

static CaseFixture ready_at(const char *ready) {
    g_autofree char *demand = g_strdup_printf(
        "  - {id: B, from: HAM, to: YIW, boxes: 5, container: 40HC, revenue: 1, ready: %s,"
        " due: 2027-04-20}\n",
        ready);
    return case_fixture_new(head, demand);
}

/** The departures that a box ready at an instant may take, and how many more there are. */
static void expect_choice(const Problem *problem, int feeder, const char *ready,
                          const char *const *departures, int count) {
    FeederChoice choice = feeder_choice(problem, feeder, minute_at(ready));
    for (int i = 0; i < count; i++) {
        FeederRunId run = feeder_choice_next(&choice);
        ck_assert_int_ne(run, NONE);
        ck_assert_int_eq(problem->feeder_runs[run].feeder, feeder);
        ck_assert_int_eq(problem->feeder_runs[run].departs, minute_at(departures[i]));
        ck_assert_int_eq(problem->feeder_runs[run].arrives,
                         minute_at(departures[i]) +
                             problem->kase->feeders[feeder].arrives.after_min);
    }
}

static void expect_no_more(const Problem *problem, int feeder, const char *ready, int count) {
    FeederChoice choice = feeder_choice(problem, feeder, minute_at(ready));
    for (int i = 0; i < count; i++) {
        ck_assert_int_ne(feeder_choice_next(&choice), NONE);
    }
    ck_assert_int_eq(feeder_choice_next(&choice), NONE);
    ck_assert_int_eq(feeder_choice_next(&choice), NONE);
}

START_TEST(an_unscheduled_feeder_leaves_when_the_box_is_ready_or_on_one_of_six_midnights) {
    CaseFixture fixture = ready_at("2027-03-25 08:17");
    static const char *const departures[] = {"2027-03-25T08:17+01:00", "2027-03-26T00:00+01:00",
                                             "2027-03-27T00:00+01:00", "2027-03-28T00:00+01:00",
                                             "2027-03-29T00:00+02:00", /* the clocks have changed */
                                             "2027-03-30T00:00+02:00", "2027-03-31T00:00+02:00"};
    expect_choice(fixture.problem, 0, departures[0], departures, 7);
    expect_no_more(fixture.problem, 0, departures[0], 7);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(a_box_ready_at_midnight_has_seven_departures_too) {
    CaseFixture fixture = ready_at("2027-03-25");
    static const char *const departures[] = {"2027-03-25T00:00+01:00", "2027-03-26T00:00+01:00",
                                             "2027-03-27T00:00+01:00", "2027-03-28T00:00+01:00",
                                             "2027-03-29T00:00+02:00", "2027-03-30T00:00+02:00",
                                             "2027-03-31T00:00+02:00"};
    expect_choice(fixture.problem, 0, departures[0], departures, 7);
    expect_no_more(fixture.problem, 0, departures[0], 7);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(a_departure_for_one_box_is_none_for_another) {
    CaseFixture fixture = case_fixture_new(
        head, "  - {id: B, from: HAM, to: YIW, boxes: 5, container: 40HC, revenue: 1,"
              " ready: 2027-03-25 08:17, due: 2027-04-20}\n"
              "  - {id: C, from: HAM, to: YIW, boxes: 5, container: 40HC, revenue: 1,"
              " ready: 2027-03-25 08:16, due: 2027-04-20}\n");
    static const char *const departures[] = {"2027-03-25T08:16+01:00", "2027-03-26T00:00+01:00"};
    expect_choice(fixture.problem, 0, departures[0], departures, 2);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(any_later_departure_of_a_scheduled_feeder_will_do) {
    CaseFixture fixture = ready_at("2027-03-25 06:30");
    static const char *const departures[] = {
        "2027-03-25T06:30+01:00", /* Thursday, in the very minute */
        "2027-03-29T20:00+02:00", "2027-04-01T06:30+02:00", "2027-04-05T20:00+02:00",
        "2027-04-08T06:30+02:00", "2027-04-12T20:00+02:00", "2027-04-15T06:30+02:00"};
    expect_choice(fixture.problem, 1, departures[0], departures, 7);
    expect_choice(fixture.problem, 1, "2027-03-25T06:31+01:00", &departures[1], 6);
    case_fixture_free(&fixture);
}
END_TEST

/* Off the train on Monday, 5 April 11:00 in Yiwu (Berlin's 24 March 04:00 is 11:00 in Shanghai,
 * twelve days on 11:00), free at 17:00. */
START_TEST(a_box_off_a_train_goes_on_when_it_is_released) {
    CaseFixture fixture = ready_at("2027-03-22");
    const Problem *problem = fixture.problem;
    ck_assert_int_eq(problem->legs[0].arrives, minute_at("2027-04-05T11:00+08:00"));
    ck_assert_int_eq(feeder_ready(problem, 0), minute_at("2027-04-05T17:00+08:00"));
    static const char *const departures[] = {"2027-04-05T17:00+08:00", "2027-04-06T00:00+08:00"};
    expect_choice(problem, 2, departures[0], departures, 2);
    expect_no_more(problem, 2, departures[0], 7);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(trains_are_boarded_a_cutoff_after_the_feeder_comes_in) {
    CaseFixture fixture = ready_at("2027-03-25 08:17");
    FeederRunId run = feeder_first_run(fixture.problem, 0, minute_at("2027-03-25T08:17+01:00"));
    ck_assert_int_eq(feeder_boarding(fixture.problem, run), minute_at("2027-03-25T20:17+01:00"));
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(departures_of_a_day_share_it_and_no_others_do) {
    CaseFixture fixture = ready_at("2027-03-27 23:59");
    const Problem *problem = fixture.problem;
    for (FeederRunId run = 0; run < problem->n_feeder_runs; run++) {
        const FeederRun *of = &problem->feeder_runs[run];
        const FeederDay *day = &problem->feeder_days[of->day];
        const Zone *zone = problem_zone(problem, problem->kase->feeders[of->feeder].from);
        ck_assert_int_eq(day->feeder, of->feeder);
        ck_assert_int_eq(day->day, zone_date(zone, of->departs));
    }
    for (FeederDayId day = 1; day < problem->n_feeder_days; day++) {
        const FeederDay *a = &problem->feeder_days[day - 1], *b = &problem->feeder_days[day];
        ck_assert(a->feeder < b->feeder || (a->feeder == b->feeder && a->day < b->day));
    }
    FeederRunId last = feeder_first_run(problem, 0, minute_at("2027-03-27T23:59+01:00"));
    ck_assert_int_eq(problem->feeder_runs[last].day, problem->feeder_runs[last - 1].day);
    ck_assert_int_ne(problem->feeder_runs[last].day, problem->feeder_runs[last + 1].day);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(feeders_are_found_by_the_station_they_leave) {
    CaseFixture fixture = ready_at("2027-03-25");
    const Problem *problem = fixture.problem;
    const int expected[4][2] = {{0, 1}, {0}, {2}, {0}}, counts[4] = {2, 0, 1, 0};
    for (StationId station = 0; station < 4; station++) {
        int first = problem->feeders_from_start[station];
        ck_assert_int_eq(problem->feeders_from_start[station + 1] - first, counts[station]);
        for (int i = 0; i < counts[station]; i++) {
            ck_assert_int_eq(problem->feeders_from[first + i], expected[station][i]);
        }
    }
    case_fixture_free(&fixture);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("feeder_run");
    TCase *tests = tcase_create("feeder_run");
    tcase_add_test(tests,
                   an_unscheduled_feeder_leaves_when_the_box_is_ready_or_on_one_of_six_midnights);
    tcase_add_test(tests, a_box_ready_at_midnight_has_seven_departures_too);
    tcase_add_test(tests, a_departure_for_one_box_is_none_for_another);
    tcase_add_test(tests, any_later_departure_of_a_scheduled_feeder_will_do);
    tcase_add_test(tests, a_box_off_a_train_goes_on_when_it_is_released);
    tcase_add_test(tests, trains_are_boarded_a_cutoff_after_the_feeder_comes_in);
    tcase_add_test(tests, departures_of_a_day_share_it_and_no_others_do);
    tcase_add_test(tests, feeders_are_found_by_the_station_they_leave);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
