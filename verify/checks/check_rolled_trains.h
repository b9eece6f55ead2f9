/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Whether trains under way, with what is aboard, and what is used up of days are taken into
 * account as the earlier plan leaves them. */
#ifndef BANLIE_VERIFY_CHECKS_CHECK_ROLLED_TRAINS_H
#define BANLIE_VERIFY_CHECKS_CHECK_ROLLED_TRAINS_H

#include "verify/read/plan_read.h"
#include "verify/rolling/state.h"

#define STATE_CHECK(holds, ...)                                                                    \
    report_check(plan->report, VERIFY_COMMITMENTS, (holds), "carried_over.csv", 0, __VA_ARGS__)

void verify_rolled_trains(const PlanRead *plan, const State *state);

#endif
