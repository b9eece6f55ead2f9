/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What whole numbers can reach of a row's limits: by hand, and against all points of drawn
 * programs. */
#include "solver/whole/whole_rows.h"

#include <check.h>
#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "tests/unit/drawn_program.h"

enum { PROGRAMS = 3000 };

/** A row over whole columns of 0 to 50, and what is left of it. */
typedef struct {
    LpModel model;
    Domain domain;
    bool holds;
} Drawn;

/** The domain points to the model beside it. */
static void draw_in(Drawn *drawn, double lower, double upper, int count, const double *value) {
    *drawn = (Drawn){0};
    lp_model_row(&drawn->model, (LpRow){.lower = lower, .upper = upper});
    for (int i = 0; i < count; i++) {
        lp_model_column(&drawn->model, (LpColumn){.upper = 50, .integer = true});
        lp_model_entry(&drawn->model, 0, i, value[i]);
    }
    ck_assert(!drawn->model.failed);
    ck_assert(domain_init(&drawn->domain, &drawn->model));
    drawn->holds = whole_rows_draw_in(&drawn->domain);
}

static void drawn_clear(Drawn *drawn) {
    domain_clear(&drawn->domain);
    lp_model_clear(&drawn->model);
}

static void expect_limits(double lower, double upper, int count, const double *value,
                          double expected_lower, double expected_upper) {
    Drawn drawn;
    draw_in(&drawn, lower, upper, count, value);
    ck_assert(drawn.holds);
    if (isinf(expected_lower)) {
        ck_assert(drawn.domain.row_lower[0] == expected_lower);
    } else {
        ck_assert_double_eq_tol(drawn.domain.row_lower[0], expected_lower, 1e-9);
    }
    if (isinf(expected_upper)) {
        ck_assert(drawn.domain.row_upper[0] == expected_upper);
    } else {
        ck_assert_double_eq_tol(drawn.domain.row_upper[0], expected_upper, 1e-9);
    }
    ck_assert_double_le(drawn.domain.row_lower[0], drawn.domain.row_upper[0]);
    drawn_clear(&drawn);
}

START_TEST(a_train_of_108_02_teu_takes_108_in_boxes_of_2) {
    const double boxes[] = {2, 2, 2};
    expect_limits(-HUGE_VAL, 108.02, 3, boxes, -HUGE_VAL, 108);
    expect_limits(108.02, HUGE_VAL, 3, boxes, 110, HUGE_VAL);
    expect_limits(0.982 * 110, 110, 3, boxes, 110, 110);
}
END_TEST

START_TEST(limits_are_rounded_to_what_boxes_of_several_sizes_can_add_up_to) {
    const double sizes[] = {2.25, 1.5, 3}, twenties[] = {1, 2};
    expect_limits(-HUGE_VAL, 108.02, 3, sizes, -HUGE_VAL, 108); /* 144 times 0.75 */
    expect_limits(-HUGE_VAL, 107.9, 3, sizes, -HUGE_VAL, 107.25);
    expect_limits(0.5, 108.02, 2, twenties, 1, 108);
    const double km[] = {11.0 * 2, 11.0 * 1.5};
    expect_limits(-HUGE_VAL, 11.0 * 108.02, 2, km, -HUGE_VAL, 11.0 * 108);
}
END_TEST

START_TEST(what_does_not_divide_is_left_as_it_is) {
    const double odd[] = {24.35, 3.14159265358979, 2.71828182845905};
    expect_limits(1.1, 108.02, 3, odd, 1.1, 108.02);
    /* Their difference is a rounding error in one column, but 50 boxes would add up to more. */
    const double nearly[] = {1, 1 + 1e-7};
    expect_limits(-HUGE_VAL, 50 + 5e-6, 2, nearly, -HUGE_VAL, 50 + 5e-6);
}
END_TEST

