/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What feeders, empties, stocks and wagon sets come to, by hand.
 *
 * FED  4 boxes of 2 TEU from N to H: feeder, train OUT from A to B, feeder, train ON from C to D,
 * feeder E    6 empties from C to D on ON F    2 empties from A to B on OUT, changing there to BD,
 * on to D
 *
 * In Shanghai's time: FED is ready on Monday, 30 November 08:00 and at A at 17:00; OUT leaves on
 * Tuesday 12:00 and is in B on Wednesday 12:00; free at 14:00, in C at 20:00; ON leaves on Thursday
 * 23:00 (20:00 there), is in D on Friday 23:00 (16:00 there); free at 6:00 on Saturday, in H at
 * 14:00 (07:00 there). It was due on Friday 23:59 there: 421 minutes late at 0.1. BD leaves on
 * Friday 15:00, is in D on Saturday 15:00.
 *
 * Stock: FED is taken a day before it is ready, which counts on day 0, and given back in H on
 * Monday 14:00, day 7. E leaves C on day 3, 6 of 5: one is leased; it is in D on day 4. F is there
 * on day 5. The last of 16 days is 15: in H 4 boxes stand 9 days, in D 6 stand 12 and 2 stand 11.
 */
#include <check.h>
#include <glib.h>
#include <math.h>
#include <stdlib.h>

#include "model/books/kpi.h"
#include "model/problem/equipment.h"
#include "model/problem/feeder_run.h"
#include "tests/unit/case_fixture.h"

static const char text[] =
    "banlie: 1\n"
    "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai, tail: 8d1h}\n"
    "stations:\n"
    "  N: {country: CN, zone: Asia/Shanghai}\n"
    "  A: {country: CN, zone: Asia/Shanghai, load: {cost: 30, cutoff: 5h}, unload: {cost: 9}}\n"
    "  B: {country: KZ, zone: Asia/Almaty, load: {cost: 8}, unload: {cost: 4, release: 2h},"
    " transfer: {min: 1h, cost: 25}}\n"
    "  C: {country: KZ, zone: Asia/Almaty, load: {cost: 6}}\n"
    "  D: {country: DE, zone: Europe/Berlin, unload: {cost: 17, release: 7h}, load: {cost: 5}}\n"
    "  H: {country: DE, zone: Europe/Berlin}\n"
    "slots:\n"
    "  - {id: AB, from: A, to: B, departs: [Tue 12:00], runs: 1d, km: 1000, teu: 100, rake: RED,"
    " cost: {train: 500, teu: 10, empty_teu: 3}}\n"
    "  - {id: CD, from: C, to: D, departs: [Thu 20:00], runs: 1d, km: 3000, teu: 100,"
    " cost: {train: 700, teu: 20, empty_teu: 6}}\n"
    "  - {id: BD, from: B, to: D, departs: [Fri 12:00], runs: 1d, km: 3000, teu: 100,"
    " cost: {train: 800, teu: 20, empty_teu: 5}}\n"
    "lines: {OUT: {route: [A, B]}, ON: {route: [C, D]}, DIRECT: {route: [B, D]}}\n"
    "feeders:\n"
    "  - {id: NA, mode: road, from: N, to: A, takes: 9h, cost: 40}\n"
    "  - {id: BC, mode: road, from: B, to: C, takes: 6h, cost: 12}\n"
    "  - {id: DH, mode: road, from: D, to: H, takes: 8h, cost: 30}\n"
    "equipment:\n"
    "  40HC: {stock: {N: 10, C: 5, A: 2}, turn: {load: 1d, unload: 2d}, storage: {H: 2, D: 1},"
    " lease: {C: {cost: 90, boxes: 5}}, end_value: {H: 50, D: 20},"
    " empty_handling: {A: 7, C: 10, D: 12}}\n"
    "rakes: {RED: {sets: {A: 1, B: 2}, reposition: [{from: B, to: A, takes: 1d, cost: 7}]}}\n"
    "demand:\n"
    "  - {id: FED, from: N, to: H, boxes: 5, container: 40HC, revenue: 1000, unserved: 11,"
    " ready: 2026-11-30 08:00, due: 2026-12-04, late: {per_day: 144, max: 2d}}\n";

