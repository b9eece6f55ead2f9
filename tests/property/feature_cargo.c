/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/property/feature.h"

/* Bookings and their classes. */

static bool has_avoid(const RandomCase *kase) {
    for (int i = 0; i < kase->n_cargo; i++) {
        const RandomCargo *cargo = &kase->cargo[i];
        if (cargo->avoid_station != ABSENT || cargo->avoid_slot != ABSENT ||
            cargo->avoid_country != NULL) {
            return true;
        }
    }
    return false;
}

static void no_avoid(RandomCase *kase) {
    for (int i = 0; i < kase->n_cargo; i++) {
        RandomCargo *cargo = &kase->cargo[i];
        cargo->avoid_station = cargo->avoid_slot = ABSENT;
        cargo->avoid_country = NULL;
    }
}

static bool has_containers(const RandomCase *kase) {
    for (int i = 0; i < kase->n_cargo; i++) {
        const RandomCargo *cargo = &kase->cargo[i];
        if (cargo->container != ABSENT) {
            return true;
        }
    }
    return false;
}

static void no_containers(RandomCase *kase) {
    for (int i = 0; i < kase->n_cargo; i++) {
        RandomCargo *cargo = &kase->cargo[i];
        cargo->container = ABSENT;
    }
}

static bool has_max_boxes(const RandomCase *kase) {
    for (int i = 0; i < kase->n_cargo; i++) {
        const RandomCargo *cargo = &kase->cargo[i];
        if (cargo->max_boxes != ABSENT) {
            return true;
        }
    }
    return false;
}

static void no_max_boxes(RandomCase *kase) {
    for (int i = 0; i < kase->n_cargo; i++) {
        RandomCargo *cargo = &kase->cargo[i];
        cargo->max_boxes = ABSENT;
    }
}

static bool has_apart(const RandomCase *kase) {
    for (int i = 0; i < kase->n_cargo; i++) {
        const RandomCargo *cargo = &kase->cargo[i];
        if (cargo->apart_from != ABSENT) {
            return true;
        }
    }
    return false;
}

static void no_apart(RandomCase *kase) {
    for (int i = 0; i < kase->n_cargo; i++) {
        RandomCargo *cargo = &kase->cargo[i];
        cargo->apart_from = ABSENT;
    }
}

static bool has_late(const RandomCase *kase) {
    for (int i = 0; i < kase->n_demand; i++) {
        const RandomBooking *booking = &kase->demand[i];
        if (booking->late_max_h > 0) {
            return true;
        }
    }
    return false;
}

static void no_late(RandomCase *kase) {
    for (int i = 0; i < kase->n_demand; i++) {
        RandomBooking *booking = &kase->demand[i];
        booking->late_max_h = 0;
    }
}

static bool has_tiers(const RandomCase *kase) {
    for (int i = 0; i < kase->n_demand; i++) {
        const RandomBooking *booking = &kase->demand[i];
        if (booking->tier_boxes > 0) {
            return true;
        }
    }
    return false;
}

static void no_tiers(RandomCase *kase) {
    for (int i = 0; i < kase->n_demand; i++) {
        RandomBooking *booking = &kase->demand[i];
        booking->tier_boxes = 0;
    }
}

static bool has_must(const RandomCase *kase) {
    for (int i = 0; i < kase->n_demand; i++) {
        const RandomBooking *booking = &kase->demand[i];
        if (booking->must) {
            return true;
        }
    }
    return false;
}

static void no_must(RandomCase *kase) {
    for (int i = 0; i < kase->n_demand; i++) {
        RandomBooking *booking = &kase->demand[i];
        booking->must = false;
    }
}

static bool has_unserved(const RandomCase *kase) {
    for (int i = 0; i < kase->n_demand; i++) {
        const RandomBooking *booking = &kase->demand[i];
        if (booking->unserved > 0) {
            return true;
        }
    }
    return false;
}

static void no_unserved(RandomCase *kase) {
    for (int i = 0; i < kase->n_demand; i++) {
        RandomBooking *booking = &kase->demand[i];
        booking->unserved = 0;
    }
}

static bool has_kilos(const RandomCase *kase) {
    for (int i = 0; i < kase->n_demand; i++) {
        const RandomBooking *booking = &kase->demand[i];
        if (booking->kilos > 0) {
            return true;
        }
    }
    return false;
}

static void no_kilos(RandomCase *kase) {
    for (int i = 0; i < kase->n_demand; i++) {
        RandomBooking *booking = &kase->demand[i];
        booking->kilos = 0;
    }
}

static bool has_max_transit(const RandomCase *kase) {
    for (int i = 0; i < kase->n_demand; i++) {
        if (kase->demand[i].max_transit_h > 0) {
            return true;
        }
    }
    return false;
}

static void no_max_transit(RandomCase *kase) {
    for (int i = 0; i < kase->n_demand; i++) {
        kase->demand[i].max_transit_h = 0;
    }
}

static bool has_parts(const RandomCase *kase) {
    for (int i = 0; i < kase->n_demand; i++) {
        if (kase->demand[i].parts_min > 0 || kase->demand[i].parts_max > 0) {
            return true;
        }
    }
    return false;
}

static void no_parts(RandomCase *kase) {
    for (int i = 0; i < kase->n_demand; i++) {
        kase->demand[i].parts_min = kase->demand[i].parts_max = 0;
    }
}

const Feature cargo_features[] = {
    {"avoid", has_avoid, no_avoid, false},
    {"containers of a class", has_containers, no_containers, false},
    {"max boxes per train", has_max_boxes, no_max_boxes, false},
    {"apart from", has_apart, no_apart, true},
    {"lateness", has_late, no_late, false},
    {"tiers", has_tiers, no_tiers, false},
    {"must", has_must, no_must, false},
    {"unserved", has_unserved, no_unserved, false},
    {"max transit of a booking", has_max_transit, no_max_transit, false},
    {"parts", has_parts, no_parts, true},
    {"tonnes of cargo", has_kilos, no_kilos, false},
    {NULL, NULL, NULL, false},
};