START_TEST(a_train_that_runs_is_taken_off_first) {
    Drawn drawn;
    draw_in(&drawn, 0, HUGE_VAL, 3, (const double[]){2, 2, -0.982 * 110});
    ck_assert_double_eq(drawn.domain.row_lower[0], 0); /* 0.02 divides it all */
    drawn.domain.lower[2] = drawn.domain.upper[2] = 1;
    ck_assert(whole_rows_draw_in(&drawn.domain));
    ck_assert_double_eq_tol(drawn.domain.row_lower[0], 110 - 0.982 * 110, 1e-9);
    drawn_clear(&drawn);
}
END_TEST

START_TEST(a_column_that_need_not_be_whole_leaves_its_row_alone) {
    Drawn drawn;
    draw_in(&drawn, 0, 0, 0, NULL);
    drawn_clear(&drawn);
    drawn = (Drawn){0};
    lp_model_row(&drawn.model, (LpRow){.lower = 0.5, .upper = 7.5});
    lp_model_column(&drawn.model, (LpColumn){.upper = 5, .integer = true});
    lp_model_column(&drawn.model, (LpColumn){.upper = 5});
    lp_model_entry(&drawn.model, 0, 0, 2);
    lp_model_entry(&drawn.model, 0, 1, 2);
    ck_assert(domain_init(&drawn.domain, &drawn.model));
    ck_assert(whole_rows_draw_in(&drawn.domain));
    ck_assert_double_eq(drawn.domain.row_lower[0], 0.5);
    ck_assert_double_eq(drawn.domain.row_upper[0], 7.5);
    drawn_clear(&drawn);
}
END_TEST

START_TEST(an_odd_sum_of_even_numbers_cannot_hold) {
    Drawn drawn;
    draw_in(&drawn, 7, 7, 2, (const double[]){2, 2});
    ck_assert(!drawn.holds);
    drawn_clear(&drawn);
    draw_in(&drawn, 108.02, 109, 2, (const double[]){2, 4});
    ck_assert(!drawn.holds);
    drawn_clear(&drawn);
}
END_TEST

START_TEST(an_equality_that_misses_its_multiple_by_a_rounding_error_stays_one) {
    const double tenths[] = {0.1, 0.2};
    for (int i = 0; i < 200; i++) {
        double sum = i * 0.1; /* 3 * 0.1 is more than 0.3 */
        expect_limits(sum, sum, 2, tenths, sum, sum);
        expect_limits(i / 10.0, i / 10.0, 2, tenths, i / 10.0, i / 10.0);
    }
}
END_TEST

START_TEST(limits_without_end_and_limits_far_away_stay) {
    const double ones[] = {1, 1};
    expect_limits(-HUGE_VAL, HUGE_VAL, 2, ones, -HUGE_VAL, HUGE_VAL);
    Drawn drawn;
    draw_in(&drawn, -1e15 - 0.5, 1e15 + 0.5, 2, ones);
    ck_assert_double_eq(drawn.domain.row_lower[0], -1e15 - 0.5);
    ck_assert_double_eq(drawn.domain.row_upper[0], 1e15 + 0.5);
    drawn_clear(&drawn);
}
END_TEST

/* ---- drawn programs ---- */

/** Sums of a row are as exact as this, as a share of its size. */
static const double SUMMED = 16 * DBL_EPSILON;

static void expect_kept(const double *point, void *user) {
    const Drawn *drawn = user;
    for (RowId id = 0; id < drawn->model.n_rows; id++) {
        MatrixVector row = domain_row(&drawn->domain, id);
        double sum = 0, size = 1, slack;
        for (int i = 0; i < row.count; i++) {
            sum += row.value[i] * point[row.index[i]];
            size += fabs(row.value[i] * point[row.index[i]]);
        }
        /* Points that the model's own row misses by a hair may miss this one by as much. */
        slack = SUMMED * size +
                fmax(0, fmax(sum - drawn->model.rows[id].upper, drawn->model.rows[id].lower - sum));
        ck_assert_msg(drawn->holds && sum <= drawn->domain.row_upper[id] + slack &&
                          sum >= drawn->domain.row_lower[id] - slack,
                      "%.17g not within %.17g .. %.17g", sum, drawn->domain.row_lower[id],
                      drawn->domain.row_upper[id]);
    }
}

