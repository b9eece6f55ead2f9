/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two ways to say what comes to the same for a reason. */
#include <string.h>

#include "tests/property/relation.h"

/** What it costs to leave boxes behind may be earned by taking them instead: the values differ by
 * the cost of leaving all. */
static bool penalty_as_revenue(Pair *pair, Random *random) {
    int index = random_int(random, 0, pair->before.n_demand - 1);
    int amount = random_int(random, 1, 200);
    RandomBooking *before = &pair->before.demand[index], *after = &pair->after.demand[index];
    before->revenue += amount;
    before->tier_revenue += amount;
    after->unserved += amount;
    pair->before_changed = true;
    pair->offset = -(double)amount * (after->boxes + after->tier_boxes);
    return true;
}

/** More wagon sets than trains: as if nobody counted them. Not where weeks repeat: what runs out
 * has to come back then, however much there is of it. */
static bool plentiful_sets(Pair *pair, Random *random) {
    (void)random;
    if (pair->before.n_rakes == 0 || !pair->before.rakes[0].listed || pair->before.cyclic) {
        return false;
    }
    for (int i = 0; i < pair->before.n_rakes; i++) {
        pair->before.rakes[i].listed = false;
        for (int s = 0; s < pair->after.n_stations; s++) {
            pair->after.rakes[i].sets[s] = 200;
        }
    }
    pair->before_changed = true;
    return true;
}

/** More containers than boxes, at no cost: as if nobody counted them. Not where weeks repeat. */
static bool plentiful_containers(Pair *pair, Random *random) {
    (void)random;
    if (pair->before.n_equipment == 0 || pair->before.cyclic) {
        return false;
    }
    pair->before.n_equipment = 0;
    for (int i = 0; i < pair->after.n_equipment; i++) {
        RandomEquipment *type = &pair->after.equipment[i];
        *type = (RandomEquipment){.container = type->container,
                                  .load_turn_h = type->load_turn_h,
                                  .unload_turn_h = type->unload_turn_h};
        for (int s = 0; s < pair->after.n_stations; s++) {
            type->stock[s] = 500;
        }
    }
    pair->before_changed = true;
    return true;
}

/** Containers in stock, or as many that may be leased for nothing, where standing costs nothing. A
 * cyclic plan has no start at which a stock could stand. */
static bool free_lease(Pair *pair, Random *random) {
    (void)random;
    if (pair->before.n_equipment == 0 || pair->before.cyclic) {
        return false;
    }
    for (int i = 0; i < pair->before.n_equipment; i++) {
        RandomEquipment *before = &pair->before.equipment[i], *after = &pair->after.equipment[i];
        memset(before->storage, 0, sizeof before->storage);
        memset(before->lease_boxes, 0, sizeof before->lease_boxes);
        *after = *before;
        memcpy(after->lease_boxes, before->stock, sizeof before->stock);
        memset(after->lease_cost, 0, sizeof after->lease_cost);
        memset(after->stock, 0, sizeof after->stock);
    }
    pair->before_changed = true;
    return true;
}

/** One container more, where standing costs nothing anywhere. */
static bool one_more_container(Pair *pair, Random *random) {
    if (pair->before.n_equipment == 0) {
        return false;
    }
    RandomEquipment *before = &pair->before.equipment[0], *after = &pair->after.equipment[0];
    memset(before->storage, 0, sizeof before->storage);
    memset(after->storage, 0, sizeof after->storage);
    after->stock[random_int(random, 0, pair->before.n_stations - 1)]++;
    pair->before_changed = true;
    pair->expected = NO_LOSS;
    return true;
}

/** True where boxes without revenue might still be wanted: to fill trains, to keep balance, to
 * bring a container home. */
static bool may_want_boxes(const RandomCase *kase) {
    bool wants = kase->n_equipment > 0;
    for (int i = 0; i < kase->n_load_factors; i++) {
        wants |= kase->load_factors[i].min_percent > 0;
    }
    for (int i = 0; i < kase->n_balance; i++) {
        wants |= kase->balance[i].of_teu;
    }
    return wants;
}

static bool booking_for_nothing(Pair *pair, Random *random) {
    RandomCase *kase = &pair->after;
    RandomBooking *booking = &kase->demand[kase->n_demand];
    *booking = kase->demand[random_int(random, 0, kase->n_demand - 1)];
    kase->n_demand++;
    booking->revenue = booking->tier_revenue = booking->unserved = 0;
    booking->must = false;
    pair->expected = may_want_boxes(kase) ? NO_LOSS : SAME_VALUE;
    return true;
}

/** True where a train given by hand or a class names the slot. */
static bool is_named(const RandomCase *kase, int slot) {
    for (int t = 0; t < kase->n_trains; t++) {
        for (int s = 0; s < kase->trains[t].n_slots; s++) {
            if (kase->trains[t].slots[s] == slot) {
                return true;
            }
        }
    }
    for (int i = 0; i < kase->n_cargo; i++) {
        if (kase->cargo[i].avoid_slot == slot) {
            return true;
        }
    }
    return false;
}

/** Two slots of one train each for one that two trains may share: the same chain may then run
 * twice. */
static bool doubled_slot(Pair *pair, Random *random) {
    RandomCase *kase = &pair->after;
    int first = random_int(random, 0, kase->n_slots - 1);
    for (int i = 0; i < kase->n_slots; i++) {
        int index = (first + i) % kase->n_slots;
        RandomSlot *slot = &kase->slots[index];
        if (slot->trains == 2 && !is_named(kase, index)) {
            RandomSlot *twin = &kase->slots[kase->n_slots++];
            slot->trains = 1;
            *twin = *slot;
            twin->code[0] = 'D';
            pair->expected = NO_LOSS;
            return true;
        }
    }
    return false;
}

const Relation identity_relations[] = {
    {"a penalty as revenue", penalty_as_revenue},
    {"wagon sets in plenty", plentiful_sets},
    {"containers in plenty", plentiful_containers},
    {"a lease for nothing", free_lease},
    {"one more container", one_more_container},
    {"a booking for nothing", booking_for_nothing},
    {"a doubled slot", doubled_slot},
    {NULL, NULL},
};
