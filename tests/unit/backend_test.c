/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every backend that is built in, against LPs worked out by hand. */
#include "solver/lp/backends.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>

/** Under test. */
static const Backend *backend;

static const double NO_TIME_LIMIT_S = 1e9;

static const double TOLERANCE = 1e-7;

/* Most tests start from this LP, solved by hand:
 *     max 3x + 2y,  x + y <= 4,  x + 3y <= 9,  0 <= x <= 3,  0 <= y
 * x = 3, y = 1, value 11. One more unit of the first row is one more y: dual 2. The second row has
 * 3 to spare: dual 0. One more unit of x would take the place of a y: reduced cost 3 − 2 = 1. */
static Lp *solved_by_hand(void) {
    Lp *lp = backend->create();
    ck_assert_ptr_nonnull(lp);
    const int none[] = {0, 0, 0}, start[] = {0, 2, 4}, row[] = {0, 1, 0, 1};
    const double value[] = {1, 1, 1, 3}, row_lower[] = {-HUGE_VAL, -HUGE_VAL}, row_upper[] = {4, 9};
    const double objective[] = {3, 2}, lower[] = {0, 0}, upper[] = {3, HUGE_VAL};
    const SparseVectors rows = {.count = 2, .start = none};
    const SparseVectors columns = {.count = 2, .start = start, .index = row, .value = value};
    ck_assert_int_eq(backend->add_rows(lp, &rows, row_lower, row_upper), OUTCOME_DONE);
    ck_assert_int_eq(backend->add_columns(lp, &columns, objective, lower, upper), OUTCOME_DONE);
    return lp;
}

/** One row over `count` columns added to an empty LP. */
static Lp *one_row(int count, const double *coefficient, double row_lower, double row_upper,
                   const double *objective, const double *upper) {
    Lp *lp = backend->create();
    ck_assert_ptr_nonnull(lp);
    int *start = calloc((size_t)count + 1, sizeof *start);
    int *row = calloc((size_t)count + 1, sizeof *row);
    double *lower = calloc((size_t)count + 1, sizeof *lower);
    ck_assert(start != NULL && row != NULL && lower != NULL);
    const SparseVectors rows = {.count = 1, .start = (const int[]){0, 0}};
    ck_assert_int_eq(backend->add_rows(lp, &rows, &row_lower, &row_upper), OUTCOME_DONE);
    for (int i = 0; i <= count; i++) {
        start[i] = i;
    }
    const SparseVectors columns = {
        .count = count, .start = start, .index = row, .value = coefficient};
    ck_assert_int_eq(backend->add_columns(lp, &columns, objective, lower, upper), OUTCOME_DONE);
    free(start);
    free(row);
    free(lower);
    return lp;
}

static Outcome solve(Lp *lp, LpMethod method) {
    return backend->solve(lp, method, NO_TIME_LIMIT_S, NULL);
}

/** Solves and compares with the answer worked out by hand; `count` columns. */
static void expect(Lp *lp, LpMethod method, double value, const double *primal, int count) {
    double found[4];
    ck_assert_int_le(count, 4);
    ck_assert_int_eq(solve(lp, method), OUTCOME_DONE);
    ck_assert_double_eq_tol(backend->objective(lp), value, TOLERANCE);
    backend->primal(lp, found);
    for (int i = 0; i < count; i++) {
        ck_assert_double_eq_tol(found[i], primal[i], TOLERANCE);
    }
}

static void expect_duals(Lp *lp, const double *dual, int rows, const double *reduced, int columns) {
    double found[4];
    ck_assert(rows <= 4 && columns <= 4);
    backend->duals(lp, found);
    for (int i = 0; i < rows; i++) {
        ck_assert_double_eq_tol(found[i], dual[i], TOLERANCE);
    }
    backend->reduced_costs(lp, found);
    for (int i = 0; i < columns; i++) {
        ck_assert_double_eq_tol(found[i], reduced[i], TOLERANCE);
    }
}

