/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates and instants out of their text, in the forms that people and spreadsheets write. */
#include "base/date_text.h"

#include <stddef.h>
#include <string.h>

#include <glib.h>

#include "base/date.h"

/** Reads `count` digits and moves on; -1 where there are fewer. */
static int take_digits(const char **text, int count) {
    int number = 0;
    for (int i = 0; i < count; i++) {
        char c = (*text)[i];
        if (!g_ascii_isdigit(c)) {
            return -1;
        }
        number = number * 10 + (c - '0');
    }
    *text += count;
    return number;
}

Fault clock_take(const char **text, int *minute_of_day) {
    int hour =
        take_digits(text, g_ascii_isdigit((*text)[0]) && g_ascii_isdigit((*text)[1]) ? 2 : 1);
    if (hour < 0 || **text != ':') {
        return FAULT_NO_TIME_OF_DAY;
    }
    (*text)++;
    int minute = take_digits(text, 2);
    if (minute < 0) {
        return FAULT_NO_TIME_OF_DAY;
    }
    if (hour > 23 || minute > 59) {
        return FAULT_TIME_OF_DAY_RANGE;
    }
    *minute_of_day = hour * MINUTES_PER_HOUR + minute;
    return FAULT_NONE;
}

/** A date before it is known which of its numbers is what: up to three numbers, and what stands
 * between them and after the last. */
typedef struct {
    int numbers[3];
    int lengths[3]; /**< digits of each */
    char marks[2];  /**< `-`, `/` or `.`; a letter for 年 and 月 */
} DateParts;

/** Reads a number of at most four digits and moves on. @return false where there is none */
static bool take_number(const char **text, int *number, int *length) {
    *length = 0;
    while (*length < 4 && g_ascii_isdigit((*text)[*length])) {
        (*length)++;
    }
    *number = *length > 0 ? take_digits(text, *length) : -1;
    return *length > 0;
}

/** Reads what stands after a number of a date and moves on; NUL where that is no mark of one. */
static char take_mark(const char **text) {
    static const char *const SIGNS[] = {"年", "月"};
    if (**text == '-' || **text == '/' || **text == '.') {
        return *(*text)++;
    }
    for (int i = 0; i < 2; i++) {
        if (strncmp(*text, SIGNS[i], strlen(SIGNS[i])) == 0) {
            *text += strlen(SIGNS[i]);
            return "ym"[i];
        }
    }
    return '\0';
}

static bool take_parts(const char **text, DateParts *parts) {
    for (int i = 0; i < 3; i++) {
        if (!take_number(text, &parts->numbers[i], &parts->lengths[i])) {
            return false;
        }
        if (i < 2) {
            parts->marks[i] = take_mark(text);
            if (parts->marks[i] == '\0') {
                return false;
            }
        }
    }
    const bool signs = parts->marks[0] == 'y' && parts->marks[1] == 'm';
    if (signs && strncmp(*text, "日", strlen("日")) == 0) {
        *text += strlen("日");
        return true;
    }
    return !signs && parts->marks[0] == parts->marks[1] && parts->marks[0] != 'y';
}

/** Reads a date and moves on: `2026-12-01` (with `/` or `.` too), `2026年12月1日`, `01.12.2026`. */
static Fault take_date(const char **text, Date *date) {
    DateParts parts;
    if (!take_parts(text, &parts) || parts.lengths[1] > 2) {
        return FAULT_NO_DATE;
    }
    const bool year_first = parts.lengths[0] == 4 && parts.lengths[2] <= 2;
    const bool year_last = parts.lengths[0] <= 2 && parts.lengths[2] == 4;
    const bool no_year = parts.lengths[0] <= 2 && parts.lengths[2] <= 2;
    if (parts.marks[0] != '.' && parts.marks[0] != 'y' && (year_last || no_year)) {
        return FAULT_DATE_ORDER;
    }
    if (no_year) {
        return FAULT_YEAR_SHORT;
    }
    if (!year_first && !year_last) {
        return FAULT_NO_DATE;
    }
    const int year = parts.numbers[year_first ? 0 : 2], day = parts.numbers[year_first ? 2 : 0];
    if (year < 1970 || year > 2199) {
        return FAULT_YEAR_RANGE;
    }
    return date_from_ymd(year, parts.numbers[1], day, date) ? FAULT_NONE : FAULT_NO_SUCH_DAY;
}

