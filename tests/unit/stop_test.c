/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A run that is stopped anywhere: at the n-th look at the clock, for many n. clock_expired() and
 * its like are wrapped by the linker, so that the planning itself needs no hook. */
#include <check.h>
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "config/case_read.h"
#include "export/plan_writer.h"
#include "export/words/findings/finding_words.h"
#include "model/problem/problem.h"
#include "model/problem/problem_memory.h"
#include "model/problem_build.h"
#include "solver/conflict/conflict.h"
#include "solver/conflict/elastic.h"
#include "solver/lp/backends.h"
#include "solver/pricing/ascent.h"
#include "solver/solve_plan.h"
#include "tests/unit/temp_dir.h"
#include "verify/verify.h"

/** Looks of one case at which it is stopped. */
enum { STOPS = 60 };

static const double TOLERANCE = 1e-6;

/* ---- the clock ---- */

/** What the looks of one run come to. Clocks that are started once the time is up, for what may
 * still be done, run on. */
static struct {
    long looks;
    long last;    /**< at which the time is up */
    bool by_user; /**< as if by Ctrl-C */
    double up_s;  /**< when it was up; ∞ until then */
} looking;

/* The names that the linker gives what it wraps. NOLINTBEGIN(bugprone-reserved-identifier) */
double __real_clock_left(const Clock *clock);
bool __real_clock_interrupted(const Clock *clock);
bool __real_clock_expired(const Clock *clock);
double __wrap_clock_left(const Clock *clock);
bool __wrap_clock_interrupted(const Clock *clock);
bool __wrap_clock_expired(const Clock *clock);
/* NOLINTEND(bugprone-reserved-identifier) */

static bool is_up(const Clock *clock) {
    return clock->start_s <= looking.up_s && looking.looks >= looking.last;
}

double __wrap_clock_left(const Clock *clock) {
    return is_up(clock) && !looking.by_user ? 0 : __real_clock_left(clock);
}

bool __wrap_clock_interrupted(const Clock *clock) {
    return (is_up(clock) && looking.by_user) || __real_clock_interrupted(clock);
}

bool __wrap_clock_expired(const Clock *clock) {
    if (++looking.looks == looking.last) {
        looking.up_s = clock_start(0, NULL).start_s;
    }
    return is_up(clock) || __real_clock_expired(clock);
}

static void stop_at(long last, bool by_user) {
    looking.looks = 0;
    looking.last = last;
    looking.by_user = by_user;
    looking.up_s = HUGE_VAL;
}

/* ---- runs ---- */

/** A case, and what a run to the end gave. */
typedef struct {
    Findings *findings;
    Case *kase;
    Problem *problem;
    bool feasible;
    double best, bound; /**< of that run; NAN where the last goal has none */
    long looks;
} Setting;

static Outcome run(const Setting *setting, bool relax, long last, bool by_user, Plan **plan) {
    SolveOptions options = {.gap = 0.001, .time_limit_s = HUGE_VAL, .relax = relax};
    stop_at(last, by_user);
    return solve_plan(setting->problem, &options, plan);
}

static Setting setting_new(const char *path, bool feasible) {
    bool unreadable = false;
    Setting setting = {.findings = findings_new(), .feasible = feasible};
    setting.kase = case_read(path, setting.findings, &unreadable);
    ck_assert_msg(setting.kase != NULL, "%s cannot be read", path);
    setting.problem = problem_build(setting.kase, setting.findings);
    ck_assert_ptr_nonnull(setting.problem);
    Plan *plan = NULL;
    Outcome outcome = run(&setting, false, LONG_MAX, false, &plan);
    ck_assert_int_eq(outcome, feasible ? OUTCOME_DONE : OUTCOME_INFEASIBLE);
    if (feasible) {
        setting.best = plan->objective;
        setting.bound = plan->bound;
        plan_free(plan);
    }
    setting.looks = looking.looks;
    return setting;
}

static void setting_free(Setting *setting) {
    problem_free(setting->problem);
    case_free(setting->kase);
    findings_free(setting->findings);
}

