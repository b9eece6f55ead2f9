/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  For tests of pricing: every itinerary of a booking or of empties, listed by plain recursion from
 * the rules of the case format, and what each is worth under given prices, row by row from what a
 * row says. Shares nothing with the leg terms, the labels or the columns. */
#ifndef BANLIE_TESTS_UNIT_PRICING_ORACLE_H
#define BANLIE_TESTS_UNIT_PRICING_ORACLE_H

#include "model/formulation/formulation.h"

enum { WAY_RIDES_MAX = 24 };

typedef struct {
    Ride rides[WAY_RIDES_MAX];
    int n_rides;
    double value; /**< per box: worth less direct costs and prices; the demand row's price is not
                     taken off */
} Way;

/** The prices of a test. */
typedef struct {
    double *dual;       /**< per row */
    double *link;       /**< per train, paid once by a box that boards it */
    const bool *closed; /**< per train; NULL: none */
    bool farkas;
    GoalKind maximise;
} TestPrices;

typedef struct {
    Way *items;
    int count, room;
} Ways;

/** All itineraries of the flow, valued. To be freed with ways_clear(). */
Ways ways_of(const Formulation *formulation, BookingId flow, const TestPrices *prices);

void ways_clear(Ways *ways);

/** The way with these rides, NULL where it is not among them. */
const Way *ways_find(const Ways *ways, const Ride *rides, int n_rides);

#endif
