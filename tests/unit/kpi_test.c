/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "model/books/kpi.h"
#include "tests/unit/fixture.h"

/* The plan of fixture.c, on paper:
 *
 * A  B1, 20 boxes of 2 TEU, YIW-DUI straight: legs 120 + 200 a TEU
 * B  B1, 6 boxes, to ALA with the same train, then with ALA-DUI: legs 120 + 157.5 + 52.5 a TEU
 * C  B2, 10 boxes of 1 TEU at 9000, DUI-YIW: 100 a TEU
 * D  B2, 4 boxes at 6000, the same
 *
 *      revenue   load  unload  transfer   legs    late     cost
 * A    400 000  6 000   4 000         0  12 800       0   22 800
 * B    120 000  1 800   1 200     3 000   3 960   1 986   11 946
 * C     90 000  2 500   2 800         0   1 000       0    6 300
 * D     24 000  1 000   1 120         0     400       0    2 520
 *      634 000 11 300   9 120     3 000  18 160   1 986
 *
 * B arrives 13 Dec 05:30 in Duisburg, is free a day later and due 13 Dec 23:59: 331 min late at
 * 1 a minute and box. Left behind: 4 of B1 at 1 500, 6 of B2 at 0, 5 of B3 at 100: 6 500.
 * Trains: 40 800 + 24 500 + 30 000 = 95 300.
 * TEU·km out: 52·4000 + 40·6000 = 448 000 (44.8 TEU) and 12·6000 = 72 000 (12 TEU); back 140 000.
 * Balance: 0.8·2 − 1 = 0.6 trains at 9 000, 0.6·56.8 − 14 = 20.08 TEU at 800: 21 464.
 * Cost 166 830, margin 467 170. */

static KpiInput input_of(const Plan *plan) {
    return (KpiInput){plan->runs, plan->allocations, plan->n_allocations, plan->rides,
                      plan->repositions};
}

static Fixture *fixture;
static Kpi *kpi;

static void set_up(void) {
    fixture = fixture_new();
    const KpiInput input = input_of(fixture_plan(fixture));
    kpi = kpi_compute(fixture_problem(fixture), &input);
    ck_assert_ptr_nonnull(kpi);
}

static void tear_down(void) {
    kpi_free(kpi);
    fixture_free(fixture);
}

static void same(double value, double expected) {
    ck_assert_double_eq_tol(value, expected, 1e-6);
}

START_TEST(money_is_what_the_hand_calculation_says) {
    same(kpi->revenue, 634000);
    same(kpi->parts[COST_TRAIN], 95300);
    same(kpi->parts[COST_LEG], 18160);
    same(kpi->parts[COST_LOAD], 11300);
    same(kpi->parts[COST_UNLOAD], 9120);
    same(kpi->parts[COST_TRANSFER], 3000);
    same(kpi->parts[COST_LATE], 1986);
    same(kpi->parts[COST_UNSERVED], 6500);
    same(kpi->parts[COST_BALANCE], 21464);
    same(kpi->cost, 166830);
    same(kpi->margin, 467170);
}
END_TEST

START_TEST(the_objective_is_the_margin) {
    const KpiInput input = input_of(fixture_plan(fixture));
    same(kpi_objective(fixture_problem(fixture), &input), 467170);
}
END_TEST

START_TEST(costs_and_revenue_of_an_itinerary_go_to_its_trains_by_km) {
    // B rides 4 000 of 10 000 km on the first train: 0.4 of 7 986 shared costs and of the revenue.
    same(kpi->trains[0].cost, 40800 + 22800 + 1440 + 3194.4);
    same(kpi->trains[0].revenue, 448000);
    same(kpi->trains[2].cost, 24500 + 2520 + 4791.6);
    same(kpi->trains[2].revenue, 72000);
    same(kpi->trains[3].cost, 38820);
    ck_assert_int_eq(kpi->trains[0].loaded_boxes, 26);
    ck_assert_int_eq(kpi->trains[2].loaded_boxes, 6);
    ck_assert_int_eq(kpi->trains[3].loaded_boxes, 14);
}
END_TEST

START_TEST(a_train_that_does_not_run_costs_and_carries_nothing) {
    same(kpi->trains[1].cost, 0);
    same(kpi->trains[1].loaded_teu_km, 0);
    same(kpi->trains[1].offered_teu_km, 100 * 4000 + 80 * 6000);
    ck_assert_int_eq(kpi->all.trains, 3);
}
END_TEST

START_TEST(traffic_is_counted_by_direction) {
    same(kpi->trains[0].loaded_teu, 44.8);
    same(kpi->outbound.loaded_teu, 56.8);
    same(kpi->ret.loaded_teu, 14);
    same(kpi->outbound.loaded_teu_km, 520000);
    same(kpi->outbound.offered_teu_km, 892000 + 480000);
    same(kpi->all.loaded_teu_km, 660000);
    same(kpi->all.offered_teu_km, 2372000);
    ck_assert_int_eq(kpi->outbound.trains, 2);
    ck_assert_int_eq(kpi->ret.trains, 1);
}
END_TEST

