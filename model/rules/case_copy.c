/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies a case as far as its rules may be changed. */
#include "model/rules/case_copy.h"

#include <string.h>

static void *copy(GPtrArray *blocks, const void *items, int count, int room, size_t size) {
    char *block = g_malloc0_n((gsize)room + 1, size);
    if (count > 0) {
        memcpy(block, items, (size_t)count * size);
    }
    g_ptr_array_add(blocks, block);
    return block;
}

#define COPY(array, count, room) ((array) = copy(blocks, array, count, room, sizeof *(array)))

GPtrArray *case_copy(const Case *original, Case *kase) {
    GPtrArray *blocks = g_ptr_array_new_with_free_func(g_free);
    *kase = *original;
    COPY(kase->stations, kase->n_stations, kase->n_stations);
    COPY(kase->cargo, kase->n_cargo, kase->n_cargo);
    COPY(kase->slots, kase->n_slots, kase->n_slots);
    COPY(kase->lines, kase->n_lines, kase->n_lines);
    COPY(kase->trains, kase->n_trains, kase->n_trains);
    COPY(kase->load_factors, kase->n_load_factors, kase->n_load_factors);
    COPY(kase->demand, kase->n_demand, kase->n_demand);
    COPY(kase->feeders, kase->n_feeders, kase->n_feeders);
    COPY(kase->equipment, kase->n_equipment, kase->n_equipment);
    COPY(kase->rakes, kase->n_rakes, kase->n_rakes);
    COPY(kase->balance, kase->n_balance, kase->n_balance);
    Commitments *held = &kase->commitments;
    COPY(held->earlier_trains, held->n_earlier_trains, held->n_earlier_trains);
    COPY(held->earlier_itineraries, held->n_earlier_itineraries, held->n_earlier_itineraries);
    for (int i = 0; i < kase->n_cargo; i++) {
        COPY(kase->cargo[i].apart_from, kase->cargo[i].n_apart_from, kase->cargo[i].n_apart_from);
    }
    for (int i = 0; i < kase->n_demand; i++) {
        COPY(kase->demand[i].tiers, kase->demand[i].n_tiers, kase->demand[i].n_tiers);
    }
    for (int i = 0; i < kase->n_equipment; i++) {
        COPY(kase->equipment[i].at, kase->equipment[i].n_at,
             kase->equipment[i].n_at + kase->n_stations);
    }
    for (int i = 0; i < kase->n_rakes; i++) {
        COPY(kase->rakes[i].sets, kase->rakes[i].n_sets, kase->rakes[i].n_sets + kase->n_stations);
        COPY(kase->rakes[i].reposition, kase->rakes[i].n_reposition, kase->rakes[i].n_reposition);
    }
    return blocks;
}

EquipmentAt *case_copy_equipment(Equipment *type, StationId station) {
    for (int i = 0; i < type->n_at; i++) {
        if (type->at[i].station == station) {
            return &type->at[i];
        }
    }
    type->at[type->n_at] = (EquipmentAt){.station = station};
    return &type->at[type->n_at++];
}

RakeSets *case_copy_sets(Rake *rake, StationId station) {
    for (int i = 0; i < rake->n_sets; i++) {
        if (rake->sets[i].station == station) {
            return &rake->sets[i];
        }
    }
    rake->sets[rake->n_sets] = (RakeSets){.station = station};
    return &rake->sets[rake->n_sets++];
}
