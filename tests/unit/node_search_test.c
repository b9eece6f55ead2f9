/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solver/master/branch_bounds.h"
#include "solver/master/master.h"
#include "solver/master/master_view.h"
#include "solver/search/node_search.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <unistd.h>

#include "config/case_read.h"
#include "model/formulation_build.h"
#include "model/problem/problem_memory.h"
#include "model/problem_build.h"
#include "solver/lp/backends.h"
#include "solver/master/enumerate.h"
#include "solver/plans/whole_plan.h"
#include "tests/unit/case_fixture.h"

/* scenarios/tiny: its comments work the optimum out by hand. */
static const double TINY_OPTIMUM = 21000;

enum { MANY = 1000 };

/** A case with its master solved, and nothing found yet. */
typedef struct {
    Findings *findings;
    Case *kase;
    Problem *problem;
    Formulation *formulation;
    Clock clock;
    Master *master;
    MasterResult solved;
    Incumbent incumbent;
} Setting;

/** Reads scenarios/tiny; the program stands in the sources' root. */
static Setting tiny(void) {
    bool unreadable = false;
    Setting setting = {.findings = findings_new(), .clock = clock_start(60, NULL)};
    setting.kase = case_read("scenarios/tiny", setting.findings, &unreadable);
    ck_assert_ptr_nonnull(setting.kase);
    setting.problem = problem_build(setting.kase, setting.findings);
    ck_assert_ptr_nonnull(setting.problem);
    setting.formulation = formulation_new(setting.problem, &AIM_MARGIN);
    ck_assert_ptr_nonnull(setting.formulation);
    ck_assert(incumbent_init(&setting.incumbent, setting.problem));
    return setting;
}

/** Solves the setting's master; the clock stays where it is from here on. */
static void solve_master(Setting *setting) {
    ck_assert_int_eq(master_new(setting->formulation, backend_find(NULL), &setting->clock, NULL,
                                &setting->master),
                     OUTCOME_DONE);
    ck_assert_int_eq(master_solve(setting->master, -HUGE_VAL, 0, &setting->solved), OUTCOME_DONE);
}

static void setting_free(Setting *setting) {
    incumbent_clear(&setting->incumbent);
    master_free(setting->master);
    formulation_free(setting->formulation);
    problem_free(setting->problem);
    case_free(setting->kase);
    findings_free(setting->findings);
}

static Paths all_within(Setting *setting, const bool *runs, double slack, int most,
                        Outcome expected) {
    Paths pool;
    ck_assert(paths_init(&pool, setting->problem->n_flows));
    ck_assert_int_eq(enumerate_paths(setting->master, runs, slack, most, &pool), expected);
    return pool;
}

/** What a path of a pool would change the objective by, per box. */
static double reduced(const Setting *setting, const Paths *pool, PathId id) {
    CargoColumn column = {0};
    ck_assert(cargo_column_make(setting->formulation, pool->items[id].booking,
                                paths_rides(pool, id), pool->items[id].n_rides, &column));
    double value = cargo_column_reduced(&column, master_duals(setting->master));
    cargo_column_free(&column);
    return value;
}

START_TEST(all_itineraries_that_the_prices_leave_are_listed_and_no_other) {
    Setting setting = tiny();
    solve_master(&setting);
    Paths all = all_within(&setting, NULL, HUGE_VAL, MANY, OUTCOME_DONE);
    /* A to D on the one train out; E, from Wednesday on, on Friday's train back. */
    ck_assert_int_eq(all.count, 5);
    const double slacks[] = {0, 1, 2500, 5000, 9500};
    int counts[5];
    for (int i = 0; i < 5; i++) {
        Paths some = all_within(&setting, NULL, slacks[i] + 1e-6, MANY, OUTCOME_DONE);
        int expected = 0;
        for (PathId id = 0; id < all.count; id++) {
            expected += reduced(&setting, &all, id) > -slacks[i] - 1e-6 ? 1 : 0;
        }
        ck_assert_int_eq(some.count, expected);
        counts[i] = some.count;
        paths_clear(&some);
    }
    ck_assert_int_lt(counts[0], counts[4]);
    paths_clear(&all);
    setting_free(&setting);
}
END_TEST

START_TEST(trains_that_do_not_run_carry_nothing) {
    Setting setting = tiny();
    solve_master(&setting);
    bool *runs = calloc((size_t)setting.problem->n_trains + 1, sizeof *runs);
    ck_assert_ptr_nonnull(runs);
    Paths none = all_within(&setting, runs, HUGE_VAL, MANY, OUTCOME_DONE);
    ck_assert_int_eq(none.count, 0);
    for (TrainId id = 0; id < setting.problem->n_trains; id++) {
        runs[id] = setting.problem->trains[id].fixed;
    }
    Paths out = all_within(&setting, runs, HUGE_VAL, MANY, OUTCOME_DONE);
    ck_assert_int_eq(out.count, 4);
    free(runs);
    paths_clear(&none);
    paths_clear(&out);
    setting_free(&setting);
}
END_TEST

