/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendar dates and the ISO text of dates and instants. */
#include "base/date.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

enum {
    YEAR_MIN = 1900,
    YEAR_MAX = 2200,
    DAYS_TO_1970 = 719162, /**< from 0001-01-01 */
    DAYS_PER_400_YEARS = 146097
};

/** Days of a year before its month, from January; the 13th entry is the whole year. */
static const int DAYS_BEFORE_MONTH[2][13] = {
    {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365},
    {0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366}};

static bool is_leap(int64_t year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/** Days from 0001-01-01 to the first of January of a year >= 1. */
static int64_t days_before_year(int64_t year) {
    const int64_t past = year - 1;
    return past * 365 + past / 4 - past / 100 + past / 400;
}

int date_weekday(Date date) {
    /* 1970-01-01 was a Thursday. */
    return (int)((((int64_t)date + 3) % 7 + 7) % 7) + 1;
}

bool date_from_ymd(int year, int month, int day, Date *date) {
    if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || day < 1) {
        return false;
    }
    const int *before = DAYS_BEFORE_MONTH[is_leap(year)];
    if (day > before[month] - before[month - 1]) {
        return false;
    }
    *date = (Date)(days_before_year(year) + before[month - 1] + day - 1 - DAYS_TO_1970);
    return true;
}

void date_to_ymd(Date date, int *year, int *month, int *day) {
    /* Whole cycles of 400 years bring every Date into years >= 1. */
    const int64_t cycles = (INT64_C(1) << 31) / DAYS_PER_400_YEARS + 1;
    const int64_t days = (int64_t)date + DAYS_TO_1970 + cycles * DAYS_PER_400_YEARS;
    int64_t y = days * 400 / DAYS_PER_400_YEARS + 1;
    while (days_before_year(y) > days) {
        y--;
    }
    while (days_before_year(y + 1) <= days) {
        y++;
    }
    const int *before = DAYS_BEFORE_MONTH[is_leap(y)];
    const int day_of_year = (int)(days - days_before_year(y));
    int m = 1;
    while (before[m] <= day_of_year) {
        m++;
    }
    *year = (int)(y - cycles * 400);
    *month = m;
    *day = day_of_year - before[m - 1] + 1;
}

const char *date_format(Date date, char text[DATE_TEXT_SIZE]) {
    int year = 0, month = 0, day = 0;
    date_to_ymd(date, &year, &month, &day);
    g_snprintf(text, DATE_TEXT_SIZE, "%04d-%02d-%02d", year, month, day);
    return text;
}

const char *instant_format(const Zone *zone, Minute at, char text[INSTANT_TEXT_SIZE]) {
    Date date = 0;
    int minute = 0, offset = 0;
    zone_from_minute(zone, at, &date, &minute, &offset);
    char day[DATE_TEXT_SIZE];
    const int away = offset < 0 ? -offset : offset;
    g_snprintf(text, INSTANT_TEXT_SIZE, "%sT%02d:%02d%c%02d:%02d", date_format(date, day),
               minute / 60, minute % 60, offset < 0 ? '-' : '+', away / 60, away % 60);
    return text;
}

/** The number that `length` digits make, -1 where one of them is none. */
static int digits(const char *text, int length) {
    int number = 0;
    for (int i = 0; i < length; i++) {
        if (!g_ascii_isdigit(text[i])) {
            return -1;
        }
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

/** `+08:00`, `-03:30` or `Z`, with nothing after it. */
static bool offset_parse(const char *text, int *offset_min) {
    *offset_min = 0;
    if (strcmp(text, "Z") == 0) {
        return true;
    }
    if (strlen(text) != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') {
        return false;
    }
    const int hours = digits(text + 1, 2);
    const int minutes = digits(text + 4, 2);
    if (hours < 0 || hours > 15 || minutes < 0 || minutes > 59) {
        return false;
    }
    *offset_min = (text[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
    return true;
}

bool instant_parse(const char *text, Minute *at) {
    enum { LENGTH_TO_OFFSET = 16 };
    if (strlen(text) <= LENGTH_TO_OFFSET || text[4] != '-' || text[7] != '-' || text[10] != 'T' ||
        text[13] != ':') {
        return false;
    }
    const int hour = digits(text + 11, 2);
    const int minute = digits(text + 14, 2);
    Date date = 0;
    int offset = 0;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 ||
        !date_from_ymd(digits(text, 4), digits(text + 5, 2), digits(text + 8, 2), &date) ||
        !offset_parse(text + LENGTH_TO_OFFSET, &offset)) {
        return false;
    }
    *at = (Minute)date * MINUTES_PER_DAY + hour * 60 + minute - offset;
    return true;
}
