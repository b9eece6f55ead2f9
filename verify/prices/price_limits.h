/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Prices of the limits that have columns for them, too: TEU and tonnes of legs, lifts, feeders. */
#ifndef BANLIE_VERIFY_PRICES_PRICE_LIMITS_H
#define BANLIE_VERIFY_PRICES_PRICE_LIMITS_H

#include "verify/prices/price_book.h"

/** Takes the prices of train legs, station days and feeder days, checks the columns that say them,
 * and adds what the limits are worth to the bound. */
void price_limits_read(const PriceBook *book);

/** Price of a lift at a station, of a feeder's place, on the day of an instant there. */
double price_of_lift(const PlanRead *plan, StationId station, Minute at);
double price_of_feeder(const PlanRead *plan, int feeder, Minute at);

#endif
