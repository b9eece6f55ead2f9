/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  For tests of pricing: every itinerary of a booking or of empties, listed by plain recursion from
 * the rules of the case format, and what each is worth under given prices, row by row from what a
 * row says. Shares nothing with the leg terms, the labels or the columns. */
#ifndef BANLIE_TESTS_UNIT_PRICING_ORACLE_H
#define BANLIE_TESTS_UNIT_PRICING_ORACLE_H

#include "model/formulation/formulation.h"

enum { LISTED_RIDES_MAX = 24 };

typedef struct {
    Ride rides[LISTED_RIDES_MAX];
    int n_rides;
    double value; /**< per box: worth less direct costs and prices; the demand row's price is not
                     taken off */
} ListedItinerary;

/** The prices of a test. */
typedef struct {
    double *dual;       /**< per row */
    double *link;       /**< per train, paid once by a box that boards it */
    const bool *closed; /**< per train; NULL: none */
    bool farkas;
    GoalKind maximise;
} TestPrices;

typedef struct {
    ListedItinerary *items;
    int count, room;
} Itineraries;

/** All itineraries of the flow, valued. To be freed with itineraries_clear(). */
Itineraries itineraries_of(const Formulation *formulation, BookingId flow,
                           const TestPrices *prices);

void itineraries_clear(Itineraries *itineraries);

/** The itinerary with these rides, NULL where it is not among them. */
const ListedItinerary *itineraries_find(const Itineraries *itineraries, const Ride *rides,
                                        int n_rides);

#endif
