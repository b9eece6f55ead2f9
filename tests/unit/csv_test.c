/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading CSV: cells, places and faults. */
#include <check.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/csv.h"
#include "export/words/findings/finding_words.h"

static CsvTable table;
static CsvError error;

static CsvStatus read_bytes(const char *bytes, size_t size) {
    char path[] = "csv_test_XXXXXX";
    int file = g_mkstemp(path);
    ck_assert_int_ge(file, 0);
    close(file);
    ck_assert(g_file_set_contents(path, bytes, (gssize)size, NULL));
    csv_free(&table);
    CsvStatus status = csv_read(path, &table, &error);
    g_unlink(path);
    return status;
}

static CsvStatus read_text(const char *text) {
    return read_bytes(text, strlen(text));
}

static void expect_fault(const char *text, int line, int column, const char *part) {
    ck_assert_int_eq(read_text(text), CSV_MALFORMED);
    char *said = finding_words_english(&error.phrase);
    ck_assert_msg(strstr(said, part) != NULL, "%s", said);
    g_free(said);
    ck_assert_int_eq(error.line, line);
    ck_assert_int_eq(error.column, column);
    ck_assert_int_eq(table.n_rows, 0);
    ck_assert_ptr_null(table.cells);
}

static void tear_down(void) {
    csv_free(&table);
}

START_TEST(rows_and_columns_are_found) {
    ck_assert_int_eq(read_text("id, from\r\nB1,YIW\r\n\r\nB2,"), CSV_OK);
    ck_assert_int_eq(table.n_rows, 3);
    ck_assert_int_eq(table.n_columns, 2);
    ck_assert_int_eq(csv_column(&table, "from"), 1);
    ck_assert_int_eq(csv_column(&table, "to"), -1);
    ck_assert_str_eq(csv_cell(&table, 1, 1), "YIW");
    ck_assert_str_eq(csv_cell(&table, 2, 1), "");
    ck_assert_int_eq(table.lines[2], 4);
}
END_TEST

START_TEST(quotes_hold_commas_quotes_and_line_ends) {
    ck_assert_int_eq(read_text("a,b\n\"x, \"\"y\"\"\nz\",1\n2,\"\"\n"), CSV_OK);
    ck_assert_str_eq(csv_cell(&table, 1, 0), "x, \"y\"\nz");
    ck_assert_str_eq(csv_cell(&table, 1, 1), "1");
    ck_assert_str_eq(csv_cell(&table, 2, 1), "");
    ck_assert_int_eq(table.lines[2], 4);
    ck_assert_int_eq(table.places[3].line, 3);
    ck_assert_int_eq(table.places[3].column, 4);
}
END_TEST

START_TEST(columns_count_characters_and_a_byte_order_mark_is_none) {
    ck_assert_int_eq(read_text("\xEF\xBB\xBF"
                               "a,b\n义乌西,\"é\"\n"),
                     CSV_OK);
    ck_assert_str_eq(csv_cell(&table, 0, 0), "a");
    ck_assert_int_eq(table.places[1].column, 3);
    ck_assert_int_eq(table.places[3].column, 6);
}
END_TEST

START_TEST(a_fault_has_its_place) {
    expect_fault("a,b\n1,2\n3\n", 3, 1, "1 cell in this row, but 2");
    expect_fault("a,b\n1,2,3\n", 2, 5, "3 cells in this row, but 2");
    expect_fault("a,b\n1,\"2\n3,4\n", 2, 3, "never closed");
    expect_fault("a,b\n1,\"2\"x\n", 2, 6, "after a closing quote");
    expect_fault("a,b\n1,2\"x\n", 2, 4, "quote within a cell");
    expect_fault("a,b,a\n", 1, 5, "`a` is there twice");
    expect_fault("a,,b\n", 1, 3, "column 2 has no name");
    expect_fault("a\n\xE4\n", 2, 1, "not UTF-8");
    expect_fault("", 0, 0, "no header");
    expect_fault("\n\n", 0, 0, "no header");
}
END_TEST

START_TEST(a_nul_byte_is_refused) {
    ck_assert_int_eq(read_bytes("a\nb\0c\n", 6), CSV_MALFORMED);
    ck_assert_int_eq(error.line, 2);
    ck_assert_int_eq(error.column, 2);
}
END_TEST

START_TEST(a_missing_file_is_unreadable) {
    ck_assert_int_eq(csv_read("no/such/file.csv", &table, &error), CSV_UNREADABLE);
    ck_assert_int_eq(csv_read(".", &table, &error), CSV_UNREADABLE);
}
END_TEST

static void count_fault(void *user, const CsvError *fault) {
    int *lines = user;
    lines[++lines[0]] = fault->line;
}

START_TEST(reading_goes_on_after_a_wrong_row) {
    const char *path = "csv_test_on.csv";
    ck_assert(g_file_set_contents(path, "a,b\n1,2\n3\n\"4\"x,5\n6,7\n", -1, NULL));
    int lines[8] = {0};
    TextFile file;
    TextFault refusal;
    ck_assert_int_eq(text_file_read(path, &file, &refusal), TEXT_FILE_OK);
    ck_assert_int_eq(csv_read_text(&file, &CSV_STRICT, &table, count_fault, lines), CSV_MALFORMED);
    g_unlink(path);
    ck_assert_int_eq(lines[0], 2);
    ck_assert_int_eq(lines[1], 3);
    ck_assert_int_eq(lines[2], 4);
    ck_assert_int_eq(table.n_rows, 3);
    ck_assert_str_eq(csv_cell(&table, 2, 1), "7");
    ck_assert_int_eq(table.lines[2], 5);
    ck_assert_int_eq(table.places[5].line, 5);
}
END_TEST

START_TEST(damaged_files_are_refused_or_read_but_never_crash) {
    static const char sound[] = "id,late.max,x\r\nB1,\"4;\"\"d\",义\n\n\"a\nb\",2,3\n";
    const size_t size = sizeof sound - 1;
    for (size_t cut = 0; cut <= size; cut++) {
        const CsvStatus status = read_bytes(sound, cut);
        ck_assert(status == CSV_OK || status == CSV_MALFORMED);
    }
    GRand *random = g_rand_new_with_seed(20261201);
    for (int i = 0; i < 2000; i++) {
        char copy[sizeof sound];
        memcpy(copy, sound, sizeof sound);
        copy[g_rand_int_range(random, 0, (gint32)size)] = (char)g_rand_int_range(random, -128, 128);
        const CsvStatus status = read_bytes(copy, size);
        ck_assert(status == CSV_OK || status == CSV_MALFORMED);
    }
    g_rand_free(random);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("csv");
    TCase *tests = tcase_create("csv");
    tcase_add_checked_fixture(tests, NULL, tear_down);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, rows_and_columns_are_found);
    tcase_add_test(tests, quotes_hold_commas_quotes_and_line_ends);
    tcase_add_test(tests, columns_count_characters_and_a_byte_order_mark_is_none);
    tcase_add_test(tests, a_fault_has_its_place);
    tcase_add_test(tests, a_nul_byte_is_refused);
    tcase_add_test(tests, a_missing_file_is_unreadable);
    tcase_add_test(tests, reading_goes_on_after_a_wrong_row);
    tcase_add_test(tests, damaged_files_are_refused_or_read_but_never_crash);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
