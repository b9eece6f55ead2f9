/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The cheapest way of bookings through trains and feeders, trains and limits left aside. */
#ifndef BANLIE_MODEL_WAYS_CHEAPEST_WAY_H
#define BANLIE_MODEL_WAYS_CHEAPEST_WAY_H

#include "model/ways/labels.h"

/** Least direct cost of one box of each booking: feeders, load, legs, transfers, unload, currency.
 *
 *  Of ways that are ready in time for their first train; `due` and what lateness costs are not
 * looked at, so no itinerary costs less. INFINITY where there is no way.
 *  @param labels  of the problem
 *  @param cost    per BookingId, written
 *  @return false where memory is out */
bool cheapest_ways(const Problem *problem, Labels *labels, double *cost)
    __attribute__((warn_unused_result));

#endif