START_TEST(a_small_lp_has_the_value_and_prices_of_the_hand_calculation) {
    for (LpMethod method = LP_PRIMAL; method <= LP_DUAL; method++) {
        Lp *lp = solved_by_hand();
        expect(lp, method, 11, (const double[]){3, 1}, 2);
        expect_duals(lp, (const double[]){2, 0}, 2, (const double[]){1, 0}, 2);
        backend->destroy(lp);
    }
}
END_TEST

START_TEST(the_dual_of_a_row_at_its_lower_bound_is_negative) {
    /* max −x − 2y, x + y >= 5, x <= 3: x = 3, y = 2; one more unit costs one more y */
    Lp *lp = one_row(2, (const double[]){1, 1}, 5, HUGE_VAL, (const double[]){-1, -2},
                     (const double[]){3, HUGE_VAL});
    expect(lp, LP_PRIMAL, -7, (const double[]){3, 2}, 2);
    expect_duals(lp, (const double[]){-2}, 1, (const double[]){1, 0}, 2);
    backend->destroy(lp);
}
END_TEST

START_TEST(a_row_with_two_bounds_is_priced_at_the_one_that_binds) {
    const double both[] = {1, 1}, unlimited[] = {HUGE_VAL, HUGE_VAL};
    Lp *lp = one_row(2, both, 1, 4, (const double[]){1, -3}, unlimited);
    expect(lp, LP_PRIMAL, 4, (const double[]){4, 0}, 2);
    expect_duals(lp, (const double[]){1}, 1, (const double[]){0, -4}, 2);
    backend->set_objective(lp, 0, -1);
    expect(lp, LP_PRIMAL, -1, (const double[]){1, 0}, 2);
    expect_duals(lp, (const double[]){-1}, 1, (const double[]){0, -2}, 2);
    backend->destroy(lp);
}
END_TEST

START_TEST(rows_that_cannot_hold_together_are_infeasible) {
    for (LpMethod method = LP_PRIMAL; method <= LP_DUAL; method++) {
        Lp *lp = one_row(2, (const double[]){1, 1}, 5, HUGE_VAL, (const double[]){-1, -1},
                         (const double[]){2, 2});
        ck_assert_int_eq(solve(lp, method), OUTCOME_INFEASIBLE);
        backend->set_row_bounds(lp, 0, 4, HUGE_VAL);
        expect(lp, method, -4, (const double[]){2, 2}, 2);
        backend->destroy(lp);
    }
}
END_TEST

START_TEST(an_lp_without_a_greatest_value_is_not_called_optimal) {
    Lp *lp = one_row(2, (const double[]){1, -1}, -HUGE_VAL, 4, (const double[]){1, 1},
                     (const double[]){HUGE_VAL, HUGE_VAL});
    ck_assert_int_eq(solve(lp, LP_PRIMAL), OUTCOME_SOLVER_FAILED);
    backend->destroy(lp);
}
END_TEST

/** Adds x − y <= 1. Then x = 2.5, y = 1.5: 3 = a + b and 2 = a − b make the duals 2.5 and 0.5, the
 * value 10.5. */
static void add_difference_row(Lp *lp) {
    const SparseVectors rows = {.count = 1,
                                .start = (const int[]){0, 2},
                                .index = (const int[]){0, 1},
                                .value = (const double[]){1, -1}};
    ck_assert_int_eq(backend->add_rows(lp, &rows, (const double[]){-HUGE_VAL}, (const double[]){1}),
                     OUTCOME_DONE);
}

START_TEST(rows_and_columns_are_added_to_a_solved_lp) {
    Lp *lp = solved_by_hand();
    expect(lp, LP_PRIMAL, 11, (const double[]){3, 1}, 2);
    add_difference_row(lp);
    expect(lp, LP_DUAL, 10.5, (const double[]){2.5, 1.5}, 2);
    expect_duals(lp, (const double[]){2.5, 0, 0.5}, 3, (const double[]){0, 0}, 2);
    /* z <= 2 earns 5 and takes 1 of the first row, 2 of the second: reduced cost 5 − 2.5 > 0, so z
     * = 2, x = 1.5, y = 0.5 */
    const SparseVectors columns = {.count = 1,
                                   .start = (const int[]){0, 2},
                                   .index = (const int[]){0, 1},
                                   .value = (const double[]){1, 2}};
    ck_assert_int_eq(backend->add_columns(lp, &columns, (const double[]){5}, (const double[]){0},
                                          (const double[]){2}),
                     OUTCOME_DONE);
    expect(lp, LP_PRIMAL, 15.5, (const double[]){1.5, 0.5, 2}, 3);
    expect_duals(lp, (const double[]){2.5, 0, 0.5}, 3, (const double[]){0, 0, 2.5}, 3);
    backend->destroy(lp);
}
END_TEST

