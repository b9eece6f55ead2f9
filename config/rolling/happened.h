/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What really happened since an earlier plan began, where that differs from it. */
#ifndef BANLIE_CONFIG_ROLLING_HAPPENED_H
#define BANLIE_CONFIG_ROLLING_HAPPENED_H

#include <glib.h>

#include "config/rolling/earlier_file.h"

typedef enum { HAPPENED_BOX, HAPPENED_TRAIN, HAPPENED_STOCK, HAPPENED_SETS } HappenedKind;

/** A row of the file. */
typedef struct {
    HappenedKind kind;
    char *id;        /**< booking; train; CONTAINER@STATION; POOL@STATION */
    char *itinerary; /**< of a booking */
    int boxes;       /**< that left; of a train 0; that are counted */
    Place place;
    bool found; /**< the earlier plan, or the case, has such a thing */
} Happened;

/** Reads Commitments.happened; nothing where none is named. False, with errors, where it is at
 * fault.
 *  @param rows  Happened; to be freed with g_array_free() */
bool happened_read(const EarlierFolder *folder, GArray *rows) __attribute__((warn_unused_result));

/** An array for happened_read(). */
GArray *happened_new(void) __attribute__((warn_unused_result));

/** The row about this thing, which is noted as found; NULL where there is none.
 *  @param itinerary  NULL but for boxes */
const Happened *happened_find(GArray *rows, HappenedKind kind, const char *id,
                              const char *itinerary);

/** Tells of rows that are about nothing. */
void happened_check(const EarlierFolder *folder, const GArray *rows);

#endif