START_TEST(every_point_keeps_the_rounded_rows) {
    Random random = random_seeded(21);
    int nearer = 0;
    for (int number = 0; number < PROGRAMS; number++) {
        Drawn drawn = {.model = drawn_program(&random, drawn_kind(number))};
        ck_assert(domain_init(&drawn.domain, &drawn.model));
        drawn.holds = whole_rows_draw_in(&drawn.domain);
        for (RowId row = 0; row < drawn.model.n_rows && drawn.holds; row++) {
            nearer += drawn.domain.row_upper[row] < drawn.model.rows[row].upper - 1e-3;
        }
        drawn_points(&drawn.model, 1e-9, expect_kept, &drawn);
        drawn_clear(&drawn);
    }
    ck_assert_int_gt(nearer, PROGRAMS / 10);
}
END_TEST

/** A coefficient as a case may give rise to: few decimals or many, products of such. */
static double any_coefficient(Random *random) {
    static const double units[] = {1, 0.5, 0.25, 0.1, 0.01, 1e-3, 1e-7, 1.0 / 3};
    double value = random_int(random, 1, 60) * units[random_int(random, 0, 7)];
    double times = random_chance(random, 0.3) ? 0.001 * random_int(random, 1, 13000) : 1;
    double off = random_chance(random, 0.2) ? 1 + 1e-10 * random_int(random, -9, 9) : 1;
    return value * times * off;
}

START_TEST(sums_of_any_coefficients_and_many_boxes_keep_the_rounded_rows) {
    enum { COLUMNS = 6 };
    Random random = random_seeded(22);
    for (int number = 0; number < 20 * PROGRAMS; number++) {
        double value[COLUMNS], point[COLUMNS], sum = 0;
        double likeness = random_chance(&random, 0.5) ? any_coefficient(&random) : 0;
        for (int i = 0; i < COLUMNS; i++) {
            double own = any_coefficient(&random);
            value[i] = likeness > 0 ? likeness * random_int(&random, 1, 4) *
                                          (1 + 1e-9 * random_int(&random, -1, 1))
                                    : own;
            point[i] = random_int(&random, 0, 50);
            sum += value[i] * point[i];
        }
        /* The limits are what the point adds up to, or leave it a little. */
        double room = random_chance(&random, 0.5) ? 0 : 0.3 * value[0];
        Drawn drawn;
        draw_in(&drawn, sum - room, sum + room, COLUMNS, value);
        ck_assert(drawn.holds);
        expect_kept(point, &drawn);
        drawn_clear(&drawn);
    }
}
END_TEST

int main(void) {
    TCase *hand = tcase_create("by hand");
    tcase_add_test(hand, a_train_of_108_02_teu_takes_108_in_boxes_of_2);
    tcase_add_test(hand, limits_are_rounded_to_what_boxes_of_several_sizes_can_add_up_to);
    tcase_add_test(hand, what_does_not_divide_is_left_as_it_is);
    tcase_add_test(hand, a_train_that_runs_is_taken_off_first);
    tcase_add_test(hand, a_column_that_need_not_be_whole_leaves_its_row_alone);
    tcase_add_test(hand, an_odd_sum_of_even_numbers_cannot_hold);
    tcase_add_test(hand, an_equality_that_misses_its_multiple_by_a_rounding_error_stays_one);
    tcase_add_test(hand, limits_without_end_and_limits_far_away_stay);
    TCase *drawn = tcase_create("drawn");
    tcase_set_timeout(drawn, 60);
    tcase_add_test(drawn, every_point_keeps_the_rounded_rows);
    tcase_add_test(drawn, sums_of_any_coefficients_and_many_boxes_keep_the_rounded_rows);
    Suite *suite = suite_create("whole_rows");
    suite_add_tcase(suite, hand);
    suite_add_tcase(suite, drawn);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
