/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  An itinerary of a booking through trains and feeders: its direct cost, and whether the
 * booking has any at all. */
#ifndef BANLIE_MODEL_WAYS_ITINERARY_H
#define BANLIE_MODEL_WAYS_ITINERARY_H

#include "model/ways/labels.h"

/** Direct cost of one box on an itinerary: feeders, load, legs, transfers, unload and lateness,
 * currency; for empties their handling, legs and transfers. */
double itinerary_cost(const Problem *problem, BookingId flow, const Ride *rides, int n_rides);

/** True where some itinerary carries the booking from `ready` to its latest delivery.
 *  @param delivery  per LegId: labels_earliest_delivery() for its class and destination
 *  @param onward    per FeederRunId, likewise */
bool itinerary_exists(const Problem *problem, BookingId booking, const double *delivery,
                      const double *onward);

/** First position in station_departures from which the booking can board at its origin without a
 * feeder, ready and cutoff kept. */
int itinerary_first_boarding(const Problem *problem, const Booking *booking);

#endif
