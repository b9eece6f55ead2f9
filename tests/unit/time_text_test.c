/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Durations, weekly times and instants as text. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/date_text.h"
#include "base/time_text.h"

static int64_t minutes_of(const char *text) {
    int64_t minutes = -999;
    ck_assert_msg(duration_parse(text, &minutes) == FAULT_NONE, "%s was refused", text);
    return minutes;
}

static Fault duration_fault(const char *text) {
    int64_t minutes;
    Fault fault = duration_parse(text, &minutes);
    ck_assert_msg(fault != FAULT_NONE, "%s was taken", text);
    return fault;
}

START_TEST(a_duration_adds_up_its_parts) {
    ck_assert_int_eq(minutes_of("3d14h30m"), 3 * 1440 + 14 * 60 + 30);
    ck_assert_int_eq(minutes_of("90m"), 90);
    ck_assert_int_eq(minutes_of("84h"), 5040);
    ck_assert_int_eq(minutes_of("2d5m"), 2885);
    ck_assert_int_eq(minutes_of("0"), 0);
    ck_assert_int_eq(minutes_of("0h"), 0);
}
END_TEST

START_TEST(a_duration_may_have_decimals_that_come_to_whole_minutes) {
    ck_assert_int_eq(minutes_of("1.5d"), 2160);
    ck_assert_int_eq(minutes_of("0.25h"), 15);
    ck_assert_int_eq(minutes_of(".5h"), 30);
    ck_assert_int_eq(duration_fault("0.5m"), FAULT_DURATION_PARTS);
    ck_assert_int_eq(duration_fault("0.01h"), FAULT_DURATION_PARTS);
}
END_TEST

START_TEST(a_duration_may_be_negative_where_its_field_allows_it) {
    ck_assert_int_eq(minutes_of("-12h"), -720);
}
END_TEST

START_TEST(a_duration_beyond_all_use_stays_huge) {
    static const int64_t A_MILLION_YEARS = INT64_C(1000000) * 366 * 1440;
    ck_assert_int_eq(minutes_of("40000d"), 40000 * 1440);
    ck_assert_int_eq(minutes_of("000000000000000000040000d"), 40000 * 1440);
    ck_assert_int_ge(minutes_of("99999999999999d"), A_MILLION_YEARS);
    ck_assert_int_ge(minutes_of("123456789012345678901234567890m"), A_MILLION_YEARS);
    ck_assert_int_le(minutes_of("-99999999999999999999d99999999999999999999h"), -A_MILLION_YEARS);
}
END_TEST

START_TEST(a_duration_is_written_in_its_largest_units) {
    char text[DURATION_TEXT_SIZE];
    ck_assert_str_eq(duration_format(3 * 1440 + 14 * 60 + 30, text), "3d14h30m");
    ck_assert_str_eq(duration_format(2880, text), "2d");
    ck_assert_str_eq(duration_format(61, text), "1h1m");
    ck_assert_str_eq(duration_format(0, text), "0m");
    ck_assert_str_eq(duration_format(-1445, text), "-1d5m");
}
END_TEST

START_TEST(what_is_no_duration_is_refused_with_the_reason) {
    ck_assert_int_eq(duration_fault("12"), FAULT_DURATION_UNIT);
    ck_assert_int_eq(duration_fault("30s"), FAULT_SECONDS);
    ck_assert_int_eq(duration_fault("5h3d"), FAULT_DURATION_ORDER);
    ck_assert_int_eq(duration_fault("5h5h"), FAULT_DURATION_ORDER);
    ck_assert_int_eq(duration_fault("0.0000000000000d"), FAULT_DURATION_DIGITS);
    ck_assert_int_eq(duration_fault("99999999999999.5d"), FAULT_DURATION_DIGITS);
    duration_fault("");
    duration_fault("h");
    duration_fault("three days");
    duration_fault("12h ");
    duration_fault(" 12h");
    duration_fault("1.2.3d");
    duration_fault("00");
    duration_fault("0x5h");
    duration_fault("12:30");
}
END_TEST

