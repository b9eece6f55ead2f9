/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Bookings as LibreOffice writes them, in each locale, encoding and separator: all are one case.
 *  The program's argument is the folder that tests/spreadsheets/make_files.py filled. */
#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "config/case_read.h"
#include "tests/unit/findings_text.h"

static const char *folder;

static const char CASE[] =
    "banlie: 1\n"
    "horizon: {start: 2026-11-30, weeks: 2, zone: Asia/Shanghai}\n"
    "stations:\n"
    "  YIW: {country: CN, zone: Asia/Shanghai}\n"
    "  DUI: {country: DE, zone: Europe/Berlin}\n"
    "slots:\n"
    "  - {id: S, from: YIW, to: DUI, departs: [周四 14:00], runs: 12d, km: 9000, "
    "teu: 110}\n"
    "lines:\n"
    "  L: {route: [YIW, DUI]}\n"
    "demand: {csv: %s}\n";

static const char *const LOCALES[] = {"en-US", "zh-CN", "de-DE"};
static const char *const ENCODINGS[] = {"utf8", "utf16", "gb18030"};
static const char *const SEPARATORS[] = {"comma", "semicolon", "tab"};

/** Reads the case with one of the files as its bookings. @param said  what is found in it */
static Case *read_with(const char *file, char **said) {
    const char *path = "spreadsheet_test.yaml";
    g_autofree char *csv = g_build_filename(folder, file, NULL);
    g_autofree char *text = g_strdup_printf(CASE, csv);
    ck_assert(g_file_set_contents(path, text, -1, NULL));
    Findings *findings = findings_new();
    bool unreadable;
    Case *kase = case_read(path, findings, &unreadable);
    g_unlink(path);
    *said = findings_text(findings);
    findings_free(findings);
    return kase;
}

/** A booking as the sheet has it; instants in minutes since 1970 in UTC. */
typedef struct {
    const char *code, *container;
    int boxes;
    double tonnes, revenue;
    bool must;
    Minute ready, due;
} Written;

/* 2026-12-01 is day 20788; Shanghai is 480 minutes ahead of UTC, Berlin in winter 60. */
static const Written BOOKINGS[] = {
    {"B1", "40HC", 12, 18.75, 41900, true, 20788 * 1440 + 0, 20811 * 1440 + 1439 - 60},
    {"B2", "40HC", 4, 9.5, 36650.5, false, 20789 * 1440 + 870 - 480, 20813 * 1440 + 1439 - 60},
    {"B3", "20GP", 20, 21, 22600, false, 20790 * 1440 - 480, 20815 * 1440 + 1439 - 60},
};

static void expect_bookings(const Case *kase, const char *file) {
    ck_assert_int_eq(kase->n_demand, 3);
    for (int i = 0; i < 3; i++) {
        const Demand *demand = &kase->demand[i];
        const Written *written = &BOOKINGS[i];
        ck_assert_str_eq(demand->code, written->code);
        ck_assert_str_eq(kase->containers[demand->container].code, written->container);
        ck_assert_int_eq(demand->tiers[0].boxes, written->boxes);
        ck_assert_msg(demand->tonnes_per_box == written->tonnes, "%s: %g t", file,
                      demand->tonnes_per_box);
        ck_assert_double_eq(demand->tiers[0].revenue_per_box, written->revenue);
        ck_assert_int_eq(demand->must, written->must);
        ck_assert_msg(demand->ready == written->ready && demand->due == written->due,
                      "%s: booking %s", file, written->code);
    }
}

static int count_lines(const char *text) {
    int count = 0;
    for (; *text != '\0'; text++) {
        count += *text == '\n';
    }
    return count;
}

START_TEST(a_sheet_of_iso_dates_is_the_same_case_however_it_is_saved) {
    const char *encoding = ENCODINGS[_i / 3 % 3];
    g_autofree char *file =
        g_strdup_printf("iso-%s-%s-%s.csv", LOCALES[_i / 9], encoding, SEPARATORS[_i % 3]);
    g_autofree char *said = NULL;
    Case *kase = read_with(file, &said);
    ck_assert_msg(kase != NULL, "%s", said);
    expect_bookings(kase, file);
    /* The column that is no field, and the guess at the encoding. */
    ck_assert_msg(strstr(said, "部门") != NULL, "%s", said);
    ck_assert_int_eq(count_lines(said), strcmp(encoding, "gb18030") == 0 ? 2 : 1);
    case_free(kase);
}
END_TEST

START_TEST(dates_of_chinese_and_german_sheets_are_read) {
    static const char *const FILES[] = {"own-zh-CN.csv", "own-de-DE.csv"};
    for (int i = 0; i < 2; i++) {
        g_autofree char *said = NULL;
        Case *kase = read_with(FILES[i], &said);
        ck_assert_msg(kase != NULL, "%s", said);
        expect_bookings(kase, FILES[i]);
        case_free(kase);
    }
}
END_TEST

START_TEST(months_that_stand_first_are_one_error_a_column) {
    g_autofree char *said = NULL;
    ck_assert_ptr_null(read_with("own-en-US.csv", &said));
    static const char *const COLUMNS[] = {"ready: \"12/01/2026", "due: \"12/24/2026"};
    for (int i = 0; i < 2; i++) {
        const char *at = strstr(said, COLUMNS[i]);
        ck_assert_msg(at != NULL, "%s", said);
        ck_assert_ptr_nonnull(strstr(at, "such as 2026-12-01 (3 values in all)"));
    }
    ck_assert_msg(count_lines(said) == 3, "%s", said); /* and the unknown column */
}
END_TEST

int main(int argc, char **argv) {
    if (argc < 2) {
        fputs("usage: spreadsheet_test FOLDER\n", stderr);
        return EXIT_FAILURE;
    }
    folder = argv[1];
    Suite *suite = suite_create("spreadsheets");
    TCase *cases = tcase_create("all");
    tcase_add_loop_test(cases, a_sheet_of_iso_dates_is_the_same_case_however_it_is_saved, 0, 27);
    tcase_add_test(cases, dates_of_chinese_and_german_sheets_are_read);
    tcase_add_test(cases, months_that_stand_first_are_one_error_a_column);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
