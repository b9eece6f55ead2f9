/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The files that `banlie compare -o` writes, and their columns; no files of a plan. */
#ifndef BANLIE_CONFIG_PLAN_FOLDER_COMPARE_COLUMNS_H
#define BANLIE_CONFIG_PLAN_FOLDER_COMPARE_COLUMNS_H

#include "config/plan_folder/plan_files.h"

typedef enum {
    COMPARE_KPI,
    COMPARE_TRAINS,
    COMPARE_BOOKINGS,
    COMPARE_FLOWS,
    COMPARE_PRICES,
    COMPARE_WHY,
    COMPARE_TABLES
} CompareTableId;

/** Of kpi.csv; further plans stand between b and the difference, as b does. */
enum {
    COMPARED_KPI,
    COMPARED_KPI_A,
    COMPARED_KPI_B,
    COMPARED_KPI_DIFFERENCE,
    COMPARED_KPI_PERCENT,
    COMPARED_KPI_COLUMNS
};

/** Of trains.csv. */
enum {
    COMPARED_TRAIN_PLAN,
    COMPARED_TRAIN_LINE,
    COMPARED_TRAIN_WEEK,
    COMPARED_TRAIN_CHANGE,
    COMPARED_TRAIN_A,
    COMPARED_TRAIN_B,
    COMPARED_DEPARTS_A,
    COMPARED_DEPARTS_B,
    COMPARED_SHIFT_HOURS,
    COMPARED_LOADED_TEU_A,
    COMPARED_LOADED_TEU_B,
    COMPARED_MARGIN_A,
    COMPARED_MARGIN_B,
    COMPARED_TRAIN_COLUMNS
};

/** Of bookings.csv. */
enum {
    COMPARED_BOOKING_PLAN,
    COMPARED_BOOKING,
    COMPARED_BOXES_A,
    COMPARED_BOXES_B,
    COMPARED_CARRIED_A,
    COMPARED_CARRIED_B,
    COMPARED_REROUTED,
    COMPARED_BOOKING_CHANGE,
    COMPARED_BOOKING_COLUMNS
};

/** Of flows.csv. */
enum {
    COMPARED_FLOW_PLAN,
    COMPARED_FLOW_MODE,
    COMPARED_FLOW_FROM,
    COMPARED_FLOW_TO,
    COMPARED_TEU_A,
    COMPARED_TEU_B,
    COMPARED_FLOW_COLUMNS
};

/** Of prices.csv. */
enum {
    COMPARED_PRICE_PLAN,
    COMPARED_PRICE_ROW,
    COMPARED_PRICE_A,
    COMPARED_PRICE_B,
    COMPARED_PRICE_COLUMNS
};

/** Of why.csv. */
enum {
    COMPARED_WHY,
    COMPARED_WHY_ALONE,
    COMPARED_WHY_LAST,
    COMPARED_WHY_LOW,
    COMPARED_WHY_HIGH,
    COMPARED_WHY_COLUMNS
};

enum { COMPARED_COLUMNS_MAX = COMPARED_TRAIN_COLUMNS /**< but for kpi.csv of many plans */ };

typedef struct {
    const char *name; /**< of the file within the folder */
    const char *row;  /**< what it has a row for, as in "a row for every …" */
    const PlanColumn *columns;
    int n_columns;
} CompareFile;

const CompareFile *compare_file(CompareTableId id) __attribute__((returns_nonnull));

/** What has become of a train, in the order in which the screen counts them. */
typedef enum { TRAIN_SAME, TRAIN_MOVED, TRAIN_ADDED, TRAIN_DROPPED, N_TRAIN_CHANGES } TrainChange;

/** What has become of a booking, likewise. */
typedef enum {
    BOXES_SAME,
    BOXES_REROUTED,
    BOXES_GAINED,
    BOXES_LOST,
    BOXES_ONLY_A,
    BOXES_ONLY_B,
    N_BOXES_CHANGES
} BoxesChange;

/** Their words in the files, in the order of the lists above; each ends with one of NULL. */
extern const PlanWord compare_train_changes[N_TRAIN_CHANGES + 1];
extern const PlanWord compare_booking_changes[N_BOXES_CHANGES + 1];

/** The mode under which flows.csv has empties. */
extern const char COMPARE_EMPTY_MODE[];

#endif
