/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/problem/leg_graph.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "tests/unit/case_fixture.h"

/* One train a week on two slots, the first of which serves Xi'an on the way: legs 0 YIW-XIA,
 * 1 XIA-ALA, 2 ALA-DUI. Departs Tuesday, 1 December 22:00 in Yiwu. */
static const char head[] =
    "banlie: 1\n"
    "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai}\n"
    "stations:\n"
    "  YIW: {country: CN, zone: Asia/Shanghai}\n"
    "  XIA: {country: CN, zone: Asia/Shanghai}\n"
    "  ALA: {country: KZ, zone: Asia/Almaty, through: {max: 72h}}\n"
    "  DUI: {country: DE, zone: Europe/Berlin}\n"
    "slots:\n"
    "  - {id: C1, from: YIW, to: ALA, departs: [Tue 22:00], runs: 50h, km: 4000, teu: 100,"
    " cost: {teu: 80, empty_teu: 40}, stops: [{at: XIA, arrives: 20h, departs: 24h, km: 1000}]}\n"
    "  - {id: E1, from: ALA, to: DUI, departs: [Fri 12:00], runs: 60h, km: 6000, teu: 90,"
    " tonnes: 2000, cost: {teu: 100}}\n"
    "load_factors: [{lines: \".*\", offered: 0.5}]\n";
static const char line[] = "lines: {L: {route: [YIW, ALA, DUI]}}\n";

static void check_leg(const Problem *problem, LegId id, const char *from, const char *to,
                      const char *departs, const char *arrives) {
    const Leg *leg = &problem->legs[id];
    ck_assert_int_eq(leg->from, station_named(problem->kase, from));
    ck_assert_int_eq(leg->to, station_named(problem->kase, to));
    ck_assert_int_eq(leg->departs, minute_at(departs));
    ck_assert_int_eq(leg->arrives, minute_at(arrives));
}

