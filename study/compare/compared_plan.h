/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A written plan as it is compared: what its files say of trains, boxes, flows and prices. */
#ifndef BANLIE_STUDY_COMPARE_COMPARED_PLAN_H
#define BANLIE_STUDY_COMPARE_COMPARED_PLAN_H

#include <glib.h>

#include "base/zone.h"
#include "config/plan_folder/plan_table.h"

/* Texts are owned by the plan. */

/** A figure of summary.json. */
typedef struct {
    const char *name; /**< `objective`, `cost_parts_train` */
    double value;     /**< NAN where there is none */
} ComparedFigure;

/** What the plan was made from. */
typedef struct {
    const char *name;  /**< `scenario`, `horizon.start` */
    const char *value; /**< empty where there is none */
} ComparedInput;

/** A train that runs. */
typedef struct {
    const char *name, *line;
    const char *slots; /**< its slot runs in order, `;` between them */
    const char *first_slot;
    const char *departs; /**< as the file has it */
    Minute departs_at;
    int week;
    double loaded_teu; /**< averaged over its km; NAN where it has none */
    double margin;     /**< currency of the case */
} ComparedTrain;

typedef struct {
    const char *code;
    int boxes, carried; /**< of all tiers */
} ComparedBooking;

/** Boxes of a booking that take one way; those of tiers, and of rows that say the same, together.
 */
typedef struct {
    const char *booking;
    const char *way; /**< the same text for the same trains, stations and feeder departures */
    int boxes;
} ComparedItinerary;

/** What moves between two stations by one mode. */
typedef struct {
    const char *mode, *from, *to;
    double teu;
} ComparedFlow;

typedef struct {
    const char *row;
    double price;
} ComparedPrice;

typedef struct {
    const char *dir;
    GArray *figures;     /**< ComparedFigure, in the order of summary.json */
    GArray *inputs;      /**< ComparedInput */
    GArray *trains;      /**< ComparedTrain, as the file has them */
    GArray *bookings;    /**< ComparedBooking, by code; here and below by bytes */
    GArray *itineraries; /**< ComparedItinerary, by booking and way */
    GArray *flows;       /**< ComparedFlow, by mode, from and to */
    GArray *prices;      /**< ComparedPrice, by row */
    char *priced;        /**< header of prices.csv; NULL where there is no such file */
    const char *file;    /**< that cannot be read; NULL: all could */
    CsvError error;      /**< why */
    PlanTable tables[PLAN_TABLES];
    bool read[PLAN_TABLES];
    GStringChunk *texts; /**< that are no cells */
} ComparedPlan;

#endif
