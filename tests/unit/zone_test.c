/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates, local times and zones against values worked out by hand. */
#include <check.h>
#include <stdlib.h>

#include "base/date.h"
#include "base/zone.h"

static Zones *zones;

static void set_up(void) {
    zones = zones_new();
}

static void tear_down(void) {
    zones_free(zones);
}

static Date day(int year, int month, int number) {
    Date date = 0;
    ck_assert(date_from_ymd(year, month, number, &date));
    return date;
}

/** Checks a local time against an instant in UTC. */
static void expect(const char *name, Date date, int hour, int minute, const char *utc,
                   LocalKind kind) {
    Minute wanted = 0;
    LocalKind found = LOCAL_PLAIN;
    const Zone *zone = zone_find(zones, name);
    ck_assert_ptr_nonnull(zone);
    ck_assert(instant_parse(utc, &wanted));
    ck_assert_int_eq(zone_to_minute(zone, date, hour * 60 + minute, &found), wanted);
    ck_assert_int_eq(found, kind);
}

START_TEST(dates_count_from_1970) {
    ck_assert_int_eq(day(1970, 1, 1), 0);
    ck_assert_int_eq(day(1969, 12, 31), -1);
    ck_assert_int_eq(day(2000, 3, 1), 11017);
    ck_assert_int_eq(day(1900, 1, 1), -25567);
}
END_TEST

START_TEST(days_that_do_not_exist_are_refused) {
    Date date = 0;
    ck_assert(!date_from_ymd(2026, 2, 30, &date));
    ck_assert(!date_from_ymd(2100, 2, 29, &date));
    ck_assert(!date_from_ymd(2026, 13, 1, &date));
    ck_assert(!date_from_ymd(2026, 1, 0, &date));
    ck_assert(!date_from_ymd(1899, 12, 31, &date));
    ck_assert(date_from_ymd(2000, 2, 29, &date));
}
END_TEST

START_TEST(every_date_from_1900_to_2200_comes_back) {
    for (Date date = day(1900, 1, 1); date <= day(2200, 12, 31); date++) {
        int year = 0, month = 0, number = 0;
        date_to_ymd(date, &year, &month, &number);
        ck_assert_int_eq(day(year, month, number), date);
    }
}
END_TEST

START_TEST(the_ends_of_the_date_range_have_a_text) {
    char text[DATE_TEXT_SIZE];
    ck_assert_str_eq(date_format(DATE_MAX, text), "5881580-07-11");
    ck_assert_str_eq(date_format(DATE_MIN, text), "-5877641-06-23");
}
END_TEST

START_TEST(weekdays_are_right) {
    ck_assert_int_eq(date_weekday(day(1970, 1, 1)), 4);
    ck_assert_int_eq(date_weekday(day(2026, 11, 30)), 1);
    ck_assert_int_eq(date_weekday(day(2026, 12, 6)), 7);
    ck_assert_int_eq(date_weekday(day(1969, 12, 31)), 3);
}
END_TEST

START_TEST(a_plain_local_time_has_one_instant) {
    expect("Asia/Shanghai", day(2026, 12, 1), 4, 30, "2026-11-30T20:30Z", LOCAL_PLAIN);
    expect("UTC", day(2026, 12, 1), 0, 0, "2026-12-01T00:00Z", LOCAL_PLAIN);
    expect("Europe/Berlin", day(2026, 7, 1), 12, 0, "2026-07-01T10:00Z", LOCAL_PLAIN);
}
END_TEST

START_TEST(a_repeated_time_is_the_earlier_one) {
    expect("Europe/Berlin", day(2026, 10, 25), 2, 30, "2026-10-25T00:30Z", LOCAL_REPEATED);
    expect("Europe/Berlin", day(2026, 10, 25), 2, 0, "2026-10-25T00:00Z", LOCAL_REPEATED);
    expect("Europe/Berlin", day(2026, 10, 25), 1, 59, "2026-10-24T23:59Z", LOCAL_PLAIN);
    expect("Europe/Berlin", day(2026, 10, 25), 3, 0, "2026-10-25T02:00Z", LOCAL_PLAIN);
}
END_TEST

START_TEST(a_skipped_time_is_the_first_minute_after_the_gap) {
    expect("Europe/Berlin", day(2027, 3, 28), 2, 30, "2027-03-28T01:00Z", LOCAL_SKIPPED);
    expect("Europe/Berlin", day(2027, 3, 28), 2, 0, "2027-03-28T01:00Z", LOCAL_SKIPPED);
    expect("Europe/Berlin", day(2027, 3, 28), 1, 59, "2027-03-28T00:59Z", LOCAL_PLAIN);
    expect("Europe/Berlin", day(2027, 3, 28), 3, 0, "2027-03-28T01:00Z", LOCAL_PLAIN);
}
END_TEST

START_TEST(almaty_moved_to_utc_plus_5_in_march_2024) {
    expect("Asia/Almaty", day(2024, 2, 1), 12, 0, "2024-02-01T06:00Z", LOCAL_PLAIN);
    expect("Asia/Almaty", day(2024, 4, 1), 12, 0, "2024-04-01T07:00Z", LOCAL_PLAIN);
    expect("Asia/Almaty", day(2026, 12, 1), 12, 0, "2026-12-01T07:00Z", LOCAL_PLAIN);
}
END_TEST

START_TEST(summer_time_goes_on_in_the_far_future) {
    expect("Europe/Berlin", day(2199, 7, 1), 12, 0, "2199-07-01T10:00Z", LOCAL_PLAIN);
    expect("Europe/Berlin", day(2200, 12, 1), 12, 0, "2200-12-01T11:00Z", LOCAL_PLAIN);
}
END_TEST

