/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Containers and wagon sets of our own, and the balance of the two directions. */
#include "config/sections/resources.h"

#include <stddef.h>

#include <glib.h>

#include "config/finding_codes.h"
#include "config/reader/reader_state.h"
#include "config/sections/common.h"

static const Field TURN_FIELDS[] = {
    {"load", FIELD_DURATION, offsetof(Equipment, turn_load_min), .fallback = "0",
     .range = &RANGE_TIME,
     .doc = "A container leaves the stock this long before its first departure."},
    {"unload", FIELD_DURATION, offsetof(Equipment, turn_unload_min), .fallback = "0",
     .range = &RANGE_TIME, .doc = "It is back in stock this long after its last arrival."},
};
static const FieldTable turn_table = {.noun = KEY_TURN,
                                      TABLE_FIELDS(TURN_FIELDS),
                                      .place_offset = OFFSET_NONE,
                                      .key_offset = OFFSET_NONE};

/* Maps by station with one value each: a table of a single field without a name. */
#define BY_STATION_TABLE(table_name, row, ...)                                                     \
    static const Field table_name##_field[] = {{NULL, __VA_ARGS__}};                               \
    static const FieldTable table_name = {.noun = A_VALUE,                                         \
                                          TABLE_FIELDS(table_name##_field),                        \
                                          .size = sizeof(row),                                     \
                                          .place_offset = OFFSET_NONE,                             \
                                          .key_offset = OFFSET_NONE}

BY_STATION_TABLE(stock_table, EquipmentAt, FIELD_COUNT, offsetof(EquipmentAt, stock),
                 .unit = "boxes", .range = &RANGE_COUNT);
BY_STATION_TABLE(storage_table, EquipmentAt, FIELD_NUMBER, offsetof(EquipmentAt, storage_cost),
                 .unit = "currency per box and day", .range = &RANGE_MONEY);
BY_STATION_TABLE(end_min_table, EquipmentAt, FIELD_COUNT, offsetof(EquipmentAt, end_min),
                 .unit = "boxes", .range = &RANGE_COUNT);
BY_STATION_TABLE(end_value_table, EquipmentAt, FIELD_NUMBER, offsetof(EquipmentAt, end_value),
                 .unit = "currency per box", .range = &RANGE_MONEY);
BY_STATION_TABLE(handling_table, EquipmentAt, FIELD_NUMBER,
                 offsetof(EquipmentAt, empty_handling_cost), .unit = "currency per box",
                 .range = &RANGE_MONEY);
BY_STATION_TABLE(sets_table, RakeSets, FIELD_COUNT, offsetof(RakeSets, sets), .unit = "sets",
                 .range = &RANGE_COUNT);

static const Field LEASE_FIELDS[] = {
    {"cost", FIELD_NUMBER, offsetof(EquipmentAt, lease_cost), .required = true,
     .unit = "currency per box", .range = &RANGE_MONEY, .doc = "Per box taken in."},
    {"boxes", FIELD_COUNT, offsetof(EquipmentAt, lease_boxes), .required = true, .unit = "boxes",
     .range = &RANGE_COUNT, .doc = "At most this many, on whichever days."},
};
static const FieldTable lease_table = {.noun = A_LEASE,
                                       TABLE_FIELDS(LEASE_FIELDS),
                                       .size = sizeof(EquipmentAt),
                                       .place_offset = OFFSET_NONE,
                                       .key_offset = OFFSET_NONE};

#define AT_STATIONS .offset = offsetof(Equipment, at), .count_offset = offsetof(Equipment, n_at)

static const Field EQUIPMENT_FIELDS[] = {
    {"stock", FIELD_BY_STATION, AT_STATIONS, .table = &stock_table,
     .doc = "Containers in stock at the start; a station not named has none."},
    {"turn", FIELD_GROUP, 0, .table = &turn_table, .doc = "Time to turn a container around."},
    {"storage", FIELD_BY_STATION, AT_STATIONS, .table = &storage_table,
     .doc = "Cost of each box in stock at the end of each day."},
    {"lease", FIELD_BY_STATION, AT_STATIONS, .table = &lease_table,
     .doc = "Containers that can be taken in."},
    {"end_min", FIELD_BY_STATION, AT_STATIONS, .table = &end_min_table,
     .doc = "Stock that must stand at the end of the tail."},
    {"end_value", FIELD_BY_STATION, AT_STATIONS, .table = &end_value_table,
     .doc = "What a box in stock is worth at the end of the tail."},
    {"empty_handling", FIELD_BY_STATION, AT_STATIONS, .table = &handling_table,
     .doc = "Cost of handling an empty at either end of its way."},
};

/** Notes where the numbers of each station stand. */
static void note_equipment_places(const Case *kase, const Node *map, Equipment *equipment) {
    for (int i = 0; i < equipment->n_at; i++) {
        EquipmentAt *at = &equipment->at[i];
        at->stock_place = place_within(map, "stock", kase->stations[at->station].code);
        at->end_min_place = place_within(map, "end_min", kase->stations[at->station].code);
    }
}

static void equipment_check(Reader *reader, const Node *map, void *row) {
    Equipment *equipment = row;
    const Node *end_value = node_get(map, "end_value");
    if (end_value != NULL && reader->kase->horizon.cyclic) {
        finding_error(reader->findings, end_value->place, FINDING_END_VALUE_CYCLIC);
    }
    equipment->n_at = section_pack_stations(equipment->at, equipment->n_at, sizeof *equipment->at);
    note_equipment_places(reader->kase, map, equipment);
}

const FieldTable equipment_table = {
    .noun = AN_EQUIPMENT,
    TABLE_FIELDS(EQUIPMENT_FIELDS),
    .size = sizeof(Equipment),
    .place_offset = offsetof(Equipment, place),
    .key_offset = offsetof(Equipment, container),
    .key_target = SECTION_CONTAINERS,
    .check = equipment_check,
};

static const Field REPOSITION_FIELDS[] = {
    {"from", FIELD_REF, offsetof(Reposition, from), .required = true, .target = SECTION_STATIONS,
     .zh = "发站", .doc = "Station that the sets leave."},
    {"to", FIELD_REF, offsetof(Reposition, to), .required = true, .target = SECTION_STATIONS,
     .zh = "到站", .doc = "Station that they come to."},
    {"takes", FIELD_DURATION, offsetof(Reposition, takes_min), .required = true,
     .range = &RANGE_SOME_TIME, .zh = "调拨时间", .doc = "Time until they are usable there."},
    {"cost", FIELD_NUMBER, offsetof(Reposition, cost), .fallback = "0", .unit = "currency per set",
     .range = &RANGE_MONEY, .zh = "费用", .doc = "Per set."},
};
static void reposition_check(Reader *reader, const Node *map, void *row) {
    const Reposition *reposition = row;
    section_check_ends(reader, map, reposition->from, reposition->to);
}

static const FieldTable reposition_table = {.noun = A_REPOSITION,
                                            TABLE_FIELDS(REPOSITION_FIELDS),
                                            .size = sizeof(Reposition),
                                            .place_offset = offsetof(Reposition, place),
                                            .key_offset = OFFSET_NONE,
                                            .check = reposition_check};

static const Field RAKE_FIELDS[] = {
    {"sets", FIELD_BY_STATION, .offset = offsetof(Rake, sets),
     .count_offset = offsetof(Rake, n_sets), .table = &sets_table,
     .doc = "Sets that stand at each station at the start; a station not named has none."},
    {"turn", FIELD_DURATION, offsetof(Rake, turn_min), .fallback = "0", .range = &RANGE_TIME,
     .doc = "A set is usable again this long after its arrival."},
    {"reposition", FIELD_LIST, offsetof(Rake, reposition), .table = &reposition_table,
     .count_offset = offsetof(Rake, n_reposition), .most = 1000,
     .doc = "Ways to move sets without a train, leaving at 00:00 of any day."},
};

static void rake_check(Reader *reader, const Node *map, void *row) {
    Rake *rake = row;
    rake->n_sets = section_pack_stations(rake->sets, rake->n_sets, sizeof *rake->sets);
    for (int i = 0; i < rake->n_sets; i++) {
        const Station *station = &reader->kase->stations[rake->sets[i].station];
        rake->sets[i].place = place_within(map, "sets", station->code);
    }
}

const FieldTable rake_table = {
    .noun = A_RAKE,
    TABLE_FIELDS(RAKE_FIELDS),
    .size = sizeof(Rake),
    .place_offset = offsetof(Rake, place),
    .key_offset = offsetof(Rake, code),
    .check = rake_check,
};

static const Field TRAINS_GOAL_FIELDS[] = {
    {"ratio", FIELD_NUMBER, offsetof(Balance, trains.ratio), .required = true,
     .range = &RANGE_RATIO, .zh = "列数比",
     .doc = "Return trains must reach this times outbound trains."},
    {"penalty", FIELD_NUMBER, offsetof(Balance, trains.penalty), .fallback = "unlimited",
     .unit = "currency per train", .range = &RANGE_MONEY, .zh = "列数罚金",
     .doc = "For each one short; absent: the rule is hard."},
};
static const FieldTable trains_goal_table = {.noun = KEY_TRAINS,
                                             TABLE_FIELDS(TRAINS_GOAL_FIELDS),
                                             .place_offset = OFFSET_NONE,
                                             .key_offset = OFFSET_NONE};

static const Field TEU_GOAL_FIELDS[] = {
    {"ratio", FIELD_NUMBER, offsetof(Balance, teu.ratio), .required = true, .range = &RANGE_RATIO,
     .zh = "箱量比", .doc = "Loaded TEU back must reach this times loaded TEU out."},
    {"penalty", FIELD_NUMBER, offsetof(Balance, teu.penalty), .fallback = "unlimited",
     .unit = "currency per TEU", .range = &RANGE_MONEY, .zh = "箱量罚金",
     .doc = "For each one short; absent: the rule is hard."},
};
static const FieldTable teu_goal_table = {.noun = KEY_TEU,
                                          TABLE_FIELDS(TEU_GOAL_FIELDS),
                                          .place_offset = OFFSET_NONE,
                                          .key_offset = OFFSET_NONE};

static const Word BALANCE_PERIODS[] = {
    {"horizon", PER_HORIZON, "over the whole horizon"},
    {"week", PER_WEEK, "in each week"},
    {NULL, 0, NULL},
};

static const Field BALANCE_FIELDS[] = {
    {"name", FIELD_LABEL, offsetof(Balance, name), .zh = "名称", .doc = "Name of the rule."},
    {"outbound", FIELD_PATTERN, offsetof(Balance, outbound), .required = true,
     .target = SECTION_LINES, .zh = "去程线路 去程", .doc = "Lines that count as outbound."},
    {"return", FIELD_PATTERN, offsetof(Balance, ret), .required = true, .target = SECTION_LINES,
     .zh = "回程线路 回程", .doc = "Lines that count as return."},
    {"trains", FIELD_GROUP, 0, .table = &trains_goal_table,
     .given_offset = offsetof(Balance, trains.given), .doc = "Rule on the number of trains."},
    {"teu", FIELD_GROUP, 0, .table = &teu_goal_table, .given_offset = offsetof(Balance, teu.given),
     .doc = "Rule on loaded TEU."},
    {"per", FIELD_WORD, offsetof(Balance, per), .fallback = "horizon", .words = BALANCE_PERIODS,
     .zh = "统计周期 周期", .doc = "What the ratio is taken over."},
};

static void balance_check(Reader *reader, const Node *map, void *row) {
    Balance *balance = row;
    balance->trains.place = place_within(map, "trains", "ratio");
    balance->teu.place = place_within(map, "teu", "ratio");
    if (!balance->trains.given && !balance->teu.given) {
        finding_error(reader->findings, map->place, FINDING_BALANCE_EMPTY);
    }
    if (balance->name == NULL) {
        char name[32];
        g_snprintf(name, sizeof name, "balance %d", (int)(balance - reader->kase->balance) + 1);
        balance->name = case_memory_text(reader->memory, name);
    }
}

const FieldTable balance_table = {
    .noun = A_BALANCE,
    TABLE_FIELDS(BALANCE_FIELDS),
    .size = sizeof(Balance),
    .place_offset = offsetof(Balance, place),
    .key_offset = OFFSET_NONE,
    .check = balance_check,
};
