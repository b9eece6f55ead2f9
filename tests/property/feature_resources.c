/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/property/feature.h"
#include <string.h>

/* Feeders, containers of our own, wagon sets. */

/** A feeder that nobody can use in time. */
static void shut(RandomFeeder *feeder) {
    feeder->boxes_per_day = 0;
}

static bool has_trains(const RandomCase *kase, int station) {
    for (int i = 0; i < kase->n_slots; i++) {
        const RandomSlot *slot = &kase->slots[i];
        if (slot->from == station || slot->to == station || slot->stop == station) {
            return true;
        }
    }
    return false;
}

/** True where the feeder comes from a place without trains: it is a box's first move. */
static bool begins(const RandomCase *kase, const RandomFeeder *feeder) {
    return !has_trains(kase, feeder->from);
}

static bool ends(const RandomCase *kase, const RandomFeeder *feeder) {
    return !has_trains(kase, feeder->to);
}

static bool any(const int *by_station) {
    for (int i = 0; i < MAX_STATIONS; i++) {
        if (by_station[i] > 0) {
            return true;
        }
    }
    return false;
}

static void none(int *by_station) {
    memset(by_station, 0, MAX_STATIONS * sizeof *by_station);
}

static void plenty(int *by_station) {
    for (int i = 0; i < MAX_STATIONS; i++) {
        by_station[i] += 50;
    }
}

/** True where the shipper gives a box of a type that is limited. */
static bool ships_own(const RandomCase *kase) {
    for (int i = 0; i < kase->n_demand; i++) {
        for (int t = 0; t < kase->n_equipment; t++) {
            if (kase->demand[i].shipper &&
                kase->demand[i].container == kase->equipment[t].container) {
                return true;
            }
        }
    }
    return false;
}

static bool stacks(const RandomCase *kase) {
    bool upper = false, stackable = false;
    for (int i = 0; i < kase->n_slots; i++) {
        upper |= kase->slots[i].upper_teu > 0;
    }
    for (int i = 0; i < N_RANDOM_CONTAINERS; i++) {
        stackable |= kase->stackable[i];
    }
    return upper && stackable;
}

/** True where the slots lie on the route from its station number `at` on, and keep one set. */
static bool shares_set(const RandomCase *kase, const RandomLine *line, int at, const RandomSlot *x,
                       const RandomSlot *y) {
    bool follow = x->from == line->route[at] && x->to == line->route[at + 1] && y->from == x->to &&
                  y->to == line->route[at + 2];
    return follow && x->rake != ABSENT && x->rake == y->rake && kase->rakes[x->rake].listed;
}

static bool keeps_set_between(const RandomCase *kase, const RandomLine *line, int at) {
    for (int i = 0; i < kase->n_slots * kase->n_slots; i++) {
        if (shares_set(kase, line, at, &kase->slots[i / kase->n_slots],
                       &kase->slots[i % kase->n_slots])) {
            return true;
        }
    }
    return false;
}

/** True where a train may go from one slot of a pool to another of it. */
static bool keeps_set(const RandomCase *kase) {
    for (int l = 0; l < kase->n_lines; l++) {
        for (int at = 0; at + 2 < kase->lines[l].n_route; at++) {
            if (keeps_set_between(kase, &kase->lines[l], at)) {
                return true;
            }
        }
    }
    return false;
}

/** Ends a set's way with its first slot: the slots that go on are without pool. */
static void part_pools(RandomCase *kase) {
    for (int i = 0; i < kase->n_slots; i++) {
        for (int l = 0; l < kase->n_lines; l++) {
            const RandomLine *line = &kase->lines[l];
            for (int s = 1; s + 1 < line->n_route; s++) {
                if (kase->slots[i].from == line->route[s] &&
                    kase->slots[i].to == line->route[s + 1]) {
                    kase->slots[i].rake = ABSENT;
                }
            }
        }
    }
}

static bool has_feeders(const RandomCase *kase) {
    return kase->n_feeders > 0;
}

static void no_feeders(RandomCase *kase) {
    kase->n_feeders = 0;
}

static bool has_scheduled(const RandomCase *kase) {
    for (int i = 0; i < kase->n_feeders; i++) {
        const RandomFeeder *feeder = &kase->feeders[i];
        if (feeder->n_departs > 0) {
            return true;
        }
    }
    return false;
}

static void no_scheduled(RandomCase *kase) {
    for (int i = 0; i < kase->n_feeders; i++) {
        RandomFeeder *feeder = &kase->feeders[i];
        if (feeder->n_departs > 0) {
            shut(feeder);
        }
    }
}

static bool has_unscheduled(const RandomCase *kase) {
    for (int i = 0; i < kase->n_feeders; i++) {
        const RandomFeeder *feeder = &kase->feeders[i];
        if (feeder->n_departs == 0) {
            return true;
        }
    }
    return false;
}

