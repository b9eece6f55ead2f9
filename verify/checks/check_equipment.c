/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks containers of our own: stock of every type at every station on every day, leases, and what
 * they cost, docs/model.md (11): equipment.csv. */
#include <string.h>

#include "verify/checks/checks.h"
#include "verify/checks/stock_book.h"
#include "verify/read/expect.h"

#define STOCK_CHECK(holds, ...)                                                                    \
    report_check(plan->report, VERIFY_EQUIPMENT, (holds), "equipment.csv", 0, __VA_ARGS__)

static const EquipmentAt NO_TERMS = {0};

static const EquipmentAt *said_of(const StockBook *book, StationId station) {
    const EquipmentAt *at = stock_terms(book->equipment, station);
    return at ? at : &NO_TERMS;
}

static const char *type_code(const StockBook *book) {
    return book->kase->containers[book->equipment->container].code;
}

static StockBook *book_of(const PlanRead *plan, StockBook *books, const char *container) {
    for (int i = 0; i < plan->kase->n_equipment; i++) {
        if (strcmp(type_code(&books[i]), container) == 0) {
            return &books[i];
        }
    }
    return NULL;
}

/** The day that a row of equipment.csv is about; NULL where it is about none. */
static StockDay *day_of_row(const PlanRead *plan, StockBook *books, int row) {
    const CheckedTable *table = &plan->tables[TABLE_EQUIPMENT];
    const char *container = checked_cell(table, row, STOCK_CONTAINER);
    const char *code = checked_cell(table, row, STOCK_STATION);
    const char *date = checked_cell(table, row, STOCK_DAY);
    StockBook *book = book_of(plan, books, container);
    StationId station = station_find(plan->kase, code);
    Date day = 0;
    if (!ROW_CHECK(table, VERIFY_FILES, book != NULL, row,
                   "the case has no equipment of container \"%s\"", container) ||
        !ROW_CHECK(table, VERIFY_FILES, station >= 0, row, "the case has no station \"%s\"",
                   code) ||
        !ROW_CHECK(table, VERIFY_FILES, cell_date(date, &day), row, "\"%s\" is no date", date)) {
        return NULL;
    }
    int since = day - plan->kase->horizon.start;
    if (!ROW_CHECK(table, VERIFY_FILES, since >= 0 && since < book->n_days, row,
                   "%s is none of the days on which stock is counted", date)) {
        return NULL;
    }
    return stock_book_at(book, station, since);
}

/** Notes which row is about which day, and the leases. */
static void read_stock_rows(const PlanRead *plan, StockBook *books) {
    const CheckedTable *table = &plan->tables[TABLE_EQUIPMENT];
    for (int row = 1; row < table->n_rows; row++) {
        StockDay *day = day_of_row(plan, books, row);
        const char *leased = checked_cell(table, row, STOCK_LEASED);
        if (!day) {
            continue;
        }
        ROW_CHECK(table, VERIFY_FILES, day->row == 0, row,
                  "this type, station and day stand here a second time");
        day->row = row;
        ROW_CHECK(table, VERIFY_FILES,
                  cell_count(leased, &day->leased) && day->leased >= 0 && day->leased <= 1000000000,
                  row, "leased is \"%s\", it should be a whole number not below 0", leased);
    }
}

/** Stock at a station when the first day begins. A cyclic plan has no given one: it is what the
 * last day leaves, which is the plan's to say. */
static long opening_stock(const PlanRead *plan, const StockBook *book, StationId station) {
    const StockDay *last = stock_book_at(book, station, book->n_days - 1);
    long stock = 0;
    if (!plan->kase->horizon.cyclic) {
        return said_of(book, station)->stock;
    }
    if (last->row > 0 &&
        !cell_count(checked_cell(&plan->tables[TABLE_EQUIPMENT], last->row, STOCK_STOCK), &stock)) {
        return 0;
    }
    return stock;
}

static void check_stock_row(const PlanRead *plan, const StockDay *day) {
    const CheckedTable *table = &plan->tables[TABLE_EQUIPMENT];
    expect_count(table, day->row, STOCK_STOCK, day->stock);
    expect_count(table, day->row, STOCK_TAKEN, day->taken);
    expect_count(table, day->row, STOCK_RETURNED, day->returned);
    expect_count(table, day->row, STOCK_EMPTIES_IN, day->empties_in);
    expect_count(table, day->row, STOCK_EMPTIES_OUT, day->empties_out);
}

