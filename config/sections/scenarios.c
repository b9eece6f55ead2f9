/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenarios: named changes. They are checked only, nothing of them is stored. */
#include "config/sections/scenarios.h"

#include <stddef.h>
#include <string.h>

#include "base/date_text.h"
#include "base/suggest.h"
#include "base/time_text.h"
#include "config/finding_codes.h"
#include "config/reader/reader_words.h"
#include "config/sections/common.h"
#include "config/sections/demand.h"
#include "config/sections/network.h"
#include "config/sections/resources.h"
#include "config/sections/trains.h"

#define UNSTORED .place_offset = OFFSET_NONE, .key_offset = OFFSET_NONE

static const Field CLOSE_FIELDS[] = {
    {"slots", FIELD_PATTERN, OFFSET_NONE, .doc = "Slots whose runs are taken out."},
    {"stations", FIELD_PATTERN, OFFSET_NONE,
     .doc = "Stations: slot runs that arrive or depart there are taken out."},
    {"from", FIELD_INSTANT, OFFSET_NONE, .zone_offset = OFFSET_NONE, .required = true,
     .doc = "First minute, local in the horizon's zone."},
    {"to", FIELD_INSTANT, OFFSET_NONE, .zone_offset = OFFSET_NONE, .required = true,
     .doc = "First minute after, local in the horizon's zone."},
};
static void close_check(Reader *reader, const Node *map, void *row) {
    (void)row;
    if ((node_get(map, "slots") == NULL) == (node_get(map, "stations") == NULL)) {
        finding_error(reader->findings, map->place, FINDING_CLOSE_WHAT);
    }
    InstantText from;
    InstantText to;
    LocalKind kind;
    const Zone *zone = reader->kase->horizon.zone;
    if (zone != NULL && instant_text_parse(node_get(map, "from")->text, &from) == FAULT_NONE &&
        instant_text_parse(node_get(map, "to")->text, &to) == FAULT_NONE &&
        instant_text_resolve(&to, zone, false, &kind) <=
            instant_text_resolve(&from, zone, false, &kind)) {
        finding_error(reader->findings, place_of(map, "to"), FINDING_CLOSE_ORDER);
    }
}

static const FieldTable close_table = {
    .noun = KEY_CLOSE, TABLE_FIELDS(CLOSE_FIELDS), UNSTORED, .check = close_check};

static const Field SCALED_DEMAND_FIELDS[] = {
    {"id", FIELD_PATTERN, OFFSET_NONE, .doc = "Bookings, by code."},
    {"from", FIELD_PATTERN, OFFSET_NONE, .doc = "By station where they are ready."},
    {"to", FIELD_PATTERN, OFFSET_NONE, .doc = "By station where they are due."},
    {"cargo", FIELD_PATTERN, OFFSET_NONE, .doc = "By cargo class."},
    {"container", FIELD_PATTERN, OFFSET_NONE, .doc = "By container type."},
};
static const FieldTable scaled_demand_table = {
    .noun = KEY_DEMAND, TABLE_FIELDS(SCALED_DEMAND_FIELDS), UNSTORED};

static const Field SCALE_FIELDS[] = {
    {"demand", FIELD_GROUP, OFFSET_NONE, .required = true, .table = &scaled_demand_table,
     .doc = "Bookings that are scaled: those that match all patterns."},
    {"boxes", FIELD_NUMBER, OFFSET_NONE, .required = true, .range = &RANGE_RATIO,
     .doc = "Factor on their boxes; rounded to whole boxes, halves up."},
};
static const FieldTable scale_table = {.noun = KEY_SCALE, TABLE_FIELDS(SCALE_FIELDS), UNSTORED};

static const Field SET_FIELDS[] = {
    {"at", FIELD_TEXT, OFFSET_NONE, .required = true,
     .doc = "Path of the value, such as `stations.MAL.trains_per_day`."},
    {"to", FIELD_ANY, OFFSET_NONE, .required = true, .doc = "The new value."},
};
static void set_check(Reader *reader, const Node *map, void *row) {
    (void)row;
    const Node *at = node_get(map, "at");
    size_t length = strcspn(at->text, ".");
    char section[40];
    if (length >= sizeof section) {
        length = sizeof section - 1;
    }
    memcpy(section, at->text, length);
    section[length] = '\0';
    if (table_field(reader->root, section) != NULL) {
        return;
    }
    Suggestion suggestion = suggestion_start(section);
    for (int i = 0; i < reader->root->n_fields; i++) {
        suggestion_try(&suggestion, reader->root->fields[i].name);
    }
    const Phrase hint = hint_of(suggestion.best);
    finding_error(reader->findings, at->place, FINDING_SET_AT, quoted(at->text).text, &hint);
}

