/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Other programs: what they say, how they end, and that they can be ended. */
#include "study/sweep/outside_command.h"

#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static CommandEnd run_shell(const char *script, const volatile sig_atomic_t *stop) {
    const char *const words[] = {"sh", "-c", script, NULL};
    return outside_command(words, stop);
}

START_TEST(both_outputs_and_the_status_are_handed_out) {
    CommandEnd end = run_shell("echo one; echo two >&2; cat; exit 7", NULL);
    ck_assert(end.begun);
    ck_assert_int_eq(end.status, 7);
    ck_assert_str_eq(end.out, "one\n");
    ck_assert_str_eq(end.said, "two");
    command_end_clear(&end);
}
END_TEST

START_TEST(neither_output_waits_for_the_other) {
    CommandEnd end = run_shell("head -c 300000 /dev/zero | tr '\\0' a >&2; "
                               "head -c 300000 /dev/zero | tr '\\0' b; echo c >&2",
                               NULL);
    ck_assert_int_eq(end.status, 0);
    ck_assert_uint_eq(strlen(end.out), 300000);
    ck_assert_uint_eq(strlen(end.said), 300001);
    command_end_clear(&end);
}
END_TEST

START_TEST(a_program_that_is_not_there_is_not_begun) {
    const char *const words[] = {"no-such-program", NULL};
    CommandEnd end = outside_command(words, NULL);
    ck_assert(!end.begun);
    ck_assert_int_eq(end.status, -1);
    ck_assert_str_eq(end.out, "");
    ck_assert_ptr_nonnull(strstr(end.said, "no-such-program"));
    command_end_clear(&end);
}
END_TEST

START_TEST(a_signal_is_no_status) {
    CommandEnd end = run_shell("kill -TERM $$", NULL);
    ck_assert(end.begun);
    ck_assert_int_eq(end.status, -1);
    command_end_clear(&end);
}
END_TEST

static volatile sig_atomic_t stop;

static void set_stop(int number) {
    (void)number;
    stop = 1;
}

START_TEST(a_stop_ends_it) {
    const gint64 begun_us = g_get_monotonic_time();
    (void)signal(SIGALRM, set_stop);
    (void)alarm(1);
    CommandEnd end = run_shell("exec sleep 60", &stop);
    ck_assert_int_eq(end.status, -1);
    ck_assert_int_lt(g_get_monotonic_time() - begun_us, 10 * G_USEC_PER_SEC);
    command_end_clear(&end);
}
END_TEST

START_TEST(it_is_out_of_reach_of_the_terminals_signals) {
    CommandEnd end = run_shell("echo $$; cut -d ' ' -f 5 /proc/$$/stat", NULL);
    g_auto(GStrv) lines = g_strsplit(end.out, "\n", -1);
    ck_assert_str_eq(lines[0], lines[1]); /* the leader of a group of its own */
    command_end_clear(&end);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("outside command");
    TCase *cases = tcase_create("all");
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, both_outputs_and_the_status_are_handed_out);
    tcase_add_test(cases, neither_output_waits_for_the_other);
    tcase_add_test(cases, a_program_that_is_not_there_is_not_begun);
    tcase_add_test(cases, a_signal_is_no_status);
    tcase_add_test(cases, a_stop_ends_it);
    tcase_add_test(cases, it_is_out_of_reach_of_the_terminals_signals);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
