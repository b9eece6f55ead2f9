/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/formulation/lp_model.h"

#include <check.h>
#include <stdlib.h>

static void expect_entry(const LpModel *lp, int i, RowId row, ColumnId column, double value) {
    ck_assert_int_lt(i, lp->n_entries);
    ck_assert_int_eq(lp->entries[i].row, row);
    ck_assert_int_eq(lp->entries[i].column, column);
    ck_assert_double_eq(lp->entries[i].value, value);
}

START_TEST(entries_of_one_place_add_up_and_stand_by_row_and_column) {
    LpModel lp = {0};
    lp_model_entry(&lp, 2, 0, 5);
    lp_model_entry(&lp, 0, 1, 1);
    lp_model_entry(&lp, 2, 0, -1.5);
    lp_model_entry(&lp, 0, 0, 7);
    lp_model_entry(&lp, 0, 1, 2);
    lp_model_merge(&lp);
    ck_assert_int_eq(lp.n_entries, 3);
    expect_entry(&lp, 0, 0, 0, 7);
    expect_entry(&lp, 1, 0, 1, 3);
    expect_entry(&lp, 2, 2, 0, 3.5);
    lp_model_clear(&lp);
}
END_TEST

START_TEST(entries_that_cancel_out_are_gone_wherever_they_stand) {
    for (RowId gone = 0; gone < 3; gone++) {
        LpModel lp = {0};
        for (RowId row = 0; row < 3; row++) {
            lp_model_entry(&lp, row, 4, 6);
            lp_model_entry(&lp, row, 4, row == gone ? -6 : 1);
        }
        lp_model_merge(&lp);
        ck_assert_int_eq(lp.n_entries, 2);
        expect_entry(&lp, 0, gone == 0 ? 1 : 0, 4, 7);
        expect_entry(&lp, 1, gone == 2 ? 1 : 2, 4, 7);
        lp_model_clear(&lp);
    }
}
END_TEST

START_TEST(a_model_of_nothing_but_what_cancels_out_is_empty) {
    LpModel lp = {0};
    lp_model_merge(&lp);
    ck_assert_int_eq(lp.n_entries, 0);
    lp_model_entry(&lp, 0, 0, 0);
    ck_assert_int_eq(lp.n_entries, 0);
    lp_model_entry(&lp, 3, 3, 2);
    lp_model_entry(&lp, 3, 3, -2);
    lp_model_merge(&lp);
    ck_assert_int_eq(lp.n_entries, 0);
    lp_model_clear(&lp);
}
END_TEST

START_TEST(a_copy_has_all_of_the_model) {
    LpModel lp = {.constant = 12}, copy = {0};
    for (int i = 0; i < 1000; i++) {
        lp_model_row(&lp, (LpRow){.group = ROW_TEU, .subject = i, .lower = -i, .upper = i});
        lp_model_column(&lp, (LpColumn){.objective = i, .upper = 2 * i, .integer = i % 2 == 0});
        lp_model_entry(&lp, i, 999 - i, i + 1);
    }
    lp_model_copy(&lp, &copy);
    ck_assert(!copy.failed);
    ck_assert_double_eq(copy.constant, 12);
    ck_assert_int_eq(copy.n_rows, 1000);
    ck_assert_int_eq(copy.n_columns, 1000);
    ck_assert_int_eq(copy.n_entries, 1000);
    for (int i = 0; i < 1000; i++) {
        ck_assert_int_eq(copy.rows[i].subject, i);
        ck_assert_double_eq(copy.columns[i].objective, i);
        expect_entry(&copy, i, i, 999 - i, i + 1);
    }
    lp_model_clear(&copy);
    lp_model_clear(&lp);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("lp_model");
    TCase *tests = tcase_create("lp_model");
    tcase_add_test(tests, entries_of_one_place_add_up_and_stand_by_row_and_column);
    tcase_add_test(tests, entries_that_cancel_out_are_gone_wherever_they_stand);
    tcase_add_test(tests, a_model_of_nothing_but_what_cancels_out_is_empty);
    tcase_add_test(tests, a_copy_has_all_of_the_model);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
