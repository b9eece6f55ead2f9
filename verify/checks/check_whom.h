/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  For whom boxes were left behind. */
#ifndef BANLIE_VERIFY_CHECKS_CHECK_WHOM_H
#define BANLIE_VERIFY_CHECKS_CHECK_WHOM_H

#include "verify/read/plan_read.h"

/** How many more boxes of each booking ride on each leg of a train than did in the earlier plan; to
 *  be freed with g_hash_table_unref().
 *  @param train_rows  name → row of trains.csv */
GHashTable *whom_count(const PlanRead *plan, GHashTable *train_rows)
    __attribute__((warn_unused_result));

/** Bookings that have more boxes on some leg of an itinerary of the earlier plan, by most, then by
 *  code: five at most, `;` between them; to be freed.
 *  @param more  of whom_count() */
char *whom_expected(const PlanRead *plan, GHashTable *more, const CommittedItinerary *earlier)
    __attribute__((warn_unused_result, returns_nonnull));

#endif
