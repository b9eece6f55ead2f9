/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenarios: named changes. Here they are checked for form; config/scenario/ makes them. */
#include "config/sections/scenarios.h"

#include <stddef.h>
#include <string.h>

#include "base/date_text.h"
#include "base/factor.h"
#include "base/suggest.h"
#include "base/time_text.h"
#include "config/finding_codes.h"
#include "config/reader/reader_words.h"
#include "config/sections/common.h"
#include "config/sections/demand.h"
#include "config/sections/network.h"
#include "config/sections/resources.h"
#include "config/sections/trains.h"

/** Of nothing that is kept; what is checked of it looks at no code. */
#define UNSTORED .place_offset = OFFSET_NONE, .key_offset = OFFSET_NONE, .check_of_form = true

/** What a path begins with is a key of the case, unless it is a pattern. */
static void check_path(Reader *reader, const Node *at) {
    size_t length = strcspn(at->text, ".");
    char section[40];
    if (length >= sizeof section) {
        length = sizeof section - 1;
    }
    memcpy(section, at->text, length);
    section[length] = '\0';
    if (section[0] == '/' || table_field(reader->root, section) != NULL) {
        return;
    }
    Suggestion suggestion = suggestion_start(section);
    for (int i = 0; i < reader->root->n_fields; i++) {
        suggestion_try(&suggestion, reader->root->fields[i].name);
    }
    const Phrase hint = hint_of(suggestion.best);
    finding_error(reader->findings, at->place, FINDING_SET_AT, quoted(at->text).text, &hint);
}

static const Field CLOSE_FIELDS[] = {
    {"slots", FIELD_PATTERN, OFFSET_NONE,
     .doc = "Slots whose runs are taken out that depart then from where they start."},
    {"stations", FIELD_PATTERN, OFFSET_NONE,
     .doc = "Stations: slot runs that arrive at or depart from them then are taken out."},
    {"feeders", FIELD_PATTERN, OFFSET_NONE,
     .doc = "Feeders: departures that lie then are taken out."},
    {"from", FIELD_INSTANT, OFFSET_NONE, .zone_offset = OFFSET_NONE, .required = true,
     .doc = "First minute, local in the horizon's zone."},
    {"to", FIELD_INSTANT, OFFSET_NONE, .zone_offset = OFFSET_NONE, .required = true,
     .doc = "First minute after, local in the horizon's zone."},
};

/** Minutes that order two instants written alike; whichever zone they are local in. */
static int64_t written_minute(const Node *node, bool *known) {
    InstantText text;
    *known =
        *known && node->kind == NODE_SCALAR && instant_text_parse(node->text, &text) == FAULT_NONE;
    return *known ? (int64_t)text.date * MINUTES_PER_DAY + text.minute_of_day -
                        (text.has_offset ? text.offset_min : 0)
                  : 0;
}

