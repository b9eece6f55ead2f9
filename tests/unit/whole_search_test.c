/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The engine's own search for whole numbers over every backend that is built in, against all points
 * of small programs. With a number as its argument it draws so many. */
#include "solver/whole/whole_search.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "solver/lp/backends.h"
#include "tests/unit/drawn_program.h"
#include "tests/unit/searched_program.h"

/** Under test. */
static const Backend *backend;

static int programs = 40;

/** Later ones, in which nodes that a gap leaves were once closed without their bound. */
static const int telling[] = {913, 5849, 17255};

enum { SPLITS = 6 };

static Searched search(const KnownProgram *known, const IntegerOptions *options) {
    return search_program(backend, &known->model, options);
}

/* ---- by hand ---- */

START_TEST(of_nothing_nothing_is_the_best) {
    KnownProgram nothing = {.best = 0, .stretched = 0};
    IntegerOptions options = searched_exactly();
    Searched searched = search(&nothing, &options);
    ck_assert_int_eq(searched.status, OUTCOME_DONE);
    expect_ended(&nothing, &options, &searched);
}
END_TEST

START_TEST(columns_without_rows_go_where_they_earn_most) {
    KnownProgram known = {.best = 3 * 2 - 2 * 1 + 0.5 * 2.5, .stretched = 7.25 - 2};
    lp_model_column(&known.model, (LpColumn){.objective = 3, .upper = 2.7, .integer = true});
    lp_model_column(&known.model,
                    (LpColumn){.objective = -2, .lower = 0.3, .upper = 9, .integer = true});
    lp_model_column(&known.model, (LpColumn){.objective = 0.5, .upper = 2.5});
    IntegerOptions options = searched_exactly();
    Searched searched = search(&known, &options);
    expect_ended(&known, &options, &searched);
    ck_assert_double_eq_tol(searched.primal[0], 2, 1e-9);
    ck_assert_double_eq_tol(searched.primal[1], 1, 1e-9);
    ck_assert_double_eq_tol(searched.primal[2], 2.5, 1e-9);
    lp_model_clear(&known.model);
}
END_TEST

/** Two fixed columns in a row with this limit. */
static KnownProgram fixed_program(double limit) {
    KnownProgram known = {.best = limit >= 3.5 ? 10 : -HUGE_VAL};
    known.stretched = known.best;
    RowId row = lp_model_row(&known.model, (LpRow){.lower = -HUGE_VAL, .upper = limit});
    for (int i = 1; i <= 2; i++) {
        ColumnId column = lp_model_column(
            &known.model,
            (LpColumn){.objective = i == 1 ? 2 : 4, .lower = i, .upper = i, .integer = true});
        lp_model_entry(&known.model, row, column, i == 1 ? 0.5 : 1.5);
    }
    return known;
}

START_TEST(where_all_is_fixed_it_holds_or_not) {
    IntegerOptions options = searched_exactly();
    for (int halves = 6; halves <= 8; halves++) {
        double limit = halves / 2.0;
        KnownProgram known = fixed_program(limit);
        Searched searched = search(&known, &options);
        expect_ended(&known, &options, &searched);
        ck_assert_int_eq(searched.found, limit >= 3.5);
        lp_model_clear(&known.model);
    }
}
END_TEST

START_TEST(a_row_that_its_fixed_columns_miss_by_a_rounding_error_holds) {
    KnownProgram known = {.best = 5, .stretched = 5}; /* 2 * 1 + 0.3 * 3 >= 2.9 */
    RowId row = lp_model_row(&known.model, (LpRow){.lower = 2.9, .upper = HUGE_VAL});
    lp_model_column(&known.model, (LpColumn){.objective = 5, .upper = 1, .integer = true});
    lp_model_column(&known.model, (LpColumn){.upper = 3, .integer = true});
    lp_model_entry(&known.model, row, 0, 2);
    lp_model_entry(&known.model, row, 1, 0.3);
    IntegerOptions options = searched_exactly();
    Searched searched = search(&known, &options);
    ck_assert(searched.found);
    expect_ended(&known, &options, &searched);
    lp_model_clear(&known.model);
}
END_TEST

