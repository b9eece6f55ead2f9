/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/formulation/compact.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "model/formulation/move.h"
#include "model/formulation_build.h"
#include "tests/unit/case_fixture.h"
#include "tests/unit/drawn_network.h"
#include "tests/unit/pricing_oracle.h"

/* Legs: 0 FIRST YIW-ALA, 1 SECOND ALA-DUI, 2 and 3 THROUGH YIW-ALA-DUI. All three may run: the
 * slots are shared. C1 arrives on Thursday 3 December 01:00 at Alashankou, E1 leaves it at 12:00
 * and arrives on Sunday 6 December 08:00 in Duisburg. */
static const char head[] =
    "banlie: 1\n"
    "horizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai}\n"
    "stations:\n"
    "  YIW: {country: CN, zone: Asia/Shanghai, load: {cost: 10, cutoff: 2h}}\n"
    "  ALA: {country: KZ, zone: Asia/Almaty, gauge_break: true, lifts_per_day: 50,"
    " unload: {cost: 3}, transfer: {min: 6h, max: 2d, cost: 5}}\n"
    "  DUI: {country: DE, zone: Europe/Berlin, unload: {cost: 7, release: 3h}}\n"
    "slots:\n"
    "  - {id: C1, from: YIW, to: ALA, departs: [Tue 04:00], runs: 2d, km: 4000, teu: 100, trains: "
    "3,"
    " tonnes: 900, cost: {train: 400, teu: 20}}\n"
    "  - {id: E1, from: ALA, to: DUI, departs: [Thu 12:00], runs: 3d, km: 6000, teu: 90, trains: 3,"
    " cost: {train: 300, teu: 30}}\n"
    "lines:\n"
    "  FIRST: {route: [YIW, ALA]}\n"
    "  SECOND: {route: [ALA, DUI]}\n"
    "  THROUGH: {route: [YIW, ALA, DUI]}\n"
    "cargo:\n"
    "  lithium: {avoid: {stations: ALA}}\n"
    "  chemicals: {max_boxes_per_train: 4, apart_from: [food]}\n"
    "  food: {}\n"
    "load_factors: [{lines: \"T.*\", offered: 0.9, min: 0.1}]\n"
    "balance: [{name: B, outbound: \"F.*\", return: \"T.*|S.*\", teu: {ratio: 0.5, penalty: 9}}]\n"
    "demand:\n";

enum { SEEDS = 8 };

/** A case and both its models. */
typedef struct {
    LpModel lp;
    Formulation *formulation;
    CaseFixture fixture;
} Compact;

static Compact compact_of(const char *demand) {
    Compact compact = {.fixture = case_fixture_new(head, demand)};
    ck_assert_int_eq(findings_errors(compact.fixture.findings), 0);
    compact.formulation = formulation_new(compact.fixture.problem, &AIM_MARGIN);
    ck_assert_ptr_nonnull(compact.formulation);
    ck_assert(compact_build(compact.formulation, &compact.lp, NULL));
    return compact;
}

static void compact_clear(Compact *compact) {
    lp_model_clear(&compact->lp);
    formulation_free(compact->formulation);
    case_fixture_free(&compact->fixture);
}

static int flow_columns(const Compact *compact) {
    return compact->lp.n_columns - compact->formulation->lp.n_columns;
}

static int flow_rows(const Compact *compact) {
    return compact->lp.n_rows - compact->formulation->lp.n_rows;
}

static double entry(const LpModel *lp, RowId row, ColumnId column) {
    double value = 0;
    int count = 0;
    for (int i = 0; i < lp->n_entries; i++) {
        if (lp->entries[i].row == row && lp->entries[i].column == column) {
            value = lp->entries[i].value;
            count++;
        }
    }
    ck_assert_int_le(count, 1);
    return value;
}

/** The flow row of a leg, NONE where the booking has none. */
static RowId flow_row(const Compact *compact, LegId leg, BookingId booking) {
    for (RowId row = compact->formulation->lp.n_rows; row < compact->lp.n_rows; row++) {
        ck_assert_int_eq(compact->lp.rows[row].group, ROW_FLOW);
        if (compact->lp.rows[row].subject == leg && compact->lp.rows[row].detail == booking) {
            return row;
        }
    }
    return NONE;
}

