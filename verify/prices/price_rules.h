/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Prices of the rules that have no column for them: prices.csv. */
#ifndef BANLIE_VERIFY_PRICES_PRICE_RULES_H
#define BANLIE_VERIFY_PRICES_PRICE_RULES_H

#include "verify/read/plan_read.h"

/** Reads prices.csv, and adds what its rules are worth to the bound. The limits have to be read
 * before, see price_limits_read(). */
void price_rules_read(PlanRead *plan);

#endif
