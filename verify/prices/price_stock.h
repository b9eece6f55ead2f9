/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Prices of containers of our own, by type, station and day. */
#ifndef BANLIE_VERIFY_PRICES_PRICE_STOCK_H
#define BANLIE_VERIFY_PRICES_PRICE_STOCK_H

#include "verify/prices/price_book.h"

/** Takes the prices of stock, and checks the column that says them. */
void price_stock_read(const PriceBook *book);

/** Adds what stock and leases are worth at them to the bound, and checks what one that stands is.
 */
void price_stock_prove(const PriceBook *book);

/** What a container is worth that joins the stock of a station at an instant. */
double price_of_stock(const PlanRead *plan, int equipment, StationId station, Minute at);

#endif
