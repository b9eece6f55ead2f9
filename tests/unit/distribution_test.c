/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/distribution.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "base/normal.h"

/* The first three stand in the paper of the algorithm, the others in tables of the distribution. */
static const struct {
    double share, quantile;
} quantiles[] = {
    {0.25, -0.6744897501960817}, {0.001, -3.090232306167814}, {1e-20, -9.262340089798408}, {0.5, 0},
    {0.975, 1.959963984540054},  {0.9999, 3.719016485455709}, {0.05, -1.6448536269514722},
};

START_TEST(normal_quantiles_are_those_of_the_tables) {
    ck_assert_double_eq_tol(normal_quantile(quantiles[_i].share), quantiles[_i].quantile, 1e-12);
}
END_TEST

START_TEST(a_normal_quantile_has_its_share_below) {
    for (int i = 1; i < 1000; i++) {
        ck_assert_double_eq_tol(normal_share(normal_quantile(i / 1000.0)), i / 1000.0, 1e-15);
    }
    ck_assert(isinf(normal_quantile(0)) && normal_quantile(0) < 0);
    ck_assert(isinf(normal_quantile(1)) && normal_quantile(1) > 0);
}
END_TEST

static double at(Distribution of, double share) {
    return distribution_quantile(&of, share);
}

START_TEST(quantiles_follow_from_their_formulas) {
    const Distribution uniform = {.kind = DISTRIBUTION_UNIFORM, .low = -2, .high = 6};
    ck_assert_double_eq(at(uniform, 0.25), 0);
    const Distribution slope = {.kind = DISTRIBUTION_TRIANGULAR, .low = 0, .centre = 6, .high = 24};
    ck_assert_double_eq_tol(at(slope, 0.25), 6, 1e-12);
    ck_assert_double_eq_tol(at(slope, 0.0625), 3, 1e-12);
    ck_assert_double_eq_tol(at(slope, 0.5), 24 - sqrt(216), 1e-12);
    const Distribution right = {.kind = DISTRIBUTION_TRIANGULAR, .low = 1, .centre = 1, .high = 2};
    ck_assert_double_eq_tol(at(right, 0.75), 1.5, 1e-12);
    const Distribution point = {.kind = DISTRIBUTION_TRIANGULAR, .low = 3, .centre = 3, .high = 3};
    ck_assert_double_eq(at(point, 0.4), 3);
    const Distribution lognormal = {.kind = DISTRIBUTION_LOGNORMAL, .centre = 4, .spread = 0.8};
    ck_assert_double_eq(at(lognormal, 0.5), 4);
    ck_assert_double_eq_tol(at(lognormal, 0.975), 4 * exp(0.8 * 1.959963984540054), 1e-10);
    const Distribution exponential = {.kind = DISTRIBUTION_EXPONENTIAL, .centre = 6};
    ck_assert_double_eq_tol(at(exponential, 1 - exp(-1)), 6, 1e-12);
    ck_assert_double_eq_tol(at(exponential, 0.5), 6 * log(2), 1e-12);
}
END_TEST

START_TEST(whole_numbers_and_numbers_of_the_past_are_equally_likely) {
    const Distribution dice = {.kind = DISTRIBUTION_INTEGER, .low = 1, .high = 6};
    static const double past[] = {0.9, 1, 1, 1.2};
    const Distribution drawn = {.kind = DISTRIBUTION_EMPIRICAL, .values = past, .n_values = 4};
    int counts[7] = {0};
    for (int i = 0; i < 600; i++) {
        counts[(int)at(dice, (i + 0.5) / 600)]++;
    }
    for (int face = 1; face <= 6; face++) {
        ck_assert_int_eq(counts[face], 100);
    }
    ck_assert_double_eq(at(dice, 1 - 0x1p-53), 6);
    ck_assert_double_eq(at(drawn, 0x1p-54), 0.9);
    ck_assert_double_eq(at(drawn, 0.25), 0.9);
    ck_assert_double_eq(at(drawn, 0.2501), 1);
    ck_assert_double_eq(at(drawn, 0.75), 1);
    ck_assert_double_eq(at(drawn, 1 - 0x1p-53), 1.2);
}
END_TEST

/** The share of a normal distribution above `z`. */
static double above(double z) {
    return 0.5 * erfc(z / sqrt(2));
}

START_TEST(a_bounded_normal_one_is_what_is_left_between_its_bounds) {
    const Distribution middle = {
        .kind = DISTRIBUTION_NORMAL, .centre = 1, .spread = 0.2, .low = 0.7, .high = 1.6};
    const Distribution above_eight = {
        .kind = DISTRIBUTION_NORMAL, .centre = 10, .spread = 2, .low = 26, .high = INFINITY};
    const Distribution below_eight = {
        .kind = DISTRIBUTION_NORMAL, .centre = 10, .spread = 2, .low = -INFINITY, .high = -6};
    for (int i = 1; i < 100; i++) {
        const double share = i / 100.0;
        const double z = (at(middle, share) - 1) / 0.2;
        const double left = normal_share(-1.5), width = normal_share(3) - left;
        ck_assert_double_eq_tol((normal_share(z) - left) / width, share, 1e-12);
        const double far = (at(above_eight, share) - 10) / 2;
        ck_assert_double_eq_tol(above(far) / above(8), 1 - share, 1e-9);
        ck_assert_double_eq_tol(at(below_eight, 1 - share) - 10, 10 - at(above_eight, share), 1e-9);
    }
}
END_TEST

START_TEST(bounds_may_leave_nothing) {
    Distribution far = {
        .kind = DISTRIBUTION_NORMAL, .centre = 0, .spread = 1, .low = 50, .high = 60};
    ck_assert(!distribution_exists(&far));
    far.low = 8;
    ck_assert(distribution_exists(&far));
    far.kind = DISTRIBUTION_UNIFORM;
    ck_assert(distribution_exists(&far));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("distribution");
    TCase *cases = tcase_create("all");
    tcase_add_loop_test(cases, normal_quantiles_are_those_of_the_tables, 0,
                        sizeof quantiles / sizeof quantiles[0]);
    tcase_add_test(cases, a_normal_quantile_has_its_share_below);
    tcase_add_test(cases, quantiles_follow_from_their_formulas);
    tcase_add_test(cases, whole_numbers_and_numbers_of_the_past_are_equally_likely);
    tcase_add_test(cases, a_bounded_normal_one_is_what_is_left_between_its_bounds);
    tcase_add_test(cases, bounds_may_leave_nothing);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