START_TEST(a_column_that_may_rise_without_end_comes_in_together_with_a_row) {
    Lp *lp = solved_by_hand();
    expect(lp, LP_PRIMAL, 11, (const double[]){3, 1}, 2);
    add_difference_row(lp);
    /* z earns 5 and takes 1 of the first row, 2 of the second: all of the first row goes to it */
    const SparseVectors columns = {.count = 1,
                                   .start = (const int[]){0, 2},
                                   .index = (const int[]){0, 1},
                                   .value = (const double[]){1, 2}};
    ck_assert_int_eq(backend->add_columns(lp, &columns, (const double[]){5}, (const double[]){0},
                                          (const double[]){HUGE_VAL}),
                     OUTCOME_DONE);
    expect(lp, LP_DUAL, 20, (const double[]){0, 0, 4}, 3);
    backend->destroy(lp);
}
END_TEST

START_TEST(a_row_that_needs_such_a_column_is_kept) {
    /* max x + 5z, 2 <= x + z <= 5, x <= 1 */
    Lp *lp = one_row(2, (const double[]){1, 1}, 2, 5, (const double[]){1, 5},
                     (const double[]){1, HUGE_VAL});
    expect(lp, LP_DUAL, 25, (const double[]){0, 5}, 2);
    backend->destroy(lp);
}
END_TEST

START_TEST(no_rows_and_no_columns_may_be_added) {
    Lp *lp = solved_by_hand();
    const SparseVectors nothing = {.count = 0, .start = (const int[]){0}};
    ck_assert_int_eq(backend->add_rows(lp, &nothing, NULL, NULL), OUTCOME_DONE);
    ck_assert_int_eq(backend->add_columns(lp, &nothing, NULL, NULL, NULL), OUTCOME_DONE);
    expect(lp, LP_PRIMAL, 11, (const double[]){3, 1}, 2);
    backend->destroy(lp);
}
END_TEST

START_TEST(a_kept_basis_is_taken_up_again_after_the_lp_has_grown) {
    Lp *lp = solved_by_hand();
    Basis basis = {0};
    expect(lp, LP_PRIMAL, 11, (const double[]){3, 1}, 2);
    ck_assert(backend->get_basis(lp, &basis));
    ck_assert_int_eq(basis.n_rows, 2);
    ck_assert_int_eq(basis.n_columns, 2);
    ck_assert_int_eq(basis.rows[0], BASIS_UPPER);
    ck_assert_int_eq(basis.rows[1], BASIS_BASIC);
    ck_assert_int_eq(basis.columns[0], BASIS_UPPER);
    ck_assert_int_eq(basis.columns[1], BASIS_BASIC);
    backend->set_column_bounds(lp, 0, 0, 0);
    expect(lp, LP_DUAL, 6, (const double[]){0, 3}, 2); /* x + 3y <= 9 */
    backend->set_column_bounds(lp, 0, 0, 3);
    add_difference_row(lp);
    backend->set_basis(lp, &basis);
    expect(lp, LP_DUAL, 10.5, (const double[]){2.5, 1.5}, 2);
    ck_assert(backend->get_basis(lp, &basis)); /* the older one is freed */
    ck_assert_int_eq(basis.n_rows, 3);
    basis_clear(&basis);
    backend->destroy(lp);
}
END_TEST

