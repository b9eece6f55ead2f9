/* SPDX-License-Identifier: GPL-3.0-or-later */
/* resources.yaml of an operator: feeders to places near his stations, his own containers, his wagon
 * sets. How many there are follows from bookings and departures, a little short of what these want.
 */
#include "base/draws.h"
#include "study/generate/case_files.h"
#include "study/generate/case_text.h"
#include "study/generate/operator_rules.h"

#include <string.h>

enum {
    STOCK_STEP = 5,
    EUROPE_STOCK_PERCENT = 50, /**< of what return bookings want; outbound trains bring the rest */
    VALUE_CHINA = 6000,
    VALUE_EUROPE = 1500,
    LEASE_COST = 7800,
    LEASE_BOXES = 20,
    GATEWAY_SETS_PERCENT = 40, /**< of a week's trains: as many stand at the gateway */
    SETS_LEAST = 2
};

/** Draws for the resources of a place, none of which the lines and bookings have. */
static Draws resource_draws(const DrawnCase *drawn, int place) {
    return draws_of((uint64_t)drawn->parameters->values[PARAMETER_SEED], DRAWS_RESOURCES,
                    (uint32_t)place);
}

static bool is_end(const DrawnCase *drawn, int place) {
    return (place_is_hub(place) || place_is_terminal(place)) &&
           operator_trains_per_week(drawn, place) > 0;
}

/* ---- feeders ---- */

static void put_feeder_times(OutFile *out, Draws *draws) {
    const int first = draw_int(draws, 0, 3) * MINUTES_PER_DAY + 8 * MINUTES_PER_HOUR;
    put_weekly_times(out, (int[]){first, first + 3 * MINUTES_PER_DAY}, 2);
}

static void put_near_feeder(OutFile *out, const Place *from, const Place *to,
                            const NearFeeder *feeder, Draws *draws) {
    out_file_print(out, "  - {id: %s-%s, mode: %s, from: %s, to: %s, takes: ", from->code, to->code,
                   feeder->mode, from->code, to->code);
    put_duration(out, feeder->takes_min);
    out_file_print(out, ", cost: %d", feeder->cost);
    if (strcmp(feeder->mode, "road") != 0) { /* lorries leave at any time */
        out_file_print(out, ", departs: ");
        put_feeder_times(out, draws);
    }
    out_file_print(out, ", boxes_per_day: %d}\n", draw_int(draws, 2, 4) * 10);
}

static void put_feeders(const DrawnCase *drawn, OutFile *out) {
    out_file_print(out, "feeders:\n");
    for (int place = 0; place < FIRST_NEAR; place++) {
        if (is_end(drawn, place)) {
            const Place *end = place_at(place);
            const Place *near = place_at(place_near(place));
            Draws draws = resource_draws(drawn, place);
            const bool hub = place_is_hub(place);
            put_near_feeder(out, hub ? near : end, hub ? end : near, near_feeder(place_near(place)),
                            &draws);
        }
    }
}

/* ---- containers ---- */

static int boxes_at(const DrawnCase *drawn, int place) {
    const int share = place_is_terminal(place)
                          ? EUROPE_STOCK_PERCENT * 10
                          : parameters_get(drawn->parameters, PARAMETER_OWN_BOXES);
    const int boxes = (int)((long long)operator_boxes_wanted(drawn, place) * share / 1000);
    return (boxes + STOCK_STEP - 1) / STOCK_STEP * STOCK_STEP;
}

/** A figure for each end of a line, and for the places near where there are feeders: `{XIY: 5, …}`.
 */
static void put_by_place(const DrawnCase *drawn, OutFile *out, const char *key, int china,
                         int europe, bool with_near) {
    bool any = false;
    out_file_print(out, "    %s: {", key);
    for (int place = 0; place < FIRST_NEAR; place++) {
        if (!is_end(drawn, place)) {
            continue;
        }
        const int value = place_is_hub(place) ? china : europe;
        out_file_print(out, "%s%s: %d", any ? ", " : "", place_at(place)->code, value);
        any = true;
        if (with_near) {
            out_file_print(out, ", %s: %d", place_at(place_near(place))->code, value);
        }
    }
    out_file_print(out, "}\n");
}

static void put_stock(const DrawnCase *drawn, OutFile *out) {
    bool any = false;
    out_file_print(out, "    stock: {");
    for (int place = 0; place < N_PLACES; place++) {
        const int boxes = boxes_at(drawn, place);
        if (boxes > 0) {
            out_file_print(out, "%s%s: %d", any ? ", " : "", place_at(place)->code, boxes);
            any = true;
        }
    }
    out_file_print(out, "}\n");
}

static void put_leases(const DrawnCase *drawn, OutFile *out) {
    bool any = false;
    out_file_print(out, "    lease: {");
    for (int place = 0; place < N_HUBS; place++) {
        if (is_end(drawn, place)) {
            out_file_print(out, "%s%s: {cost: %d, boxes: %d}", any ? ", " : "",
                           place_at(place)->code, LEASE_COST, LEASE_BOXES);
            any = true;
        }
    }
    out_file_print(out, "}\n");
}

