/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the prices of limits that have columns for them, too: TEU and tonnes of legs, lifts,
 * feeders. */
#include "verify/prices/price_limits.h"

#include <math.h>

#include "verify/prices/prices.h"
#include "verify/read/expect.h"
#include "verify/read/period.h"
#include "verify/read/plan_moves.h"
#include "verify/read/under_way.h"

static double find_price(GHashTable *prices, int subject, Date day) {
    gint64 key = subject_day_key(subject, day);
    const double *price = g_hash_table_lookup(prices, &key);
    return price ? *price : 0;
}

static void keep_price(GHashTable *prices, int subject, Date day, double price) {
    gint64 *key = g_new(gint64, 1);
    double *kept = g_new(double, 1);
    *key = subject_day_key(subject, day);
    *kept = price;
    g_hash_table_insert(prices, key, kept);
}

/** A cell that says what prices.csv makes it; empty where the plan has no prices. */
static void expect_cell(const PlanRead *plan, const CheckedTable *table, int row, int column,
                        double expected) {
    expect_number(table, row, column, NUMBER_RATIO, plan->prices.missing ? (double)NAN : expected);
}

/** The price of a limit, and what it is worth in all; 0 where there is none to be had. */
static double take_limit(const PriceBook *book, double limit, const char *word, const char *about) {
    if (!isfinite(limit) || limit == NO_LIMIT) {
        return 0;
    }
    double price = price_book_take(book, SIGN_LIMIT, "%s(%s)", word, about);
    price_prove(&book->plan->prices, price * limit);
    return price;
}

static void take_legs(const PriceBook *book) {
    PlanRead *plan = book->plan;
    for (int i = 0; i < plan->n_trains; i++) {
        PlanTrain *train = &plan->trains[i];
        for (int j = 0; train->sound && train->runs && j < train->n_legs; j++) {
            PlanLeg *leg = &train->legs[j];
            if (leg->closed) {
                continue;
            }
            g_autofree char *about = price_book_leg(book, train, j);
            leg->teu_price = take_limit(book, leg_room_teu(leg), "teu", about);
            leg->flat_price = take_limit(book, leg_room_flat(leg), "flat_teu", about);
            leg->tonne_price = take_limit(book, leg_room_tonnes(leg), "tonnes", about);
        }
    }
}

static void check_leg_cells(const PlanRead *plan) {
    const CheckedTable *table = &plan->tables[TABLE_CAPACITY];
    for (int row = 1; row < table->n_rows; row++) {
        const PlanLeg *leg = plan_leg_named(plan, checked_cell(table, row, CAPACITY_TRAIN),
                                            checked_cell(table, row, CAPACITY_LEG));
        if (leg) { // else verify_capacity() says so
            // Room on the first level is room on both levels together, too.
            expect_cell(plan, table, row, CAPACITY_PRICE_PER_TEU, leg->teu_price + leg->flat_price);
            expect_cell(plan, table, row, CAPACITY_PRICE_PER_TONNE, leg->tonne_price);
        }
    }
}

static void take_lifts(const PriceBook *book) {
    PlanRead *plan = book->plan;
    const CheckedTable *table = &plan->tables[TABLE_STATIONS];
    for (int row = 1; row < table->n_rows; row++) {
        StationId station = station_find(plan->kase, checked_cell(table, row, DAY_STATION));
        Date day;
        if (station < 0 || !cell_date(checked_cell(table, row, DAY_DATE), &day)) {
            continue; // verify_station_days() says so
        }
        char date[ROW_DAY_SIZE];
        g_autofree char *about =
            g_strdup_printf("%s@%s", book->codes.stations[station], row_day(day, date));
        double price = take_limit(book, lift_room(plan->kase, station, day), "lifts", about);
        keep_price(plan->prices.lift, station, day, price);
        expect_cell(plan, table, row, DAY_LIFT_PRICE, price);
    }
}

static void take_feeders(const PriceBook *book) {
    PlanRead *plan = book->plan;
    const CheckedTable *table = &plan->tables[TABLE_FEEDERS];
    for (int row = 1; row < table->n_rows; row++) {
        int feeder = feeder_find(plan->kase, checked_cell(table, row, FEEDER_CODE));
        Date day;
        if (feeder < 0 || !cell_date(checked_cell(table, row, FEEDER_DAY), &day)) {
            continue; // verify_feeders() says so
        }
        char date[ROW_DAY_SIZE];
        g_autofree char *about =
            g_strdup_printf("%s@%s", book->codes.feeders[feeder], row_day(day, date));
        double price = take_limit(book, feeder_room(plan->kase, feeder, day), "feeder", about);
        keep_price(plan->prices.feeder, feeder, day, price);
        expect_cell(plan, table, row, FEEDER_PRICE, price);
    }
}

void price_limits_read(const PriceBook *book) {
    PlanRead *plan = book->plan;
    plan->prices.lift = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    plan->prices.feeder = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    take_legs(book);
    check_leg_cells(plan);
    take_lifts(book);
    take_feeders(book);
}

double price_of_lift(const PlanRead *plan, StationId station, Minute at) {
    Date day = period_fold_day(plan->kase, zone_date(plan->kase->stations[station].zone, at));
    return find_price(plan->prices.lift, station, day);
}

double price_of_feeder(const PlanRead *plan, int feeder, Minute at) {
    const Zone *zone = plan->kase->stations[plan->kase->feeders[feeder].from].zone;
    return find_price(plan->prices.feeder, feeder,
                      period_fold_day(plan->kase, zone_date(zone, at)));
}
