/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/property/random_resources.h"

static void draw_lease(RandomCase *kase, Random *random, RandomEquipment *equipment) {
    int at = random_int(random, 0, kase->n_stations - 1);
    equipment->lease_boxes[at] = random_int(random, 1, 4);
    equipment->lease_cost[at] = random_int(random, 5, 150);
}

/** Few boxes, so that most cases want more of them somewhere than there are. */
static void draw_equipment(RandomCase *kase, Random *random, int container) {
    RandomEquipment *equipment = &kase->equipment[kase->n_equipment++];
    *equipment = (RandomEquipment){.container = container};
    for (int i = 0; i < kase->n_stations; i++) {
        equipment->stock[i] = random_chance(random, 0.6) ? random_int(random, 1, 4) : 0;
        equipment->storage[i] =
            kase->draws[DRAW_STORAGE] && random_chance(random, 0.6) ? random_int(random, 1, 4) : 0;
        equipment->handling[i] = random_chance(random, 0.5) ? random_int(random, 1, 15) : 0;
        if (kase->draws[DRAW_END_MIN] && random_chance(random, 0.5)) {
            /* Sometimes one more than stands there, which then has to come by train. */
            bool one_more = i < CORRIDOR && random_chance(random, 0.1);
            equipment->end_min[i] =
                equipment->stock[i] == 0 && !one_more ? 0 : equipment->stock[i] - 1 + 2 * one_more;
        }
        if (kase->draws[DRAW_END_VALUE] && !kase->cyclic && random_chance(random, 0.5)) {
            equipment->end_value[i] = random_int(random, 10, 120);
        }
    }
    if (kase->draws[DRAW_TURN]) {
        equipment->load_turn_h = random_int(random, 0, 48);
        equipment->unload_turn_h = random_int(random, 0, 72);
    }
    if (kase->draws[DRAW_LEASE]) {
        draw_lease(kase, random, equipment);
    }
}

static void draw_reposition(Random *random, RandomRake *pool, int from, int to) {
    pool->reposition[pool->n_reposition++] =
        (RandomReposition){.from = from,
                           .to = to,
                           .takes_h = random_int(random, 12, 96),
                           .cost = random_int(random, 10, 300)};
}

/** A train that always runs finds a set of each pool in its place, in every week. */
static void equip_fixed_trains(RandomCase *kase) {
    for (int t = 0; t < kase->n_trains; t++) {
        const RandomTrain *train = &kase->trains[t];
        for (int s = 0; s < train->n_slots && !train->optional; s++) {
            const RandomSlot *slot = &kase->slots[train->slots[s]];
            if (slot->rake != ABSENT) {
                kase->rakes[slot->rake].sets[slot->from] += kase->weeks;
            }
        }
    }
}

/** Sets at the first stations of lines, one or two; a slot belongs to a pool by its place. */
static void draw_rakes(RandomCase *kase, Random *random) {
    static const char *const codes[MAX_RAKES] = {"EAST", "WEST"};
    kase->n_rakes = random_int(random, 1, MAX_RAKES);
    for (int p = 0; p < kase->n_rakes; p++) {
        kase->rakes[p] =
            (RandomRake){.code = codes[p],
                         .listed = true,
                         .turn_h = random_chance(random, 0.7) ? random_int(random, 12, 96) : 0};
    }
    for (int i = 0; i < kase->n_slots; i++) {
        if (random_chance(random, 0.85)) {
            /* Mostly one pool: a train then keeps its set over several slots. */
            kase->slots[i].rake = random_chance(random, 0.75) ? 0 : kase->n_rakes - 1;
        }
    }
    for (int i = 0; i < kase->n_slots; i++) {
        const RandomSlot *slot = &kase->slots[i];
        if (slot->rake != ABSENT && random_chance(random, 0.7)) {
            kase->rakes[slot->rake].sets[slot->from] = random_int(random, 0, 2);
        }
    }
    for (int i = 0; i < kase->n_slots && (kase->draws[DRAW_REPOSITION] || kase->cyclic); i++) {
        const RandomSlot *slot = &kase->slots[i];
        if (slot->rake != ABSENT &&
            kase->rakes[slot->rake].n_reposition < (kase->cyclic ? MAX_REPOSITION : 2)) {
            draw_reposition(random, &kase->rakes[slot->rake], slot->to, slot->from);
        }
    }
    equip_fixed_trains(kase);
}

void random_resources(RandomCase *kase, Random *random) {
    if (kase->draws[DRAW_UPPER]) {
        kase->stackable[0] = random_chance(random, 0.6);
        kase->stackable[1] = random_chance(random, 0.6);
    }
    if (kase->draws[DRAW_EQUIPMENT]) {
        int first = random_int(random, 0, 1);
        draw_equipment(kase, random, first);
        if (random_chance(random, 0.5)) {
            draw_equipment(kase, random, first + 1);
        }
    }
    if (kase->draws[DRAW_RAKES]) {
        draw_rakes(kase, random);
    }
}