START_TEST(a_stop_makes_two_legs_that_share_the_cost_by_km) {
    CaseFixture fixture = case_fixture_new(head, line);
    const Problem *problem = fixture.problem;
    ck_assert_int_eq(problem->n_legs, 3);
    check_leg(problem, 0, "YIW", "XIA", "2026-12-01T22:00+08:00", "2026-12-02T18:00+08:00");
    check_leg(problem, 1, "XIA", "ALA", "2026-12-02T22:00+08:00", "2026-12-04T00:00+08:00");
    check_leg(problem, 2, "ALA", "DUI", "2026-12-04T12:00+05:00", "2026-12-07T00:00+05:00");
    ck_assert_double_eq(problem->legs[0].dist_km, 1000);
    ck_assert_double_eq(problem->legs[0].cost_per_teu, 20);
    ck_assert_double_eq(problem->legs[0].cost_per_empty_teu, 10);
    ck_assert_double_eq(problem->legs[1].dist_km, 3000);
    ck_assert_double_eq(problem->legs[1].cost_per_teu, 60);
    ck_assert_double_eq(problem->legs[2].cost_per_teu, 100);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(legs_of_a_train_follow_one_another) {
    CaseFixture fixture = case_fixture_new(head, line);
    const Problem *problem = fixture.problem;
    ck_assert_int_eq(problem->trains[0].first_leg, 0);
    ck_assert_int_eq(problem->trains[0].n_legs, 3);
    ck_assert_int_eq(problem->legs[0].next, 1);
    ck_assert_int_eq(problem->legs[1].next, 2);
    ck_assert_int_eq(problem->legs[2].next, NONE);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(limits_come_from_the_slot_and_its_offered_share) {
    CaseFixture fixture = case_fixture_new(head, line);
    const Problem *problem = fixture.problem;
    ck_assert_double_eq(problem->legs[0].offered_teu, 50);
    ck_assert(isinf(problem->legs[0].limit_t));
    ck_assert_double_eq(problem->legs[2].offered_teu, 45);
    ck_assert_double_eq(problem->legs[2].limit_t, 2000);
    case_fixture_free(&fixture);
}
END_TEST

static void check_day(const Problem *problem, StationDayId id, const char *station,
                      const char *day) {
    char text[DATE_TEXT_SIZE];
    ck_assert_int_eq(problem->station_days[id].station, station_named(problem->kase, station));
    ck_assert_str_eq(date_format(problem->station_days[id].day, text), day);
}

START_TEST(calendar_days_are_local_to_each_station) {
    CaseFixture fixture = case_fixture_new(head, line);
    const Problem *problem = fixture.problem;
    check_day(problem, problem->legs[0].depart_day, "YIW", "2026-12-01");
    check_day(problem, problem->legs[0].arrive_day, "XIA", "2026-12-02");
    ck_assert_int_eq(problem->legs[1].depart_day, problem->legs[0].arrive_day);
    /* 4 December 00:00 in Shanghai is still the third in Almaty. */
    check_day(problem, problem->legs[1].arrive_day, "ALA", "2026-12-03");
    check_day(problem, problem->legs[2].depart_day, "ALA", "2026-12-04");
    /* 7 December 00:00 in Almaty is the sixth in Berlin. */
    check_day(problem, problem->legs[2].arrive_day, "DUI", "2026-12-06");
    ck_assert_int_eq(problem->n_station_days, 5);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(departures_of_a_station_stand_by_time) {
    CaseFixture fixture = case_fixture_new(
        "banlie: 1\n"
        "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai}\n"
        "stations: {YIW: {country: CN, zone: Asia/Shanghai}, XIA: {country: CN, zone: "
        "Asia/Shanghai}}\n"
        "slots:\n"
        "  - {id: A, from: YIW, to: XIA, departs: [Fri 10:00, Tue 10:00], runs: 5h, km: 1, teu: "
        "1}\n"
        "  - {id: B, from: YIW, to: XIA, departs: [Wed 10:00], runs: 5h, km: 1, teu: 1}\n",
        "lines: {L: {route: [YIW, XIA]}}\n");
    const Problem *problem = fixture.problem;
    StationId yiwu = station_named(problem->kase, "YIW"),
              xian = station_named(problem->kase, "XIA");
    int start = problem->station_departure_start[yiwu];
    ck_assert_int_eq(problem->station_departure_start[yiwu + 1] - start, 3);
    ck_assert_int_eq(problem->station_departure_start[xian + 1],
                     problem->station_departure_start[xian]);
    for (int i = start + 1; i < start + 3; i++) {
        ck_assert_int_lt(problem->legs[problem->station_departures[i - 1]].departs,
                         problem->legs[problem->station_departures[i]].departs);
    }
    ck_assert_int_eq(leg_graph_first_departure(problem, yiwu, minute_at("2026-12-01T10:00+08:00")),
                     start);
    ck_assert_int_eq(leg_graph_first_departure(problem, yiwu, minute_at("2026-12-01T10:01+08:00")),
                     start + 1);
    ck_assert_int_eq(leg_graph_first_departure(problem, yiwu, minute_at("2026-12-04T10:01+08:00")),
                     start + 3);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(what_a_class_avoids_is_matched_by_slot_station_and_country) {
    CaseFixture fixture = case_fixture_new(head, "lines: {L: {route: [YIW, ALA, DUI]}}\n"
                                                 "cargo:\n"
                                                 "  by_slot: {avoid: {slots: \"E.*\"}}\n"
                                                 "  by_station: {avoid: {stations: \"XI.\"}}\n"
                                                 "  by_country: {avoid: {countries: \"KZ|XI\"}}\n"
                                                 "  by_part: {avoid: {stations: \"XI\"}}\n");
    const Problem *problem = fixture.problem;
    const bool *leg = problem->cargo_bars_leg, *station = problem->cargo_bars_station;
    const bool legs[5][3] = {{false, false, false}, {false, false, true}};
    const bool stations[5][4] = {
        {false}, {false}, {false, true, false, false}, {false, false, true, false}, {false}};
    ck_assert_int_eq(problem->kase->n_cargo, 5);
    for (int cargo = 0; cargo < 5; cargo++) {
        for (int i = 0; i < 3; i++) {
            ck_assert_int_eq(leg[cargo * 3 + i], legs[cargo][i]);
        }
        for (int i = 0; i < 4; i++) {
            ck_assert_int_eq(station[cargo * 4 + i], stations[cargo][i]);
        }
    }
    case_fixture_free(&fixture);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("leg_graph");
    TCase *tests = tcase_create("leg_graph");
    tcase_add_test(tests, a_stop_makes_two_legs_that_share_the_cost_by_km);
    tcase_add_test(tests, legs_of_a_train_follow_one_another);
    tcase_add_test(tests, limits_come_from_the_slot_and_its_offered_share);
    tcase_add_test(tests, calendar_days_are_local_to_each_station);
    tcase_add_test(tests, departures_of_a_station_stand_by_time);
    tcase_add_test(tests, what_a_class_avoids_is_matched_by_slot_station_and_country);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