START_TEST(a_weekly_time_is_a_day_and_a_time) {
    int day;
    int minute;
    ck_assert_int_eq(weekly_time_parse("Tue 04:30", &day, &minute), FAULT_NONE);
    ck_assert_int_eq(day, 2);
    ck_assert_int_eq(minute, 270);
    ck_assert_int_eq(weekly_time_parse("sun 23:59", &day, &minute), FAULT_NONE);
    ck_assert_int_eq(day, 7);
    ck_assert_int_eq(minute, 1439);
    ck_assert_int_eq(weekly_time_parse("MON 0:00", &day, &minute), FAULT_NONE);
    ck_assert_int_eq(day, 1);
    ck_assert_int_eq(minute, 0);
}
END_TEST

START_TEST(what_is_no_weekly_time_is_refused) {
    static const char *const BAD[] = {"",           "Tue",        "Tuesda 04:30", "04:30",
                                      "Tue 24:00",  "Tue 12:60",  "Tue 12:3",     "Tue 4.30",
                                      "周八 04:30", "Tue 04:30 ", "Tue 04:30:00", "Tue-04:30"};
    int day;
    int minute;
    for (size_t i = 0; i < sizeof BAD / sizeof BAD[0]; i++) {
        ck_assert_msg(weekly_time_parse(BAD[i], &day, &minute) != FAULT_NONE, "%s was taken",
                      BAD[i]);
    }
    ck_assert_int_ne(weekday_parse("Tues", &day), FAULT_NONE);
    static const char *const DAYS[][3] = {
        {"Monday", "周一", "星期一"},    {"tuesday", "周二", "星期二"},
        {"Wednesday", "周三", "星期三"}, {"THURSDAY", "周四", "星期四"},
        {"Friday", "周五", "星期五"},    {"Saturday", "周六", "星期六"},
        {"Sunday", "周日", "星期天"},
    };
    for (int i = 0; i < 21; i++) {
        const char *text = DAYS[i / 3][i % 3];
        ck_assert_msg(weekday_parse(text, &day) == FAULT_NONE && day == i / 3 + 1, "%s", text);
    }
    ck_assert_int_eq(weekly_time_parse("周一 14:00", &day, &minute), FAULT_NONE);
    ck_assert_int_eq(minute, 840);
}
END_TEST

START_TEST(a_date_counts_days_since_1970) {
    Date date;
    ck_assert_int_eq(date_parse("1970-01-01", &date), FAULT_NONE);
    ck_assert_int_eq(date, 0);
    /* 31 years of 365 days and 8 leap days (1972 … 2000) lead to 2001-01-01. */
    ck_assert_int_eq(date_parse("2001-01-01", &date), FAULT_NONE);
    ck_assert_int_eq(date, 31 * 365 + 8);
    ck_assert_int_ne(date_parse("2026-02-29", &date), FAULT_NONE);
    ck_assert_int_ne(date_parse("2026-13-01", &date), FAULT_NONE);
    static const char *const FORMS[] = {"2001-1-1", "2001/1/1",     "2001.01.01",    "01.01.2001",
                                        "1.1.2001", "2001年1月1日", "2001年01月01日"};
    for (size_t i = 0; i < sizeof FORMS / sizeof FORMS[0]; i++) {
        ck_assert_msg(date_parse(FORMS[i], &date) == FAULT_NONE, "%s", FORMS[i]);
        ck_assert_int_eq(date, 31 * 365 + 8);
    }
    static const char *const UNCLEAR[] = {"12/01/2026", "12/01/26", "1-12-2026", "13/01/2026"};
    for (size_t i = 0; i < sizeof UNCLEAR / sizeof UNCLEAR[0]; i++) {
        ck_assert_int_eq(date_parse(UNCLEAR[i], &date), FAULT_DATE_ORDER);
    }
    ck_assert_int_eq(date_parse("01.12.26", &date), FAULT_YEAR_SHORT);
    static const char *const NONE[] = {"2026-12/01", "2026年12-1", "2026年12月1", "1月1日2026年",
                                       "20261-1-1",  "2026-123-1", "2026-1-123"};
    for (size_t i = 0; i < sizeof NONE / sizeof NONE[0]; i++) {
        ck_assert_msg(date_parse(NONE[i], &date) != FAULT_NONE, "%s was taken", NONE[i]);
    }
    ck_assert_int_ne(date_parse("2026-12-01 08:00", &date), FAULT_NONE);
    ck_assert_int_ne(date_parse("1026-12-01", &date), FAULT_NONE);
}
END_TEST

