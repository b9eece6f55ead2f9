/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/problem/equipment.h"
#include "solver/lp/backends.h"
#include "solver/solve_plan.h"
#include "tests/unit/case_fixture.h"

/* A box earns 20000; 300 to load, 2 · 100 on the way and 50 to unload leave 19450. 2026-11-30 is a
 * Monday, day 0 of 27. */
static const char head[] =
    "banlie: 1\n"
    "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai, tail: 20d}\n"
    "stations:\n"
    "  NGB: {country: CN, zone: Asia/Shanghai}\n"
    "  YIW: {country: CN, zone: Asia/Shanghai, load: {cost: 300, cutoff: 6h}}\n"
    "  DUI: {country: DE, zone: Europe/Berlin, unload: {cost: 50}}\n"
    "slots:\n"
    "  - {id: OUT, from: YIW, to: DUI, departs: [Wed 08:00], runs: 10d, km: 10000, teu: 80,\n"
    "     cost: {train: 1000, teu: 100}}\n";

static const char one_line[] = "lines: {OUT: {route: [YIW, DUI]}}\n"
                               "trains: [{id: T, line: OUT, slots: [OUT]}]\n";

static CaseFixture fixture;
static Plan *plan;

static void begin(const char *tail, bool relax) {
    const SolveOptions options = {.gap = 0, .time_limit_s = 60, .relax = relax};
    fixture = case_fixture_new(head, tail);
    ck_assert_int_eq(findings_errors(fixture.findings), 0);
    ck_assert_int_eq(solve_plan(fixture.problem, &options, &plan), OUTCOME_DONE);
}

static void begin_one_line(const char *tail) {
    g_autofree char *all = g_strconcat(one_line, tail, NULL);
    begin(all, false);
}

static void tear_down(void) {
    plan_free(plan);
    case_fixture_free(&fixture);
}

static double stock_price(const char *station, StockDay day) {
    return plan->prices
        .stock[stock_index(fixture.problem, 0, station_named(fixture.kase, station), day)];
}

/** Where nothing stands, one more costs so much; one less there cannot be, so that an LP's price
 * may be any above as well, and solvers differ: GLPK's is what one more costs. */
static void expect_price_of_one_more(const char *station, StockDay day, double least) {
    double price = stock_price(station, day);
    ck_assert_double_ge(price, least - 1e-6);
    if (strcmp(backend_find(NULL)->name, "glpk") == 0) {
        ck_assert_double_eq_tol(price, least, 1e-6);
    }
}

static const char few_boxes[] =
    "equipment: {40HC: {stock: {YIW: 3}, turn: {load: 1d}, storage: {YIW: 4}}}\n"
    "demand:\n"
    "  - {id: B, from: YIW, to: DUI, boxes: 5, container: 40HC, revenue: 20000,\n"
    "     ready: 2026-11-30 00:00, due: 2026-12-30}\n";

START_TEST(a_scarce_container_is_worth_what_its_box_would_earn) {
    begin_one_line(few_boxes);
    ck_assert_int_eq(plan->allocations[0].boxes, 3);
    // Taken on Tuesday, day 1; one that stands there the night before costs 4.
    ck_assert_double_eq_tol(stock_price("YIW", 1), 19450, 1e-6);
    ck_assert_double_eq_tol(stock_price("YIW", 0), 19446, 1e-6);
}
END_TEST

START_TEST(a_container_that_comes_too_late_only_costs_storage) {
    begin_one_line(few_boxes);
    expect_price_of_one_more("YIW", 26, -4);
    expect_price_of_one_more("YIW", 20, -28);
    expect_price_of_one_more("YIW", 3, -96);
    // On the day of the train it can leave as an empty.
    expect_price_of_one_more("YIW", 2, 0);
}
END_TEST

START_TEST(a_further_box_has_to_pay_for_the_container_that_it_takes) {
    begin_one_line(few_boxes);
    ck_assert_double_eq_tol(plan->prices.floor_price[0], 20000, 1e-6);
    ck_assert_double_eq_tol(plan->prices.opportunity[0], 19450, 1e-6);
}
END_TEST

START_TEST(a_full_feeder_has_a_price_on_its_day) {
    // Ready at 10:00 the lorry comes in time; the one at midnight would not.
    begin_one_line("feeders:\n"
                   "  - {id: F, mode: road, from: NGB, to: YIW, takes: 9h, cost: 100,\n"
                   "     boxes_per_day: 2}\n"
                   "demand:\n"
                   "  - {id: B, from: NGB, to: DUI, boxes: 5, container: 40HC, revenue: 20000,\n"
                   "     ready: 2026-12-01 10:00, due: 2026-12-30}\n");
    Date tuesday = 0;
    ck_assert(date_from_ymd(2026, 12, 1, &tuesday));
    for (FeederDayId id = 0; id < fixture.problem->n_feeder_days; id++) {
        const bool full = fixture.problem->feeder_days[id].day == tuesday;
        ck_assert_double_eq_tol(plan->prices.feeder[id], full ? 19350 : 0, 1e-6);
    }
    ck_assert_double_eq_tol(plan->prices.floor_price[0], 20000, 1e-6);
    ck_assert_double_eq_tol(plan->prices.opportunity[0], 19350, 1e-6);
}
END_TEST

