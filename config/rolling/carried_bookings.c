/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes boxes that are gone off the bookings of the case: what is left is the demand. */
#include <math.h>
#include <string.h>

#include "config/finding_codes.h"
#include "config/rolling/carried_case.h"

/** Revenues are told apart by whole cents. */
static const double CENT = 0.01;

static Demand *demand_of_row(Case *kase, const CarriedRow *row) {
    for (DemandId id = 0; id < kase->n_demand; id++) {
        if (strcmp(kase->demand[id].code, row->id) == 0) {
            return &kase->demand[id];
        }
    }
    return NULL; /* a gone booking that the case lists no more */
}

static int boxes_of(const Demand *demand) {
    int boxes = 0;
    for (int tier = 0; tier < demand->n_tiers; tier++) {
        boxes += demand->tiers[tier].boxes;
    }
    return boxes;
}

/** Takes boxes off a tier; returns how many are still to be taken. */
static int take_off(Tier *tier, int boxes) {
    int taken = boxes < tier->boxes ? boxes : tier->boxes;
    tier->boxes -= taken;
    return boxes - taken;
}

/** From the tiers that pay as the gone boxes did. */
static int take_from_like(Demand *demand, const CarriedRow *row, int boxes) {
    for (int tier = 0; tier < demand->n_tiers; tier++) {
        if (fabs(demand->tiers[tier].revenue_per_box - row->revenue) <= CENT) {
            boxes = take_off(&demand->tiers[tier], boxes);
        }
    }
    return boxes;
}

/** From the first tier down. */
static int take_from_any(Demand *demand, int boxes) {
    for (int tier = 0; tier < demand->n_tiers; tier++) {
        boxes = take_off(&demand->tiers[tier], boxes);
    }
    return boxes;
}

/** Boxes that find no tier of their revenue are taken once all others have been. */
static void take_rest(const EarlierFolder *folder, Demand *demand, int rest) {
    int boxes = boxes_of(demand) + demand->carried_before - rest;
    if (rest > boxes_of(demand)) {
        finding_warning(folder->findings, demand->place, FINDING_SOLD_MORE, demand->code,
                        demand->carried_before, boxes);
    } else if (rest > 0) {
        finding_warning(folder->findings, demand->place, FINDING_SOLD_TIER, demand->code, rest);
    }
    (void)take_from_any(demand, rest);
    if (boxes_of(demand) == 0) {
        demand->must = false;
    }
}

void carried_bookings(const EarlierFolder *folder) {
    Case *kase = folder->kase;
    const CarriedOver *carried = kase->carried;
    int *rest = g_new0(int, (gsize)kase->n_demand + 1);
    for (int i = 0; i < carried->n_rows; i++) {
        const CarriedRow *row = &carried->rows[i];
        Demand *demand = row->kind == CARRIED_SOLD ? demand_of_row(kase, row) : NULL;
        if (demand != NULL) {
            demand->carried_before += row->boxes;
            rest[demand - kase->demand] += take_from_like(demand, row, row->boxes);
        }
    }
    for (DemandId id = 0; id < kase->n_demand; id++) {
        if (kase->demand[id].carried_before > 0) {
            take_rest(folder, &kase->demand[id], rest[id]);
        }
    }
    g_free(rest);
}
