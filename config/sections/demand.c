/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Containers, cargo classes, bookings, and the feeders that bring them. */
#include "config/sections/demand.h"

#include <stddef.h>

#include "config/finding_codes.h"
#include "config/reader/reader_scalars.h"
#include "config/reader/reader_words.h"
#include "config/sections/common.h"

static const Field CONTAINER_FIELDS[] = {
    {"teu", FIELD_NUMBER, offsetof(Container, teu), .required = true, .unit = "TEU",
     .range = &RANGE_BOX_TEU, .doc = "Size. Built-in types keep theirs where it is absent."},
    {"tare", FIELD_NUMBER, offsetof(Container, tare_t), .fallback = "0", .unit = "t",
     .range = &RANGE_BOX_TONNES,
     .doc = "Mass of the empty container. Built-in types keep theirs where it is absent."},
    {"stackable", FIELD_FLAG, offsetof(Container, stackable), .fallback = "false",
     .doc = "May stand on the second level of a double-stack train."},
};

static const Container CONTAINER_PRESETS[] = {
    {.code = "20GP", .teu = 1, .tare_t = 2.2}, {.code = "40GP", .teu = 2, .tare_t = 3.8},
    {.code = "40HC", .teu = 2, .tare_t = 3.9}, {.code = "45HC", .teu = 2.25, .tare_t = 4.8},
    {.code = "40RF", .teu = 2, .tare_t = 4.8},
};

static void container_check(Reader *reader, const Node *map, void *row) {
    const Container *container = row;
    bool built_in = container < reader->kase->containers + container_table.n_presets;
    if (!built_in && node_get(map, "tare") == NULL) {
        finding_warning(reader->findings, map->place, FINDING_NO_TARE, container->code);
    }
}

const FieldTable container_table = {
    .noun = A_CONTAINER,
    TABLE_FIELDS(CONTAINER_FIELDS),
    .size = sizeof(Container),
    .place_offset = offsetof(Container, place),
    .key_offset = offsetof(Container, code),
    .presets = CONTAINER_PRESETS,
    .n_presets = sizeof CONTAINER_PRESETS / sizeof CONTAINER_PRESETS[0],
    .check = container_check,
};

static const Field AVOID_FIELDS[] = {
    {"stations", FIELD_PATTERN, offsetof(Cargo, avoid_stations), .target = SECTION_STATIONS,
     .doc = "Stations, by code."},
    {"countries", FIELD_PATTERN, offsetof(Cargo, avoid_countries), .target = SECTION_COUNTRIES,
     .doc = "Stations, by their `country`."},
    {"slots", FIELD_PATTERN, offsetof(Cargo, avoid_slots), .target = SECTION_SLOTS,
     .doc = "Slots, by code."},
};
static const FieldTable avoid_table = {.noun = KEY_AVOID,
                                       TABLE_FIELDS(AVOID_FIELDS),
                                       .place_offset = OFFSET_NONE,
                                       .key_offset = OFFSET_NONE};

static const Field CARGO_FIELDS[] = {
    {"name", FIELD_NAME, offsetof(Cargo, name), .doc = "Name, or names by language."},
    {"max_boxes_per_train", FIELD_COUNT, offsetof(Cargo, max_boxes_per_train),
     .fallback = "unlimited", .unit = "boxes", .range = &RANGE_COUNT,
     .doc = "Greatest number of boxes of the class on one train."},
    {"avoid", FIELD_GROUP, 0, .table = &avoid_table,
     .doc = "The class may not travel on these slots, nor load, unload, transfer or pass at these "
            "stations."},
    {"containers", FIELD_REF_SET, offsetof(Cargo, containers), .target = SECTION_CONTAINERS,
     .doc = "Container types that the class may use; absent: any."},
    {"apart_from", FIELD_REFS, offsetof(Cargo, apart_from), .target = SECTION_CARGO,
     .count_offset = offsetof(Cargo, n_apart_from),
     .doc = "Classes that may not use the same train run. Said on one side, it holds both ways."},
};

static const Cargo CARGO_PRESETS[] = {{.code = "general", .max_boxes_per_train = NO_LIMIT}};

