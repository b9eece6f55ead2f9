/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What the rows of carried_over.csv come to in a case: what they change of it, and what of them is
 *  laid down beside it in Case.carried. */
#ifndef BANLIE_CONFIG_ROLLING_CARRIED_CASE_H
#define BANLIE_CONFIG_ROLLING_CARRIED_CASE_H

#include "config/rolling/rolling.h"

/** Lays bookings, containers and wagon sets of the case down in Case.listed, as it lists them. */
void listed_keep(Case *kase);

/** Things of the case by their codes, -1 where it has none. */
int carried_station(const Case *kase, const char *code);
int carried_container(const Case *kase, const char *code);

/** What stands at stations takes the place of `stock` in the case.
 *  @param stocks  Standing */
void carried_set_stocks(const EarlierFolder *folder, const GArray *stocks);

/** Likewise of `sets`. */
void carried_set_sets(const EarlierFolder *folder, const GArray *sets);

/** Takes gone boxes off the bookings. */
void carried_bookings(const EarlierFolder *folder);

/** Boxes that come back to stocks, and leases that are used up. */
void carried_returns(const EarlierFolder *folder);

/** Wagon sets that leave and join later on. */
void carried_sets(const EarlierFolder *folder);

/** Gone trains with their legs, and the days that they use. */
void carried_trains(const EarlierFolder *folder);

/** Gone boxes and empties on legs that are not over. Needs Commitments.earlier_trains, of which
 *  those that carry any are marked. */
void carried_loads(const EarlierFolder *folder);

/** What gone trains, boxes and empties use up of days that are not over. */
void carried_days(const EarlierFolder *folder);

#endif