/** True where the rows of a station have a price: then it has one on all its days. */
static bool stock_may_be_priced(const PlanRead *plan, const StockBook *book, StationId station) {
    const CheckedTable *table = &plan->tables[TABLE_EQUIPMENT];
    double price = 0;
    for (int i = 0; i < book->n_days; i++) {
        int row = stock_book_at(book, station, i)->row;
        if (row > 0 && cell_number(checked_cell(table, row, STOCK_PRICE), &price, NULL) &&
            price != 0) {
            return true;
        }
    }
    return false;
}

/** @return boxes leased at the station over the whole time */
static long check_days_of(const PlanRead *plan, const StockBook *book, StationId station) {
    const Station *at = &plan->kase->stations[station];
    bool named = stock_terms(book->equipment, station) || book->moves[station] ||
                 stock_may_be_priced(plan, book, station);
    long leased = 0;
    for (int i = 0; i < book->n_days; i++) {
        const StockDay *day = stock_book_at(book, station, i);
        char date[DATE_TEXT_SIZE];
        date_format(plan->kase->horizon.start + i, date);
        STOCK_CHECK(day->stock >= 0, "%s has %ld boxes of %s on %s", at->code, day->stock,
                    type_code(book), date);
        if (named) {
            report_check(plan->report, VERIFY_FILES, day->row > 0, "equipment.csv", 0,
                         "a row of %s at %s on %s is missing", type_code(book), at->code, date);
        }
        if (day->row > 0) {
            check_stock_row(plan, day);
            ROW_CHECK(&plan->tables[TABLE_EQUIPMENT], VERIFY_FILES, named, day->row,
                      "%s neither has %s nor a price of it", at->code, type_code(book));
        }
        leased += day->leased;
    }
    return leased;
}

/** One station: stock, leases, what must stand at the end; adds up what they cost.
 *  @return boxes leased */
static long check_station(const PlanRead *plan, const StockBook *book, StationId station) {
    const EquipmentAt *said = said_of(book, station);
    const Station *at = &plan->kase->stations[station];
    long leased = check_days_of(plan, book, station);
    long end = stock_book_at(book, station, book->n_days - 1)->stock;
    STOCK_CHECK(leased <= said->lease_boxes, "%s leases %ld boxes of %s, it may lease %d", at->code,
                leased, type_code(book), said->lease_boxes);
    STOCK_CHECK(end >= said->end_min, "%s ends with %ld boxes of %s, it must have %d", at->code,
                end, type_code(book), said->end_min);
    VerifyKpi *kpi = &plan->report->kpi;
    kpi->cost_parts.lease += (double)leased * said->lease_cost;
    kpi->cost_parts.end_value -= (double)end * said->end_value;
    for (int i = 0; i < book->n_days; i++) {
        kpi->cost_parts.storage +=
            (double)stock_book_at(book, station, i)->stock * said->storage_cost;
    }
    return leased;
}

/** A cyclic plan owns a fleet: what stands at the turn of the period, and what is away then. */
static void check_fleet(const PlanRead *plan, const StockBook *book, long leased) {
    long fleet = leased, standing = 0;
    for (int i = 0; i < book->equipment->n_at; i++) {
        fleet += book->equipment->at[i].stock;
    }
    for (StationId station = 0; station < plan->kase->n_stations; station++) {
        standing += stock_book_at(book, station, book->n_days - 1)->stock;
    }
    STOCK_CHECK(standing + book->away <= fleet,
                "%ld boxes of %s stand and %ld are away when the period ends, the fleet has %ld",
                standing, type_code(book), book->away, fleet);
}

void verify_equipment(PlanRead *plan) {
    const Case *kase = plan->kase;
    StockBook *books = g_new0(StockBook, (gsize)kase->n_equipment + 1);
    for (int i = 0; i < kase->n_equipment; i++) {
        stock_book_fill(&books[i], plan, i);
    }
    read_stock_rows(plan, books);
    for (int i = 0; i < kase->n_equipment; i++) {
        long leased = 0;
        for (StationId station = 0; station < kase->n_stations; station++) {
            stock_book_carry(&books[i], station, opening_stock(plan, &books[i], station));
            leased += check_station(plan, &books[i], station);
        }
        plan->leased_boxes += leased;
        if (kase->horizon.cyclic) {
            check_fleet(plan, &books[i], leased);
        }
        stock_book_clear(&books[i]);
    }
    g_free(books);
}
