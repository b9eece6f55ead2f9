/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Times as a planner writes them: durations, weekly times, days, dates and instants. What is wrong
 * with a text is told as in base/values.h. */
#ifndef BANLIE_BASE_TIME_TEXT_H
#define BANLIE_BASE_TIME_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/zone.h"

/** A duration such as `3d14h30m`, `90m`, `1.5d`, `84h` or `0`, a whole number of minutes. `-` may
 * stand before it. What is far beyond any use comes out as less than it is, though never as less
 * than a million years. */
Fault duration_parse(const char *text, int64_t *minutes);

enum { DURATION_TEXT_SIZE = 48 };

/** A duration in its largest units: `3d14h30m`, `0m` for none, `-1d` for one below 0. */
const char *duration_format(int64_t minutes, char text[DURATION_TEXT_SIZE]);

/** A day of the week, `Mon` … `Sun`: 1 … 7. */
Fault weekday_parse(const char *text, int *weekday);

/** A weekly time, `Tue 04:30`. */
Fault weekly_time_parse(const char *text, int *weekday, int *minute_of_day);

/** A calendar date, `2026-12-01`. */
Fault date_parse(const char *text, Date *date);

/** An instant as written, before a time zone is brought to bear on it. */
typedef struct {
    Date date;
    bool has_time;     /**< false: a date alone */
    int minute_of_day; /**< 0 where has_time is false */
    bool has_offset;
    int offset_min; /**< minutes east of UTC */
} InstantText;

/** An instant: `2026-12-01 08:00` (with a blank or `T`), with `Z` or an offset after it or without,
 * or a date alone. */
Fault instant_text_parse(const char *text, InstantText *instant);

/** The instant meant: without an offset, the local time of `zone`.
 *  @param last_minute  a date alone means its last minute, 23:59, not its first
 *  @param kind         whether a clock change skips or repeats the local time */
Minute instant_text_resolve(const InstantText *instant, const Zone *zone, bool last_minute,
                            LocalKind *kind);

#endif
