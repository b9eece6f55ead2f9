/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that appears complete or not at all. */
#include <check.h>
#include <errno.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/atomic_file.h"
#include "tests/unit/temp_dir.h"

static char *parent;
static char *target;

static void set_up(void) {
    parent = temp_dir_make();
    target = g_build_filename(parent, "model.mps", NULL);
}

static void tear_down(void) {
    temp_dir_remove(parent);
    g_free(target);
}

/** Begins a file and writes its bytes, which are not to be seen yet. */
static AtomicFile begin(const char *bytes) {
    AtomicFile file;
    ck_assert(atomic_file_begin(target, &file));
    out_file_write(&file.out, bytes, strlen(bytes));
    return file;
}

static void expect_alone(const char *bytes) {
    g_autofree char *text = temp_dir_read(parent, "model.mps");
    ck_assert_str_eq(text, bytes);
    ck_assert_int_eq(temp_dir_count(parent), 1);
}

START_TEST(a_file_is_there_once_it_is_committed) {
    AtomicFile file = begin("new");
    ck_assert(!temp_dir_has(parent, "model.mps"));
    ck_assert(atomic_file_commit(&file));
    expect_alone("new");
}
END_TEST

START_TEST(an_older_file_is_whole_until_the_new_one_is) {
    temp_dir_write(parent, "model.mps", "an older one");
    AtomicFile file = begin("new");
    g_autofree char *before = temp_dir_read(parent, "model.mps");
    ck_assert_str_eq(before, "an older one");
    ck_assert(atomic_file_commit(&file));
    expect_alone("new");
}
END_TEST

START_TEST(nothing_is_left_of_a_file_that_is_given_up) {
    AtomicFile file = begin("half of");
    atomic_file_abandon(&file);
    ck_assert_int_eq(temp_dir_count(parent), 0);
}
END_TEST

START_TEST(an_older_file_stays_where_the_new_one_is_given_up) {
    temp_dir_write(parent, "model.mps", "an older one");
    AtomicFile file = begin("half of");
    atomic_file_abandon(&file);
    expect_alone("an older one");
}
END_TEST

START_TEST(a_file_that_was_given_up_can_be_begun_anew) {
    AtomicFile file = begin("half of");
    atomic_file_abandon(&file);
    file = begin("whole");
    ck_assert(atomic_file_commit(&file));
    expect_alone("whole");
}
END_TEST

START_TEST(what_a_killed_run_left_is_cleared_away_by_the_next) {
    pid_t other = fork();
    if (other == 0) {
        AtomicFile file;
        _exit(atomic_file_begin(target, &file) ? EXIT_SUCCESS : EXIT_FAILURE);
    }
    int status = -1;
    ck_assert_int_eq(waitpid(other, &status, 0), other);
    ck_assert_int_eq(status, EXIT_SUCCESS);
    ck_assert_int_eq(temp_dir_count(parent), 1);
    AtomicFile file = begin("new");
    ck_assert_int_eq(temp_dir_count(parent), 1);
    ck_assert(atomic_file_commit(&file));
    expect_alone("new");
}
END_TEST

START_TEST(two_that_write_at_once_leave_each_other_alone) {
    AtomicFile first = begin("first"), second = begin("second");
    ck_assert_int_eq(temp_dir_count(parent), 2);
    ck_assert(atomic_file_commit(&first));
    g_autofree char *text = temp_dir_read(parent, "model.mps");
    ck_assert_str_eq(text, "first");
    ck_assert(atomic_file_commit(&second));
    expect_alone("second");
}
END_TEST

START_TEST(a_link_keeps_pointing_to_what_is_replaced) {
    g_autofree char *link = g_build_filename(parent, "link", NULL);
    temp_dir_write(parent, "model.mps", "an older one");
    ck_assert_int_eq(symlink("model.mps", link), 0);
    AtomicFile file;
    ck_assert(atomic_file_begin(link, &file));
    out_file_write(&file.out, "new", 3);
    ck_assert(atomic_file_commit(&file));
    struct stat info;
    ck_assert_int_eq(lstat(link, &info), 0);
    ck_assert(S_ISLNK(info.st_mode));
    ck_assert_int_eq(unlink(link), 0);
    expect_alone("new");
}
END_TEST

START_TEST(a_folder_in_the_way_is_left_alone) {
    AtomicFile file;
    ck_assert_int_eq(mkdir(target, 0700), 0);
    ck_assert(!atomic_file_begin(target, &file));
    ck_assert_int_ne(errno, 0);
    ck_assert_int_eq(rmdir(target), 0);
    ck_assert_int_eq(temp_dir_count(parent), 0);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("atomic_file");
    TCase *tests = tcase_create("atomic_file");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_file_is_there_once_it_is_committed);
    tcase_add_test(tests, an_older_file_is_whole_until_the_new_one_is);
    tcase_add_test(tests, nothing_is_left_of_a_file_that_is_given_up);
    tcase_add_test(tests, an_older_file_stays_where_the_new_one_is_given_up);
    tcase_add_test(tests, a_file_that_was_given_up_can_be_begun_anew);
    tcase_add_test(tests, what_a_killed_run_left_is_cleared_away_by_the_next);
    tcase_add_test(tests, two_that_write_at_once_leave_each_other_alone);
    tcase_add_test(tests, a_link_keeps_pointing_to_what_is_replaced);
    tcase_add_test(tests, a_folder_in_the_way_is_left_alone);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
