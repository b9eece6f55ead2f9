/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The columns of a plan's CSV files, in the order in which they stand there. */
#ifndef BANLIE_CONFIG_PLAN_FOLDER_PLAN_COLUMNS_H
#define BANLIE_CONFIG_PLAN_FOLDER_PLAN_COLUMNS_H

#include "config/plan_folder/plan_words.h"

/** What a cell holds, and how it is written. */
typedef enum {
    COLUMN_TEXT,
    COLUMN_FLAG,     /**< `true` or `false` */
    COLUMN_COUNT,    /**< whole number */
    COLUMN_INSTANT,  /**< local, with its offset: `2026-12-01T04:30+08:00` */
    COLUMN_DATE,     /**< `2026-12-01` */
    COLUMN_MONEY,    /**< currency of the case, 2 decimals */
    COLUMN_TEU_KM,   /**< 1 decimal */
    COLUMN_RATIO,    /**< 6 decimals */
    COLUMN_HOURS,    /**< at most 2 decimals */
    COLUMN_DAY,      /**< of a journey: `D+3` */
    COLUMN_TIERS,    /**< money, of each tier, `;` between them */
    COLUMN_PRICE,    /**< currency of the case per `unit`, 6 decimals */
    COLUMN_EXACT,    /**< currency of the case, 17 significant digits */
    COLUMN_QUANTITY, /**< in `unit`, at most 6 decimals, none that are 0 at the end */
    COLUMN_NUMBER    /**< of a unit that the row tells, with the decimals that it has */
} ColumnKind;

typedef struct {
    const char *name; /**< in the header */
    const char *zh;   /**< likewise, with `--headings zh` */
    ColumnKind kind;
    const char *doc;       /**< what it says, in one sentence for planners */
    const char *unit;      /**< of a price or a quantity, else NULL */
    const char *empty;     /**< where the cell is empty, as in "empty …"; NULL: nowhere */
    const PlanWord *words; /**< all that it may be, ended by one of NULL; NULL: other than words */
} PlanColumn;

/** Of trains.csv. */
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
    TRAIN_MARGIN,
    TRAIN_LINE_EN,
    TRAIN_LINE_ZH,
    TRAIN_ORIGIN,
    TRAIN_DESTINATION,
    TRAIN_COLUMNS
};
extern const PlanColumn train_columns[TRAIN_COLUMNS];

/** Of timetable.csv. */
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
    STOP_GAUGE_BREAK,
    STOP_COLUMNS
};
extern const PlanColumn stop_columns[STOP_COLUMNS];

/** Of capacity.csv. */
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
    CAPACITY_PRICE_PER_TONNE,
    CAPACITY_COLUMNS
};
extern const PlanColumn capacity_columns[CAPACITY_COLUMNS];

/** Of stations.csv. */
enum {
    DAY_STATION,
    DAY_DATE,
    DAY_LIFTS,
    DAY_LIFTS_LIMIT,
    DAY_LIFT_PRICE,
    DAY_TRAINS,
    DAY_TRAINS_LIMIT,
    DAY_COLUMNS
};
extern const PlanColumn day_columns[DAY_COLUMNS];

/** Of slots.csv. */
enum { SLOT_RUN, SLOT_DEPARTS, SLOT_TRAINS, SLOT_TRAINS_LIMIT, SLOT_PRICE, SLOT_COLUMNS };
extern const PlanColumn slot_columns[SLOT_COLUMNS];

/** Of rakes.csv. */
enum { RAKE_POOL, RAKE_STATION, RAKE_AT, RAKE_TRAIN, RAKE_CHANGE, RAKE_SETS, RAKE_COLUMNS };
extern const PlanColumn rake_columns[RAKE_COLUMNS];

/** Of balance.csv. */
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
    BALANCE_PENALTY,
    BALANCE_COLUMNS
};
extern const PlanColumn balance_columns[BALANCE_COLUMNS];

