/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The master LP by itself: rows that it held back and cannot add, and itineraries of an earlier
 * plan whose columns are parked. Its values are worked out by hand.
 *
 * usage: master_test FOLDER, with an earlier plan of ten boxes of B12 on Wednesday's train */
#include <check.h>
#include <glib.h>
#include <math.h>
#include <stdlib.h>

#include "model/formulation_build.h"
#include "solver/lp/backends.h"
#include "solver/master/branch_bounds.h"
#include "solver/master/columns.h"
#include "solver/master/master.h"
#include "solver/master/master_solve.h"
#include "solver/master/master_state.h"
#include "tests/unit/case_fixture.h"

static const char *folder;

/** Trains on Wednesday and on Friday with room for 60 TEU; they cost nothing. */
static const char SLOTS[] =
    "slots:\n"
    "  - {id: S1, from: AAA, to: BBB, departs: [Wed 08:00, Fri 08:00], runs: 2d, km: 900,\n"
    "     teu: 60, tonnes: 200}\n"
    "lines: {A-B: {route: [AAA, BBB]}}\n";

/** Two trains' worth of boxes, of 100 each. */
static const char SIXTY[] =
    "demand:\n"
    "  - {id: B1, from: AAA, to: BBB, boxes: 60, container: 40HC, ready: 2026-11-30,\n"
    "     due: 2026-12-20, revenue: 100";

/** A problem and its master, with what they lean on. */
typedef struct {
    CaseFixture fixture;
    Formulation *formulation;
    Clock clock;
    Master *master;
} Under;

static Under under_new(const char *station, const char *rest) {
    g_autofree char *head =
        g_strdup_printf("banlie: 1\n"
                        "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai}\n"
                        "stations:\n"
                        "  AAA: {country: CN, zone: Asia/Shanghai}\n"
                        "  BBB: {country: CN, zone: Asia/Shanghai%s}\n"
                        "%s",
                        station, SLOTS);
    Under under = {.fixture = case_fixture_new(head, rest), .clock = clock_start(60, NULL)};
    ck_assert_int_eq(findings_errors(under.fixture.findings), 0);
    under.formulation = formulation_new(under.fixture.problem, &AIM_MARGIN);
    ck_assert_ptr_nonnull(under.formulation);
    return under;
}

/** The clock is the caller's: the master keeps its address. */
static void under_start(Under *under, const Backend *backend) {
    ck_assert_int_eq(master_new(under->formulation, backend, &under->clock, NULL, &under->master),
                     OUTCOME_DONE);
}

static void under_free(Under *under) {
    master_free(under->master);
    formulation_free(under->formulation);
    case_fixture_free(&under->fixture);
}

static void expect_value(Under *under, double value) {
    MasterResult result;
    ck_assert_int_eq(master_solve(under->master, -HUGE_VAL, 1e-9, &result), OUTCOME_DONE);
    ck_assert_double_eq_tol(result.value, value, 1e-6);
    ck_assert_double_eq_tol(result.bound, value, 1e-4);
}

/* ---- rows held back ---- */

static int adds, failing_add;

/** Adds rows but for one time. */
static Outcome add_rows(Lp *lp, const SparseVectors *vectors, const double *lower,
                        const double *upper) {
    return ++adds == failing_add ? OUTCOME_NO_MEMORY
                                 : backend_find(NULL)->add_rows(lp, vectors, lower, upper);
}

typedef struct {
    const char *station; /**< further fields of BBB */
    const char *booking; /**< of the booking, and after it */
    double value;
} Limit;

/* Each leaves so many boxes a day or train, of 60 in all. A box of 16.1 t weighs 20 t with its 3.9
 * t of container, so that ten make 200 t; 8 lifts a day are 8 boxes to unload. */
static const Limit LIMITS[] = {
    {"", "}\n", 6000},
    {"", ", tonnes: 16.1}\n", 2000},
    {", lifts_per_day: 8", "}\n", 1600},
    {"", ", cargo: acid}\ncargo: {acid: {max_boxes_per_train: 7}}\n", 1400},
    {", lifts_per_day: 8",
     ", tonnes: 16.1, cargo: acid}\ncargo: {acid: {max_boxes_per_train: 9}}\n", 1600},
};

