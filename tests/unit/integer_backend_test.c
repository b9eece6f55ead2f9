/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search for whole numbers of every backend that is built in, against programs worked out by
 * hand and one that no search comes to the end of. */
#include "solver/lp/integer_backend.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "solver/lp/backends.h"

/** Under test. */
static const IntegerBackend *backend;

static const double NO_TIME_LIMIT_S = 1e9;

static const double TOLERANCE = 1e-7;

/** One row over `count` whole columns. */
static LpModel one_row(int count, const double *coefficient, double row_lower, double row_upper,
                       const double *objective, double upper) {
    LpModel model = {0};
    RowId row = lp_model_row(&model, (LpRow){.lower = row_lower, .upper = row_upper});
    for (int i = 0; i < count; i++) {
        ColumnId column = lp_model_column(
            &model, (LpColumn){.objective = objective[i], .upper = upper, .integer = true});
        lp_model_entry(&model, row, column, coefficient[i]);
    }
    ck_assert(!model.failed);
    return model;
}

/** Items of 10, 20 and 30 kg worth 60, 100 and 120, one of each, in a sack for 50 kg. */
static LpModel knapsack(void) {
    return one_row(3, (const double[]){10, 20, 30}, -HUGE_VAL, 50, (const double[]){60, 100, 120},
                   1);
}

static IntegerOptions exactly(int node_limit) {
    return (IntegerOptions){.relative_gap = 0,
                            .node_limit = node_limit,
                            .time_limit_s = NO_TIME_LIMIT_S,
                            .cutoff = -HUGE_VAL};
}

START_TEST(a_knapsack_is_packed_best) {
    LpModel model = knapsack();
    const IntegerOptions options = exactly(1000);
    double primal[3], bound = 0;
    bool found = false;
    model.constant = 1000; /* not looked at */
    ck_assert_int_eq(backend->search(&model, &options, primal, &bound, &found), OUTCOME_DONE);
    ck_assert(found);
    ck_assert_double_eq_tol(primal[0], 0, TOLERANCE);
    ck_assert_double_eq_tol(primal[1], 1, TOLERANCE);
    ck_assert_double_eq_tol(primal[2], 1, TOLERANCE);
    ck_assert_double_ge(bound, 220 - TOLERANCE);
    ck_assert_double_le(bound, 240 + TOLERANCE);
    lp_model_clear(&model);
}
END_TEST

START_TEST(columns_not_flagged_may_be_fractional) {
    LpModel model = knapsack();
    const IntegerOptions options = exactly(1000);
    double primal[3], bound = 0;
    bool found = false;
    model.columns[2].integer = false; /* the third item is sand */
    ck_assert_int_eq(backend->search(&model, &options, primal, &bound, &found), OUTCOME_DONE);
    ck_assert_double_eq_tol(primal[2], 2.0 / 3, TOLERANCE);
    ck_assert_double_ge(bound, 240 - 1e-6);
    lp_model_clear(&model);
}
END_TEST

START_TEST(an_odd_number_is_not_twice_a_whole_one) {
    LpModel model = one_row(2, (const double[]){2, 2}, 7, 7, (const double[]){1, 1}, 9);
    const IntegerOptions options = exactly(1000);
    double primal[2], bound = 0;
    bool found = true;
    ck_assert_int_eq(backend->search(&model, &options, primal, &bound, &found), OUTCOME_INFEASIBLE);
    ck_assert(!found);
    lp_model_clear(&model);
}
END_TEST

START_TEST(a_model_that_lacks_something_is_not_searched) {
    LpModel model = knapsack();
    const IntegerOptions options = exactly(1000);
    double primal[3], bound = 0;
    bool found = true;
    model.failed = true;
    ck_assert_int_eq(backend->search(&model, &options, primal, &bound, &found), OUTCOME_NO_MEMORY);
    ck_assert(!found);
    ck_assert(bound == HUGE_VAL);
    lp_model_clear(&model);
}
END_TEST

enum { ITEMS = 36, SPLITS = 4 };

