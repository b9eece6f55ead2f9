/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/property/random_terms.h"

#include "tests/property/random_number.h"

/** In how many of a hundred cases bookings have such terms, and in how many of these each. */
enum { TRANSIT_CASES = 30, PARTS_CASES = 40 };
static const double OF_BOOKINGS = 0.6;

/** A share of the time that there is; those that must travel mostly can. */
static void draw_max_transit(Random *random, RandomBooking *booking) {
    int least = booking->must ? 60 : 20;
    int time_h = booking->due_h + booking->late_max_h - booking->ready_h;
    booking->max_transit_h = 1 + time_h * random_int(random, least, 80) / 100;
}

/** Large parts are in the way of one another, small ones hardly. */
static void draw_parts(Random *random, RandomBooking *booking) {
    bool least = random_chance(random, 0.7);
    if (!booking->must) {
        booking->boxes += random_int(random, 0, 6);
    }
    if (least) {
        booking->parts_min = random_chance(random, 0.4) ? ALL_BOXES : random_int(random, 1, 8);
    }
    if (!least || random_chance(random, 0.3)) {
        booking->parts_max = random_int(random, 1, 2);
    }
}

void random_terms(RandomCase *kase, uint64_t seed) {
    Random random = random_seeded(seed ^ 0x7465726d73u); /* a row of numbers of its own */
    bool transit = random_int(&random, 1, 100) <= TRANSIT_CASES;
    bool parts = random_int(&random, 1, 100) <= PARTS_CASES;
    for (int i = 0; i < kase->n_demand; i++) {
        if (transit && random_chance(&random, OF_BOOKINGS)) {
            draw_max_transit(&random, &kase->demand[i]);
        }
        if (parts && random_chance(&random, OF_BOOKINGS)) {
            draw_parts(&random, &kase->demand[i]);
        }
    }
}
