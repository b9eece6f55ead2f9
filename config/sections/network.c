/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stations. */
#include "config/sections/network.h"

#include <stddef.h>

#include "config/finding_codes.h"
#include "config/reader/reader_state.h"
#include "config/sections/common.h"

static const Field LOAD_FIELDS[] = {
    {"cost", FIELD_NUMBER, offsetof(Station, load_cost_per_box), .fallback = "0",
     .unit = "currency per box", .range = &RANGE_MONEY,
     .doc = "For putting a box on its first train."},
    {"cutoff", FIELD_DURATION, offsetof(Station, load_cutoff_min), .fallback = "0",
     .range = &RANGE_TIME, .doc = "A box must be ready this long before departure."},
};
static const FieldTable load_table = {.noun = KEY_LOAD,
                                      TABLE_FIELDS(LOAD_FIELDS),
                                      .place_offset = OFFSET_NONE,
                                      .key_offset = OFFSET_NONE};

static const Field UNLOAD_FIELDS[] = {
    {"cost", FIELD_NUMBER, offsetof(Station, unload_cost_per_box), .fallback = "0",
     .unit = "currency per box", .range = &RANGE_MONEY,
     .doc = "For taking a box off its last train."},
    {"release", FIELD_DURATION, offsetof(Station, unload_release_min), .fallback = "0",
     .range = &RANGE_TIME, .doc = "A box is available this long after arrival."},
};
static const FieldTable unload_table = {.noun = KEY_UNLOAD,
                                        TABLE_FIELDS(UNLOAD_FIELDS),
                                        .place_offset = OFFSET_NONE,
                                        .key_offset = OFFSET_NONE};

static const Field TRANSFER_FIELDS[] = {
    {"min", FIELD_DURATION, offsetof(Station, transfer.min_min), .fallback = "0",
     .range = &RANGE_TIME, .doc = "Least time between arrival and departure."},
    {"max", FIELD_DURATION, offsetof(Station, transfer.max_min), .fallback = "5d",
     .range = &RANGE_TIME, .doc = "Greatest time between arrival and departure."},
    {"cost", FIELD_NUMBER, offsetof(Station, transfer_cost_per_box), .fallback = "0",
     .unit = "currency per box", .range = &RANGE_MONEY, .doc = "For each transfer."},
};
/** Tells a least value above the greatest, at the place of the least where it is written. */
static void check_window(Reader *reader, const Node *map, const char *name, const Window *window) {
    if (window->min_min > window->max_min) {
        bool written = node_get(map, "max") != NULL;
        finding_error(reader->findings, place_of(map, "min"),
                      written ? FINDING_WINDOW : FINDING_WINDOW_OPEN, name,
                      phrase_real((double)window->max_min / 60));
    }
}

static void transfer_check(Reader *reader, const Node *map, void *row) {
    const Station *station = row;
    check_window(reader, map, "transfer", &station->transfer);
}

static const FieldTable transfer_table = {.noun = KEY_TRANSFER,
                                          TABLE_FIELDS(TRANSFER_FIELDS),
                                          .size = sizeof(Station),
                                          .place_offset = OFFSET_NONE,
                                          .key_offset = OFFSET_NONE,
                                          .check = transfer_check};

static const Field THROUGH_FIELDS[] = {
    {"min", FIELD_DURATION, offsetof(Station, through.min_min), .fallback = "0",
     .range = &RANGE_TIME, .doc = "Least time between arrival and departure."},
    {"max", FIELD_DURATION, offsetof(Station, through.max_min), .fallback = "24h",
     .range = &RANGE_TIME, .doc = "Greatest time between arrival and departure."},
};
static void through_check(Reader *reader, const Node *map, void *row) {
    const Station *station = row;
    check_window(reader, map, "through", &station->through);
}

static const FieldTable through_table = {.noun = KEY_THROUGH,
                                         TABLE_FIELDS(THROUGH_FIELDS),
                                         .size = sizeof(Station),
                                         .place_offset = OFFSET_NONE,
                                         .key_offset = OFFSET_NONE,
                                         .check = through_check};

static const Field STATION_FIELDS[] = {
    {"name", FIELD_NAME, offsetof(Station, name), .doc = "Name, or names by language."},
    {"country", FIELD_COUNTRY, offsetof(Station, country), .required = true,
     .doc = "ISO 3166 alpha-2."},
    {"zone", FIELD_ZONE, offsetof(Station, zone), .required = true, .doc = "IANA time zone."},
    {"lat", FIELD_NUMBER, offsetof(Station, lat), .fallback = "none", .unit = "degrees",
     .range = &RANGE_LATITUDE, .doc = "Latitude, for maps."},
    {"lon", FIELD_NUMBER, offsetof(Station, lon), .fallback = "none", .unit = "degrees",
     .range = &RANGE_LONGITUDE, .doc = "Longitude, for maps."},
    {"load", FIELD_GROUP, 0, .table = &load_table, .doc = "Putting boxes on trains."},
    {"unload", FIELD_GROUP, 0, .table = &unload_table, .doc = "Taking boxes off trains."},
    {"transfer", FIELD_GROUP, 0, .table = &transfer_table,
     .given_offset = offsetof(Station, has_transfer),
     .doc = "Boxes may change to another train here; absent: they may not."},
    {"through", FIELD_GROUP, 0, .table = &through_table,
     .doc = "A train's own dwell here, between consecutive slot runs. A stop inside a slot is not "
            "tested."},
    {"gauge_break", FIELD_FLAG, offsetof(Station, gauge_break), .fallback = "false",
     .doc = "Every box on a train passing through is lifted across."},
    {"lifts_per_day", FIELD_COUNT, offsetof(Station, lifts_per_day), .fallback = "unlimited",
     .unit = "lifts", .range = &RANGE_COUNT,
     .doc = "Greatest number of lifts a calendar day: load 1 and unload 1 a box, transfer 2, "
            "passing a gauge break 1; empties count alike."},
    {"trains_per_day", FIELD_COUNT, offsetof(Station, trains_per_day), .fallback = "unlimited",
     .unit = "trains", .range = &RANGE_COUNT,
     .doc = "Greatest number of trains a calendar day, by the day of arrival here, or of departure "
            "where the train starts."},
    {"closed", FIELD_CLOSED, offsetof(Station, closed),
     .doc =
         "Days, local, on which no slot run arrives here or departs, stops too; trains that stand "
         "here throughout stay, feeders are not touched."},
};

static void station_check(Reader *reader, const Node *map, void *row) {
    (void)reader;
    Station *station = row;
    station->lat_place = place_of(map, "lat");
    station->lifts_place = place_of(map, "lifts_per_day");
    station->trains_place = place_of(map, "trains_per_day");
}

const FieldTable station_table = {
    .noun = A_STATION,
    TABLE_FIELDS(STATION_FIELDS),
    .size = sizeof(Station),
    .place_offset = offsetof(Station, place),
    .key_offset = offsetof(Station, code),
    .check = station_check,
};
