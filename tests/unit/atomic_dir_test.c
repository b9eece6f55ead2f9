/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <errno.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/atomic_dir.h"
#include "tests/unit/temp_dir.h"

/* A kind of folder of two files; the marker is ours unless it says otherwise. */
static bool is_marker(const char *path) {
    char *text = NULL;
    const bool ours = g_file_get_contents(path, &text, NULL, NULL) && strcmp(text, "not ours") != 0;
    g_free(text);
    errno = 0;
    return ours;
}

static const char *const names[] = {"summary.json", "trains.csv", "changes.csv", NULL};
static const FolderKind kind = {
    .names = names, .is_marker = is_marker, .noun = "plan", .where = " with -o"};

static char *parent;
static char *target;
static char error[256];

static void set_up(void) {
    parent = temp_dir_make();
    target = g_build_filename(parent, "plan", NULL);
    error[0] = '\0';
}

static void tear_down(void) {
    temp_dir_remove(parent);
    g_free(target);
}

/* A folder at the target with one file in it. */
static void old_folder(const char *name) {
    ck_assert_int_eq(mkdir(target, 0777), 0);
    temp_dir_write(target, name, "old");
}

static AtomicDirStatus write_plan(const char *path, bool force) {
    AtomicDir *dir = NULL;
    const AtomicDirStatus status = atomic_dir_begin(path, &kind, force, &dir, error, sizeof error);
    if (status != ATOMIC_DIR_OK) {
        return status;
    }
    temp_dir_write(atomic_dir_temporary(dir), "summary.json", "new");
    return atomic_dir_commit(dir, error, sizeof error);
}

static void expect_file(const char *name, const char *bytes) {
    char *text = temp_dir_read(target, name);
    ck_assert_ptr_nonnull(text);
    ck_assert_str_eq(text, bytes);
    g_free(text);
}

START_TEST(a_new_folder_appears_and_leaves_nothing_beside_it) {
    ck_assert_int_eq(write_plan(target, false), ATOMIC_DIR_OK);
    expect_file("summary.json", "new");
    ck_assert_int_eq(temp_dir_count(parent), 1);
}
END_TEST

START_TEST(nothing_is_to_be_seen_before_the_commit) {
    AtomicDir *dir = NULL;
    ck_assert_int_eq(atomic_dir_begin(target, &kind, false, &dir, error, sizeof error),
                     ATOMIC_DIR_OK);
    ck_assert(!temp_dir_has(parent, "plan"));
    ck_assert(strstr(atomic_dir_temporary(dir), "/.plan.tmp-") != NULL);
    atomic_dir_abandon(dir);
    ck_assert_int_eq(temp_dir_count(parent), 0);
}
END_TEST

START_TEST(an_older_plan_is_kept_without_force) {
    old_folder("summary.json");
    ck_assert_int_eq(write_plan(target, false), ATOMIC_DIR_EXISTS);
    ck_assert(strstr(error, "--force") != NULL);
    expect_file("summary.json", "old");
    ck_assert_int_eq(temp_dir_count(parent), 1);
}
END_TEST

START_TEST(an_older_plan_is_replaced_whole_with_force) {
    old_folder("summary.json");
    temp_dir_write(target, "trains.csv", "old");
    ck_assert_int_eq(write_plan(target, true), ATOMIC_DIR_OK);
    expect_file("summary.json", "new");
    ck_assert(!temp_dir_has(target, "trains.csv"));
    ck_assert_int_eq(temp_dir_count(parent), 1);
}
END_TEST

START_TEST(an_older_plan_stays_where_the_new_one_is_abandoned) {
    AtomicDir *dir = NULL;
    old_folder("summary.json");
    ck_assert_int_eq(atomic_dir_begin(target, &kind, true, &dir, error, sizeof error),
                     ATOMIC_DIR_OK);
    temp_dir_write(atomic_dir_temporary(dir), "summary.json", "half");
    atomic_dir_abandon(dir);
    expect_file("summary.json", "old");
    ck_assert_int_eq(temp_dir_count(parent), 1);
}
END_TEST

START_TEST(a_folder_that_is_no_plan_is_never_replaced) {
    old_folder("thesis.txt");
    ck_assert_int_eq(write_plan(target, true), ATOMIC_DIR_NOT_OURS);
    expect_file("thesis.txt", "old");
    ck_assert_int_eq(temp_dir_count(parent), 1);
}
END_TEST

START_TEST(a_file_in_the_way_is_never_replaced) {
    temp_dir_write(parent, "plan", "text");
    ck_assert_int_eq(write_plan(target, true), ATOMIC_DIR_NOT_OURS);
    ck_assert(temp_dir_has(parent, "plan"));
}
END_TEST