static void cargo_check(Reader *reader, const Node *map, void *row) {
    Cargo *cargo = row;
    const Node *apart = node_get(map, "apart_from");
    cargo->max_boxes_place = place_of(map, "max_boxes_per_train");
    if (apart != NULL) {
        cargo->apart_place = apart->place;
    }
    for (int i = 0; i < cargo->n_apart_from; i++) {
        if (cargo == &reader->kase->cargo[cargo->apart_from[i]]) {
            finding_error(reader->findings, node_as_list(apart)->items[i]->place,
                          FINDING_APART_FROM_ITSELF, cargo->code);
        }
    }
    const Node *containers = node_get(map, "containers");
    if (containers != NULL && node_as_list(containers)->count == 0) {
        finding_error(reader->findings, containers->place, FINDING_ENTRY_OR_OUT, "containers");
    }
}

const FieldTable cargo_table = {
    .noun = A_CARGO,
    TABLE_FIELDS(CARGO_FIELDS),
    .size = sizeof(Cargo),
    .place_offset = offsetof(Cargo, place),
    .key_offset = offsetof(Cargo, code),
    .presets = CARGO_PRESETS,
    .n_presets = 1,
    .check = cargo_check,
};

static const Field LATE_FIELDS[] = {
    {"per_day", FIELD_NUMBER, offsetof(Demand, late_cost_per_day), .fallback = "0",
     .unit = "currency per box and day", .range = &RANGE_MONEY, .zh = "延误罚金",
     .doc = "Cost of lateness, pro rata by the minute."},
    {"max", FIELD_DURATION, offsetof(Demand, late_max_min), .required = true, .range = &RANGE_TIME,
     .zh = "最大延误", .doc = "Greatest lateness."},
};
static const FieldTable late_table = {.noun = KEY_LATE,
                                      TABLE_FIELDS(LATE_FIELDS),
                                      .place_offset = OFFSET_NONE,
                                      .key_offset = OFFSET_NONE};

static const Word OWNERS[] = {
    {"carrier", OWNER_CARRIER, "a container of ours, see `equipment`"},
    {"shipper", OWNER_SHIPPER, "not one of ours"},
    {"COC", OWNER_CARRIER, "as carrier"},
    {"SOC", OWNER_SHIPPER, "as shipper"},
    {NULL, 0, NULL},
};

static const Field TIER_FIELDS[] = {
    {"boxes", FIELD_COUNT, offsetof(Tier, boxes), .required = true, .unit = "boxes",
     .range = &RANGE_COUNT_FROM_ONE, .zh = "箱量 箱数", .doc = "Boxes at this price."},
    {"revenue", FIELD_NUMBER, offsetof(Tier, revenue_per_box), .required = true,
     .unit = "currency per box", .range = &RANGE_MONEY, .zh = "运价 运费",
     .doc = "Per box delivered."},
};
static const FieldTable tier_table = {.noun = A_TIER,
                                      TABLE_FIELDS(TIER_FIELDS),
                                      .size = sizeof(Tier),
                                      .place_offset = offsetof(Tier, place),
                                      .key_offset = OFFSET_NONE};

