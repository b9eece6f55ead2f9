/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Prices: what they prove, and what follows from them for every booking. */
#ifndef BANLIE_VERIFY_PRICES_CHECK_PRICES_H
#define BANLIE_VERIFY_PRICES_CHECK_PRICES_H

#include "verify/read/plan_read.h"

/** Checks all prices of the plan; its figures have to be added up. See docs/reference/meaning.md.
 */
void verify_prices(PlanRead *plan);

#endif
