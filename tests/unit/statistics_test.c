/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/statistics.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimals.h"

START_TEST(percentiles_are_numbers_of_the_list) {
    double numbers[21];
    for (int i = 0; i < 21; i++) {
        numbers[i] = 21 - i;
    }
    numbers_sort(numbers, 21);
    ck_assert_double_eq(numbers_percentile(numbers, 4, 50), 2);
    ck_assert_double_eq(numbers_percentile(numbers, 4, 51), 3);
    ck_assert_double_eq(numbers_percentile(numbers, 4, 95), 4);
    ck_assert_double_eq(numbers_percentile(numbers, 4, 5), 1);
    ck_assert_double_eq(numbers_percentile(numbers, 20, 5), 1);
    ck_assert_double_eq(numbers_percentile(numbers, 21, 5), 2);
    ck_assert_double_eq(numbers_percentile(numbers, 21, 0), 1);
    ck_assert_double_eq(numbers_percentile(numbers, 21, 100), 21);
    ck_assert_double_nan(numbers_percentile(numbers, 0, 50));
    ck_assert_double_nan(numbers_mean(numbers, 0));
    ck_assert_double_eq(numbers_mean(numbers, 21), 11);
}
END_TEST

static double correlation(const double *first, const double *second, int count) {
    double result;
    ck_assert(numbers_rank_correlation(first, second, count, &result));
    return result;
}

START_TEST(equal_numbers_have_the_mean_of_their_ranks) {
    /* Ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: 4.5 / √(4.5 · 5). */
    static const double ties[] = {7, 9, 9, 100}, rising[] = {-4, -3, 0, 0.5};
    static const double falling[] = {4, 3, 2, 1}, flat[] = {5, 5, 5, 5};
    ck_assert_double_eq_tol(correlation(ties, rising, 4), 0.94868329805051377, 1e-15);
    ck_assert_double_eq(correlation(rising, rising, 4), 1);
    ck_assert_double_eq(correlation(rising, falling, 4), -1);
    ck_assert_double_nan(correlation(rising, flat, 4));
    ck_assert_double_nan(correlation(rising, falling, 1));
    ck_assert_double_nan(correlation(rising, falling, 0));
}
END_TEST

START_TEST(numbers_are_written_as_short_as_can_be) {
    char text[DECIMALS_TEXT_SIZE];
    ck_assert_str_eq(decimals_text(1.2, 6, text), "1.2");
    ck_assert_str_eq(decimals_text(1200, 6, text), "1200");
    ck_assert_str_eq(decimals_text(-0.0000001, 6, text), "0");
    ck_assert_str_eq(decimals_text(100, 0, text), "100");
    ck_assert_str_eq(decimals_text(-2.5, 2, text), "-2.5");
    ck_assert_uint_lt(strlen(decimals_text(-1.7e308, 15, text)), DECIMALS_TEXT_SIZE);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("statistics");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, percentiles_are_numbers_of_the_list);
    tcase_add_test(cases, equal_numbers_have_the_mean_of_their_ranks);
    tcase_add_test(cases, numbers_are_written_as_short_as_can_be);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
