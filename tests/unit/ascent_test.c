/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dual ascent: its prices bound the LP, and a search that starts from them ends where one
 * without them does. */
#include "solver/master/columns.h"
#include "solver/master/master.h"
#include "solver/master/master_solve.h"
#include "solver/master/master_view.h"
#include "solver/pricing/ascent.h"

#include <check.h>
#include <glib.h>
#include <math.h>
#include <stdlib.h>

#include "model/formulation/compact.h"
#include "model/formulation_build.h"
#include "solver/lp/backends.h"
#include "solver/lp/load.h"
#include "tests/unit/case_fixture.h"

enum { BOOKINGS = 540 };

static const char head[] =
    "banlie: 1\n"
    "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai}\n"
    "stations:\n"
    "  YIW: {country: CN, zone: Asia/Shanghai, load: {cost: 30}}\n"
    "  XIY: {country: CN, zone: Asia/Shanghai, transfer: {min: 1h, max: 4d, cost: 20}}\n"
    "  DUI: {country: DE, zone: Europe/Berlin, lifts_per_day: 90}\n"
    "slots:\n"
    "  - {id: A, from: YIW, to: XIY, departs: [Mon 04:00, Wed 04:00, Fri 04:00], runs: 1d,\n"
    "     km: 1500, teu: 60, tonnes: 900, cost: {teu: 30}}\n"
    "  - {id: B, from: XIY, to: DUI, departs: [Tue 12:00, Thu 12:00, Sat 12:00], runs: 11d,\n"
    "     km: 9500, teu: 70, cost: {teu: 200}}\n"
    "lines: {L: {route: [YIW, XIY]}, M: {route: [XIY, DUI]}}\n"
    "trains: [{id: TA, line: L, slots: [A]}, {id: TB, line: M, slots: [B]}]\n";

/** Many small bookings that want more than the trains have; `seed` draws them. */
static CaseFixture drawn_case(guint32 seed) {
    GRand *rand = g_rand_new_with_seed(seed);
    GString *demand = g_string_new("demand:\n");
    static const char *const ways[][2] = {{"YIW", "XIY"}, {"YIW", "DUI"}, {"XIY", "DUI"}};
    static const char *const containers[] = {"20GP", "40HC", "45HC"};
    for (int i = 0; i < BOOKINGS; i++) {
        const char *const *way = ways[g_rand_int_range(rand, 0, 3)];
        g_string_append_printf(demand,
                               "  - {id: D%d, from: %s, to: %s, boxes: %d, container: %s, "
                               "tonnes: %d, ready: 2026-11-2%d, due: 2026-12-2%d, revenue: %d}\n",
                               i, way[0], way[1], g_rand_int_range(rand, 1, 4),
                               containers[g_rand_int_range(rand, 0, 3)],
                               g_rand_int_range(rand, 2, 26), g_rand_int_range(rand, 0, 9),
                               g_rand_int_range(rand, 0, 9), g_rand_int_range(rand, 500, 3000));
    }
    CaseFixture fixture = case_fixture_new(head, demand->str);
    ck_assert_int_eq(findings_errors(fixture.findings), 0);
    g_string_free(demand, TRUE);
    g_rand_free(rand);
    return fixture;
}

/** The LP's optimum by the compact model, which knows no prices and no itineraries. */
static double optimum(const Formulation *formulation) {
    LpModel model = {0};
    CompactArc *arcs = NULL;
    ck_assert(compact_build(formulation, &model, &arcs));
    const Backend *backend = backend_find(NULL);
    Lp *lp = backend->create();
    ck_assert_int_eq(load_model(backend, lp, &model), OUTCOME_DONE);
    ck_assert_int_eq(backend->solve(lp, LP_PRIMAL, 60, NULL), OUTCOME_DONE);
    double value = backend->objective(lp) + model.constant;
    backend->destroy(lp);
    lp_model_clear(&model);
    free(arcs);
    return value;
}

