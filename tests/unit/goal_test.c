/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goals and second levels in the rows, by hand. */
#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "model/formulation/move.h"
#include "model/formulation_build.h"
#include "tests/unit/case_fixture.h"

/* One train of two legs, 1000 and 3000 km. Of 90 % offered of 60 + 40 TEU the first leg has 90, 54
 * of them for any box; the second, of 50 TEU, 45. A box of 2 TEU earns 1000, or saves 50; its legs
 * cost 2·10 and 2·20. */
static const char head[] =
    "banlie: 1\n"
    "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai}\n"
    "stations:\n"
    "  A: {country: CN, zone: Asia/Shanghai}\n"
    "  B: {country: KZ, zone: Asia/Almaty}\n"
    "  D: {country: DE, zone: Europe/Berlin}\n"
    "containers: {40HC: {teu: 2, tare: 3.9, stackable: true}}\n"
    "slots:\n"
    "  - {id: AB, from: A, to: B, departs: [Tue 12:00], runs: 1d, km: 1000, teu: 60, upper_teu: 40,"
    " cost: {train: 500, teu: 10}}\n"
    "  - {id: BD, from: B, to: D, departs: [Wed 18:00], runs: 3d, km: 3000, teu: 50,"
    " cost: {train: 700, teu: 20}}\n"
    "lines: {L: {route: [A, B, D]}}\n"
    "load_factors: [{lines: L, offered: 0.9}]\n"
    "demand:\n"
    "  - {id: S, from: A, to: D, boxes: 5, container: 40HC, revenue: 1000, unserved: 50,"
    " ready: 2026-11-30, due: 2026-12-30}\n"
    "  - {id: F, from: A, to: D, boxes: 5, container: 20GP, revenue: 1000,"
    " ready: 2026-11-30, due: 2026-12-30}\n";

enum { STACKABLE, FLAT }; /* bookings */

static CaseFixture fixture;

static void set_up(void) {
    fixture = case_fixture_new(head, "");
    ck_assert_int_eq(findings_errors(fixture.findings), 0);
    ck_assert_int_eq(fixture.problem->n_legs, 2);
}

static void tear_down(void) {
    case_fixture_free(&fixture);
}

static double entry(const LpModel *lp, RowId row, ColumnId column) {
    for (int i = 0; i < lp->n_entries; i++) {
        if (lp->entries[i].row == row && lp->entries[i].column == column) {
            return lp->entries[i].value;
        }
    }
    return 0;
}

static double value(const CargoColumn *column, RowId row) {
    for (int i = 0; i < column->count; i++) {
        if (column->rows[i] == row) {
            return column->values[i];
        }
    }
    return 0;
}

/** The column of a box that rides the whole train. */
static CargoColumn through(const Formulation *formulation, BookingId booking) {
    CargoColumn column = {0};
    const Ride ride = {0, 1, NONE, NONE};
    ck_assert(cargo_column_make(formulation, booking, &ride, 1, &column));
    return column;
}

START_TEST(the_second_level_takes_only_what_can_stand_there) {
    Formulation *formulation = formulation_new(fixture.problem, &AIM_MARGIN);
    const Leg *legs = fixture.problem->legs;
    ck_assert_double_eq_tol(legs[0].offered_teu, 90, 1e-9);
    ck_assert_double_eq_tol(legs[0].flat_teu, 54, 1e-9);
    ck_assert_double_eq_tol(legs[1].offered_teu, 45, 1e-9);
    RowId flat = formulation->flat_row[0], all = formulation->teu_row[0];
    ck_assert_int_ne(flat, NONE);
    ck_assert_int_eq(formulation->flat_row[1], NONE);
    ck_assert_double_eq_tol(entry(&formulation->lp, all, formulation->train_column[0]), -90, 1e-9);
    ck_assert_double_eq_tol(entry(&formulation->lp, flat, formulation->train_column[0]), -54, 1e-9);
    const double expected[2][2] = {{2, 0}, {1, 1}}; /* of all, of those that lie flat */
    for (BookingId booking = 0; booking < 2; booking++) {
        CargoColumn column = through(formulation, booking);
        ck_assert_double_eq(value(&column, all), expected[booking][0]);
        ck_assert_double_eq(value(&column, flat), expected[booking][1]);
        cargo_column_free(&column);
    }
    formulation_free(formulation);
}
END_TEST

