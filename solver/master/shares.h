/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Shares: boxes of a booking on the trains that use a slot run. */
#ifndef BANLIE_SOLVER_MASTER_SHARES_H
#define BANLIE_SOLVER_MASTER_SHARES_H

#include "solver/master/ground.h"

/** The share of a booking on a slot run, NONE where it has none yet. */
int master_find_share(const Master *master, BookingId booking, SlotRunId run);

/** The share of a booking on a slot run, its row made on first sight.
 *  @param share  receives its number, NONE where no more can be made */
Outcome master_share(Master *master, BookingId booking, SlotRunId run, int *share)
    __attribute__((warn_unused_result));

/** More than a path of the booking can earn by the prices of its shares, which reduced costs over
 * the formulation's rows leave out. */
double master_share_reward(const Master *master, BookingId booking);

/** Hands the prices of a booking's shares to the pricing. */
void master_price_shares(Master *master, BookingId booking);

#endif