/** Writes the plan as a command would, and has the verifier look at it. */
static void expect_verified(const Setting *setting, const Plan *plan, long last) {
    const RunInfo info = {.version = "test"};
    char error[200] = "", *dir = temp_dir_make();
    PlanView *view = plan_view_new(setting->problem, plan, false);
    ck_assert_ptr_nonnull(view);
    ck_assert_int_eq(plan_folder_write(view, &info, &(TableForm){0}, dir, error, sizeof error),
                     OUTCOME_DONE);
    if (!plan_view_relaxed(view)) {
        VerifyReport report;
        VerifyStatus status = verify_plan(setting->kase, dir, finding_words_english, &report);
        if (status != VERIFY_OK) {
            verify_report_print(&report, stderr);
        }
        ck_assert_msg(status == VERIFY_OK, "stopped at look %ld: not verified", last);
        verify_report_free(&report);
    }
    plan_view_free(view);
    temp_dir_remove(dir);
}

/** A plan of a run that was stopped is no better than what is proven, and claims no more. */
static void expect_sound(const Setting *setting, const Plan *plan, long last) {
    const double size = TOLERANCE * fmax(1, fabs(setting->best));
    if (plan->n_goals == MAX(setting->kase->n_goals, 1)) {
        ck_assert_msg(isfinite(plan->bound), "stopped at look %ld: no bound", last);
        if (setting->kase->n_goals <= 1) { /* else a goal held at another value may leave more */
            ck_assert_double_ge(plan->bound, setting->best - size);
        }
    }
    if (plan->status != PLAN_RELAXED && setting->kase->n_goals <= 1) {
        ck_assert_double_le(plan->objective, setting->bound + size);
        ck_assert_double_le(plan->objective, plan->bound + size);
    }
}

static void expect_ends(const Setting *setting, bool relax, long last, bool by_user) {
    Plan *plan = NULL;
    Outcome outcome = run(setting, relax, last, by_user, &plan);
    if (outcome == OUTCOME_INFEASIBLE) {
        ck_assert_msg(!setting->feasible, "stopped at look %ld: called infeasible", last);
        return;
    }
    if (outcome == OUTCOME_STOPPED) {
        return;
    }
    ck_assert_msg(outcome == OUTCOME_DONE, "stopped at look %ld: %s", last, outcome_text(outcome));
    ck_assert_msg(setting->feasible, "stopped at look %ld: a plan", last);
    expect_sound(setting, plan, last);
    expect_verified(setting, plan, last);
    plan_free(plan);
}

/** Stops at each of the first looks, then at ever later ones. */
static void expect_ends_anywhere(const char *path, bool feasible) {
    Setting setting = setting_new(path, feasible);
    const double growth = pow((double)MAX(setting.looks, STOPS) / STOPS, 2.0 / STOPS);
    double last = 1, step = 1;
    bool by_user = false;
    while (last <= (double)setting.looks + 1) {
        expect_ends(&setting, false, (long)last, by_user);
        by_user = !by_user;
        step *= last > STOPS / 2.0 ? growth : 1;
        last += step;
    }
    for (long look = 1; look <= 8; look++) {
        expect_ends(&setting, true, look, look % 2 == 0);
    }
    setting_free(&setting);
}

START_TEST(a_small_case_ends_well_wherever_it_is_stopped) {
    expect_ends_anywhere("scenarios/tiny", true);
}
END_TEST

START_TEST(goals_feeders_containers_and_wagon_sets_end_well) {
    expect_ends_anywhere("tests/cases/verify-features", true);
}
END_TEST

START_TEST(a_cyclic_case_ends_well) {
    expect_ends_anywhere("scenarios/cyclic-week", true);
}
END_TEST

/** Trains that all run, from A to C by B where one can change, and more bookings than fit: enough
 * of them for an ascent. */
static char *crowded_case(void) {
    static const char *const days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    enum { BOOKINGS = 520 };
    GString *trains = g_string_new("trains:\n"), *text = g_string_new("banlie: 1\n");
    g_string_append(text, "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai, tail: 10d}\n"
                          "stations:\n"
                          "  A: {country: CN, zone: Asia/Shanghai}\n"
                          "  B: {country: CN, zone: Asia/Shanghai, transfer: {max: 3d, cost: 10}}\n"
                          "  C: {country: CN, zone: Asia/Shanghai}\n"
                          "lines: {L: {direction: outbound}}\n"
                          "slots:\n");
    for (int day = 0; day < 7; day++) {
        g_string_append_printf(text,
                               "  - {id: A%d, from: A, to: B, departs: [%s 06:00], runs: 1d, "
                               "km: 500, teu: 30, cost: {teu: %d}}\n"
                               "  - {id: B%d, from: B, to: C, departs: [%s 12:00], runs: 1d, "
                               "km: 500, teu: 20, cost: {teu: 50}}\n",
                               day, days[day], 60 + 5 * day, day, days[day]);
        g_string_append_printf(trains,
                               "  - {id: TA%d, line: L, slots: [A%d]}\n"
                               "  - {id: TB%d, line: L, slots: [B%d]}\n",
                               day, day, day, day);
    }
    g_string_append(text, trains->str);
    g_string_append(text, "demand:\n");
    for (int i = 0; i < BOOKINGS; i++) {
        g_string_append_printf(text,
                               "  - {id: D%d, from: %s, to: C, boxes: %d, container: 20GP, "
                               "revenue: %d, ready: 2026-11-30, due: 2026-12-%02d}\n",
                               i, i % 3 == 0 ? "B" : "A", 1 + i % 2, 300 + i * 37 % 400, 4 + i % 7);
    }
    g_string_free(trains, TRUE);
    return g_string_free(text, FALSE);
}

