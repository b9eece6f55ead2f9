/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says of every column of a train's manifest what it holds. */
#include "config/plan_folder/manifest_columns.h"

#include <stddef.h>

#define OF_EMPTIES "for empties"

const PlanColumn manifest_columns[MANIFEST_COLUMNS] = {
    [MANIFEST_BOOKING] = {"booking", "订舱号", COLUMN_TEXT, "Code of the booking.",
                          .empty = OF_EMPTIES},
    [MANIFEST_ITINERARY] = {"itinerary", "径路序号", COLUMN_COUNT,
                            "Its itinerary, as in `allocations.csv`; of empties their move."},
    [MANIFEST_CUSTOMER] = {"customer", "客户", COLUMN_TEXT, "Customer, as the booking has it.",
                           .empty = "where it names none, and " OF_EMPTIES},
    [MANIFEST_BOXES] = {"boxes", "箱量", COLUMN_COUNT, "Boxes that ride the train."},
    [MANIFEST_CONTAINER] = {"container", "箱型", COLUMN_TEXT, "Container type."},
    [MANIFEST_CARGO] = {"cargo", "货类", COLUMN_TEXT, "Cargo class.", .empty = OF_EMPTIES},
    [MANIFEST_TEU] = {"teu", "TEU", COLUMN_QUANTITY, "Their TEU.", .unit = "TEU",
                      .empty = OF_EMPTIES},
    [MANIFEST_TONNES] = {"tonnes", "总重吨", COLUMN_QUANTITY, "Their gross mass.", .unit = "tonnes",
                         .empty = OF_EMPTIES},
    [MANIFEST_BOARDS] = {"boards", "装车站", COLUMN_TEXT, "Station where they board."},
    [MANIFEST_DEPARTS] = {"departs", "发车时间", COLUMN_INSTANT, "The train's departure there."},
    [MANIFEST_LEAVES] = {"leaves", "卸车站", COLUMN_TEXT, "Station where they leave it."},
    [MANIFEST_ARRIVES] = {"arrives", "到达时间", COLUMN_INSTANT, "Its arrival there."},
    [MANIFEST_REMARK] = {"remark", "备注", COLUMN_TEXT, "Remark, as the booking has it.",
                         .empty = "where it has none, and " OF_EMPTIES},
};