/** The LP solved from the ascent's prices and itineraries, or from nothing. */
static MasterResult solved(const Formulation *formulation, const Ascent *ascent, long *rounds) {
    Clock clock = clock_start(60, NULL);
    Master *master = NULL;
    MasterResult result;
    ck_assert_int_eq(master_new(formulation, backend_find(NULL), &clock,
                                ascent == NULL ? NULL : ascent->price, &master),
                     OUTCOME_DONE);
    for (PathId id = 0; ascent != NULL && id < ascent->paths.count; id++) {
        ck_assert(master_add_path(master, ascent->paths.items[id].booking,
                                  paths_rides(&ascent->paths, id), ascent->paths.items[id].n_rides,
                                  NULL));
    }
    ck_assert_int_eq(master_solve(master, -HUGE_VAL, 1e-9, &result), OUTCOME_DONE);
    *rounds = master_rounds(master);
    master_free(master);
    return result;
}

START_TEST(an_lp_started_from_the_ascent_has_the_same_optimum_in_no_more_rounds) {
    CaseFixture fixture = drawn_case(11 + (guint32)_i);
    Formulation *formulation = formulation_new(fixture.problem, &AIM_MARGIN);
    Clock clock = clock_start(60, NULL);
    Ascent ascent;
    long with, without;
    ck_assert(ascent_worthwhile(fixture.problem));
    ck_assert(ascent_run(formulation, &clock, &ascent));
    double best = optimum(formulation), slack = 1e-6 * fmax(1, fabs(best));
    ck_assert_double_eq_tol(solved(formulation, NULL, &without).value, best, slack);
    MasterResult started = solved(formulation, &ascent, &with);
    ck_assert_double_eq_tol(started.value, best, slack);
    ck_assert_double_ge(started.bound, best - slack);
    ck_assert_int_le(with, without);
    ascent_clear(&ascent);
    formulation_free(formulation);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(the_ascent_prices_what_is_scarce_and_nothing_below_zero) {
    CaseFixture fixture = drawn_case(3);
    Formulation *formulation = formulation_new(fixture.problem, &AIM_MARGIN);
    Clock clock = clock_start(60, NULL);
    Ascent ascent;
    int priced = 0;
    ck_assert(ascent_run(formulation, &clock, &ascent));
    for (RowId row = 0; row < formulation->lp.n_rows; row++) {
        ck_assert_double_ge(ascent.price[row], 0);
    }
    for (LegId leg = 0; leg < fixture.problem->n_legs; leg++) {
        priced += ascent.price[formulation->teu_row[leg]] > 0;
    }
    ck_assert_int_gt(priced, 0);
    ck_assert_int_ge(ascent.paths.count, priced);
    ascent_clear(&ascent);
    formulation_free(formulation);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(an_ascent_without_time_gives_prices_all_the_same) {
    CaseFixture fixture = drawn_case(5);
    Formulation *formulation = formulation_new(fixture.problem, &AIM_MARGIN);
    Clock clock = clock_start(0, NULL);
    Ascent ascent;
    long rounds;
    ck_assert(ascent_run(formulation, &clock, &ascent));
    ck_assert_ptr_nonnull(ascent.price);
    double best = optimum(formulation);
    ck_assert_double_eq_tol(solved(formulation, &ascent, &rounds).value, best, 1e-6 * fabs(best));
    ascent_clear(&ascent);
    formulation_free(formulation);
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(few_bookings_are_solved_without_an_ascent) {
    CaseFixture fixture = case_fixture_new(
        head, "demand: [{id: D, from: YIW, to: DUI, boxes: 3, container: 40HC, ready: 2026-11-30,\n"
              "  due: 2026-12-20, revenue: 900}]\n");
    ck_assert(!ascent_worthwhile(fixture.problem));
    case_fixture_free(&fixture);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("ascent");
    TCase *tests = tcase_create("ascent");
    tcase_set_timeout(tests, 120);
    tcase_add_loop_test(tests, an_lp_started_from_the_ascent_has_the_same_optimum_in_no_more_rounds,
                        0, 3);
    tcase_add_test(tests, the_ascent_prices_what_is_scarce_and_nothing_below_zero);
    tcase_add_test(tests, an_ascent_without_time_gives_prices_all_the_same);
    tcase_add_test(tests, few_bookings_are_solved_without_an_ascent);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
