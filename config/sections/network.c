/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stations and the slots between them. */
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

static const Field SLOT_COST_FIELDS[] = {
    {"train", FIELD_NUMBER, offsetof(Slot, cost_per_train), .fallback = "0",
     .unit = "currency per train", .range = &RANGE_MONEY, .zh = "列车费用 单列费用",
     .doc = "Once per train."},
    {"teu", FIELD_NUMBER, offsetof(Slot, cost_per_teu), .fallback = "0", .unit = "currency per TEU",
     .range = &RANGE_MONEY, .zh = "重箱费用 每TEU费用", .doc = "Per loaded TEU."},
    {"empty_teu", FIELD_NUMBER, offsetof(Slot, cost_per_empty_teu), .fallback = "0",
     .unit = "currency per TEU", .range = &RANGE_MONEY, .zh = "空箱费用", .doc = "Per empty TEU."},
};
static const FieldTable slot_cost_table = {.noun = KEY_COST,
                                           TABLE_FIELDS(SLOT_COST_FIELDS),
                                           .place_offset = OFFSET_NONE,
                                           .key_offset = OFFSET_NONE};

static const Field VALID_FIELDS[] = {
    {"from", FIELD_DATE, offsetof(Slot, valid_from), .fallback = "none", .zh = "起始日期 生效日期",
     .doc = "First date of departure."},
    {"to", FIELD_DATE, offsetof(Slot, valid_to), .fallback = "unlimited", .zh = "截止日期 失效日期",
     .doc = "Last date of departure, included."},
};
static void valid_check(Reader *reader, const Node *map, void *row) {
    const Slot *slot = row;
    if (slot->valid_from > slot->valid_to) {
        finding_error(reader->findings, place_of(map, "to"), FINDING_VALID_NEVER);
    }
}

static const FieldTable valid_table = {.noun = KEY_VALID,
                                       TABLE_FIELDS(VALID_FIELDS),
                                       .size = sizeof(Slot),
                                       .place_offset = OFFSET_NONE,
                                       .key_offset = OFFSET_NONE,
                                       .check = valid_check};

static const Field STOP_FIELDS[] = {
    {"at", FIELD_REF, offsetof(Stop, at), .required = true, .target = SECTION_STATIONS,
     .zh = "车站 停站", .doc = "Station where the train stops."},
    {"arrives", FIELD_DURATION, offsetof(Stop, arrives_min), .required = true,
     .range = &RANGE_SOME_TIME, .zh = "到达", .doc = "Arrival, counted from the slot's departure."},
    {"departs", FIELD_DURATION, offsetof(Stop, departs_min), .required = true,
     .range = &RANGE_SOME_TIME, .zh = "出发",
     .doc = "Departure, counted from the slot's departure."},
    {"km", FIELD_NUMBER, offsetof(Stop, dist_km), .required = true, .unit = "km",
     .range = &RANGE_KM, .zh = "里程 公里", .doc = "Distance from the slot's start."},
};
static const FieldTable stop_table = {.noun = A_STOP,
                                      TABLE_FIELDS(STOP_FIELDS),
                                      .size = sizeof(Stop),
                                      .place_offset = offsetof(Stop, place),
                                      .key_offset = OFFSET_NONE};

