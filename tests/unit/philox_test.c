/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/philox.h"

#include <check.h>
#include <stdlib.h>

#include "base/draws.h"

/* The known answers that the authors of the generator publish with it. */
static const struct {
    uint64_t seed;
    uint32_t counter[4];
    uint32_t words[4];
} answers[] = {
    {0, {0, 0, 0, 0}, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
    {UINT64_MAX,
     {UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX},
     {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
    {0x299f31d0a4093822,
     {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
     {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
};

START_TEST(the_words_are_those_that_are_published) {
    const PhiloxBlock block = philox_block(answers[_i].seed, answers[_i].counter);
    for (int i = 0; i < 4; i++) {
        ck_assert_uint_eq(block.words[i], answers[_i].words[i]);
    }
}
END_TEST

START_TEST(a_unit_is_the_middle_of_its_part) {
    const PhiloxBlock least = {{0, 0, 0x7ff, 0}};
    ck_assert_double_eq(philox_unit(&least, 0), 0x1p-54);
    ck_assert_double_eq(philox_unit(&least, 1), 0x1p-54);
    const PhiloxBlock others = {{UINT32_MAX, UINT32_MAX, 0x800, 0}};
    ck_assert(philox_unit(&others, 0) < 1);
    ck_assert_double_eq(philox_unit(&others, 1), 3 * 0x1p-54);
}
END_TEST

START_TEST(units_come_two_from_a_block) {
    Draws draws = draws_of(7, 5, 3);
    for (uint32_t i = 0; i < 3; i++) {
        const PhiloxBlock block = philox_block(7, (uint32_t[]){i, 3, 5, 0});
        ck_assert_double_eq(draw_unit(&draws), philox_unit(&block, 0));
        ck_assert_double_eq(draw_unit(&draws), philox_unit(&block, 1));
    }
}
END_TEST

enum { DRAWN = 10000 };

START_TEST(whole_numbers_are_equally_likely) {
    int found[7] = {0};
    for (uint32_t item = 0; item < DRAWN; item++) {
        Draws draws = draws_of(1, 0, item);
        const int number = draw_int(&draws, -3, 3);
        ck_assert_int_ge(number, -3);
        ck_assert_int_le(number, 3);
        found[number + 3]++;
    }
    for (int i = 0; i < 7; i++) { /* 1429 on the mean, with a deviation of 35 */
        ck_assert_int_gt(found[i], 1429 - 5 * 35);
        ck_assert_int_lt(found[i], 1429 + 5 * 35);
    }
    Draws draws = draws_of(1, 0, 0);
    ck_assert_int_eq(draw_int(&draws, 4, 4), 4);
}
END_TEST

START_TEST(weights_are_heeded) {
    static const int weights[] = {0, 1, 0, 3, 0};
    int found[5] = {0};
    Draws draws = draws_of(2, 0, 0);
    for (int i = 0; i < DRAWN; i++) {
        found[draw_weighted(&draws, weights, 5)]++;
    }
    ck_assert_int_eq(found[0] + found[2] + found[4], 0);
    ck_assert_int_gt(found[1], 2500 - 5 * 43); /* the deviation is 43 */
    ck_assert_int_lt(found[1], 2500 + 5 * 43);
}
END_TEST

START_TEST(a_percentage_is_met) {
    int found = 0;
    Draws draws = draws_of(3, 0, 0);
    for (int i = 0; i < DRAWN; i++) {
        ck_assert(!draw_percent(&draws, 0));
        ck_assert(draw_percent(&draws, 100));
        found += draw_percent(&draws, 20);
    }
    ck_assert_int_gt(found, 2000 - 5 * 40); /* the deviation is 40 */
    ck_assert_int_lt(found, 2000 + 5 * 40);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("philox");
    TCase *words = tcase_create("words");
    tcase_add_loop_test(words, the_words_are_those_that_are_published, 0,
                        sizeof answers / sizeof answers[0]);
    tcase_add_test(words, a_unit_is_the_middle_of_its_part);
    suite_add_tcase(suite, words);
    TCase *draws = tcase_create("draws");
    tcase_add_test(draws, units_come_two_from_a_block);
    tcase_add_test(draws, whole_numbers_are_equally_likely);
    tcase_add_test(draws, weights_are_heeded);
    tcase_add_test(draws, a_percentage_is_met);
    suite_add_tcase(suite, draws);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