START_TEST(a_program_that_earns_without_end_is_a_failure_and_no_proof) {
    LpModel model = {0};
    lp_model_column(&model, (LpColumn){.objective = 1, .upper = HUGE_VAL, .integer = true});
    lp_model_column(&model, (LpColumn){.objective = 1, .upper = HUGE_VAL, .integer = true});
    RowId row = lp_model_row(&model, (LpRow){.lower = -HUGE_VAL, .upper = 4});
    lp_model_entry(&model, row, 0, 1);
    lp_model_entry(&model, row, 1, -1);
    IntegerOptions options = searched_exactly();
    Searched searched = search_program(backend, &model, &options);
    ck_assert(outcome_failed(searched.status));
    ck_assert(!searched.found && searched.bound == HUGE_VAL);
    lp_model_clear(&model);
}
END_TEST

START_TEST(a_model_that_lacks_something_is_not_searched) {
    KnownProgram known = fixed_program(4);
    known.model.failed = true;
    IntegerOptions options = searched_exactly();
    Searched searched = search(&known, &options);
    ck_assert_int_eq(searched.status, OUTCOME_NO_MEMORY);
    ck_assert(!searched.found && searched.bound == HUGE_VAL);
    lp_model_clear(&known.model);
}
END_TEST

/* ---- drawn programs ---- */

/** Tries a program with options of its own. */
typedef void Trial(const KnownProgram *known);

static void try_drawn(Trial *trial, int number) {
    KnownProgram known = known_drawn(31, number);
    trial(&known);
    lp_model_clear(&known.model);
}

/** Tries drawn programs and, for what takes nodes, some even splits. */
static void try_all(Trial *trial) {
    for (int number = 0; number < programs; number++) {
        try_drawn(trial, number);
    }
    for (size_t i = 0; i < sizeof telling / sizeof telling[0]; i++) {
        try_drawn(trial, telling[i]);
    }
    for (unsigned seed = 0; seed < SPLITS; seed++) {
        KnownProgram known = known_split(seed);
        trial(&known);
        lp_model_clear(&known.model);
    }
}

static void try_exactly(const KnownProgram *known) {
    IntegerOptions options = searched_exactly();
    Searched searched = search(known, &options);
    expect_ended(known, &options, &searched);
}

START_TEST(the_best_point_is_found_and_proven) {
    try_all(try_exactly);
}
END_TEST

/** Each limit in turn, then ever greater ones, until one is enough. */
static void try_node_limits(const KnownProgram *known) {
    IntegerOptions options = searched_exactly();
    Searched searched = {.status = OUTCOME_STOPPED};
    options.node_limit = 0;
    while (searched.status == OUTCOME_STOPPED) {
        searched = search(known, &options);
        expect_honest(known, &options, &searched);
        ck_assert(!outcome_failed(searched.status));
        options.node_limit += 1 + options.node_limit / 16;
        ck_assert_int_lt(options.node_limit, 100000);
    }
}

START_TEST(at_every_limit_of_nodes_the_bound_is_one) {
    try_all(try_node_limits);
}
END_TEST

static void try_cutoffs(const KnownProgram *known) {
    IntegerOptions options = searched_exactly();
    double best = isfinite(known->best) ? known->best : 0;
    const double shares[] = {-1, -0.1, -1e-3, 1e-3, 0.1, 1};
    for (int i = 0; i < 6; i++) {
        options.cutoff = best + shares[i] * fmax(1, fabs(best));
        Searched searched = search(known, &options);
        expect_ended(known, &options, &searched);
        if (known->best == known->stretched) {
            ck_assert_int_eq(searched.found, options.cutoff < known->best);
        }
        for (int limit = 0; limit < 12; limit += 3) {
            options.node_limit = limit;
            searched = search(known, &options);
            expect_honest(known, &options, &searched);
        }
        options.node_limit = searched_exactly().node_limit;
    }
}

START_TEST(only_what_is_better_than_the_cutoff_is_looked_for) {
    try_all(try_cutoffs);
}
END_TEST

