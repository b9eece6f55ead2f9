/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/books/stock_ledger.h"

#include <check.h>
#include <glib.h>
#include <math.h>
#include <stdlib.h>

#include "model/problem/equipment.h"
#include "tests/unit/case_fixture.h"

/* One train a week each way: out on Tuesday, 1 December 04:00 in Yiwu, in Duisburg on Thursday the
 * 3rd at 04:00 in China, 21:00 on the 2nd there; back on Friday the 4th at 20:00 there, which is
 * Saturday 03:00 in China, in Yiwu on Monday the 7th at 03:00, a day beyond the week. */
static const char network[] =
    "stations:\n"
    "  YIW: {country: CN, zone: Asia/Shanghai}\n"
    "  DUI: {country: DE, zone: Europe/Berlin}\n"
    "  NGB: {country: CN, zone: Asia/Shanghai}\n"
    "slots:\n"
    "  - {id: W, from: YIW, to: DUI, departs: [Tue 04:00], runs: 2d, km: 10000, teu: 100}\n"
    "  - {id: E, from: DUI, to: YIW, departs: [Fri 20:00], runs: 2d, km: 10000, teu: 100}\n"
    "lines: {OUT: {route: [YIW, DUI]}, BACK: {route: [DUI, YIW]}}\n"
    "feeders:\n"
    "  - {id: F, mode: road, from: NGB, to: YIW, takes: 9h, cost: 5}\n"
    "equipment:\n"
    "  40HC: {stock: {YIW: 10, DUI: 2}, turn: {load: 1d4h, unload: 2d}, storage: {YIW: 1, DUI: 3},"
    " lease: {DUI: {cost: 90, boxes: 4}}}\n"
    "demand:\n"
    "  - {id: OUT, from: YIW, to: DUI, boxes: 50, container: 40HC, revenue: 1, ready: 2026-11-30,"
    " due: 2026-12-30}\n"
    "  - {id: BACK, from: DUI, to: YIW, boxes: 50, container: 40HC, revenue: 1, ready: 2026-11-30,"
    " due: 2026-12-30}\n"
    "  - {id: THEIRS, from: YIW, to: DUI, boxes: 50, container: 40HC, revenue: 1, owner: shipper,"
    " ready: 2026-11-30, due: 2026-12-30}\n"
    "  - {id: FED, from: NGB, to: DUI, boxes: 50, container: 40HC, revenue: 1,"
    " ready: 2026-11-28 10:00, due: 2026-12-30}\n"
    "  - {id: FREE, from: YIW, to: DUI, boxes: 50, container: 20GP, revenue: 1,"
    " ready: 2026-11-30, due: 2026-12-30}\n";

enum { OUT, BACK, THEIRS, FED, FREE, EMPTIES }; /* flows */
enum { YIW, DUI, NGB };                         /* stations */

typedef struct {
    CaseFixture fixture;
    StockLedger *ledger;
} Books;

static Books books_new(const char *horizon) {
    g_autofree char *head = g_strdup_printf(
        "banlie: 1\nhorizon: {start: 2026-11-30, weeks: 1, zone: Asia/Shanghai, %s}\n", horizon);
    Books books = {.fixture = case_fixture_new(head, network)};
    ck_assert_int_eq(findings_errors(books.fixture.findings), 0);
    books.ledger = stock_ledger_new(books.fixture.problem);
    ck_assert_ptr_nonnull(books.ledger);
    return books;
}

static void books_clear(Books *books) {
    stock_ledger_free(books->ledger);
    case_fixture_free(&books->fixture);
}

static LegId leg_from(const Problem *problem, StationId station) {
    for (LegId leg = 0; leg < problem->n_legs; leg++) {
        if (problem->legs[leg].from == station) {
            return leg;
        }
    }
    ck_abort_msg("no leg");
    return NONE;
}

static Ride train_from(const Books *books, StationId station) {
    LegId leg = leg_from(books->fixture.problem, station);
    return (Ride){leg, leg, NONE, NONE};
}

static StockEntry *entry(const Books *books, StationId station, StockDay day) {
    return &books->ledger->entries[stock_index(books->fixture.problem, 0, station, day)];
}

