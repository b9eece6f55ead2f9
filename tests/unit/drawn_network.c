/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/drawn_network.h"

/* A network with what boxes have to mind: transfers, stops, a gauge break, classes with bars,
 * weights, lateness, lift limits, load factors and balance. */
static const char network[] =
    "stations:\n"
    "  A: {country: CN, zone: Asia/Shanghai, load: {cost: 30, cutoff: 5h}, unload: {cost: 9}, "
    "lifts_per_day: 40}\n"
    "  B: {country: KZ, zone: Asia/Almaty, gauge_break: true, lifts_per_day: 50, through: {max: "
    "40h},"
    " transfer: {min: 4h, max: 30h, cost: 25}}\n"
    "  C: {country: RU, zone: Europe/Moscow, gauge_break: true, through: {max: 40h}, transfer: "
    "{max: 2d}}\n"
    "  D: {country: DE, zone: Europe/Berlin, unload: {cost: 17, release: 7h}, load: {cost: 5}, "
    "lifts_per_day: 60,"
    " through: {max: 30h}, transfer: {min: 2h, max: 20h, cost: 10}}\n"
    "  E: {country: PL, zone: Europe/Warsaw, transfer: {min: 1h, max: 40h, cost: 40}, through: "
    "{max: 30h}}\n"
    "  F: {country: CN, zone: Asia/Shanghai}\n"
    "  H: {country: DE, zone: Europe/Berlin}\n"
    "cargo:\n"
    "  lithium: {avoid: {countries: RU}, max_boxes_per_train: 3, apart_from: [food]}\n"
    "  food: {containers: [40RF], avoid: {slots: \".*-N\"}}\n"
    "  oil: {avoid: {stations: E}, max_boxes_per_train: 5}\n"
    "lines:\n"
    "  L-D: {route: [A, D], cost: 100}\n"
    "  L-ABD: {route: [A, B, D]}\n"
    "  L-ABCD: {route: [A, B, C, D]}\n"
    "  L-AE: {route: [A, E]}\n"
    "  L-BED: {route: [B, E, D]}\n"
    "  R-DB: {route: [D, B]}\n"
    "  R-CB: {route: [C, B]}\n"
    "load_factors:\n"
    "  - {lines: L-ABD, min: 0.2, offered: 0.9}\n"
    "  - {lines: \"L-.*\", min: 0.1, per: week}\n"
    "  - {lines: \"R-.*\", min: 0.1, per: horizon}\n"
    "balance:\n"
    "  - {name: X, outbound: \"L-.*\", return: \"R-.*|L-BED\", teu: {ratio: 0.6, penalty: 500}}\n"
    "  - {name: Y, outbound: \"L-AB.*\", return: \"R-.*\", teu: {ratio: 0.3, penalty: 50}, per: "
    "week}\n";

/* From B to C a box may be as fast by road as its train. */
static const char feeders[] =
    "feeders:\n"
    "  - {id: FA-ROAD, mode: road, from: F, to: A, takes: 9h, cost: 40, boxes_per_day: 7}\n"
    "  - {id: FA-RAIL, mode: rail, from: F, to: A, takes: 30h, cost: 15, boxes_per_day: 20,"
    " departs: [Mon 12:00, Wed 00:00, Fri 07:00]}\n"
    "  - {id: FB, mode: rail, from: F, to: B, takes: 40h, cost: 70, departs: [Tue 06:00]}\n"
    "  - {id: BC, mode: road, from: B, to: C, takes: 11h, cost: 3, boxes_per_day: 4}\n"
    "  - {id: BE, mode: sea, from: B, to: E, takes: 20h, cost: 20, boxes_per_day: 5,"
    " departs: [Thu 01:00, Sun 01:00]}\n"
    "  - {id: ED, mode: road, from: E, to: D, takes: 10h, cost: 25, boxes_per_day: 3}\n"
    "  - {id: DH, mode: road, from: D, to: H, takes: 8h, cost: 30, boxes_per_day: 6}\n"
    "  - {id: EH, mode: rail, from: E, to: H, takes: 15h, cost: 9, boxes_per_day: 6,"
    " departs: [Wed 10:00, Sat 10:00]}\n";

static const char equipment[] =
    "containers: {40HC: {teu: 2, tare: 3.9, stackable: true}}\n"
    "equipment:\n"
    "  40HC: {stock: {A: 20, D: 5}, turn: {load: 1d, unload: 2d}, storage: {D: 4},"
    " lease: {D: {cost: 90, boxes: 10}}, end_min: {A: 1}, empty_handling: {A: 10, D: 12}}\n"
    "  20GP: {stock: {F: 4, B: 9}, turn: {load: 7h}, lease: {A: {cost: 50, boxes: 5}}}\n";

