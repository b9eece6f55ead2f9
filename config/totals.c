/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes, containers and wagon sets of a case are summed and held to TOTAL_MAX. */
#include "config/totals.h"

#include "config/finding_codes.h"

/** Adds to a sum; true where that brings it above TOTAL_MAX. */
static bool passes(int64_t *sum, int64_t more) {
    const bool below = *sum <= TOTAL_MAX;
    *sum += more;
    return below && *sum > TOTAL_MAX;
}

static void tell_total(Reader *reader, Place place, NounCode what) {
    finding_error(reader->findings, place, FINDING_TOTAL, TOTAL_MAX, phrase_word(what));
}

static void check_boxes_total(Reader *reader) {
    const Case *kase = reader->kase;
    int64_t sum = 0;
    for (DemandId id = 0; id < kase->n_demand; id++) {
        const Demand *demand = &kase->demand[id];
        for (int tier = 0; tier < demand->n_tiers; tier++) {
            if (passes(&sum, demand->tiers[tier].boxes)) {
                tell_total(reader, demand->tiers[tier].place, TOTAL_BOXES);
            }
        }
    }
}

static void check_containers_total(Reader *reader) {
    const Case *kase = reader->kase;
    int64_t owned = 0, wanted = 0;
    for (int i = 0; i < kase->n_equipment; i++) {
        const Equipment *equipment = &kase->equipment[i];
        for (int j = 0; j < equipment->n_at; j++) {
            const EquipmentAt *at = &equipment->at[j];
            if (passes(&owned, (int64_t)at->stock + at->lease_boxes)) {
                tell_total(reader, equipment->place, TOTAL_CONTAINERS);
            }
            if (passes(&wanted, at->end_min)) {
                tell_total(reader, equipment->place, TOTAL_WANTED);
            }
        }
    }
}

static void check_sets_total(Reader *reader) {
    const Case *kase = reader->kase;
    int64_t sum = 0;
    for (int pool = 0; pool < kase->n_rakes; pool++) {
        for (int i = 0; i < kase->rakes[pool].n_sets; i++) {
            if (passes(&sum, kase->rakes[pool].sets[i].sets)) {
                tell_total(reader, kase->rakes[pool].place, TOTAL_SETS);
            }
        }
    }
}

void totals_check(Reader *reader) {
    check_boxes_total(reader);
    check_containers_total(reader);
    check_sets_total(reader);
}