START_TEST(an_empty_folder_may_be_used) {
    ck_assert_int_eq(mkdir(target, 0777), 0);
    ck_assert_int_eq(write_plan(target, false), ATOMIC_DIR_OK);
    expect_file("summary.json", "new");
    ck_assert_int_eq(temp_dir_count(parent), 1);
}
END_TEST

START_TEST(a_link_to_a_plan_folder_stays_a_link) {
    char *link = g_build_filename(parent, "latest", NULL);
    old_folder("summary.json");
    ck_assert_int_eq(symlink("plan", link), 0);
    ck_assert_int_eq(write_plan(link, true), ATOMIC_DIR_OK);
    ck_assert(g_file_test(link, G_FILE_TEST_IS_SYMLINK));
    expect_file("summary.json", "new");
    g_free(link);
}
END_TEST

START_TEST(what_is_not_ours_is_in_the_new_folder_as_it_was) {
    struct stat before, after;
    char *notes = g_build_filename(target, "notes.xlsx", NULL);
    char *link = g_build_filename(target, "link", NULL);
    old_folder("summary.json");
    temp_dir_write(target, "notes.xlsx", "mine");
    ck_assert_int_eq(symlink("/nowhere/at/all", link), 0);
    ck_assert_int_eq(chmod(target, 0750), 0);
    ck_assert_int_eq(stat(notes, &before), 0);
    ck_assert_int_eq(write_plan(target, true), ATOMIC_DIR_OK);
    ck_assert_int_eq(stat(notes, &after), 0);
    ck_assert(before.st_ino == after.st_ino && before.st_mtime == after.st_mtime);
    ck_assert(after.st_nlink == 1);
    ck_assert(g_file_test(link, G_FILE_TEST_IS_SYMLINK));
    ck_assert_int_eq(stat(target, &after), 0);
    ck_assert_int_eq(after.st_mode & 07777, 0750);
    expect_file("summary.json", "new");
    ck_assert_int_eq(temp_dir_count(target), 3);
    ck_assert_int_eq(temp_dir_count(parent), 1);
    g_free(link);
    g_free(notes);
}
END_TEST

START_TEST(a_folder_of_the_users_stays_and_the_older_plan_goes) {
    char *sub = g_build_filename(target, "sub", NULL);
    old_folder("summary.json");
    temp_dir_write(target, "trains.csv", "old");
    ck_assert_int_eq(mkdir(sub, 0700), 0);
    temp_dir_write(sub, "summary.json", "mine");
    ck_assert_int_eq(write_plan(target, true), ATOMIC_DIR_OK);
    expect_file("summary.json", "new");
    ck_assert(!temp_dir_has(target, "trains.csv"));
    ck_assert(temp_dir_has(sub, "summary.json"));
    ck_assert_int_eq(temp_dir_count(target), 2);
    ck_assert_int_eq(temp_dir_count(parent), 1);
    g_free(sub);
}
END_TEST

START_TEST(a_marker_that_is_not_ours_makes_no_plan) {
    old_folder("summary.json");
    temp_dir_write(target, "summary.json", "not ours");
    ck_assert_int_eq(write_plan(target, true), ATOMIC_DIR_NOT_OURS);
    ck_assert(strstr(error, "-o") != NULL);
    expect_file("summary.json", "not ours");
}
END_TEST

START_TEST(a_folder_under_a_name_of_ours_is_in_the_way) {
    char *folder = g_build_filename(target, "trains.csv", NULL);
    old_folder("summary.json");
    ck_assert_int_eq(mkdir(folder, 0777), 0);
    ck_assert_int_eq(write_plan(target, true), ATOMIC_DIR_NOT_OURS);
    ck_assert(strstr(error, "trains.csv") != NULL);
    expect_file("summary.json", "old");
    g_free(folder);
}
END_TEST

static ino_t inode_of(const char *path) {
    struct stat info;
    ck_assert_int_eq(stat(path, &info), 0);
    return info.st_ino;
}

START_TEST(the_working_folder_stays_where_it_is) {
    char *before = g_get_current_dir();
    old_folder("summary.json");
    const ino_t inode = inode_of(target);
    ck_assert_int_eq(chdir(target), 0);
    ck_assert_int_eq(write_plan(".", true), ATOMIC_DIR_OK);
    ck_assert(inode_of(".") == inode);
    ck_assert(inode_of(target) == inode);
    expect_file("summary.json", "new");
    ck_assert_int_eq(temp_dir_count(target), 1);
    ck_assert_int_eq(chdir(before), 0);
    ck_assert_int_eq(temp_dir_count(parent), 1);
    g_free(before);
}
END_TEST