/** The arc between two legs of a booking; NONE as a leg: from its origin, to its destination. */
static ColumnId arc(const Compact *compact, BookingId booking, LegId from, LegId to) {
    for (ColumnId c = compact->formulation->lp.n_columns; c < compact->lp.n_columns; c++) {
        bool fits = true;
        for (LegId leg = 0; leg < compact->fixture.problem->n_legs && fits; leg++) {
            RowId row = flow_row(compact, leg, booking);
            double expected = leg == from ? -1 : leg == to ? 1 : 0;
            fits = (row == NONE ? 0 : entry(&compact->lp, row, c)) == expected;
        }
        if (fits) {
            return c;
        }
    }
    return NONE;
}

/* Worth 1000 + 50. Its itineraries: through, or a change from any train to another at Alashankou,
 * but not from THROUGH to itself. */
static const char one_booking[] =
    "  - {id: B1, from: YIW, to: DUI, boxes: 5, container: 40HC, tonnes: 10, revenue: 1000,"
    " unserved: 50, ready: 2026-12-01 02:00, due: 2026-12-06 05:00, late: {per_day: 40, max: "
    "1d}}\n";

START_TEST(each_move_is_one_column) {
    Compact compact = compact_of(one_booking);
    ck_assert_int_eq(compact.fixture.problem->n_legs, 4);
    ck_assert_int_eq(flow_rows(&compact), 4);
    ck_assert_int_eq(flow_columns(&compact), 2 + 1 + 3 + 2);
    const LegId arcs[8][2] = {{NONE, 0}, {NONE, 2}, {2, 3},    {0, 1},
                              {0, 3},    {2, 1},    {1, NONE}, {3, NONE}};
    for (int i = 0; i < 8; i++) {
        ColumnId column = arc(&compact, 0, arcs[i][0], arcs[i][1]);
        ck_assert_int_ne(column, NONE);
        ck_assert(compact.lp.columns[column].integer);
        ck_assert_double_eq(compact.lp.columns[column].upper, 5);
    }
    compact_clear(&compact);
}
END_TEST

START_TEST(a_column_earns_and_costs_what_its_move_does) {
    Compact compact = compact_of(one_booking);
    const LpColumn *columns = compact.lp.columns;
    ck_assert_double_eq(columns[arc(&compact, 0, NONE, 0)].objective, 1050 - 10 - 2 * 20);
    ck_assert_double_eq(columns[arc(&compact, 0, 2, 3)].objective, -2 * 30);
    ck_assert_double_eq(columns[arc(&compact, 0, 0, 3)].objective, -2 * 30 - 5);
    /* Delivered at 11:00, six hours late. */
    ck_assert_double_eq_tol(columns[arc(&compact, 0, 1, NONE)].objective, -7 - 10, 1e-9);
    compact_clear(&compact);
}
END_TEST

START_TEST(a_transfer_lifts_twice_and_a_gauge_break_once) {
    Compact compact = compact_of(one_booking);
    const Problem *problem = compact.fixture.problem;
    ck_assert_int_eq(problem->legs[0].arrive_day, problem->legs[1].depart_day);
    RowId lifts = compact.formulation->lift_row[problem->legs[0].arrive_day];
    ck_assert_int_ne(lifts, NONE);
    ck_assert_double_eq(entry(&compact.lp, lifts, arc(&compact, 0, 0, 1)), 2);
    ck_assert_double_eq(entry(&compact.lp, lifts, arc(&compact, 0, 2, 3)), 1);
    ck_assert_double_eq(entry(&compact.lp, lifts, arc(&compact, 0, NONE, 0)), 0);
    compact_clear(&compact);
}
END_TEST

START_TEST(a_box_fills_the_legs_it_enters) {
    Compact compact = compact_of(one_booking);
    const Formulation *formulation = compact.formulation;
    ColumnId load = arc(&compact, 0, NONE, 2), pass = arc(&compact, 0, 2, 3);
    ck_assert_double_eq(entry(&compact.lp, formulation->demand_row[0], load), 1);
    ck_assert_double_eq(entry(&compact.lp, formulation->demand_row[0], pass), 0);
    ck_assert_double_eq(entry(&compact.lp, formulation->teu_row[2], load), 2);
    ck_assert_double_eq(entry(&compact.lp, formulation->teu_row[2], pass), 0);
    ck_assert_double_eq(entry(&compact.lp, formulation->teu_row[3], pass), 2);
    /* 10 t of cargo and a tare of 3.9 t. */
    ck_assert_double_eq_tol(entry(&compact.lp, formulation->tonne_row[2], load), 13.9, 1e-12);
    compact_clear(&compact);
}
END_TEST

