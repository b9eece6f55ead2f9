/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands of containers as this plan begins: by the earlier plan's equipment.csv what stood
 * when that began, and what has come and gone since. */
#include <string.h>

#include "config/rolling/rolling.h"

static const int STOCK_READ[] = {
    STOCK_CONTAINER, STOCK_STATION,    STOCK_DAY,         STOCK_STOCK,  STOCK_TAKEN,
    STOCK_RETURNED,  STOCK_EMPTIES_IN, STOCK_EMPTIES_OUT, STOCK_LEASED, -1};

/** Numbers of one row. */
typedef struct {
    Date day;
    int stock, taken, returned, in, out, leased;
} StockRow;

static bool read_stock_row(const EarlierFolder *folder, const EarlierFile *file, int at,
                           StockRow *row) {
    return earlier_date(folder, (Cell){file, at, STOCK_DAY}, &row->day) &&
           earlier_count(folder, (Cell){file, at, STOCK_STOCK}, INT_MIN, &row->stock) &&
           earlier_count(folder, (Cell){file, at, STOCK_TAKEN}, 0, &row->taken) &&
           earlier_count(folder, (Cell){file, at, STOCK_RETURNED}, 0, &row->returned) &&
           earlier_count(folder, (Cell){file, at, STOCK_EMPTIES_IN}, 0, &row->in) &&
           earlier_count(folder, (Cell){file, at, STOCK_EMPTIES_OUT}, 0, &row->out) &&
           earlier_count(folder, (Cell){file, at, STOCK_LEASED}, 0, &row->leased);
}

static Standing *standing_of(Rolling *rolling, const char *container, const char *station) {
    for (guint i = 0; i < rolling->stocks->len; i++) {
        Standing *standing = &g_array_index(rolling->stocks, Standing, i);
        if (strcmp(standing->what, container) == 0 && strcmp(standing->station, station) == 0) {
            return standing;
        }
    }
    return NULL;
}

static void add_earlier_lease(Rolling *rolling, const char *container, const char *station,
                              int boxes) {
    CarriedRow row = carried_row(CARRIED_LEASE);
    row.container = container;
    row.to = station;
    row.boxes = boxes;
    if (boxes > 0) {
        rolling_sum(rolling, &row);
    }
}

/** A row of a day: the first of its type and station says what stood before it. */
static bool roll_stock_row(Rolling *rolling, const EarlierFile *file, int at) {
    StockRow row;
    if (!read_stock_row(&rolling->folder, file, at, &row)) {
        return false;
    }
    const char *container = earlier_keep(&rolling->folder, (Cell){file, at, STOCK_CONTAINER});
    const char *station = earlier_keep(&rolling->folder, (Cell){file, at, STOCK_STATION});
    Standing *standing = standing_of(rolling, container, station);
    if (standing == NULL) {
        Standing first = {container, station,
                          row.stock + row.taken + row.out - row.returned - row.in - row.leased, 0};
        g_array_append_val(rolling->stocks, first);
        standing = &g_array_index(rolling->stocks, Standing, rolling->stocks->len - 1);
    }
    if (row.day < rolling->first_day) {
        standing->count += row.leased;
        add_earlier_lease(rolling, container, station, row.leased);
    }
    return true;
}

static void settle_moves(Rolling *rolling) {
    for (guint i = 0; i < rolling->moves->len; i++) {
        const GoneMove *move = &g_array_index(rolling->moves, GoneMove, i);
        Standing *standing = standing_of(rolling, move->container, move->station);
        if (standing != NULL) {
            standing->count += move->change;
        }
    }
}

bool roll_stock(Rolling *rolling) {
    EarlierFile file;
    bool ok = earlier_file_open(&rolling->folder, &file, TABLE_EQUIPMENT, STOCK_READ);
    for (guint i = 0; i < rolling->before->len && ok; i++) {
        const CarriedRow *row = &g_array_index(rolling->before, CarriedRow, i);
        if (row->kind == CARRIED_LEASE) {
            add_earlier_lease(rolling, row->container, row->to, row->boxes);
        }
    }
    for (int at = 1; ok && at < file.table.csv.n_rows; at++) {
        ok = roll_stock_row(rolling, &file, at);
    }
    if (ok) {
        settle_moves(rolling);
    }
    plan_table_free(&file.table);
    return ok;
}
