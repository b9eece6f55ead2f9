/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What is not as in the earlier plan, while it is found out, and the file that has to say so. */
#ifndef BANLIE_VERIFY_CHECKS_CHECK_CHANGES_H
#define BANLIE_VERIFY_CHECKS_CHECK_CHANGES_H

#include "verify/read/plan_read.h"

/** A row that changes.csv has to have. */
typedef struct {
    long boxes;  /**< 0: an empty cell */
    double cost; /**< of a train; of one box */
    bool seen;
    const CommittedItinerary *earlier; /**< of boxes that left it; else NULL */
} WantedChange;

typedef struct {
    PlanRead *plan;
    const Commitments *committed;
    GHashTable *train_rows;  /**< name → row of trains.csv */
    GHashTable *itineraries; /**< booking and itinerary by its slot runs → ItineraryUse */
    GHashTable *changes; /**< kind, id, was, now (of boxes: what, and the way) → WantedChange */
    GHashTable *running, *before; /**< chains that run now, and did, by promise_key() */
    GHashTable *words;            /**< id and reason of rows so far */
    GHashTable *more;             /**< whom_count() */
} CommitmentCheck;

/** Reads changes.csv and holds it against what was found. */
void verify_changes(CommitmentCheck *check, const char *dir);

#endif
