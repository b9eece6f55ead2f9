/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prices of what moves, and boxes that are cancelled. */
#include "config/committed_terms.h"

#include <math.h>
#include <string.h>

/** What moving costs where the case names no price: enough that equally good plans never churn. */
static const double DEFAULT_SHARE = 0.01;

static const double SAME_REVENUE = 0.01;

static const Slot *slot_of_name(const Case *kase, const char *run) {
    size_t length = strcspn(run, "@");
    for (SlotId id = 0; id < kase->n_slots; id++) {
        const char *code = kase->slots[id].code;
        if (strlen(code) == length && strncmp(code, run, length) == 0) {
            return &kase->slots[id];
        }
    }
    return NULL;
}

double committed_train_price(const Case *kase, const CommittedTrain *train) {
    double cost = 0;
    if (!isnan(kase->commitments.trains.price)) {
        return kase->commitments.trains.price;
    }
    for (LineId id = 0; id < kase->n_lines; id++) {
        cost += strcmp(kase->lines[id].code, train->line) == 0 ? kase->lines[id].cost_per_train : 0;
    }
    for (int i = 0; i < train->n_runs; i++) {
        const Slot *slot = slot_of_name(kase, train->runs[i]);
        cost += slot != NULL ? slot->cost_per_train : 0;
    }
    return DEFAULT_SHARE * cost;
}

static Demand *demand_of_code(const Case *kase, const char *booking) {
    for (DemandId id = 0; id < kase->n_demand; id++) {
        if (strcmp(kase->demand[id].code, booking) == 0) {
            return &kase->demand[id];
        }
    }
    return NULL;
}

double committed_box_price(const Case *kase, const char *booking, double revenue) {
    const Demand *demand = demand_of_code(kase, booking);
    if (!isnan(kase->commitments.bookings.price)) {
        return kase->commitments.bookings.price;
    }
    if (demand == NULL) {
        return 0; /* it is released */
    }
    double pays = demand->tiers[0].revenue_per_box;
    for (int tier = 0; tier < demand->n_tiers; tier++) {
        double own = demand->tiers[tier].revenue_per_box;
        pays = fabs(own - revenue) <= SAME_REVENUE ? own : pays;
    }
    return DEFAULT_SHARE * pays;
}

/** Boxes that the booking has now, and that the earlier plan's itineraries want of it. */
static int boxes_too_many(const Case *kase, const char *booking) {
    const Commitments *commitments = &kase->commitments;
    const Demand *demand = demand_of_code(kase, booking);
    int boxes = 0;
    for (int i = 0; i < commitments->n_earlier_itineraries; i++) {
        const CommittedItinerary *earlier = &commitments->earlier_itineraries[i];
        boxes += strcmp(earlier->booking, booking) == 0 ? earlier->boxes : 0;
    }
    for (int tier = 0; demand != NULL && tier < demand->n_tiers; tier++) {
        boxes -= demand->tiers[tier].boxes;
    }
    return boxes;
}

void committed_release(Case *kase, const Laid *laid) {
    Commitments *commitments = &kase->commitments;
    for (int i = commitments->n_earlier_itineraries - 1; i >= 0; i--) {
        CommittedItinerary *earlier = &commitments->earlier_itineraries[i];
        const bool held = pattern_matches(commitments->bookings.frozen, earlier->booking);
        if (held && (laid == NULL || !laid_touches_booking(laid, earlier->booking))) {
            continue;
        }
        int released = boxes_too_many(kase, earlier->booking);
        released = released < earlier->boxes ? released : earlier->boxes;
        if (released > 0) {
            earlier->boxes -= released;
            earlier->cancelled += released;
        }
    }
}