START_TEST(a_whole_day_can_be_skipped) {
    /* Samoa went from the east to the west of the date line: 2011-12-30 never was. */
    expect("Pacific/Apia", day(2011, 12, 30), 12, 0, "2011-12-30T10:00Z", LOCAL_SKIPPED);
}
END_TEST

START_TEST(only_iana_names_are_zones) {
    static const char *const wrong[] = {"",       "+08:00",    "Europe/Nowhere",      "AAA-3",
                                        "Z",      "localtime", "right/Europe/Berlin", "../UTC",
                                        "Europe", "zone.tab"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        ck_assert_msg(zone_find(zones, wrong[i]) == NULL, "%s was taken", wrong[i]);
    }
    ck_assert_str_eq(zone_name(zone_find(zones, "UTC")), "UTC");
    ck_assert_ptr_eq(zone_find(zones, "Asia/Shanghai"), zone_find(zones, "Asia/Shanghai"));
}
END_TEST

/** Every minute of two days comes back; the first pass of a repeated hour, at least. */
static void round_trip(const char *name, Date from) {
    const Zone *zone = zone_find(zones, name);
    for (int i = 0; i < 3 * MINUTES_PER_DAY; i++) {
        const Date date = from + i / MINUTES_PER_DAY;
        LocalKind kind = LOCAL_PLAIN;
        const Minute at = zone_to_minute(zone, date, i % MINUTES_PER_DAY, &kind);
        Date back = 0;
        int minute = 0, offset = 0;
        zone_from_minute(zone, at, &back, &minute, &offset);
        ck_assert_int_eq((Minute)back * MINUTES_PER_DAY + minute - offset, at);
        if (kind == LOCAL_SKIPPED) {
            ck_assert_int_gt((Minute)back * MINUTES_PER_DAY + minute,
                             (Minute)date * MINUTES_PER_DAY + i % MINUTES_PER_DAY);
        } else {
            ck_assert(back == date && minute == i % MINUTES_PER_DAY);
        }
    }
}

START_TEST(every_minute_of_a_clock_change_weekend_comes_back) {
    static const char *const names[] = {"Europe/Berlin", "Europe/London", "America/New_York",
                                        "Asia/Shanghai"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        round_trip(names[i], day(2026, 10, 24));
        round_trip(names[i], day(2027, 3, 27));
        round_trip(names[i], day(2026, 10, 31));
        round_trip(names[i], day(2027, 3, 13));
    }
}
END_TEST

START_TEST(the_next_clock_change_is_found_in_its_minute) {
    const Zone *berlin = zone_find(zones, "Europe/Berlin");
    Minute change = 0, at = 0;
    ck_assert(instant_parse("2027-03-28T01:00Z", &change));
    ck_assert(zone_next_change(berlin, change - 1, change, &at));
    ck_assert_int_eq(at, change);
    ck_assert(!zone_next_change(berlin, change - 1000, change - 1, &at));
    ck_assert(!zone_next_change(berlin, change, change + 1000, &at));
    ck_assert(!zone_next_change(zone_find(zones, "Asia/Shanghai"), change, change + 1000000, &at));
}
END_TEST

START_TEST(instants_are_written_with_their_offset) {
    Minute at = 0;
    char text[INSTANT_TEXT_SIZE];
    ck_assert(instant_parse("2026-11-30T20:30Z", &at));
    ck_assert_str_eq(instant_format(zone_find(zones, "Asia/Shanghai"), at, text),
                     "2026-12-01T04:30+08:00");
    ck_assert_str_eq(instant_format(zone_find(zones, "America/St_Johns"), at, text),
                     "2026-11-30T17:00-03:30");
    ck_assert(instant_parse("1970-01-01T00:00-03:30", &at));
    ck_assert_int_eq(at, 210);
}
END_TEST

START_TEST(what_is_no_instant_is_refused) {
    static const char *const wrong[] = {
        "",
        "2026-12-01",
        "2026-12-01T08:00",
        "2026-12-01 08:00Z",
        "2026-12-01T24:00Z",
        "2026-12-01T08:60Z",
        "2026-02-30T08:00Z",
        "2026-12-01T08:00+8:00",
        "2026-12-01T08:00+08:60",
        "2026-12-01T08:00Zx",
        "20-6-12-01T08:00Z",
    };
    Minute at = 0;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        ck_assert_msg(!instant_parse(wrong[i], &at), "%s was taken", wrong[i]);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("zone");
    TCase *tests = tcase_create("zone");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, dates_count_from_1970);
    tcase_add_test(tests, days_that_do_not_exist_are_refused);
    tcase_add_test(tests, every_date_from_1900_to_2200_comes_back);
    tcase_add_test(tests, the_ends_of_the_date_range_have_a_text);
    tcase_add_test(tests, weekdays_are_right);
    tcase_add_test(tests, a_plain_local_time_has_one_instant);
    tcase_add_test(tests, a_repeated_time_is_the_earlier_one);
    tcase_add_test(tests, a_skipped_time_is_the_first_minute_after_the_gap);
    tcase_add_test(tests, almaty_moved_to_utc_plus_5_in_march_2024);
    tcase_add_test(tests, summer_time_goes_on_in_the_far_future);
    tcase_add_test(tests, a_whole_day_can_be_skipped);
    tcase_add_test(tests, only_iana_names_are_zones);
    tcase_add_test(tests, every_minute_of_a_clock_change_weekend_comes_back);
    tcase_add_test(tests, the_next_clock_change_is_found_in_its_minute);
    tcase_add_test(tests, instants_are_written_with_their_offset);
    tcase_add_test(tests, what_is_no_instant_is_refused);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