Fault date_parse(const char *text, Date *date) {
    const char *p = text;
    Date found;
    Fault fault = take_date(&p, &found);
    if (fault != FAULT_NONE) {
        return fault;
    }
    if (*p != '\0') {
        return FAULT_NO_DATE_ALONE;
    }
    *date = found;
    return FAULT_NONE;
}

/** Reads seconds that are none, `:00`, and moves on. */
static Fault take_seconds(const char **text) {
    if (**text != ':') {
        return FAULT_NONE;
    }
    (*text)++;
    return take_digits(text, 2) == 0 ? FAULT_NONE : FAULT_SECONDS;
}

/** Reads `AM` or `PM`, or `上午` or `下午`, where one follows, and moves on; the time before it is
 * then of twelve hours. */
static Fault take_half(const char **text, int *minute_of_day) {
    static const char *const HALVES[] = {"AM", "PM", "上午", "下午"};
    const char *p = *text;
    while (*p == ' ') {
        p++;
    }
    int half = 0;
    while (half < 4 && g_ascii_strncasecmp(p, HALVES[half], strlen(HALVES[half])) != 0) {
        half++;
    }
    if (half == 4) {
        return FAULT_NONE;
    }
    const bool morning = half % 2 == 0;
    const int hour = *minute_of_day / MINUTES_PER_HOUR;
    if (hour < 1 || hour > 12) {
        return FAULT_TIME_OF_DAY_RANGE;
    }
    *minute_of_day += ((morning ? 0 : 12) - (hour == 12 ? 12 : 0)) * MINUTES_PER_HOUR;
    *text = p + strlen(HALVES[half]);
    return FAULT_NONE;
}

/** Reads `Z` or `+08:00` at the end of an instant. */
static Fault take_offset(const char **text, InstantText *instant) {
    instant->has_offset = true;
    instant->offset_min = 0;
    if (**text == 'Z') {
        (*text)++;
        return FAULT_NONE;
    }
    bool west = **text == '-';
    if (**text != '+' && !west) {
        return FAULT_NO_OFFSET;
    }
    (*text)++;
    int hours = take_digits(text, 2);
    if (hours < 0) {
        return FAULT_NO_OFFSET;
    }
    if (**text == ':') {
        (*text)++;
    }
    int minutes = take_digits(text, 2);
    if (minutes < 0) {
        return FAULT_NO_OFFSET;
    }
    if (hours > 14 || minutes > 59) {
        return FAULT_OFFSET_RANGE;
    }
    instant->offset_min = (hours * MINUTES_PER_HOUR + minutes) * (west ? -1 : 1);
    return FAULT_NONE;
}

/** Reads the time of day of an instant, and the offset after it. */
static Fault take_time_of_instant(const char **text, InstantText *instant) {
    while (**text == ' ') {
        (*text)++;
    }
    instant->has_time = true;
    Fault fault = clock_take(text, &instant->minute_of_day);
    if (fault == FAULT_NONE) {
        fault = take_seconds(text);
    }
    if (fault == FAULT_NONE) {
        fault = take_half(text, &instant->minute_of_day);
    }
    return fault == FAULT_NONE && **text != '\0' ? take_offset(text, instant) : fault;
}

Fault instant_text_parse(const char *text, InstantText *instant) {
    InstantText found = {0};
    const char *p = text;
    Fault fault = take_date(&p, &found.date);
    if (fault != FAULT_NONE) {
        return fault == FAULT_NO_DATE ? FAULT_NO_INSTANT : fault;
    }
    if (*p == 'T' || *p == ' ') {
        p++;
        fault = take_time_of_instant(&p, &found);
    }
    if (fault == FAULT_NONE && *p != '\0') {
        fault = FAULT_NO_INSTANT;
    }
    if (fault == FAULT_NONE) {
        *instant = found;
    }
    return fault;
}

Minute instant_text_resolve(const InstantText *instant, const Zone *zone, bool last_minute,
                            LocalKind *kind) {
    int minute = instant->minute_of_day;
    if (!instant->has_time && last_minute) {
        minute = MINUTES_PER_DAY - 1;
    }
    if (instant->has_offset) {
        *kind = LOCAL_PLAIN;
        return (Minute)instant->date * MINUTES_PER_DAY + minute - instant->offset_min;
    }
    return zone_to_minute(zone, instant->date, minute, kind);
}
