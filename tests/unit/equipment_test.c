/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stock of containers: on which days it can change, and the rows of it against the ledger. */
#include "model/problem/equipment.h"

#include <check.h>
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/books/stock_ledger.h"
#include "model/formulation/move.h"
#include "model/formulation_build.h"
#include "solver/lp/backends.h"
#include "solver/lp/load.h"
#include "tests/unit/case_fixture.h"
#include "tests/unit/drawn_network.h"
#include "tests/unit/pricing_oracle.h"

/* Out on Tuesday, day 1 of seven, in on day 4; a feeder from N on Friday noon, in on Saturday. */
static const char network[] =
    "banlie: 1\n"
    "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai, tail: 5d}\n"
    "stations:\n"
    "  A: {country: CN, zone: Asia/Shanghai}\n"
    "  B: {country: CN, zone: Asia/Shanghai}\n"
    "  N: {country: CN, zone: Asia/Shanghai}\n"
    "  X: {country: CN, zone: Asia/Shanghai}\n"
    "slots: [{id: AB, from: A, to: B, departs: [Tue 12:00], runs: 3d, km: 1, teu: 90}]\n"
    "lines: {L: {route: [A, B]}}\n"
    "feeders:\n"
    "  - {id: BN, mode: rail, from: B, to: N, takes: 1d, cost: 5, departs: [Fri 12:00]}\n"
    "equipment:\n"
    "  40HC: {stock: {A: 3}, turn: {load: 1d12h, unload: 2d}}\n"
    "  20GP: {stock: {X: 3}}\n"
    "demand:\n";

/** The marked days of a station as a text of digits and letters: day 10 is `a`. */
static void expect_days(const Problem *problem, int equipment, const char *station,
                        const char *days) {
    bool marked[40];
    GString *text = g_string_new(NULL);
    bool any =
        equipment_mark_days(problem, equipment, station_named(problem->kase, station), marked);
    for (int day = 0; day < problem->n_stock_days; day++) {
        if (marked[day]) {
            g_string_append_printf(text, "%x", day);
        }
    }
    ck_assert_str_eq(text->str, days);
    ck_assert_int_eq(any, days[0] != '\0');
    g_string_free(text, TRUE);
}

