/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The CSV files of a plan as tables, and what each of their cells has to say. */
#ifndef BANLIE_VERIFY_READ_PLAN_TABLE_H
#define BANLIE_VERIFY_READ_PLAN_TABLE_H

#include <glib.h>

#include "base/csv.h"
#include "config/case.h"
#include "verify/report.h"

typedef enum {
    TABLE_TRAINS,
    TABLE_TIMETABLE,
    TABLE_ALLOCATIONS,
    TABLE_LEGS,
    TABLE_BOOKINGS,
    TABLE_BALANCE,
    TABLE_CAPACITY,
    TABLE_STATIONS,
    TABLE_EMPTIES,
    TABLE_EQUIPMENT,
    TABLE_RAKES,
    TABLE_SLOTS,
    TABLE_FEEDERS,
    TABLE_PRICES,
    PLAN_TABLES
} TableId;

/** Columns, in the order of the files. */
enum {
    TRAIN_NAME,
    TRAIN_LINE,
    TRAIN_DIRECTION,
    TRAIN_WEEK,
    TRAIN_RUNS,
    TRAIN_DEPARTS,
    TRAIN_ARRIVES,
    TRAIN_TRANSIT_HOURS,
    TRAIN_SLOTS,
    TRAIN_OFFERED_TEU_KM,
    TRAIN_LOADED_TEU_KM,
    TRAIN_LOAD_FACTOR,
    TRAIN_LOADED_BOXES,
    TRAIN_EMPTY_BOXES,
    TRAIN_COST,
    TRAIN_REVENUE,
    TRAIN_MARGIN
};
enum {
    STOP_TRAIN,
    STOP_SEQ,
    STOP_STATION,
    STOP_STATION_EN,
    STOP_STATION_ZH,
    STOP_COUNTRY,
    STOP_ARRIVES,
    STOP_DEPARTS,
    STOP_ARRIVES_BEIJING,
    STOP_DEPARTS_BEIJING,
    STOP_DWELL_HOURS,
    STOP_DAY,
    STOP_SLOT,
    STOP_KM,
    STOP_GAUGE_BREAK
};
enum {
    ALLOCATION_BOOKING,
    ALLOCATION_ITINERARY,
    ALLOCATION_BOXES,
    ALLOCATION_FROM,
    ALLOCATION_TO,
    ALLOCATION_DEPARTS,
    ALLOCATION_ARRIVES,
    ALLOCATION_TRANSIT_HOURS,
    ALLOCATION_LATE_HOURS,
    ALLOCATION_REVENUE,
    ALLOCATION_COST,
    ALLOCATION_MARGIN
};
enum {
    LEG_BOOKING,
    LEG_ITINERARY,
    LEG_SEQ,
    LEG_MODE,
    LEG_TRAIN,
    LEG_SLOT,
    LEG_FROM,
    LEG_TO,
    LEG_DEPARTS,
    LEG_ARRIVES,
    LEG_BOXES,
    LEG_TEU,
    LEG_TONNES,
    LEG_COST
};
enum {
    BOOKING_CODE,
    BOOKING_BOXES,
    BOOKING_CARRIED,
    BOOKING_UNSERVED,
    BOOKING_REASON,
    BOOKING_FLOOR_PRICE,
    BOOKING_OPPORTUNITY_COST
};
enum {
    BALANCE_RULE,
    BALANCE_PERIOD,
    BALANCE_OUTBOUND_TRAINS,
    BALANCE_RETURN_TRAINS,
    BALANCE_TRAIN_RATIO,
    BALANCE_OUTBOUND_TEU,
    BALANCE_RETURN_TEU,
    BALANCE_TEU_RATIO,
    BALANCE_SHORT_TRAINS,
    BALANCE_SHORT_TEU,
    BALANCE_PENALTY
};
enum {
    CAPACITY_TRAIN,
    CAPACITY_LEG,
    CAPACITY_SLOT,
    CAPACITY_FROM,
    CAPACITY_TO,
    CAPACITY_OFFERED_TEU,
    CAPACITY_LOADED_TEU,
    CAPACITY_EMPTY_TEU,
    CAPACITY_TONNES,
    CAPACITY_LIMIT_TONNES,
    CAPACITY_PRICE_PER_TEU,
    CAPACITY_PRICE_PER_TONNE
};
enum {
    DAY_STATION,
    DAY_DATE,
    DAY_LIFTS,
    DAY_LIFTS_LIMIT,
    DAY_LIFT_PRICE,
    DAY_TRAINS,
    DAY_TRAINS_LIMIT
};
enum {
    EMPTY_CONTAINER,
    EMPTY_MOVE,
    EMPTY_SEQ,
    EMPTY_MODE,
    EMPTY_TRAIN,
    EMPTY_FROM,
    EMPTY_TO,
    EMPTY_DEPARTS,
    EMPTY_ARRIVES,
    EMPTY_BOXES,
    EMPTY_COST
};
enum {
    STOCK_CONTAINER,
    STOCK_STATION,
    STOCK_DAY,
    STOCK_STOCK,
    STOCK_TAKEN,
    STOCK_RETURNED,
    STOCK_EMPTIES_IN,
    STOCK_EMPTIES_OUT,
    STOCK_LEASED,
    STOCK_PRICE
};
enum { RAKE_POOL, RAKE_STATION, RAKE_AT, RAKE_TRAIN, RAKE_CHANGE, RAKE_SETS };
enum { FEEDER_CODE, FEEDER_DAY, FEEDER_BOXES, FEEDER_BOXES_LIMIT, FEEDER_PRICE };
enum { PRICE_RULE, PRICE_OF, PRICE_PART, PRICE_CARGO, PRICE_OTHER_CARGO, PRICE_PRICE };
enum { SLOT_RUN, SLOT_DEPARTS, SLOT_TRAINS, SLOT_TRAINS_LIMIT, SLOT_PRICE };

typedef struct {
    const char *file; /**< name within the plan folder */
    CsvTable csv;
    VerifyReport *report;
} PlanTable;

/** Opens one file of the plan and checks its header.
 *  @return false where it is no use: unreadable or of other columns (the report says so) */
bool plan_table_read(PlanTable *table, TableId id, const char *dir, VerifyReport *report)
    __attribute__((warn_unused_result));

/** What the row says in this column; rows from 1, row 0 is the header. */
const char *plan_table_cell(const PlanTable *table, int row, int column)
    __attribute__((returns_nonnull));

/** Row by the cells of two columns (or of one: `second` < 0); a key twice is a violation.
 *  @return table from `first␟second` to row + 0 as pointer, to be freed with g_hash_table_unref()
 */
GHashTable *plan_table_index(const PlanTable *table, int first, int second);

/** The row with this key, 0 where there is none. */
int plan_table_find(GHashTable *index, const char *first, const char *second);

/** Checks of a rule that concern one row. */
#define ROW_CHECK(table, group, holds, row, ...)                                                   \
    report_check((table)->report, (group), (holds), (table)->file, (row) + 1, __VA_ARGS__)

#endif
