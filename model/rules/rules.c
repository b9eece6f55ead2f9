/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules that a case has, listed and found. */
#include "model/rules/rules.h"

#include <math.h>

#include <glib.h>

#include "model/problem/train_candidate.h"
#include "model/promises/frozen.h"

/** A list that grows. */
typedef struct {
    GArray *items;
} Listing;

static void list_rule(Listing *listing, RuleKind kind, int subject, int detail, Place place) {
    Rule rule = {kind, subject, detail, place};
    g_array_append_val(listing->items, rule);
}

static void list_demand(Listing *listing, const Case *kase) {
    for (DemandId id = 0; id < kase->n_demand; id++) {
        if (kase->demand[id].must) {
            list_rule(listing, RULE_MUST, id, -1, kase->demand[id].must_place);
        }
    }
}

static void list_lines(Listing *listing, const Case *kase) {
    for (LineId id = 0; id < kase->n_lines; id++) {
        const Line *line = &kase->lines[id];
        int load_factor = line_load_factor_rule(kase, id);
        if (line->min_trains_per_week > 0) {
            list_rule(listing, RULE_LINE_MIN, id, -1, line->min_place);
        }
        if (line->max_trains_per_week != NO_LIMIT) {
            list_rule(listing, RULE_LINE_MAX, id, -1, line->max_place);
        }
        if (line->regular) {
            list_rule(listing, RULE_REGULAR, id, -1, line->regular_place);
        }
        if (load_factor >= 0 && kase->load_factors[load_factor].min > 0) {
            list_rule(listing, RULE_LOAD_FACTOR, load_factor, id,
                      kase->load_factors[load_factor].min_place);
        }
    }
    for (int i = 0; i < kase->n_trains; i++) {
        if (!kase->trains[i].optional) {
            list_rule(listing, RULE_ALWAYS, i, -1, kase->trains[i].runs_place);
        }
    }
}

/** Bookings by the first of their frozen itineraries; those that are gone have no rules. */
static void list_commitments(Listing *listing, const Case *kase) {
    const Commitments *commitments = &kase->commitments;
    GHashTable *demand = g_hash_table_new(g_str_hash, g_str_equal); /* code → DemandId + 1 */
    for (DemandId id = 0; id < kase->n_demand && commitments->given; id++) {
        g_hash_table_insert(demand, (gpointer)(guintptr)kase->demand[id].code,
                            GINT_TO_POINTER(id + 1));
    }
    for (int i = 0; i < commitments->n_earlier_trains; i++) {
        if (commitments->earlier_trains[i].frozen) {
            list_rule(listing, RULE_FROZEN_TRAIN, i, -1, frozen_train_place(kase, i));
        }
    }
    if (commitments->given && commitments->no_new_before > kase->horizon.start_at) {
        bool said = commitments->trains.before_place.file != NULL;
        list_rule(listing, RULE_FROZEN_NEW, 0, -1,
                  said ? commitments->trains.before_place : commitments->place);
    }
    if (kase->carried != NULL) {
        list_rule(listing, RULE_UNDER_WAY, 0, -1, commitments->place);
    }
    for (int i = 0; i < commitments->n_earlier_itineraries; i++) {
        const CommittedItinerary *earlier = &commitments->earlier_itineraries[i];
        int id = GPOINTER_TO_INT(g_hash_table_lookup(demand, earlier->booking)) - 1;
        if (earlier->frozen && id >= 0) {
            list_rule(listing, RULE_FROZEN_BOXES, id, -1, frozen_boxes_place(kase, i));
            g_hash_table_remove(demand, earlier->booking);
        }
    }
    g_hash_table_destroy(demand);
}

static void list_equipment(Listing *listing, const Case *kase) {
    for (int i = 0; i < kase->n_equipment; i++) {
        const Equipment *type = &kase->equipment[i];
        list_rule(listing, RULE_STOCK, i, -1, type->place);
        for (int j = 0; j < type->n_at; j++) {
            if (type->at[j].end_min > 0) {
                list_rule(listing, RULE_END_MIN, i, type->at[j].station, type->at[j].end_min_place);
            }
        }
    }
    for (int i = 0; i < kase->n_rakes; i++) {
        list_rule(listing, RULE_SETS, i, -1, kase->rakes[i].place);
    }
}

