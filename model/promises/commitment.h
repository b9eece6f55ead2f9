/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What an earlier plan has promised, found again among the train candidates and itineraries of
 * this one.
 *
 *  A train is the same where its line and its slot runs are. An itinerary is the same where its
 * rides are on the same trains, from and to the same stations, with the same feeder departures. */
#ifndef BANLIE_MODEL_PROMISES_COMMITMENT_H
#define BANLIE_MODEL_PROMISES_COMMITMENT_H

#include "model/problem/problem.h"

/** Sets Problem.train_promises, itinerary_promises and what goes with them; candidates of frozen
 *  trains, and those that frozen boxes ride on, become fixed. What is frozen and can be kept no
 * more is an error. Needs everything else of the problem. */
void commitments_build(Problem *problem, Findings *findings);

/** The promise that an itinerary of a booking fulfils, NONE. */
int commitment_find(const Problem *problem, BookingId flow, const Ride *rides, int n_rides);

/** The first tier of a demand entry; the others follow it. */
BookingId commitment_first_tier(const Problem *problem, DemandId demand);

#endif