static const Field SLOT_FIELDS[] = {
    {"id", FIELD_CODE, offsetof(Slot, code), .required = true, .zh = "编号 运行线 运行线号",
     .doc = "Code of the slot."},
    {"from", FIELD_REF, offsetof(Slot, from), .required = true, .target = SECTION_STATIONS,
     .zh = "发站 起点", .doc = "Station where the slot starts."},
    {"to", FIELD_REF, offsetof(Slot, to), .required = true, .target = SECTION_STATIONS,
     .zh = "到站 终点", .doc = "Station where the slot ends."},
    {"departs", FIELD_WEEKLY, offsetof(Slot, departs), .required = true,
     .count_offset = offsetof(Slot, n_departs), .zh = "发车时间 开行时间",
     .doc = "Weekly times of departure, local at `from`. Each in each week is a slot run."},
    {"runs", FIELD_DURATION, offsetof(Slot, runs_min), .required = true, .range = &RANGE_SOME_TIME,
     .zh = "运行时间", .doc = "Running time from start to end."},
    {"km", FIELD_NUMBER, offsetof(Slot, dist_km), .required = true, .unit = "km",
     .range = &RANGE_KM, .zh = "里程 公里",
     .doc = "Distance from start to end; weighs load factors."},
    {"gauge", FIELD_NUMBER, offsetof(Slot, gauge_mm), .fallback = "none", .unit = "mm",
     .range = &RANGE_GAUGE, .zh = "轨距", .doc = "Track gauge, for information."},
    {"rake", FIELD_CODE, offsetof(Slot, rake_code), .zh = "车底 车板",
     .doc = "Pool of wagon sets that its trains use (see `rakes`)."},
    {"teu", FIELD_NUMBER, offsetof(Slot, teu), .required = true, .unit = "TEU",
     .range = &RANGE_TRAIN_TEU, .zh = "箱位 载箱量", .doc = "Greatest load of each train."},
    {"upper_teu", FIELD_NUMBER, offsetof(Slot, upper_teu), .fallback = "0", .unit = "TEU",
     .range = &RANGE_UPPER_TEU, .zh = "上层箱位",
     .doc = "Extra second-level positions (double-stack), for stackable containers."},
    {"tonnes", FIELD_NUMBER, offsetof(Slot, tonnes), .fallback = "unlimited", .unit = "t",
     .range = &RANGE_TRAIN_TONNES, .zh = "牵引质量 限重",
     .doc = "Greatest gross mass (cargo and tare) of each train."},
    {"cost", FIELD_GROUP, 0, .table = &slot_cost_table, .doc = "What running on the slot costs."},
    {"valid", FIELD_GROUP, 0, .table = &valid_table,
     .doc = "Dates of departure between which the slot runs, both included."},
    {"stops", FIELD_LIST, offsetof(Slot, stops), .table = &stop_table,
     .count_offset = offsetof(Slot, n_stops), .most = 100, .zh = "停站 经停",
     .doc = "Served stations on the way: boxes may load, unload and transfer there."},
    {"trains", FIELD_COUNT, offsetof(Slot, max_trains), .fallback = "1", .unit = "trains",
     .range = &RANGE_COUNT_FROM_ONE, .zh = "列数",
     .doc = "Different chains that may share one slot run."},
};

static void check_stops(Reader *reader, const Node *list, const Slot *slot) {
    StationId previous = slot->from;
    int64_t left = 0;
    double dist_km = 0;
    for (int i = 0; i < slot->n_stops; i++) {
        const Stop *stop = &slot->stops[i];
        const Node *map = list->items[i];
        if (stop->arrives_min <= left) {
            finding_error(reader->findings, place_of(map, "arrives"), FINDING_STOP_ARRIVES);
        }
        if (stop->departs_min < stop->arrives_min) {
            finding_error(reader->findings, place_of(map, "departs"), FINDING_STOP_DEPARTS);
        }
        if (stop->departs_min >= slot->runs_min) {
            finding_error(reader->findings, place_of(map, "departs"), FINDING_STOP_AFTER_END);
        }
        if (stop->dist_km <= dist_km || stop->dist_km >= slot->dist_km) {
            finding_error(reader->findings, place_of(map, "km"), FINDING_STOP_KM,
                          phrase_real(dist_km), phrase_real(slot->dist_km));
        }
        if (stop->at == previous || (i == slot->n_stops - 1 && stop->at == slot->to)) {
            finding_error(reader->findings, place_of(map, "at"), FINDING_STOP_AT,
                          reader->kase->stations[stop->at].code);
        }
        previous = stop->at;
        left = stop->departs_min;
        dist_km = stop->dist_km;
    }
}

static void slot_check(Reader *reader, const Node *map, void *row) {
    Slot *slot = row;
    section_check_ends(reader, map, slot->from, slot->to);
    if (slot->n_stops > 0) {
        check_stops(reader, node_get(map, "stops"), slot);
    }
    slot->trains_place = place_of(map, "trains");
    slot->rake =
        slot->rake_code == NULL ? -1 : codes_find(reader->codes[SECTION_RAKES], slot->rake_code);
}

const FieldTable slot_table = {
    .noun = A_SLOT,
    TABLE_FIELDS(SLOT_FIELDS),
    .size = sizeof(Slot),
    .place_offset = offsetof(Slot, place),
    .key_offset = OFFSET_NONE,
    .check = slot_check,
};
