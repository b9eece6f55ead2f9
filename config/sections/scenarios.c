/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenarios: named changes. They are checked only, nothing of them is stored. */
#include <stddef.h>

#include "config/reader/fields.h"
#include "config/sections/sections.h"

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
static const FieldTable close_table = {
    .noun = "close", TABLE_FIELDS(CLOSE_FIELDS), UNSTORED, .check = section_check_close};

static const Field SCALED_DEMAND_FIELDS[] = {
    {"id", FIELD_PATTERN, OFFSET_NONE, .doc = "Bookings, by code."},
    {"from", FIELD_PATTERN, OFFSET_NONE, .doc = "By station where they are ready."},
    {"to", FIELD_PATTERN, OFFSET_NONE, .doc = "By station where they are due."},
    {"cargo", FIELD_PATTERN, OFFSET_NONE, .doc = "By cargo class."},
    {"container", FIELD_PATTERN, OFFSET_NONE, .doc = "By container type."},
};
static const FieldTable scaled_demand_table = {
    .noun = "demand", TABLE_FIELDS(SCALED_DEMAND_FIELDS), UNSTORED};

static const Field SCALE_FIELDS[] = {
    {"demand", FIELD_GROUP, OFFSET_NONE, .required = true, .table = &scaled_demand_table,
     .doc = "Bookings that are scaled: those that match all patterns."},
    {"boxes", FIELD_NUMBER, OFFSET_NONE, .required = true, .range = &RANGE_RATIO,
     .doc = "Factor on their boxes; rounded to whole boxes, halves up."},
};
static const FieldTable scale_table = {.noun = "scale", TABLE_FIELDS(SCALE_FIELDS), UNSTORED};

static const Field SET_FIELDS[] = {
    {"at", FIELD_TEXT, OFFSET_NONE, .required = true,
     .doc = "Path of the value, such as `stations.MAL.trains_per_day`."},
    {"to", FIELD_ANY, OFFSET_NONE, .required = true, .doc = "The new value."},
};
static const FieldTable set_table = {
    .noun = "set", TABLE_FIELDS(SET_FIELDS), UNSTORED, .check = section_check_set};

static const Field SHIFT_FIELDS[] = {
    {"slots", FIELD_PATTERN, OFFSET_NONE, .required = true, .doc = "Slots that are shifted."},
    {"by", FIELD_DURATION, OFFSET_NONE, .required = true, .range = &RANGE_SHIFT,
     .doc = "How much later; `-` before it: earlier."},
};
static const FieldTable shift_table = {.noun = "shift", TABLE_FIELDS(SHIFT_FIELDS), UNSTORED};

#define REMOVED(section)                                                                           \
    { section, FIELD_PATTERN, OFFSET_NONE, .doc = "Those that match, by code." }

static const Field REMOVE_FIELDS[] = {
    REMOVED("stations"), REMOVED("slots"),  REMOVED("lines"),
    REMOVED("trains"),   REMOVED("demand"), REMOVED("feeders"),
};
static const FieldTable remove_table = {
    .noun = "remove", TABLE_FIELDS(REMOVE_FIELDS), UNSTORED, .check = section_check_not_empty};

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
static const FieldTable add_table = {.noun = "add",
                                     TABLE_FIELDS(ADD_FIELDS),
                                     UNSTORED,
                                     .loose = true,
                                     .check = section_check_not_empty};

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
static const FieldTable change_table = {
    .noun = "a change", TABLE_FIELDS(CHANGE_FIELDS), UNSTORED, .check = section_check_change};

static const Field SCENARIO_FIELDS[] = {
    {"name", FIELD_LABEL, OFFSET_NONE, .doc = "Name of the scenario."},
    {"doc", FIELD_TEXT, OFFSET_NONE, .doc = "What it is for."},
    {"changes", FIELD_LIST, OFFSET_NONE, .required = true, .table = &change_table, .most = 1000,
     .doc = "Changes, made in this order."},
};

const FieldTable scenario_table = {.noun = "a scenario", TABLE_FIELDS(SCENARIO_FIELDS), UNSTORED};
