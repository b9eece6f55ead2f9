/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeders: what brings boxes to trains and takes them on. */
#include <stddef.h>

#include "config/finding_codes.h"
#include "config/reader/reader_state.h"
#include "config/sections/common.h"
#include "config/sections/demand.h"

static const Word FEEDER_MODES[] = {
    {"road", 0, "lorry"},          {"rail", 0, "collecting train"}, {"sea", 0, "ship"},
    {"barge", 0, "inland vessel"}, {"air", 0, "aircraft"},          {NULL, 0, NULL},
};

static const Field FEEDER_FIELDS[] = {
    {"id", FIELD_CODE, offsetof(Feeder, code), .required = true, .zh = "编号 集运编号",
     .doc = "Code of the feeder."},
    {"mode", FIELD_KEYWORD, offsetof(Feeder, mode), .required = true, .words = FEEDER_MODES,
     .zh = "运输方式", .doc = "What it runs on."},
    {"from", FIELD_REF, offsetof(Feeder, from), .required = true, .target = SECTION_STATIONS,
     .zh = "发站 起运站", .doc = "Station where it starts."},
    {"to", FIELD_REF, offsetof(Feeder, to), .required = true, .target = SECTION_STATIONS,
     .zh = "到站 目的站", .doc = "Station where it ends."},
    {"takes", FIELD_DURATION, offsetof(Feeder, arrives.after_min), .in_every_list = true,
     .instead = "arrives", .range = &RANGE_SOME_TIME, .zh = "运行时间 在途时间",
     .doc = "Time from start to end. Required where there is no `arrives`."},
    {"arrives", FIELD_CLOCK, offsetof(Feeder, arrives), .zh = "到达时间 终到时间",
     .doc =
         "In place of `takes`, with `departs`: time of the clock at `to`, so many days after the "
         "day of departure at `from`."},
    {"cost", FIELD_NUMBER, offsetof(Feeder, cost_per_box), .required = true,
     .unit = "currency per box", .range = &RANGE_MONEY, .zh = "单箱费用 费用", .doc = "Per box."},
    {"boxes_per_day", FIELD_COUNT, offsetof(Feeder, boxes_per_day), .fallback = "unlimited",
     .unit = "boxes", .range = &RANGE_COUNT, .zh = "日箱量 每日箱数",
     .doc = "Greatest number of boxes by day of departure, local at `from`."},
    {"departs", FIELD_WEEKLY, offsetof(Feeder, departs),
     .count_offset = offsetof(Feeder, n_departs), .zh = "开行时间 发车时间",
     .doc = "Weekly times of departure, local at `from`; absent: whenever a box is ready."},
    {"every", FIELD_GROUP, offsetof(Feeder, every), .table = &every_table,
     .doc = "With `departs`: weeks in which the feeder runs; absent: every week."},
    {"closed", FIELD_CLOSED, offsetof(Feeder, closed), .zh = "停运日期 停运",
     .doc =
         "Days, local at `from`, on which it does not depart; no other day comes in their place."},
};

static void feeder_check(Reader *reader, const Node *map, void *row) {
    Feeder *feeder = row;
    feeder->boxes_place = place_of(map, "boxes_per_day");
    section_check_ends(reader, map, feeder->from, feeder->to);
    section_check_arrival(reader, map, "takes", &feeder->arrives);
    static const char *const SCHEDULED[] = {"arrives", "every"};
    for (int i = 0; i < 2 && feeder->n_departs == 0; i++) {
        if (node_get(map, SCHEDULED[i]) != NULL) {
            finding_error(reader->findings, place_of(map, SCHEDULED[i]), FINDING_NEEDS_DEPARTS,
                          SCHEDULED[i]);
        }
    }
}

const FieldTable feeder_table = {
    .noun = A_FEEDER,
    TABLE_FIELDS(FEEDER_FIELDS),
    .size = sizeof(Feeder),
    .place_offset = offsetof(Feeder, place),
    .key_offset = OFFSET_NONE,
    .check = feeder_check,
};
