/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Parts of changes.csv. */
#ifndef BANLIE_EXPORT_TABLES_CHANGES_ROWS_H
#define BANLIE_EXPORT_TABLES_CHANGES_ROWS_H

#include <glib.h>

#include "export/tables/plan_csv.h"
#include "export/words/texts.h"

/** Begins a row: what it is about, and how that was and is. */
void changes_put(CsvWriter *csv, const char *kind, const char *id, const char *was,
                 const char *now);

/** Ends it.
 *  @param whom  bookings for which boxes were left behind; "" where none were */
void changes_put_cost(CsvWriter *csv, double cost, const char *reason, const char *whom);

/** Why something that might have stayed did not, and why something could not; to be freed.
 *  @param key  TEXT_WHY_BOX or TEXT_WHY_TRAIN */
char *changes_why_free(Lang lang, double price, TextKey key);
char *changes_why_lost(Lang lang, const Phrase *lost);

/** An itinerary as `TRAIN FROM>TO; FEEDER@DEPARTURE FROM>TO`, of the earlier plan and of this one;
 * to be freed. */
char *changes_itinerary_before(const PlanView *view, const CommittedItinerary *earlier);
char *changes_itinerary_now(const PlanView *view, const Ride *rides, int n_rides);

/** How many more boxes each booking has on each leg than it had, counted when it is first asked
 * for; to be freed, before the view. */
typedef struct ChangedLoads ChangedLoads;
ChangedLoads *changed_loads_new(const PlanView *view);
void changed_loads_free(ChangedLoads *loads);

/** Bookings that have more boxes on the way of an earlier itinerary, by most, at most 5; to be
 * freed. */
char *changes_whom(ChangedLoads *loads, int promise);

#endif
