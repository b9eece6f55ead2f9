/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Factors in millionths, and paths taken apart. */
#include <check.h>
#include <glib.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/factor.h"
#include "config/scenario/path.h"

static int64_t scaled(int64_t number, const char *text) {
    int64_t factor;
    ck_assert(factor_parse(text, &factor));
    return factor_of_whole(number, factor);
}

START_TEST(whole_numbers_are_scaled_exactly_and_rounded_halves_up) {
    ck_assert_int_eq(scaled(45, "0.7"), 32);
    ck_assert_int_eq(scaled(10, "1.25"), 13);
    ck_assert_int_eq(scaled(3, "0.5"), 2);
    ck_assert_int_eq(scaled(1, "0.4"), 0);
    ck_assert_int_eq(scaled(-45, "0.7"), -32);
    ck_assert_int_eq(scaled(1000000000, "1000000"), 1000000000000000);
    ck_assert_int_eq(scaled(INT64_MAX, "2"), INT64_MAX);
}
END_TEST

START_TEST(a_factor_has_six_decimals_at_most_and_is_not_negative) {
    int64_t factor;
    ck_assert(factor_parse("1.333333", &factor));
    ck_assert_int_eq(factor, 1333333);
    ck_assert(factor_parse("1e-6", &factor));
    ck_assert_int_eq(factor, 1);
    ck_assert(!factor_parse("1.0000001", &factor));
    ck_assert(!factor_parse("-1", &factor));
    ck_assert(!factor_parse("much", &factor));
}
END_TEST

/** The parts of a path, patterns between slashes; NULL where it is none. */
static char *parts_of(const char *text) {
    PatternBudget budget = {PATTERN_BUDGET_STEPS};
    Path path;
    g_autofree char *wild = NULL;
    g_autofree Phrase *why = NULL;
    if (!path_parse(text, &budget, &path, &wild, &why)) {
        return NULL;
    }
    GString *parts = g_string_new(NULL);
    for (int i = 0; i < path.n_parts; i++) {
        const char *slash = path.parts[i].pattern == NULL ? "" : "/";
        g_string_append_printf(parts, "%s%s%s%s", i > 0 ? " " : "", slash, path.parts[i].text,
                               slash);
    }
    path_clear(&path);
    return g_string_free(parts, FALSE);
}

static void expect_parts(const char *text, const char *parts) {
    g_autofree char *found = parts_of(text);
    ck_assert_pstr_eq(found, parts);
}

START_TEST(a_path_is_keys_and_patterns_between_dots) {
    expect_parts("stations.MAL.trains_per_day", "stations MAL trains_per_day");
    expect_parts("slots./EU-.*/.cost.teu", "slots /EU-.*/ cost teu");
    expect_parts("slots./CN\\.8020/.km", "slots /CN\\.8020/ km");
    expect_parts("lines./a\\/b/", "lines /a/b/");
}
END_TEST

START_TEST(what_is_no_path_is_told) {
    static const char *const WRONG[] = {"",     ".a",     "a.",      "a..b", "a./b",
                                        "//.a", "a./b/c", "a./(/.b", "a/b"};
    for (size_t i = 0; i < G_N_ELEMENTS(WRONG); i++) {
        expect_parts(WRONG[i], NULL);
    }
}
END_TEST

int main(void) {
    TCase *all = tcase_create("all");
    tcase_add_test(all, whole_numbers_are_scaled_exactly_and_rounded_halves_up);
    tcase_add_test(all, a_factor_has_six_decimals_at_most_and_is_not_negative);
    tcase_add_test(all, a_path_is_keys_and_patterns_between_dots);
    tcase_add_test(all, what_is_no_path_is_told);
    Suite *suite = suite_create("factors and paths");
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
