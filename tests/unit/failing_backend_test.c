/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every backend that is built in, with its n-th call failing, for every n: what the engine makes of
 * it is never a proof. */
#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "solver/conflict/conflict.h"
#include "solver/lp/backends.h"
#include "solver/solve_plan.h"
#include "tests/unit/case_fixture.h"

/** What fails. */
typedef enum { FAIL_ONCE, FAIL_FROM_THERE_ON, N_WAYS } Way;

/* A backend's functions are told of nothing but their LP: the faults are the file's. */
static const Backend *sound;
static Backend faulty; /**< made of it */
static int calls, failing_call;
static Way way;
static Outcome failure;

/** Counts a call; true where it fails. */
static bool fails(void) {
    calls++;
    return way == FAIL_ONCE ? calls == failing_call : calls >= failing_call;
}

static Outcome solve_lp(Lp *lp, LpMethod method, double time_limit_s,
                        const volatile sig_atomic_t *stop) {
    return fails() ? failure : sound->solve(lp, method, time_limit_s, stop);
}

static Outcome search_integer(const LpModel *model, const IntegerOptions *options, double *primal,
                              double *bound, bool *found) {
    if (fails()) {
        *bound = HUGE_VAL;
        *found = false;
        return failure;
    }
    return sound->integer->search(model, options, primal, bound, found);
}

static Outcome search_nearby(const LpModel *model, const IntegerOptions *options, double *primal,
                             double *bound, bool *found) {
    if (fails()) {
        *bound = HUGE_VAL;
        *found = false;
        return failure;
    }
    return sound->nearby->search(model, options, primal, bound, found);
}

static const IntegerBackend faulty_integer = {.name = "faulty", .search = search_integer};
static const IntegerBackend faulty_nearby = {.name = "faulty", .search = search_nearby};

static Outcome add_rows(Lp *lp, const SparseVectors *vectors, const double *lower,
                        const double *upper) {
    return fails() ? failure : sound->add_rows(lp, vectors, lower, upper);
}

static Outcome add_columns(Lp *lp, const SparseVectors *vectors, const double *objective,
                           const double *lower, const double *upper) {
    return fails() ? failure : sound->add_columns(lp, vectors, objective, lower, upper);
}

static bool get_basis(Lp *lp, Basis *basis) {
    return !(failure == OUTCOME_NO_MEMORY && fails()) && sound->get_basis(lp, basis);
}

static void setup(void) {
    faulty = *sound;
    faulty.solve = solve_lp;
    faulty.integer = &faulty_integer;
    faulty.nearby = &faulty_nearby;
    faulty.add_rows = add_rows;
    faulty.add_columns = add_columns;
    faulty.get_basis = get_basis;
}

static const char head[] =
    "banlie: 1\n"
    "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai}\n"
    "stations:\n"
    "  YIW: {country: CN, zone: Asia/Shanghai}\n"
    "  DUI: {country: DE, zone: Europe/Berlin}\n"
    "slots:\n"
    "  - {id: O, from: YIW, to: DUI, departs: [Tue 04:00, Thu 04:00, Sat 04:00], runs: 12d,\n"
    "     km: 11000, teu: 9, cost: {train: 4000}, rake: W}\n"
    "  - {id: R, from: DUI, to: YIW, departs: [Wed 04:00, Fri 04:00], runs: 12d, km: 11000,\n"
    "     teu: 9, cost: {train: 3000}, rake: W}\n"
    "lines:\n"
    "  OUT: {direction: outbound, route: [YIW, DUI], trains_per_week: {min: 1}}\n"
    "  HOME: {direction: return, route: [DUI, YIW]}\n"
    "rakes: {W: {sets: {YIW: 2, DUI: 1}, turn: 1d,\n"
    "            reposition: [{from: DUI, to: YIW, takes: 1d, cost: 100}]}}\n";

/** Feasible, and the LP's trains and boxes are fractional: the whole search is at work. */
static const char feasible[] =
    "demand:\n"
    "  - {id: A, from: YIW, to: DUI, boxes: 5, container: 40HC, ready: 2026-11-30,\n"
    "     due: 2026-12-30, revenue: 1900, must: true}\n"
    "  - {id: B, from: YIW, to: DUI, boxes: 3, container: 45HC, ready: 2026-12-02,\n"
    "     due: 2026-12-30, revenue: 2100}\n"
    "  - {id: C, from: DUI, to: YIW, boxes: 7, container: 45HC, ready: 2026-11-30,\n"
    "     due: 2026-12-30, revenue: 900}\n";

static const char infeasible[] =
    "demand:\n"
    "  - {id: A, from: YIW, to: DUI, boxes: 13, container: 45HC, ready: 2026-11-30,\n"
    "     due: 2026-12-30, revenue: 1900, must: true}\n";

static Outcome plan_of(const CaseFixture *fixture, const Backend *backend, bool relax,
                       Plan **plan) {
    SolveOptions options = {.gap = 0, .time_limit_s = 60, .relax = relax, .backend = backend};
    return solve_plan(fixture->problem, &options, plan);
}

/** What is handed out although something failed is right as far as it goes. */
static void expect_honest(const Plan *plan, const Plan *best) {
    if (plan->status == PLAN_RELAXED) {
        ck_assert_double_eq_tol(plan->relaxation, best->relaxation, 1e-6);
        return;
    }
    ck_assert_double_le(plan->objective, best->objective + 1e-6);
    ck_assert_double_ge(plan->bound, best->objective - 1e-6);
    ck_assert(plan->prices.missing == (plan->priced != OUTCOME_DONE));
    if (outcome_failed(plan->ended)) {
        ck_assert_int_eq(plan->status, PLAN_LIMIT);
    }
}

