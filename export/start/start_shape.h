/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The form of the file `start`: keys, and whether a document has all of them as they should be.
 *
 *  A JSON object. Things stand in tables of names; elsewhere they go by their place in these. */
#ifndef BANLIE_EXPORT_START_START_SHAPE_H
#define BANLIE_EXPORT_START_START_SHAPE_H

#include <jansson.h>
#include <stdbool.h>

/** Raised with every change of the form. */
enum { START_FILE_FORMAT = 1 };

#define START_VERSION "banlie-start"
#define START_OBJECTIVE "objective" /**< of the plan; null where there is none */
#define START_FLOWS "flows"         /**< names: bookings' tiers, empties */
#define START_BOOKED "booked"       /**< per flow: boxes */
#define START_TRAINS "trains"       /**< names */
#define START_RUNS "runs"           /**< per train: true where the plan runs it */
#define START_FEEDERS "feeders"     /**< names: departures of feeders */
#define START_LEGS "legs"           /**< [train, number, from, to, shift] */
#define START_ITINERARIES                                                                          \
    "itineraries"               /**< [flow, boxes, then per ride first leg, last leg,              \
                                    feeder before and after or -1] */
#define START_ROWS "rows"       /**< names */
#define START_PRICES "prices"   /**< per row; null where not known */
#define START_COLUMNS "columns" /**< names */
#define START_SETS "sets"       /**< names */
#define START_LINKS "links"     /**< [flow, train] */
#define START_RELAXED                                                                              \
    "relaxed"             /**< basis: a letter of START_LETTERS for each row, column,              \
                              itinerary, set, link; null */
#define START_TREE "tree" /**< [parent or -1, up, split, index or -1, most, basis] */

/** Per BasisStatus. */
#define START_LETTERS "BLUFX"

/** Integers of a ride in an itinerary, and those before the first. */
enum { RIDE_NUMBERS = 4, ITINERARY_NUMBERS = 2 };

/** True where the document is a start of this format, all numbers in their ranges. */
bool start_shape_right(const json_t *root);

/** Number at a place of an array; 0 where there is none. */
int start_int(const json_t *array, size_t i);

#endif