START_TEST(the_rest_of_the_model_is_kept) {
    Compact compact = compact_of(one_booking);
    const LpModel *whole = &compact.lp, *part = &compact.formulation->lp;
    ck_assert_double_eq(whole->constant, -250);
    for (RowId row = 0; row < part->n_rows; row++) {
        ck_assert_int_eq(whole->rows[row].group, part->rows[row].group);
        ck_assert(whole->rows[row].lower == part->rows[row].lower);
        ck_assert(whole->rows[row].upper == part->rows[row].upper);
    }
    for (ColumnId column = 0; column < part->n_columns; column++) {
        ck_assert(whole->columns[column].objective == part->columns[column].objective);
    }
    compact_clear(&compact);
}
END_TEST

START_TEST(a_booking_without_an_itinerary_has_no_columns) {
    static const char *const bookings[] = {
        /* Ready so that the cutoff is one minute too late. */
        "  - {id: B, from: YIW, to: DUI, boxes: 5, container: 20GP, revenue: 1,"
        " ready: 2026-12-01 02:01, due: 2026-12-30}\n",
        /* Delivered at 11:00, one minute after the latest. */
        "  - {id: B, from: YIW, to: DUI, boxes: 5, container: 20GP, revenue: 1,"
        " ready: 2026-12-01 00:00, due: 2026-12-06 05:00, late: {per_day: 1, max: 5h59m}}\n",
        /* May not pass Alashankou. */
        "  - {id: B, from: YIW, to: DUI, boxes: 5, container: 20GP, revenue: 1, cargo: lithium,"
        " ready: 2026-12-01 00:00, due: 2026-12-30}\n"};
    for (int i = 0; i < 3; i++) {
        Compact compact = compact_of(bookings[i]);
        ck_assert_int_eq(flow_rows(&compact), 0);
        ck_assert_int_eq(flow_columns(&compact), 0);
        compact_clear(&compact);
    }
}
END_TEST

START_TEST(legs_beyond_the_destination_are_left_out) {
    Compact compact = compact_of("  - {id: B, from: YIW, to: ALA, boxes: 5, container: 20GP,"
                                 " revenue: 1, ready: 2026-12-01 00:00, due: 2026-12-30}\n");
    ck_assert_int_eq(flow_rows(&compact), 2);
    ck_assert_int_eq(flow_columns(&compact), 4);
    ck_assert_int_ne(arc(&compact, 0, 0, NONE), NONE);
    ck_assert_int_ne(arc(&compact, 0, 2, NONE), NONE);
    compact_clear(&compact);
}
END_TEST

/** A walk over the arcs, gathered leg by leg. */
typedef struct {
    const Compact *compact;
    BookingId booking;
    ColumnId columns[16];
    LegId legs[16];
    int n_legs, n_columns, n_finished;
} ArcWalk;

static int rides_of(const ArcWalk *walk, Ride *rides) {
    const Problem *problem = walk->compact->fixture.problem;
    int count = 0;
    for (int i = 0; i < walk->n_legs; i++) {
        if (count > 0 && problem->legs[rides[count - 1].last].next == walk->legs[i]) {
            rides[count - 1].last = walk->legs[i];
        } else {
            rides[count++] = (Ride){walk->legs[i], walk->legs[i], NONE, NONE};
        }
    }
    return count;
}

/** A finished walk: its arcs add up to the itinerary's column, as the path flow has it. */
static void compare_walk(ArcWalk *walk) {
    const Compact *compact = walk->compact;
    Ride rides[16];
    int n_rides = rides_of(walk, rides);
    CargoColumn column = {0};
    ck_assert(cargo_column_make(compact->formulation, walk->booking, rides, n_rides, &column));
    double objective = 0;
    for (int i = 0; i < walk->n_columns; i++) {
        objective += compact->lp.columns[walk->columns[i]].objective;
    }
    ck_assert_double_eq_tol(objective, column.objective, 1e-9);
    for (RowId row = 0; row < compact->formulation->lp.n_rows; row++) {
        double sum = 0, expected = 0;
        for (int i = 0; i < walk->n_columns; i++) {
            sum += entry(&compact->lp, row, walk->columns[i]);
        }
        for (int i = 0; i < column.count; i++) {
            expected += column.rows[i] == row ? column.values[i] : 0;
        }
        ck_assert_double_eq_tol(sum, expected, 1e-9);
    }
    cargo_column_free(&column);
    walk->n_finished++;
}