/** Sums over all days and stations, so that nothing is entered elsewhere. */
static StockEntry total(const Books *books) {
    StockEntry sum = {0};
    const Problem *problem = books->fixture.problem;
    for (StationId station = 0; station < 3; station++) {
        for (StockDay day = 0; day < problem->n_stock_days; day++) {
            sum.taken += entry(books, station, day)->taken;
            sum.returned += entry(books, station, day)->returned;
            sum.empties_in += entry(books, station, day)->empties_in;
            sum.empties_out += entry(books, station, day)->empties_out;
        }
    }
    return sum;
}

/* Out: taken 1 d 4 h before Tuesday 04:00, on Monday at 00:00, day 0; given back two days after
 * Thursday 04:00, on day 5. */
START_TEST(a_loaded_box_is_taken_early_and_given_back_late) {
    Books books = books_new("tail: 7d");
    ck_assert_int_eq(books.fixture.problem->n_stock_days, 14);
    Ride ride = train_from(&books, YIW);
    stock_ledger_add(books.ledger, OUT, &ride, 1, 3);
    ck_assert_int_eq(entry(&books, YIW, 0)->taken, 3);
    ck_assert_int_eq(entry(&books, DUI, 5)->returned, 3);
    ck_assert_int_eq(total(&books).taken, 3);
    ck_assert_int_eq(total(&books).returned, 3);
    stock_ledger_clear(books.ledger);
    ck_assert_int_eq(total(&books).taken, 0);
    books_clear(&books);
}
END_TEST

/* Back: empties leave on Saturday, day 5 in China, and come in on Monday, day 7. */
START_TEST(empties_count_on_the_days_of_the_train) {
    Books books = books_new("tail: 7d");
    Ride ride = train_from(&books, DUI);
    stock_ledger_add(books.ledger, EMPTIES, &ride, 1, 2);
    ck_assert_int_eq(entry(&books, DUI, 5)->empties_out, 2);
    ck_assert_int_eq(entry(&books, YIW, 7)->empties_in, 2);
    ck_assert_int_eq(total(&books).taken, 0);
    books_clear(&books);
}
END_TEST

START_TEST(boxes_of_shippers_and_types_that_are_not_listed_are_not_ours) {
    Books books = books_new("tail: 7d");
    Ride ride = train_from(&books, YIW);
    stock_ledger_add(books.ledger, THEIRS, &ride, 1, 3);
    stock_ledger_add(books.ledger, FREE, &ride, 1, 3);
    ck_assert_int_eq(total(&books).taken, 0);
    ck_assert_int_eq(stock_ledger_room(books.ledger, FREE, &ride, 70), 70);
    books_clear(&books);
}
END_TEST

/* The feeder leaves Ningbo on Saturday the 28th at 10:00: before the first day. */
START_TEST(what_happens_before_the_first_day_counts_on_it) {
    Books books = books_new("tail: 7d");
    const Problem *problem = books.fixture.problem;
    Ride ride = train_from(&books, YIW);
    ride.before = problem->feeder_run_start[0];
    while (problem->feeder_runs[ride.before].departs != minute_at("2026-11-28T10:00+08:00")) {
        ride.before++;
    }
    stock_ledger_add(books.ledger, FED, &ride, 1, 4);
    ck_assert_int_eq(entry(&books, NGB, 0)->taken, 4);
    ck_assert_int_eq(total(&books).taken, 4);
    books_clear(&books);
}
END_TEST

/* Back with load: free on day 9; with a tail of one day the last day is 7. */
START_TEST(what_happens_after_the_last_day_counts_on_it) {
    Books books = books_new("tail: 20h");
    ck_assert_int_eq(books.fixture.problem->n_stock_days, 8);
    Ride ride = train_from(&books, DUI);
    stock_ledger_add(books.ledger, BACK, &ride, 1, 1);
    ck_assert_int_eq(entry(&books, YIW, 7)->returned, 1);
    books_clear(&books);
}
END_TEST