START_TEST(a_line_without_direction_counts_in_the_total_alone) {
    kpi_free(kpi);
    fixture_case(fixture)->lines[LINE_ALA_DUI].direction = DIRECTION_NONE;
    const KpiInput input = input_of(fixture_plan(fixture));
    kpi = kpi_compute(fixture_problem(fixture), &input);
    ck_assert_int_eq(kpi->outbound.trains, 1);
    ck_assert_int_eq(kpi->all.trains, 3);
    same(kpi->all.loaded_teu_km, 660000);
}
END_TEST

START_TEST(legs_bear_the_boxes_that_ride_on_them) {
    same(kpi->legs[0].loaded_teu, 52);
    same(kpi->legs[1].loaded_teu, 40);
    same(kpi->legs[2].loaded_teu, 0);
    same(kpi->legs[6].loaded_teu, 12);
    same(kpi->legs[0].tonnes, 26 * 23.9);
    ck_assert_int_eq(kpi->legs[7].boxes, 14);
}
END_TEST

START_TEST(lifts_of_a_transfer_fall_on_its_two_days_and_of_a_gauge_break_on_the_departure) {
    const long lifts[] = {26, 14, 6, 20, 6, 0, 14, 20, 6};
    const int trains[] = {1, 1, 1, 0, 1, 1, 1, 1, 1};
    for (int day = 0; day < 9; day++) {
        ck_assert_int_eq(kpi->station_days[day].lifts, lifts[day]);
        ck_assert_int_eq(kpi->station_days[day].trains, trains[day]);
    }
    ck_assert_int_eq(kpi->lifts, 112);
}
END_TEST

START_TEST(boxes_are_offered_carried_refused_or_late) {
    ck_assert_int_eq(kpi->boxes_offered, 55);
    ck_assert_int_eq(kpi->boxes_carried, 40);
    ck_assert_int_eq(kpi->boxes_unserved, 15);
    ck_assert_int_eq(kpi->boxes_late, 6);
    ck_assert_int_eq(kpi->allocations[1].late_min, 331);
    ck_assert_int_eq(kpi->allocations[0].late_min, 0);
}
END_TEST

START_TEST(transit_is_weighted_by_boxes) {
    // 20 boxes 290 h, 6 boxes 296 h, 14 boxes 288 h; the 36th of 40 is one of the slowest.
    same(kpi->transit.mean_hours, 290.2);
    same(kpi->transit.p90_hours, 296);
}
END_TEST

START_TEST(a_balance_rule_is_short_by_what_the_return_direction_lacks) {
    ck_assert_int_eq(kpi->n_balance, 1);
    same(kpi->balance[0].short_trains, 0.6);
    same(kpi->balance[0].short_teu, 20.08);
    same(kpi->balance[0].penalty, 21464);
    ck_assert_int_eq(kpi->balance[0].period, NONE);
}
END_TEST

START_TEST(a_weekly_balance_rule_has_a_result_a_week_and_a_hard_one_costs_nothing) {
    kpi_free(kpi);
    fixture_case(fixture)->balance[0].per = PER_WEEK;
    fixture_case(fixture)->balance[0].teu.penalty = (double)INFINITY;
    fixture_problem(fixture)->trains[3].week = 1;
    const KpiInput input = input_of(fixture_plan(fixture));
    kpi = kpi_compute(fixture_problem(fixture), &input);
    ck_assert_int_eq(kpi->n_balance, 2);
    same(kpi->balance[0].short_trains, 1.6); // all trains back leave a week later
    same(kpi->balance[0].short_teu, 34.08);
    same(kpi->balance[0].penalty, 1.6 * 9000);
    ck_assert_int_eq(kpi->balance[1].return_trains, 1);
    same(kpi->balance[1].penalty, 0);
}
END_TEST

START_TEST(a_plan_without_boxes_has_no_transit_times) {
    kpi_free(kpi);
    fixture_plan(fixture)->n_allocations = 0;
    const KpiInput input = input_of(fixture_plan(fixture));
    kpi = kpi_compute(fixture_problem(fixture), &input);
    ck_assert(isnan(kpi->transit.mean_hours));
    ck_assert(isnan(kpi->transit.p90_hours));
    ck_assert_int_eq(kpi->boxes_unserved, 55);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("kpi");
    TCase *tests = tcase_create("kpi");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, money_is_what_the_hand_calculation_says);
    tcase_add_test(tests, the_objective_is_the_margin);
    tcase_add_test(tests, costs_and_revenue_of_an_itinerary_go_to_its_trains_by_km);
    tcase_add_test(tests, a_train_that_does_not_run_costs_and_carries_nothing);
    tcase_add_test(tests, traffic_is_counted_by_direction);
    tcase_add_test(tests, a_line_without_direction_counts_in_the_total_alone);
    tcase_add_test(tests, legs_bear_the_boxes_that_ride_on_them);
    tcase_add_test(tests,
                   lifts_of_a_transfer_fall_on_its_two_days_and_of_a_gauge_break_on_the_departure);
    tcase_add_test(tests, boxes_are_offered_carried_refused_or_late);
    tcase_add_test(tests, transit_is_weighted_by_boxes);
    tcase_add_test(tests, a_balance_rule_is_short_by_what_the_return_direction_lacks);
    tcase_add_test(tests, a_weekly_balance_rule_has_a_result_a_week_and_a_hard_one_costs_nothing);
    tcase_add_test(tests, a_plan_without_boxes_has_no_transit_times);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
