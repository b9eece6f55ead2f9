/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads prices.csv, and hands its rows out by name. */
#include "verify/prices/price_book.h"

#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

#include "verify/prices/prices.h"
#include "verify/read/expect.h"

#define PRICE_CHECK(holds, row, ...)                                                               \
    ROW_CHECK(&plan->tables[TABLE_PRICES], VERIFY_PRICES, (holds), (row), __VA_ARGS__)

enum {
    NAME_LONGEST = 96,
    NAME_KEPT = 79 /**< of a longer one; then `~` and its hash */
};

/** FNV-1a, 64 bits. */
static uint64_t text_hash(const char *text) {
    uint64_t hash = UINT64_C(14695981039346656037);
    while (*text != '\0') {
        hash ^= (unsigned char)*text++;
        hash *= UINT64_C(1099511628211);
    }
    return hash;
}

static char *row_name(const char *format, va_list arguments) {
    char *name = g_strdup_vprintf(format, arguments);
    if (strlen(name) > NAME_LONGEST) {
        char *cut = g_strdup_printf("%.*s~%016" PRIx64, NAME_KEPT, name, text_hash(name));
        g_free(name);
        return cut;
    }
    return name;
}

static void read_booked_row(PriceBook *book, int row, const char *before) {
    const PlanRead *plan = book->plan;
    const CheckedTable *table = &plan->tables[TABLE_PRICES];
    const char *name = checked_cell(table, row, PRICE_ROW);
    const char *cell = checked_cell(table, row, PRICE_PRICE);
    double price = 0;
    PRICE_CHECK(strcmp(before, name) < 0, row, "rows have to stand in order of their names");
    if (!PRICE_CHECK(cell_number(cell, &price, NULL) && price != 0, row,
                     "price is \"%s\", it should be a number other than 0", cell) ||
        !PRICE_CHECK(!plan->prices.missing, row, "summary.json says that the plan has no prices")) {
        return;
    }
    BookedRow *booked = g_new0(BookedRow, 1);
    *booked = (BookedRow){.row = row, .price = price};
    g_hash_table_insert(book->rows, (gpointer)name, booked);
}

PriceBook price_book_open(PlanRead *plan) {
    PriceBook book = {.plan = plan,
                      .rows = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free),
                      .codes = row_codes_new(plan)};
    const CheckedTable *table = &plan->tables[TABLE_PRICES];
    for (int row = 1; row < table->n_rows; row++) {
        read_booked_row(&book, row, row > 1 ? checked_cell(table, row - 1, PRICE_ROW) : "");
    }
    return book;
}

static gint compare_booked(gconstpointer a, gconstpointer b) {
    const BookedRow *one = *(const BookedRow *const *)a, *other = *(const BookedRow *const *)b;
    return one->row - other->row;
}

void price_book_close(PriceBook *book) {
    PlanRead *plan = book->plan;
    GPtrArray *unknown = g_ptr_array_new();
    GHashTableIter iter;
    gpointer row;
    g_hash_table_iter_init(&iter, book->rows);
    while (g_hash_table_iter_next(&iter, NULL, &row)) {
        if (!((BookedRow *)row)->asked) {
            g_ptr_array_add(unknown, row);
        }
    }
    g_ptr_array_sort(unknown, compare_booked);
    for (guint i = 0; i < unknown->len; i++) {
        const BookedRow *booked = g_ptr_array_index(unknown, i);
        PRICE_CHECK(false, booked->row, "no row \"%s\" can have a price",
                    checked_cell(&plan->tables[TABLE_PRICES], booked->row, PRICE_ROW));
    }
    g_ptr_array_unref(unknown);
    g_hash_table_unref(book->rows);
    row_codes_clear(&book->codes);
}

static BookedRow *find_booked(const PriceBook *book, const char *format, va_list arguments) {
    g_autofree char *name = row_name(format, arguments);
    BookedRow *row = g_hash_table_lookup(book->rows, name);
    if (row) {
        row->asked = true;
    }
    return row;
}

BookedRow *price_book_find(const PriceBook *book, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    BookedRow *row = find_booked(book, format, arguments);
    va_end(arguments);
    return row;
}

double price_book_take(const PriceBook *book, PriceSign sign, const char *format, ...) {
    const PlanRead *plan = book->plan;
    va_list arguments;
    va_start(arguments, format);
    const BookedRow *row = find_booked(book, format, arguments);
    va_end(arguments);
    if (!row) {
        return 0;
    }
    PRICE_CHECK(sign == SIGN_ANY || (sign == SIGN_LIMIT) == (row->price > 0), row->row,
                "a price of %.6f has the wrong sign", row->price);
    return row->price;
}

void price_book_expect(const PriceBook *book, double expected, const char *format, ...) {
    const PlanRead *plan = book->plan;
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *name = row_name(format, arguments);
    va_end(arguments);
    BookedRow *row = g_hash_table_lookup(book->rows, name);
    const double price = row ? row->price : 0;
    report_check(plan->report, VERIFY_PRICES, fabs(price - expected) <= price_slack(plan),
                 "prices.csv", row ? row->row + 1 : 0, "%s has a price of %.6f, it should be %.6f",
                 name, price, expected);
    if (row) {
        row->asked = true;
    }
}

const char *price_book_train(const PriceBook *book, const PlanTrain *train) {
    const char *code = book->codes.trains[train - book->plan->trains];
    return code ? code : "";
}

char *price_book_leg(const PriceBook *book, const PlanTrain *train, int leg) {
    int number = 0;
    for (int i = 0; i <= leg; i++) {
        number += !train->legs[i].closed;
    }
    return g_strdup_printf("%s,%d", price_book_train(book, train), number);
}
