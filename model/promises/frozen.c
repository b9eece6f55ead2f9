/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/promises/frozen.h"

#include <string.h>

#include <glib.h>

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

/** What freezes one thing. */
typedef struct {
    const CommitmentRule *rule;
    const char *section; /**< `trains` */
    const char *what;    /**< what the pattern names: `its line` */
    bool by_pattern;
    bool by_date;
} Reasons;

/** The pattern and the date freeze each by itself: both have to give way. */
static char *release_text(const Reasons *why) {
    GString *text = g_string_new(NULL);
    if (why->by_pattern) {
        g_string_append_printf(text, "take %s out of commitments.%s.frozen", why->what,
                               why->section);
    }
    if (why->by_date) {
        g_string_append(text, why->by_pattern ? " and " : "");
        if (why->rule->before_place.file != NULL) {
            g_string_append_printf(
                text, "set commitments.%s.frozen_before no later than its first departure",
                why->section);
        } else if (why->rule->frozen_before == INT64_MAX) { /* all of the plan, by --commit alone */
            g_string_append_printf(text, "write commitments.%s.frozen without %s", why->section,
                                   why->what);
        } else {
            g_string_append(text, "set --freeze-before no later than its first departure");
        }
    }
    return g_string_free(text, FALSE);
}

char *frozen_train_release(const Case *kase, int train) {
    const CommittedTrain *earlier = &kase->commitments.earlier_trains[train];
    const CommitmentRule *rule = &kase->commitments.trains;
    const Reasons why = {.rule = rule,
                         .section = "trains",
                         .what = "its line",
                         .by_pattern = pattern_matches(rule->frozen, earlier->line),
                         .by_date = earlier->departs < rule->frozen_before};
    return release_text(&why);
}

char *frozen_boxes_release(const Case *kase, DemandId demand) {
    const CommitmentRule *rule = &kase->commitments.bookings;
    Reasons why = {.rule = rule,
                   .section = "bookings",
                   .what = "it",
                   .by_pattern = pattern_matches(rule->frozen, kase->demand[demand].code)};
    for (int i = 0; i < kase->commitments.n_earlier_itineraries; i++) {
        const CommittedItinerary *earlier = &kase->commitments.earlier_itineraries[i];
        why.by_date |=
            frozen_is_of(kase, i, demand) && earlier->legs[0].departs < rule->frozen_before;
    }
    return release_text(&why);
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
    }
    commitments->bookings.price = price_per_box;
}

void frozen_price_trains(Problem *problem, const Case *kase, double price) {
    for (int i = 0; i < kase->commitments.n_earlier_trains; i++) {
        TrainId train = problem->train_promises[i].train;
        if (kase->commitments.earlier_trains[i].frozen && train != NONE) {
            problem->trains[train].cost -= price;
        }
    }
}
