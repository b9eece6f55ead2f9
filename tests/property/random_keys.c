/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/property/random_keys.h"

enum { DAY_MIN = 24 * 60, HOUR = 60 };

/* ---- the clock ---- */

/** @param later_min  what the clock at the end is ahead, and the trip's time */
static int clock_after_all(const int *departs, int n_departs, int later_min) {
    int first = departs[0] % DAY_MIN + later_min, most = first;
    for (int i = 1; i < n_departs; i++) {
        int arrives = departs[i] % DAY_MIN + later_min;
        while (most < arrives) {
            most += DAY_MIN;
        }
    }
    return most;
}

static int zone_ahead_min(const RandomCase *kase, int from, int to) {
    return (kase->stations[to].zone_hours - kase->stations[from].zone_hours) * HOUR;
}

int slot_clock_min(const RandomCase *kase, const RandomSlot *slot) {
    return clock_after_all(slot->departs, slot->n_departs,
                           zone_ahead_min(kase, slot->from, slot->to) + slot->runs_min);
}

int feeder_clock_min(const RandomCase *kase, const RandomFeeder *feeder) {
    return clock_after_all(feeder->departs, feeder->n_departs,
                           zone_ahead_min(kase, feeder->from, feeder->to) + feeder->takes_h * HOUR);
}

/* ---- drawing ---- */

static bool slot_by_hand(const RandomCase *kase, int slot) {
    for (int t = 0; t < kase->n_trains; t++) {
        for (int s = 0; s < kase->trains[t].n_slots; s++) {
            if (kase->trains[t].slots[s] == slot) {
                return true;
            }
        }
    }
    return false;
}

static void draw_closed(Random *random, RandomClosed *closed, double share) {
    if (random_chance(random, share)) {
        closed->from = random_int(random, 0, 20);
        closed->days = random_int(random, 1, 3);
    }
}

/** A train by hand runs in each week, and keeps its windows. */
static void draw_slot_keys(RandomCase *kase, Random *random) {
    for (int i = 0; i < kase->n_slots; i++) {
        RandomSlot *slot = &kase->slots[i];
        bool by_hand = slot_by_hand(kase, i);
        slot->by_clock = random_chance(random, 0.5) && (!by_hand || slot->n_departs == 1);
        if (!by_hand && !kase->cyclic && random_chance(random, 0.3)) {
            slot->every_weeks = 2;
            slot->every_from = random_int(random, -40, 40);
        }
    }
    for (int i = 0; i < kase->n_feeders; i++) {
        RandomFeeder *feeder = &kase->feeders[i];
        feeder->by_clock = feeder->n_departs > 0 && random_chance(random, 0.5);
        if (feeder->n_departs > 0 && !kase->cyclic && random_chance(random, 0.3)) {
            feeder->every_weeks = 2;
            feeder->every_from = random_int(random, -40, 40);
        }
    }
}

void random_keys(RandomCase *kase, Random *random) {
    if (random_chance(random, 0.3)) {
        draw_slot_keys(kase, random);
    }
    if (random_chance(random, 0.35)) {
        for (int i = 0; i < kase->n_slots; i++) {
            draw_closed(random, &kase->slots[i].closed, 0.5);
        }
        for (int i = 0; i < kase->n_stations; i++) {
            draw_closed(random, &kase->stations[i].closed, 0.15);
        }
        for (int i = 0; i < kase->n_feeders; i++) {
            draw_closed(random, &kase->feeders[i].closed, 0.5);
        }
    }
}
