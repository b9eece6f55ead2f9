/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/property/random_cargo.h"

enum { CHEMICALS, FOOD, REEFER, REEFER_CONTAINER = 3, UNREACHABLE = 99 };

/** One of the three ways to keep a class from a part of the network. */
static void draw_avoid(const RandomCase *kase, Random *random, RandomCargo *cargo) {
    switch (random_int(random, 0, 2)) {
    case 0:
        cargo->avoid_station = random_int(random, 0, kase->n_stations - 1);
        break;
    case 1:
        cargo->avoid_country = kase->stations[random_int(random, 0, kase->n_stations - 1)].country;
        break;
    default:
        cargo->avoid_slot = random_int(random, 0, kase->n_slots - 1);
    }
}

static void draw_classes(RandomCase *kase, Random *random) {
    static const char *const codes[N_CARGO] = {"chemicals", "food", "reefer"};
    kase->n_cargo = N_CARGO;
    for (int i = 0; i < N_CARGO; i++) {
        kase->cargo[i] = (RandomCargo){.code = codes[i],
                                       .max_boxes = ABSENT,
                                       .apart_from = ABSENT,
                                       .avoid_station = ABSENT,
                                       .avoid_slot = ABSENT,
                                       .container = ABSENT};
        if (kase->draws[DRAW_MAX_BOXES] && random_chance(random, 0.6)) {
            kase->cargo[i].max_boxes = random_int(random, 1, 4);
        }
    }
    if (kase->draws[DRAW_AVOID]) {
        draw_avoid(kase, random, &kase->cargo[random_int(random, CHEMICALS, FOOD)]);
    }
    if (kase->draws[DRAW_APART]) {
        kase->cargo[CHEMICALS].apart_from = FOOD;
    }
    if (kase->draws[DRAW_CONTAINERS]) {
        kase->cargo[REEFER].container = REEFER_CONTAINER;
    }
}

typedef struct {
    int hops[MAX_STATIONS][MAX_STATIONS]; /**< least number of slots, UNREACHABLE where none */
} Distances;

static bool served(const RandomCase *kase, int station) {
    for (int i = 0; i < kase->n_slots; i++) {
        const RandomSlot *slot = &kase->slots[i];
        if (slot->from == station || slot->to == station || slot->stop == station) {
            return true;
        }
    }
    return false;
}

static void connect(Distances *distances, int from, int to) {
    distances->hops[from][to] = 1;
}

static Distances measure(const RandomCase *kase) {
    Distances d;
    for (int i = 0; i < MAX_STATIONS; i++) {
        for (int j = 0; j < MAX_STATIONS; j++) {
            d.hops[i][j] = i == j ? 0 : UNREACHABLE;
        }
    }
    for (int i = 0; i < kase->n_slots; i++) {
        const RandomSlot *slot = &kase->slots[i];
        connect(&d, slot->from, slot->to);
        if (slot->stop != ABSENT) {
            connect(&d, slot->from, slot->stop);
            connect(&d, slot->stop, slot->to);
        }
    }
    for (int i = 0; i < kase->n_feeders; i++) {
        connect(&d, kase->feeders[i].from, kase->feeders[i].to);
    }
    for (int k = 0; k < MAX_STATIONS; k++) {
        for (int i = 0; i < MAX_STATIONS; i++) {
            for (int j = 0; j < MAX_STATIONS; j++) {
                int by = d.hops[i][k] + d.hops[k][j];
                d.hops[i][j] = by < d.hops[i][j] ? by : d.hops[i][j];
            }
        }
    }
    return d;
}

/** A pair of stations between which slots run; nearly any pair is tried. */
static void draw_ends(const RandomCase *kase, Random *random, const Distances *distances,
                      RandomBooking *booking) {
    /* Changing trains is for those who go far. */
    int least = kase->draws[DRAW_TRANSFERS] && random_chance(random, 0.7) ? 2 : 1;
    for (int tries = 0; tries < 50; tries++) {
        booking->from = random_int(random, 0, kase->n_stations - 1);
        booking->to = random_int(random, 0, kase->n_stations - 1);
        int hops = distances->hops[booking->from][booking->to];
        /* One hop more for each end that only a feeder reaches; in a small network no way is long.
         */
        int needed =
            (tries < 25 ? least : 1) + !served(kase, booking->from) + !served(kase, booking->to);
        if (hops >= needed && hops < UNREACHABLE) {
            return;
        }
    }
    booking->from = kase->slots[0].from;
    booking->to = kase->slots[0].to;
}