static const Field DEMAND_FIELDS[] = {
    {"id", FIELD_CODE, offsetof(Demand, code), .required = true, .zh = "订舱号 编号",
     .doc = "Code of the booking."},
    {"from", FIELD_REF, offsetof(Demand, from), .required = true, .target = SECTION_STATIONS,
     .zh = "发站 起运站", .doc = "Station where the boxes are ready."},
    {"to", FIELD_REF, offsetof(Demand, to), .required = true, .target = SECTION_STATIONS,
     .zh = "到站 目的站", .doc = "Station where they are due."},
    {"boxes", FIELD_COUNT, OFFSET_NONE, .in_every_list = true, .unit = "boxes",
     .range = &RANGE_COUNT_FROM_ONE, .zh = "箱量 箱数",
     .doc = "How many boxes. Required where there are no `tiers`."},
    {"container", FIELD_REF, offsetof(Demand, container), .required = true,
     .target = SECTION_CONTAINERS, .zh = "箱型", .doc = "Container type."},
    {"cargo", FIELD_REF, offsetof(Demand, cargo), .target = SECTION_CARGO, .fallback = "general",
     .zh = "货类 品类", .doc = "Cargo class."},
    {"tonnes", FIELD_NUMBER, offsetof(Demand, tonnes_per_box), .fallback = "0", .unit = "t per box",
     .range = &RANGE_BOX_TONNES, .zh = "单箱货重 货重",
     .doc = "Cargo mass of one box, without its tare."},
    {"ready", FIELD_INSTANT, offsetof(Demand, ready), .required = true,
     .zone_offset = offsetof(Demand, from), .zh = "货好时间 备妥时间",
     .doc = "When the boxes are ready, local at `from`; a date alone: its first minute."},
    {"due", FIELD_INSTANT, offsetof(Demand, due), .required = true,
     .zone_offset = offsetof(Demand, to), .last_minute = true, .zh = "最晚到达 交货期",
     .doc = "When they have to be delivered, local at `to`; a date alone: its last minute."},
    {"revenue", FIELD_NUMBER, OFFSET_NONE, .in_every_list = true, .unit = "currency per box",
     .range = &RANGE_MONEY, .zh = "运价 运费",
     .doc = "Per box delivered. Required where there are no `tiers`."},
    {"late", FIELD_GROUP, 0, .table = &late_table,
     .doc = "Delivery after `due` at a price; absent: not allowed."},
    {"unserved", FIELD_NUMBER, offsetof(Demand, unserved_cost_per_box), .fallback = "0",
     .unit = "currency per box", .range = &RANGE_MONEY, .zh = "甩箱罚金",
     .doc = "Per box left behind."},
    {"must", FIELD_FLAG, offsetof(Demand, must), .fallback = "false", .zh = "必保",
     .doc = "All boxes have to travel."},
    {"owner", FIELD_WORD, offsetof(Demand, owner), .fallback = "carrier", .words = OWNERS,
     .zh = "箱属", .doc = "Whose containers they are."},
    {"tiers", FIELD_LIST, offsetof(Demand, tiers), .table = &tier_table,
     .count_offset = offsetof(Demand, n_tiers), .most = 100, .zh = "分档运价",
     .doc = "Boxes at several prices, in place of `boxes` and `revenue`."},
    {"customer", FIELD_TEXT, offsetof(Demand, customer), .zh = "客户",
     .doc = "Whose boxes they are; handed through to the plan's files."},
    {"remark", FIELD_TEXT, offsetof(Demand, remark), .zh = "备注",
     .doc = "Handed through likewise."},
};

/** Makes the one tier of a booking that has none written. */
static void single_tier(Reader *reader, const Node *map, Demand *demand) {
    const Node *boxes = node_get(map, "boxes");
    const Node *revenue = node_get(map, "revenue");
    if (boxes == NULL || revenue == NULL) {
        finding_error(reader->findings, map->place, FINDING_BOOKING_LACKS,
                      boxes == NULL ? "boxes" : "revenue");
        return;
    }
    Tier *tier = case_memory_array(reader->memory, 1, sizeof *tier);
    tier->place = boxes->place;
    /* Both were read without a fault before. */
    reader_read_scalar(reader, table_field(&demand_table, "boxes"), boxes, NULL, &tier->boxes);
    reader_read_scalar(reader, table_field(&demand_table, "revenue"), revenue, NULL,
                       &tier->revenue_per_box);
    demand->tiers = tier;
    demand->n_tiers = 1;
}

static void booking_check(Reader *reader, const Node *map, void *row) {
    Demand *demand = row;
    const Node *tiers = node_get(map, "tiers");
    demand->due_place = place_of(map, "due");
    demand->ready_place = place_of(map, "ready");
    demand->tonnes_place = place_of(map, "tonnes");
    demand->must_place = place_of(map, "must");
    demand->tiered = tiers != NULL;
    section_check_ends(reader, map, demand->from, demand->to);
    if (tiers == NULL) {
        single_tier(reader, map, demand);
    } else {
        static const char *const INSTEAD[] = {"boxes", "revenue"};
        for (int i = 0; i < 2; i++) {
            if (node_get(map, INSTEAD[i]) != NULL) {
                finding_error(reader->findings, place_of(map, INSTEAD[i]), FINDING_BESIDE_TIERS,
                              INSTEAD[i]);
            }
        }
        if (demand->n_tiers == 0) {
            finding_error(reader->findings, tiers->place, FINDING_NEEDS_ENTRY, "tiers");
        }
    }
    bool dated = reader->kase->stations[demand->from].zone != NULL &&
                 reader->kase->stations[demand->to].zone != NULL;
    if (dated && demand->due < demand->ready) {
        finding_error(reader->findings, demand->due_place, FINDING_DUE_BEFORE_READY);
    }
}

const FieldTable demand_table = {
    .noun = A_BOOKING,
    TABLE_FIELDS(DEMAND_FIELDS),
    .size = sizeof(Demand),
    .place_offset = offsetof(Demand, place),
    .key_offset = OFFSET_NONE,
    .check = booking_check,
};
