/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Legs that follow one another, of loaded boxes and of empties. */
#ifndef BANLIE_VERIFY_CHECKS_CHECK_MOVES_H
#define BANLIE_VERIFY_CHECKS_CHECK_MOVES_H

#include "verify/read/plan_read.h"

/** Checks that a leg starts where the one before it ends; `move` is at least 1. */
bool check_leg_connects(const PlanRead *plan, const CheckedTable *table, const PlanMove *moves,
                        int move);

/** Checks that a leg on a train follows the one before it, on a train as well: the next of the
 * same train, or a transfer that the station allows. */
void check_train_follows(const PlanRead *plan, const CheckedTable *table, const PlanMove *moves,
                         int move);

#endif
