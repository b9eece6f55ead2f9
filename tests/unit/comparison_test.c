/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Plans compared: how trains are paired, what cells say, and that everything has words. */
#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/shortest_number.h"
#include "export/words/compare_words.h"
#include "export/words/kpi_words.h"
#include "study/compare/comparison_cells.h"
#include "study/compare/pairing.h"
#include "study/compare/train_changes.h"

/* ---- numbers ---- */

START_TEST(numbers_have_the_decimals_that_they_need) {
    static const struct {
        double value;
        const char *text;
        int decimals;
    } numbers[] = {{0, "0", 0},
                   {-0.0, "0", 0},
                   {21000, "21000", 0},
                   {-12.5, "-12.5", 1},
                   {0.1, "0.1", 1},
                   {332737.511628, "332737.511628", 6},
                   {1e-6, "0.000001", 6},
                   {19238223123.45, "19238223123.45", 2},
                   {1e20, "100000000000000000000", 0}};
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        char text[SHORTEST_NUMBER_SIZE];
        ck_assert_str_eq(shortest_number(numbers[i].value, text), numbers[i].text);
        ck_assert_int_eq(shortest_number_decimals(numbers[i].value), numbers[i].decimals);
    }
}
END_TEST

START_TEST(a_difference_has_no_more_decimals_than_what_it_is_of) {
    ck_assert_double_eq(comparison_difference(19238223123.45, 19238223123), -0.45);
    ck_assert_double_eq(comparison_difference(0.3, 0.1), -0.2);
    ck_assert_double_eq(comparison_difference(5, 5), 0);
    ck_assert(isnan(comparison_difference((double)NAN, 5)));
    ck_assert(isnan(comparison_difference(5, (double)NAN)));
}
END_TEST

/* ---- pairs ---- */

static int compare_ints(gconstpointer a, gconstpointer b) {
    return *(const int *)a / 10 - *(const int *)b / 10;
}

static void note_pair(gconstpointer a, gconstpointer b, gpointer user) {
    g_string_append_printf(user, "%d-%d ", a != NULL ? *(const int *)a : 0,
                           b != NULL ? *(const int *)b : 0);
}

START_TEST(items_that_compare_alike_are_paired_in_order) {
    static const int a[] = {10, 11, 20, 40}, b[] = {12, 30, 41, 42};
    GArray *left = g_array_new(FALSE, FALSE, sizeof(int));
    GArray *right = g_array_new(FALSE, FALSE, sizeof(int));
    GString *noted = g_string_new(NULL);
    g_array_append_vals(left, a, G_N_ELEMENTS(a));
    g_array_append_vals(right, b, G_N_ELEMENTS(b));
    pairing_walk(left, right, compare_ints, note_pair, noted);
    ck_assert_str_eq(noted->str, "10-12 11-0 20-0 0-30 40-41 0-42 ");
    g_array_unref(left);
    g_array_unref(right);
    g_string_free(noted, TRUE);
}
END_TEST

/* ---- trains ---- */

typedef struct {
    ComparedPlan plans[2];
    Comparison comparison;
} Pair;

static void pair_begin(Pair *pair) {
    *pair = (Pair){0};
    for (int i = 0; i < 2; i++) {
        pair->plans[i].trains = g_array_new(FALSE, FALSE, sizeof(ComparedTrain));
    }
    pair->comparison = (Comparison){
        .plans = pair->plans, .n_plans = 2, .trains = g_array_new(FALSE, FALSE, sizeof(TrainRow))};
}

static void pair_end(Pair *pair) {
    g_array_unref(pair->plans[0].trains);
    g_array_unref(pair->plans[1].trains);
    g_array_unref(pair->comparison.trains);
}

static void add(Pair *pair, int plan, const char *name, const char *slots, const char *first,
                int week, int departs) {
    const ComparedTrain train = {.name = name,
                                 .line = "L",
                                 .slots = slots,
                                 .first_slot = first,
                                 .departs = "",
                                 .departs_at = departs,
                                 .week = week};
    g_array_append_val(pair->plans[plan].trains, train);
}

/** The rows in short: `same A1 B1; dropped A2 -; `. */
static char *pair_rows(Pair *pair) {
    GString *text = g_string_new(NULL);
    train_changes_add(&pair->comparison, 1);
    for (guint i = 0; i < pair->comparison.trains->len; i++) {
        const TrainRow *row = &g_array_index(pair->comparison.trains, TrainRow, i);
        g_string_append_printf(text, "%s %s %s; ", compare_train_changes[row->change].word,
                               row->of[0] != NULL ? row->of[0]->name : "-",
                               row->of[1] != NULL ? row->of[1]->name : "-");
    }
    return g_string_free(text, FALSE);
}

START_TEST(trains_are_the_same_by_slot_runs_whatever_their_names_and_weeks) {
    Pair pair;
    pair_begin(&pair);
    add(&pair, 0, "A1", "s1;t1", "s1", 1, 100);
    add(&pair, 1, "B1", "s1;t1", "s1", 0, 100);
    g_autofree char *rows = pair_rows(&pair);
    ck_assert_str_eq(rows, "same A1 B1; ");
    pair_end(&pair);
}
END_TEST