START_TEST(a_listing_that_grows_too_long_is_given_up) {
    Setting setting = tiny();
    solve_master(&setting);
    Paths some = all_within(&setting, NULL, HUGE_VAL, 2, OUTCOME_STOPPED);
    ck_assert_int_le(some.count, 3);
    paths_clear(&some);
    setting_free(&setting);
}
END_TEST

static NodeSearchResult searched(Setting *setting, int paths_max) {
    NodeSearchOptions options = {.gap = {0, 1}, .paths_max = paths_max};
    NodeSearchResult result;
    ck_assert_int_eq(
        node_search(setting->master, &setting->solved, &options, &setting->incumbent, &result),
        OUTCOME_DONE);
    return result;
}

START_TEST(the_first_node_searched_at_once_gives_the_optimum_and_its_proof) {
    Setting setting = tiny();
    solve_master(&setting);
    NodeSearchResult result = searched(&setting, MANY);
    ck_assert(result.tried);
    ck_assert_int_eq(result.n_paths, 5);
    ck_assert(setting.incumbent.found);
    ck_assert_double_eq_tol(setting.incumbent.objective, TINY_OPTIMUM, 1e-6);
    ck_assert_double_eq_tol(result.bound, TINY_OPTIMUM, 1e-3);
    setting_free(&setting);
}
END_TEST

/** Fixes trains, and solves the master of that node. */
static void fix_trains(Setting *setting, const bool *runs) {
    for (TrainId id = 0; id < setting->problem->n_trains; id++) {
        double value = runs[id] ? 1 : 0;
        master_bound_train(setting->master, id, value, value);
    }
    ck_assert_int_eq(master_solve(setting->master, -HUGE_VAL, 0, &setting->solved), OUTCOME_DONE);
}

START_TEST(with_the_best_plan_known_the_search_proves_it_over_fewer_itineraries) {
    Setting setting = tiny();
    solve_master(&setting);
    (void)searched(&setting, MANY);
    ck_assert(setting.incumbent.found);
    fix_trains(&setting, setting.incumbent.runs);
    /* On these trains the LP gives 2 000 more; a box of D would lose 5 000, so D is not listed. */
    ck_assert_double_eq_tol(setting.solved.bound, TINY_OPTIMUM + 2000, 1e-3);
    NodeSearchResult again = searched(&setting, MANY);
    ck_assert(again.tried);
    ck_assert_int_eq(again.n_paths, 4);
    ck_assert_double_eq_tol(again.bound, TINY_OPTIMUM, 1e-3);
    setting_free(&setting);
}
END_TEST

START_TEST(a_node_keeps_its_bounds_of_trains) {
    Setting setting = tiny();
    solve_master(&setting);
    bool *runs = calloc((size_t)setting.problem->n_trains + 1, sizeof *runs);
    ck_assert_ptr_nonnull(runs);
    for (TrainId id = 0; id < setting.problem->n_trains; id++) {
        runs[id] = setting.problem->trains[id].fixed;
    }
    fix_trains(&setting, runs);
    free(runs);
    NodeSearchResult result = searched(&setting, MANY);
    /* The train out alone: 30 000 less the 15 000 owed for want of a train back. */
    ck_assert_double_eq_tol(setting.incumbent.objective, 15000, 1e-6);
    ck_assert_double_eq_tol(result.bound, 15000, 1e-3);
    setting_free(&setting);
}
END_TEST

START_TEST(with_too_many_itineraries_nothing_is_tried_and_the_bound_stays) {
    Setting setting = tiny();
    solve_master(&setting);
    NodeSearchResult result = searched(&setting, 2);
    ck_assert(!result.tried);
    ck_assert(!setting.incumbent.found);
    ck_assert_double_eq(result.bound, setting.solved.bound);
    setting_free(&setting);
}
END_TEST

int main(int argc, char **argv) {
    if (argc != 2 || chdir(argv[1]) != 0) {
        return EXIT_FAILURE;
    }
    TCase *listing = tcase_create("listing");
    tcase_add_test(listing, all_itineraries_that_the_prices_leave_are_listed_and_no_other);
    tcase_add_test(listing, trains_that_do_not_run_carry_nothing);
    tcase_add_test(listing, a_listing_that_grows_too_long_is_given_up);
    TCase *searching = tcase_create("searching");
    tcase_add_test(searching, the_first_node_searched_at_once_gives_the_optimum_and_its_proof);
    tcase_add_test(searching, with_the_best_plan_known_the_search_proves_it_over_fewer_itineraries);
    tcase_add_test(searching, a_node_keeps_its_bounds_of_trains);
    tcase_add_test(searching, with_too_many_itineraries_nothing_is_tried_and_the_bound_stays);
    Suite *suite = suite_create("node_search");
    suite_add_tcase(suite, listing);
    suite_add_tcase(suite, searching);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
