/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The time zone database, sound and broken. */
#include "base/zone_file.h"
#include "export/words/findings/finding_words.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "base/zone.h"
#include "tests/property/random_number.h"
#include "tests/unit/temp_dir.h"

static const char DATABASE[] = "/usr/share/zoneinfo";

START_TEST(every_zone_of_the_database_is_sound) {
    char *path = g_build_filename(DATABASE, "zone1970.tab", NULL), *text = NULL;
    ck_assert(g_file_get_contents(path, &text, NULL, NULL));
    char **lines = g_strsplit(text, "\n", -1);
    Phrase *why;
    int count = 0;
    for (int i = 0; lines[i] != NULL; i++) {
        char **columns = g_strsplit(lines[i], "\t", -1);
        if (lines[i][0] != '#' && g_strv_length(columns) >= 3) {
            ck_assert_msg(zone_file_check(columns[2], &why) == ZONE_FILE_SOUND, "%s", columns[2]);
            count++;
        }
        g_strfreev(columns);
    }
    ck_assert_int_gt(count, 250);
    g_strfreev(lines);
    g_free(text);
    g_free(path);
}
END_TEST

/** A database with one zone, Test/Zone, of these bytes. */
static char *database_of(const char *bytes, size_t size) {
    char *dir = temp_dir_make(), *region = g_build_filename(dir, "Test", NULL);
    char *file = g_build_filename(region, "Zone", NULL);
    ck_assert_int_eq(g_mkdir(region, 0755), 0);
    ck_assert(g_file_set_contents(file, bytes, (gssize)size, NULL));
    ck_assert_int_eq(setenv("TZDIR", dir, 1), 0);
    g_free(file);
    g_free(region);
    return dir;
}

/** What a fault says, "" where there is none; frees it. */
static char *words_of(Phrase *why) {
    char *said = why == NULL ? g_strdup("") : finding_words_english(why);
    g_free(why);
    return said;
}

/** What a database of these bytes says of its zone: "" where it is taken. */
static char *said_of(const char *bytes, size_t size) {
    char *dir = database_of(bytes, size);
    Phrase *why;
    Zones *zones = zones_new();
    const Zone *zone = zone_look_up(zones, "Test/Zone", &why);
    ck_assert((zone == NULL) == (why != NULL));
    if (zone != NULL) { /* of use without a crash */
        Minute at = 0;
        (void)zone_to_minute(zone, 20000, 30, NULL);
        (void)zone_next_change(zone, 0, 100000000, &at);
    }
    zones_free(zones);
    temp_dir_remove(dir);
    return words_of(why);
}

START_TEST(a_broken_file_is_called_broken_and_does_no_harm) {
    char *path = g_build_filename(DATABASE, "Europe/Berlin", NULL), *bytes = NULL;
    gsize size = 0;
    ck_assert(g_file_get_contents(path, &bytes, &size, NULL));
    char *whole = said_of(bytes, size);
    ck_assert_str_eq(whole, "");
    g_free(whole);
    for (gsize cut = 0; cut + 20 < size; cut += 1 + cut / 40) {
        char *said = said_of(bytes, cut);
        ck_assert_msg(strstr(said, "Test/Zone: it is no sound time zone file") != NULL,
                      "cut to %d: %s", (int)cut, said);
        g_free(said);
    }
    Random random = random_seeded(1);
    for (int i = 0; i < 400; i++) {
        char *broken = g_memdup2(bytes, size);
        const int within = i % 2 == 0 ? 60 : (int)size - 1;
        for (int n = random_int(&random, 1, 4); n > 0; n--) {
            broken[random_int(&random, 0, within)] = (char)random_int(&random, 0, 255);
        }
        g_free(said_of(broken, size));
        g_free(broken);
    }
    g_free(bytes);
    g_free(path);
}
END_TEST

START_TEST(a_file_that_cannot_be_opened_is_not_called_no_zone) {
    char *dir = temp_dir_make();
    Phrase *why;
    ck_assert_int_eq(setenv("TZDIR", dir, 1), 0);
    char *loop = g_build_filename(dir, "Loop", NULL), *region = g_build_filename(dir, "Asia", NULL);
    ck_assert_int_eq(symlink("Loop", loop), 0);
    ck_assert_int_eq(g_mkdir(region, 0755), 0);
    ck_assert_int_eq(zone_file_check("Loop", &why), ZONE_FILE_UNUSABLE);
    char *said = words_of(why);
    ck_assert_msg(g_str_has_prefix(said, loop) && strstr(said, "symbolic links") != NULL, "%s",
                  said);
    g_free(said);
    ck_assert_int_eq(zone_file_check("Asia", &why), ZONE_FILE_NONE);
    ck_assert_int_eq(zone_file_check("Asia/", &why), ZONE_FILE_NONE);
    ck_assert_int_eq(zone_file_check("Asia/Shanghai", &why), ZONE_FILE_NONE);
    ck_assert_int_eq(zone_file_check("A/../../../etc/passwd", &why), ZONE_FILE_NONE);
    ck_assert_int_eq(zone_file_check("UTC", &why), ZONE_FILE_SOUND);
    g_free(loop);
    g_free(region);
    temp_dir_remove(dir);
}
END_TEST

START_TEST(a_missing_database_is_called_missing) {
    Phrase *why;
    ck_assert_int_eq(setenv("TZDIR", "/nowhere", 1), 0);
    ck_assert_int_eq(zone_file_check("Asia/Shanghai", &why), ZONE_FILE_UNUSABLE);
    char *said = words_of(why);
    ck_assert_str_eq(said,
                     "/nowhere: there is no time zone database; install tzdata, or set TZDIR");
    g_free(said);
    ck_assert_int_eq(zone_file_check("UTC", &why), ZONE_FILE_SOUND);
}
END_TEST

int main(void) {
    g_log_set_always_fatal(G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
    Suite *suite = suite_create("zone file");
    TCase *cases = tcase_create("all");
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, every_zone_of_the_database_is_sound);
    tcase_add_test(cases, a_broken_file_is_called_broken_and_does_no_harm);
    tcase_add_test(cases, a_file_that_cannot_be_opened_is_not_called_no_zone);
    tcase_add_test(cases, a_missing_database_is_called_missing);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
