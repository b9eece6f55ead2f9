/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An operator's lines: which hubs and terminals they join, over which border, and the sections that
 * their trains run on, with what these can take and cost. */
#include "study/generate/operator_network.h"

#include <stdio.h>

#include "base/draws.h"

/* Kilometres an hour between departure and arrival, waits on the way included. */
enum { SPEED_CHINA = 43, SPEED_BROAD = 42, SPEED_BROAD_NORTH = 37, SPEED_EUROPE = 30 };

/** Of fees and costs in each direction: CNY a kilometre, in hundredths, and what each train costs
 * besides. */
typedef struct {
    int train, train_fixed, teu;
} Rates;

/* Broad gauge is a little dearer than China, Europe much dearer over its short ways; trains back
 * are cheaper by a third and more, as railways fill them. */
static const Rates RATES[2][ROUTE_SLOTS] = {
    {{2400, 0, 28}, {2700, 0, 35}, {4200, 6000, 60}},
    {{4200, 0, 48}, {4600, 0, 57}, {6800, 8000, 90}},
};

static const char *const PREFIXES[ROUTE_SLOTS] = {"CN", "BG", "EU"};
static const char *const POOLS[ROUTE_SLOTS] = {"CNW", NULL, "EUW"};

/** Which stretch of a route a section is: China, broad gauge or Europe. */
static int stretch_of(int from, int to) {
    const int first = from < to ? from : to;
    return first < FIRST_BORDER ? 0 : first < FIRST_GATEWAY ? 1 : 2;
}

static int round_to_step(int number, int step) {
    return (number + step / 2) / step * step;
}

static int speed_of(int from, int to) {
    static const int speeds[ROUTE_SLOTS] = {SPEED_CHINA, SPEED_BROAD, SPEED_EUROPE};
    const int stretch = stretch_of(from, to);
    const int border = from < to ? from : to;
    return stretch == 1 && (border == ERENHOT || border == MANZHOULI) ? SPEED_BROAD_NORTH
                                                                      : speeds[stretch];
}

/* Trains are as long as the section allows: 55 wagons in China, 56 to 62 on broad gauge, and in
 * Europe what the terminal's tracks take. Both directions have the same. */
static void set_room(DrawnSlot *slot, uint64_t seed) {
    static const int tonnes[ROUTE_SLOTS] = {1300, 0, 1400};
    const int stretch = slot->stretch;
    const int end = slot->from > slot->to ? slot->from : slot->to;
    Draws draws = draws_of(seed, DRAWS_SECTIONS, (uint32_t)(stretch == 1 ? 0 : end));
    slot->teu = stretch == 0   ? 110
                : stretch == 1 ? 112 + 2 * draw_int(&draws, 0, 6)
                               : 84 + 4 * draw_int(&draws, 0, 4);
    slot->tonnes = tonnes[stretch];
}

static void set_costs(DrawnSlot *slot, bool outbound, Draws *draws) {
    const Rates *rates = &RATES[outbound][slot->stretch];
    const int percent = draw_int(draws, 96, 104);
    slot->train_cost =
        round_to_step((rates->train_fixed + slot->km * rates->train / 100) * percent / 100, 1000);
    slot->teu_cost = round_to_step(slot->km * rates->teu / 100 * percent / 100, 10);
    slot->empty_cost = round_to_step(slot->teu_cost / 2, 10);
}

/** The slot of a section, made where there is none; -1 where memory ran out. */
static int section_slot(DrawnCase *drawn, int from, int to, bool outbound) {
    int index = drawn_slot_find(drawn, from, to);
    if (index >= 0) {
        return index;
    }
    index = drawn_slot_add(drawn);
    if (index < 0) {
        return -1;
    }
    const uint64_t seed = (uint64_t)drawn->parameters->values[PARAMETER_SEED];
    DrawnSlot *slot = &drawn->slots[index];
    const int stretch = stretch_of(from, to);
    Draws draws = draws_of(seed, DRAWS_SECTIONS, (uint32_t)(N_PLACES * (from + 1) + to));
    (void)snprintf(slot->id, sizeof slot->id, "%s-%s-%s", PREFIXES[stretch], place_at(from)->code,
                   place_at(to)->code);
    slot->from = from;
    slot->to = to;
    slot->stretch = stretch;
    slot->km = place_km(from, to);
    slot->run_min =
        (slot->km / speed_of(from, to) + draw_int(&draws, outbound ? 2 : 5, 9)) * MINUTES_PER_HOUR;
    slot->rake = parameters_has(drawn->parameters, FEATURE_RAKES) ? POOLS[stretch] : NULL;
    set_room(slot, seed);
    set_costs(slot, outbound, &draws);
    return index;
}

