/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/options.h"
#include "cli/speech.h"

#include <check.h>
#include <stdlib.h>

START_TEST(a_time_is_read_in_each_unit) {
    static const struct {
        const char *text;
        double seconds;
    } times[] = {{"90", 90}, {"90s", 90}, {"10m", 600}, {"1h", 3600}, {"1.5h", 5400}, {"0", 0}};
    for (size_t i = 0; i < G_N_ELEMENTS(times); i++) {
        double seconds = -1;
        ck_assert(options_seconds(times[i].text, &seconds));
        ck_assert_double_eq(seconds, times[i].seconds);
    }
}
END_TEST

START_TEST(what_is_no_time_is_refused) {
    static const char *const texts[] = {"",     "m",     "-5",         "+5",     "10x",
                                        "10 m", "inf",   "0x10",       "1e999",  "nan",
                                        "10mm", "1e300", "1000001000", "300000h"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        double seconds = 0;
        ck_assert_msg(!options_seconds(texts[i], &seconds), "'%s' was taken", texts[i]);
    }
}
END_TEST

START_TEST(a_share_is_a_plain_number) {
    double share = 0;
    ck_assert(options_share("0.005", &share));
    ck_assert_double_eq(share, 0.005);
    ck_assert(options_share("0", &share));
    ck_assert(!options_share("-0.1", &share));
    ck_assert(!options_share("0.5%", &share));
    ck_assert(!options_share("0,5", &share));
    ck_assert(!options_share("1.01", &share));
    ck_assert(!options_share("1e300", &share));
    ck_assert(!options_share("nan", &share));
    ck_assert(options_share("1e-400", &share));
    ck_assert_double_eq(share, 0);
}
END_TEST

static void check_folder(const char *case_path, const char *expected) {
    char *folder = options_plan_folder(case_path, NULL);
    ck_assert_str_eq(folder, expected);
    g_free(folder);
}

START_TEST(a_plan_folder_is_named_after_the_case) {
    check_folder("scenarios/yiwu", "yiwu-plan");
    check_folder("scenarios/yiwu/", "yiwu-plan");
    check_folder("week.yaml", "week-plan");
    check_folder("/data/week.yml", "week-plan");
    check_folder("week.49.yaml", "week.49-plan");
    check_folder("scenarios/yiwu/../tiny/.", "tiny-plan");
    check_folder("/", "case-plan");
}
END_TEST

START_TEST(the_first_language_variable_that_is_set_counts) {
    g_unsetenv("LC_ALL");
    g_unsetenv("LC_MESSAGES");
    g_setenv("LANG", "zh_CN.UTF-8", TRUE);
    ck_assert(speech_environment_is_chinese());
    g_setenv("LC_ALL", "en_GB.UTF-8", TRUE);
    ck_assert(!speech_environment_is_chinese());
    g_setenv("LC_ALL", "", TRUE);
    g_setenv("LC_MESSAGES", "zh_TW", TRUE);
    g_setenv("LANG", "de_DE.UTF-8", TRUE);
    ck_assert(speech_environment_is_chinese());
}
END_TEST

static const CommandSyntax syntax = {
    .command = "sail",
    .arguments = "SHIP PORT",
    .n_arguments = 2,
    .summary = "Not a command of the program.",
    .example = "  banlie sail ship port",
};

static OptionsStatus parse(int argc, char **argv, gboolean *fast, char ***arguments) {
    const GOptionEntry entries[] = {
        {"fast", 'f', 0, G_OPTION_ARG_NONE, fast, "Fast", NULL},
        {0},
    };
    return options_parse(&syntax, entries, argc, argv, arguments);
}

START_TEST(options_may_stand_behind_arguments) {
    char *argv[] = {"sail", "ship", "--fast", "port", NULL};
    gboolean fast = FALSE;
    char **arguments = NULL;
    ck_assert_int_eq(parse(4, argv, &fast, &arguments), OPTIONS_READY);
    ck_assert(fast);
    ck_assert_str_eq(arguments[0], "ship");
    ck_assert_str_eq(arguments[1], "port");
    g_strfreev(arguments);
}
END_TEST

START_TEST(two_dashes_end_the_options) {
    char *argv[] = {"sail", "--", "--fast", "port", NULL};
    gboolean fast = FALSE;
    char **arguments = NULL;
    ck_assert_int_eq(parse(4, argv, &fast, &arguments), OPTIONS_READY);
    ck_assert(!fast);
    ck_assert_str_eq(arguments[0], "--fast");
    g_strfreev(arguments);
}
END_TEST

START_TEST(a_missing_argument_is_wrong_usage) {
    char *argv[] = {"sail", "ship", NULL};
    gboolean fast = FALSE;
    char **arguments = NULL;
    ck_assert_int_eq(parse(2, argv, &fast, &arguments), OPTIONS_WRONG);
    ck_assert_ptr_null(arguments);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("options");
    TCase *tests = tcase_create("options");
    tcase_add_test(tests, a_time_is_read_in_each_unit);
    tcase_add_test(tests, what_is_no_time_is_refused);
    tcase_add_test(tests, a_share_is_a_plain_number);
    tcase_add_test(tests, a_plan_folder_is_named_after_the_case);
    tcase_add_test(tests, the_first_language_variable_that_is_set_counts);
    tcase_add_test(tests, options_may_stand_behind_arguments);
    tcase_add_test(tests, two_dashes_end_the_options);
    tcase_add_test(tests, a_missing_argument_is_wrong_usage);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
