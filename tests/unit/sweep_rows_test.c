/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Rows on disk, what they depend on, and the lock of a sweep's folder. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "study/sweep/resume.h"
#include "study/sweep/row_store.h"
#include "study/sweep/sweep_lock.h"
#include "tests/unit/temp_dir.h"

static const RowMaking MAKING = {
    .host = "here", .started_s = 1764412000, .seconds = 0.25, .peak_memory_bytes = 1 << 24};

static SweepRow some_row(void) {
    SweepRow row = sweep_row_missing();
    row.status = ROW_LIMIT;
    row.reason = "time";
    row.repeatable = 0;
    row.objective = 1.0 / 3;
    row.bound = -1e300;
    row.gap = 0;
    for (int i = 1; i < N_KPI_COLUMNS; i++) {
        row.kpi[i] = 100.0 * i / 7;
    }
    return row;
}

static bool same_number(double a, double b) {
    return a == b || (isnan(a) && isnan(b));
}

static void check_same_row(const SweepRow *a, const SweepRow *b) {
    ck_assert_int_eq(a->status, b->status);
    ck_assert_int_eq(a->repeatable, b->repeatable);
    ck_assert(g_strcmp0(a->reason, b->reason) == 0);
    ck_assert(same_number(a->objective, b->objective) && same_number(a->bound, b->bound));
    ck_assert(same_number(a->relaxation, b->relaxation) && same_number(a->gap, b->gap));
    for (int i = 0; i < N_KPI_COLUMNS; i++) {
        ck_assert_msg(same_number(a->kpi[i], b->kpi[i]), "%s", kpi_columns[i].name);
    }
}

START_TEST(a_row_reads_back_the_same) {
    char *dir = temp_dir_make();
    const SweepRow row = some_row();
    SweepRow crashed = sweep_row_missing();
    crashed.status = ROW_CRASHED;
    crashed.reason = "signal 11; \"quoted\"";
    ck_assert(row_store_put(dir, "0001", &crashed, "abc", &MAKING));
    ck_assert(row_store_put(dir, "0002", &crashed, "abd", &MAKING));
    ck_assert(row_store_put(dir, "0001", &row, "abe", &MAKING));
    StoredRow first = row_store_get(dir, "0001"), second = row_store_get(dir, "0002");
    check_same_row(&first.row, &row);
    ck_assert_str_eq(first.digest, "abe");
    ck_assert_str_eq(first.making.host, MAKING.host);
    ck_assert_int_eq(first.making.started_s, MAKING.started_s);
    ck_assert_double_eq(first.making.seconds, MAKING.seconds);
    ck_assert_int_eq(first.making.peak_memory_bytes, MAKING.peak_memory_bytes);
    check_same_row(&second.row, &crashed);
    stored_row_clear(&first);
    stored_row_clear(&second);
    temp_dir_remove(dir);
}
END_TEST

START_TEST(what_is_no_row_counts_as_none) {
    static const char *const wrong[] = {
        "",
        "{",
        "[]",
        "{\"id\": \"0001\"}",
        "{\"id\": 1, \"digest\": \"a\", \"status\": \"gap\"}",
        "{\"id\": \"0002\", \"digest\": \"a\", \"status\": \"gap\", \"kpi\": {}}",
        "{\"id\": \"0001\", \"digest\": \"a\", \"status\": \"lost\", \"kpi\": {}}"};
    char *dir = temp_dir_make();
    StoredRow stored = row_store_get(dir, "0001");
    ck_assert_int_eq(stored.row.status, ROW_MISSING);
    const SweepRow row = some_row();
    ck_assert(row_store_put(dir, "0001", &row, "abc", &MAKING));
    g_autofree char *rows = g_build_filename(dir, "rows", NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
        temp_dir_write(rows, "0001.json", wrong[i]);
        stored = row_store_get(dir, "0001");
        ck_assert_int_eq(stored.row.status, ROW_MISSING);
        ck_assert_ptr_null(stored.reason);
    }
    temp_dir_remove(dir);
}
END_TEST

START_TEST(a_row_cannot_be_put_where_no_folder_can_be) {
    char *dir = temp_dir_make();
    temp_dir_write(dir, "rows", "");
    const SweepRow row = some_row();
    ck_assert(!row_store_put(dir, "0001", &row, "abc", &MAKING));
    temp_dir_remove(dir);
}
END_TEST

