/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Local times and IANA time zones. Inside, every instant is a Minute. */
#ifndef BANLIE_BASE_ZONE_H
#define BANLIE_BASE_ZONE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/phrase.h"

/** Minutes since 1970-01-01T00:00Z. */
typedef int64_t Minute;

/** Days since 1970-01-01, a calendar date without a zone. */
typedef int32_t Date;

enum { MINUTES_PER_DAY = 1440, MINUTES_PER_HOUR = 60 };
#define DATE_MIN ((Date)INT32_MIN)
#define DATE_MAX ((Date)INT32_MAX)

typedef struct Zone Zone;

/** The zones of a case; a zone lives as long as its table. */
typedef struct Zones Zones;

Zones *zones_new(void);
void zones_free(Zones *zones);

/** A zone by its IANA name, NULL where the tz database has no such name. */
const Zone *zone_find(Zones *zones, const char *name);

/** As zone_find().
 *  @param why  where the name may well be one, but its file cannot be read: the cause, of
 *              base/fault.h, to be freed with g_free(); else NULL */
const Zone *zone_look_up(Zones *zones, const char *name, Phrase **why);

const char *zone_name(const Zone *zone);

/** How a local time maps to an instant. */
typedef enum {
    LOCAL_PLAIN,
    LOCAL_SKIPPED, /**< a clock change skips it: the first minute after the gap is taken */
    LOCAL_REPEATED /**< a clock change repeats it: the earlier one is taken */
} LocalKind;

/** The instant of a local time.
 *  @param minute_of_day  0 … 1439
 *  @param kind           may be NULL */
Minute zone_to_minute(const Zone *zone, Date date, int minute_of_day, LocalKind *kind);

/** The local date, minute of the day and offset (minutes east of UTC) of an instant; each output
 * may be NULL. */
void zone_from_minute(const Zone *zone, Minute at, Date *date, int *minute_of_day, int *offset_min);

/** The local calendar date of an instant. */
Date zone_date(const Zone *zone, Minute at);

/** The first change of the zone's clocks in (from, to].
 *  @return false where there is none */
bool zone_next_change(const Zone *zone, Minute from, Minute to, Minute *at);

#endif