START_TEST(margin_alone_has_no_goal_rows) {
    Formulation *formulation = formulation_new(fixture.problem, &AIM_MARGIN);
    ck_assert_int_eq(formulation->aim_row, NONE);
    ck_assert_int_eq(formulation->money_row, NONE);
    ck_assert_int_eq(formulation->n_measures, 0);
    ck_assert_double_eq(formulation->money_weight, 1);
    ck_assert_double_eq(formulation->lp.constant, -250);
    CargoColumn column = through(formulation, STACKABLE);
    ck_assert_double_eq(column.objective, 1050 - 60);
    cargo_column_free(&column);
    formulation_free(formulation);
}
END_TEST

/* 2 TEU over 4000 km; the train offers 90·1000 + 45·3000 TEU·km. Shares are of 1000 TEU·km here. */
START_TEST(the_load_factor_is_loaded_less_the_ratio_of_offered) {
    const Aim aim = {.maximise = {GOAL_LOAD_FACTOR, 0.4, 1000}};
    Formulation *formulation = formulation_new(fixture.problem, &aim);
    const LpModel *lp = &formulation->lp;
    ColumnId train = formulation->train_column[0];
    ck_assert(isinf(lp->rows[formulation->aim_row].lower));
    ck_assert(isinf(lp->rows[formulation->aim_row].upper));
    ck_assert_double_eq_tol(lp->columns[train].objective, -0.4 * (90 + 135), 1e-9);
    ck_assert_double_eq(lp->constant, 0);
    CargoColumn column = through(formulation, STACKABLE);
    ck_assert_double_eq_tol(column.objective, 8, 1e-9);
    cargo_column_free(&column);
    formulation_free(formulation);
}
END_TEST

START_TEST(teu_are_counted_once_and_teu_km_by_leg) {
    const Floor floors[] = {{{GOAL_TEU_KM, 0, 0}, 24000}};
    const Aim aim = {.maximise = {GOAL_TEU, 0, 0}, .floors = floors, .n_floors = 1};
    Formulation *formulation = formulation_new(fixture.problem, &aim);
    ck_assert_int_eq(formulation->n_measures, 2);
    RowId floor = NONE;
    for (int i = 0; i < 2; i++) {
        bool km = formulation->measures[i].measure.kind == GOAL_TEU_KM;
        floor = km ? formulation->measures[i].row : floor;
    }
    ck_assert_double_eq_tol(formulation->lp.rows[floor].lower, 24, 1e-9);
    ck_assert_double_eq(formulation->lp.columns[formulation->train_column[0]].objective, 0);
    CargoColumn column = through(formulation, STACKABLE);
    ck_assert_double_eq(column.objective, 2);
    ck_assert_double_eq_tol(value(&column, floor), 8, 1e-9);
    cargo_column_free(&column);
    column = through(formulation, FLAT);
    ck_assert_double_eq(column.objective, 1);
    cargo_column_free(&column);
    formulation_free(formulation);
}
END_TEST

/* Left behind, the boxes of S cost 250: the row counts what is above. */
START_TEST(a_margin_that_is_held_is_a_row_of_money) {
    const Floor floors[] = {{{GOAL_MARGIN, 0, 0}, 700}};
    const Aim aim = {.maximise = {GOAL_TEU, 0, 0}, .floors = floors, .n_floors = 1};
    Formulation *formulation = formulation_new(fixture.problem, &aim);
    const LpModel *lp = &formulation->lp;
    RowId money = formulation->money_row;
    ck_assert_double_eq(lp->rows[money].lower, 700 + 250);
    ck_assert_double_eq(entry(lp, money, formulation->train_column[0]), -500 - 700);
    CargoColumn column = through(formulation, STACKABLE);
    ck_assert_double_eq(value(&column, money), 1050 - 60);
    ck_assert_double_eq(column.objective, 2);
    cargo_column_free(&column);
    formulation_free(formulation);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("goal");
    TCase *tests = tcase_create("goal");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, the_second_level_takes_only_what_can_stand_there);
    tcase_add_test(tests, margin_alone_has_no_goal_rows);
    tcase_add_test(tests, the_load_factor_is_loaded_less_the_ratio_of_offered);
    tcase_add_test(tests, teu_are_counted_once_and_teu_km_by_leg);
    tcase_add_test(tests, a_margin_that_is_held_is_a_row_of_money);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