START_TEST(a_later_time_is_a_number_of_days_and_a_clock) {
    static const struct {
        const char *text;
        int days, minute;
    } TIMES[] = {{"D+3 18:30", 3, 1110},
                 {"D+0 0:00", 0, 0},
                 {"D-1 21:40", -1, 1300},
                 {"d+12   08:00", 12, 480},
                 {"D+3650 23:59", 3650, 1439}};
    static const char *const BAD[] = {"",         "D",           "D+",          "D+3",
                                      "D3 18:30", "D +3 18:30",  "D+ 3 18:30",  "D+3  ",
                                      "D+3 18",   "D+3 24:00",   "D+3 18:60",   "D+318:30",
                                      "3d18h",    "D+3 18:30:0", "D+3 18:30 x", "D+12345 08:00"};
    int days, minute;
    for (size_t i = 0; i < sizeof TIMES / sizeof TIMES[0]; i++) {
        ck_assert_msg(later_clock_parse(TIMES[i].text, &days, &minute) == FAULT_NONE, "%s",
                      TIMES[i].text);
        ck_assert_int_eq(days, TIMES[i].days);
        ck_assert_int_eq(minute, TIMES[i].minute);
    }
    for (size_t i = 0; i < sizeof BAD / sizeof BAD[0]; i++) {
        ck_assert_msg(later_clock_parse(BAD[i], &days, &minute) != FAULT_NONE, "%s was taken",
                      BAD[i]);
    }
}
END_TEST

START_TEST(an_instant_may_have_a_time_and_an_offset) {
    InstantText instant;
    ck_assert_int_eq(instant_text_parse("2026-12-01", &instant), FAULT_NONE);
    ck_assert(!instant.has_time && !instant.has_offset);
    ck_assert_int_eq(instant_text_parse("2026-12-01 08:00", &instant), FAULT_NONE);
    ck_assert(instant.has_time && !instant.has_offset);
    ck_assert_int_eq(instant.minute_of_day, 480);
    ck_assert_int_eq(instant_text_parse("2026-12-01T08:00+08:00", &instant), FAULT_NONE);
    ck_assert(instant.has_offset);
    ck_assert_int_eq(instant.offset_min, 480);
    ck_assert_int_eq(instant_text_parse("2026-12-01T08:00-03:30", &instant), FAULT_NONE);
    ck_assert_int_eq(instant.offset_min, -210);
    ck_assert_int_eq(instant_text_parse("2026-12-01T08:00Z", &instant), FAULT_NONE);
    ck_assert(instant.has_offset);
    ck_assert_int_eq(instant.offset_min, 0);
}
END_TEST

START_TEST(a_time_may_be_of_twelve_hours_and_have_seconds_that_are_none) {
    static const struct {
        const char *text;
        int minute;
    } TIMES[] = {{"2026-12-01 8:00", 480},        {"2026/12/1 08:00:00", 480},
                 {"2026年12月1日 8:00 AM", 480},  {"01.12.2026 8:00 pm", 1200},
                 {"2026-12-01T08:00:00Z", 480},   {"2026-12-01 12:00 AM", 0},
                 {"2026-12-01 12:30:00 PM", 750}, {"2026-12-01  8:00PM+08:00", 1200}};
    for (size_t i = 0; i < sizeof TIMES / sizeof TIMES[0]; i++) {
        InstantText instant;
        ck_assert_msg(instant_text_parse(TIMES[i].text, &instant) == FAULT_NONE, "%s",
                      TIMES[i].text);
        ck_assert_msg(instant.minute_of_day == TIMES[i].minute, "%s", TIMES[i].text);
    }
}
END_TEST

