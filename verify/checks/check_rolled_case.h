/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Whether the case that a rolled plan is tested against is the one that its earlier plan leaves.
 */
#ifndef BANLIE_VERIFY_CHECKS_CHECK_ROLLED_CASE_H
#define BANLIE_VERIFY_CHECKS_CHECK_ROLLED_CASE_H

#include "verify/checks/check_rolled_trains.h"

/** Checks what is left of bookings, containers, leases and wagon sets, then trains and days. */
void verify_rolled_case(const PlanRead *plan, const State *state);

#endif
