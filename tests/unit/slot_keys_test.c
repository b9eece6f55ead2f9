/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Closed days, times of the clock and weeks between runs, as the problem has them. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "model/problem/feeder_run.h"
#include "tests/unit/case_fixture.h"

/* Weeks of Europe's clock changes: Sunday 25 October 2026 03:00 becomes 02:00, Sunday 28 March 2027
 * 02:00 becomes 03:00. Elsewhere 2026-11-30 is a Monday. */
static CaseFixture fixture_of(const char *horizon, const char *rest) {
    g_autofree char *head = g_strdup_printf("banlie: 1\n"
                                            "horizon: {%s}\n"
                                            "stations:\n"
                                            "  YIW: {country: CN, zone: Asia/Shanghai}\n"
                                            "  ALA: {country: CN, zone: Asia/Shanghai}\n"
                                            "  ALM: {country: KZ, zone: Asia/Almaty}\n"
                                            "  DUI: {country: DE, zone: Europe/Berlin}\n"
                                            "  HAM: {country: DE, zone: Europe/Berlin}\n",
                                            horizon);
    return case_fixture_new(head, rest);
}

/** Likewise with a word put into the rest where it has %s. */
static CaseFixture fixture_with(const char *horizon, const char *rest, const char *word) {
    g_auto(GStrv) parts = g_strsplit(rest, "%s", -1);
    g_autofree char *text = g_strjoinv(word, parts);
    return fixture_of(horizon, text);
}

static const char autumn[] = "start: 2026-10-19, weeks: 1, zone: Europe/Berlin, tail: 9d";
static const char spring[] = "start: 2027-03-22, weeks: 1, zone: Europe/Berlin, tail: 9d";
static const char winter[] = "start: 2026-11-30, weeks: 2, zone: Asia/Shanghai, tail: 0";

static void expect_run(const Problem *problem, SlotRunId run, const char *name,
                       const char *arrives) {
    ck_assert_int_lt(run, problem->n_runs);
    ck_assert_str_eq(problem->runs[run].name, name);
    ck_assert_int_eq(problem->runs[run].arrives, minute_at(arrives));
}

/** The names of all slot runs, or of all trains, blanks between them. */
static char *run_names(const Problem *problem) {
    GString *names = g_string_new(NULL);
    for (SlotRunId run = 0; run < problem->n_runs; run++) {
        g_string_append_printf(names, "%s%s", run > 0 ? " " : "", problem->runs[run].name);
    }
    return g_string_free(names, FALSE);
}

static char *train_names(const Problem *problem) {
    GString *names = g_string_new(NULL);
    for (TrainId train = 0; train < problem->n_trains; train++) {
        g_string_append_printf(names, "%s%s", train > 0 ? " " : "",
                               problem->trains[train].base_name);
    }
    return g_string_free(names, FALSE);
}

static void expect_runs(const char *horizon, const char *rest, const char *wanted) {
    CaseFixture fixture = fixture_of(horizon, rest);
    g_autofree char *names = run_names(fixture.problem);
    ck_assert_str_eq(names, wanted);
    case_fixture_free(&fixture);
}

static void expect_trains(const char *horizon, const char *rest, const char *wanted) {
    CaseFixture fixture = fixture_of(horizon, rest);
    g_autofree char *names = train_names(fixture.problem);
    ck_assert_str_eq(names, wanted);
    case_fixture_free(&fixture);
}

/* ---- arrives ---- */

static const char NIGHT[] =
    "slots: [{id: S, from: DUI, to: HAM, departs: [Sat 20:00], arrives: \"D+1 06:00\", km: 400,"
    " teu: 9}]\n"
    "lines: {L: {route: [DUI, HAM]}}\n";

