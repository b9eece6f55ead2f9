/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The places that made-up cases are laid out between: stations with their names, where they lie,
 * how far it is from one to the next, and places that only feeders serve.
 *
 *  A train goes from a hub over a border station and a gateway to a terminal, or all the way back.
 */
#ifndef BANLIE_STUDY_GENERATE_GEOGRAPHY_H
#define BANLIE_STUDY_GENERATE_GEOGRAPHY_H

#include <stdbool.h>

/** Places are numbered: hubs, borders, gateways, terminals, and then those near a hub or terminal,
 * in the order of these. */
enum {
    N_HUBS = 12,
    N_BORDERS = 4,
    N_GATEWAYS = 3,
    N_TERMINALS = 12,
    FIRST_BORDER = N_HUBS,
    FIRST_GATEWAY = FIRST_BORDER + N_BORDERS,
    FIRST_TERMINAL = FIRST_GATEWAY + N_GATEWAYS,
    FIRST_NEAR = FIRST_TERMINAL + N_TERMINALS,
    N_PLACES = FIRST_NEAR + N_HUBS + N_TERMINALS
};

/** The Chinese border stations, and the gateway that most trains take. */
enum { ALASHANKOU = FIRST_BORDER, KHORGOS, ERENHOT, MANZHOULI, MALASZEWICZE = FIRST_GATEWAY };

typedef struct {
    const char *code;
    const char *name_en, *name_zh;
    const char *country, *zone;
    int utc_hours;        /**< local time less UTC, in winter */
    int lat_100, lon_100; /**< hundredths of a degree */
    int weight;           /**< of hubs and terminals: how much goes there, beside the others */
} Place;

/** What goes between a hub or terminal and the place near it. */
typedef struct {
    const char *mode;
    int takes_min;
    int cost; /**< CNY a box */
} NearFeeder;

/** @param place  below N_PLACES */
const Place *place_at(int place);

static inline bool place_is_hub(int place) {
    return place < FIRST_BORDER;
}

static inline bool place_is_terminal(int place) {
    return place >= FIRST_TERMINAL && place < FIRST_NEAR;
}

/** The place near a hub or terminal. */
int place_near(int place);

/** @param near  as place_near() has it */
const NearFeeder *near_feeder(int near);

/** The rail kilometres between two places of neighbouring kinds (hub and border, border and
 * gateway, gateway and terminal), in either direction. */
int place_km(int from, int to);

#endif