START_TEST(bounds_objective_and_coefficients_can_change_after_a_solve) {
    Lp *lp = solved_by_hand();
    expect(lp, LP_PRIMAL, 11, (const double[]){3, 1}, 2);
    backend->set_row_bounds(lp, 0, -HUGE_VAL, 4.5);
    expect(lp, LP_DUAL, 12, (const double[]){3, 1.5}, 2);
    backend->set_row_bounds(lp, 0, -HUGE_VAL, 4);
    backend->set_objective(lp, 1, 10); /* 3 y are worth 30, 1.5 x + 2.5 y only 29.5 */
    expect(lp, LP_PRIMAL, 30, (const double[]){0, 3}, 2);
    expect_duals(lp, (const double[]){0, 10.0 / 3}, 2, (const double[]){-1.0 / 3, 0}, 2);
    backend->set_objective(lp, 1, 2);
    backend->set_column(lp, 1, (const RowId[]){0, 1}, (const double[]){2, 1}, 2);
    expect(lp, LP_PRIMAL, 10, (const double[]){3, 0.5}, 2); /* x + 2y <= 4 */
    expect_duals(lp, (const double[]){1, 0}, 2, (const double[]){2, 0}, 2);
    backend->destroy(lp);
}
END_TEST

START_TEST(no_time_at_all_stops_or_answers) {
    Lp *lp = solved_by_hand();
    Outcome status = backend->solve(lp, LP_PRIMAL, 0, NULL);
    ck_assert(status == OUTCOME_STOPPED || status == OUTCOME_DONE);
    expect(lp, LP_PRIMAL, 11, (const double[]){3, 1}, 2);
    backend->destroy(lp);
}
END_TEST

START_TEST(a_raised_stop_flag_stops_or_answers) {
    Lp *lp = solved_by_hand();
    const volatile sig_atomic_t stop = 1;
    Outcome status = backend->solve(lp, LP_PRIMAL, NO_TIME_LIMIT_S, &stop);
    ck_assert(status == OUTCOME_STOPPED || status == OUTCOME_DONE);
    if (status ==
        OUTCOME_STOPPED) { /* such an LP may be given up; another is none the worse for it */
        status = solve(lp, LP_PRIMAL);
        ck_assert(status == OUTCOME_STOPPED || status == OUTCOME_DONE);
        backend->destroy(lp);
        lp = solved_by_hand();
    }
    expect(lp, LP_PRIMAL, 11, (const double[]){3, 1}, 2);
    backend->destroy(lp);
}
END_TEST

/* Boxes of many sizes on shelves that have no room for all of them: column j takes 1 + (3·j + 5·i)
 * mod 7 of row i and earns 10 + (7·j) mod 11, at most 2 of each. */
enum { SHELVES = 8, BOXES = 24 };

static double of_box(int shelf, int box) {
    return 1 + (3 * box + 5 * shelf) % 7;
}

static double box_earns(int box) {
    return 10 + (7 * box) % 11;
}

static double shelf_room(int shelf) {
    return 40 + shelf;
}

static Lp *shelves(void) {
    Lp *lp = backend->create();
    ck_assert_ptr_nonnull(lp);
    int none[SHELVES + 1] = {0}, start[BOXES + 1], index[BOXES * SHELVES];
    double value[BOXES * SHELVES], lowest[SHELVES], room[SHELVES];
    double objective[BOXES], lower[BOXES] = {0}, upper[BOXES];
    for (int i = 0; i < SHELVES; i++) {
        lowest[i] = -HUGE_VAL;
        room[i] = shelf_room(i);
    }
    for (int j = 0; j < BOXES; j++) {
        start[j] = j * SHELVES;
        objective[j] = box_earns(j);
        upper[j] = 2;
        for (int i = 0; i < SHELVES; i++) {
            index[j * SHELVES + i] = i;
            value[j * SHELVES + i] = of_box(i, j);
        }
    }
    start[BOXES] = BOXES * SHELVES;
    const SparseVectors rows = {.count = SHELVES, .start = none};
    const SparseVectors columns = {BOXES, start, index, value};
    ck_assert_int_eq(backend->add_rows(lp, &rows, lowest, room), OUTCOME_DONE);
    ck_assert_int_eq(backend->add_columns(lp, &columns, objective, lower, upper), OUTCOME_DONE);
    return lp;
}

