/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  An earlier plan rolled on: what of it has happened by the start of this case's horizon, as rows
 *  of carried_over.csv, and what stands in stocks then (docs/reference/rolling.md). Each file of
 * the plan has a source here; roll.c calls them. */
#ifndef BANLIE_CONFIG_ROLLING_ROLLING_H
#define BANLIE_CONFIG_ROLLING_ROLLING_H

#include <glib.h>

#include "config/rolling/happened.h"

/** A change of a stock by something gone, before the horizon begins. */
typedef struct {
    const char *container, *station;
    int change;
} GoneMove;

/** What stands at a station as the horizon begins. */
typedef struct {
    const char *what; /**< container type, or pool */
    const char *station;
    int count;
    int undone; /**< of wagon sets: changes by trains that did not run */
} Standing;

/** Work in hand. */
typedef struct {
    EarlierFolder folder;
    Minute start;           /**< S: 00:00 of the case's first day */
    Date first_day;         /**< that day, in the horizon's zone */
    Date earlier_first_day; /**< first day of the earlier plan */
    GArray *before;         /**< CarriedRow: the earlier plan's own carried_over.csv */
    GArray *rows;           /**< CarriedRow: as this plan begins */
    GHashTable *gone;       /**< names of gone trains */
    GHashTable *stayed;     /**< names of trains that did not run */
    bool *found;            /**< per Commitments.facts: the earlier plan has such a thing */
    GArray *moves;          /**< GoneMove */
    GArray *stocks;         /**< Standing: containers */
    GArray *sets;           /**< Standing: wagon sets */
} Rolling;

/** A row of this kind, everything else empty. */
CarriedRow carried_row(CarriedKind kind);

/** Keeps legs of gone things that come in later than a day before the start: what counts still on
 *  days that are not over. */
static inline bool rolling_keeps(const Rolling *rolling, Minute last_arrival) {
    return last_arrival > rolling->start - MINUTES_PER_DAY;
}

/** The end of a group: index behind its last row. */
guint carried_group_end(const GArray *rows, guint first);

/** Puts rows together that are of one itinerary or train, by kind and id; each group's by place. */
void carried_group(GArray *rows);

/** Adds boxes to the row that tells of the same thing, or the row itself. */
void rolling_sum(Rolling *rolling, const CarriedRow *row);

/* Each reads its file, and adds rows; false where that is at fault, which is told. */

bool roll_before(Rolling *rolling) __attribute__((warn_unused_result));
bool roll_trains(Rolling *rolling) __attribute__((warn_unused_result));
bool roll_boxes(Rolling *rolling) __attribute__((warn_unused_result));
bool roll_empties(Rolling *rolling) __attribute__((warn_unused_result));
bool roll_stock(Rolling *rolling) __attribute__((warn_unused_result));
bool roll_sets(Rolling *rolling) __attribute__((warn_unused_result));

#endif
