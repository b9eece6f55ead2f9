/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A linear program as plain arrays: rows with bounds, columns with objective and bounds, entries.
 * Always maximised. */
#ifndef BANLIE_MODEL_FORMULATION_LP_MODEL_H
#define BANLIE_MODEL_FORMULATION_LP_MODEL_H

#include <stdbool.h>

typedef int RowId;
typedef int ColumnId;

/** What a row says: the constraint groups by their numbers in docs/model.md, (1) to (18). */
typedef enum {
    ROW_TEU,            /**< 1: a train's leg */
    ROW_FLAT_TEU,       /**< 1: a train's leg, boxes that cannot stand on the second level */
    ROW_TONNES,         /**< 2: a train's leg */
    ROW_CLASS_BOXES,    /**< 3: a class on a train's leg */
    ROW_CLASS_PRESENT,  /**< 4: a class on a train's leg */
    ROW_CLASSES_APART,  /**< 4: a pair of classes on a train */
    ROW_SLOT_RUN,       /**< 5 */
    ROW_LINE_WEEK,      /**< 6 */
    ROW_LIFTS,          /**< 7: a station day */
    ROW_TRAINS,         /**< 7: a station day */
    ROW_REGULAR,        /**< 14: a train of a regular line, against that of the first week */
    ROW_FEEDER,         /**< 8: a feeder's day */
    ROW_DEMAND,         /**< 9: a booking */
    ROW_LOAD_FACTOR,    /**< 10: a train, or a line and week, or a line */
    ROW_STOCK,          /**< 11: equipment at a station on a stock day */
    ROW_LEASE,          /**< 11: equipment at a station, boxes leased over all days */
    ROW_FLEET,          /**< 11: equipment in circulation, in a cyclic plan */
    ROW_SETS,           /**< 12: a pool at a station, at the instant of a departure */
    ROW_POOL,           /**< 12: a pool's sets in circulation, in a cyclic plan */
    ROW_BALANCE_TRAINS, /**< 13: a rule and week */
    ROW_BALANCE_TEU,    /**< 13: a rule and week */
    ROW_COMMITMENT,     /**< 15: boxes on an itinerary of an earlier plan: an ItineraryPromise */
    ROW_EMPTIES_KEPT,   /**< 15: empties of a type on a leg of a train that is closed to others */
    ROW_GOAL,           /**< 16: a goal of the objective: held, or what is maximised */
    ROW_SOME_TRAIN,     /**< 17: a load factor above 0, held or to be exceeded */
    ROW_FLOW,           /**< 18: conservation, in the compact model alone, like those below */
    ROW_PART_FLOW,      /**< 22: conservation of a part's itinerary */
    ROW_PART_ARC,       /**< 22: boxes of a part are on its itinerary: a column COLUMN_PART_ARC */
    ROW_PART_ONE,       /**< 22: a part takes one itinerary */
    ROW_PART_LEAST,     /**< 22: and has so many boxes at least */
    ROW_STAY_MOST,      /**< 22: boxes on a promised itinerary, where that is a part */
    ROW_STAY_LEAST,     /**< 22: likewise, at least */
    ROW_PARTS           /**< 22: so many itineraries of a booking, promised ones among them */
} RowGroup;

typedef struct {
    RowGroup group;
    int subject; /**< id of what the row is about: leg, slot run, station day, booking, … */
    int detail;  /**< second id (class, week), -1 where none */
    int further; /**< ROW_CLASSES_APART: the other class; ROW_SETS: minutes since the plan's start;
                    ROW_FLOW and ROW_PART_…: the copy of the flow, 0 where it has but one */
    double lower, upper;
} LpRow;

/** What a column counts. */
typedef enum {
    COLUMN_ITINERARY,  /**< boxes on an itinerary, which the engine knows */
    COLUMN_ARC,        /**< boxes on an arc of the compact model, by its number there */
    COLUMN_TRAIN,      /**< a train runs */
    COLUMN_CLASS,      /**< a train, and a class that is on it */
    COLUMN_STOCK,      /**< equipment at a station at the end of a stock day */
    COLUMN_LEASE,      /**< equipment leased at a station on a stock day */
    COLUMN_SETS,       /**< a row ROW_SETS: sets that stand there after the departure */
    COLUMN_REPOSITION, /**< a reposition run */
    COLUMN_MOVED,      /**< an ItineraryPromise: its boxes that moved */
    COLUMN_PROMISE,    /**< likewise, and a booking: its boxes that stay, in a compact model */
    COLUMN_PART_ARC,   /**< an arc of the compact model: the itinerary of a part goes over it */
    COLUMN_STAY,       /**< an ItineraryPromise, and a booking: its boxes there are a part */
    COLUMN_SHORT       /**< a row ROW_BALANCE_…: by how much it is missed */
} ColumnGroup;

typedef struct {
    double objective;
    double lower, upper;
    bool integer;
    ColumnGroup group;
    int subject; /**< id of what the column is about: arc, train, stock_index(), row, … */
    int detail;  /**< second id (class) */
} LpColumn;

typedef struct {
    RowId row;
    ColumnId column;
    double value;
} LpEntry;

typedef struct {
    LpRow *rows;
    int n_rows, room_rows;
    LpColumn *columns;
    int n_columns, room_columns;
    LpEntry *entries; /**< at most one a row and column, once merged */
    int n_entries, room_entries;
    double constant; /**< added to the objective */
    bool failed;     /**< memory ran out; what was added since is missing */
} LpModel;

/** Adds a row; a number, of no meaning, is returned also where memory ran out (`failed` is set
 * then, and there may be no row at all). */
RowId lp_model_row(LpModel *lp, LpRow row);

/** Adds a column, likewise. */
ColumnId lp_model_column(LpModel *lp, LpColumn column);

/** Adds one entry; zeros are left out. */
void lp_model_entry(LpModel *lp, RowId row, ColumnId column, double value);

/** Sorts the entries by row and column, and adds up those of the same. */
void lp_model_merge(LpModel *lp);

/** Copies a whole model into an empty one; `failed` is set there where memory ran out. */
void lp_model_copy(const LpModel *from, LpModel *to);

/** Objective of a value per column, the constant left out. */
double lp_model_value(const LpModel *lp, const double *primal);

void lp_model_clear(LpModel *lp);

#endif