/* ---- what killed runs left ---- */

/* A folder named like that of a process which is no more: nobody has the largest number. */
static char *dead_folder(const char *within, const char *name) {
    char *path = g_strdup_printf("%s/.%s.tmp-2147483647.0", within, name);
    ck_assert_int_eq(mkdir(path, 0777), 0);
    return path;
}

START_TEST(a_dead_runs_folder_goes_with_the_next_run) {
    char *dead = dead_folder(parent, "plan");
    temp_dir_write(dead, "trains.csv", "half");
    ck_assert_int_eq(write_plan(target, false), ATOMIC_DIR_OK);
    ck_assert_int_eq(temp_dir_count(parent), 1);
    g_free(dead);
}
END_TEST

START_TEST(a_dead_runs_folder_of_another_plan_stays) {
    char *dead = dead_folder(parent, "plan2");
    ck_assert_int_eq(write_plan(target, false), ATOMIC_DIR_OK);
    ck_assert_int_eq(temp_dir_count(parent), 2);
    g_free(dead);
}
END_TEST

START_TEST(a_living_runs_folder_stays) {
    AtomicDir *dir = NULL;
    char *path = g_strdup_printf("%s/.plan.tmp-%ld.7", parent, (long)getpid());
    ck_assert_int_eq(mkdir(path, 0777), 0);
    ck_assert_int_eq(atomic_dir_begin(target, &kind, false, &dir, error, sizeof error),
                     ATOMIC_DIR_OK);
    ck_assert_int_eq(write_plan(target, false), ATOMIC_DIR_OK);
    ck_assert(g_file_test(atomic_dir_temporary(dir), G_FILE_TEST_IS_DIR));
    ck_assert(g_file_test(path, G_FILE_TEST_IS_DIR));
    atomic_dir_abandon(dir);
    g_free(path);
}
END_TEST

START_TEST(what_a_dead_run_has_of_the_users_comes_back) {
    old_folder("summary.json");
    char *dead = dead_folder(parent, "plan");
    temp_dir_write(dead, "summary.json", "old");
    temp_dir_write(dead, "notes.xlsx", "mine");
    ck_assert_int_eq(write_plan(target, true), ATOMIC_DIR_OK);
    expect_file("notes.xlsx", "mine");
    ck_assert_int_eq(temp_dir_count(parent), 1);
    g_free(dead);
}
END_TEST

START_TEST(a_files_second_version_is_not_lost_for_the_first) {
    old_folder("summary.json");
    char *dead = dead_folder(parent, "plan");
    temp_dir_write(dead, "notes.xlsx", "earlier");
    temp_dir_write(target, "notes.xlsx", "later");
    ck_assert_int_eq(write_plan(target, true), ATOMIC_DIR_OK);
    expect_file("notes.xlsx", "later");
    ck_assert_int_eq(temp_dir_count(parent), 1);
    g_free(dead);
}
END_TEST

/* A run that was killed while it moved files; `finished` says whether the old ones were all out.
 * The first commit is given up, as it is the clearing away that is looked at. */
static void killed_while_moving(bool finished) {
    AtomicDir *dir = NULL;
    ck_assert_int_eq(mkdir(target, 0777), 0);
    char *dead = dead_folder(target, "banlie");
    char *old = g_build_filename(dead, finished ? ".old-files" : ".old-files.part", NULL);
    ck_assert_int_eq(mkdir(old, 0777), 0);
    temp_dir_write(old, "summary.json", "old");
    temp_dir_write(finished ? old : target, "changes.csv", "old");
    temp_dir_write(finished ? target : dead, "trains.csv", "new");
    temp_dir_write(dead, "summary.json", "new");
    temp_dir_write(target, "notes.xlsx", "mine");
    ck_assert_int_eq(atomic_dir_begin(target, &kind, true, &dir, error, sizeof error),
                     ATOMIC_DIR_OK);
    atomic_dir_abandon(dir);
    expect_file("notes.xlsx", "mine");
    g_free(old);
    g_free(dead);
}

START_TEST(a_move_with_the_older_files_half_out_is_undone) {
    killed_while_moving(false);
    expect_file("summary.json", "old");
    expect_file("changes.csv", "old");
    ck_assert_int_eq(temp_dir_count(target), 3);
}
END_TEST

START_TEST(a_move_with_the_older_files_all_out_is_finished) {
    killed_while_moving(true);
    expect_file("summary.json", "new");
    expect_file("trains.csv", "new");
    ck_assert_int_eq(temp_dir_count(target), 3);
}
END_TEST

/* ---- elsewhere ---- */

