/** @file
 *  An itinerary: the ways of one booking through the leg graph, its direct cost and whether a
 * booking has any way at all. */
#ifndef BANLIE_MODEL_ITINERARY_H
#define BANLIE_MODEL_ITINERARY_H

#include "model/labels.h"

/** Direct cost of one box on an itinerary: load, legs, transfers, unload and lateness, currency. */
double itinerary_cost(const Problem *problem, const Booking *booking, const Ride *rides,
                      int n_rides);

/** Cost of one TEU-bearing box on the legs of one ride alone, currency. */
double itinerary_ride_cost(const Problem *problem, const Booking *booking, Ride ride);

/** True where some itinerary carries the booking from `ready` to its latest delivery.
 *  @param arrival  labels_earliest_arrival() for its class and destination */
bool itinerary_exists(const Problem *problem, const Booking *booking, const double *arrival);

/** First position in station_departures from which the booking can board at its origin, ready and
 * cutoff kept. */
int itinerary_first_boarding(const Problem *problem, const Booking *booking);

#endif
