/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  On what terms an earlier plan is held: what moving costs, and which boxes nobody wants any more.
 */
#ifndef BANLIE_CONFIG_COMMITTED_TERMS_H
#define BANLIE_CONFIG_COMMITTED_TERMS_H

#include "config/case.h"
#include "config/scenario/lay.h"

/** What it costs that a train of the earlier plan no longer runs: `commitments.trains.price`, else
 *  1 % of its line's cost and its slots', as far as the case has them. */
double committed_train_price(const Case *kase, const CommittedTrain *train);

/** What it costs that a box of a booking moves: `commitments.bookings.price`, else 1 % of what its
 *  tier pays in the case.
 *  @param revenue  what it paid in the earlier plan, which tells the tier; NAN: the first */
double committed_box_price(const Case *kase, const char *booking, double revenue);

/** Releases boxes that a booking has no more, those of its last itineraries first; what is frozen
 * by the booking's code stays, and is told when the problem is built, unless changes touched the
 * booking.
 *  @param laid  NULL: no changes were made */
void committed_release(Case *kase, const Laid *laid);

#endif