/** Two lines want the one run of the slot: a second train would carry 40 boxes more. */
static const char two_lines[] =
    "lines: {A: {route: [YIW, DUI]}, B: {route: [YIW, DUI]}}\n"
    "demand:\n"
    "  - {id: B, from: YIW, to: DUI, boxes: 100, container: 40HC, revenue: 20000,\n"
    "     ready: 2026-11-30 00:00, due: 2026-12-30}\n";

static double slot_price(void) {
    const Problem *problem = fixture.problem;
    return plan->prices.slot_run[problem->train_runs[problem->trains[0].first_run]];
}

START_TEST(a_slot_run_that_two_trains_want_has_the_price_of_the_second) {
    begin(two_lines, false);
    ck_assert_double_eq_tol(slot_price(), 40 * 19450 - 1000, 1e-5);
}
END_TEST

START_TEST(a_relaxation_has_the_same_price_of_a_slot_run) {
    begin(two_lines, true);
    ck_assert_double_eq_tol(slot_price(), 40 * 19450 - 1000, 1e-5);
    ck_assert_ptr_null(plan->runs);
}
END_TEST

START_TEST(other_goals_leave_prices_in_money) {
    g_autofree char *tail = g_strconcat(two_lines, "objective: [{maximize: teu}]\n", NULL);
    begin(tail, false);
    ck_assert_double_eq_tol(slot_price(), 40 * 19450 - 1000, 1e-5);
}
END_TEST

START_TEST(a_slot_run_that_a_train_always_holds_has_no_price) {
    begin("lines: {A: {route: [YIW, DUI]}, B: {route: [YIW, DUI]}}\n"
          "trains: [{id: T, line: A, slots: [OUT]}]\n"
          "demand:\n"
          "  - {id: B, from: YIW, to: DUI, boxes: 100, container: 40HC, revenue: 20000,\n"
          "     ready: 2026-11-30 00:00, due: 2026-12-30}\n",
          false);
    ck_assert(isnan(slot_price()));
}
END_TEST

START_TEST(in_a_cyclic_plan_a_containers_price_counts_from_the_least) {
    fixture = case_fixture_new(
        "banlie: 1\n"
        "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai, tail: 20d, mode: cyclic}\n"
        "stations:\n"
        "  YIW: {country: CN, zone: Asia/Shanghai}\n"
        "  DUI: {country: DE, zone: Europe/Berlin}\n"
        "slots:\n"
        "  - {id: O, from: YIW, to: DUI, departs: [Wed 08:00], runs: 3d, km: 10000, teu: 80}\n"
        "  - {id: R, from: DUI, to: YIW, departs: [Mon 08:00], runs: 1d, km: 10000, teu: 80,\n"
        "     cost: {empty_teu: 40}}\n"
        "lines: {O: {route: [YIW, DUI]}, R: {route: [DUI, YIW]}}\n"
        "trains: [{id: TO, line: O, slots: [O]}, {id: TR, line: R, slots: [R]}]\n"
        "equipment: {40HC: {stock: {YIW: 100}}}\n",
        "demand:\n"
        "  - {id: B, from: YIW, to: DUI, boxes: 5, container: 40HC, revenue: 20000,\n"
        "     ready: 2026-11-30 00:00, due: 2026-12-06}\n");
    const SolveOptions options = {.gap = 0, .time_limit_s = 60};
    ck_assert_int_eq(solve_plan(fixture.problem, &options, &plan), OUTCOME_DONE);
    // A box is worth least where it piles up; at home it saves the way back as an empty, 2 · 40.
    double least = HUGE_VAL;
    for (StockDay day = 0; day < fixture.problem->n_stock_days; day++) {
        least = fmin(least, stock_price("DUI", day));
    }
    ck_assert_double_eq_tol(least, 0, 1e-6);
    ck_assert_double_eq_tol(stock_price("YIW", 2), 80, 1e-6);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("shadow_prices");
    TCase *tests = tcase_create("shadow_prices");
    tcase_add_checked_fixture(tests, NULL, tear_down);
    tcase_add_test(tests, a_scarce_container_is_worth_what_its_box_would_earn);
    tcase_add_test(tests, a_container_that_comes_too_late_only_costs_storage);
    tcase_add_test(tests, a_further_box_has_to_pay_for_the_container_that_it_takes);
    tcase_add_test(tests, a_full_feeder_has_a_price_on_its_day);
    tcase_add_test(tests, a_slot_run_that_two_trains_want_has_the_price_of_the_second);
    tcase_add_test(tests, a_relaxation_has_the_same_price_of_a_slot_run);
    tcase_add_test(tests, other_goals_leave_prices_in_money);
    tcase_add_test(tests, a_slot_run_that_a_train_always_holds_has_no_price);
    tcase_add_test(tests, in_a_cyclic_plan_a_containers_price_counts_from_the_least);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
