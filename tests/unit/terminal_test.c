/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE // posix_openpt
#include "cli/terminal.h"

#include <check.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/sweep_watch.h"

START_TEST(a_pipe_or_file_has_no_colour_unless_asked) {
    FILE *file = tmpfile();
    ck_assert_ptr_nonnull(file);
    unsetenv("NO_COLOR");
    ck_assert(!terminal_has_colour(COLOUR_AUTO, file));
    ck_assert(!terminal_has_colour(COLOUR_NEVER, file));
    ck_assert(terminal_has_colour(COLOUR_ALWAYS, file));
    fclose(file);
}
END_TEST

START_TEST(an_explicit_always_stands_above_no_color) {
    setenv("NO_COLOR", "1", 1);
    ck_assert(terminal_has_colour(COLOUR_ALWAYS, stdout));
    ck_assert(!terminal_has_colour(COLOUR_AUTO, stdout));
}
END_TEST

START_TEST(only_three_colour_modes_are_known) {
    ColourMode mode = COLOUR_AUTO;
    ck_assert(terminal_colour_mode("always", &mode));
    ck_assert_int_eq(mode, COLOUR_ALWAYS);
    ck_assert(terminal_colour_mode("never", &mode));
    ck_assert(terminal_colour_mode("auto", &mode));
    ck_assert(!terminal_colour_mode("Always", &mode));
    ck_assert(!terminal_colour_mode("", &mode));
}
END_TEST

START_TEST(before_the_first_bound_the_line_names_none) {
    const Progress progress = {
        .phase = PHASE_RELAXATION, .rounds = 3, .columns = 120, .bound = NAN, .objective = NAN};
    char text[160];
    progress_format(&progress, text, sizeof text);
    ck_assert_ptr_nonnull(strstr(text, "relaxation"));
    ck_assert_ptr_nonnull(strstr(text, "round 3"));
    ck_assert_ptr_nonnull(strstr(text, "columns 120"));
    ck_assert_ptr_null(strstr(text, "bound"));
    ck_assert_ptr_null(strstr(text, "gap"));
}
END_TEST

START_TEST(the_gap_is_the_bound_above_the_plan) {
    const Progress progress = {
        .phase = PHASE_SEARCH, .bound = 1010, .objective = 1000, .seconds = 2};
    char text[160];
    progress_format(&progress, text, sizeof text);
    ck_assert_ptr_nonnull(strstr(text, "bound 1010"));
    ck_assert_ptr_nonnull(strstr(text, "gap 1.00 %"));
}
END_TEST

START_TEST(a_long_line_is_cut_off_within_its_buffer) {
    const Progress progress = {.phase = PHASE_SEARCH, .bound = 1e30, .objective = 1e30};
    char text[24];
    memset(text, 'x', sizeof text);
    progress_format(&progress, text, sizeof text);
    ck_assert_uint_lt(strlen(text), sizeof text);
}
END_TEST

START_TEST(a_sweep_tells_the_time_left_by_what_is_done) {
    char text[160];
    sweep_progress_format(12, 60, 24, text, sizeof text);
    ck_assert_str_eq(text, "12 of 60 done, about 96 s left");
    sweep_progress_format(10, 100, 61, text, sizeof text);
    ck_assert_str_eq(text, "10 of 100 done, about 10 min left");
    sweep_progress_format(60, 60, 24, text, sizeof text);
    ck_assert_str_eq(text, "60 of 60 done, about 0 s left");
}
END_TEST

/** Puts a terminal of so many columns in the place of stderr; returns its other end. */
static int terminal_as_stderr(unsigned short columns) {
    int other = posix_openpt(O_RDWR | O_NOCTTY);
    ck_assert_int_ge(other, 0);
    ck_assert_int_eq(grantpt(other), 0);
    ck_assert_int_eq(unlockpt(other), 0);
    int own = open(ptsname(other), O_RDWR | O_NOCTTY);
    ck_assert_int_ge(own, 0);
    const struct winsize window = {.ws_row = 24, .ws_col = columns};
    ck_assert_int_eq(ioctl(own, TIOCSWINSZ, &window), 0);
    ck_assert_int_eq(dup2(own, STDERR_FILENO), STDERR_FILENO);
    setenv("TERM", "xterm", 1);
    return other;
}

/** Reads so many bytes from a terminal: what was written may come in pieces. */
static void read_all(int terminal, char *text, size_t bytes) {
    for (size_t got = 0; got < bytes;) {
        ssize_t more = read(terminal, text + got, bytes - got);
        ck_assert_int_gt(more, 0);
        got += (size_t)more;
    }
    text[bytes] = '\0';
}

typedef struct {
    unsigned short columns; /**< of the terminal */
    int shown;              /**< of the line at most: one less than it has */
} Width;

/* A terminal that does not know how wide it is, or is hardly one, is taken to have 80 columns. */
static const Width WIDTHS[] = {{2, 1}, {20, 19}, {79, 78}, {80, 79}, {0, 79}, {1, 79}, {300, 299}};

START_TEST(a_line_never_fills_the_last_column) {
    const Progress progress = {.phase = PHASE_SEARCH,
                               .bound = 123456789,
                               .objective = 123000000,
                               .rounds = 123456,
                               .columns = 7654321,
                               .nodes = 99999};
    char text[160], shown[512] = {0}, expected[512];
    int other = terminal_as_stderr(WIDTHS[_i].columns);
    ProgressLine line = progress_line_new(false);
    ck_assert(line.shown);
    progress_line_show(&progress, &line);
    progress_line_clear(&line);
    progress_format(&progress, text, sizeof text);
    ck_assert_uint_gt(strlen(text), 80);
    snprintf(expected, sizeof expected, "\r%.*s\033[K\r\033[K", WIDTHS[_i].shown, text);
    read_all(other, shown, strlen(expected));
    ck_assert_str_eq(shown, expected);
    close(other);
}
END_TEST

START_TEST(a_dumb_terminal_and_a_quiet_run_have_no_line) {
    int other = terminal_as_stderr(80);
    ck_assert(!progress_line_new(true).shown);
    setenv("TERM", "dumb", 1);
    ck_assert(!progress_line_new(false).shown);
    close(other);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("terminal");
    TCase *tests = tcase_create("terminal");
    tcase_add_test(tests, a_pipe_or_file_has_no_colour_unless_asked);
    tcase_add_test(tests, an_explicit_always_stands_above_no_color);
    tcase_add_test(tests, only_three_colour_modes_are_known);
    tcase_add_test(tests, before_the_first_bound_the_line_names_none);
    tcase_add_test(tests, the_gap_is_the_bound_above_the_plan);
    tcase_add_test(tests, a_long_line_is_cut_off_within_its_buffer);
    tcase_add_test(tests, a_sweep_tells_the_time_left_by_what_is_done);
    tcase_add_loop_test(tests, a_line_never_fills_the_last_column, 0,
                        sizeof WIDTHS / sizeof WIDTHS[0]);
    tcase_add_test(tests, a_dumb_terminal_and_a_quiet_run_have_no_line);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