static void no_unscheduled(RandomCase *kase) {
    for (int i = 0; i < kase->n_feeders; i++) {
        RandomFeeder *feeder = &kase->feeders[i];
        if (feeder->n_departs == 0) {
            shut(feeder);
        }
    }
}

static bool has_feeder_limits(const RandomCase *kase) {
    for (int i = 0; i < kase->n_feeders; i++) {
        const RandomFeeder *feeder = &kase->feeders[i];
        if (feeder->boxes_per_day != ABSENT) {
            return true;
        }
    }
    return false;
}

static void no_feeder_limits(RandomCase *kase) {
    for (int i = 0; i < kase->n_feeders; i++) {
        RandomFeeder *feeder = &kase->feeders[i];
        feeder->boxes_per_day = ABSENT;
    }
}

static bool has_feeder_first(const RandomCase *kase) {
    for (int i = 0; i < kase->n_feeders; i++) {
        const RandomFeeder *feeder = &kase->feeders[i];
        if (begins(kase, feeder)) {
            return true;
        }
    }
    return false;
}

static void no_feeder_first(RandomCase *kase) {
    for (int i = 0; i < kase->n_feeders; i++) {
        RandomFeeder *feeder = &kase->feeders[i];
        if (begins(kase, feeder)) {
            shut(feeder);
        }
    }
}

static bool has_feeder_last(const RandomCase *kase) {
    for (int i = 0; i < kase->n_feeders; i++) {
        const RandomFeeder *feeder = &kase->feeders[i];
        if (ends(kase, feeder)) {
            return true;
        }
    }
    return false;
}

static void no_feeder_last(RandomCase *kase) {
    for (int i = 0; i < kase->n_feeders; i++) {
        RandomFeeder *feeder = &kase->feeders[i];
        if (ends(kase, feeder)) {
            shut(feeder);
        }
    }
}

static bool has_feeder_between(const RandomCase *kase) {
    for (int i = 0; i < kase->n_feeders; i++) {
        const RandomFeeder *feeder = &kase->feeders[i];
        if (!begins(kase, feeder) && !ends(kase, feeder)) {
            return true;
        }
    }
    return false;
}

static void no_feeder_between(RandomCase *kase) {
    for (int i = 0; i < kase->n_feeders; i++) {
        RandomFeeder *feeder = &kase->feeders[i];
        if (!begins(kase, feeder) && !ends(kase, feeder)) {
            shut(feeder);
        }
    }
}

static bool has_equipment(const RandomCase *kase) {
    return kase->n_equipment > 0;
}

static void no_equipment(RandomCase *kase) {
    kase->n_equipment = 0;
}

static bool has_stock(const RandomCase *kase) {
    for (int i = 0; i < kase->n_equipment; i++) {
        const RandomEquipment *type = &kase->equipment[i];
        if (any(type->stock)) {
            return true;
        }
    }
    return false;
}

static void no_stock(RandomCase *kase) {
    for (int i = 0; i < kase->n_equipment; i++) {
        RandomEquipment *type = &kase->equipment[i];
        plenty(type->stock);
    }
}

static bool has_turn(const RandomCase *kase) {
    for (int i = 0; i < kase->n_equipment; i++) {
        const RandomEquipment *type = &kase->equipment[i];
        if (type->load_turn_h > 0 || type->unload_turn_h > 0) {
            return true;
        }
    }
    return false;
}

static void no_turn(RandomCase *kase) {
    for (int i = 0; i < kase->n_equipment; i++) {
        RandomEquipment *type = &kase->equipment[i];
        type->load_turn_h = type->unload_turn_h = 0;
    }
}

static bool has_storage(const RandomCase *kase) {
    for (int i = 0; i < kase->n_equipment; i++) {
        const RandomEquipment *type = &kase->equipment[i];
        if (any(type->storage)) {
            return true;
        }
    }
    return false;
}

static void no_storage(RandomCase *kase) {
    for (int i = 0; i < kase->n_equipment; i++) {
        RandomEquipment *type = &kase->equipment[i];
        none(type->storage);
    }
}

static bool has_lease(const RandomCase *kase) {
    for (int i = 0; i < kase->n_equipment; i++) {
        const RandomEquipment *type = &kase->equipment[i];
        if (any(type->lease_boxes)) {
            return true;
        }
    }
    return false;
}

static void no_lease(RandomCase *kase) {
    for (int i = 0; i < kase->n_equipment; i++) {
        RandomEquipment *type = &kase->equipment[i];
        none(type->lease_boxes);
    }
}

static bool has_end_min(const RandomCase *kase) {
    for (int i = 0; i < kase->n_equipment; i++) {
        const RandomEquipment *type = &kase->equipment[i];
        if (any(type->end_min)) {
            return true;
        }
    }
    return false;
}

