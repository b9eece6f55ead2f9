/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists the columns of carried_over.csv. */
#include <stddef.h>

#include "config/plan_folder/plan_columns.h"

const PlanColumn carry_columns[CARRY_COLUMNS] = {
    [CARRY_KIND] = {"kind", "类别", COLUMN_TEXT,
                    "`sold`, `box`, `empty`, `train`, `return`, `lease`, `sets` or `set`: see "
                    "[rolling.md](rolling.md#state)."},
    [CARRY_ID] = {"id", "编号", COLUMN_TEXT,
                  "Booking; container type of empties; line of a train; pool of wagon sets.",
                  .empty = "for `return` and `lease`"},
    [CARRY_ITINERARY] = {"itinerary", "径路序号", COLUMN_TEXT,
                         "Itinerary, or move of empties, of the plan that sent it off; `3.2` where "
                         "two plans numbered one alike.",
                         .empty = "but for `box` and `empty`"},
    [CARRY_SEQ] = {"seq", "序号", COLUMN_COUNT,
                   "Place of the leg along the itinerary or the train.",
                   .empty = "but for `box`, `empty` and `train`"},
    [CARRY_MODE] = {"mode", "方式", COLUMN_TEXT, "`train`, or the feeder's mode.",
                    .empty = "but for `box` and `empty`"},
    [CARRY_TRAIN] = {"train", "列车", COLUMN_TEXT,
                     "Name of the train, or of the reposition run; code of the feeder.",
                     .empty = "for `sold`, `return`, `lease` and `sets`"},
    [CARRY_SLOT] = {"slot", "运行线班次", COLUMN_TEXT, "Slot run of the leg.",
                    .empty = "for a feeder, and but for `box`, `empty` and `train`"},
    [CARRY_CONTAINER] = {"container", "箱型", COLUMN_TEXT, "Container type.",
                         .empty = "but for `box`, `empty`, `return` and `lease`"},
    [CARRY_CARGO] = {"cargo", "货类", COLUMN_TEXT, "Cargo class.", .empty = "but for `box`"},
    [CARRY_FROM] = {"from", "发站", COLUMN_TEXT, "Station where the leg begins.",
                    .empty = "but for `box`, `empty` and `train`"},
    [CARRY_TO] = {"to", "到站", COLUMN_TEXT,
                  "Station where the leg ends; that of the stock or the sets.",
                  .empty = "for `sold`"},
    [CARRY_DEPARTS] = {"departs", "发车时间", COLUMN_INSTANT, "Departure of the leg.",
                       .empty = "but for `box`, `empty` and `train`"},
    [CARRY_ARRIVES] = {"arrives", "到达时间", COLUMN_INSTANT,
                       "Arrival of the leg; when sets leave or are free; of `return` the day.",
                       .empty = "for `sold`, `lease` and `sets`"},
    [CARRY_BOXES] = {"boxes", "箱量", COLUMN_COUNT,
                     "Boxes; of `sets` the sets that stand there, of `set` the change.",
                     .empty = "for `train`"},
    [CARRY_TEU] = {"teu", "TEU", COLUMN_QUANTITY, "TEU of the boxes.", .unit = "TEU",
                   .empty = "but for `box` and `empty`"},
    [CARRY_TONNES] = {"tonnes", "吨数", COLUMN_QUANTITY, "Their gross weight.", .unit = "tonnes",
                      .empty = "but for `box` and `empty`"},
    [CARRY_REVENUE] = {"revenue", "收入", COLUMN_MONEY, "Revenue of a box.",
                       .empty = "but for `sold`"},
};