START_TEST(the_first_slot_run_goes_before_the_order_of_departure) {
    Pair pair;
    pair_begin(&pair);
    add(&pair, 0, "A1", "s1;t1", "s1", 0, 100);
    add(&pair, 0, "A2", "s2;t1", "s2", 0, 200);
    add(&pair, 1, "B1", "s2;t2", "s2", 0, 200);
    add(&pair, 1, "B2", "s3;t3", "s3", 0, 300);
    add(&pair, 1, "B3", "s4;t4", "s4", 0, 400);
    add(&pair, 1, "B4", "s5;t4", "s5", 1, 50);
    g_autofree char *rows = pair_rows(&pair);
    ck_assert_str_eq(rows, "moved A1 B2; moved A2 B1; added - B3; added - B4; ");
    pair_end(&pair);
}
END_TEST

START_TEST(two_trains_on_the_same_slot_runs_are_two) {
    Pair pair;
    pair_begin(&pair);
    add(&pair, 0, "A1", "s1", "s1", 0, 100);
    add(&pair, 0, "A2", "s1", "s1", 0, 100);
    add(&pair, 1, "A2", "s1", "s1", 0, 100);
    g_autofree char *rows = pair_rows(&pair);
    ck_assert_str_eq(rows, "same A1 A2; dropped A2 -; ");
    pair_end(&pair);
}
END_TEST

START_TEST(rows_are_in_order_of_departure_in_a_and_weeks_in_that_of_numbers) {
    Pair pair;
    pair_begin(&pair);
    add(&pair, 0, "A2", "s2", "s2", 0, 200);
    add(&pair, 0, "A10", "s10", "s10", 10, 10);
    add(&pair, 0, "A9", "s9", "s9", 9, 9);
    add(&pair, 1, "B0", "s0", "s0", -1, 50);
    add(&pair, 1, "B2", "s2", "s2", 0, 100);
    g_autofree char *rows = pair_rows(&pair);
    ck_assert_str_eq(rows, "added - B0; same A2 B2; dropped A9 -; dropped A10 -; ");
    pair_end(&pair);
}
END_TEST

/* ---- words ---- */

START_TEST(everything_has_words_in_both_languages) {
    for (Lang lang = 0; lang < N_LANGS; lang++) {
        for (CompareText key = 0; key < N_COMPARE_TEXTS; key++) {
            ck_assert_ptr_nonnull(compare_text(lang, key));
        }
        for (TrainChange change = 0; change < N_TRAIN_CHANGES; change++) {
            ck_assert_ptr_nonnull(compare_train_text(lang, change));
            ck_assert_ptr_nonnull(compare_train_changes[change].word);
        }
        for (BoxesChange change = 0; change < N_BOXES_CHANGES; change++) {
            ck_assert_ptr_nonnull(compare_booking_text(lang, change));
            ck_assert_ptr_nonnull(compare_booking_changes[change].word);
        }
    }
    ck_assert_str_ne(compare_input_text(LANG_ZH, "scenario"), "scenario");
    ck_assert_str_eq(compare_input_text(LANG_ZH, "flags.gap"), "flags.gap");
}
END_TEST

START_TEST(figures_have_names_and_ways_to_be_shown) {
    FigureKind kind;
    ck_assert_str_eq(kpi_text(LANG_EN, "cost_parts_train", &kind), "trains");
    ck_assert_int_eq(kind, FIGURE_MONEY);
    ck_assert_str_eq(kpi_text(LANG_ZH, "load_factor_all", &kind), "满载率");
    ck_assert_int_eq(kind, FIGURE_SHARE);
    ck_assert_str_eq(kpi_text(LANG_EN, "co2_t", &kind), "co2_t");
    ck_assert_int_eq(kind, FIGURE_PLAIN);
    ck_assert_str_eq(kpi_text(LANG_EN, "cost_parts_other", &kind), "cost_parts_other");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("comparison");
    TCase *cases = tcase_create("comparison");
    tcase_add_test(cases, numbers_have_the_decimals_that_they_need);
    tcase_add_test(cases, a_difference_has_no_more_decimals_than_what_it_is_of);
    tcase_add_test(cases, items_that_compare_alike_are_paired_in_order);
    tcase_add_test(cases, trains_are_the_same_by_slot_runs_whatever_their_names_and_weeks);
    tcase_add_test(cases, the_first_slot_run_goes_before_the_order_of_departure);
    tcase_add_test(cases, two_trains_on_the_same_slot_runs_are_two);
    tcase_add_test(cases, rows_are_in_order_of_departure_in_a_and_weeks_in_that_of_numbers);
    tcase_add_test(cases, everything_has_words_in_both_languages);
    tcase_add_test(cases, figures_have_names_and_ways_to_be_shown);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