/* A period of seven days: back with load is taken on day 3 (Saturday 03:00 less 28 h is Thursday
 * 23:00), and given back on day 9, which is day 2 of the next period: under way at one end. */
START_TEST(in_a_cyclic_plan_days_wrap_and_boxes_are_under_way_at_the_end) {
    Books books = books_new("mode: cyclic, tail: 7d");
    ck_assert_int_eq(books.fixture.problem->n_stock_days, 7);
    Ride ride = train_from(&books, DUI);
    stock_ledger_add(books.ledger, BACK, &ride, 1, 5);
    ck_assert_int_eq(entry(&books, DUI, 3)->taken, 5);
    ck_assert_int_eq(entry(&books, YIW, 2)->returned, 5);
    ck_assert_int_eq(books.ledger->under_way[0], 5);
    ride = train_from(&books, YIW);
    stock_ledger_add(books.ledger, OUT, &ride, 1, 5);
    ck_assert_int_eq(books.ledger->under_way[0], 5);
    StockCost cost;
    ck_assert(stock_ledger_settle(books.ledger, &cost));
    /* Yiwu needs 5 at the end of the week: taken on day 0, back on day 2. Duisburg: given on day 5,
     * taken on day 3, so 5 stand over the end too. The fleet is 5 + 5 + 5 under way, of 12 owned: 3
     * leased. */
    ck_assert_double_eq(cost.lease, 3 * 90);
    ck_assert_int_eq(entry(&books, YIW, 0)->stock, 0);
    ck_assert_int_eq(entry(&books, YIW, 6)->stock, 5);
    ck_assert_int_eq(entry(&books, DUI, 3)->stock, 0);
    ck_assert_int_eq(entry(&books, DUI, 6)->stock, 5);
    /* Storage: Yiwu 5 days, Duisburg 2 + 3 days. */
    ck_assert_double_eq(cost.storage, 5 * 5 * 1 + 5 * 5 * 3);
    books_clear(&books);
}
END_TEST

START_TEST(a_cyclic_plan_that_moves_boxes_one_way_does_not_settle) {
    Books books = books_new("mode: cyclic, tail: 7d");
    Ride ride = train_from(&books, YIW);
    stock_ledger_add(books.ledger, OUT, &ride, 1, 1);
    StockCost cost;
    ck_assert(!stock_ledger_settle(books.ledger, &cost));
    books_clear(&books);
}
END_TEST

static EquipmentAt *at_station(const Books *books, StationId station) {
    Equipment *type = &books->fixture.kase->equipment[0];
    for (int i = 0; i < type->n_at; i++) {
        if (type->at[i].station == station) {
            return &type->at[i];
        }
    }
    return NULL;
}

START_TEST(fleets_may_be_larger_than_a_machine_word) {
    Books books = books_new("mode: cyclic, tail: 7d");
    for (StationId station = 0; station < 2; station++) {
        EquipmentAt *at = at_station(&books, station);
        at->stock = 1500000000;
        at->end_min = 1500000000;
    }
    StockCost cost;
    ck_assert(stock_ledger_settle(books.ledger, &cost));
    ck_assert_double_eq(cost.lease, 0);
    at_station(&books, YIW)->stock -= 4; /* as many as can be leased */
    ck_assert(stock_ledger_settle(books.ledger, &cost));
    ck_assert_double_eq(cost.lease, 4 * 90);
    at_station(&books, YIW)->stock -= 1;
    ck_assert(!stock_ledger_settle(books.ledger, &cost));
    books_clear(&books);
}
END_TEST

/* ---- drawn days against all choices of leases ---- */

