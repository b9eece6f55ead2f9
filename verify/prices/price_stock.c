/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the prices of stock, day by day, and adds what stock and leases are worth. */
#include "verify/prices/price_stock.h"

#include <string.h>

#include "verify/prices/prices.h"
#include "verify/read/candidates.h"
#include "verify/read/expect.h"
#include "verify/read/period.h"

static double *stock_at(const PlanRead *plan, int equipment, StationId station) {
    gsize place = (gsize)equipment * (gsize)plan->kase->n_stations + (gsize)station;
    return &plan->prices.stock[place * (gsize)stock_days(plan->kase)];
}

static double storage_at(const PlanRead *plan, int equipment, StationId station) {
    const EquipmentAt *terms = stock_terms(&plan->kase->equipment[equipment], station);
    return terms ? terms->storage_cost : 0;
}

/** The row of equipment.csv that is of each type, station and day. */
static GHashTable *equipment_rows(const PlanRead *plan) {
    GHashTable *rows = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const CheckedTable *table = &plan->tables[TABLE_EQUIPMENT];
    for (int row = 1; row < table->n_rows; row++) {
        char *key = g_strjoin(" ", checked_cell(table, row, STOCK_CONTAINER),
                              checked_cell(table, row, STOCK_STATION),
                              checked_cell(table, row, STOCK_DAY), NULL);
        g_hash_table_replace(rows, key, GINT_TO_POINTER(row));
    }
    return rows;
}

static int equipment_row(const PlanRead *plan, GHashTable *rows, int equipment, StationId station,
                         int day) {
    const Case *kase = plan->kase;
    char date[DATE_TEXT_SIZE];
    g_autofree char *key =
        g_strjoin(" ", kase->containers[kase->equipment[equipment].container].code,
                  kase->stations[station].code, date_format(kase->horizon.start + day, date), NULL);
    return GPOINTER_TO_INT(g_hash_table_lookup(rows, key));
}

/* ---- days that have rows ---- */

/** What the days of a type are marked by. */
typedef struct {
    const PlanRead *plan;
    int equipment;
    bool *begins,
        *ends;    /**< per StationId: boxes of a booking in such containers begin or end there */
    bool *marked; /**< [station * days + day] */
} MarkedDays;

static void mark_stock_day(const MarkedDays *days, StationId station, Minute at) {
    const Case *kase = days->plan->kase;
    days->marked[station * stock_days(kase) + stock_day(kase, day_since_start(kase, at))] = true;
}

/** Empties can come and go with every train, boxes that are loaded where bookings begin and end. */
static void mark_stock_leg(const MarkedDays *days, const PlanLeg *leg) {
    const Case *kase = days->plan->kase;
    const Equipment *type = &kase->equipment[days->equipment];
    mark_stock_day(days, leg->from, leg->departs);
    mark_stock_day(days, leg->to, leg->arrives);
    if (days->begins[leg->from]) {
        mark_stock_day(days, leg->from, leg->departs - type->turn_load_min);
    }
    if (days->ends[leg->to]) {
        mark_stock_day(days, leg->to, leg->arrives + type->turn_unload_min);
    }
}

static MarkedDays marked_days_new(const PlanRead *plan, int equipment) {
    const Case *kase = plan->kase;
    const gsize stations = (gsize)kase->n_stations;
    MarkedDays days = {.plan = plan,
                       .equipment = equipment,
                       .begins = g_new0(bool, stations + 1),
                       .ends = g_new0(bool, stations + 1),
                       .marked = g_new0(bool, stations *(gsize)stock_days(kase) + 1)};
    for (DemandId id = 0; id < kase->n_demand; id++) {
        const Demand *demand = &kase->demand[id];
        if (demand->container == kase->equipment[equipment].container &&
            demand->owner == OWNER_CARRIER) {
            days.begins[demand->from] = days.ends[demand->to] = true;
        }
    }
    return days;
}

/** Days on which a train that may run, or the end of the days, gives a type's stock a row. Feeders
 * can make others, of which equipment.csv tells where boxes move. */
static bool *days_with_rows(PlanRead *plan, int equipment) {
    const int days = stock_days(plan->kase);
    MarkedDays marks = marked_days_new(plan, equipment);
    for (StationId station = 0; station < plan->kase->n_stations; station++) {
        marks.marked[station * days] = marks.marked[(station + 1) * days - 1] = true;
    }
    candidates_lay(plan);
    for (int i = 0; i < plan->n_candidates; i++) {
        for (int leg = 0; leg < plan->candidates[i].n_legs; leg++) {
            mark_stock_leg(&marks, &plan->candidates[i].legs[leg]);
        }
    }
    g_free(marks.begins);
    g_free(marks.ends);
    return marks.marked;
}

