/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slots: the catalogue of paths between stations. */
#include <stddef.h>

#include "config/finding_codes.h"
#include "config/reader/reader_state.h"
#include "config/sections/common.h"
#include "config/sections/network.h"

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
    {"arrives", FIELD_TRIP_TIME, offsetof(Stop, arrives), .required = true,
     .range = &RANGE_SOME_TIME, .zh = "到达",
     .doc = "Arrival, counted from the slot's departure, or by the clock at the stop."},
    {"departs", FIELD_TRIP_TIME, offsetof(Stop, departs), .required = true,
     .range = &RANGE_SOME_TIME, .zh = "出发", .doc = "Departure, likewise."},
    {"km", FIELD_NUMBER, offsetof(Stop, dist_km), .required = true, .unit = "km",
     .range = &RANGE_KM, .zh = "里程 公里", .doc = "Distance from the slot's start."},
};
static void stop_check(Reader *reader, const Node *map, void *row) {
    (void)reader;
    Stop *stop = row;
    stop->at_place = place_of(map, "at");
    stop->km_place = place_of(map, "km");
}

static const FieldTable stop_table = {.noun = A_STOP,
                                      TABLE_FIELDS(STOP_FIELDS),
                                      .size = sizeof(Stop),
                                      .place_offset = offsetof(Stop, place),
                                      .key_offset = OFFSET_NONE,
                                      .in_cell = true,
                                      .check = stop_check};

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
    {"runs", FIELD_DURATION, offsetof(Slot, arrives.after_min), .in_every_list = true,
     .instead = "arrives", .range = &RANGE_SOME_TIME, .zh = "运行时间",
     .doc = "Running time from start to end. Required where there is no `arrives`."},
    {"arrives", FIELD_CLOCK, offsetof(Slot, arrives), .zh = "到达时间 终到时间",
     .doc =
         "In place of `runs`: time of the clock at `to`, so many days after the day of departure "
         "at `from`. How long a run takes follows, with any clock change on the way."},
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
    {"every", FIELD_GROUP, offsetof(Slot, every), .table = &every_table,
     .doc = "Weeks in which the slot runs; absent: every week."},
    {"closed", FIELD_CLOSED, offsetof(Slot, closed), .zh = "停运日期 停运",
     .doc = "Days, local at `from`, on which no run departs from there."},
    {"stops", FIELD_LIST, offsetof(Slot, stops), .table = &stop_table,
     .count_offset = offsetof(Slot, n_stops), .most = 100, .zh = "停站 经停",
     .doc = "Served stations on the way: boxes may load, unload and transfer there."},
    {"trains", FIELD_COUNT, offsetof(Slot, max_trains), .fallback = "1", .unit = "trains",
     .range = &RANGE_COUNT_FROM_ONE, .zh = "列数",
     .doc = "Different chains that may share one slot run."},
};

/** Offsets of stops, one after another; what is said by the clock shows run by run. */
static void check_offsets(Reader *reader, const Slot *slot, int i) {
    const Stop *stop = &slot->stops[i];
    const TripTime *left = i > 0 ? &slot->stops[i - 1].departs : NULL;
    if (!stop->arrives.by_clock && (left == NULL || !left->by_clock) &&
        stop->arrives.after_min <= (left == NULL ? 0 : left->after_min)) {
        finding_error(reader->findings, stop->arrives.place, FINDING_STOP_ARRIVES);
    }
    if (!stop->arrives.by_clock && !stop->departs.by_clock &&
        stop->departs.after_min < stop->arrives.after_min) {
        finding_error(reader->findings, stop->departs.place, FINDING_STOP_DEPARTS);
    }
    if (!slot->arrives.by_clock && !stop->departs.by_clock &&
        stop->departs.after_min >= slot->arrives.after_min) {
        finding_error(reader->findings, stop->departs.place, FINDING_STOP_AFTER_END);
    }
}

static void check_stops(Reader *reader, const Slot *slot) {
    StationId previous = slot->from;
    double dist_km = 0;
    for (int i = 0; i < slot->n_stops; i++) {
        const Stop *stop = &slot->stops[i];
        check_offsets(reader, slot, i);
        if (stop->dist_km <= dist_km || stop->dist_km >= slot->dist_km) {
            finding_error(reader->findings, stop->km_place, FINDING_STOP_KM, phrase_real(dist_km),
                          phrase_real(slot->dist_km));
        }
        if (stop->at == previous || (i == slot->n_stops - 1 && stop->at == slot->to)) {
            finding_error(reader->findings, stop->at_place, FINDING_STOP_AT,
                          reader->kase->stations[stop->at].code);
        }
        previous = stop->at;
        dist_km = stop->dist_km;
    }
}

static void slot_check(Reader *reader, const Node *map, void *row) {
    Slot *slot = row;
    section_check_ends(reader, map, slot->from, slot->to);
    section_check_arrival(reader, map, "runs", &slot->arrives);
    if (slot->n_stops > 0) {
        check_stops(reader, slot);
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