static void append_slot(GString *text, GRand *rand, Drawn drawn, const char *id, const char *from,
                        const char *to, const char *stop) {
    static const char *const DAYS[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    bool plain = !drawn.feeders && !drawn.equipment && !drawn.cyclic;
    int hours = g_rand_int_range(rand, 10, 34);
    g_string_append_printf(text, "  - {id: %s, from: %s, to: %s, departs: [", id, from, to);
    for (int day = g_rand_int_range(rand, 0, 2); day < 7;
         day += g_rand_int_range(rand, plain ? 1 : 3, plain ? 4 : 6)) {
        g_string_append_printf(text, "%s %02d:30, ", DAYS[day], g_rand_int_range(rand, 0, 24));
    }
    g_string_append_printf(
        text, "], runs: %dh, km: %d, teu: %d, trains: 3, cost: {train: 100, teu: %d}", hours,
        20 * hours, g_rand_int_range(rand, 4, 30), g_rand_int_range(rand, 1, 90));
    if (g_rand_boolean(rand)) {
        g_string_append_printf(text, ", tonnes: %d", g_rand_int_range(rand, 100, 900));
    }
    if (drawn.equipment && g_rand_boolean(rand)) {
        g_string_append_printf(text, ", upper_teu: %d", g_rand_int_range(rand, 4, 30));
    }
    if (stop != NULL) {
        g_string_append_printf(text, ", stops: [{at: %s, arrives: %dh, departs: %dh, km: %d}]",
                               stop, hours / 2, hours / 2 + 3, 7 * hours);
    }
    g_string_append(text, "}\n");
}

static void append_booking(GString *text, GRand *rand, Drawn drawn, int number) {
    static const char *const FROM[] = {"A", "A", "B", "D", "C", "F", "F", "A", "F"};
    static const char *const TO[] = {"D", "E", "D", "B", "D", "D", "H", "H", "E"};
    static const char *const CARGO[] = {"general", "lithium", "food", "oil"};
    static const char *const CONTAINER[] = {"40HC", "20GP", "40RF"};
    static const char *const TONNES[] = {"0", "5", "5.4", "21.5", "26"};
    int relation = number % (drawn.feeders ? 9 : 5), ready = g_rand_int_range(rand, 0, 4);
    int cargo = g_rand_int_range(rand, 0, 4),
        container = cargo == 2 ? 2 : g_rand_int_range(rand, 0, 3);
    g_string_append_printf(
        text,
        "  - {id: K%d, from: %s, to: %s, boxes: 3, cargo: %s, container: %s, tonnes: %s,"
        " ready: 2026-12-0%d 06:00, due: 2026-12-%02d %02d:17, revenue: %d, unserved: %d",
        number, FROM[relation], TO[relation], CARGO[cargo], CONTAINER[container],
        TONNES[g_rand_int_range(rand, 0, 5)], ready + 1, ready + g_rand_int_range(rand, 3, 9),
        g_rand_int_range(rand, 0, 24), g_rand_int_range(rand, 100, 900),
        g_rand_int_range(rand, 0, 100));
    if (g_rand_boolean(rand)) {
        g_string_append_printf(text, ", late: {per_day: %d, max: %dh}",
                               g_rand_int_range(rand, 0, 200), g_rand_int_range(rand, 1, 60));
    }
    if (drawn.equipment && g_rand_int_range(rand, 0, 4) == 0) {
        g_string_append(text, ", owner: shipper");
    }
    g_string_append(text, "}\n");
}

char *drawn_network(GRand *rand, Drawn drawn) {
    GString *text = g_string_new("banlie: 1\nhorizon: {start: 2026-11-30, weeks: 1, zone: "
                                 "Asia/Shanghai, ");
    g_string_append(text, drawn.cyclic ? "mode: cyclic, tail: 4d}\n" : "tail: 20d}\n");
    g_string_append(text, network);
    g_string_append(text, drawn.feeders ? feeders : "");
    g_string_append(text, drawn.equipment ? equipment : "");
    g_string_append(text, "slots:\n");
    append_slot(text, rand, drawn, "AD", "A", "D", "B");
    append_slot(text, rand, drawn, "AB", "A", "B", NULL);
    append_slot(text, rand, drawn, "AB-N", "A", "B", NULL);
    append_slot(text, rand, drawn, "BD", "B", "D", "C");
    append_slot(text, rand, drawn, "BC", "B", "C", NULL);
    append_slot(text, rand, drawn, "CD", "C", "D", NULL);
    append_slot(text, rand, drawn, "AE", "A", "E", "C");
    append_slot(text, rand, drawn, "BE-N", "B", "E", NULL);
    append_slot(text, rand, drawn, "ED", "E", "D", NULL);
    append_slot(text, rand, drawn, "DB", "D", "B", "E");
    append_slot(text, rand, drawn, "CB", "C", "B", NULL);
    g_string_append(text, "demand:\n");
    for (int number = 0; number < 15; number++) {
        append_booking(text, rand, drawn, number);
    }
    return g_string_free(text, FALSE);
}