/** Of allocations.csv. */
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
    ALLOCATION_MARGIN,
    ALLOCATION_TRAINS,
    ALLOCATION_CONTAINER,
    ALLOCATION_CARGO,
    ALLOCATION_CUSTOMER,
    ALLOCATION_REMARK,
    ALLOCATION_TAKEN,
    ALLOCATION_RETURNED,
    ALLOCATION_COLUMNS
};
extern const PlanColumn allocation_columns[ALLOCATION_COLUMNS];

/** Of legs.csv. */
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
    LEG_COST,
    LEG_CUSTOMER,
    LEG_REMARK,
    LEG_COLUMNS
};
extern const PlanColumn leg_columns[LEG_COLUMNS];

/** Of bookings.csv. */
enum {
    BOOKING_CODE,
    BOOKING_BOXES,
    BOOKING_CARRIED,
    BOOKING_UNSERVED,
    BOOKING_REASON,
    BOOKING_FLOOR_PRICE,
    BOOKING_OPPORTUNITY_COST,
    BOOKING_FROM,
    BOOKING_TO,
    BOOKING_CONTAINER,
    BOOKING_CARGO,
    BOOKING_REVENUE,
    BOOKING_READY,
    BOOKING_DUE,
    BOOKING_PARTS,
    BOOKING_CUSTOMER,
    BOOKING_REMARK,
    BOOKING_CARRIED_BEFORE,
    BOOKING_COLUMNS
};
extern const PlanColumn booking_columns[BOOKING_COLUMNS];

/** Of empties.csv. */
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
    EMPTY_COST,
    EMPTY_COLUMNS
};
extern const PlanColumn empty_columns[EMPTY_COLUMNS];

/** Of equipment.csv. */
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
    STOCK_PRICE,
    STOCK_COLUMNS
};
extern const PlanColumn stock_columns[STOCK_COLUMNS];

/** Of feeders.csv. */
enum { FEEDER_CODE, FEEDER_DAY, FEEDER_BOXES, FEEDER_BOXES_LIMIT, FEEDER_PRICE, FEEDER_COLUMNS };
extern const PlanColumn feeder_columns[FEEDER_COLUMNS];

/** Of prices.csv. */
enum { PRICE_ROW, PRICE_PRICE, PRICE_COLUMNS };
extern const PlanColumn price_columns[PRICE_COLUMNS];

/** Of changes.csv. */
enum {
    CHANGE_KIND,
    CHANGE_ID,
    CHANGE_WAS,
    CHANGE_NOW,
    CHANGE_BOXES,
    CHANGE_COST,
    CHANGE_REASON,
    CHANGE_FOR,
    CHANGE_COLUMNS
};
extern const PlanColumn change_columns[CHANGE_COLUMNS];

/** Of lines.csv. */
enum {
    LINE_CODE,
    LINE_DIRECTION,
    LINE_WEEK,
    LINE_TRAINS,
    LINE_OFFERED_TEU,
    LINE_LOADED_TEU,
    LINE_LOAD_FACTOR,
    LINE_BOXES,
    LINE_EMPTIES,
    LINE_COST,
    LINE_REVENUE,
    LINE_MARGIN,
    LINE_COLUMNS
};
extern const PlanColumn line_columns[LINE_COLUMNS];

/** Of money.csv. */
enum { MONEY_PART, MONEY_LINE, MONEY_AMOUNT, MONEY_COLUMNS };
extern const PlanColumn money_columns[MONEY_COLUMNS];

/** Of carried_over.csv. */
enum {
    CARRY_KIND,
    CARRY_ID,
    CARRY_ITINERARY,
    CARRY_SEQ,
    CARRY_MODE,
    CARRY_TRAIN,
    CARRY_SLOT,
    CARRY_CONTAINER,
    CARRY_CARGO,
    CARRY_FROM,
    CARRY_TO,
    CARRY_DEPARTS,
    CARRY_ARRIVES,
    CARRY_BOXES,
    CARRY_TEU,
    CARRY_TONNES,
    CARRY_REVENUE,
    CARRY_COLUMNS
};
extern const PlanColumn carry_columns[CARRY_COLUMNS];

#endif