/** Boxes that must travel find their containers. */
static void stock_for(RandomCase *kase, const RandomBooking *booking) {
    for (int i = 0; i < kase->n_equipment; i++) {
        if (kase->equipment[i].container == booking->container) {
            kase->equipment[i].stock[booking->from] += booking->boxes;
        }
    }
}

static void draw_options(RandomCase *kase, Random *random, RandomBooking *booking) {
    /* A clock change is felt to the minute where lateness is paid for. */
    bool late = kase->draws[DRAW_LATENESS] || kase->draws[DRAW_CLOCK_CHANGE];
    if (late && random_chance(random, kase->draws[DRAW_CLOCK_CHANGE] ? 0.9 : 0.7)) {
        booking->late_per_day = random_int(random, 1, 80);
        booking->late_max_h = random_int(random, 12, 120);
        booking->due_h -= (booking->due_h - booking->ready_h) * random_int(random, 10, 60) / 100;
    }
    if (kase->draws[DRAW_UNSERVED] && random_chance(random, 0.6)) {
        booking->unserved = random_int(random, 1, 300);
    }
    if (kase->draws[DRAW_MUST] && random_chance(random, 0.2)) {
        booking->must = true;
        booking->boxes = random_int(random, 1, 2);
        booking->ready_h = random_int(random, -24, 48);
        booking->due_h = kase->weeks * 168 + random_int(random, 100, 300);
        stock_for(kase, booking);
    }
    if (kase->draws[DRAW_TIERS] && random_chance(random, 0.4)) {
        booking->tier_boxes = random_int(random, 1, 4);
        booking->tier_revenue = booking->revenue * random_int(random, 50, 95) / 100;
    }
}

static RandomBooking draw_booking(RandomCase *kase, Random *random, const Distances *distances) {
    RandomBooking booking = {.boxes = random_int(random, 1, 6), .cargo = ABSENT};
    draw_ends(kase, random, distances, &booking);
    int hops = distances->hops[booking.from][booking.to];
    booking.container = random_int(random, 0, N_RANDOM_CONTAINERS - 1);
    if (random_chance(random, kase->draws[DRAW_APART] ? 0.9 : 0.6)) {
        int last = kase->draws[DRAW_APART] && random_chance(random, 0.85) ? FOOD : REEFER;
        booking.cargo = random_int(random, CHEMICALS, last);
        if (kase->draws[DRAW_CONTAINERS] && random_chance(random, 0.4)) {
            booking.cargo = REEFER;
        }
        int only = kase->cargo[booking.cargo].container;
        bool wrong = random_chance(random, 0.6);
        booking.container = only == ABSENT || wrong ? booking.container : only;
    }
    booking.shipper = kase->draws[DRAW_OWNERS] && random_chance(random, 0.4);
    booking.kilos = random_int(random, 0, 44) * 500;
    booking.ready_h = random_int(random, -24, kase->weeks * 168 - 36);
    booking.due_h = booking.ready_h + random_int(random, hops * 90 + 40, hops * 220 + 160);
    booking.revenue =
        (int)(hops * random_int(random, 200, 500) * random_containers[booking.container].teu);
    draw_options(kase, random, &booking);
    return booking;
}

void random_cargo(RandomCase *kase, Random *random) {
    draw_classes(kase, random);
    Distances distances = measure(kase);
    int least = kase->draws[DRAW_SHARED_SLOTS] ? MOST_DEMAND - 2 : LEAST_DEMAND;
    int count = random_int(random, least, MOST_DEMAND);
    while (kase->n_demand < count) {
        kase->demand[kase->n_demand++] = draw_booking(kase, random, &distances);
    }
}
