#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "export/atomic_dir.h"
#include "tests/unit/temp_dir.h"

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
    const AtomicDirStatus status = atomic_dir_begin(path, force, &dir, error, sizeof error);
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
    ck_assert_int_eq(atomic_dir_begin(target, false, &dir, error, sizeof error), ATOMIC_DIR_OK);
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
    ck_assert_int_eq(atomic_dir_begin(target, true, &dir, error, sizeof error), ATOMIC_DIR_OK);
    temp_dir_write(atomic_dir_temporary(dir), "summary.json", "half");
    atomic_dir_abandon(dir);
    expect_file("summary.json", "old");
    ck_assert_int_eq(temp_dir_count(parent), 1);
}
END_TEST

START_TEST(a_folder_that_is_no_plan_is_never_replaced) {
    old_folder("thesis.txt");
    ck_assert_int_eq(write_plan(target, true), ATOMIC_DIR_NOT_A_PLAN);
    expect_file("thesis.txt", "old");
    ck_assert_int_eq(temp_dir_count(parent), 1);
}
END_TEST

START_TEST(a_file_in_the_way_is_never_replaced) {
    temp_dir_write(parent, "plan", "text");
    ck_assert_int_eq(write_plan(target, true), ATOMIC_DIR_NOT_A_PLAN);
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

START_TEST(a_link_inside_an_older_plan_is_removed_not_followed) {
    char *link = g_build_filename(target, "link", NULL);
    char *kept = temp_dir_make();
    temp_dir_write(kept, "precious", "x");
    old_folder("summary.json");
    ck_assert_int_eq(symlink(kept, link), 0);
    ck_assert_int_eq(write_plan(target, true), ATOMIC_DIR_OK);
    ck_assert(temp_dir_has(kept, "precious"));
    temp_dir_remove(kept);
    g_free(link);
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
    ck_assert_int_eq(atomic_dir_begin(target, false, &dir, error, sizeof error), ATOMIC_DIR_OK);
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
    tcase_add_test(tests, a_link_inside_an_older_plan_is_removed_not_followed);
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
