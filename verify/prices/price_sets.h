/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Prices of wagon sets (车板) of the rake pools, by station and instant. */
#ifndef BANLIE_VERIFY_PRICES_PRICE_SETS_H
#define BANLIE_VERIFY_PRICES_PRICE_SETS_H

#include "verify/prices/price_book.h"

/** Takes the prices of sets, adds what the trains' use of them costs and what those at hand are
 * worth to the bound, and checks that neither sets that stand nor reposition runs earn anything. */
void price_sets_read(const PriceBook *book);

#endif
