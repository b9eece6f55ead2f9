/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wagon sets: what trains do to them, and whether they suffice, against a count of sets minute by
 * minute. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>

#include "model/problem/rake_use.h"
#include "solver/lp/backends.h"
#include "solver/plans/wagon_sets.h"
#include "tests/unit/rake_count.h"

enum { A, B, C };   /* stations */
enum { RED, BLUE }; /* pools */

/* Sections A–B and B–C and back; the first three share the red pool, C–B is blue, B–A has none. */
static const char network[] = "stations:\n"
                              "  A: {country: CN, zone: Asia/Shanghai}\n"
                              "  B: {country: KZ, zone: Asia/Almaty, through: {max: 30h}}\n"
                              "  C: {country: DE, zone: Europe/Berlin}\n"
                              "lines:\n"
                              "  ABC: {route: [A, B, C]}\n"
                              "  CBA: {route: [C, B, A]}\n"
                              "  AB: {route: [A, B]}\n"
                              "  BA: {route: [B, A]}\n";

static CaseFixture case_of(const char *horizon, const char *rest) {
    g_autofree char *head = g_strdup_printf(
        "banlie: 1\nhorizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai, %s}\n%s", horizon,
        network);
    CaseFixture fixture = case_fixture_new(head, rest);
    ck_assert_int_eq(findings_errors(fixture.findings), 0);
    return fixture;
}

static TrainId train_of(const Problem *problem, const char *line, int number) {
    for (TrainId id = 0; id < problem->n_trains; id++) {
        if (g_strcmp0(problem->kase->lines[problem->trains[id].line].code, line) == 0 &&
            number-- == 0) {
            return id;
        }
    }
    ck_abort_msg("no such train of %s", line);
    return NONE;
}

static void expect_use(const RakeUse *use, int pool, StationId from, StationId to,
                       const char *departs, const char *free_at) {
    ck_assert_int_eq(use->pool, pool);
    ck_assert_int_eq(use->from, from);
    ck_assert_int_eq(use->to, to);
    ck_assert_int_eq(use->departs, minute_at(departs));
    ck_assert_int_eq(use->free, minute_at(free_at));
}

static const char slots[] =
    "slots:\n"
    "  - {id: AB, from: A, to: B, departs: [Tue 04:00], runs: 2d, km: 4000, teu: 90, rake: RED}\n"
    "  - {id: BC, from: B, to: C, departs: [Thu 12:00], runs: 3d, km: 5000, teu: 90, rake: RED}\n"
    "  - {id: CB, from: C, to: B, departs: [Wed 08:00], runs: 3d, km: 5000, teu: 90, rake: BLUE}\n"
    "  - {id: BA, from: B, to: A, departs: [Sat 20:00], runs: 2d, km: 4000, teu: 90, rake: NONE}\n"
    "rakes:\n"
    "  RED: {sets: {A: 1}, turn: 10h, reposition: [{from: C, to: A, takes: 2d6h, cost: 7}]}\n"
    "  BLUE: {sets: {C: 1}}\n";