static void follow(ArcWalk *walk, LegId leg) {
    const Compact *compact = walk->compact;
    if (leg != NONE) {
        walk->legs[walk->n_legs++] = leg;
    }
    ColumnId unload = leg == NONE ? NONE : arc(compact, walk->booking, leg, NONE);
    if (unload != NONE) {
        walk->columns[walk->n_columns++] = unload;
        compare_walk(walk);
        walk->n_columns--;
    }
    for (LegId next = 0; next < compact->fixture.problem->n_legs; next++) {
        ColumnId column = arc(compact, walk->booking, leg, next);
        if (column != NONE && next != leg) {
            walk->columns[walk->n_columns++] = column;
            follow(walk, next);
            walk->n_columns--;
        }
    }
    walk->n_legs -= leg != NONE;
}

START_TEST(every_walk_adds_up_to_its_itinerary) {
    Compact compact = compact_of(
        "  - {id: B1, from: YIW, to: DUI, boxes: 5, container: 40HC, tonnes: 10, revenue: 1000,"
        " unserved: 50, ready: 2026-12-01 02:00, due: 2026-12-06 05:00, cargo: chemicals,"
        " late: {per_day: 40, max: 1d}}\n"
        "  - {id: B2, from: YIW, to: DUI, boxes: 5, container: 45HC, tonnes: 20, revenue: 900,"
        " ready: 2026-12-01 01:00, due: 2026-12-20, cargo: food}\n"
        "  - {id: B3, from: YIW, to: ALA, boxes: 2, container: 20GP, tonnes: 20, revenue: 500,"
        " ready: 2026-12-01 01:00, due: 2026-12-20}\n"
        "  - {id: B4, from: ALA, to: DUI, boxes: 2, container: 20GP, tonnes: 20, revenue: 500,"
        " ready: 2026-12-01 01:00, due: 2026-12-20}\n");
    const int expected[] = {4, 4, 2, 2};
    for (BookingId booking = 0; booking < 4; booking++) {
        ArcWalk walk = {.compact = &compact, .booking = booking};
        follow(&walk, NONE);
        ck_assert_int_eq(walk.n_finished, expected[booking]);
    }
    compact_clear(&compact);
}
END_TEST

/* ---- drawn cases: all itineraries through the arcs against all by the rules ---- */

/** An arc of one flow, as its column says. */
typedef struct {
    BookingId flow;
    LegId from, to; /**< NONE: the box sets out, or has arrived */
    double value;   /**< under the prices of a test */
} Arc;

/** The arcs, with those that lead away from a leg one after another. */
typedef struct {
    Arc *arcs;
    int n_arcs;
    GArray *values; /**< of the finished itineraries of the flow that is followed */
} Arcs;

static int compare_arcs(const void *a, const void *b) {
    const Arc *x = a, *y = b;
    if (x->flow != y->flow) {
        return x->flow < y->flow ? -1 : 1;
    }
    return (x->from > y->from) - (x->from < y->from);
}

static Arcs arcs_of(const Compact *compact, const double *dual) {
    const int first = compact->formulation->lp.n_columns;
    Arcs arcs = {.arcs = g_new0(Arc, (gsize)flow_columns(compact) + 1),
                 .n_arcs = flow_columns(compact),
                 .values = g_array_new(FALSE, FALSE, sizeof(double))};
    for (int i = 0; i < arcs.n_arcs; i++) {
        arcs.arcs[i] = (Arc){NONE, NONE, NONE, compact->lp.columns[first + i].objective};
    }
    for (int i = 0; i < compact->lp.n_entries; i++) {
        const LpEntry *entry = &compact->lp.entries[i];
        const LpRow *row = &compact->lp.rows[entry->row];
        if (entry->column < first) {
            continue;
        }
        Arc *arc = &arcs.arcs[entry->column - first];
        if (row->group != ROW_FLOW) {
            arc->value -= entry->value * dual[entry->row];
            continue;
        }
        arc->flow = row->detail;
        *(entry->value < 0 ? &arc->from : &arc->to) = row->subject;
    }
    qsort(arcs.arcs, (size_t)arcs.n_arcs, sizeof(Arc), compare_arcs);
    return arcs;
}