START_TEST(a_name_beside_is_one_that_nothing_has) {
    char *taken = g_strconcat(target, "-new", NULL);
    char *first = atomic_dir_spare(target, NULL);
    ck_assert_str_eq(first, taken);
    ck_assert_int_eq(mkdir(taken, 0777), 0);
    char *second = atomic_dir_spare(target, NULL);
    ck_assert(g_str_has_suffix(second, "/plan-new-2"));
    char *elsewhere = atomic_dir_spare(target, "/nowhere");
    ck_assert_str_eq(elsewhere, "/nowhere/plan-new");
    g_free(elsewhere);
    g_free(second);
    g_free(first);
    g_free(taken);
}
END_TEST

START_TEST(a_slash_at_the_end_changes_nothing) {
    char *slashed = g_strconcat(target, "//", NULL);
    ck_assert_int_eq(write_plan(slashed, false), ATOMIC_DIR_OK);
    expect_file("summary.json", "new");
    g_free(slashed);
}
END_TEST

START_TEST(a_parent_that_is_missing_is_reported) {
    char *deep = g_build_filename(target, "deeper", NULL);
    ck_assert_int_eq(write_plan(deep, false), ATOMIC_DIR_FAILED);
    ck_assert(strstr(error, deep) != NULL);
    g_free(deep);
}
END_TEST

START_TEST(a_parent_that_cannot_be_written_is_reported) {
    if (geteuid() == 0) {
        // The superuser may write anywhere but where the kernel makes the folder.
        ck_assert_int_eq(write_plan("/proc/banlie-plan", false), ATOMIC_DIR_FAILED);
        return;
    }
    ck_assert_int_eq(chmod(parent, 0555), 0);
    ck_assert_int_eq(write_plan(target, false), ATOMIC_DIR_FAILED);
    ck_assert_int_eq(chmod(parent, 0755), 0);
    ck_assert_int_eq(temp_dir_count(parent), 0);
}
END_TEST

START_TEST(what_came_to_lie_there_while_planning_is_kept) {
    AtomicDir *dir = NULL;
    ck_assert_int_eq(atomic_dir_begin(target, &kind, false, &dir, error, sizeof error),
                     ATOMIC_DIR_OK);
    old_folder("summary.json");
    ck_assert_int_eq(atomic_dir_commit(dir, error, sizeof error), ATOMIC_DIR_EXISTS);
    expect_file("summary.json", "old");
    ck_assert_int_eq(temp_dir_count(parent), 1);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("atomic_dir");
    TCase *tests = tcase_create("atomic_dir");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_new_folder_appears_and_leaves_nothing_beside_it);
    tcase_add_test(tests, nothing_is_to_be_seen_before_the_commit);
    tcase_add_test(tests, an_older_plan_is_kept_without_force);
    tcase_add_test(tests, an_older_plan_is_replaced_whole_with_force);
    tcase_add_test(tests, an_older_plan_stays_where_the_new_one_is_abandoned);
    tcase_add_test(tests, a_folder_that_is_no_plan_is_never_replaced);
    tcase_add_test(tests, a_file_in_the_way_is_never_replaced);
    tcase_add_test(tests, an_empty_folder_may_be_used);
    tcase_add_test(tests, a_link_to_a_plan_folder_stays_a_link);
    tcase_add_test(tests, what_is_not_ours_is_in_the_new_folder_as_it_was);
    tcase_add_test(tests, a_folder_of_the_users_stays_and_the_older_plan_goes);
    tcase_add_test(tests, a_marker_that_is_not_ours_makes_no_plan);
    tcase_add_test(tests, a_folder_under_a_name_of_ours_is_in_the_way);
    tcase_add_test(tests, the_working_folder_stays_where_it_is);
    tcase_add_test(tests, a_dead_runs_folder_goes_with_the_next_run);
    tcase_add_test(tests, a_dead_runs_folder_of_another_plan_stays);
    tcase_add_test(tests, a_living_runs_folder_stays);
    tcase_add_test(tests, what_a_dead_run_has_of_the_users_comes_back);
    tcase_add_test(tests, a_files_second_version_is_not_lost_for_the_first);
    tcase_add_test(tests, a_move_with_the_older_files_half_out_is_undone);
    tcase_add_test(tests, a_move_with_the_older_files_all_out_is_finished);
    tcase_add_test(tests, a_name_beside_is_one_that_nothing_has);
    tcase_add_test(tests, a_slash_at_the_end_changes_nothing);
    tcase_add_test(tests, a_parent_that_is_missing_is_reported);
    tcase_add_test(tests, a_parent_that_cannot_be_written_is_reported);
    tcase_add_test(tests, what_came_to_lie_there_while_planning_is_kept);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
