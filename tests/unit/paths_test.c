/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solver/pricing/paths.h"

#include <check.h>
#include <stdlib.h>

enum { BOOKINGS = 7, MANY = 5000 };

static Paths empty_pool(void) {
    Paths paths;
    ck_assert(paths_init(&paths, BOOKINGS));
    return paths;
}

static PathId add(Paths *paths, BookingId booking, const Ride *rides, int n_rides, bool added) {
    PathPlace place = {NONE, !added};
    ck_assert(paths_add(paths, booking, rides, n_rides, &place));
    ck_assert_int_eq(place.added, added);
    return place.id;
}

/** The rides of the n-th of many itineraries: one ride or two, all different. */
static int rides_of(int n, Ride *rides) {
    rides[0] = (Ride){n / 3, n / 3 + n % 3, NONE, NONE};
    rides[1] = (Ride){n + 10, n + 11, NONE, NONE};
    return n % 2 + 1;
}

START_TEST(an_itinerary_is_kept_as_it_was_given) {
    Paths paths = empty_pool();
    const Ride rides[] = {{3, 5, NONE, NONE}, {9, 9, NONE, NONE}};
    PathId id = add(&paths, 4, rides, 2, true);
    ck_assert_int_eq(id, 0);
    ck_assert_int_eq(paths.count, 1);
    ck_assert_int_eq(paths.items[id].booking, 4);
    ck_assert_int_eq(paths.items[id].n_rides, 2);
    ck_assert_int_eq(paths_rides(&paths, id)[0].first, 3);
    ck_assert_int_eq(paths_rides(&paths, id)[0].last, 5);
    ck_assert_int_eq(paths_rides(&paths, id)[1].first, 9);
    ck_assert_int_eq(paths_rides(&paths, id)[1].last, 9);
    paths_clear(&paths);
}
END_TEST

START_TEST(the_same_itinerary_is_known_the_second_time) {
    Paths paths = empty_pool();
    const Ride rides[] = {{3, 5, NONE, NONE}, {9, 9, NONE, NONE}};
    PathId id = add(&paths, 4, rides, 2, true);
    ck_assert_int_eq(add(&paths, 4, rides, 2, false), id);
    ck_assert(paths_add(&paths, 4, rides, 2, NULL));
    ck_assert_int_eq(paths.count, 1);
    ck_assert_int_eq(paths.n_rides, 2);
    paths_clear(&paths);
}
END_TEST

START_TEST(another_booking_or_another_ride_makes_another_itinerary) {
    Paths paths = empty_pool();
    const Ride rides[] = {{3, 5, NONE, NONE}, {9, 9, NONE, NONE}},
               shorter[] = {{3, 4, NONE, NONE}, {9, 9, NONE, NONE}},
               later[] = {{4, 5, NONE, NONE}, {9, 9, NONE, NONE}},
               swapped[] = {{9, 9, NONE, NONE}, {3, 5, NONE, NONE}};
    add(&paths, 4, rides, 2, true);
    add(&paths, 5, rides, 2, true);
    add(&paths, 4, rides, 1, true);
    add(&paths, 4, &rides[1], 1, true);
    add(&paths, 4, shorter, 2, true);
    add(&paths, 4, later, 2, true);
    ck_assert_int_eq(add(&paths, 4, swapped, 2, true), 6);
    ck_assert_int_eq(paths.count, 7);
    paths_clear(&paths);
}
END_TEST

START_TEST(many_itineraries_keep_their_numbers_while_the_table_grows) {
    Paths paths = empty_pool();
    const int first_size = paths.table_size;
    Ride rides[2];
    for (int n = 0; n < MANY; n++) {
        int count = rides_of(n, rides);
        ck_assert_int_eq(add(&paths, n % BOOKINGS, rides, count, true), n);
    }
    ck_assert_int_gt(paths.table_size, 2 * first_size);
    ck_assert_int_ge(paths.table_size, MANY);
    for (int n = 0; n < MANY; n++) {
        int count = rides_of(n, rides);
        ck_assert_int_eq(add(&paths, n % BOOKINGS, rides, count, false), n);
        ck_assert_int_eq(paths.items[n].n_rides, count);
        for (int i = 0; i < count; i++) {
            ck_assert_int_eq(paths_rides(&paths, n)[i].first, rides[i].first);
            ck_assert_int_eq(paths_rides(&paths, n)[i].last, rides[i].last);
        }
    }
    ck_assert_int_eq(paths.count, MANY);
    paths_clear(&paths);
}
END_TEST

START_TEST(each_booking_has_a_chain_of_its_itineraries_newest_first) {
    Paths paths = empty_pool();
    Ride rides[2];
    for (int n = 0; n < MANY; n++) { /* the last booking has none */
        int count = rides_of(n, rides);
        add(&paths, n % (BOOKINGS - 1), rides, count, true);
        add(&paths, n % (BOOKINGS - 1), rides, count, false);
    }
    for (BookingId booking = 0; booking < BOOKINGS - 1; booking++) {
        PathId expected = MANY - 1;
        while (expected % (BOOKINGS - 1) != booking) {
            expected--;
        }
        for (PathId id = paths.newest[booking]; id != NONE; id = paths.items[id].next) {
            ck_assert_int_eq(id, expected);
            ck_assert_int_eq(paths.items[id].booking, booking);
            expected -= BOOKINGS - 1;
        }
        ck_assert_int_lt(expected, 0);
    }
    ck_assert_int_eq(paths.newest[BOOKINGS - 1], NONE);
    paths_clear(&paths);
}
END_TEST

START_TEST(a_pool_without_bookings_is_empty) {
    Paths paths;
    ck_assert(paths_init(&paths, 0));
    ck_assert_int_eq(paths.count, 0);
    paths_clear(&paths);
}
END_TEST

START_TEST(an_itinerary_uses_the_trains_that_it_rides_and_no_other) {
    /* legs 0–1 are train 0, 2–4 train 1, 5 train 2 */
    Leg legs[] = {{.train = 0}, {.train = 0}, {.train = 1},
                  {.train = 1}, {.train = 1}, {.train = 2}};
    const Problem problem = {.legs = legs, .n_legs = 6, .n_trains = 3};
    Paths paths = empty_pool();
    const Ride two[] = {{1, 1, NONE, NONE}, {5, 5, NONE, NONE}}, middle[] = {{3, 4, NONE, NONE}};
    PathId change = add(&paths, 0, two, 2, true);
    PathId direct = add(&paths, 0, middle, 1, true);
    const bool expected[2][3] = {{true, false, true}, {false, true, false}};
    for (TrainId train = 0; train < 3; train++) {
        ck_assert_int_eq(paths_uses(&paths, &problem, change, train), expected[0][train]);
        ck_assert_int_eq(paths_uses(&paths, &problem, direct, train), expected[1][train]);
    }
    paths_clear(&paths);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("paths");
    TCase *tests = tcase_create("paths");
    tcase_add_test(tests, an_itinerary_is_kept_as_it_was_given);
    tcase_add_test(tests, the_same_itinerary_is_known_the_second_time);
    tcase_add_test(tests, another_booking_or_another_ride_makes_another_itinerary);
    tcase_add_test(tests, many_itineraries_keep_their_numbers_while_the_table_grows);
    tcase_add_test(tests, each_booking_has_a_chain_of_its_itineraries_newest_first);
    tcase_add_test(tests, a_pool_without_bookings_is_empty);
    tcase_add_test(tests, an_itinerary_uses_the_trains_that_it_rides_and_no_other);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