START_TEST(a_digest_is_that_of_all_parts) {
    char digest[DIGEST_TEXT_SIZE], other[DIGEST_TEXT_SIZE];
    const RowOrigin origin = {.program = "p", .flags = "f", .base = "b"};
    row_digest(&origin, "c", digest);
    /* printf 'p\nf\nb\nc\n' | sha256sum */
    ck_assert_str_eq(digest, "f89b7e1cfe1c51975079eeff1730b45f2cd1ab06f645aa7dc2047346daa47dc4");
    const RowOrigin others[] = {
        {"q", "f", "b"}, {"p", "g", "b"}, {"p", "f", NULL}, {"p\nf", "", "b"}};
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
        row_digest(&others[i], "c", other);
        ck_assert_str_ne(digest, other);
    }
    row_digest(&origin, "d", other);
    ck_assert_str_ne(digest, other);
}
END_TEST

START_TEST(a_file_has_the_digest_of_its_bytes) {
    char digest[DIGEST_TEXT_SIZE];
    char *dir = temp_dir_make();
    temp_dir_write(dir, "abc", "abc");
    g_autofree char *path = g_build_filename(dir, "abc", NULL);
    ck_assert(file_digest(path, digest)); /* FIPS 180-4's first example */
    ck_assert_str_eq(digest, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    temp_dir_remove(dir);
    ck_assert(!file_digest("/nowhere/at/all", digest));
    ck_assert(program_digest(digest));
    ck_assert_uint_eq(strlen(digest), DIGEST_TEXT_SIZE - 1);
}
END_TEST

START_TEST(digests_decide_what_is_to_be_done) {
    ResumeCounts counts = {0};
    StoredRow stored = {.row = some_row(), .digest = "abc"};
    ck_assert_int_eq(resume_state(&stored, "abc", false), RESUME_STANDS);
    ck_assert_int_eq(resume_state(&stored, "abc", true), RESUME_TO_DO);
    ck_assert_int_eq(resume_state(&stored, "abd", true), RESUME_CHANGED);
    stored.row.status = ROW_INFEASIBLE;
    ck_assert_int_eq(resume_state(&stored, "abc", true), RESUME_STANDS);
    stored.row.status = ROW_MISSING;
    ck_assert_int_eq(resume_state(&stored, "abc", false), RESUME_TO_DO);
    resume_count(&counts, RESUME_STANDS);
    resume_count(&counts, RESUME_TO_DO);
    resume_count(&counts, RESUME_TO_DO);
    resume_count(&counts, RESUME_CHANGED);
    ck_assert(counts.stand == 1 && counts.to_do == 2 && counts.changed == 1);
}
END_TEST

START_TEST(one_sweep_at_a_time_has_the_lock) {
    char *dir = temp_dir_make();
    SweepLock first, second;
    char *holder;
    ck_assert_int_eq(sweep_lock_take(dir, &first, &holder), LOCK_TAKEN);
    ck_assert_ptr_null(holder);
    ck_assert_int_eq(sweep_lock_take(dir, &second, &holder), LOCK_HELD);
    g_autofree char *pid = g_strdup_printf(" %ld", (long)getpid());
    ck_assert_msg(g_str_has_suffix(holder, pid), "%s", holder);
    g_free(holder);
    sweep_lock_release(&second);
    sweep_lock_release(&first);
    ck_assert_int_eq(sweep_lock_take(dir, &second, &holder), LOCK_TAKEN);
    sweep_lock_release(&second);
    temp_dir_remove(dir);
    ck_assert_int_eq(sweep_lock_take("/nowhere/at/all", &first, &holder), LOCK_FAILED);
}
END_TEST

START_TEST(a_lock_ends_with_its_process) {
    char *dir = temp_dir_make();
    SweepLock lock;
    char *holder;
    const pid_t child = fork();
    if (child == 0) {
        _exit(sweep_lock_take(dir, &lock, &holder) == LOCK_TAKEN ? 0 : 1);
    }
    int status;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert_int_eq(status, 0);
    ck_assert_int_eq(sweep_lock_take(dir, &lock, &holder), LOCK_TAKEN);
    sweep_lock_release(&lock);
    temp_dir_remove(dir);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("sweep rows");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, a_row_reads_back_the_same);
    tcase_add_test(cases, what_is_no_row_counts_as_none);
    tcase_add_test(cases, a_row_cannot_be_put_where_no_folder_can_be);
    tcase_add_test(cases, a_digest_is_that_of_all_parts);
    tcase_add_test(cases, a_file_has_the_digest_of_its_bytes);
    tcase_add_test(cases, digests_decide_what_is_to_be_done);
    tcase_add_test(cases, one_sweep_at_a_time_has_the_lock);
    tcase_add_test(cases, a_lock_ends_with_its_process);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