/** First arc of the flow that leads away from a leg. */
static int first_arc(const Arcs *arcs, BookingId flow, LegId from) {
    const Arc wanted = {.flow = flow, .from = from};
    int low = 0, high = arcs->n_arcs;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (compare_arcs(&arcs->arcs[middle], &wanted) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static void follow_arcs(Arcs *arcs, BookingId flow, LegId from, double value) {
    for (int i = first_arc(arcs, flow, from); i < arcs->n_arcs; i++) {
        const Arc *next = &arcs->arcs[i];
        if (next->flow != flow || next->from != from) {
            return;
        }
        double reached = value + next->value;
        if (next->to == NONE) {
            g_array_append_val(arcs->values, reached);
        } else {
            follow_arcs(arcs, flow, next->to, reached);
        }
    }
}

static int compare_doubles(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/** The values of both lists of itineraries, sorted, are the same. */
static void compare_values(const Itineraries *itineraries, const GArray *found) {
    ck_assert_int_eq((int)found->len, itineraries->count);
    g_autofree double *expected = g_new(double, (gsize)itineraries->count + 1);
    for (int i = 0; i < itineraries->count; i++) {
        expected[i] = itineraries->items[i].value;
    }
    double *values = (double *)(void *)found->data;
    qsort(expected, (size_t)itineraries->count, sizeof(double), compare_doubles);
    if (found->len > 0) {
        qsort(values, found->len, sizeof(double), compare_doubles);
    }
    for (int i = 0; i < itineraries->count; i++) {
        ck_assert_double_eq_tol(values[i], expected[i], 1e-6);
    }
}

static void check_drawn(guint32 seed, Drawn drawn) {
    GRand *rand = g_rand_new_with_seed(seed);
    g_autofree char *text = drawn_network(rand, drawn);
    Compact compact = {.fixture = case_fixture_new(text, "")};
    const Problem *problem = compact.fixture.problem;
    compact.formulation = formulation_new(problem, &AIM_MARGIN);
    ck_assert(compact_build(compact.formulation, &compact.lp, NULL));
    double *dual = g_new0(double, (gsize)compact.lp.n_rows + 1);
    double *link = g_new0(double, (gsize)problem->n_trains + 1);
    for (RowId row = 0; row < compact.formulation->lp.n_rows; row++) {
        bool own = compact.lp.rows[row].group == ROW_DEMAND; /* not in the itineraries' values */
        dual[row] = own ? 0 : g_rand_double_range(rand, -100, 100);
    }
    const TestPrices prices = {.dual = dual, .link = link};
    Arcs arcs = arcs_of(&compact, dual);
    for (BookingId flow = 0; flow < problem->n_flows; flow++) {
        Itineraries itineraries = itineraries_of(compact.formulation, flow, &prices);
        g_array_set_size(arcs.values, 0);
        follow_arcs(&arcs, flow, NONE, 0);
        compare_values(&itineraries, arcs.values);
        itineraries_clear(&itineraries);
    }
    g_free(arcs.arcs);
    g_array_free(arcs.values, TRUE);
    compact_clear(&compact);
    g_free(dual);
    g_free(link);
    g_rand_free(rand);
}

START_TEST(itineraries_through_the_arcs_are_those_of_the_rules) {
    check_drawn((guint32)_i, (Drawn){.feeders = true, .equipment = true});
}
END_TEST

START_TEST(itineraries_through_the_arcs_of_a_cyclic_plan_are_those_of_the_rules) {
    check_drawn((guint32)_i, (Drawn){.feeders = true, .equipment = true, .cyclic = true});
}
END_TEST

int main(void) {
    Suite *suite = suite_create("compact");
    TCase *tests = tcase_create("compact");
    tcase_add_test(tests, each_move_is_one_column);
    tcase_add_test(tests, a_column_earns_and_costs_what_its_move_does);
    tcase_add_test(tests, a_transfer_lifts_twice_and_a_gauge_break_once);
    tcase_add_test(tests, a_box_fills_the_legs_it_enters);
    tcase_add_test(tests, the_rest_of_the_model_is_kept);
    tcase_add_test(tests, a_booking_without_an_itinerary_has_no_columns);
    tcase_add_test(tests, legs_beyond_the_destination_are_left_out);
    tcase_add_test(tests, every_walk_adds_up_to_its_itinerary);
    tcase_set_timeout(tests, 120);
    tcase_add_loop_test(tests, itineraries_through_the_arcs_are_those_of_the_rules, 0, SEEDS);
    tcase_add_loop_test(tests, itineraries_through_the_arcs_of_a_cyclic_plan_are_those_of_the_rules,
                        0, SEEDS);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