START_TEST(a_clock_change_moves_the_elapsed_time_and_not_the_clock) {
    CaseFixture fixture = fixture_of(autumn, NIGHT);
    expect_run(fixture.problem, 0, "S@2026-10-24", "2026-10-25T06:00+01:00"); /* 11 h */
    ck_assert_int_eq(fixture.problem->runs[0].arrives - fixture.problem->runs[0].departs, 660);
    expect_run(fixture.problem, 1, "S@2026-10-31", "2026-11-01T06:00+01:00"); /* 10 h */
    ck_assert_int_eq(fixture.problem->runs[1].arrives - fixture.problem->runs[1].departs, 600);
    ck_assert_int_eq(findings_count(fixture.findings), 0);
    case_fixture_free(&fixture);
    fixture = fixture_of(spring, NIGHT);
    expect_run(fixture.problem, 0, "S@2027-03-27", "2027-03-28T06:00+02:00"); /* 9 h */
    ck_assert_int_eq(fixture.problem->runs[0].arrives - fixture.problem->runs[0].departs, 540);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(skipped_and_repeated_arrivals_are_taken_as_departures_are) {
    static const char NIGHT_TRAIN[] =
        "slots: [{id: S, from: DUI, to: HAM, departs: [Sat 20:00], arrives: \"D+1 02:30\","
        " km: 400, teu: 9}]\n"
        "lines: {L: {route: [DUI, HAM]}}\n";
    CaseFixture fixture = fixture_of(spring, NIGHT_TRAIN);
    expect_run(fixture.problem, 0, "S@2027-03-27", "2027-03-28T03:00+02:00");
    ck_assert(findings_say(fixture.findings, FINDING_WARNING,
                           "skips the time at which S@2027-03-27 is at HAM"));
    case_fixture_free(&fixture);
    fixture = fixture_of(autumn, NIGHT_TRAIN);
    expect_run(fixture.problem, 0, "S@2026-10-24", "2026-10-25T02:30+02:00");
    ck_assert(findings_say(fixture.findings, FINDING_WARNING,
                           "repeats the time at which S@2026-10-24 is at HAM"));
    case_fixture_free(&fixture);
}
END_TEST

/* From China into Kazakhstan the clock goes back by 3 h: a train that leaves at 00:10 is there at
 * 21:40 of the day before, half an hour later. */
START_TEST(days_count_from_the_local_day_of_departure) {
    CaseFixture fixture = fixture_of(
        winter,
        "slots:\n"
        "  - {id: B, from: ALA, to: ALM, departs: [Tue 00:10], arrives: \"D-1 21:40\", km: 12,"
        " teu: 9}\n"
        "  - {id: E, from: DUI, to: YIW, departs: [Mon 23:30], arrives: \"D+10 08:00\", km: 9000,"
        " teu: 9}\n"
        "lines: {L: {route: [ALA, ALM]}, M: {route: [DUI, YIW]}}\n");
    expect_run(fixture.problem, 0, "B@2026-12-01", "2026-12-01T00:40+08:00");
    expect_run(fixture.problem, 2, "E@2026-11-30", "2026-12-10T08:00+08:00");
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(stops_by_the_clock_stand_beside_offsets) {
    CaseFixture fixture = fixture_of(
        "start: 2026-10-19, weeks: 1, zone: Europe/Berlin, tail: 20d",
        "slots: [{id: S, from: DUI, to: YIW, departs: [Sat 20:00], runs: 12d, km: 9000, teu: 9,"
        " stops: [{at: HAM, arrives: \"D+1 06:00\", departs: 12h, km: 400},"
        " {at: ALM, arrives: 9d, departs: \"D+10 01:00\", km: 6000}]}]\n"
        "lines: {L: {route: [DUI, YIW]}}\n");
    const Problem *problem = fixture.problem;
    /* Berlin 20:00 on 24 October is 18:00Z; 06:00 on 25 October is 05:00Z, by winter time. */
    static const char *const times[][2] = {{"2026-10-24T18:00Z", "2026-10-25T05:00Z"},
                                           {"2026-10-25T06:00Z", "2026-11-02T18:00Z"},
                                           {"2026-11-02T20:00Z", "2026-11-05T18:00Z"}};
    ck_assert_int_ge(problem->n_legs, 3);
    for (LegId leg = 0; leg < 3; leg++) {
        ck_assert_int_eq(problem->legs[leg].departs, minute_at(times[leg][0]));
        ck_assert_int_eq(problem->legs[leg].arrives, minute_at(times[leg][1]));
    }
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(a_feeder_may_arrive_by_the_clock) {
    CaseFixture fixture = fixture_of(
        autumn,
        "slots: [{id: S, from: DUI, to: YIW, departs: [Mon 20:00], runs: 12d, km: 9000, teu: 9}]\n"
        "lines: {L: {route: [DUI, YIW]}}\n"
        "feeders: [{id: F, mode: rail, from: HAM, to: DUI, departs: [Sat 20:00],"
        " arrives: \"D+1 06:00\", cost: 1}]\n");
    const Problem *problem = fixture.problem;
    ck_assert_int_ge(problem->n_feeder_runs, 2);
    ck_assert_int_eq(problem->feeder_runs[0].arrives - problem->feeder_runs[0].departs, 660);
    ck_assert_int_eq(problem->feeder_runs[1].arrives - problem->feeder_runs[1].departs, 600);
    case_fixture_free(&fixture);
}
END_TEST

/* ---- every ---- */

/* 2026-12-09 is the Wednesday of the week from 7 December. */
START_TEST(every_second_week_counts_from_any_day_forward_and_backward) {
    static const char rest[] =
        "slots: [{id: S, from: YIW, to: ALA, departs: [Mon 00:00, Sun 23:59], runs: 1h, km: 9,"
        " teu: 9, every: {weeks: 2, from: %s}%s}]\n"
        "lines: {L: {route: [YIW, ALA]}}\n";
    static const char horizon[] = "start: 2026-11-23, weeks: 5, zone: Asia/Shanghai, tail: 0";
    static const char odd[] = "S@2026-11-23 S@2026-11-29 S@2026-12-07 S@2026-12-13 S@2026-12-21 "
                              "S@2026-12-27";
    static const char *const from[] = {"2026-12-09", "2026-12-07", "2026-12-13",
                                       "2027-12-20", "2020-12-14", "1999-12-27"};
    for (size_t i = 0; i < G_N_ELEMENTS(from); i++) {
        /* 2027-12-20, 2020-12-14 and 1999-12-27 are Mondays 54, 312 and 1406 weeks away. */
        g_autofree char *text = g_strdup_printf(rest, from[i], "");
        expect_runs(horizon, text, odd);
    }
    g_autofree char *even = g_strdup_printf(rest, "2026-12-06", "");
    expect_runs(horizon, even, "S@2026-11-30 S@2026-12-06 S@2026-12-14 S@2026-12-20 S@2026-12-28");
    g_autofree char *valid =
        g_strdup_printf(rest, "2026-12-09", ", valid: {from: 2026-11-24, to: 2026-12-07}");
    expect_runs(horizon, valid, "S@2026-11-29 S@2026-12-07");
}
END_TEST

START_TEST(a_week_is_local_where_the_trip_starts) {
    /* Sunday 23:30 in Duisburg is Monday in Shanghai. */
    expect_runs("start: 2026-11-30, weeks: 2, zone: Asia/Shanghai, tail: 0",
                "slots: [{id: S, from: DUI, to: HAM, departs: [Sun 23:30], runs: 9h, km: 400,"
                " teu: 9, every: {weeks: 2, from: 2026-11-30}}]\n"
                "lines: {L: {route: [DUI, HAM]}}\n",
                "S@2026-12-06");
}
END_TEST

START_TEST(a_regular_line_has_no_use_for_every_second_week) {
    static const char rest[] =
        "slots: [{id: S, from: YIW, to: ALA, departs: [Mon 06:00], runs: 1h, km: 9, teu: 9,"
        " every: {weeks: 2, from: 2026-11-30}}]\n"
        "lines: {L: {route: [YIW, ALA], regular: true}}\n%s";
    CaseFixture fixture = fixture_with(winter, rest, "");
    ck_assert_int_eq(fixture.problem->n_trains, 0);
    ck_assert(findings_say(fixture.findings, FINDING_WARNING, "is regular"));
    case_fixture_free(&fixture);
    fixture = fixture_with(winter, rest, "trains: [{id: X, line: L, slots: [S]}]\n");
    ck_assert_int_eq(findings_errors(fixture.findings), 1);
    case_fixture_free(&fixture);
}
END_TEST

/* ---- closed ---- */

static const char DAILY[] =
    "slots: [{id: S, from: DUI, to: HAM, departs: [Fri 23:59, Sat 00:00, Sun 23:59, Mon 00:00],"
    " runs: 9h, km: 400, teu: 9, closed: %s}]\n"
    "lines: {L: {route: [DUI, HAM]}}\n";

START_TEST(closed_days_are_local_and_both_included) {
    static const char *const spans[] = {"[{from: 2026-12-05, to: 2026-12-06}]",
                                        "[2026-12-05, 2026-12-06]", "2026-12-05..2026-12-06",
                                        "2026-12-05; 2026-12-06"};
    for (size_t i = 0; i < G_N_ELEMENTS(spans); i++) {
        g_autofree char *rest = g_strdup_printf(DAILY, spans[i]);
        /* Sunday 23:59 in Duisburg is Monday 06:59 in Shanghai, on the horizon's first day. */
        expect_runs(winter, rest,
                    "S@2026-11-29 S@2026-11-30 S@2026-12-04 S@2026-12-07 S@2026-12-11 "
                    "S@2026-12-12");
    }
}
END_TEST

/* S is at ALM from 6 December 22:00 to 7 December 02:00, local there (+05:00, Shanghai +08:00). */
static const char CALLS[] =
    "slots: [{id: S, from: YIW, to: DUI, departs: [Fri 01:00, Mon 01:00], runs: 9d, km: 9000,"
    " teu: 9, stops: [{at: ALM, arrives: 3d, departs: 76h, km: 4000}]}]\n"
    "lines: {L: {route: [YIW, DUI]}}\n";

static char *names_with_closed_station(const char *station, const char *day) {
    g_autofree char *closed = g_strdup_printf("  %s: {closed: %s, ", station, day);
    g_autofree char *plain = g_strdup_printf("  %s: {", station);
    g_autofree char *text = g_strconcat("banlie: 1\nhorizon: {", winter,
                                        "}\n"
                                        "stations:\n"
                                        "  YIW: {country: CN, zone: Asia/Shanghai}\n"
                                        "  ALM: {country: KZ, zone: Asia/Almaty}\n"
                                        "  DUI: {country: DE, zone: Europe/Berlin}\n",
                                        CALLS, NULL);
    g_auto(GStrv) parts = g_strsplit(text, plain, 2);
    g_autofree char *head = g_strconcat(parts[0], closed, parts[1], NULL);
    CaseFixture fixture = case_fixture_new(head, "");
    char *names = run_names(fixture.problem);
    case_fixture_free(&fixture);
    return names;
}

START_TEST(a_closed_station_takes_calls_on_its_local_days) {
    /* S@2026-12-04 is at ALM from 6 December 22:00 to 7 December 02:00, S@2026-11-30 from
     * 2 December 22:00 to 3 December 02:00, the others a week later. */
    static const struct {
        const char *station, *day, *left;
    } closures[] = {
        {"ALM", "2026-12-06", "S@2026-11-30 S@2026-12-07 S@2026-12-11"},
        {"ALM", "2026-12-07", "S@2026-11-30 S@2026-12-07 S@2026-12-11"},
        {"ALM", "2026-12-05", "S@2026-11-30 S@2026-12-04 S@2026-12-07 S@2026-12-11"},
        {"ALM", "2026-12-08", "S@2026-11-30 S@2026-12-04 S@2026-12-07 S@2026-12-11"},
        {"YIW", "2026-12-04", "S@2026-11-30 S@2026-12-07 S@2026-12-11"},
        {"DUI", "2026-12-12", "S@2026-11-30 S@2026-12-07 S@2026-12-11"},
        {"DUI", "2026-12-13", "S@2026-11-30 S@2026-12-04 S@2026-12-07 S@2026-12-11"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(closures); i++) {
        g_autofree char *names = names_with_closed_station(closures[i].station, closures[i].day);
        ck_assert_str_eq(names, closures[i].left);
    }
}
END_TEST

START_TEST(a_train_that_stands_at_a_closed_station_throughout_stays) {
    expect_trains(
        "start: 2026-11-30, weeks: 1, zone: Asia/Shanghai, tail: 9d",
        "  XIY: {country: CN, zone: Asia/Shanghai, through: {max: 3d}, closed: 2026-12-02}\n"
        "slots:\n"
        "  - {id: S, from: YIW, to: XIY, departs: [Tue 06:00], runs: 12h, km: 9, teu: 9}\n"
        "  - {id: T, from: XIY, to: ALA, departs: [Thu 06:00], runs: 12h, km: 9, teu: 9}\n"
        "lines: {L: {route: [YIW, XIY, ALA]}}\n",
        "L@2026-12-01");
}
END_TEST

/* X's second slot runs on Tuesday and Thursday; Tuesday's is closed in the first week. */
static const char HAND[] =
    "slots:\n"
    "  - {id: S, from: YIW, to: ALA, departs: [Mon 06:00], runs: 12h, km: 9, teu: 9}\n"
    "  - {id: T, from: ALA, to: ALM, departs: [Tue 00:00, Thu 00:00], runs: 12h, km: 9, teu: 9,"
    " closed: 2026-12-01}\n"
    "lines: {L: {trains_per_week: {min: 1}, regular: %s}}\n"
    "trains: [{id: X, line: L, slots: [S, T]}]\n";

START_TEST(a_train_by_hand_is_not_chained_anew) {
    static const char *const regular[] = {"false", "true"};
    for (int i = 0; i < 2; i++) {
        CaseFixture fixture = fixture_with(
            "start: 2026-11-30, weeks: 2, zone: Asia/Shanghai, tail: 9d", HAND, regular[i]);
        const Problem *problem = fixture.problem;
        ck_assert_int_eq(findings_errors(fixture.findings), 0);
        ck_assert_int_eq(problem->n_trains, 1);
        ck_assert_str_eq(problem->trains[0].base_name, "X@2026-12-07");
        ck_assert(problem->trains[0].fixed);
        ck_assert_int_eq(problem->trains[0].regular, i == 0 ? NONE : 0);
        ck_assert_int_eq(problem->n_cancelled, 1);
        ck_assert_str_eq(problem->cancelled[0].base_name, "X@2026-11-30");
        ck_assert_int_eq(problem->n_closed_runs, 1);
        ck_assert(
            findings_say(fixture.findings, FINDING_WARNING, "X that had to run: X@2026-11-30"));
        case_fixture_free(&fixture);
    }
}
END_TEST

START_TEST(a_designed_line_finds_other_ways) {
    expect_trains(
        "start: 2026-11-30, weeks: 1, zone: Asia/Shanghai, tail: 9d",
        "slots:\n"
        "  - {id: S, from: YIW, to: ALA, departs: [Mon 06:00, Tue 06:00], runs: 12h, km: 9,"
        " teu: 9, closed: [2026-11-30]}\n"
        "lines: {L: {route: [YIW, ALA]}}\n",
        "L@2026-12-01");
}
END_TEST

START_TEST(a_regular_line_is_judged_without_closures) {
    static const char rest[] =
        "slots: [{id: S, from: YIW, to: ALA, departs: [Mon 06:00, Thu 06:00], runs: 1h, km: 9,"
        " teu: 9, closed: %s}]\n"
        "lines: {L: {route: [YIW, ALA], regular: true}}\n";
    static const char horizon[] = "start: 2026-11-30, weeks: 3, zone: Asia/Shanghai, tail: 0";
    CaseFixture fixture = fixture_with(horizon, rest, "2026-11-30");
    g_autofree char *names = train_names(fixture.problem);
    ck_assert_str_eq(names, "L@2026-12-03 L@2026-12-07 L@2026-12-10 L@2026-12-14 L@2026-12-17");
    static const TrainId first[] = {0, 1, 0, 1, 0};
    for (TrainId train = 0; train < 5; train++) {
        ck_assert_int_eq(fixture.problem->trains[train].regular, first[train]);
    }
    case_fixture_free(&fixture);
    g_autofree char *all_mondays = g_strdup_printf(rest, "2026-11-30; 2026-12-07; 2026-12-14");
    expect_trains(horizon, all_mondays, "L@2026-12-03 L@2026-12-10 L@2026-12-17");
}
END_TEST

START_TEST(in_a_cyclic_case_days_of_any_period_count) {
    static const char rest[] =
        "slots: [{id: S, from: DUI, to: HAM, departs: [Mon 23:30, Thu 06:00], runs: 9h, km: 400,"
        " teu: 9, closed: %s}]\n"
        "lines: {L: {route: [DUI, HAM]}}\n";
    static const char *const days[] = {"2026-12-03", "2026-12-10", "2030-01-03", "2020-01-02",
                                       "2026-12-10..2026-12-10"};
    for (size_t i = 0; i < G_N_ELEMENTS(days); i++) {
        g_autofree char *text = g_strdup_printf(rest, days[i]);
        expect_trains("start: 2026-11-30, weeks: 1, zone: Europe/Berlin, tail: 20d, mode: cyclic",
                      text, "L@2026-11-30");
    }
    /* In summer, and yet by calendar days: Monday 23:30 is no Tuesday. */
    g_autofree char *tuesday = g_strdup_printf(rest, "2027-06-01");
    expect_trains("start: 2026-11-30, weeks: 1, zone: Europe/Berlin, tail: 20d, mode: cyclic",
                  tuesday, "L@2026-11-30 L@2026-12-03");
    g_autofree char *week = g_strdup_printf(rest, "2027-05-03..2027-05-09");
    expect_trains("start: 2026-11-30, weeks: 1, zone: Europe/Berlin, tail: 20d, mode: cyclic", week,
                  "");
}
END_TEST

/* ---- feeders ---- */

static const char FED[] =
    "slots: [{id: S, from: DUI, to: YIW, departs: [Mon 20:00], runs: 12d, km: 9000, teu: 9}]\n"
    "lines: {L: {route: [DUI, YIW]}}\n"
    "feeders: [{id: F, mode: rail, from: HAM, to: DUI, takes: 9h, cost: 1, closed: %s%s}]\n"
    "demand: [{id: B, from: HAM, to: YIW, boxes: 5, container: 40HC, revenue: 1,"
    " ready: 2026-12-01 08:00, due: 2027-01-20}]\n";

/** Days of departure that a box of B may take, of the first few. */
static char *feeder_days(const char *closed, const char *more, int most) {
    g_autofree char *rest = g_strdup_printf(FED, closed, more);
    CaseFixture fixture =
        fixture_of("start: 2026-11-30, weeks: 2, zone: Asia/Shanghai, tail: 40d", rest);
    const Problem *problem = fixture.problem;
    FeederChoice choice = feeder_choice(problem, 0, minute_at("2026-12-01T08:00+01:00"));
    GString *days = g_string_new(NULL);
    for (int i = 0; i < most; i++) {
        FeederRunId run = feeder_choice_next(&choice);
        char day[DATE_TEXT_SIZE];
        if (run == NONE) {
            break;
        }
        Date date = zone_date(problem_zone(problem, problem->kase->feeders[0].from),
                              problem->feeder_runs[run].departs);
        g_string_append_printf(days, "%s%s", i > 0 ? " " : "", date_format(date, day) + 8);
    }
    case_fixture_free(&fixture);
    return g_string_free(days, FALSE);
}

START_TEST(no_other_day_comes_for_a_closed_one_of_a_feeder) {
    g_autofree char *plain = feeder_days("2027-01-15", "", 9);
    ck_assert_str_eq(plain, "01 02 03 04 05 06 07");
    g_autofree char *some = feeder_days("2026-12-03..2026-12-05", "", 9);
    ck_assert_str_eq(some, "01 02 06 07");
    g_autofree char *first = feeder_days("2026-12-01", "", 9);
    ck_assert_str_eq(first, "02 03 04 05 06 07");
    g_autofree char *all = feeder_days("2026-12-01..2026-12-07", "", 9);
    ck_assert_str_eq(all, "");
    g_autofree char *weekly = feeder_days("2026-12-05", ", departs: [Sat 08:00, Wed 00:00]", 4);
    ck_assert_str_eq(weekly, "02 09 12 16");
    g_autofree char *second = feeder_days(
        "2027-02-01", ", departs: [Sat 08:00, Wed 00:00], every: {weeks: 2, from: 2026-12-08}", 4);
    ck_assert_str_eq(second, "09 12 23 26");
}
END_TEST

/* ---- what closes nothing ---- */

START_TEST(days_that_close_nothing_are_warned_of_once) {
    CaseFixture fixture = fixture_of(
        winter, "slots: [{id: S, from: YIW, to: ALA, departs: [Mon 06:00], runs: 1h, km: 9, teu: 9,"
                " closed: [2026-12-01, 2026-12-07, {from: 2027-05-01, to: 2027-05-05}]}]\n"
                "lines: {L: {route: [YIW, ALA]}}\n");
    ck_assert(findings_say(fixture.findings, FINDING_WARNING, "close on 2026-12-01 within"));
    ck_assert_int_eq(findings_warnings(fixture.findings), 1);
    ck_assert_int_eq(fixture.problem->n_runs, 1);
    case_fixture_free(&fixture);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("keys of slots, stations and feeders");
    TCase *tcase = tcase_create("keys of slots, stations and feeders");
    tcase_add_test(tcase, a_clock_change_moves_the_elapsed_time_and_not_the_clock);
    tcase_add_test(tcase, skipped_and_repeated_arrivals_are_taken_as_departures_are);
    tcase_add_test(tcase, days_count_from_the_local_day_of_departure);
    tcase_add_test(tcase, stops_by_the_clock_stand_beside_offsets);
    tcase_add_test(tcase, a_feeder_may_arrive_by_the_clock);
    tcase_add_test(tcase, every_second_week_counts_from_any_day_forward_and_backward);
    tcase_add_test(tcase, a_week_is_local_where_the_trip_starts);
    tcase_add_test(tcase, a_regular_line_has_no_use_for_every_second_week);
    tcase_add_test(tcase, closed_days_are_local_and_both_included);
    tcase_add_test(tcase, a_closed_station_takes_calls_on_its_local_days);
    tcase_add_test(tcase, a_train_that_stands_at_a_closed_station_throughout_stays);
    tcase_add_test(tcase, a_train_by_hand_is_not_chained_anew);
    tcase_add_test(tcase, a_designed_line_finds_other_ways);
    tcase_add_test(tcase, a_regular_line_is_judged_without_closures);
    tcase_add_test(tcase, in_a_cyclic_case_days_of_any_period_count);
    tcase_add_test(tcase, no_other_day_comes_for_a_closed_one_of_a_feeder);
    tcase_add_test(tcase, days_that_close_nothing_are_warned_of_once);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
