/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solver/solve_plan.h"

#include <check.h>
#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "config/case_read.h"
#include "model/problem_build.h"
#include "tests/unit/case_fixture.h"

/* scenarios/tiny: its comments work the optimum out by hand. */
static const double TINY_RELAXATION = 29000, TINY_OPTIMUM = 21000;

/** A stopped run ends within so many seconds, also on a slow machine under a sanitizer. */
static const double QUICK_S = 5;

/** The start of cases about one train from YIW to DUI with 4 TEU of room. */
static const char one_train[] = "banlie: 1\n"
                                "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai}\n"
                                "stations:\n"
                                "  YIW: {country: CN, zone: Asia/Shanghai}\n"
                                "  DUI: {country: DE, zone: Europe/Berlin}\n"
                                "slots:\n"
                                "  - {id: S, from: YIW, to: DUI, departs: [Wed 04:00], runs: 12d, "
                                "km: 11000, teu: 4, cost: {train: 1000}}\n";

/** Reads and builds scenarios/tiny; the program stands in the sources' root. */
static CaseFixture tiny(void) {
    bool unreadable = false;
    CaseFixture fixture = {.findings = findings_new()};
    fixture.kase = case_read("scenarios/tiny", fixture.findings, &unreadable);
    ck_assert_ptr_nonnull(fixture.kase);
    fixture.problem = problem_build(fixture.kase, fixture.findings);
    ck_assert_ptr_nonnull(fixture.problem);
    ck_assert_int_eq(findings_errors(fixture.findings), 0);
    return fixture;
}

static SolveOptions exactly(void) {
    return (SolveOptions){.gap = 0, .time_limit_s = 60};
}

static Plan *solved(const Problem *problem, const SolveOptions *options) {
    Plan *plan = NULL;
    Outcome outcome = solve_plan(problem, options, &plan);
    ck_assert_msg(outcome == OUTCOME_DONE, "%s", outcome_text(outcome));
    ck_assert_ptr_nonnull(plan);
    return plan;
}

static int trains_run(const Problem *problem, const Plan *plan) {
    int count = 0;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        count += plan->runs[id] ? 1 : 0;
    }
    return count;
}

/** Boxes of a demand that the plan carries. */
static int boxes_of(const Problem *problem, const Plan *plan, const char *demand) {
    int boxes = 0;
    for (int i = 0; i < plan->n_allocations; i++) {
        const Allocation *allocation = &plan->allocations[i];
        bool same = strcmp(problem->bookings[allocation->booking].code, demand) == 0;
        boxes += same ? allocation->boxes : 0;
    }
    return boxes;
}

