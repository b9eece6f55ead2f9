/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Growing arrays: rooms, and what is left where memory runs out. */
#include <check.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/grow.h"

START_TEST(room_doubles_and_holds_what_is_needed) {
    ck_assert_int_ge(grow_room(1, 0), 1);
    for (int room = 1; room < INT_MAX / 2; room += room / 2 + 1) {
        ck_assert_int_ge(grow_room(room + 1, room), 2 * room);
        ck_assert_int_ge(grow_room(INT_MAX, room), INT_MAX);
    }
    ck_assert_int_eq(grow_room(INT_MAX, INT_MAX - 1), INT_MAX);
}
END_TEST

START_TEST(items_stay_while_an_array_grows) {
    int *items = NULL;
    int room = 0;
    for (int i = 0; i < 10000; i++) {
        ck_assert(GROW(items, i + 1, room));
        ck_assert_int_gt(room, i);
        items[i] = i;
    }
    for (int i = 0; i < 10000; i++) {
        ck_assert_int_eq(items[i], i);
    }
    free(items);
}
END_TEST

START_TEST(an_array_that_cannot_grow_is_as_it_was) {
    typedef struct {
        char bytes[PTRDIFF_MAX / 1024];
    } Huge;
    Huge *items = NULL;
    int room = 0;
    ck_assert(!GROW(items, INT_MAX, room));
    ck_assert_ptr_null(items);
    ck_assert_int_eq(room, 0);
    ck_assert(!RESIZE(items, INT_MAX));
    ck_assert_ptr_null(items);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("grow");
    TCase *grow = tcase_create("grow");
    tcase_add_test(grow, room_doubles_and_holds_what_is_needed);
    tcase_add_test(grow, items_stay_while_an_array_grows);
    tcase_add_test(grow, an_array_that_cannot_grow_is_as_it_was);
    suite_add_tcase(suite, grow);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
