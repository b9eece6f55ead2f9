/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps what a case lists before things that are gone are taken off it. */
#include <string.h>

#include "config/case_memory.h"
#include "config/rolling/carried_case.h"

/** A copy of an array in memory of the case. */
static void *listed_copy(const Case *kase, const void *array, int count, size_t size) {
    void *copy = case_memory_array(kase->memory, (size_t)count + 1, size);
    if (count > 0) {
        memcpy(copy, array, (size_t)count * size);
    }
    return copy;
}

void listed_keep(Case *kase) {
    ListedCase *listed = &kase->listed;
    listed->demand = listed_copy(kase, kase->demand, kase->n_demand, sizeof *kase->demand);
    for (int i = 0; i < kase->n_demand; i++) {
        Demand *demand = &listed->demand[i];
        demand->tiers = listed_copy(kase, demand->tiers, demand->n_tiers, sizeof *demand->tiers);
    }
    listed->equipment =
        listed_copy(kase, kase->equipment, kase->n_equipment, sizeof *kase->equipment);
    for (int i = 0; i < kase->n_equipment; i++) {
        Equipment *type = &listed->equipment[i];
        type->at = listed_copy(kase, type->at, type->n_at, sizeof *type->at);
    }
    listed->rakes = listed_copy(kase, kase->rakes, kase->n_rakes, sizeof *kase->rakes);
    for (int i = 0; i < kase->n_rakes; i++) {
        Rake *pool = &listed->rakes[i];
        pool->sets = listed_copy(kase, pool->sets, pool->n_sets, sizeof *pool->sets);
    }
}