/** What the prices prove: rows at their room, boxes that still gain all taken. */
static double proven(Lp *lp) {
    double dual[SHELVES], bound = 0;
    backend->duals(lp, dual);
    for (int i = 0; i < SHELVES; i++) {
        ck_assert_double_ge(dual[i], -TOLERANCE);
        bound += dual[i] * shelf_room(i);
    }
    for (int j = 0; j < BOXES; j++) {
        double gain = box_earns(j);
        for (int i = 0; i < SHELVES; i++) {
            gain -= dual[i] * of_box(i, j);
        }
        bound += 2 * fmax(0, gain);
    }
    return bound;
}

START_TEST(a_dual_simplex_stopped_half_way_has_prices_that_prove_its_objective) {
    Lp *lp = shelves();
    ck_assert_int_eq(solve(lp, LP_DUAL), OUTCOME_DONE);
    const double optimum = backend->objective(lp);
    ck_assert_double_eq_tol(proven(lp), optimum, 1e-6);
    backend->destroy(lp);
    double before = HUGE_VAL;
    for (int most = 1; most < 40 && backend->limit != NULL; most++) {
        lp = shelves();
        backend->limit(lp, most, -HUGE_VAL);
        Outcome status = solve(lp, LP_DUAL);
        ck_assert(status == OUTCOME_DONE || status == OUTCOME_STOPPED);
        ck_assert_double_ge(proven(lp), optimum - 1e-6);
        ck_assert_double_le(proven(lp), before + 1e-6);
        ck_assert_double_eq_tol(backend->objective(lp), proven(lp), 1e-6);
        before = proven(lp);
        backend->destroy(lp);
    }
}
END_TEST

START_TEST(a_backend_is_found_by_its_name_and_others_are_not) {
    ck_assert_ptr_eq(backend_find(backend->name), backend);
    ck_assert_ptr_eq(backend_find(NULL), backend_at(0));
    ck_assert_ptr_null(backend_find("abacus"));
}
END_TEST

static Suite *suite_of_backend(void) {
    Suite *suite = suite_create(backend->name);
    TCase *linear = tcase_create("linear");
    tcase_add_test(linear, a_small_lp_has_the_value_and_prices_of_the_hand_calculation);
    tcase_add_test(linear, the_dual_of_a_row_at_its_lower_bound_is_negative);
    tcase_add_test(linear, a_row_with_two_bounds_is_priced_at_the_one_that_binds);
    tcase_add_test(linear, rows_that_cannot_hold_together_are_infeasible);
    tcase_add_test(linear, an_lp_without_a_greatest_value_is_not_called_optimal);
    tcase_add_test(linear, rows_and_columns_are_added_to_a_solved_lp);
    tcase_add_test(linear, a_column_that_may_rise_without_end_comes_in_together_with_a_row);
    tcase_add_test(linear, a_row_that_needs_such_a_column_is_kept);
    tcase_add_test(linear, no_rows_and_no_columns_may_be_added);
    tcase_add_test(linear, a_kept_basis_is_taken_up_again_after_the_lp_has_grown);
    tcase_add_test(linear, bounds_objective_and_coefficients_can_change_after_a_solve);
    tcase_add_test(linear, no_time_at_all_stops_or_answers);
    tcase_add_test(linear, a_raised_stop_flag_stops_or_answers);
    tcase_add_test(linear, a_dual_simplex_stopped_half_way_has_prices_that_prove_its_objective);
    tcase_add_test(linear, a_backend_is_found_by_its_name_and_others_are_not);
    suite_add_tcase(suite, linear);
    return suite;
}

int main(void) {
    int failed = 0;
    for (int i = 0; (backend = backend_at(i)) != NULL; i++) {
        SRunner *runner = srunner_create(suite_of_backend());
        srunner_run_all(runner, CK_NORMAL);
        failed += srunner_ntests_failed(runner);
        srunner_free(runner);
    }
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