/** Adds an item with its measures. */
static void add_item(LpModel *model, const double *measure) {
    ColumnId column = lp_model_column(model, (LpColumn){.upper = 1, .integer = true});
    for (RowId row = 0; row < SPLITS; row++) {
        lp_model_entry(model, row, column, measure[row]);
    }
}

/** Lets a row miss its half by one in this direction, at a cost. */
static void add_miss(LpModel *model, RowId row, double direction) {
    ColumnId column = lp_model_column(model, (LpColumn){.objective = -1, .upper = HUGE_VAL});
    lp_model_entry(model, row, column, direction);
}

/** Many ways to split items evenly by four measures at once: hopeless for branch and bound, which
 * would run for hours. Every row may miss its half at a cost, so that 0 is an upper bound on the
 * value and every choice of items is a plan. */
static LpModel even_split(void) {
    LpModel model = {0};
    double half[SPLITS] = {0};
    unsigned number = 12345;
    for (RowId row = 0; row < SPLITS; row++) {
        lp_model_row(&model, (LpRow){0});
    }
    for (int item = 0; item < ITEMS; item++) {
        double measure[SPLITS];
        for (RowId row = 0; row < SPLITS; row++) {
            number = number * 1103515245u + 12345u;
            measure[row] = (number >> 16) % 100;
            half[row] += measure[row] / 2;
        }
        add_item(&model, measure);
    }
    for (RowId row = 0; row < SPLITS; row++) {
        add_miss(&model, row, 1);
        add_miss(&model, row, -1);
        model.rows[row].lower = model.rows[row].upper = floor(half[row]);
    }
    ck_assert(!model.failed);
    return model;
}

/** Solves the even split with limits that have to end it at once. */
static void expect_cut_short(const IntegerOptions *options) {
    double primal[ITEMS + 2 * SPLITS], bound = -1;
    bool found = false;
    LpModel model = even_split();
    ck_assert_int_eq(backend->search(&model, options, primal, &bound, &found), OUTCOME_STOPPED);
    ck_assert_double_ge(bound, -TOLERANCE);
    for (int i = 0; i < ITEMS && found; i++) {
        ck_assert_double_eq_tol(primal[i], round(primal[i]), 1e-6);
    }
    lp_model_clear(&model);
}

START_TEST(the_node_limit_ends_a_hopeless_search) {
    const IntegerOptions none = exactly(0), few = exactly(50);
    expect_cut_short(&none);
    expect_cut_short(&few);
}
END_TEST

START_TEST(a_raised_stop_flag_ends_a_hopeless_search) {
    const volatile sig_atomic_t stop = 1;
    IntegerOptions options = exactly(1000000000);
    options.stop = &stop;
    expect_cut_short(&options);
}
END_TEST

START_TEST(no_time_at_all_ends_a_hopeless_search) {
    IntegerOptions options = exactly(1000000000);
    options.time_limit_s = 0;
    expect_cut_short(&options);
}
END_TEST

static Suite *suite_of_backend(void) {
    Suite *suite = suite_create(backend->name);
    TCase *tests = tcase_create("whole numbers");
    tcase_add_test(tests, a_knapsack_is_packed_best);
    tcase_add_test(tests, columns_not_flagged_may_be_fractional);
    tcase_add_test(tests, an_odd_number_is_not_twice_a_whole_one);
    tcase_add_test(tests, a_model_that_lacks_something_is_not_searched);
    tcase_add_test(tests, the_node_limit_ends_a_hopeless_search);
    tcase_add_test(tests, a_raised_stop_flag_ends_a_hopeless_search);
    tcase_add_test(tests, no_time_at_all_ends_a_hopeless_search);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void) {
    int failed = 0;
    for (int i = 0; backend_at(i) != NULL; i++) {
        backend = backend_at(i)->integer;
        SRunner *runner = srunner_create(suite_of_backend());
        srunner_run_all(runner, CK_NORMAL);
        failed += srunner_ntests_failed(runner);
        srunner_free(runner);
    }
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
