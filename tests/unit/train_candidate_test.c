/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/problem/train_candidate.h"

#include <check.h>
#include <stdlib.h>

#include "tests/unit/case_fixture.h"

/* Two weeks from Monday, 30 November 2026; the tail ends on 19 December 00:00 in Shanghai.
 * First sections leave Yiwu on Tuesday 04:00 and Thursday 20:00 and take two days; at Alashankou a
 * train stays 8 h to 48 h. Alashankou is five hours east of Greenwich, three behind Shanghai. */
static const char head[] = "banlie: 1\n"
                           "horizon: {start: 2026-11-30, weeks: 2, zone: Asia/Shanghai, tail: 5d}\n"
                           "stations:\n"
                           "  YIW: {country: CN, zone: Asia/Shanghai}\n"
                           "  ALA: {country: KZ, zone: Asia/Almaty, through: {min: 8h, max: 48h}}\n"
                           "  DUI: {country: DE, zone: Europe/Berlin}\n"
                           "slots:\n"
                           "  - {id: C1, from: YIW, to: ALA, departs: [Tue 04:00, Thu 20:00], "
                           "runs: 2d, km: 4000, teu: 100,"
                           " cost: {train: 1000}}\n"
                           "  - {id: E1, from: ALA, to: DUI, departs: [Thu 08:00, Fri 01:00, Sat "
                           "09:00], runs: 3d, km: 6000,"
                           " teu: 100, cost: {train: 500}}\n";

static void check_train(const Problem *problem, TrainId id, const char *name, int week,
                        const char *first, const char *last) {
    ck_assert_int_lt(id, problem->n_trains);
    const TrainCandidate *train = &problem->trains[id];
    ck_assert_str_eq(train->base_name, name);
    ck_assert_int_eq(train->week, week);
    ck_assert_str_eq(problem->runs[problem->train_runs[train->first_run]].name, first);
    ck_assert_str_eq(problem->runs[problem->train_runs[train->first_run + train->n_runs - 1]].name,
                     last);
}

/* Arrivals at Alashankou, local: Thursday 01:00 (Tuesday's) and Saturday 17:00 (Thursday's).
 * Tuesday's may go on from Thursday 09:00 to Saturday 01:00: Friday's slot alone (Thursday 08:00 is
 * 7 h away, Saturday 09:00 is 56 h). Thursday's would have to wait until Thursday: 111 h, none. */
START_TEST(a_designed_line_has_every_chain_that_keeps_its_dwells) {
    CaseFixture fixture =
        case_fixture_new(head, "lines: {L: {route: [YIW, ALA, DUI], cost: 30}}\n");
    const Problem *problem = fixture.problem;
    ck_assert_int_eq(findings_errors(fixture.findings), 0);
    ck_assert_int_eq(problem->n_trains, 2);
    check_train(problem, 0, "L@2026-12-01", 0, "C1@2026-12-01", "E1@2026-12-04");
    check_train(problem, 1, "L@2026-12-08", 1, "C1@2026-12-08", "E1@2026-12-11");
    const TrainCandidate *train = &problem->trains[0];
    ck_assert_int_eq(train->hand, NONE);
    ck_assert(!train->fixed);
    ck_assert_double_eq(train->cost, 30 + 1000 + 500);
    ck_assert_double_eq(train->dist_km, 10000);
    ck_assert_int_eq(train->departs, minute_at("2026-12-01T04:00+08:00"));
    ck_assert_int_eq(train->arrives, minute_at("2026-12-07T01:00+05:00"));
    ck_assert_double_eq(train->offered, 1);
    ck_assert_int_eq(train->load_factor, NONE);
    case_fixture_free(&fixture);
}
END_TEST

/* With 7 h to 56 h at the station Tuesday's train has all three ways on; they stand in order of
 * departure. */