static void close_check(Reader *reader, const Node *map, void *row) {
    (void)row;
    const int named = (node_get(map, "slots") != NULL) + (node_get(map, "stations") != NULL) +
                      (node_get(map, "feeders") != NULL);
    if (named != 1) {
        finding_error(reader->findings, map->place, FINDING_CLOSE_WHAT);
    }
    bool known = true;
    const int64_t from = written_minute(node_get(map, "from"), &known);
    const int64_t to = written_minute(node_get(map, "to"), &known);
    if (known && to <= from) {
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

#define FACTOR(key, text)                                                                          \
    { (key), FIELD_NUMBER, OFFSET_NONE, .range = &RANGE_FACTOR, .doc = (text) }

static const Field SCALE_FIELDS[] = {
    {"demand", FIELD_GROUP, OFFSET_NONE, .table = &scaled_demand_table,
     .doc = "Bookings that are scaled: those that match all patterns, `{}`: all."},
    FACTOR("boxes", "Factor on their boxes, tiers alike; rounded to whole boxes, halves up. What "
                    "comes to none is taken out."),
    FACTOR("tonnes", "Factor on their `tonnes`."),
    FACTOR("revenue", "Factor on their `revenue`, tiers alike."),
    FACTOR("unserved", "Factor on their `unserved`."),
    {"at", FIELD_TEXT, OFFSET_NONE,
     .doc = "In place of `demand`: path of the numbers and durations that are scaled."},
    FACTOR("by", "Factor on what is `at` the path."),
};

/** A factor has six decimals at most, so that whole numbers are scaled exactly. */
static void check_factors(Reader *reader, const Node *map) {
    for (size_t i = 0; i < sizeof SCALE_FIELDS / sizeof SCALE_FIELDS[0]; i++) {
        const Node *factor = node_get(map, SCALE_FIELDS[i].name);
        int64_t millionths;
        if (factor != NULL && SCALE_FIELDS[i].kind == FIELD_NUMBER &&
            !factor_parse(factor->text, &millionths)) {
            finding_error(reader->findings, factor->place, FINDING_FACTOR_DECIMALS,
                          SCALE_FIELDS[i].name, quoted(factor->text).text);
        }
    }
}

static void scale_check(Reader *reader, const Node *map, void *row) {
    (void)row;
    const bool demand = node_get(map, "demand") != NULL;
    const bool factor = node_get(map, "boxes") != NULL || node_get(map, "tonnes") != NULL ||
                        node_get(map, "revenue") != NULL || node_get(map, "unserved") != NULL;
    const bool by = node_get(map, "by") != NULL;
    if (demand == (node_get(map, "at") != NULL)) {
        finding_error(reader->findings, map->place, FINDING_SCALE_WHAT);
    } else if (demand ? !factor || by : factor || !by) {
        finding_error(reader->findings, map->place,
                      demand ? FINDING_SCALE_DEMAND : FINDING_SCALE_AT);
    }
    if (node_get(map, "at") != NULL) {
        check_path(reader, node_get(map, "at"));
    }
    check_factors(reader, map);
}

static const FieldTable scale_table = {
    .noun = KEY_SCALE, TABLE_FIELDS(SCALE_FIELDS), UNSTORED, .check = scale_check};

static const Field SET_FIELDS[] = {
    {"at", FIELD_TEXT, OFFSET_NONE, .required = true,
     .doc = "Path of the values, such as `stations.MAL.trains_per_day`."},
    {"to", FIELD_ANY, OFFSET_NONE, .required = true,
     .doc = "The new value: a list or map where there is one."},
};
static void set_check(Reader *reader, const Node *map, void *row) {
    (void)row;
    check_path(reader, node_get(map, "at"));
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
    {"at", FIELD_TEXT, OFFSET_NONE,
     .doc = "Path of what is left out: a key, so that its default holds, or a member."},
    REMOVED("stations"),
    REMOVED("slots"),
    REMOVED("lines"),
    REMOVED("trains"),
    REMOVED("demand"),
    REMOVED("feeders"),
};
static void remove_check(Reader *reader, const Node *map, void *row) {
    (void)row;
    const Node *at = node_get(map, "at");
    if (map->count == 0) {
        finding_error(reader->findings, map->place, FINDING_CHANGE_EMPTY);
    } else if (at != NULL && map->count > 1) {
        finding_error(reader->findings, map->place, FINDING_REMOVE_BESIDE);
    } else if (at != NULL) {
        check_path(reader, at);
    }
}

static const FieldTable remove_table = {
    .noun = KEY_REMOVE, TABLE_FIELDS(REMOVE_FIELDS), UNSTORED, .check = remove_check};

static void add_check(Reader *reader, const Node *map, void *row) {
    (void)row;
    if (map->count == 0) {
        finding_error(reader->findings, map->place, FINDING_CHANGE_EMPTY);
    }
}

#define ADDED(section, kind, rows)                                                                 \
    { section, kind, OFFSET_NONE, .table = &(rows), .doc = "As in the section of this name." }

static const Field ADD_FIELDS[] = {
    ADDED("stations", FIELD_MAP, station_table),
    ADDED("containers", FIELD_MAP, container_table),
    ADDED("cargo", FIELD_MAP, cargo_table),
    ADDED("rakes", FIELD_MAP, rake_table),
    ADDED("slots", FIELD_LIST, slot_table),
    ADDED("lines", FIELD_MAP, line_table),
    ADDED("trains", FIELD_LIST, train_table),
    ADDED("load_factors", FIELD_LIST, load_factor_table),
    ADDED("demand", FIELD_LIST, demand_table),
    ADDED("feeders", FIELD_LIST, feeder_table),
    ADDED("equipment", FIELD_MAP, equipment_table),
    ADDED("balance", FIELD_LIST, balance_table),
};
static const FieldTable add_table = {
    .noun = KEY_ADD, TABLE_FIELDS(ADD_FIELDS), UNSTORED, .loose = true, .check = add_check};

static const Field CHANGE_FIELDS[] = {
    {"close", FIELD_GROUP, OFFSET_NONE, .table = &close_table,
     .doc = "Takes slot runs out for a time."},
    {"scale", FIELD_GROUP, OFFSET_NONE, .table = &scale_table,
     .doc = "Scales bookings, or numbers and durations."},
    {"set", FIELD_GROUP, OFFSET_NONE, .table = &set_table, .doc = "Sets values."},
    {"shift", FIELD_GROUP, OFFSET_NONE, .table = &shift_table,
     .doc = "Moves departures and arrivals of slots."},
    {"remove", FIELD_GROUP, OFFSET_NONE, .table = &remove_table,
     .doc = "Takes values or members out."},
    {"add", FIELD_GROUP, OFFSET_NONE, .table = &add_table, .doc = "Puts members in."},
};
static void change_check(Reader *reader, const Node *map, void *row) {
    (void)row;
    if (map->count != 1) {
        finding_error(reader->findings, map->place, FINDING_CHANGE_KINDS);
    }
}

const FieldTable change_table = {
    .noun = A_CHANGE, TABLE_FIELDS(CHANGE_FIELDS), UNSTORED, .check = change_check};

static const Field SCENARIO_FIELDS[] = {
    {"name", FIELD_LABEL, OFFSET_NONE, .doc = "Name of the scenario."},
    {"doc", FIELD_TEXT, OFFSET_NONE, .doc = "What it is for."},
    {"changes", FIELD_LIST, OFFSET_NONE, .required = true, .table = &change_table, .most = 1000,
     .doc = "Changes, made in this order."},
};

const FieldTable scenario_table = {.noun = A_SCENARIO, TABLE_FIELDS(SCENARIO_FIELDS), UNSTORED};

static const Field SCENARIO_FILE_FIELDS[] = {
    {"banlie-scenario", FIELD_COUNT, OFFSET_NONE, .required = true, .range = &RANGE_VERSION,
     .doc = "Version of the format: 1."},
    {"scenarios", FIELD_MAP, OFFSET_NONE, .required = true, .table = &scenario_table, .most = 1000,
     .doc = "As in a case."},
};
const FieldTable scenario_file_table = {
    .noun = THE_SCENARIO_FILE, TABLE_FIELDS(SCENARIO_FILE_FIELDS), UNSTORED};
