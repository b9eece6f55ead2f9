/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Times as a planner writes them: durations, weekly times and days; base/date_text.h has dates and
 * instants. What is wrong with a text is told as in base/values.h. */
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

/** A day of the week, `Mon` … `Sun`: 1 … 7; `Monday`, `周一` and `星期一` likewise. */
Fault weekday_parse(const char *text, int *weekday);

/** A weekly time, `Tue 04:30`, the day as in weekday_parse(). */
Fault weekly_time_parse(const char *text, int *weekday, int *minute_of_day);

/** A time of the clock so many days after another day, `D+3 18:30`; `D-1` is the day before. */
Fault later_clock_parse(const char *text, int *days, int *minute_of_day);

/** True for what begins like one. */
bool is_later_clock(const char *text);

#endif