START_TEST(both_ends_of_a_dwell_window_count) {
    CaseFixture fixture = case_fixture_new(
        "banlie: 1\n"
        "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai}\n"
        "stations:\n"
        "  YIW: {country: CN, zone: Asia/Shanghai}\n"
        "  ALA: {country: KZ, zone: Asia/Almaty, through: {min: 7h, max: 56h}}\n"
        "  DUI: {country: DE, zone: Europe/Berlin}\n"
        "slots:\n"
        "  - {id: C1, from: YIW, to: ALA, departs: [Tue 04:00], runs: 2d, km: 4000, teu: 100}\n"
        "  - {id: E1, from: ALA, to: DUI, departs: [Sat 09:00, Fri 01:00, Thu 08:00], runs: 3d,"
        " km: 6000, teu: 100}\n",
        "lines: {L: {route: [YIW, ALA, DUI]}}\n");
    ck_assert_int_eq(fixture.problem->n_trains, 3);
    check_train(fixture.problem, 0, "L@2026-12-01", 0, "C1@2026-12-01", "E1@2026-12-03");
    check_train(fixture.problem, 1, "L@2026-12-01", 0, "C1@2026-12-01", "E1@2026-12-04");
    check_train(fixture.problem, 2, "L@2026-12-01", 0, "C1@2026-12-01", "E1@2026-12-05");
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(a_chain_longer_than_max_transit_is_no_candidate) {
    /* 48 h + 24 h dwell + 72 h = 144 h. */
    CaseFixture fixture =
        case_fixture_new(head, "lines: {L: {route: [YIW, ALA, DUI], max_transit: 144h}}\n");
    ck_assert_int_eq(fixture.problem->n_trains, 2);
    case_fixture_free(&fixture);
    fixture =
        case_fixture_new(head, "lines: {L: {route: [YIW, ALA, DUI], max_transit: 143h59m}}\n");
    ck_assert_int_eq(fixture.problem->n_trains, 0);
    ck_assert(findings_say(fixture.findings, FINDING_WARNING, "line L"));
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(a_designed_chain_ends_within_the_tail) {
    /* Arrives on Thursday, 10 December 04:00 in Shanghai, three days and four hours after the end.
     */
    static const char late[] =
        "stations:\n"
        "  YIW: {country: CN, zone: Asia/Shanghai}\n"
        "  ALA: {country: KZ, zone: Asia/Almaty}\n"
        "slots: [{id: C1, from: YIW, to: ALA, departs: [Sun 04:00], runs: 4d, km: 4000, teu: 1}]\n"
        "lines: {L: {route: [YIW, ALA]}}\n";
    CaseFixture fixture = case_fixture_new(
        "banlie: 1\nhorizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai, tail: 3d4h}\n",
        late);
    ck_assert_int_eq(fixture.problem->n_trains, 1);
    case_fixture_free(&fixture);
    fixture = case_fixture_new(
        "banlie: 1\nhorizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai, tail: 3d3h59m}\n",
        late);
    ck_assert_int_eq(fixture.problem->n_trains, 0);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(a_train_by_hand_takes_the_earliest_run_after_its_dwell) {
    CaseFixture fixture =
        case_fixture_new(head, "lines: {L: {direction: outbound, cost: 30}}\n"
                               "trains: [{id: X1, line: L, slots: [C1, E1], departs: [Tue]}]\n");
    const Problem *problem = fixture.problem;
    ck_assert_int_eq(findings_errors(fixture.findings), 0);
    ck_assert_int_eq(problem->n_trains, 2);
    check_train(problem, 0, "X1@2026-12-01", 0, "C1@2026-12-01", "E1@2026-12-04");
    check_train(problem, 1, "X1@2026-12-08", 1, "C1@2026-12-08", "E1@2026-12-11");
    ck_assert_int_eq(problem->trains[0].hand, 0);
    ck_assert(problem->trains[0].fixed);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(an_optional_train_is_for_the_plan_to_choose) {
    CaseFixture fixture =
        case_fixture_new(head, "lines: {L: {direction: outbound}}\n"
                               "trains: [{id: X1, line: L, slots: [C1], runs: optional}]\n");
    ck_assert_int_eq(fixture.problem->n_trains, 4);
    check_train(fixture.problem, 0, "X1@2026-12-01", 0, "C1@2026-12-01", "C1@2026-12-01");
    check_train(fixture.problem, 3, "X1@2026-12-10", 1, "C1@2026-12-10", "C1@2026-12-10");
    for (TrainId id = 0; id < 4; id++) {
        ck_assert(!fixture.problem->trains[id].fixed);
    }
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(a_train_by_hand_that_waits_too_long_is_an_error) {
    /* Without `departs` Thursday's departure counts too: it would wait 111 h at Alashankou. */
    CaseFixture fixture = case_fixture_new(head, "lines: {L: {direction: outbound}}\n"
                                                 "trains: [{id: X1, line: L, slots: [C1, E1]}]\n");
    ck_assert_int_ge(findings_errors(fixture.findings), 1);
    ck_assert(findings_say(fixture.findings, FINDING_ERROR, "X1@2026-12-03"));
    ck_assert(findings_say(fixture.findings, FINDING_ERROR, "111h"));
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(a_train_by_hand_beyond_the_tail_is_an_error) {
    CaseFixture fixture = case_fixture_new(
        "banlie: 1\nhorizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai, tail: 3d}\n",
        "stations:\n"
        "  YIW: {country: CN, zone: Asia/Shanghai}\n"
        "  ALA: {country: KZ, zone: Asia/Almaty}\n"
        "slots: [{id: C1, from: YIW, to: ALA, departs: [Sun 04:00], runs: 4d, km: 4000, teu: 1}]\n"
        "lines: {L: {direction: outbound}}\n"
        "trains: [{id: X1, line: L, slots: [C1]}]\n");
    ck_assert(findings_say(fixture.findings, FINDING_ERROR, "tail"));
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(a_week_is_counted_in_the_zone_of_the_horizon) {
    /* Sunday 23:30 in Duisburg is Monday 06:30 in Shanghai. */
    CaseFixture fixture = case_fixture_new(
        "banlie: 1\nhorizon: {start: 2026-11-30, weeks: 2, zone: Asia/Shanghai}\n",
        "stations:\n"
        "  YIW: {country: CN, zone: Asia/Shanghai}\n"
        "  DUI: {country: DE, zone: Europe/Berlin}\n"
        "slots: [{id: W1, from: DUI, to: YIW, departs: [Sun 23:30], runs: 4d, km: 4000, teu: 1}]\n"
        "lines: {L: {route: [DUI, YIW]}}\n");
    ck_assert_int_eq(fixture.problem->n_trains, 2);
    check_train(fixture.problem, 0, "L@2026-11-29", 0, "W1@2026-11-29", "W1@2026-11-29");
    check_train(fixture.problem, 1, "L@2026-12-06", 1, "W1@2026-12-06", "W1@2026-12-06");
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(the_first_load_factor_rule_that_matches_holds) {
    CaseFixture fixture =
        case_fixture_new(head, "lines: {L: {route: [YIW, ALA]}, M: {route: [ALA, DUI]}}\n"
                               "load_factors:\n"
                               "  - {lines: \"L\", offered: 0.9}\n"
                               "  - {lines: \".*\", offered: 0.5, min: 0.3}\n");
    const Problem *problem = fixture.problem;
    ck_assert_int_eq(problem->n_trains, 4 + 6);
    ck_assert_double_eq(problem->trains[0].offered, 0.9);
    ck_assert_int_eq(problem->trains[0].load_factor, 0);
    ck_assert_double_eq(problem->trains[4].offered, 0.5);
    ck_assert_int_eq(problem->trains[4].load_factor, 1);
    ck_assert_double_eq(problem->legs[problem->trains[4].first_leg].offered_teu, 50);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(a_dwell_is_elapsed_time_across_a_clock_change) {
    /* From Saturday 22:00 to Sunday 08:00 in Berlin are 9 h on 28 March 2027. */
    static const char night[] =
        "slots:\n"
        "  - {id: W1, from: MAL, to: DUI, departs: [Sat 12:00], runs: 10h, km: 1000, teu: 1}\n"
        "  - {id: W2, from: DUI, to: RTM, departs: [Sun 08:00], runs: 4h, km: 200, teu: 1}\n"
        "lines: {L: {route: [MAL, DUI, RTM]}}\n";
    static const char *const heads[] = {
        "banlie: 1\nhorizon: {start: 2027-03-22, weeks: 1, zone: Europe/Berlin}\n"
        "stations:\n"
        "  MAL: {country: PL, zone: Europe/Warsaw}\n"
        "  DUI: {country: DE, zone: Europe/Berlin, through: {min: 9h, max: 9h}}\n"
        "  RTM: {country: NL, zone: Europe/Amsterdam}\n",
        "banlie: 1\nhorizon: {start: 2027-03-22, weeks: 1, zone: Europe/Berlin}\n"
        "stations:\n"
        "  MAL: {country: PL, zone: Europe/Warsaw}\n"
        "  DUI: {country: DE, zone: Europe/Berlin, through: {min: 10h, max: 10h}}\n"
        "  RTM: {country: NL, zone: Europe/Amsterdam}\n"};
    for (int i = 0; i < 2; i++) {
        CaseFixture fixture = case_fixture_new(heads[i], night);
        ck_assert_int_eq(fixture.problem->n_trains, i == 0 ? 1 : 0);
        case_fixture_free(&fixture);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("train_candidate");
    TCase *tests = tcase_create("train_candidate");
    tcase_add_test(tests, a_designed_line_has_every_chain_that_keeps_its_dwells);
    tcase_add_test(tests, both_ends_of_a_dwell_window_count);
    tcase_add_test(tests, a_chain_longer_than_max_transit_is_no_candidate);
    tcase_add_test(tests, a_designed_chain_ends_within_the_tail);
    tcase_add_test(tests, a_train_by_hand_takes_the_earliest_run_after_its_dwell);
    tcase_add_test(tests, an_optional_train_is_for_the_plan_to_choose);
    tcase_add_test(tests, a_train_by_hand_that_waits_too_long_is_an_error);
    tcase_add_test(tests, a_train_by_hand_beyond_the_tail_is_an_error);
    tcase_add_test(tests, a_week_is_counted_in_the_zone_of_the_horizon);
    tcase_add_test(tests, the_first_load_factor_rule_that_matches_holds);
    tcase_add_test(tests, a_dwell_is_elapsed_time_across_a_clock_change);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
