/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Durations, weekly times and days out of their text. */
#include "base/time_text.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include <glib.h>

#include "base/date_text.h"

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

static const char *const WEEKDAYS[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

/** The days of the week in Chinese, after 周 or 星期; a Sunday has two names. */
static const char *const CHINESE_WEEKDAYS[] = {"一", "二", "三", "四", "五", "六", "日", "天"};

static bool skip_text(const char **text, const char *prefix) {
    const size_t length = strlen(prefix);
    const bool there = g_ascii_strncasecmp(*text, prefix, length) == 0;
    *text += there ? length : 0;
    return there;
}

static int take_chinese_weekday(const char **text) {
    if (!skip_text(text, "周") && !skip_text(text, "星期")) {
        return 0;
    }
    for (int i = 0; i < 8; i++) {
        if (skip_text(text, CHINESE_WEEKDAYS[i])) {
            return i < 7 ? i + 1 : 7;
        }
    }
    return 0;
}

/** Reads `Tue`, `Tuesday`, `周二` or `星期二` and moves on; 0 where it is none of these. */
static int take_weekday(const char **text) {
    static const char *const REST[] = {"day", "sday", "nesday", "rsday", "day", "urday", "day"};
    for (int i = 0; i < 7; i++) {
        if (skip_text(text, WEEKDAYS[i])) {
            (void)skip_text(text, REST[i]);
            return i + 1;
        }
    }
    return take_chinese_weekday(text);
}

Fault weekday_parse(const char *text, int *weekday) {
    const int day = take_weekday(&text);
    if (day == 0 || *text != '\0') {
        return FAULT_NO_WEEKDAY;
    }
    *weekday = day;
    return FAULT_NONE;
}

/** Reads the time of day that stands after a day, to the end of the text.
 *  @param no_such  what is wrong with a text that has no blank before it, or more after it */
static Fault clock_after_day(const char *text, Fault no_such, int *minute_of_day) {
    if (*text != ' ') {
        return no_such;
    }
    while (*text == ' ') {
        text++;
    }
    int minute;
    Fault fault = clock_take(&text, &minute);
    if (fault != FAULT_NONE) {
        return fault;
    }
    if (*text != '\0') {
        return *text == ':' ? FAULT_SECONDS : no_such;
    }
    *minute_of_day = minute;
    return FAULT_NONE;
}

Fault weekly_time_parse(const char *text, int *weekday, int *minute_of_day) {
    const char *p = text;
    const int day = take_weekday(&p);
    if (day == 0) {
        return FAULT_NO_WEEKLY_TIME;
    }
    Fault fault = clock_after_day(p, FAULT_NO_WEEKLY_TIME, minute_of_day);
    if (fault == FAULT_NONE) {
        *weekday = day;
    }
    return fault;
}

bool is_later_clock(const char *text) {
    return (text[0] == 'D' || text[0] == 'd') && (text[1] == '+' || text[1] == '-');
}

Fault later_clock_parse(const char *text, int *days, int *minute_of_day) {
    enum { DIGITS = 4 /* as many as the days of ten years have */ };
    if (!is_later_clock(text)) {
        return FAULT_NO_LATER_CLOCK;
    }
    const char *p = text + 2;
    int number = 0, digits = 0;
    for (; g_ascii_isdigit(*p) && digits < DIGITS; p++, digits++) {
        number = 10 * number + (*p - '0');
    }
    if (digits == 0 || g_ascii_isdigit(*p)) {
        return FAULT_NO_LATER_CLOCK;
    }
    Fault fault = clock_after_day(p, FAULT_NO_LATER_CLOCK, minute_of_day);
    if (fault == FAULT_NONE) {
        *days = text[1] == '-' ? -number : number;
    }
    return fault;
}
