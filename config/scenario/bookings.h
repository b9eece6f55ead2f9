/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Bookings of a document: those that selectors match, their boxes, and those that come to none. */
#ifndef BANLIE_CONFIG_SCENARIO_BOOKINGS_H
#define BANLIE_CONFIG_SCENARIO_BOOKINGS_H

#include "config/scenario/laying.h"

enum { BOOKING_SELECTORS = 5 };

/** Patterns that all have to match. */
typedef struct {
    const Node *texts[BOOKING_SELECTORS]; /**< NULL: any will do */
    Pattern *patterns[BOOKING_SELECTORS];
} BookingSelector;

/** Compiles the patterns of `scale.demand`.
 *  @return false, with an error and nothing to end, where one is no pattern */
bool booking_selector_begin(Laying *laying, const Node *selectors, BookingSelector *selector)
    __attribute__((warn_unused_result));

bool booking_selector_has(const BookingSelector *selector, const Node *booking);

/** Ends it. @return false, with an error, where a pattern was given up on */
bool booking_selector_end(Laying *laying, BookingSelector *selector);

/** The tiers of a booking that may be changed, as a list that may be, too; NULL where there are
 * none. */
Node *bookings_tiers(Laying *laying, Node *booking);

/** Boxes of a booking, all tiers together; what is no number counts nothing. */
int64_t bookings_boxes(Laying *laying, Node *booking);

/** Takes out the bookings and tiers of a set; a booking whose tiers all go, goes.
 *  @param emptied  maps of bookings and of tiers
 *  @return bookings gone, and tiers of those that stay */
int bookings_take_out(Laying *laying, GHashTable *emptied);

#endif
