/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Prices of the rules that no other file has a column for. */
#ifndef BANLIE_VERIFY_PRICES_PRICE_RULES_H
#define BANLIE_VERIFY_PRICES_PRICE_RULES_H

#include "verify/prices/price_book.h"

/** Takes the prices of rules of classes, load factors, balance and promises, and adds what they are
 * worth to the bound. */
void price_rules_read(const PriceBook *book);

#endif
