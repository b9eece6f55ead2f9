/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Calendar dates, and the ISO text of dates and instants as plan files have it; what people write
 * in a case is read by base/time_text.h. */
#ifndef BANLIE_BASE_DATE_H
#define BANLIE_BASE_DATE_H

#include <stdbool.h>

#include "base/zone.h"

/** 1 Monday … 7 Sunday. */
int date_weekday(Date date);

/** False where there is no such day (2026-02-30). */
bool date_from_ymd(int year, int month, int day, Date *date);
void date_to_ymd(Date date, int *year, int *month, int *day);

enum { DATE_TEXT_SIZE = 16, INSTANT_TEXT_SIZE = 32 };

/** `2026-12-01` */
const char *date_format(Date date, char text[DATE_TEXT_SIZE]);

/** ISO 8601 with offset: `2026-12-01T04:30+08:00`. */
const char *instant_format(const Zone *zone, Minute at, char text[INSTANT_TEXT_SIZE]);

/** Reads what instant_format() writes; `Z` is taken too. False where the text is something else. */
bool instant_parse(const char *text, Minute *at);

#endif