static const FieldTable set_table = {
    .noun = KEY_SET, TABLE_FIELDS(SET_FIELDS), UNSTORED, .check = set_check};

static const Field SHIFT_FIELDS[] = {
    {"slots", FIELD_PATTERN, OFFSET_NONE, .required = true, .doc = "Slots that are shifted."},
    {"by", FIELD_DURATION, OFFSET_NONE, .required = true, .range = &RANGE_SHIFT,
     .doc = "How much later; `-` before it: earlier."},
};
static const FieldTable shift_table = {.noun = KEY_SHIFT, TABLE_FIELDS(SHIFT_FIELDS), UNSTORED};

#define REMOVED(section)                                                                           \
    { section, FIELD_PATTERN, OFFSET_NONE, .doc = "Those that match, by code." }

static const Field REMOVE_FIELDS[] = {
    REMOVED("stations"), REMOVED("slots"),  REMOVED("lines"),
    REMOVED("trains"),   REMOVED("demand"), REMOVED("feeders"),
};
/** For `remove` and `add`. */
static void named_change_check(Reader *reader, const Node *map, void *row) {
    (void)row;
    if (map->count == 0) {
        finding_error(reader->findings, map->place, FINDING_CHANGE_EMPTY);
    }
}

static const FieldTable remove_table = {
    .noun = KEY_REMOVE, TABLE_FIELDS(REMOVE_FIELDS), UNSTORED, .check = named_change_check};

#define ADDED(section, kind, rows)                                                                 \
    { section, kind, OFFSET_NONE, .table = &(rows), .doc = "As in the section of this name." }

static const Field ADD_FIELDS[] = {
    ADDED("stations", FIELD_MAP, station_table),
    ADDED("containers", FIELD_MAP, container_table),
    ADDED("cargo", FIELD_MAP, cargo_table),
    ADDED("slots", FIELD_LIST, slot_table),
    ADDED("lines", FIELD_MAP, line_table),
    ADDED("trains", FIELD_LIST, train_table),
    ADDED("load_factors", FIELD_LIST, load_factor_table),
    ADDED("demand", FIELD_LIST, demand_table),
    ADDED("feeders", FIELD_LIST, feeder_table),
    ADDED("balance", FIELD_LIST, balance_table),
};
static const FieldTable add_table = {.noun = KEY_ADD,
                                     TABLE_FIELDS(ADD_FIELDS),
                                     UNSTORED,
                                     .loose = true,
                                     .check = named_change_check};

static const Field CHANGE_FIELDS[] = {
    {"close", FIELD_GROUP, OFFSET_NONE, .table = &close_table,
     .doc = "Takes slot runs out for a time."},
    {"scale", FIELD_GROUP, OFFSET_NONE, .table = &scale_table, .doc = "Scales demand."},
    {"set", FIELD_GROUP, OFFSET_NONE, .table = &set_table, .doc = "Sets one value."},
    {"shift", FIELD_GROUP, OFFSET_NONE, .table = &shift_table,
     .doc = "Moves departures and arrivals of slots."},
    {"remove", FIELD_GROUP, OFFSET_NONE, .table = &remove_table, .doc = "Takes members out."},
    {"add", FIELD_GROUP, OFFSET_NONE, .table = &add_table, .doc = "Puts members in."},
};
static void change_check(Reader *reader, const Node *map, void *row) {
    (void)row;
    if (map->count != 1) {
        finding_error(reader->findings, map->place, FINDING_CHANGE_KINDS);
    }
}

static const FieldTable change_table = {
    .noun = A_CHANGE, TABLE_FIELDS(CHANGE_FIELDS), UNSTORED, .check = change_check};

static const Field SCENARIO_FIELDS[] = {
    {"name", FIELD_LABEL, OFFSET_NONE, .doc = "Name of the scenario."},
    {"doc", FIELD_TEXT, OFFSET_NONE, .doc = "What it is for."},
    {"changes", FIELD_LIST, OFFSET_NONE, .required = true, .table = &change_table, .most = 1000,
     .doc = "Changes, made in this order."},
};

const FieldTable scenario_table = {.noun = A_SCENARIO, TABLE_FIELDS(SCENARIO_FIELDS), UNSTORED};