/** Lets the n-th call fail, n = 1, 2, …, until a run gets through without a fault. */
static void sweep(bool relax, Way how, Outcome which) {
    CaseFixture fixture = case_fixture_new(head, feasible);
    Plan *best = NULL, *plan = NULL;
    ck_assert_int_eq(findings_errors(fixture.findings), 0);
    ck_assert_int_eq(plan_of(&fixture, sound, relax, &best), OUTCOME_DONE);
    way = how;
    failure = which;
    int with_plan = 0, without = 0;
    do {
        failing_call = with_plan + without + 1;
        calls = 0;
        Outcome outcome = plan_of(&fixture, &faulty, relax, &plan);
        ck_assert_msg(outcome == OUTCOME_DONE || outcome == which, "call %d: %s", failing_call,
                      outcome_text(outcome));
        ck_assert_int_eq(plan != NULL, outcome == OUTCOME_DONE);
        if (plan != NULL) {
            expect_honest(plan, best);
            plan_free(plan);
            with_plan++;
        } else {
            without++;
        }
    } while (calls >= failing_call);
    ck_assert_int_gt(without, 0);
    ck_assert_int_gt(with_plan, 0);
    plan_free(best);
    case_fixture_free(&fixture);
}

START_TEST(a_failing_backend_proves_nothing) {
    sweep(false, (Way)_i, OUTCOME_SOLVER_FAILED);
    sweep(false, (Way)_i, OUTCOME_NO_MEMORY);
}
END_TEST

START_TEST(a_failing_backend_proves_nothing_of_a_relaxation) {
    sweep(true, (Way)_i, OUTCOME_SOLVER_FAILED);
    sweep(true, (Way)_i, OUTCOME_NO_MEMORY);
}
END_TEST

START_TEST(an_infeasible_case_is_called_so_or_the_failure_is_named) {
    CaseFixture fixture = case_fixture_new(head, infeasible);
    Plan *plan = NULL;
    ck_assert_int_eq(plan_of(&fixture, sound, false, &plan), OUTCOME_INFEASIBLE);
    way = (Way)_i;
    for (int which = 0; which < 2; which++) {
        failure = which == 0 ? OUTCOME_SOLVER_FAILED : OUTCOME_NO_MEMORY;
        failing_call = 0;
        do {
            failing_call++;
            calls = 0;
            Outcome outcome = plan_of(&fixture, &faulty, false, &plan);
            ck_assert_msg(outcome == OUTCOME_INFEASIBLE || outcome == failure, "call %d: %s",
                          failing_call, outcome_text(outcome));
            ck_assert_ptr_null(plan);
        } while (calls >= failing_call);
        ck_assert_int_gt(failing_call, 3);
    }
    case_fixture_free(&fixture);
}
END_TEST

/** True where the rules in the conflict are known to clash: a minimal one has these members. */
static bool names(const Conflict *conflict, RuleKind kind) {
    for (int i = 0; i < conflict->n_members; i++) {
        if (conflict->rules.items[conflict->members[i]].kind == kind) {
            return true;
        }
    }
    return false;
}

START_TEST(a_search_for_what_clashes_that_fails_says_so_and_keeps_what_it_has) {
    CaseFixture fixture = case_fixture_new(head, infeasible);
    way = (Way)_i;
    for (int which = 0; which < 2; which++) {
        failure = which == 0 ? OUTCOME_SOLVER_FAILED : OUTCOME_NO_MEMORY;
        failing_call = 0;
        do {
            failing_call++;
            calls = 0;
            ConflictOptions options = {.backend = &faulty, .time_limit_s = 60};
            Conflict *conflict = conflict_find(fixture.kase, &options);
            ck_assert_ptr_nonnull(conflict);
            bool faulted = calls >= failing_call;
            ck_assert(conflict->n_members == 0 || names(conflict, RULE_MUST));
            ck_assert(faulted || (conflict->ended == OUTCOME_DONE && conflict->minimal));
            ck_assert(conflict->ended == OUTCOME_DONE || conflict->ended == failure);
            conflict_free(conflict);
        } while (calls >= failing_call);
        ck_assert_int_gt(failing_call, 3);
    }
    case_fixture_free(&fixture);
}
END_TEST

static Suite *suite_of_backend(void) {
    Suite *suite = suite_create(sound->name);
    TCase *tests = tcase_create("failing_backend");
    tcase_set_timeout(tests, 120);
    tcase_add_checked_fixture(tests, setup, NULL);
    tcase_add_loop_test(tests, a_failing_backend_proves_nothing, 0, N_WAYS);
    tcase_add_loop_test(tests, a_failing_backend_proves_nothing_of_a_relaxation, 0, N_WAYS);
    tcase_add_loop_test(tests, an_infeasible_case_is_called_so_or_the_failure_is_named, 0, N_WAYS);
    tcase_add_loop_test(tests, a_search_for_what_clashes_that_fails_says_so_and_keeps_what_it_has,
                        0, N_WAYS);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void) {
    int failed = 0;
    for (int i = 0; (sound = backend_at(i)) != NULL; i++) {
        SRunner *runner = srunner_create(suite_of_backend());
        srunner_run_all(runner, CK_NORMAL);
        failed += srunner_ntests_failed(runner);
        srunner_free(runner);
    }
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
