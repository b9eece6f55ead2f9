/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines, the trains given by hand, and the rules on how full trains are. */
#include "config/sections/trains.h"

#include <stddef.h>

#include "config/finding_codes.h"
#include "config/reader/reader_state.h"
#include "config/sections/common.h"

static const Word DIRECTIONS[] = {
    {"outbound", DIRECTION_OUTBOUND, "from China (去程)"},
    {"return", DIRECTION_RETURN, "to China (回程)"},
    {NULL, 0, NULL},
};

static const Field PER_WEEK_FIELDS[] = {
    {"min", FIELD_COUNT, offsetof(Line, min_trains_per_week), .fallback = "0", .unit = "trains",
     .range = &RANGE_COUNT, .doc = "Least number of departures in each week."},
    {"max", FIELD_COUNT, offsetof(Line, max_trains_per_week), .fallback = "unlimited",
     .unit = "trains", .range = &RANGE_COUNT, .doc = "Greatest number of departures in each week."},
};
static void per_week_check(Reader *reader, const Node *map, void *row) {
    const Line *line = row;
    if (line->min_trains_per_week > line->max_trains_per_week) {
        finding_error(reader->findings, place_of(map, "min"), FINDING_MIN_ABOVE_MAX,
                      line->max_trains_per_week);
    }
}

static const FieldTable per_week_table = {.noun = KEY_TRAINS_PER_WEEK,
                                          TABLE_FIELDS(PER_WEEK_FIELDS),
                                          .size = sizeof(Line),
                                          .place_offset = OFFSET_NONE,
                                          .key_offset = OFFSET_NONE,
                                          .check = per_week_check};

static const Field LINE_FIELDS[] = {
    {"name", FIELD_NAME, offsetof(Line, name), .doc = "Name, or names by language."},
    {"direction", FIELD_WORD, offsetof(Line, direction), .words = DIRECTIONS,
     .doc = "Counts in the figures of this direction; absent: of neither."},
    {"route", FIELD_REFS, offsetof(Line, route), .target = SECTION_STATIONS,
     .count_offset = offsetof(Line, n_route), .most = 100,
     .doc =
         "Ends of the slots of its trains in order, without their stops. Required where the line "
         "has no trains of its own."},
    {"trains_per_week", FIELD_GROUP, 0, .table = &per_week_table,
     .doc = "How many trains of the line depart in each week."},
    {"max_transit", FIELD_DURATION, offsetof(Line, max_transit_min), .fallback = "unlimited",
     .range = &RANGE_SOME_TIME, .doc = "Greatest time from first departure to last arrival."},
    {"regular", FIELD_FLAG, offsetof(Line, regular), .fallback = "false",
     .doc = "The same slots on the same weekdays in every week."},
    {"cost", FIELD_NUMBER, offsetof(Line, cost_per_train), .fallback = "0",
     .unit = "currency per train", .range = &RANGE_MONEY,
     .doc = "Once per train, on top of the cost of its slots."},
};

static void line_check(Reader *reader, const Node *map, void *row) {
    Line *line = row;
    line->min_place = place_within(map, "trains_per_week", "min");
    line->max_place = place_within(map, "trains_per_week", "max");
    line->regular_place = place_of(map, "regular");
    if (line->route == NULL) {
        return;
    }
    const Node *route = node_as_list(node_get(map, "route"));
    if (line->n_route < 2) {
        finding_error(reader->findings, route->place, FINDING_ROUTE_SHORT);
    }
    for (int i = 1; i < line->n_route; i++) {
        if (line->route[i] == line->route[i - 1]) {
            finding_error(reader->findings, route->items[i]->place, FINDING_ROUTE_REPEATS,
                          reader->kase->stations[line->route[i]].code);
        }
    }
}

const FieldTable line_table = {
    .noun = A_LINE,
    TABLE_FIELDS(LINE_FIELDS),
    .size = sizeof(Line),
    .place_offset = offsetof(Line, place),
    .key_offset = offsetof(Line, code),
    .check = line_check,
};