START_TEST(stock_changes_on_days_of_trains_and_of_their_bookings_turns) {
    CaseFixture fixture = case_fixture_new(
        network, "  - {id: K, from: A, to: B, boxes: 1, container: 40HC, revenue: 1,"
                 " ready: 2026-11-30, due: 2026-12-30}\n");
    ck_assert_int_eq(fixture.problem->n_stock_days, 12);
    expect_days(fixture.problem, 0, "A", "01b"); /* taken on Monday 00:00 */
    expect_days(fixture.problem, 0, "B", "046b");
    expect_days(fixture.problem, 0, "N", "");
    expect_days(fixture.problem, 0, "X", "");
    expect_days(fixture.problem, 1, "A", "01b"); /* empties only */
    expect_days(fixture.problem, 1, "B", "04b");
    expect_days(fixture.problem, 1, "X", "0b"); /* a stock that stands */
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(stock_changes_on_days_of_feeders_where_a_booking_ends) {
    CaseFixture fixture = case_fixture_new(
        network, "  - {id: K, from: A, to: N, boxes: 1, container: 40HC, revenue: 1,"
                 " ready: 2026-11-30, due: 2026-12-30}\n");
    /* In on Saturdays, days 5 and 12, back two days later; what is after the last day counts on it.
     */
    expect_days(fixture.problem, 0, "N", "07b");
    expect_days(fixture.problem, 0, "B", "04b");
    case_fixture_free(&fixture);
}
END_TEST

START_TEST(boxes_of_shippers_do_not_turn_our_stock) {
    CaseFixture fixture = case_fixture_new(
        network,
        "  - {id: K, from: A, to: N, boxes: 1, container: 40HC, revenue: 1, owner: shipper,"
        " ready: 2026-11-30, due: 2026-12-30}\n");
    expect_days(fixture.problem, 0, "N", "");
    case_fixture_free(&fixture);
}
END_TEST

/* ---- rows against the ledger ---- */

/** The rows of stock with the columns that are not cargo, and one column that is held at 1 and does
 * what all drawn boxes do together. */
static LpModel stock_model(const Formulation *formulation, const double *activity) {
    LpModel model = {0};
    const LpModel *lp = &formulation->lp;
    RowId *row_here = g_new(RowId, (gsize)lp->n_rows + 1);
    for (ColumnId column = 0; column < lp->n_columns; column++) {
        LpColumn own = lp->columns[column];
        bool train = column < formulation->problem->n_trains;
        own.objective = train ? 0 : own.objective;
        lp_model_column(&model, own);
    }
    ColumnId boxes = lp_model_column(&model, (LpColumn){.lower = 1, .upper = 1});
    for (RowId row = 0; row < lp->n_rows; row++) {
        RowGroup group = lp->rows[row].group;
        bool stock = group == ROW_STOCK || group == ROW_LEASE || group == ROW_FLEET;
        row_here[row] = stock ? lp_model_row(&model, lp->rows[row]) : NONE;
        if (stock) {
            lp_model_entry(&model, row_here[row], boxes, activity[row]);
        }
    }
    for (int i = 0; i < lp->n_entries; i++) {
        if (row_here[lp->entries[i].row] != NONE) {
            lp_model_entry(&model, row_here[lp->entries[i].row], lp->entries[i].column,
                           lp->entries[i].value);
        }
    }
    g_free(row_here);
    return model;
}

/** Optimum of the model; −HUGE_VAL where it has none. */
static double optimum(const LpModel *model) {
    const Backend *backend = backend_find(NULL);
    Lp *lp = backend->create();
    ck_assert_int_eq(load_model(backend, lp, model), OUTCOME_DONE);
    Outcome status = backend->solve(lp, LP_PRIMAL, 60, NULL);
    ck_assert(status == OUTCOME_DONE || status == OUTCOME_INFEASIBLE);
    double value = status == OUTCOME_DONE ? backend->objective(lp) : -HUGE_VAL;
    backend->destroy(lp);
    return value;
}

typedef struct {
    CaseFixture fixture;
    Formulation *formulation;
    StockLedger *ledger;
    double *activity; /**< per row: of the boxes drawn so far */
    GRand *rand;
} Stocks;

/** Enters boxes of a flow on an itinerary into ledger and rows alike. */
static void enter(const Stocks *stocks, BookingId flow, const ListedItinerary *listed, int boxes) {
    CargoColumn column = {0};
    ck_assert(
        cargo_column_make(stocks->formulation, flow, listed->rides, listed->n_rides, &column));
    for (int i = 0; i < column.count; i++) {
        stocks->activity[column.rows[i]] += boxes * column.values[i];
    }
    cargo_column_free(&column);
    stock_ledger_add(stocks->ledger, flow, listed->rides, listed->n_rides, boxes);
}

/** Brings boxes back empty, where there is an itinerary; a cyclic plan asks for it. */
static void bring_back(const Stocks *stocks, const Booking *booking, const Itineraries *empties,
                       int boxes) {
    const Problem *problem = stocks->fixture.problem;
    for (int i = 0; i < empties->count && booking->equipment != NONE; i++) {
        const ListedItinerary *listed = &empties->items[i];
        const Leg *first = &problem->legs[listed->rides[0].first],
                  *last = &problem->legs[listed->rides[listed->n_rides - 1].last];
        if (first->from == booking->to && last->to == booking->from) {
            enter(stocks, problem->n_bookings + booking->equipment, listed, boxes);
            return;
        }
    }
}

/** Some boxes of a flow, on one of its itineraries. */
static void draw_boxes(const Stocks *stocks, BookingId flow, const TestPrices *prices) {
    const Booking *booking = &stocks->fixture.problem->bookings[flow];
    Itineraries itineraries = itineraries_of(stocks->formulation, flow, prices);
    int boxes = g_rand_int_range(stocks->rand, 1, 4);
    if (itineraries.count > 0) {
        enter(stocks, flow,
              &itineraries.items[g_rand_int_range(stocks->rand, 0, itineraries.count)], boxes);
        if (!booking->empty && booking->equipment != NONE) {
            Itineraries empties =
                itineraries_of(stocks->formulation,
                               stocks->fixture.problem->n_bookings + booking->equipment, prices);
            bring_back(stocks, booking, &empties, boxes);
            itineraries_clear(&empties);
        }
    }
    itineraries_clear(&itineraries);
}

/** Compares what the boxes entered so far cost; true where they can be had. */
static bool compare_cost(const Stocks *stocks) {
    LpModel model = stock_model(stocks->formulation, stocks->activity);
    double expected = optimum(&model);
    lp_model_clear(&model);
    StockCost cost;
    bool kept = stock_ledger_settle(stocks->ledger, &cost);
    ck_assert_int_eq(kept, isfinite(expected));
    if (kept) {
        ck_assert_double_eq_tol(-(cost.lease + cost.storage + cost.end_value), expected, 1e-6);
    }
    return kept;
}

static void check_drawn(guint32 seed, bool cyclic) {
    Stocks stocks = {.rand = g_rand_new_with_seed(seed)};
    g_autofree char *text =
        drawn_network(stocks.rand, (Drawn){.feeders = true, .equipment = true, .cyclic = cyclic});
    stocks.fixture = case_fixture_new(text, "");
    const Problem *problem = stocks.fixture.problem;
    stocks.formulation = formulation_new(problem, &AIM_MARGIN);
    stocks.ledger = stock_ledger_new(problem);
    g_autofree double *dual = g_new0(double, (gsize)stocks.formulation->lp.n_rows + 1);
    g_autofree double *link = g_new0(double, (gsize)problem->n_trains + 1);
    stocks.activity = g_new0(double, (gsize)stocks.formulation->lp.n_rows + 1);
    const TestPrices prices = {.dual = dual, .link = link};
    int kept = 0;
    for (int round = 0; round < 12; round++) {
        stock_ledger_clear(stocks.ledger);
        memset(stocks.activity, 0, (size_t)stocks.formulation->lp.n_rows * sizeof(double));
        (void)compare_cost(&stocks);
        for (int i = 0; i < 4; i++) {
            BookingId flow = g_rand_int_range(stocks.rand, 0, problem->n_flows);
            draw_boxes(&stocks, flow, &prices);
            kept += compare_cost(&stocks) ? 1 : 0;
        }
    }
    ck_assert_int_gt(kept, 0);
    g_free(stocks.activity);
    stock_ledger_free(stocks.ledger);
    formulation_free(stocks.formulation);
    case_fixture_free(&stocks.fixture);
    g_rand_free(stocks.rand);
}

START_TEST(stock_rows_cost_what_the_ledger_says) {
    check_drawn((guint32)_i, false);
}
END_TEST

START_TEST(stock_rows_of_a_cyclic_plan_cost_what_the_ledger_says) {
    check_drawn((guint32)_i, true);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("equipment");
    TCase *tests = tcase_create("equipment");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, stock_changes_on_days_of_trains_and_of_their_bookings_turns);
    tcase_add_test(tests, stock_changes_on_days_of_feeders_where_a_booking_ends);
    tcase_add_test(tests, boxes_of_shippers_do_not_turn_our_stock);
    tcase_add_loop_test(tests, stock_rows_cost_what_the_ledger_says, 0, 10);
    tcase_add_loop_test(tests, stock_rows_of_a_cyclic_plan_cost_what_the_ledger_says, 0, 10);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
