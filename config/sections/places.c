/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config/sections/places.h"

void places_note_station(const Node *map, Station *station) {
    station->lifts_place = place_of(map, "lifts_per_day");
    station->trains_place = place_of(map, "trains_per_day");
}

void places_note_cargo(const Node *map, Cargo *cargo) {
    cargo->max_boxes_place = place_of(map, "max_boxes_per_train");
    if (node_get(map, "apart_from") != NULL) {
        cargo->apart_place = place_of(map, "apart_from");
    }
}

void places_note_line(const Node *map, Line *line) {
    line->min_place = place_within(map, "trains_per_week", "min");
    line->max_place = place_within(map, "trains_per_week", "max");
    line->regular_place = place_of(map, "regular");
}

void places_note_equipment(const Case *kase, const Node *map, Equipment *equipment) {
    for (int i = 0; i < equipment->n_at; i++) {
        EquipmentAt *at = &equipment->at[i];
        at->stock_place = place_within(map, "stock", kase->stations[at->station].code);
        at->end_min_place = place_within(map, "end_min", kase->stations[at->station].code);
    }
}

void places_note_rake(const Case *kase, const Node *map, Rake *rake) {
    for (int i = 0; i < rake->n_sets; i++) {
        rake->sets[i].place = place_within(map, "sets", kase->stations[rake->sets[i].station].code);
    }
}

void places_note_balance(const Node *map, Balance *balance) {
    balance->trains.place = place_within(map, "trains", "ratio");
    balance->teu.place = place_within(map, "teu", "ratio");
}

void places_note_commitments(const Node *map, Commitments *commitments) {
    CommitmentRule *rules[] = {&commitments->trains, &commitments->bookings};
    const char *groups[] = {"trains", "bookings"};
    for (int i = 0; i < 2; i++) {
        rules[i]->frozen_place = place_within(map, groups[i], "frozen");
        rules[i]->before_place = place_within(map, groups[i], "frozen_before");
    }
}