static void draw_days(const Books *books, GRand *rand) {
    for (StationId station = 0; station < 2; station++) {
        *at_station(books, station) =
            (EquipmentAt){.station = station,
                          .stock = g_rand_int_range(rand, 0, 6),
                          .storage_cost = g_rand_int_range(rand, 0, 4),
                          .lease_cost = g_rand_int_range(rand, 0, 30),
                          .lease_boxes = g_rand_int_range(rand, 0, 4),
                          .end_min = g_rand_boolean(rand) ? g_rand_int_range(rand, 0, 5) : 0,
                          .end_value = g_rand_boolean(rand) ? g_rand_int_range(rand, -5, 40) : 0};
        for (StockDay day = 0; day < 7; day++) {
            StockEntry *own = entry(books, station, day);
            *own = (StockEntry){.taken = g_rand_int_range(rand, 0, 3),
                                .returned = g_rand_int_range(rand, 0, 3),
                                .empties_in = g_rand_int_range(rand, 0, 2),
                                .empties_out = g_rand_int_range(rand, 0, 2)};
        }
    }
}

static int change(const StockEntry *own) {
    return own->returned + own->empties_in - own->taken - own->empties_out;
}

/** Cheapest of all ways to lease up to `left` boxes from `day` on; HUGE_VAL where none will do. */
static double cheapest(const Books *books, StationId station, StockDay day, int stock, int left) {
    const EquipmentAt *at = at_station(books, station);
    if (day == 7) {
        return stock >= at->end_min ? -at->end_value * stock : HUGE_VAL;
    }
    double best = HUGE_VAL;
    for (int leased = 0; leased <= left; leased++) {
        int then = stock + change(entry(books, station, day)) + leased;
        if (then >= 0) {
            best = fmin(best, leased * at->lease_cost + then * at->storage_cost +
                                  cheapest(books, station, day + 1, then, left - leased));
        }
    }
    return best;
}

/** A box leased on any but the last day is needed that day. */
static void check_leases(const Books *books) {
    for (StationId station = 0; station < 2; station++) {
        int stock = at_station(books, station)->stock, leased = 0;
        for (StockDay day = 0; day < 7; day++) {
            const StockEntry *own = entry(books, station, day);
            stock += change(own) + own->leased;
            leased += own->leased;
            ck_assert_int_eq(own->stock, stock);
            ck_assert(own->leased == 0 || day == 6 || stock == 0);
        }
        ck_assert_int_le(leased, at_station(books, station)->lease_boxes);
    }
}

START_TEST(leases_are_the_cheapest_and_as_late_as_they_can_be) {
    GRand *rand = g_rand_new_with_seed((guint32)_i);
    Books books = books_new("tail: 0m");
    ck_assert_int_eq(books.fixture.problem->n_stock_days, 7);
    int settled = 0;
    for (int round = 0; round < 40; round++) {
        draw_days(&books, rand);
        double best = 0;
        for (StationId station = 0; station < 2; station++) {
            const EquipmentAt *at = at_station(&books, station);
            best += cheapest(&books, station, 0, at->stock, at->lease_boxes);
        }
        StockCost cost;
        bool kept = stock_ledger_settle(books.ledger, &cost);
        ck_assert_int_eq(kept, isfinite(best));
        if (kept) {
            ck_assert_double_eq_tol(cost.lease + cost.storage + cost.end_value, best, 1e-9);
            check_leases(&books);
            settled++;
        }
    }
    ck_assert_int_gt(settled, 0);
    books_clear(&books);
    g_rand_free(rand);
}
END_TEST

/* Boxes of OUT leave Yiwu's stock on the day that the drawn turn says. */
START_TEST(there_is_room_for_as_many_boxes_as_still_settle) {
    GRand *rand = g_rand_new_with_seed((guint32)_i);
    Books books = books_new("tail: 0m");
    Ride ride = train_from(&books, YIW);
    int looked_at = 0;
    for (int round = 0; round < 60; round++) {
        draw_days(&books, rand);
        books.fixture.kase->equipment[0].turn_load_min = g_rand_int_range(rand, -4, 2) * 1440;
        StockCost cost;
        int room = stock_ledger_room(books.ledger, OUT, &ride, 5);
        if (!stock_ledger_settle(books.ledger, &cost)) {
            continue;
        }
        StockDay day = 1 - (int)(books.fixture.kase->equipment[0].turn_load_min / 1440);
        entry(&books, YIW, day)->taken += room;
        ck_assert(stock_ledger_settle(books.ledger, &cost));
        entry(&books, YIW, day)->taken += 1;
        ck_assert(room == 5 || !stock_ledger_settle(books.ledger, &cost));
        looked_at++;
    }
    ck_assert_int_gt(looked_at, 0);
    books_clear(&books);
    g_rand_free(rand);
}
END_TEST

