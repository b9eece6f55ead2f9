/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The prices that a plan states, and the bound on its margin that they prove.
 *
 *  With the trains of the plan given, a price of every limit bounds what any boxes on them can
 * make: what the limits are worth, and what each booking's best itinerary earns beyond costs and
 * prices. The plan states that bound; a price that is not the one it was made with does not give
 * it. See docs/reference/meaning.md. */
#ifndef BANLIE_VERIFY_PRICES_PRICES_H
#define BANLIE_VERIFY_PRICES_PRICES_H

#include <math.h>

#include "verify/read/plan_read.h"

/** Money may differ by so much for prices that are rounded to millionths: half a cent. */
#define PRICE_MONEY 5e-3

/** By how much prices may differ besides for want of digits in the LP's duals; 0 where the money of
 * the case leaves them digits enough. */
double price_slack_of(const Case *kase);

/** Prices themselves may differ by so much: each of two is rounded. */
static inline double price_slack(const PlanRead *plan) {
    return 2e-6 + plan->prices.slack;
}

/** Adds a term to the bound. */
static inline void price_prove(PlanPrices *prices, double term) {
    prices->sum += term;
    prices->scale += fabs(term);
}

#endif
