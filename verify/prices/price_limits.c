/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the prices of limits that have columns for them: TEU and tonnes of legs, lifts, feeders,
 * stock. */
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

/** Proves a limit that may be none: then nothing of it is scarce. */
static void prove_limit(PlanRead *plan, const CheckedTable *table, int row, double price,
                        double limit) {
    if (isfinite(limit) && limit != NO_LIMIT) {
        price_prove(&plan->prices, price * limit);
    } else {
        ROW_CHECK(table, VERIFY_PRICES, price == 0, row, "what has no limit has a price of %.6f",
                  price);
    }
}

static void read_leg_prices(PlanRead *plan) {
    const CheckedTable *table = &plan->tables[TABLE_CAPACITY];
    for (int row = 1; row < table->n_rows; row++) {
        PlanLeg *leg = plan_leg_named(plan, checked_cell(table, row, CAPACITY_TRAIN),
                                      checked_cell(table, row, CAPACITY_LEG));
        double teu = price_cell(plan, table, row, CAPACITY_PRICE_PER_TEU, 0);
        double tonne = price_cell(plan, table, row, CAPACITY_PRICE_PER_TONNE, 0);
        if (!leg) {
            continue; // verify_capacity() says so
        }
        leg->teu_price = teu;
        leg->tonne_price = tonne;
        prove_limit(plan, table, row, teu, leg_room_teu(leg));
        prove_limit(plan, table, row, tonne, leg_room_tonnes(leg));
    }
}

static void read_lift_prices(PlanRead *plan) {
    const CheckedTable *table = &plan->tables[TABLE_STATIONS];
    for (int row = 1; row < table->n_rows; row++) {
        StationId station = station_find(plan->kase, checked_cell(table, row, DAY_STATION));
        double price = price_cell(plan, table, row, DAY_LIFT_PRICE, 0);
        Date day;
        if (station < 0 || !cell_date(checked_cell(table, row, DAY_DATE), &day)) {
            continue; // verify_station_days() says so
        }
        keep_price(plan->prices.lift, station, day, price);
        prove_limit(plan, table, row, price, lift_room(plan->kase, station, day));
    }
}

static void read_feeder_prices(PlanRead *plan) {
    const CheckedTable *table = &plan->tables[TABLE_FEEDERS];
    for (int row = 1; row < table->n_rows; row++) {
        int feeder = feeder_find(plan->kase, checked_cell(table, row, FEEDER_CODE));
        double price = price_cell(plan, table, row, FEEDER_PRICE, 0);
        Date day;
        if (feeder < 0 || !cell_date(checked_cell(table, row, FEEDER_DAY), &day)) {
            continue; // verify_feeders() says so
        }
        keep_price(plan->prices.feeder, feeder, day, price);
        prove_limit(plan, table, row, price, feeder_room(plan->kase, feeder, day));
    }
}

/* ---- stock ---- */

static double *stock_at(const PlanRead *plan, int equipment, StationId station) {
    gsize place = (gsize)equipment * (gsize)plan->kase->n_stations + (gsize)station;
    return &plan->prices.stock[place * (gsize)stock_days(plan->kase)];
}

static void read_stock_prices(PlanRead *plan) {
    const CheckedTable *table = &plan->tables[TABLE_EQUIPMENT];
    const Case *kase = plan->kase;
    for (int row = 1; row < table->n_rows; row++) {
        StationId station = station_find(kase, checked_cell(table, row, STOCK_STATION));
        double price = price_cell(plan, table, row, STOCK_PRICE, -(double)INFINITY);
        Date day;
        if (station < 0 || !cell_date(checked_cell(table, row, STOCK_DAY), &day) ||
            day < kase->horizon.start || day - kase->horizon.start >= stock_days(kase)) {
            continue; // verify_equipment() says so
        }
        for (int i = 0; i < kase->n_equipment; i++) {
            if (g_strcmp0(kase->containers[kase->equipment[i].container].code,
                          checked_cell(table, row, STOCK_CONTAINER)) == 0) {
                stock_at(plan, i, station)[day - kase->horizon.start] = price;
            }
        }
    }
}