static void try_gaps(const KnownProgram *known) {
    const double gaps[] = {1e-6, 0.01, 0.1, 0.5};
    for (int i = 0; i < 4; i++) {
        IntegerOptions options = searched_exactly();
        options.relative_gap = gaps[i];
        Searched searched = search(known, &options);
        expect_ended(known, &options, &searched);
        for (int limit = 1; limit < 40; limit += 3) {
            options.node_limit = limit;
            searched = search(known, &options);
            expect_honest(known, &options, &searched);
        }
    }
}

START_TEST(the_gap_asked_for_is_kept_and_what_it_leaves_open_is_in_the_bound) {
    try_all(try_gaps);
}
END_TEST

static void try_twice(const KnownProgram *known) {
    for (int limit = 1; limit < 100000; limit *= 10) {
        IntegerOptions options = searched_exactly();
        options.node_limit = limit;
        Searched once = search(known, &options), again = search(known, &options);
        size_t size = (size_t)known->model.n_columns * sizeof *once.primal;
        ck_assert_int_eq(once.status, again.status);
        ck_assert_int_eq(once.found, again.found);
        ck_assert_mem_eq(&once.bound, &again.bound, sizeof once.bound);
        ck_assert(!once.found || memcmp(once.primal, again.primal, size) == 0);
    }
}

START_TEST(the_same_program_has_the_same_answer_to_the_last_bit) {
    try_all(try_twice);
}
END_TEST

static void try_stopped(const KnownProgram *known) {
    const volatile sig_atomic_t raised = 1;
    IntegerOptions stopped = searched_exactly(), late = searched_exactly();
    stopped.stop = &raised;
    late.time_limit_s = 0;
    const IntegerOptions *options[] = {&stopped, &late};
    for (int i = 0; i < 2; i++) {
        Searched searched = search(known, options[i]);
        expect_honest(known, options[i], &searched);
        ck_assert(searched.status == OUTCOME_STOPPED || searched.status == OUTCOME_INFEASIBLE);
        ck_assert(searched.status != OUTCOME_STOPPED || searched.bound == HUGE_VAL);
    }
}

START_TEST(a_raised_flag_or_no_time_ends_it_at_once) {
    try_all(try_stopped);
}
END_TEST

static Suite *suite_of_backend(void) {
    Suite *suite = suite_create(backend->name);
    TCase *hand = tcase_create("by hand");
    tcase_add_test(hand, of_nothing_nothing_is_the_best);
    tcase_add_test(hand, columns_without_rows_go_where_they_earn_most);
    tcase_add_test(hand, where_all_is_fixed_it_holds_or_not);
    tcase_add_test(hand, a_row_that_its_fixed_columns_miss_by_a_rounding_error_holds);
    tcase_add_test(hand, a_program_that_earns_without_end_is_a_failure_and_no_proof);
    tcase_add_test(hand, a_model_that_lacks_something_is_not_searched);
    TCase *drawn = tcase_create("drawn programs");
    tcase_set_timeout(drawn, 120 + programs / 5.0);
    tcase_add_test(drawn, the_best_point_is_found_and_proven);
    tcase_add_test(drawn, at_every_limit_of_nodes_the_bound_is_one);
    tcase_add_test(drawn, only_what_is_better_than_the_cutoff_is_looked_for);
    tcase_add_test(drawn, the_gap_asked_for_is_kept_and_what_it_leaves_open_is_in_the_bound);
    tcase_add_test(drawn, the_same_program_has_the_same_answer_to_the_last_bit);
    tcase_add_test(drawn, a_raised_flag_or_no_time_ends_it_at_once);
    suite_add_tcase(suite, hand);
    suite_add_tcase(suite, drawn);
    return suite;
}

int main(int argc, char **argv) {
    int failed = 0;
    programs = argc > 1 ? atoi(argv[1]) : programs;
    for (int i = 0; (backend = backend_at(i)) != NULL; i++) {
        SRunner *runner = srunner_create(suite_of_backend());
        srunner_run_all(runner, CK_ENV);
        failed += srunner_ntests_failed(runner);
        srunner_free(runner);
    }
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