enum { OUT, ON, DIRECT };  /* trains, by their only leg */
enum { N, A, B, C, D, H }; /* stations */
enum { FED, EMPTIES };     /* flows */

static CaseFixture fixture;
static Kpi *kpi;
static int *repositions;

static FeederRunId run_at(int feeder, const char *departs) {
    FeederRunId run = feeder_first_run(fixture.problem, feeder, minute_at(departs));
    ck_assert_int_eq(fixture.problem->feeder_runs[run].departs, minute_at(departs));
    return run;
}

static void set_up(void) {
    fixture = case_fixture_new(text, "");
    const Problem *problem = fixture.problem;
    ck_assert_int_eq(findings_errors(fixture.findings), 0);
    const Ride rides[] = {
        {OUT, OUT, run_at(0, "2026-11-30T08:00+08:00"), NONE},
        {ON, ON, run_at(1, "2026-12-02T14:00+08:00"), run_at(2, "2026-12-05T06:00+08:00")},
        {ON, ON, NONE, NONE},
        {OUT, OUT, NONE, NONE},
        {DIRECT, DIRECT, NONE, NONE}};
    const Allocation allocations[] = {{FED, 4, 0, 2}, {EMPTIES, 6, 2, 1}, {EMPTIES, 2, 3, 2}};
    const bool runs[] = {true, true, true};
    repositions = g_new0(int, (gsize)problem_n_repositions(problem));
    repositions[problem_reposition(problem, 0, 0, 3)] = 2;
    const KpiInput input = {runs, allocations, 3, rides, repositions};
    kpi = kpi_compute(problem, &input);
    ck_assert_ptr_nonnull(kpi);
}

static void tear_down(void) {
    kpi_free(kpi);
    g_free(repositions);
    case_fixture_free(&fixture);
}

static void same(double value, double expected) {
    ck_assert_double_eq_tol(value, expected, 1e-6);
}

START_TEST(trains_and_legs_are_in_the_order_of_the_comment) {
    const Problem *problem = fixture.problem;
    const StationId ends[3][2] = {{A, B}, {C, D}, {B, D}};
    ck_assert_int_eq(problem->n_legs, 3);
    ck_assert_int_eq(problem->n_stock_days, 16);
    for (LegId leg = 0; leg < 3; leg++) {
        ck_assert_int_eq(problem->legs[leg].train, leg);
        ck_assert_int_eq(problem->legs[leg].from, ends[leg][0]);
        ck_assert_int_eq(problem->legs[leg].to, ends[leg][1]);
    }
}
END_TEST

START_TEST(loaded_boxes_pay_loading_and_unloading_around_each_feeder) {
    same(kpi->parts[COST_FEEDER], 4 * (40 + 12 + 30));
    same(kpi->parts[COST_LOAD], 4 * (30 + 6));
    same(kpi->parts[COST_UNLOAD], 4 * (4 + 17));
    same(kpi->parts[COST_TRANSFER], 0);
    same(kpi->parts[COST_LEG], 4 * (2 * 10 + 2 * 20));
    same(kpi->parts[COST_LATE], 4 * 42.1);
    same(kpi->allocations[0].cost, 328 + 144 + 84 + 240 + 168.4);
}
END_TEST

START_TEST(a_way_with_feeders_is_from_the_first_departure_to_the_last_arrival) {
    ck_assert_int_eq(kpi->allocations[0].departs, minute_at("2026-11-30T08:00+08:00"));
    ck_assert_int_eq(kpi->allocations[0].arrives, minute_at("2026-12-05T07:00+01:00"));
    ck_assert_int_eq(kpi->allocations[0].delivered, minute_at("2026-12-05T07:00+01:00"));
    ck_assert_int_eq(kpi->allocations[0].late_min, 421);
    same(kpi->transit.mean_hours, 126);
    same(kpi->transit.p90_hours, 126);
}
END_TEST

START_TEST(empties_pay_their_legs_transfers_and_handling) {
    same(kpi->allocations[1].cost, 6 * (2 * 6 + 10 + 12));
    same(kpi->allocations[2].cost, 2 * (2 * 3 + 25 + 2 * 5 + 7 + 12));
    same(kpi->allocations[2].handling_cost, 2 * (7 + 12));
    same(kpi->parts[COST_EMPTY], 204 + 120);
}
END_TEST