/** How many of the formulation's rows are not in the LP; the others have a place in it. */
static int held_back(const Under *under) {
    int count = 0;
    for (RowId row = 0; row < under->formulation->lp.n_rows; row++) {
        int place = under->master->lp_row[row];
        count += place == NONE ? 1 : 0;
        ck_assert_int_lt(place, under->master->n_lp_rows);
    }
    return count;
}

START_TEST(rows_that_cannot_be_added_are_added_by_the_next_solve) {
    const Limit *limit = &LIMITS[_i];
    g_autofree char *rest = g_strconcat(SIXTY, limit->booking, NULL);
    Backend faulty = *backend_find(NULL);
    faulty.add_rows = add_rows;
    Under under = under_new(limit->station, rest);
    under_start(&under, &faulty);
    int at_first = held_back(&under);
    bool binds = limit->value < 6000;
    failing_add = adds + 1;
    MasterResult result;
    ck_assert_int_eq(master_solve(under.master, -HUGE_VAL, 1e-9, &result),
                     binds ? OUTCOME_NO_MEMORY : OUTCOME_DONE);
    ck_assert_int_eq(held_back(&under), at_first);
    expect_value(&under, limit->value);
    ck_assert_int_eq(held_back(&under) < at_first, binds);
    under_free(&under);
}
END_TEST

/* ---- itineraries of an earlier plan ---- */

/** Twelve boxes of 100 each; ten were on Wednesday's train, and moving one costs 10. */
static Under promised(void) {
    g_autofree char *rest = g_strdup_printf(
        "trains: [{id: X8188, line: A-B, slots: [S1], runs: optional}]\n"
        "demand:\n"
        "  - {id: B12, from: AAA, to: BBB, boxes: 12, container: 40HC, ready: 2026-11-30,\n"
        "     due: 2026-12-20, revenue: 100}\n"
        "commitments: {plan: %s, bookings: {price: 10}}\n",
        folder);
    return under_new("", rest);
}

/** Both days have a train of the line and one by hand; those of Wednesday are shut out. */
static void close_wednesday(Under *under) {
    const Problem *problem = under->fixture.problem;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        if (problem->trains[id].departs < minute_at("2026-12-03T00:00+08:00")) {
            master_bound_train(under->master, id, 0, 0);
        }
    }
}

/** Parks the columns of all paths, promised ones too, as a search does that goes back to a basis.
 */
static void park_all(Under *under) {
    Basis basis = {0};
    ck_assert(master_get_basis(under->master, &basis));
    for (PathId id = 0; id < under->master->paths_loaded; id++) {
        basis.columns[under->master->first_path + id] = BASIS_FIXED;
    }
    master_set_basis(under->master, &basis);
    basis_clear(&basis);
    ck_assert_int_eq(under->master->n_parked, under->master->paths_loaded);
    ck_assert_int_gt(under->master->n_parked, 0);
}

START_TEST(a_promised_itinerary_that_is_parked_is_taken_back_for_its_price) {
    Under under = promised();
    under_start(&under, backend_find(NULL));
    expect_value(&under, 12 * 100);
    park_all(&under);
    expect_value(&under, 12 * 100);
    under_free(&under);
}
END_TEST

START_TEST(a_promised_itinerary_on_a_closed_train_is_not_worth_taking_back) {
    Under under = promised();
    under_start(&under, backend_find(NULL));
    expect_value(&under, 12 * 100);
    park_all(&under);
    close_wednesday(&under);
    expect_value(&under, 12 * 100 - 10 * 10);
    PathId promise = 0; /* in the pool before all others */
    ck_assert(under.master->parked[promise]);
    under_free(&under);
}
END_TEST

int main(int argc, char **argv) {
    folder = argc > 1 ? argv[1] : "tests/infeasible/earlier-plan";
    Suite *suite = suite_create("master");
    TCase *tests = tcase_create("master");
    tcase_set_timeout(tests, 60);
    tcase_add_loop_test(tests, rows_that_cannot_be_added_are_added_by_the_next_solve, 0,
                        G_N_ELEMENTS(LIMITS));
    tcase_add_test(tests, a_promised_itinerary_that_is_parked_is_taken_back_for_its_price);
    tcase_add_test(tests, a_promised_itinerary_on_a_closed_train_is_not_worth_taking_back);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