/** A line and its slots; a rank above 0 tells it from others between the same places. */
static Outcome add_line(DrawnCase *drawn, const int route[ROUTE_PLACES], int rank) {
    const int index = drawn_line_add(drawn);
    if (index < 0) {
        return OUTCOME_NO_MEMORY;
    }
    DrawnLine *line = &drawn->lines[index];
    line->outbound = place_is_hub(route[0]);
    line->rank = rank;
    line->cost = line->outbound ? 8000 : 6000;
    for (int i = 0; i < ROUTE_PLACES; i++) {
        line->route[i] = route[i];
    }
    for (int i = 0; i < ROUTE_SLOTS; i++) {
        const int slot = section_slot(drawn, route[i], route[i + 1], line->outbound);
        if (slot < 0) {
            return OUTCOME_NO_MEMORY;
        }
        line->slots[i] = slot;
    }
    return OUTCOME_DONE;
}

/** Draws places of a kind one after the other, none of them twice. */
static void draw_places(Draws *draws, int first, int *places, int count) {
    int weights[N_HUBS] = {0};
    for (int i = 0; i < N_HUBS; i++) {
        weights[i] = place_at(first + i)->weight;
    }
    for (int i = 0; i < count; i++) {
        const int drawn = draw_weighted(draws, weights, N_HUBS);
        weights[drawn] = 0;
        places[i] = first + drawn;
    }
}

_Static_assert(N_HUBS == N_TERMINALS, "a line has a hub and a terminal of its own");

/** Of the lines' hubs the one that Erenhot is nearest to, of those that do not go there already; -1
 *  where all do. */
static int second_way(const int *hubs, const int *borders, int count) {
    int best = -1;
    for (int i = 0; i < count; i++) {
        if (borders[i] != ERENHOT &&
            (best < 0 || place_km(hubs[i], ERENHOT) < place_km(hubs[best], ERENHOT))) {
            best = i;
        }
    }
    return best;
}

Outcome operator_network_draw(DrawnCase *drawn) {
    static const int border_weights[N_BORDERS] = {65, 30, 5, 0};
    const int count = parameters_get(drawn->parameters, PARAMETER_LINES);
    Draws draws = draws_of((uint64_t)drawn->parameters->values[PARAMETER_SEED], DRAWS_LINES, 0);
    int hubs[N_HUBS], terminals[N_HUBS], borders[N_HUBS];
    draw_places(&draws, 0, hubs, count);
    draw_places(&draws, FIRST_TERMINAL, terminals, count);
    for (int i = 0; i < count; i++) {
        borders[i] = FIRST_BORDER + draw_weighted(&draws, border_weights, N_BORDERS);
    }
    const int second = count > 1 ? second_way(hubs, borders, count) : -1;
    Outcome outcome = OUTCOME_DONE;
    for (int i = 0; i < count && outcome == OUTCOME_DONE; i++) {
        outcome = add_line(drawn, (int[]){hubs[i], borders[i], MALASZEWICZE, terminals[i]}, 0);
        if (outcome == OUTCOME_DONE && i == second) {
            outcome = add_line(drawn, (int[]){hubs[i], ERENHOT, MALASZEWICZE, terminals[i]}, 1);
        }
    }
    for (int i = 0; i < count && outcome == OUTCOME_DONE; i++) {
        outcome = add_line(drawn, (int[]){terminals[i], MALASZEWICZE, borders[i], hubs[i]}, 0);
    }
    return outcome;
}
