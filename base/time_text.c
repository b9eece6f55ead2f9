/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Durations, weekly times, days, dates and instants out of their text. */
#include "base/time_text.h"

#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include <glib.h>

#include "base/date.h"

/** What the digits of a number make is not followed beyond this. */
static const int64_t DIGITS_MAX = INT64_C(1000000000000);

/** Minutes of a unit letter; 0 where it is none. */
static int64_t unit_minutes(char unit) {
    switch (unit) {
    case 'd':
        return MINUTES_PER_DAY;
    case 'h':
        return MINUTES_PER_HOUR;
    case 'm':
        return 1;
    default:
        return 0;
    }
}

/** Reads one part, `1.5d`, from `*text` on.
 *  @param last_unit  minutes of the unit before it; units come in falling order */
static Fault duration_part(const char **text, int64_t *last_unit, int64_t *minutes) {
    const char *p = *text;
    int64_t number = 0;
    int64_t scale = 1;
    bool point = false;
    int digits = 0;
    for (; g_ascii_isdigit(*p) || (*p == '.' && !point); p++) {
        if (*p == '.') {
            point = true;
            continue;
        }
        digits++;
        if (point && (number >= DIGITS_MAX || scale >= DIGITS_MAX)) {
            return FAULT_DURATION_DIGITS;
        }
        number = number < DIGITS_MAX ? number * 10 + (*p - '0') : number;
        scale = point ? scale * 10 : scale;
    }
    if (digits == 0) {
        return FAULT_NO_DURATION;
    }
    int64_t unit = unit_minutes(*p);
    if (*p == 's') {
        return FAULT_SECONDS;
    }
    if (unit == 0) {
        return *p == '\0' ? FAULT_DURATION_UNIT : FAULT_NO_DURATION;
    }
    if (unit >= *last_unit) {
        return FAULT_DURATION_ORDER;
    }
    int64_t scaled = number * unit;
    if (scaled % scale != 0) {
        return FAULT_DURATION_PARTS;
    }
    *minutes += scaled / scale;
    *last_unit = unit;
    *text = p + 1;
    return FAULT_NONE;
}

Fault duration_parse(const char *text, int64_t *minutes) {
    const char *p = text;
    bool negative = *p == '-';
    if (*p == '-' || *p == '+') {
        p++;
    }
    if (strcmp(p, "0") == 0) {
        *minutes = 0;
        return FAULT_NONE;
    }
    int64_t total = 0;
    int64_t last_unit = INT64_MAX;
    do {
        Fault fault = duration_part(&p, &last_unit, &total);
        if (fault != FAULT_NONE) {
            return fault;
        }
    } while (*p != '\0');
    *minutes = negative ? -total : total;
    return FAULT_NONE;
}

const char *duration_format(int64_t minutes, char text[DURATION_TEXT_SIZE]) {
    int64_t size = minutes < 0 ? -minutes : minutes;
    int64_t parts[] = {size / MINUTES_PER_DAY, size / MINUTES_PER_HOUR % 24,
                       size % MINUTES_PER_HOUR};
    size_t length = 0;
    text[0] = '\0';
    if (minutes < 0) {
        text[length++] = '-';
    }
    for (int i = 0; i < 3; i++) {
        if (parts[i] != 0 || (i == 2 && size == 0)) {
            length += (size_t)g_snprintf(text + length, (gulong)(DURATION_TEXT_SIZE - length),
                                         "%" PRId64 "%c", parts[i], "dhm"[i]);
        }
    }
    return text;
}

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

/** Reads `04:30` (or `4:30`) and moves on. */
static Fault take_time(const char **text, int *minute_of_day) {
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

static const char *const WEEKDAYS[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

/** The day that the first three letters name, 0 where they name none. */
static int weekday_of(const char *text) {
    for (int i = 0; i < 7; i++) {
        if (g_ascii_strncasecmp(text, WEEKDAYS[i], 3) == 0) {
            return i + 1;
        }
    }
    return 0;
}

Fault weekday_parse(const char *text, int *weekday) {
    int day = weekday_of(text);
    if (day == 0 || text[3] != '\0') {
        return FAULT_NO_WEEKDAY;
    }
    *weekday = day;
    return FAULT_NONE;
}

Fault weekly_time_parse(const char *text, int *weekday, int *minute_of_day) {
    int day = weekday_of(text);
    if (day == 0 || text[3] != ' ') {
        return FAULT_NO_WEEKLY_TIME;
    }
    const char *p = text + 3;
    while (*p == ' ') {
        p++;
    }
    int minute;
    Fault fault = take_time(&p, &minute);
    if (fault != FAULT_NONE) {
        return fault;
    }
    if (*p == ':') {
        return FAULT_SECONDS;
    }
    if (*p != '\0') {
        return FAULT_NO_WEEKLY_TIME;
    }
    *weekday = day;
    *minute_of_day = minute;
    return FAULT_NONE;
}

/** Reads `2026-12-01` and moves on. */
static Fault take_date(const char **text, Date *date) {
    int year = take_digits(text, 4);
    if (year < 0 || **text != '-') {
        return FAULT_NO_DATE;
    }
    (*text)++;
    int month = take_digits(text, 2);
    if (month < 0 || **text != '-') {
        return FAULT_NO_DATE;
    }
    (*text)++;
    int day = take_digits(text, 2);
    if (day < 0) {
        return FAULT_NO_DATE;
    }
    if (year < 1970 || year > 2199) {
        return FAULT_YEAR_RANGE;
    }
    return date_from_ymd(year, month, day, date) ? FAULT_NONE : FAULT_NO_SUCH_DAY;
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

Fault instant_text_parse(const char *text, InstantText *instant) {
    InstantText found = {0};
    const char *p = text;
    Fault fault = take_date(&p, &found.date);
    if (fault != FAULT_NONE) {
        return fault == FAULT_NO_DATE ? FAULT_NO_INSTANT : fault;
    }
    if (*p == 'T' || *p == ' ') {
        p++;
        found.has_time = true;
        fault = take_time(&p, &found.minute_of_day);
        if (fault != FAULT_NONE) {
            return fault;
        }
        if (*p == ':') {
            return FAULT_SECONDS;
        }
        if (*p != '\0') {
            fault = take_offset(&p, &found);
        }
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
