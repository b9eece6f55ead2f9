/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Prices of the limits that have columns for them: TEU and tonnes of legs, lifts, feeders, stock.
 */
#ifndef BANLIE_VERIFY_PRICES_PRICE_LIMITS_H
#define BANLIE_VERIFY_PRICES_PRICE_LIMITS_H

#include "verify/read/plan_read.h"

/** Reads the prices of train legs, station days, feeder days and stock, and adds what the limits
 * are worth to the bound. */
void price_limits_read(PlanRead *plan);

/** Adds what stock and leases are worth at its prices, which have to be all read. */
void price_stock_prove(PlanRead *plan);

/** Price of a lift at a station, of a feeder's place, on the day of an instant there. */
double price_of_lift(const PlanRead *plan, StationId station, Minute at);
double price_of_feeder(const PlanRead *plan, int feeder, Minute at);

/** What a container is worth that joins the stock of a station at an instant. */
double price_of_stock(const PlanRead *plan, int equipment, StationId station, Minute at);

#endif