void price_limits_read(PlanRead *plan) {
    PlanPrices *prices = &plan->prices;
    gsize places = (gsize)plan->kase->n_equipment * (gsize)plan->kase->n_stations;
    prices->lift = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    prices->feeder = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    prices->stock = g_new0(double, places *(gsize)stock_days(plan->kase) + 1);
    prices->fleet = g_new0(double, (gsize)plan->kase->n_equipment + 1);
    read_leg_prices(plan);
    read_lift_prices(plan);
    read_feeder_prices(plan);
    read_stock_prices(plan);
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

double price_of_stock(const PlanRead *plan, int equipment, StationId station, Minute at) {
    int day = day_since_start(plan->kase, at);
    double price = stock_at(plan, equipment, station)[stock_day(plan->kase, day)];
    // In a cyclic plan a box that joins a period later was out of the fleet for one more.
    if (plan->kase->horizon.cyclic) {
        price -= plan->prices.fleet[equipment] * (double)floor_div(day, period_days(plan->kase));
    }
    return price;
}

/* ---- what stock proves ---- */

#define STOCK_PRICE_CHECK(holds, ...)                                                              \
    report_check(plan->report, VERIFY_PRICES, (holds), "equipment.csv", 0, __VA_ARGS__)

/** A box that stands costs storage and is worth what it is worth tomorrow: its price today may not
 * be below that, or standing would earn. */
static void check_standing(const PlanRead *plan, int equipment, StationId station, int day,
                           double tomorrow, double storage) {
    double today = stock_at(plan, equipment, station)[day];
    char date[DATE_TEXT_SIZE];
    STOCK_PRICE_CHECK(
        today >= tomorrow - storage - price_slack(plan),
        "the price of %s at %s on %s is %.6f, yet one that stands there is worth %.6f",
        plan->kase->containers[plan->kase->equipment[equipment].container].code,
        plan->kase->stations[station].code, date_format(plan->kase->horizon.start + day, date),
        today, tomorrow - storage);
}

/** Boxes of earlier plans come back whatever this one does. */
static void prove_returns(PlanRead *plan, int equipment, StationId station, const double *price) {
    const CarriedOver *carried = plan->kase->carried;
    for (int i = 0; carried && i < carried->n_returns; i++) {
        const CarriedReturn *back = &carried->returns[i];
        if (back->container == plan->kase->equipment[equipment].container &&
            back->station == station) {
            int day = stock_day(plan->kase, back->day - plan->kase->horizon.start);
            price_prove(&plan->prices, price[day] * (back->returned + back->empties_in));
        }
    }
}

static void prove_station(PlanRead *plan, int equipment, StationId station) {
    static const EquipmentAt nothing = {0};
    const EquipmentAt *terms = stock_terms(&plan->kase->equipment[equipment], station);
    const double *price = stock_at(plan, equipment, station);
    const EquipmentAt *at = terms ? terms : &nothing;
    bool cyclic = plan->kase->horizon.cyclic;
    int last = stock_days(plan->kase) - 1;
    double fleet = plan->prices.fleet[equipment];
    double end = cyclic ? price[0] - fleet : at->end_value, dearest = price[last];
    for (int day = 0; day < last; day++) {
        check_standing(plan, equipment, station, day, price[day + 1], at->storage_cost);
        dearest = fmax(dearest, price[day]);
    }
    check_standing(plan, equipment, station, last, end, at->storage_cost);
    price_prove(&plan->prices, (end - at->storage_cost - price[last]) * at->end_min);
    price_prove(&plan->prices, (cyclic ? fleet : price[0]) * at->stock);
    prove_returns(plan, equipment, station, price);
    price_prove(&plan->prices,
                fmax(0, (cyclic ? fleet : dearest) - at->lease_cost) * at->lease_boxes);
}

void price_stock_prove(PlanRead *plan) {
    for (int equipment = 0; equipment < plan->kase->n_equipment; equipment++) {
        for (StationId station = 0; station < plan->kase->n_stations; station++) {
            prove_station(plan, equipment, station);
        }
    }
}
