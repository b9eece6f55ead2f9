#include "cli/terminal.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

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
        .phase = "relaxation", .rounds = 3, .columns = 120, .bound = NAN, .objective = NAN};
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
    const Progress progress = {.phase = "search", .bound = 1010, .objective = 1000, .seconds = 2};
    char text[160];
    progress_format(&progress, text, sizeof text);
    ck_assert_ptr_nonnull(strstr(text, "bound 1010"));
    ck_assert_ptr_nonnull(strstr(text, "gap 1.00 %"));
}
END_TEST

START_TEST(a_long_line_is_cut_off_within_its_buffer) {
    const Progress progress = {.phase = "search", .bound = 1e30, .objective = 1e30};
    char text[24];
    memset(text, 'x', sizeof text);
    progress_format(&progress, text, sizeof text);
    ck_assert_uint_lt(strlen(text), sizeof text);
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
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
