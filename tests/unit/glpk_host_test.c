/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A host that uses GLPK itself keeps its own objects there, whatever becomes of ours; and what a
 * call leaves behind that was stopped in the middle does not pile up. */
#include <check.h>
#include <glpk.h>
#include <stdlib.h>

#include "solver/lp/backend_glpk.h"

static const Backend *const backend = &BACKEND_GLPK;

enum { ROUNDS = 50 };

/** max x, x <= 7. */
static glp_prob *host_problem(void) {
    glp_prob *problem = glp_create_prob();
    glp_set_obj_dir(problem, GLP_MAX);
    glp_add_rows(problem, 1);
    glp_add_cols(problem, 1);
    glp_set_col_bnds(problem, 1, GLP_LO, 0, 0);
    glp_set_obj_coef(problem, 1, 1);
    glp_set_row_bnds(problem, 1, GLP_UP, 0, 7);
    glp_set_mat_row(problem, 1, 1, (const int[]){0, 1}, (const double[]){0, 1});
    return problem;
}

static void expect_host_sound(glp_prob *problem) {
    glp_smcp options;
    glp_init_smcp(&options);
    options.msg_lev = GLP_MSG_OFF;
    ck_assert_int_eq(glp_simplex(problem, &options), 0);
    ck_assert_double_eq_tol(glp_get_obj_val(problem), 7, 1e-9);
}

/** max 2x + y, x + y <= 4, x <= 3: 7. */
static Lp *own_lp(void) {
    Lp *lp = backend->create();
    ck_assert_ptr_nonnull(lp);
    const SparseVectors rows = {.count = 1, .start = (const int[]){0, 0}};
    const SparseVectors columns = {.count = 2,
                                   .start = (const int[]){0, 1, 2},
                                   .index = (const int[]){0, 0},
                                   .value = (const double[]){1, 1}};
    ck_assert_int_eq(backend->add_rows(lp, &rows, (const double[]){-HUGE_VAL}, (const double[]){4}),
                     OUTCOME_DONE);
    ck_assert_int_eq(backend->add_columns(lp, &columns, (const double[]){2, 1},
                                          (const double[]){0, 0}, (const double[]){3, HUGE_VAL}),
                     OUTCOME_DONE);
    return lp;
}

static void solve_own(void) {
    Lp *lp = own_lp();
    ck_assert_int_eq(backend->solve(lp, LP_PRIMAL, 60, NULL), OUTCOME_DONE);
    ck_assert_double_eq_tol(backend->objective(lp), 7, 1e-9);
    backend->destroy(lp);
}

static void stop_own(void) {
    const volatile sig_atomic_t stop = 1;
    Lp *lp = own_lp();
    ck_assert_int_eq(backend->solve(lp, LP_PRIMAL, 60, &stop), OUTCOME_STOPPED);
    backend->destroy(lp);
}

/** Blocks of GLPK's memory in use. */
static int blocks(void) {
    int count;
    glp_mem_usage(&count, NULL, NULL, NULL);
    return count;
}

/** True where GLPK has no environment by now; there is none afterwards either. */
static bool without_environment(void) {
    bool without = glp_init_env() == 0;
    if (without) {
        glp_free_env();
    }
    return without;
}

START_TEST(the_environment_goes_with_the_last_of_our_lps) {
    Lp *lp = own_lp();
    solve_own();
    ck_assert(!without_environment());
    ck_assert_int_eq(backend->solve(lp, LP_PRIMAL, 60, NULL), OUTCOME_DONE);
    backend->destroy(lp);
    ck_assert(without_environment());
    stop_own();
    ck_assert(without_environment());
}
END_TEST

START_TEST(what_the_host_made_before_us_outlives_us) {
    glp_term_out(GLP_ON);
    glp_prob *problem = host_problem();
    int own = blocks();
    solve_own();
    ck_assert_int_eq(blocks(), own);
    stop_own();
    expect_host_sound(problem);
    glp_delete_prob(problem);
    ck_assert_int_eq(glp_term_out(GLP_OFF), GLP_ON);
    ck_assert(!without_environment());
    glp_free_env();
}
END_TEST

START_TEST(what_the_host_makes_meanwhile_outlives_us_and_what_we_lost_goes_once_it_is_gone) {
    Lp *lp = own_lp();
    glp_prob *problem = host_problem();
    stop_own();
    backend->destroy(lp);
    expect_host_sound(problem);
    glp_delete_prob(problem);
    ck_assert_int_gt(blocks(), 0);
    solve_own();
    ck_assert(without_environment());
}
END_TEST

START_TEST(stops_leave_nothing_behind) {
    for (int round = 0; round < ROUNDS; round++) {
        stop_own();
        ck_assert(without_environment());
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("glpk_host");
    TCase *tests = tcase_create("glpk_host");
    tcase_add_test(tests, the_environment_goes_with_the_last_of_our_lps);
    tcase_add_test(tests, what_the_host_made_before_us_outlives_us);
    tcase_add_test(tests,
                   what_the_host_makes_meanwhile_outlives_us_and_what_we_lost_goes_once_it_is_gone);
    tcase_add_test(tests, stops_leave_nothing_behind);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
