/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Whether a box may still take the itinerary that an earlier plan promised it: asked by
 * commitment.c, once its trains and feeders are found again. */
#ifndef BANLIE_MODEL_PROMISES_PROMISE_FAULT_H
#define BANLIE_MODEL_PROMISES_PROMISE_FAULT_H

#include "model/problem/problem.h"

/** Why no box of the booking can take this itinerary: a REASON_ of config/finding_codes.h;
 * FAULT_NONE where it can. The rides are of legs and feeder runs of the problem, in order of
 * travel. */
int promise_fault(const Problem *problem, BookingId id, const Ride *rides, int n_rides);

#endif
