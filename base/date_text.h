/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Dates and instants as people and spreadsheets write them. What is wrong with a text is told as
 * in base/values.h. */
#ifndef BANLIE_BASE_DATE_TEXT_H
#define BANLIE_BASE_DATE_TEXT_H

#include <stdbool.h>

#include "base/fault.h"
#include "base/zone.h"

/** Reads a time of day, `04:30` or `4:30`, and moves on. */
Fault clock_take(const char **text, int *minute_of_day);

/** A calendar date: `2026-12-01`, `2026-12-1`, `2026/12/1`, `2026.12.01`, `01.12.2026` (dots: day
 * first) or `2026年12月1日`. Where day and month could be either, as in `12/01/2026`, it is
 * refused.
 */
Fault date_parse(const char *text, Date *date);

/** An instant as written, before a time zone is brought to bear on it. */
typedef struct {
    Date date;
    bool has_time;     /**< false: a date alone */
    int minute_of_day; /**< 0 where has_time is false */
    bool has_offset;
    int offset_min; /**< minutes east of UTC */
} InstantText;

/** An instant: a date as date_parse() reads it, alone or with a time of day after a blank or `T`
 * (`8:00`, `08:00`, `08:00:00`, `8:00 AM`), which `Z` or an offset may follow. */
Fault instant_text_parse(const char *text, InstantText *instant);

/** The instant meant: without an offset, the local time of `zone`.
 *  @param last_minute  a date alone means its last minute, 23:59, not its first
 *  @param kind         whether a clock change skips or repeats the local time */
Minute instant_text_resolve(const InstantText *instant, const Zone *zone, bool last_minute,
                            LocalKind *kind);

#endif
