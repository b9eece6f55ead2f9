/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which trains and boxes of an earlier plan are frozen, by what, and letting them go. */
#include "model/promises/frozen.h"

#include <string.h>

bool frozen_is_of(const Case *kase, int itinerary, DemandId demand) {
    const CommittedItinerary *earlier = &kase->commitments.earlier_itineraries[itinerary];
    return earlier->frozen && strcmp(earlier->booking, kase->demand[demand].code) == 0;
}

int frozen_boxes(const Case *kase, DemandId demand) {
    int boxes = 0;
    for (int i = 0; i < kase->commitments.n_earlier_itineraries; i++) {
        boxes += frozen_is_of(kase, i, demand) ? kase->commitments.earlier_itineraries[i].boxes : 0;
    }
    return boxes;
}

/* ---- where, and why ---- */

/** @param in_plan  its place in the earlier plan */
static Place place_of_rule(const CommitmentRule *rule, const char *code, Place in_plan) {
    if (pattern_matches(rule->frozen, code)) {
        return rule->frozen_place;
    }
    return rule->before_place.file != NULL ? rule->before_place : in_plan;
}

Place frozen_train_place(const Case *kase, int train) {
    const CommittedTrain *earlier = &kase->commitments.earlier_trains[train];
    return place_of_rule(&kase->commitments.trains, earlier->line, earlier->place);
}

Place frozen_boxes_place(const Case *kase, int itinerary) {
    const CommittedItinerary *earlier = &kase->commitments.earlier_itineraries[itinerary];
    return place_of_rule(&kase->commitments.bookings, earlier->booking, earlier->place);
}

/** What the date does to a thing that leaves then. */
static FrozenDate date_of_rule(const CommitmentRule *rule, bool leaves_before) {
    if (!leaves_before) {
        return FROZEN_BY_NO_DATE;
    }
    if (rule->before_place.file != NULL) {
        return FROZEN_BY_CASE;
    }
    return rule->frozen_before == INT64_MAX ? FROZEN_WITH_ALL : FROZEN_BY_COMMAND_LINE;
}

FrozenBy frozen_train_by(const Case *kase, int train) {
    const CommittedTrain *earlier = &kase->commitments.earlier_trains[train];
    const CommitmentRule *rule = &kase->commitments.trains;
    return (FrozenBy){.pattern = pattern_matches(rule->frozen, earlier->line),
                      .date = date_of_rule(rule, earlier->departs < rule->frozen_before)};
}

FrozenBy frozen_boxes_by(const Case *kase, DemandId demand) {
    const CommitmentRule *rule = &kase->commitments.bookings;
    bool leaves_before = false;
    for (int i = 0; i < kase->commitments.n_earlier_itineraries; i++) {
        const CommittedItinerary *earlier = &kase->commitments.earlier_itineraries[i];
        leaves_before |=
            frozen_is_of(kase, i, demand) && earlier->legs[0].departs < rule->frozen_before;
    }
    return (FrozenBy){.pattern = pattern_matches(rule->frozen, kase->demand[demand].code),
                      .date = date_of_rule(rule, leaves_before)};
}

/* ---- let go ---- */

void frozen_let_train_go(Case *kase, int train) {
    kase->commitments.earlier_trains[train].frozen = false;
}

void frozen_let_boxes_go(Case *kase, DemandId demand) {
    for (int i = 0; i < kase->commitments.n_earlier_itineraries; i++) {
        if (frozen_is_of(kase, i, demand)) {
            kase->commitments.earlier_itineraries[i].frozen = false;
        }
    }
}

void frozen_stretch(Case *kase, double price_per_box) {
    Commitments *commitments = &kase->commitments;
    for (int i = 0; i < commitments->n_earlier_trains; i++) {
        commitments->earlier_trains[i].frozen = false;
    }
    for (int i = 0; i < commitments->n_earlier_itineraries; i++) {
        CommittedItinerary *earlier = &commitments->earlier_itineraries[i];
        earlier->boxes = earlier->frozen ? earlier->boxes : 0; /* others move for nothing */
        earlier->frozen = false;
        earlier->price = price_per_box;
    }
    commitments->no_new_before = INT64_MIN;
}

void frozen_price_trains(Problem *problem, const Case *kase, double price) {
    for (int i = 0; i < kase->commitments.n_earlier_trains; i++) {
        TrainId train = problem->train_promises[i].train;
        if (kase->commitments.earlier_trains[i].frozen && train != NONE) {
            problem->trains[train].cost -= price;
        }
    }
}