START_TEST(empties_are_no_loaded_traffic) {
    same(kpi->trains[OUT].loaded_teu, 8);
    same(kpi->trains[OUT].empty_teu, 4);
    same(kpi->trains[ON].empty_teu, 12);
    same(kpi->trains[DIRECT].loaded_teu_km, 0);
    same(kpi->legs[ON].tonnes, 10 * 3.9);
    ck_assert_int_eq(kpi->legs[ON].boxes, 4);
    ck_assert_int_eq(kpi->trains[ON].loaded_boxes, 4);
    ck_assert_int_eq(kpi->trains[ON].empty_boxes, 6);
    ck_assert_int_eq(kpi->boxes_carried, 4);
    ck_assert_int_eq(kpi->boxes_unserved, 1);
    ck_assert_int_eq(kpi->boxes_late, 4);
}
END_TEST

START_TEST(empties_and_boxes_at_feeders_are_lifted_as_any) {
    const Leg *legs = fixture.problem->legs;
    ck_assert_int_eq(kpi->station_days[legs[OUT].depart_day].lifts, 6);
    ck_assert_int_eq(kpi->station_days[legs[OUT].arrive_day].lifts, 6);
    ck_assert_int_eq(kpi->station_days[legs[ON].depart_day].lifts, 10);
    ck_assert_int_eq(kpi->station_days[legs[ON].arrive_day].lifts, 10);
    ck_assert_int_eq(kpi->station_days[legs[DIRECT].depart_day].lifts, 2);
    ck_assert_int_eq(kpi->station_days[legs[DIRECT].arrive_day].lifts, 2);
    ck_assert_int_eq(kpi->lifts, 36);
}
END_TEST

START_TEST(stocks_cost_leases_and_storage_and_are_worth_something_at_the_end) {
    same(kpi->parts[COST_LEASE], 90);
    same(kpi->parts[COST_STORAGE], 4 * 9 * 2 + 6 * 12 + 2 * 11);
    same(kpi->parts[COST_END_VALUE], -(4 * 50 + 8 * 20));
    const StockEntry *entries = kpi->stock->entries;
    ck_assert_int_eq(entries[stock_index(fixture.problem, 0, N, 0)].stock, 6);
    ck_assert_int_eq(entries[stock_index(fixture.problem, 0, C, 2)].stock, 5);
    ck_assert_int_eq(entries[stock_index(fixture.problem, 0, C, 3)].leased, 1);
    ck_assert_int_eq(entries[stock_index(fixture.problem, 0, C, 15)].stock, 0);
    ck_assert_int_eq(entries[stock_index(fixture.problem, 0, H, 6)].stock, 0);
    ck_assert_int_eq(entries[stock_index(fixture.problem, 0, H, 7)].stock, 4);
    ck_assert_int_eq(entries[stock_index(fixture.problem, 0, D, 15)].stock, 8);
}
END_TEST

START_TEST(the_margin_is_the_sum_of_it_all) {
    same(kpi->parts[COST_TRAIN], 500 + 700 + 800);
    same(kpi->parts[COST_REPOSITION], 2 * 7);
    same(kpi->parts[COST_UNSERVED], 11);
    same(kpi->revenue, 4000);
    same(kpi->margin, 790.6);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("kpi_resources");
    TCase *tests = tcase_create("kpi_resources");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, trains_and_legs_are_in_the_order_of_the_comment);
    tcase_add_test(tests, loaded_boxes_pay_loading_and_unloading_around_each_feeder);
    tcase_add_test(tests, a_way_with_feeders_is_from_the_first_departure_to_the_last_arrival);
    tcase_add_test(tests, empties_pay_their_legs_transfers_and_handling);
    tcase_add_test(tests, empties_are_no_loaded_traffic);
    tcase_add_test(tests, empties_and_boxes_at_feeders_are_lifted_as_any);
    tcase_add_test(tests, stocks_cost_leases_and_storage_and_are_worth_something_at_the_end);
    tcase_add_test(tests, the_margin_is_the_sum_of_it_all);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