static bool boxes_move(const PlanRead *plan, int row) {
    static const int moves[] = {STOCK_TAKEN, STOCK_RETURNED, STOCK_EMPTIES_IN, STOCK_EMPTIES_OUT,
                                STOCK_LEASED};
    bool any = false;
    for (gsize i = 0; i < G_N_ELEMENTS(moves); i++) {
        any |= strcmp(checked_cell(&plan->tables[TABLE_EQUIPMENT], row, moves[i]), "0") != 0;
    }
    return any;
}

/* ---- prices ---- */

/** A day on which something can happen has a row in the LP, whose price may be 0; on any other a
 * box that joins stands until the next, and costs storage.
 *  @param has_row  it is known to have one
 *  @param row  of equipment.csv, 0 where it says nothing of the day */
static double stock_price_on(const PriceBook *book, int equipment, StationId station, int day,
                             bool has_row, double standing, int row) {
    const PlanRead *plan = book->plan;
    const CheckedTable *table = &plan->tables[TABLE_EQUIPMENT];
    char date[ROW_DAY_SIZE];
    double written = 0;
    const BookedRow *booked = price_book_find(
        book, "stock_on(%s,%s@%s)", book->codes.equipment[equipment], book->codes.stations[station],
        row_day(plan->kase->horizon.start + day, date));
    double price = booked ? booked->price : 0;
    if (row == 0) {
        return price; // verify_equipment() says so where one is missing
    }
    if (!booked && !has_row && !boxes_move(plan, row) &&
        cell_number(checked_cell(table, row, STOCK_PRICE), &written, NULL) &&
        fabs(written) > 1e-6) {
        price = standing;
    }
    expect_number(table, row, STOCK_PRICE, NUMBER_RATIO,
                  plan->prices.missing ? (double)NAN : price);
    return price;
}

void price_stock_read(const PriceBook *book) {
    PlanRead *plan = book->plan;
    const Case *kase = plan->kase;
    const int days = stock_days(kase);
    gsize places = (gsize)kase->n_equipment * (gsize)kase->n_stations;
    GHashTable *rows = equipment_rows(plan);
    plan->prices.stock = g_new0(double, places *(gsize)days + 1);
    plan->prices.fleet = g_new0(double, (gsize)kase->n_equipment + 1);
    for (int type = 0; type < kase->n_equipment; type++) {
        if (kase->horizon.cyclic) {
            plan->prices.fleet[type] =
                price_book_take(book, SIGN_LIMIT, "fleet(%s)", book->codes.equipment[type]);
        }
        bool *has_row = days_with_rows(plan, type);
        for (StationId station = 0; station < kase->n_stations; station++) {
            double *price = stock_at(plan, type, station);
            const double storage = storage_at(plan, type, station);
            for (int day = days - 1; day >= 0; day--) {
                const double standing = day + 1 < days ? price[day + 1] - storage : 0;
                price[day] =
                    stock_price_on(book, type, station, day, has_row[station * days + day],
                                   standing, equipment_row(plan, rows, type, station, day));
            }
        }
        g_free(has_row);
    }
    g_hash_table_unref(rows);
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

/** Leases are worth what a box is on its dearest day beyond its price. */
static void prove_leases(const PriceBook *book, int equipment, StationId station,
                         const EquipmentAt *at, double dearest) {
    PlanRead *plan = book->plan;
    double worth = fmax(0, dearest - at->lease_cost);
    if (!plan->kase->horizon.cyclic && at->lease_boxes > 0) {
        price_book_expect(book, worth, "leased_at(%s,%s)", book->codes.equipment[equipment],
                          book->codes.stations[station]);
    }
    price_prove(&plan->prices, worth * at->lease_boxes);
}

static void prove_station(const PriceBook *book, int equipment, StationId station) {
    PlanRead *plan = book->plan;
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
    prove_leases(book, equipment, station, at, cyclic ? fleet : dearest);
}

void price_stock_prove(const PriceBook *book) {
    for (int equipment = 0; equipment < book->plan->kase->n_equipment; equipment++) {
        for (StationId station = 0; station < book->plan->kase->n_stations; station++) {
            prove_station(book, equipment, station);
        }
    }
}