START_TEST(what_is_no_instant_is_refused) {
    static const char *const BAD[] = {"",
                                      "soon",
                                      "2026-12-01 08:00:01",
                                      "2026-12-01 24:00",
                                      "2026-12-01T08:00+15:00",
                                      "2026-12-01T08:00 CET",
                                      "2026-12-01Z",
                                      "2026-12-01 0:30 AM",
                                      "2026-12-01 13:00 PM",
                                      "2026-12-01 8:00 XM",
                                      "2026-12-01 08:00:",
                                      "2026-12-01 8",
                                      "2026-11-31"};
    InstantText instant;
    for (size_t i = 0; i < sizeof BAD / sizeof BAD[0]; i++) {
        ck_assert_msg(instant_text_parse(BAD[i], &instant) != FAULT_NONE, "%s was taken", BAD[i]);
    }
    ck_assert_int_eq(instant_text_parse(BAD[2], &instant), FAULT_SECONDS);
}
END_TEST

static Minute resolved(const char *text, const char *zone_text, bool last_minute, LocalKind *kind) {
    Zones *zones = zones_new();
    InstantText instant;
    ck_assert_int_eq(instant_text_parse(text, &instant), FAULT_NONE);
    Minute at = instant_text_resolve(&instant, zone_find(zones, zone_text), last_minute, kind);
    zones_free(zones);
    return at;
}

START_TEST(an_instant_without_offset_is_local) {
    LocalKind kind;
    /* 2001-01-01T08:00 in Shanghai is midnight in UTC. */
    const Minute midnight = (31 * 365 + 8) * 1440;
    ck_assert_int_eq(resolved("2001-01-01 08:00", "Asia/Shanghai", false, &kind), midnight);
    ck_assert_int_eq(resolved("2001-01-01T08:00+08:00", "Europe/Berlin", false, &kind), midnight);
    ck_assert_int_eq(resolved("2001-01-01T00:00Z", "Europe/Berlin", false, &kind), midnight);
    ck_assert_int_eq(kind, LOCAL_PLAIN);
}
END_TEST

START_TEST(a_date_alone_is_its_first_or_its_last_minute) {
    LocalKind kind;
    const Minute midnight = (31 * 365 + 8) * 1440;
    ck_assert_int_eq(resolved("2001-01-01", "Europe/Berlin", false, &kind), midnight - 60);
    ck_assert_int_eq(resolved("2001-01-01", "Europe/Berlin", true, &kind), midnight - 60 + 1439);
}
END_TEST

START_TEST(a_skipped_or_repeated_local_time_is_told) {
    LocalKind kind;
    /* Berlin, 2026-03-29: 02:00 becomes 03:00 at 01:00Z; 2026-10-25: 03:00 becomes 02:00. */
    const Minute spring = resolved("2026-03-29T01:00Z", "Europe/Berlin", false, &kind);
    ck_assert_int_eq(resolved("2026-03-29 02:30", "Europe/Berlin", false, &kind), spring);
    ck_assert_int_eq(kind, LOCAL_SKIPPED);
    const Minute autumn = resolved("2026-10-25T00:30Z", "Europe/Berlin", false, &kind);
    ck_assert_int_eq(resolved("2026-10-25 02:30", "Europe/Berlin", false, &kind), autumn);
    ck_assert_int_eq(kind, LOCAL_REPEATED);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("time_text");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, a_duration_adds_up_its_parts);
    tcase_add_test(cases, a_duration_may_have_decimals_that_come_to_whole_minutes);
    tcase_add_test(cases, a_duration_may_be_negative_where_its_field_allows_it);
    tcase_add_test(cases, a_duration_beyond_all_use_stays_huge);
    tcase_add_test(cases, a_duration_is_written_in_its_largest_units);
    tcase_add_test(cases, what_is_no_duration_is_refused_with_the_reason);
    tcase_add_test(cases, a_weekly_time_is_a_day_and_a_time);
    tcase_add_test(cases, what_is_no_weekly_time_is_refused);
    tcase_add_test(cases, a_date_counts_days_since_1970);
    tcase_add_test(cases, a_later_time_is_a_number_of_days_and_a_clock);
    tcase_add_test(cases, an_instant_may_have_a_time_and_an_offset);
    tcase_add_test(cases, a_time_may_be_of_twelve_hours_and_have_seconds_that_are_none);
    tcase_add_test(cases, what_is_no_instant_is_refused);
    tcase_add_test(cases, an_instant_without_offset_is_local);
    tcase_add_test(cases, a_date_alone_is_its_first_or_its_last_minute);
    tcase_add_test(cases, a_skipped_or_repeated_local_time_is_told);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