static void list_balance(Listing *listing, const Case *kase) {
    for (int i = 0; i < kase->n_balance; i++) {
        const BalanceGoal *goals[] = {&kase->balance[i].trains, &kase->balance[i].teu};
        for (int goal = 0; goal < 2; goal++) {
            if (goals[goal]->given && !isfinite(goals[goal]->penalty)) {
                list_rule(listing, RULE_BALANCE, i, goal, goals[goal]->place);
            }
        }
    }
}

static void list_cargo(Listing *listing, const Case *kase) {
    for (CargoId one = 0; one < kase->n_cargo; one++) {
        const Cargo *cargo = &kase->cargo[one];
        if (cargo->max_boxes_per_train != NO_LIMIT) {
            list_rule(listing, RULE_CLASS_BOXES, one, -1, cargo->max_boxes_place);
        }
        for (int i = 0; i < cargo->n_apart_from; i++) {
            CargoId other = cargo->apart_from[i];
            if (one < other) {
                bool said = cargo->apart_place.line > 0;
                list_rule(listing, RULE_APART, one, other,
                          said ? cargo->apart_place : kase->cargo[other].apart_place);
            }
        }
    }
}

static void list_network(Listing *listing, const Case *kase) {
    for (SlotId id = 0; id < kase->n_slots; id++) {
        list_rule(listing, RULE_SLOT_TRAINS, id, -1, kase->slots[id].trains_place);
    }
    for (StationId id = 0; id < kase->n_stations; id++) {
        const Station *station = &kase->stations[id];
        if (station->trains_per_day != NO_LIMIT) {
            list_rule(listing, RULE_TRAINS_PER_DAY, id, -1, station->trains_place);
        }
        if (station->lifts_per_day != NO_LIMIT) {
            list_rule(listing, RULE_LIFTS, id, -1, station->lifts_place);
        }
    }
    for (int id = 0; id < kase->n_feeders; id++) {
        if (kase->feeders[id].boxes_per_day != NO_LIMIT) {
            list_rule(listing, RULE_FEEDER, id, -1, kase->feeders[id].boxes_place);
        }
    }
}

static void list_closed(Listing *listing, RuleKind kind, int subject, const Closed *closed) {
    if (closed->n_times > 0) {
        list_rule(listing, kind, subject, -1, closed->place);
    }
}

static void list_closures(Listing *listing, const Case *kase) {
    for (SlotId id = 0; id < kase->n_slots; id++) {
        list_closed(listing, RULE_CLOSED_SLOT, id, &kase->slots[id].closed);
    }
    for (StationId id = 0; id < kase->n_stations; id++) {
        list_closed(listing, RULE_CLOSED_STATION, id, &kase->stations[id].closed);
    }
    for (int id = 0; id < kase->n_feeders; id++) {
        list_closed(listing, RULE_CLOSED_FEEDER, id, &kase->feeders[id].closed);
    }
}

static int compare_rules(const void *a, const void *b) {
    const Rule *x = a, *y = b;
    if (x->kind != y->kind) {
        return x->kind < y->kind ? -1 : 1;
    }
    if (x->subject != y->subject) {
        return x->subject < y->subject ? -1 : 1;
    }
    return (x->detail > y->detail) - (x->detail < y->detail);
}

Rules rules_of_case(const Case *kase) {
    Listing listing = {g_array_new(FALSE, FALSE, sizeof(Rule))};
    list_demand(&listing, kase);
    list_lines(&listing, kase);
    list_commitments(&listing, kase);
    list_equipment(&listing, kase);
    list_balance(&listing, kase);
    list_cargo(&listing, kase);
    list_network(&listing, kase);
    list_closures(&listing, kase);
    g_array_sort(listing.items, compare_rules);
    int count = (int)listing.items->len;
    Rules rules = {kase, (Rule *)(void *)g_array_free(listing.items, FALSE), count};
    return rules;
}

void rules_clear(Rules *rules) {
    g_free(rules->items);
    *rules = (Rules){0};
}

int rules_find(const Rules *rules, RuleKind kind, int subject, int detail) {
    const Rule wanted = {.kind = kind, .subject = subject, .detail = detail};
    int low = 0, high = rules->count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (compare_rules(&rules->items[middle], &wanted) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool found = low < rules->count && compare_rules(&rules->items[low], &wanted) == 0;
    return found ? low : -1;
}