/** Least stock at the start of the period with which the days of a station never fall below 0. */
static int least_start(const Books *books, StationId station) {
    for (int start = 0;; start++) {
        int stock = start, least = start;
        for (StockDay day = 0; day < 7; day++) {
            stock += change(entry(books, station, day));
            least = stock < least ? stock : least;
        }
        if (least >= 0 && stock >= at_station(books, station)->end_min) {
            return start;
        }
    }
}

static double storage_from(const Books *books, StationId station, int stock) {
    double cost = 0;
    for (StockDay day = 0; day < 7; day++) {
        stock += change(entry(books, station, day));
        cost += at_station(books, station)->storage_cost * stock;
    }
    return cost;
}

START_TEST(a_cyclic_fleet_is_the_least_that_will_do_and_leases_the_cheapest) {
    GRand *rand = g_rand_new_with_seed((guint32)_i);
    Books books = books_new("mode: cyclic, tail: 7d");
    for (int round = 0; round < 40; round++) {
        draw_days(&books, rand);
        int fleet = books.ledger->under_way[0] = g_rand_int_range(rand, 0, 5);
        double storage = 0, lease = HUGE_VAL;
        int owned = 0;
        bool comes_home = true;
        for (StationId station = 0; station < 2; station++) {
            int sum = 0;
            for (StockDay day = 0; day < 6; day++) {
                sum += change(entry(&books, station, day));
            }
            *entry(&books, station, 6) =
                (StockEntry){.taken = sum > 0 ? sum : 0, .returned = sum < 0 ? -sum : 0};
            owned += at_station(&books, station)->stock;
            fleet += least_start(&books, station);
            storage += storage_from(&books, station, least_start(&books, station));
        }
        if (round % 5 == 0) {
            entry(&books, YIW, 3)->taken++;
            comes_home = false;
        }
        const EquipmentAt *yiw = at_station(&books, YIW), *dui = at_station(&books, DUI);
        for (int a = 0; a <= yiw->lease_boxes; a++) {
            for (int b = 0; b <= dui->lease_boxes; b++) {
                bool enough = owned + a + b >= fleet;
                lease = enough ? fmin(lease, a * yiw->lease_cost + b * dui->lease_cost) : lease;
            }
        }
        StockCost cost;
        bool kept = stock_ledger_settle(books.ledger, &cost);
        ck_assert_int_eq(kept, comes_home && isfinite(lease));
        if (kept) {
            ck_assert_double_eq_tol(cost.storage, storage, 1e-9);
            ck_assert_double_eq_tol(cost.lease, lease, 1e-9);
        }
    }
    books_clear(&books);
    g_rand_free(rand);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("stock_ledger");
    TCase *tests = tcase_create("stock_ledger");
    tcase_add_test(tests, a_loaded_box_is_taken_early_and_given_back_late);
    tcase_add_test(tests, empties_count_on_the_days_of_the_train);
    tcase_add_test(tests, boxes_of_shippers_and_types_that_are_not_listed_are_not_ours);
    tcase_add_test(tests, what_happens_before_the_first_day_counts_on_it);
    tcase_add_test(tests, what_happens_after_the_last_day_counts_on_it);
    tcase_add_test(tests, in_a_cyclic_plan_days_wrap_and_boxes_are_under_way_at_the_end);
    tcase_add_test(tests, a_cyclic_plan_that_moves_boxes_one_way_does_not_settle);
    tcase_add_test(tests, fleets_may_be_larger_than_a_machine_word);
    tcase_add_loop_test(tests, leases_are_the_cheapest_and_as_late_as_they_can_be, 0, 10);
    tcase_add_loop_test(tests, there_is_room_for_as_many_boxes_as_still_settle, 0, 10);
    tcase_add_loop_test(tests, a_cyclic_fleet_is_the_least_that_will_do_and_leases_the_cheapest, 0,
                        10);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
