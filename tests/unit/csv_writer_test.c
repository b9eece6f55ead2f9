/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <errno.h>
#include <glib.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>

#include "export/tables/csv_writer.h"
#include "tests/unit/temp_dir.h"

static char *dir;
static CsvWriter csv;

static void set_up(void) {
    dir = temp_dir_make();
    csv = csv_writer_open(dir, "a.csv", &(TableForm){.bom = false});
}

static void tear_down(void) {
    temp_dir_remove(dir);
}

/* Ends the row and the file, whose bytes have to be these. */
static void expect(const char *bytes) {
    csv_end_row(&csv);
    ck_assert_int_eq(csv_writer_close(&csv), 0);
    char *text = temp_dir_read(dir, "a.csv");
    ck_assert_str_eq(text, bytes);
    g_free(text);
}

START_TEST(rows_end_in_crlf_and_cells_are_parted_by_commas) {
    csv_put_header(&csv, "a,b");
    csv_put_text(&csv, "x");
    csv_put_int(&csv, -7);
    expect("a,b\r\nx,-7\r\n");
}
END_TEST

START_TEST(a_byte_order_mark_comes_first_where_wanted) {
    ck_assert_int_eq(csv_writer_close(&csv), 0);
    csv = csv_writer_open(dir, "b.csv", &(TableForm){.bom = true});
    csv_put_header(&csv, "a");
    ck_assert_int_eq(csv_writer_close(&csv), 0);
    char *text = temp_dir_read(dir, "b.csv");
    ck_assert_str_eq(text, "\xEF\xBB\xBF"
                           "a\r\n");
    g_free(text);
}
END_TEST

START_TEST(commas_quotes_breaks_and_outer_blanks_are_quoted) {
    csv_put_text(&csv, "a,b");
    csv_put_text(&csv, "say \"yes\"");
    csv_put_text(&csv, "two\nlines");
    csv_put_text(&csv, " x");
    csv_put_text(&csv, "义乌西");
    csv_put_text(&csv, "");
    csv_put_text(&csv, NULL);
    expect("\"a,b\",\"say \"\"yes\"\"\",\"two\nlines\",\" x\",义乌西,,\r\n");
}
END_TEST

START_TEST(no_text_is_a_formula) {
    csv_put_text(&csv, "=1+1");
    csv_put_text(&csv, "+a");
    csv_put_text(&csv, "-a");
    csv_put_text(&csv, "@a,b");
    csv_put_text(&csv, "\t=a");
    csv_put_text(&csv, "＝a");
    csv_put_text(&csv, "a=b");
    expect("'=1+1,'+a,'-a,\"'@a,b\",\"'\t=a\",'＝a,a=b\r\n");
}
END_TEST

START_TEST(numbers_have_their_decimals) {
    csv_put_money(&csv, 1234567.891);
    csv_put_teu_km(&csv, 12.25);
    csv_put_ratio(&csv, 1.0 / 3);
    csv_put_quantity(&csv, 100);
    csv_put_quantity(&csv, 2.25);
    csv_put_quantity(&csv, 2.0000001);
    csv_put_hours(&csv, 331);
    csv_put_bool(&csv, true);
    expect("1234567.89,12.2,0.333333,100,2.25,2,5.52,true\r\n");
}
END_TEST

START_TEST(minus_zero_is_zero_and_what_is_no_number_is_empty) {
    csv_put_money(&csv, -0.001);
    csv_put_ratio(&csv, -0.0);
    csv_put_quantity(&csv, -1e-9);
    csv_put_money(&csv, (double)NAN);
    csv_put_quantity(&csv, (double)INFINITY);
    csv_put_money(&csv, -0.01);
    expect("0.00,0.000000,0,,,-0.01\r\n");
}
END_TEST

START_TEST(the_locale_does_not_change_numbers) {
    static const char *const comma_locales[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "ru_RU.UTF-8"};
    for (size_t i = 0; i < G_N_ELEMENTS(comma_locales); i++) {
        (void)setlocale(LC_ALL, comma_locales[i]);
    }
    csv_put_money(&csv, 1234.5);
    expect("1234.50\r\n");
}
END_TEST

START_TEST(dates_and_instants_are_local_with_offset) {
    Zones *zones = zones_new();
    csv_put_instant(&csv, zone_find(zones, "Europe/Berlin"), 0);
    csv_put_date(&csv, 20788);
    zones_free(zones);
    expect("1970-01-01T01:00+01:00,2026-12-01\r\n");
}
END_TEST

START_TEST(a_file_that_exists_is_not_overwritten) {
    ck_assert_int_eq(csv_writer_close(&csv), 0);
    csv = csv_writer_open(dir, "a.csv", &(TableForm){.bom = true});
    csv_put_text(&csv, "x");
    ck_assert_int_eq(csv_writer_close(&csv), EEXIST);
}
END_TEST

START_TEST(a_missing_folder_is_reported_at_close) {
    ck_assert_int_eq(csv_writer_close(&csv), 0);
    csv = csv_writer_open("/nonexistent-folder", "a.csv", &(TableForm){.bom = true});
    csv_put_money(&csv, 1);
    csv_end_row(&csv);
    ck_assert_int_eq(csv_writer_close(&csv), ENOENT);
}
END_TEST

START_TEST(a_full_disk_is_reported_at_close) {
    ck_assert_int_eq(csv_writer_close(&csv), 0);
    csv.file.stream = fopen("/dev/full", "w");
    if (csv.file.stream == NULL) {
        return; // no such device on this system
    }
    csv_put_text(&csv, "x");
    ck_assert_int_eq(csv_writer_close(&csv), ENOSPC);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("csv_writer");
    TCase *tests = tcase_create("csv_writer");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, rows_end_in_crlf_and_cells_are_parted_by_commas);
    tcase_add_test(tests, a_byte_order_mark_comes_first_where_wanted);
    tcase_add_test(tests, commas_quotes_breaks_and_outer_blanks_are_quoted);
    tcase_add_test(tests, no_text_is_a_formula);
    tcase_add_test(tests, numbers_have_their_decimals);
    tcase_add_test(tests, minus_zero_is_zero_and_what_is_no_number_is_empty);
    tcase_add_test(tests, the_locale_does_not_change_numbers);
    tcase_add_test(tests, dates_and_instants_are_local_with_offset);
    tcase_add_test(tests, a_file_that_exists_is_not_overwritten);
    tcase_add_test(tests, a_missing_folder_is_reported_at_close);
    tcase_add_test(tests, a_full_disk_is_reported_at_close);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