static const Word RUNS[] = {
    {"always", 0, "in every week of the horizon"},
    {"optional", 1, "the plan decides, week by week"},
    {NULL, 0, NULL},
};

static const Field TRAIN_FIELDS[] = {
    {"id", FIELD_CODE, offsetof(Train, code), .required = true, .zh = "编号 车次",
     .doc = "Code of the train."},
    {"line", FIELD_REF, offsetof(Train, line), .required = true, .target = SECTION_LINES,
     .zh = "线路 班列线", .doc = "Line that the train belongs to."},
    {"slots", FIELD_REFS, offsetof(Train, slots), .required = true, .target = SECTION_SLOTS,
     .count_offset = offsetof(Train, n_slots), .places_offset = offsetof(Train, slot_places),
     .most = 100, .zh = "运行线",
     .doc = "Chain of slots, each starting where the one before ends."},
    {"departs", FIELD_DAYS, offsetof(Train, on_day), .fallback = "all", .zh = "开行日",
     .doc = "Days of the week on which it departs; absent: all days of its first slot."},
    {"runs", FIELD_CHOICE, offsetof(Train, optional), .fallback = "always", .words = RUNS,
     .zh = "开行方式", .doc = "Whether it runs in every week."},
};

/** Tells a day of departure on which the first slot of a train never leaves. */
static void train_check(Reader *reader, const Node *map, void *row) {
    Train *train = row;
    train->runs_place = place_of(map, "runs");
    if (node_get(map, "departs") == NULL) {
        return;
    }
    static const char *const DAYS[] = {"", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    const Slot *first = &reader->kase->slots[train->slots[0]];
    bool on_day[8] = {false};
    for (int i = 0; i < first->n_departs; i++) {
        on_day[first->departs[i].weekday] = true;
    }
    for (int day = 1; day <= 7; day++) {
        if (train->on_day[day] && !on_day[day] && first->n_departs > 0) {
            finding_warning(reader->findings, place_of(map, "departs"), FINDING_DAY_IDLE,
                            first->code, DAYS[day]);
        }
    }
}

const FieldTable train_table = {
    .noun = A_TRAIN,
    TABLE_FIELDS(TRAIN_FIELDS),
    .size = sizeof(Train),
    .place_offset = offsetof(Train, place),
    .key_offset = OFFSET_NONE,
    .check = train_check,
};

static const Word PERIODS[] = {
    {"train", PER_TRAIN, "each train that runs"},
    {"week", PER_WEEK, "the line's trains of a week together"},
    {"horizon", PER_HORIZON, "all trains of the line together"},
    {NULL, 0, NULL},
};

static const Field LOAD_FACTOR_FIELDS[] = {
    {"lines", FIELD_PATTERN, offsetof(LoadFactor, lines), .required = true, .target = SECTION_LINES,
     .zh = "线路", .doc = "Lines that the rule is for."},
    {"offered", FIELD_NUMBER, offsetof(LoadFactor, offered), .fallback = "1",
     .range = &RANGE_POSITIVE_SHARE, .zh = "可用比例",
     .doc =
         "Share of each slot's `teu + upper_teu` that may be used, by loaded boxes and empties."},
    {"min", FIELD_NUMBER, offsetof(LoadFactor, min), .fallback = "0", .range = &RANGE_SHARE,
     .zh = "最低满载率 满载率", .doc = "Least load factor: loaded TEU·km over offered TEU·km."},
    {"per", FIELD_WORD, offsetof(LoadFactor, per), .fallback = "train", .words = PERIODS,
     .zh = "统计周期 周期", .doc = "What the minimum is taken over."},
};

static void load_factor_check(Reader *reader, const Node *map, void *row) {
    (void)reader;
    LoadFactor *rule = row;
    rule->min_place = place_of(map, "min");
}

const FieldTable load_factor_table = {
    .noun = A_LOAD_FACTOR,
    TABLE_FIELDS(LOAD_FACTOR_FIELDS),
    .size = sizeof(LoadFactor),
    .place_offset = offsetof(LoadFactor, place),
    .key_offset = OFFSET_NONE,
    .check = load_factor_check,
};