static void put_equipment(const DrawnCase *drawn, OutFile *out) {
    const bool near = parameters_has(drawn->parameters, FEATURE_FEEDERS);
    out_file_print(out, "\nequipment:\n  40HC:\n");
    put_stock(drawn, out);
    out_file_print(out, "    turn: {load: 1d, unload: 2d}\n");
    put_by_place(drawn, out, "storage", 12, 25, false);
    put_leases(drawn, out);
    put_by_place(drawn, out, "end_value", VALUE_CHINA, VALUE_EUROPE, near);
    put_by_place(drawn, out, "empty_handling", 200, 350, false);
}

/* ---- wagon sets ---- */

static int outbound_per_week(const DrawnCase *drawn, int place) {
    int count = 0;
    for (int i = 0; i < drawn->n_journeys; i++) {
        const DrawnLine *line = &drawn->lines[drawn->journeys[i].line];
        count += line->outbound && (line->route[0] == place || place >= FIRST_BORDER);
    }
    return count;
}

/* As many as leave in a week, one more or one fewer: those of the second week come from trains back
 * and from empty runs. */
static int sets_at_hub(const DrawnCase *drawn, int hub) {
    Draws draws = resource_draws(drawn, N_PLACES + hub);
    const int sets = outbound_per_week(drawn, hub) + draw_int(&draws, -1, 1);
    return sets > SETS_LEAST ? sets : SETS_LEAST;
}

static int sets_elsewhere(const DrawnCase *drawn, int place) {
    Draws draws = resource_draws(drawn, N_PLACES + place);
    if (place != MALASZEWICZE) {
        return draw_int(&draws, 1, 2);
    }
    const int sets = (outbound_per_week(drawn, place) * GATEWAY_SETS_PERCENT + 50) / 100;
    return sets > SETS_LEAST ? sets : SETS_LEAST;
}

static void put_sets(const DrawnCase *drawn, OutFile *out, int first, int end) {
    bool any = false;
    out_file_print(out, "    sets: {");
    for (int place = first; place < end; place++) {
        if (operator_trains_per_week(drawn, place) > 0) {
            out_file_print(out, "%s%s: %d", any ? ", " : "", place_at(place)->code,
                           place_is_hub(place) ? sets_at_hub(drawn, place)
                                               : sets_elsewhere(drawn, place));
            any = true;
        }
    }
    out_file_print(out, "}\n");
}

/** Whether an outbound line before this one has the same slot. */
static bool is_told(const DrawnCase *drawn, int line, int stretch) {
    for (int i = 0; i < line; i++) {
        if (drawn->lines[i].outbound &&
            drawn->lines[i].slots[stretch] == drawn->lines[line].slots[stretch]) {
            return true;
        }
    }
    return false;
}

/** Empty runs of sets back to where outbound trains take them, along a stretch of each line.
 *  @param per_km  CNY a set */
static void put_repositions(const DrawnCase *drawn, OutFile *out, int stretch, int per_km,
                            int km_per_day) {
    out_file_print(out, "    reposition:\n");
    for (int i = 0; i < drawn->n_lines; i++) {
        const DrawnSlot *slot = &drawn->slots[drawn->lines[i].slots[stretch]];
        if (drawn->lines[i].outbound && !is_told(drawn, i, stretch)) {
            out_file_print(out, "      - {from: %s, to: %s, takes: %dd, cost: %d}\n",
                           place_at(slot->to)->code, place_at(slot->from)->code,
                           slot->km / km_per_day + 1, (slot->km * per_km + 500) / 1000 * 1000);
        }
    }
}

static void put_rakes(const DrawnCase *drawn, OutFile *out) {
    out_file_print(out, "\nrakes:\n  CNW:\n");
    put_sets(drawn, out, 0, FIRST_GATEWAY);
    out_file_print(out, "    turn: 12h\n");
    put_repositions(drawn, out, 0, 20, 1000);
    out_file_print(out, "  EUW:\n");
    put_sets(drawn, out, FIRST_GATEWAY, FIRST_NEAR);
    out_file_print(out, "    turn: 10h\n");
    put_repositions(drawn, out, ROUTE_SLOTS - 1, 30, 800);
}

void operator_resources_write(const DrawnCase *drawn, OutFile *out) {
    out_file_print(out, "# Feeders, containers and wagon sets: all numbers are made up.\n");
    if (parameters_has(drawn->parameters, FEATURE_FEEDERS)) {
        put_feeders(drawn, out);
    }
    if (parameters_has(drawn->parameters, FEATURE_EQUIPMENT)) {
        put_equipment(drawn, out);
    }
    if (parameters_has(drawn->parameters, FEATURE_RAKES)) {
        put_rakes(drawn, out);
    }
}
