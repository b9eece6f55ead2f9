/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wagon sets that are fractional in the relaxation: the trains of a cyclic plan need sets moved
 * back, by a slow, cheap rule or a fast, dear one, and the pool has too few for the slow one alone.
 * The oracle tries every choice of runs and counts sets minute by minute. */
#include <check.h>
#include <glib.h>
#include <math.h>
#include <stdlib.h>

#include "solver/lp/backends.h"
#include "solver/plans/wagon_sets.h"
#include "tests/unit/rake_count.h"

enum { SLOW, FAST, N_RULES };

enum { DAYS = 7, CASES = 150 };

/** What a set costs that is moved. */
static const double COST[] = {[SLOW] = 3, [FAST] = 10};

static int searches;

/** The backend, its searches for whole sets counted. */
static Outcome search_counted(const LpModel *model, const IntegerOptions *options, double *primal,
                              double *bound, bool *found) {
    searches++;
    return backend_find(NULL)->integer->search(model, options, primal, bound, found);
}

static const IntegerBackend counting = {.name = "counting", .search = search_counted};

static Backend counting_backend(void) {
    Backend backend = *backend_find(NULL);
    backend.integer = &counting;
    searches = 0;
    return backend;
}

/** @param out  departures from A; each set comes back to A by a reposition run alone */
static RakeCount sets_new(const char *out, int pool_sets, int slow_days, int turn_h) {
    g_autofree char *rest = g_strdup_printf(
        "slots:\n"
        "  - {id: AB, from: A, to: B, departs: [%s], runs: 20h, km: 900, teu: 90, rake: RED}\n"
        "lines: {AB: {route: [A, B]}}\n"
        "rakes:\n"
        "  RED: {sets: {A: %d}, turn: %dh, reposition: [{from: B, to: A, takes: %dd, cost: 3},\n"
        "        {from: B, to: A, takes: 15h, cost: 10}]}\n",
        out, pool_sets, turn_h, slow_days);
    CaseFixture fixture = case_fixture_new(
        "banlie: 1\n"
        "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai, mode: cyclic}\n"
        "stations:\n"
        "  A: {country: CN, zone: Asia/Shanghai}\n"
        "  B: {country: CN, zone: Asia/Shanghai}\n",
        rest);
    ck_assert_int_eq(findings_errors(fixture.findings), 0);
    return rake_count_new(fixture);
}

static Outcome find_sets(const RakeCount *sets, const Backend *backend) {
    const Clock clock = clock_start(60, NULL);
    return wagon_sets_find(sets->formulation, backend, &clock, sets->runs, sets->value);
}

static double *run_of(const RakeCount *sets, int number) {
    int run = problem_reposition(sets->fixture.problem, 0, number / DAYS, number % DAYS);
    ck_assert_int_ne(sets->formulation->reposition_column[run], NONE);
    return &sets->value[sets->formulation->reposition_column[run]];
}

static double cost_of(const RakeCount *sets) {
    double cost = 0;
    for (int number = 0; number < N_RULES * DAYS; number++) {
        cost += COST[number / DAYS] * *run_of(sets, number);
    }
    return cost;
}

/** The least cost of so many sets moved by runs of this number and later ones; INFINITY where no
 * choice suffices. As many sets have to come back as leave. */
static double least_cost(const RakeCount *sets, int number, int to_move) {
    if (number == N_RULES * DAYS) {
        return to_move == 0 && rake_count_suffices(sets, 0) ? cost_of(sets) : HUGE_VAL;
    }
    double least = HUGE_VAL;
    for (int moved = 0; moved <= to_move; moved++) {
        *run_of(sets, number) = moved;
        least = fmin(least, least_cost(sets, number + 1, to_move - moved));
    }
    *run_of(sets, number) = 0;
    return least;
}

static int run_all(const RakeCount *sets) {
    for (TrainId id = 0; id < sets->fixture.problem->n_trains; id++) {
        sets->runs[id] = true;
    }
    return sets->fixture.problem->n_trains;
}

START_TEST(half_a_set_each_way_is_no_plan) {
    /* Out on Monday 08:00, in B on Tuesday 04:00. Back within the week by the fast rule: the set is
     * at rest at the week's end, one is enough. By the slow rule, of 15 days, two or three more are
     * under way at each week's end. With two sets the relaxation would send half by each rule. */
    const Backend backend = counting_backend();
    const double expected[] = {[1] = 10, [2] = 10, [3] = 3};
    for (int pool_sets = 1; pool_sets <= 3; pool_sets++) {
        RakeCount sets = sets_new("Mon 08:00", pool_sets, 15, 0);
        ck_assert_int_eq(run_all(&sets), 1);
        ck_assert_int_eq(find_sets(&sets, &backend), OUTCOME_DONE);
        ck_assert_double_eq(cost_of(&sets), expected[pool_sets]);
        ck_assert(rake_count_suffices(&sets, 0));
        ck_assert_int_eq(searches, pool_sets == 1 ? 0 : 1);
        rake_count_clear(&sets);
    }
}
END_TEST

START_TEST(whole_sets_cost_what_the_best_of_all_choices_costs) {
    static const char *const OUT[] = {"Mon 08:00", "Wed 20:00", "Tue 06:00, Fri 12:00",
                                      "Mon 03:00, Sat 22:00", "Mon 10:00, Tue 10:00, Thu 23:00"};
    const Backend backend = counting_backend();
    GRand *rand = g_rand_new_with_seed(9);
    int solved = 0, lacking = 0;
    for (int round = 0; round < CASES; round++) {
        RakeCount sets = sets_new(OUT[g_rand_int_range(rand, 0, 5)], g_rand_int_range(rand, 1, 7),
                                  g_rand_int_range(rand, 8, 17), g_rand_int_range(rand, 0, 15));
        int trains = run_all(&sets);
        double least = least_cost(&sets, 0, trains);
        Outcome outcome = find_sets(&sets, &backend);
        ck_assert_int_eq(outcome, least < HUGE_VAL ? OUTCOME_DONE : OUTCOME_INFEASIBLE);
        if (outcome == OUTCOME_DONE) {
            ck_assert(rake_count_suffices(&sets, 0));
            ck_assert_double_eq(cost_of(&sets), least);
            solved++;
        } else {
            lacking++;
        }
        rake_count_clear(&sets);
    }
    g_rand_free(rand);
    ck_assert_int_gt(solved, CASES / 4);
    ck_assert_int_gt(lacking, CASES / 20);
    ck_assert_int_gt(searches, CASES / 8);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("whole_sets");
    TCase *tests = tcase_create("whole_sets");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, half_a_set_each_way_is_no_plan);
    tcase_add_test(tests, whole_sets_cost_what_the_best_of_all_choices_costs);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