START_TEST(many_bookings_priced_by_an_ascent_end_well) {
    char *dir = temp_dir_make();
    g_autofree char *text = crowded_case(), *path = g_build_filename(dir, "case.yaml", NULL);
    temp_dir_write(dir, "case.yaml", text);
    Setting setting = setting_new(path, true);
    ck_assert(ascent_worthwhile(setting.problem));
    setting_free(&setting);
    expect_ends_anywhere(path, true);
    temp_dir_remove(dir);
}
END_TEST

/** The rules that a stopped search names do clash. */
static void expect_true_conflict(const Conflict *conflict) {
    bool *on = g_new0(bool, (gsize)conflict->rules.count + 1);
    for (int i = 0; i < conflict->n_members; i++) {
        on[conflict->members[i]] = true;
    }
    stop_at(LONG_MAX, false);
    const Clock clock = clock_start(60, NULL);
    RuledCase *ruled = ruled_case_new(&conflict->rules, on, NULL, 0);
    ck_assert_ptr_nonnull(ruled);
    ck_assert_int_eq(rules_test(ruled, NULL, backend_find(NULL), &clock, 2000), OUTCOME_INFEASIBLE);
    ruled_case_free(ruled);
    g_free(on);
}

/** Stops the search for what clashes at ever later looks, until it ends by itself. */
static void expect_conflict_ends_anywhere(const char *path) {
    bool unreadable = false;
    Findings *findings = findings_new();
    Case *kase = case_read(path, findings, &unreadable);
    ck_assert_ptr_nonnull(kase);
    const ConflictOptions options = {.time_limit_s = HUGE_VAL};
    bool by_itself = false;
    for (long last = 1; !by_itself; last += 1 + last / 20) {
        stop_at(last, last % 2 == 0);
        Conflict *conflict = conflict_find(kase, &options);
        by_itself = looking.looks < last;
        ck_assert_ptr_nonnull(conflict);
        ck_assert_msg(!outcome_failed(conflict->ended), "stopped at look %ld: %s", last,
                      outcome_text(conflict->ended));
        ck_assert_msg(!by_itself || conflict->n_members > 0, "%s: no conflict", path);
        if (conflict->n_members > 0) {
            expect_true_conflict(conflict);
        }
        conflict_free(conflict);
    }
    case_free(kase);
    findings_free(findings);
}

START_TEST(what_a_stopped_search_for_a_conflict_names_does_clash) {
    static const char *const cases[] = {"02-two-musts", "10-balance-teu", "18-rake-turn",
                                        "22-regular-line-max"};
    g_autofree char *path = g_strdup_printf("tests/infeasible/%s.yaml", cases[_i]);
    expect_conflict_ends_anywhere(path);
}
END_TEST

START_TEST(what_is_infeasible_is_never_planned) {
    expect_ends_anywhere("tests/cases/infeasible.yaml", false);
}
END_TEST

int main(int argc, char **argv) {
    if (argc < 2 || chdir(argv[1]) != 0) {
        fputs("usage: stop_test SOURCE_ROOT\n", stderr);
        return EXIT_FAILURE;
    }
    Suite *suite = suite_create("stop");
    TCase *tests = tcase_create("stop");
    tcase_set_timeout(tests, 240);
    tcase_add_test(tests, a_small_case_ends_well_wherever_it_is_stopped);
    tcase_add_test(tests, goals_feeders_containers_and_wagon_sets_end_well);
    tcase_add_test(tests, a_cyclic_case_ends_well);
    tcase_add_test(tests, many_bookings_priced_by_an_ascent_end_well);
    tcase_add_test(tests, what_is_infeasible_is_never_planned);
    tcase_add_loop_test(tests, what_a_stopped_search_for_a_conflict_names_does_clash, 0, 4);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