START_TEST(a_train_keeps_its_set_over_sections_of_one_pool) {
    CaseFixture fixture = case_of("tail: 9d", slots);
    RakeUse use;
    int position = 0;
    TrainId train = train_of(fixture.problem, "ABC", 0);
    ck_assert(rake_use_next(fixture.problem, train, &position, &use));
    expect_use(&use, RED, A, C, "2026-12-01T04:00+08:00", "2026-12-06T22:00+05:00");
    ck_assert(!rake_use_next(fixture.problem, train, &position, &use));
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(a_pool_that_is_not_listed_is_no_use) {
    CaseFixture fixture = case_of("tail: 9d", slots);
    RakeUse use;
    int position = 0;
    TrainId train = train_of(fixture.problem, "CBA", 0);
    ck_assert(rake_use_next(fixture.problem, train, &position, &use));
    expect_use(&use, BLUE, C, B, "2026-12-02T08:00+01:00", "2026-12-05T08:00+01:00");
    ck_assert(!rake_use_next(fixture.problem, train, &position, &use));
    position = 0;
    ck_assert(!rake_use_next(fixture.problem, train_of(fixture.problem, "BA", 0), &position, &use));
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(sets_are_moved_from_midnight_of_the_horizons_zone_without_a_turn) {
    CaseFixture fixture = case_of("tail: 9d", slots);
    RakeUse use = rake_use_reposition(fixture.problem, RED, 0, 3);
    expect_use(&use, RED, C, A, "2026-12-03T00:00+08:00", "2026-12-05T06:00+08:00");
    ck_assert_int_eq(problem_n_repositions(fixture.problem), 16);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(a_set_under_way_at_an_end_of_the_period_is_counted_there) {
    CaseFixture fixture = case_of("mode: cyclic, tail: 9d", slots);
    const struct {
        const char *departs, *free_at;
        int spans;
    } uses[] = {
        {"2026-12-01T04:00+08:00", "2026-12-06T23:59+08:00", 0},
        {"2026-12-01T04:00+08:00", "2026-12-07T00:00+08:00", 0}, /* back just in time */
        {"2026-12-01T04:00+08:00", "2026-12-07T00:01+08:00", 1},
        {"2026-12-07T00:00+08:00", "2026-12-08T00:00+08:00", 1}, /* gone already */
        {"2026-11-30T00:00+08:00", "2026-12-14T00:01+08:00", 3},
        {"2026-11-29T23:59+08:00", "2026-11-30T00:00+08:00", 0},
        {"2026-11-22T23:59+08:00", "2026-11-30T00:01+08:00", 2},
    };
    for (int i = 0; i < 7; i++) {
        RakeUse use = {RED, A, B, minute_at(uses[i].departs), minute_at(uses[i].free_at)};
        ck_assert_int_eq(rake_use_spans(fixture.problem, &use), uses[i].spans);
    }
    case_fixture_free(&fixture);
}
END_TEST

/* ---- do the sets suffice? ---- */

static RakeCount sets_new(const char *horizon, const char *rest) {
    return rake_count_new(case_of(horizon, rest));
}

static Outcome suffice(const RakeCount *sets) {
    const Clock clock = clock_start(60, NULL);
    return wagon_sets_find(sets->formulation, backend_find(NULL), &clock, sets->runs, sets->value);
}

/** Sets that leave on a day by rule 0 of the red pool. */
static double moved(const RakeCount *sets, StockDay day) {
    return rake_count_moved(sets, RED, 0, day);
}

/* Out on Tuesday 04:00, in B on Thursday 04:00 (01:00 there), turned by 14:00, in China; back from
 * B on Thursday at the drawn minute, in A a day later and turned ten hours after. */
static RakeCount there_and_back(const char *back) {
    g_autofree char *rest = g_strdup_printf(
        "slots:\n"
        "  - {id: AB, from: A, to: B, departs: [Tue 04:00], runs: 2d, km: 1, teu: 90, rake: RED}\n"
        "  - {id: BA, from: B, to: A, departs: [%s], runs: 1d, km: 1, teu: 90, rake: RED}\n"
        "rakes: {RED: {sets: {A: 1}, turn: 10h}}\n",
        back);
    RakeCount sets = sets_new("tail: 9d", rest);
    sets.runs[train_of(sets.fixture.problem, "AB", 0)] = true;
    sets.runs[train_of(sets.fixture.problem, "BA", 0)] = true;
    return sets;
}

START_TEST(a_set_freed_in_the_very_minute_of_a_departure_can_be_used) {
    RakeCount sets = there_and_back("Thu 11:00"); /* 14:00 in China */
    ck_assert_int_eq(suffice(&sets), OUTCOME_DONE);
    rake_count_clear(&sets);
    sets = there_and_back("Thu 10:59");
    ck_assert_int_eq(suffice(&sets), OUTCOME_INFEASIBLE);
    rake_count_clear(&sets);
}
END_TEST

START_TEST(a_set_passes_through_where_the_pool_stays_the_same) {
    RakeCount sets = sets_new("tail: 9d", slots);
    sets.runs[train_of(sets.fixture.problem, "ABC", 0)] = true;
    ck_assert_int_eq(suffice(&sets), OUTCOME_DONE);
    sets.runs[train_of(sets.fixture.problem, "CBA", 0)] = true; /* blue, then none */
    ck_assert_int_eq(suffice(&sets), OUTCOME_DONE);
    sets.runs[train_of(sets.fixture.problem, "AB", 0)] = true; /* a second red one from A */
    ck_assert_int_eq(suffice(&sets), OUTCOME_INFEASIBLE);
    rake_count_clear(&sets);
}
END_TEST

/* A has one set and two departures, on Tuesday and on Friday 06:00; C has a set that takes 2 d 6 h
 * and so must leave on Wednesday 00:00, day 2, at the latest, to be there in the very minute. */
START_TEST(sets_are_moved_in_time_and_no_more_than_needed) {
    RakeCount sets = sets_new(
        "tail: 9d",
        "slots:\n"
        "  - {id: AB, from: A, to: B, departs: [Tue 04:00, Fri 06:00], runs: 2d, km: 1, teu: 90,"
        " rake: RED}\n"
        "rakes: {RED: {sets: {A: 1, C: 3}, turn: 10h,"
        " reposition: [{from: C, to: A, takes: 2d6h, cost: 7}]}}\n");
    sets.runs[train_of(sets.fixture.problem, "AB", 0)] = true;
    ck_assert_int_eq(suffice(&sets), OUTCOME_DONE);
    double all = 0;
    for (StockDay day = 0; day < sets.fixture.problem->n_stock_days; day++) {
        all += moved(&sets, day);
    }
    ck_assert_double_eq(all, 0);
    sets.runs[train_of(sets.fixture.problem, "AB", 1)] = true;
    ck_assert_int_eq(suffice(&sets), OUTCOME_DONE);
    ck_assert_double_eq(moved(&sets, 0) + moved(&sets, 1) + moved(&sets, 2), 1);
    for (StockDay day = 3; day < sets.fixture.problem->n_stock_days; day++) {
        ck_assert_double_eq(moved(&sets, day), 0);
    }
    rake_count_clear(&sets);
}
END_TEST

START_TEST(a_pool_has_the_sets_of_all_its_stations) {
    CaseFixture fixture = case_of(
        "tail: 9d",
        "slots:\n"
        "  - {id: AB, from: A, to: B, departs: [Tue 04:00], runs: 2d, km: 1, teu: 90, rake: RED}\n"
        "rakes: {RED: {sets: {A: 1000000, B: 1000000, C: 1000000}}}\n");
    ck_assert_int_eq(rake_pool_sets(fixture.kase, RED), 3000000);
    case_fixture_free(&fixture);
}
END_TEST

/* A day's run each day for a year: the search for sets heeds its clock. */
START_TEST(sets_are_not_looked_for_beyond_the_time) {
    RakeCount sets = sets_new(
        "tail: 366d",
        "slots:\n"
        "  - {id: AB, from: A, to: B, departs: [Tue 04:00, Fri 04:00], runs: 2d, km: 1, teu: 90,"
        " rake: RED}\n"
        "rakes: {RED: {sets: {A: 1, C: 1}, reposition: [{from: C, to: A, takes: 1d},"
        " {from: A, to: B, takes: 1d}, {from: B, to: C, takes: 1d}]}}\n");
    sets.runs[0] = sets.runs[1] = true;
    const Clock clock = clock_start(0.1, NULL);
    Outcome status =
        wagon_sets_find(sets.formulation, backend_find(NULL), &clock, sets.runs, sets.value);
    ck_assert_int_ne(status, OUTCOME_SOLVER_FAILED);
    ck_assert_double_lt(clock_seconds(&clock), 10);
    rake_count_clear(&sets);
}
END_TEST

/* ---- drawn choices against a count of sets ---- */

static char *drawn_rest(GRand *rand, bool reposition) {
    static const char *const SLOTS[][3] = {
        {"AB", "A", "B"}, {"BC", "B", "C"}, {"CB", "C", "B"}, {"BA", "B", "A"}};
    static const char *const DAYS[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    GString *text = g_string_new("slots:\n");
    for (int i = 0; i < 4; i++) {
        g_string_append_printf(text, "  - {id: %s, from: %s, to: %s, departs: [", SLOTS[i][0],
                               SLOTS[i][1], SLOTS[i][2]);
        for (int day = g_rand_int_range(rand, 0, 3); day < 7; day += g_rand_int_range(rand, 1, 4)) {
            g_string_append_printf(text, "%s %02d:00, ", DAYS[day], g_rand_int_range(rand, 0, 24));
        }
        g_string_append_printf(text, "], runs: %dh, km: 1, teu: 90, trains: 3, rake: %s}\n",
                               g_rand_int_range(rand, 10, 60),
                               g_rand_int_range(rand, 0, 3) > 0 ? "RED" : "BLUE");
    }
    g_string_append_printf(text,
                           "rakes:\n  RED: {sets: {A: %d, B: %d, C: %d}, turn: %dh%s}\n"
                           "  BLUE: {sets: {B: %d, A: %d}}\n",
                           g_rand_int_range(rand, 0, 3), g_rand_int_range(rand, 0, 3),
                           g_rand_int_range(rand, 0, 3), g_rand_int_range(rand, 0, 12),
                           reposition ? ", reposition: [{from: C, to: A, takes: 20h, cost: 7}]"
                                      : "",
                           g_rand_int_range(rand, 0, 3), g_rand_int_range(rand, 0, 3));
    return g_string_free(text, FALSE);
}

static void check_choices(guint32 seed, const char *horizon, bool reposition) {
    GRand *rand = g_rand_new_with_seed(seed);
    g_autofree char *rest = drawn_rest(rand, reposition);
    RakeCount sets = sets_new(horizon, rest);
    for (int round = 0; round < 60; round++) {
        int share = g_rand_int_range(rand, 1, 8);
        for (TrainId id = 0; id < sets.fixture.problem->n_trains; id++) {
            sets.runs[id] = g_rand_int_range(rand, 0, share) == 0;
        }
        Outcome status = suffice(&sets);
        ck_assert_int_ne(status, OUTCOME_SOLVER_FAILED);
        bool enough = rake_count_suffices(&sets, RED) && rake_count_suffices(&sets, BLUE);
        if (status == OUTCOME_DONE || !reposition) {
            ck_assert_int_eq(enough, status == OUTCOME_DONE);
        }
    }
    rake_count_clear(&sets);
    g_rand_free(rand);
}

START_TEST(sets_suffice_where_counting_them_says_so) {
    check_choices((guint32)_i, "tail: 9d", false);
}
END_TEST

START_TEST(sets_that_are_moved_suffice) {
    check_choices((guint32)_i + 100, "tail: 9d", true);
}
END_TEST

START_TEST(sets_of_a_cyclic_plan_suffice_where_counting_them_says_so) {
    check_choices((guint32)_i + 200, "mode: cyclic, tail: 9d", false);
}
END_TEST

START_TEST(sets_of_a_cyclic_plan_that_are_moved_suffice) {
    check_choices((guint32)_i + 300, "mode: cyclic, tail: 9d", true);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("rake");
    TCase *tests = tcase_create("rake");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, a_train_keeps_its_set_over_sections_of_one_pool);
    tcase_add_test(tests, a_pool_that_is_not_listed_is_no_use);
    tcase_add_test(tests, sets_are_moved_from_midnight_of_the_horizons_zone_without_a_turn);
    tcase_add_test(tests, a_set_under_way_at_an_end_of_the_period_is_counted_there);
    tcase_add_test(tests, a_set_freed_in_the_very_minute_of_a_departure_can_be_used);
    tcase_add_test(tests, a_set_passes_through_where_the_pool_stays_the_same);
    tcase_add_test(tests, sets_are_moved_in_time_and_no_more_than_needed);
    tcase_add_test(tests, a_pool_has_the_sets_of_all_its_stations);
    tcase_add_test(tests, sets_are_not_looked_for_beyond_the_time);
    tcase_add_loop_test(tests, sets_suffice_where_counting_them_says_so, 0, 15);
    tcase_add_loop_test(tests, sets_that_are_moved_suffice, 0, 15);
    tcase_add_loop_test(tests, sets_of_a_cyclic_plan_suffice_where_counting_them_says_so, 0, 15);
    tcase_add_loop_test(tests, sets_of_a_cyclic_plan_that_are_moved_suffice, 0, 15);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
