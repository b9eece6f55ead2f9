/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What the tables of several sections share: ranges of numbers, and checks. */
#ifndef BANLIE_CONFIG_SECTIONS_COMMON_H
#define BANLIE_CONFIG_SECTIONS_COMMON_H

#include "config/reader/reader_state.h"

/* Every number, count and duration of a case has one of these. */
extern const Range RANGE_MONEY;
extern const Range RANGE_TRAIN_TEU, RANGE_UPPER_TEU, RANGE_TRAIN_TONNES;
extern const Range RANGE_BOX_TEU, RANGE_BOX_TONNES;
extern const Range RANGE_KM, RANGE_GAUGE, RANGE_LATITUDE, RANGE_LONGITUDE;
extern const Range RANGE_COUNT, RANGE_COUNT_FROM_ONE, RANGE_WEEKS, RANGE_VERSION;
extern const Range RANGE_SHARE, RANGE_POSITIVE_SHARE, RANGE_RATIO, RANGE_FACTOR, RANGE_WEIGHT;
extern const Range RANGE_TIME, RANGE_SOME_TIME, RANGE_TAIL, RANGE_SHIFT;

/** Tells a way that ends where it starts. */
void section_check_ends(Reader *reader, const Node *map, StationId from, StationId to);

/** Tells where a trip has both `arrives` and the key of its duration, and notes the place. */
void section_check_arrival(Reader *reader, const Node *map, const char *duration,
                           TripTime *arrives);

/** Weeks in which a trip runs: Every. */
extern const FieldTable every_table;

/** Moves the rows of the stations that are named to the front, of those that a field of the kind
 * FIELD_BY_STATION has filled.
 *  @param size  of a row
 *  @return how many they are */
int section_pack_stations(void *rows, int count, size_t size);

#endif
