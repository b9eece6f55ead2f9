/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Tables of a plan in every form that is written, and as a spreadsheet saves them again. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "config/plan_folder/plan_table.h"
#include "tests/unit/temp_dir.h"

static char *dir;
static PlanTable table;

static void set_up(void) {
    dir = temp_dir_make();
}

static void tear_down(void) {
    plan_table_free(&table);
    temp_dir_remove(dir);
}

/** Reads text as rakes.csv: pool, station, at, train, change, sets. */
static void read_rakes(const char *text) {
    CsvError error;
    temp_dir_write(dir, "rakes.csv", text);
    ck_assert_int_eq(plan_table_read(&table, TABLE_RAKES, dir, &error), CSV_OK);
}

static void expect_cell(int row, int column, const char *text) {
    ck_assert_str_eq(plan_table_cell(&table, row, column), text);
}

static void expect_row(const char *at, const char *change) {
    ck_assert(plan_table_whole(&table));
    expect_cell(1, RAKE_POOL, "CN");
    expect_cell(1, RAKE_AT, at);
    expect_cell(1, RAKE_CHANGE, change);
    expect_cell(0, RAKE_SETS, "sets");
}

START_TEST(the_plain_form_is_read_as_it_stands) {
    read_rakes("pool,station,at,train,change,sets\nCN,YIW,2026-12-01T04:30+08:00,T,-1,3\n");
    expect_row("2026-12-01T04:30+08:00", "-1");
}
END_TEST

START_TEST(an_instant_of_two_columns_is_one) {
    read_rakes("pool,station,at,at_offset,train,change,sets\n"
               "CN,YIW,2026-12-01 04:30,UTC+08:00,T,-1,3\n");
    expect_row("2026-12-01T04:30+08:00", "-1");
    ck_assert_int_eq(plan_table_place(&table, 1, RAKE_AT).column, 8);
    ck_assert_int_eq(plan_table_place(&table, 1, RAKE_TRAIN).column, 35);
}
END_TEST

START_TEST(headings_may_be_chinese) {
    read_rakes("车板;车站;时间;时间时差;列车;增减组数;在站组数\n"
               "CN;YIW;2026-12-01 04:30;UTC+08:00;T;-1;3\n");
    expect_row("2026-12-01T04:30+08:00", "-1");
}
END_TEST

START_TEST(what_a_spreadsheet_saved_is_read) {
    read_rakes("pool,station,at,at_offset,train,change,sets\n"
               "CN,YIW,2026/12/1 4:30,8:00,T,-1,3\n"
               "CN,YIW,2026-12-01 04:30:00,-05:00:00,T,-1,3\n"
               "CN,YIW,,,T,-1,3\n");
    expect_row("2026-12-01T04:30+08:00", "-1");
    ck_assert_str_eq(plan_table_cell(&table, 2, RAKE_AT), "2026-12-01T04:30-05:00");
    ck_assert_str_eq(plan_table_cell(&table, 3, RAKE_AT), "");
}
END_TEST

START_TEST(what_is_no_instant_stays_as_it_is) {
    read_rakes("pool,station,at,at_offset,train,change,sets\nCN,YIW,soon,+08:00,T,-1,3\n");
    expect_row("soon+08:00", "-1");
}
END_TEST

START_TEST(a_decimal_comma_is_one_in_numbers_alone) {
    CsvError error;
    temp_dir_write(dir, "money.csv", "part;line;amount\nleg;A,B;-1234,50\n");
    ck_assert_int_eq(plan_table_read(&table, TABLE_MONEY, dir, &error), CSV_OK);
    ck_assert_str_eq(plan_table_cell(&table, 1, MONEY_AMOUNT), "-1234.50");
    ck_assert_str_eq(plan_table_cell(&table, 1, MONEY_LINE), "A,B");
}
END_TEST

START_TEST(prices_of_tiers_are_several_numbers) {
    CsvError error;
    temp_dir_write(dir, "bookings.csv", "booking;revenue\nB;\"9000,00;6000,50\"\n");
    ck_assert_int_eq(plan_table_read(&table, TABLE_BOOKINGS, dir, &error), CSV_OK);
    ck_assert_str_eq(plan_table_cell(&table, 1, BOOKING_REVENUE), "9000.00;6000.50");
}
END_TEST

START_TEST(headings_of_a_file_differ_in_either_language) {
    for (int id = 0; id < PLAN_TABLES; id++) {
        const PlanFile *file = plan_file((PlanTableId)id);
        for (int i = 0; i < file->n_columns; i++) {
            ck_assert_msg(file->columns[i].zh != NULL, "%s: %s has no Chinese heading", file->name,
                          file->columns[i].name);
            for (int j = 0; j < i; j++) {
                ck_assert_str_ne(file->columns[i].zh, file->columns[j].zh);
            }
        }
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("table form");
    TCase *cases = tcase_create("all");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_test(cases, the_plain_form_is_read_as_it_stands);
    tcase_add_test(cases, an_instant_of_two_columns_is_one);
    tcase_add_test(cases, headings_may_be_chinese);
    tcase_add_test(cases, what_a_spreadsheet_saved_is_read);
    tcase_add_test(cases, what_is_no_instant_stays_as_it_is);
    tcase_add_test(cases, a_decimal_comma_is_one_in_numbers_alone);
    tcase_add_test(cases, prices_of_tiers_are_several_numbers);
    tcase_add_test(cases, headings_of_a_file_differ_in_either_language);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