static void no_end_min(RandomCase *kase) {
    for (int i = 0; i < kase->n_equipment; i++) {
        RandomEquipment *type = &kase->equipment[i];
        none(type->end_min);
    }
}

static bool has_end_value(const RandomCase *kase) {
    for (int i = 0; i < kase->n_equipment; i++) {
        const RandomEquipment *type = &kase->equipment[i];
        if (any(type->end_value)) {
            return true;
        }
    }
    return false;
}

static void no_end_value(RandomCase *kase) {
    for (int i = 0; i < kase->n_equipment; i++) {
        RandomEquipment *type = &kase->equipment[i];
        none(type->end_value);
    }
}

static bool has_handling(const RandomCase *kase) {
    for (int i = 0; i < kase->n_equipment; i++) {
        const RandomEquipment *type = &kase->equipment[i];
        if (any(type->handling)) {
            return true;
        }
    }
    return false;
}

static void no_handling(RandomCase *kase) {
    for (int i = 0; i < kase->n_equipment; i++) {
        RandomEquipment *type = &kase->equipment[i];
        none(type->handling);
    }
}

static bool has_empties(const RandomCase *kase) {
    return kase->n_equipment > 0;
}

static void no_empties(RandomCase *kase) {
    for (int i = 0; i < kase->n_slots; i++) {
        kase->slots[i].cost_empty_teu = 100000;
    }
}

static bool has_owners(const RandomCase *kase) {
    return kase->n_equipment > 0 && ships_own(kase);
}

static void no_owners(RandomCase *kase) {
    for (int i = 0; i < kase->n_demand; i++) {
        kase->demand[i].shipper = false;
    }
}

static bool has_stackable(const RandomCase *kase) {
    return stacks(kase);
}

static void no_stackable(RandomCase *kase) {
    memset(kase->stackable, 0, sizeof kase->stackable);
}

static bool has_rakes(const RandomCase *kase) {
    for (int i = 0; i < kase->n_rakes; i++) {
        const RandomRake *pool = &kase->rakes[i];
        if (pool->listed) {
            return true;
        }
    }
    return false;
}

static void no_rakes(RandomCase *kase) {
    for (int i = 0; i < kase->n_rakes; i++) {
        RandomRake *pool = &kase->rakes[i];
        pool->listed = false;
    }
}

static bool has_rake_turn(const RandomCase *kase) {
    for (int i = 0; i < kase->n_rakes; i++) {
        const RandomRake *pool = &kase->rakes[i];
        if (pool->listed && pool->turn_h > 0) {
            return true;
        }
    }
    return false;
}

static void no_rake_turn(RandomCase *kase) {
    for (int i = 0; i < kase->n_rakes; i++) {
        RandomRake *pool = &kase->rakes[i];
        pool->turn_h = 0;
    }
}

static bool has_rake_pass(const RandomCase *kase) {
    return keeps_set(kase);
}

static void no_rake_pass(RandomCase *kase) {
    part_pools(kase);
}

static bool has_reposition(const RandomCase *kase) {
    for (int i = 0; i < kase->n_rakes; i++) {
        const RandomRake *pool = &kase->rakes[i];
        if (pool->listed && pool->n_reposition > 0) {
            return true;
        }
    }
    return false;
}

static void no_reposition(RandomCase *kase) {
    for (int i = 0; i < kase->n_rakes; i++) {
        RandomRake *pool = &kase->rakes[i];
        pool->n_reposition = 0;
    }
}

const Feature resource_features[] = {
    {"feeders", has_feeders, no_feeders, false},
    {"scheduled feeders", has_scheduled, no_scheduled, false},
    {"unscheduled feeders", has_unscheduled, no_unscheduled, false},
    {"feeder limits", has_feeder_limits, no_feeder_limits, false},
    {"feeders before", has_feeder_first, no_feeder_first, false},
    {"feeders after", has_feeder_last, no_feeder_last, false},
    {"feeders between", has_feeder_between, no_feeder_between, false},
    {"equipment", has_equipment, no_equipment, false},
    {"stock", has_stock, no_stock, false},
    {"turn", has_turn, no_turn, false},
    {"storage", has_storage, no_storage, false},
    {"lease", has_lease, no_lease, false},
    {"end min", has_end_min, no_end_min, false},
    {"end value", has_end_value, no_end_value, false},
    {"empty handling", has_handling, no_handling, false},
    {"empties", has_empties, no_empties, false},
    {"owners", has_owners, no_owners, false},
    {"stackable containers", has_stackable, no_stackable, false},
    {"rakes", has_rakes, no_rakes, false},
    {"rake turn", has_rake_turn, no_rake_turn, false},
    {"sets over several slots", has_rake_pass, no_rake_pass, false},
    {"reposition", has_reposition, no_reposition, false},
    {NULL, NULL, NULL, false},
};