START_TEST(the_tiny_case_is_solved_as_by_hand) {
    CaseFixture fixture = tiny();
    SolveOptions options = exactly();
    Plan *plan = solved(fixture.problem, &options);
    ck_assert_int_eq(plan->status, PLAN_OPTIMAL);
    ck_assert_double_eq_tol(plan->relaxation, TINY_RELAXATION, 1e-6 * TINY_RELAXATION);
    ck_assert_double_eq_tol(plan->objective, TINY_OPTIMUM, 1e-6);
    ck_assert_double_ge(plan->bound, plan->objective);
    ck_assert_double_le(plan->bound, TINY_OPTIMUM * (1 + 1e-6));
    ck_assert(!plan->interrupted && !plan->timed_out);
    ck_assert_int_eq(trains_run(fixture.problem, plan), 2);
    const char *const demands[] = {"A", "B", "C", "D", "E"};
    const int boxes[] = {3, 2, 1, 0, 3};
    for (int i = 0; i < 5; i++) {
        ck_assert_int_eq(boxes_of(fixture.problem, plan, demands[i]), boxes[i]);
    }
    plan_free(plan);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(a_relaxed_run_has_a_value_and_prices_but_no_plan) {
    CaseFixture fixture = tiny();
    SolveOptions options = exactly();
    options.relax = true;
    Plan *plan = solved(fixture.problem, &options);
    ck_assert_int_eq(plan->status, PLAN_RELAXED);
    ck_assert_double_eq_tol(plan->relaxation, TINY_RELAXATION, 1e-6 * TINY_RELAXATION);
    ck_assert_double_ge(plan->bound, TINY_RELAXATION - 1e-3);
    ck_assert_ptr_null(plan->runs);
    ck_assert_int_eq(plan->n_allocations, 0);
    ck_assert(isnan(plan->objective));
    /* B is the marginal cargo of OUT: 14 000 for 2 TEU, so one TEU on its two legs together is
     * worth 7 000 */
    double worth = 0;
    for (LegId leg = 0; leg < fixture.problem->n_legs; leg++) {
        const TrainCandidate *train = &fixture.problem->trains[fixture.problem->legs[leg].train];
        bool is_out = strcmp(fixture.kase->lines[train->line].code, "OUT") == 0;
        worth += is_out ? plan->prices.leg_teu[leg] : 0;
    }
    ck_assert_double_eq_tol(worth, 7000, 1e-3);
    plan_free(plan);
    case_fixture_free(&fixture);
}
END_TEST

static PlanStatus status_of(const char *tail, bool relax) {
    CaseFixture fixture = case_fixture_new(one_train, tail);
    SolveOptions options = exactly();
    options.relax = relax;
    Plan *plan = solved(fixture.problem, &options);
    PlanStatus status = plan->status;
    plan_free(plan);
    case_fixture_free(&fixture);
    return status;
}

static void expect_infeasible(const char *tail, bool relax) {
    CaseFixture fixture = case_fixture_new(one_train, tail);
    SolveOptions options = exactly();
    options.relax = relax;
    Plan *plan = NULL;
    ck_assert_int_eq(solve_plan(fixture.problem, &options, &plan), OUTCOME_INFEASIBLE);
    ck_assert_ptr_null(plan);
    case_fixture_free(&fixture);
}

START_TEST(a_booking_that_must_travel_beyond_the_room_is_infeasible) {
    static const char three[] =
        "lines: {L: {route: [YIW, DUI]}}\n"
        "demand: [{id: M, from: YIW, to: DUI, boxes: 3, container: 40HC, ready: 2026-11-30,"
        " due: 2026-12-24, revenue: 100, must: true}]\n";
    static const char two[] =
        "lines: {L: {route: [YIW, DUI]}}\n"
        "demand: [{id: M, from: YIW, to: DUI, boxes: 2, container: 40HC, ready: 2026-11-30,"
        " due: 2026-12-24, revenue: 100, must: true}]\n";
    expect_infeasible(three, false);
    expect_infeasible(three, true);
    ck_assert_int_eq(status_of(two, false), PLAN_OPTIMAL);
}
END_TEST

START_TEST(boxes_that_only_fit_in_fractions_are_infeasible_but_relax) {
    /* 45HC: 2.25 TEU each, so 4 TEU hold one whole box. Two trains could take 8 TEU, that is one
     * box each. */
    static const char tail[] =
        "  - {id: T, from: YIW, to: DUI, departs: [Thu 04:00], runs: 12d, km: 11000, teu: 4}\n"
        "lines: {L: {route: [YIW, DUI]}}\n"
        "demand: [{id: M, from: YIW, to: DUI, boxes: 3, container: 45HC, ready: 2026-11-30,"
        " due: 2026-12-24, revenue: 100, must: true}]\n";
    ck_assert_int_eq(status_of(tail, true), PLAN_RELAXED);
    expect_infeasible(tail, false);
}
END_TEST

START_TEST(a_load_factor_is_no_higher_than_its_bound_with_parts_of_trains_or_whole_ones) {
    /* One box of 1 TEU: a quarter of a train is full with it, a whole one of 4 TEU a quarter full.
     */
    static const char tail[] =
        "lines: {L: {route: [YIW, DUI], trains_per_week: {min: 0}}}\n"
        "objective: [{maximize: load_factor, keep: 0.5}, {maximize: margin}]\n"
        "demand: [{id: M, from: YIW, to: DUI, boxes: 1, container: 20GP, ready: 2026-11-30,"
        " due: 2026-12-24, revenue: 3000}]\n";
    CaseFixture fixture = case_fixture_new(one_train, tail);
    SolveOptions options = exactly();
    for (int relax = 0; relax <= 1; relax++) {
        options.relax = relax == 1;
        Plan *plan = solved(fixture.problem, &options);
        double best = options.relax ? 1 : 0.25;
        ck_assert_int_eq(plan->n_goals, 2);
        ck_assert_double_eq_tol(plan->goals[0].value, best, 1e-6);
        ck_assert_double_eq_tol(plan->goals[0].bound, best, 1e-6);
        ck_assert_double_eq_tol(plan->goals[0].held, best / 2, 1e-6);
        plan_free(plan);
    }
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(the_relaxation_of_a_load_factor_alone_is_stated) {
    static const char tail[] =
        "lines: {L: {route: [YIW, DUI]}}\n"
        "objective: load_factor\n"
        "demand: [{id: M, from: YIW, to: DUI, boxes: 1, container: 20GP, ready: 2026-11-30,"
        " due: 2026-12-24, revenue: 3000}]\n";
    CaseFixture fixture = case_fixture_new(one_train, tail);
    SolveOptions options = exactly();
    options.relax = true;
    Plan *plan = solved(fixture.problem, &options);
    ck_assert_double_eq_tol(plan->relaxation, 1, 1e-6);
    ck_assert_double_eq_tol(plan->bound, 1, 1e-6);
    plan_free(plan);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(a_least_number_of_trains_that_does_not_exist_is_infeasible) {
    static const char tail[] = "lines: {L: {route: [YIW, DUI], trains_per_week: {min: 1}},"
                               " N: {route: [DUI, YIW], trains_per_week: {min: 1}}}\n";
    expect_infeasible(tail, false);
    expect_infeasible("lines: {L: {route: [YIW, DUI], trains_per_week: {min: 2}}}\n", false);
    ck_assert_int_eq(
        status_of("lines: {L: {route: [YIW, DUI], trains_per_week: {min: 1}}}\n", false),
        PLAN_OPTIMAL);
}
END_TEST

START_TEST(nothing_worth_running_is_an_empty_plan) {
    CaseFixture fixture = case_fixture_new(one_train, "lines: {L: {route: [YIW, DUI]}}\n");
    SolveOptions options = exactly();
    Plan *plan = solved(fixture.problem, &options);
    ck_assert_int_eq(plan->status, PLAN_OPTIMAL);
    ck_assert_double_eq_tol(plan->objective, 0, 1e-9);
    ck_assert_int_eq(trains_run(fixture.problem, plan), 0);
    plan_free(plan);
    case_fixture_free(&fixture);
}
END_TEST

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/** Solves tiny, which ends at once, with a plan that is right or with none. */
static void expect_quick(const SolveOptions *options, bool interrupted) {
    CaseFixture fixture = tiny();
    double start = seconds();
    Plan *plan = NULL;
    Outcome outcome = solve_plan(fixture.problem, options, &plan);
    ck_assert_double_lt(seconds() - start, QUICK_S);
    if (plan == NULL) {
        ck_assert_int_eq(outcome, OUTCOME_STOPPED);
    } else {
        ck_assert_int_eq(outcome, OUTCOME_DONE);
        ck_assert_int_eq(plan->interrupted, interrupted);
        ck_assert_double_le(plan->objective, TINY_OPTIMUM + 1e-6);
        ck_assert_double_ge(plan->bound, TINY_OPTIMUM - 1e-6);
        plan_free(plan);
    }
    case_fixture_free(&fixture);
}

START_TEST(a_stop_flag_raised_before_ends_the_run_at_once) {
    const volatile sig_atomic_t stop = 1;
    SolveOptions options = exactly();
    options.stop = &stop;
    expect_quick(&options, true);
    options.relax = true;
    expect_quick(&options, true);
}
END_TEST

START_TEST(no_time_at_all_ends_the_run_at_once) {
    SolveOptions options = exactly();
    options.time_limit_s = 0;
    expect_quick(&options, false);
    options.relax = true;
    expect_quick(&options, false);
}
END_TEST

static void expect_same_bits(double one, double other) {
    ck_assert_mem_eq(&one, &other, sizeof one);
}

START_TEST(two_runs_give_the_same_plan_to_the_bit) {
    CaseFixture fixtures[] = {tiny(), tiny()};
    SolveOptions options = exactly();
    Plan *one = solved(fixtures[0].problem, &options);
    Plan *other = solved(fixtures[1].problem, &options);
    const Problem *problem = fixtures[0].problem;
    ck_assert_int_eq(one->status, other->status);
    expect_same_bits(one->objective, other->objective);
    expect_same_bits(one->bound, other->bound);
    expect_same_bits(one->relaxation, other->relaxation);
    ck_assert_mem_eq(one->runs, other->runs, (size_t)problem->n_trains * sizeof *one->runs);
    ck_assert_int_eq(one->n_allocations, other->n_allocations);
    ck_assert_mem_eq(one->allocations, other->allocations,
                     (size_t)one->n_allocations * sizeof *one->allocations);
    ck_assert_int_eq(one->n_rides, other->n_rides);
    ck_assert_mem_eq(one->rides, other->rides, (size_t)one->n_rides * sizeof *one->rides);
    for (LegId leg = 0; leg < problem->n_legs; leg++) {
        expect_same_bits(one->prices.leg_teu[leg], other->prices.leg_teu[leg]);
    }
    ck_assert_int_eq(one->rounds, other->rounds);
    ck_assert_int_eq(one->nodes, other->nodes);
    ck_assert_int_eq(one->columns, other->columns);
    plan_free(one);
    plan_free(other);
    case_fixture_free(&fixtures[0]);
    case_fixture_free(&fixtures[1]);
}
END_TEST

/* Two boxes would fill the train, but one container stands there: another is leased where it pays.
 */
START_TEST(containers_are_leased_where_it_pays) {
    static const char *const lease[] = {"50", "2500"};
    const double objective[] = {2 * 2000 - 1000 - 50, 2000 - 1000};
    const int boxes[] = {2, 1};
    for (int i = 0; i < 2; i++) {
        g_autofree char *rest = g_strdup_printf(
            "lines: {L: {route: [YIW, DUI]}}\n"
            "equipment: {40HC: {stock: {YIW: 1}, lease: {YIW: {cost: %s, boxes: 3}}}}\n"
            "demand:\n"
            "  - {id: B, from: YIW, to: DUI, boxes: 5, container: 40HC, revenue: 2000,\n"
            "     ready: 2026-11-30, due: 2026-12-30}\n",
            lease[i]);
        CaseFixture fixture = case_fixture_new(one_train, rest);
        SolveOptions options = exactly();
        Plan *plan = solved(fixture.problem, &options);
        ck_assert_double_eq_tol(plan->objective, objective[i], 1e-6);
        ck_assert_int_eq(boxes_of(fixture.problem, plan, "B"), boxes[i]);
        plan_free(plan);
        case_fixture_free(&fixture);
    }
}
END_TEST

int main(int argc, char **argv) {
    if (argc < 2 || chdir(argv[1]) != 0) {
        fputs("usage: solve_plan_test SOURCE_ROOT\n", stderr);
        return EXIT_FAILURE;
    }
    Suite *suite = suite_create("solve_plan");
    TCase *tests = tcase_create("solve_plan");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, the_tiny_case_is_solved_as_by_hand);
    tcase_add_test(tests, containers_are_leased_where_it_pays);
    tcase_add_test(tests, a_relaxed_run_has_a_value_and_prices_but_no_plan);
    tcase_add_test(tests, a_booking_that_must_travel_beyond_the_room_is_infeasible);
    tcase_add_test(tests, boxes_that_only_fit_in_fractions_are_infeasible_but_relax);
    tcase_add_test(tests,
                   a_load_factor_is_no_higher_than_its_bound_with_parts_of_trains_or_whole_ones);
    tcase_add_test(tests, the_relaxation_of_a_load_factor_alone_is_stated);
    tcase_add_test(tests, a_least_number_of_trains_that_does_not_exist_is_infeasible);
    tcase_add_test(tests, nothing_worth_running_is_an_empty_plan);
    tcase_add_test(tests, a_stop_flag_raised_before_ends_the_run_at_once);
    tcase_add_test(tests, no_time_at_all_ends_the_run_at_once);
    tcase_add_test(tests, two_runs_give_the_same_plan_to_the_bit);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
