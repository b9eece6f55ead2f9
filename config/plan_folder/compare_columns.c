/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists the files of a comparison of plans, and says of every column what it holds. */
#include "config/plan_folder/compare_columns.h"

#include <stddef.h>

#define AGAINST "Letter of the plan that is compared with a: `b`, `c`, …"
#define NO_TRAIN_A "where the train is `added`"
#define NO_TRAIN_B "where the train is `dropped`"
#define NO_BOOKING_A "where a has no such booking"
#define NO_BOOKING_B "where b has no such booking"
#define WHY_MISSING "where a plan that it rests on is missing"

const char COMPARE_EMPTY_MODE[] = "empty";

const PlanWord compare_train_changes[N_TRAIN_CHANGES + 1] = {
    [TRAIN_SAME] = {"same", "Both plans run it: the same line, the same slot runs by name."},
    [TRAIN_MOVED] = {"moved",
                     "One of a only and one of b only, of one line and week (as each "
                     "plan counts weeks), taken for one train: "
                     "first those with the same first slot run are paired, then the others, in "
                     "order of departure."},
    [TRAIN_ADDED] = {"added", "Of b only, and left over."},
    [TRAIN_DROPPED] = {"dropped", "Of a only, and left over."},
    [N_TRAIN_CHANGES] = {NULL, NULL},
};

const PlanWord compare_booking_changes[N_BOXES_CHANGES + 1] = {
    [BOXES_SAME] = {"same", "As many boxes on the same itineraries."},
    [BOXES_REROUTED] = {"rerouted", "As many boxes, some on another itinerary."},
    [BOXES_GAINED] = {"gained", "b carries more boxes of it."},
    [BOXES_LOST] = {"lost", "b carries fewer."},
    [BOXES_ONLY_A] = {"only_a", "b has no such booking."},
    [BOXES_ONLY_B] = {"only_b", "a has none."},
    [N_BOXES_CHANGES] = {NULL, NULL},
};

static const PlanColumn kpi_columns[COMPARED_KPI_COLUMNS] = {
    [COMPARED_KPI] = {"kpi", "指标", COLUMN_TEXT,
                      "`objective`, `bound`, `gap`, then every figure of `kpi` in `summary.json`, "
                      "in its order, its keys joined by `_`: `cost_parts_train`."},
    [COMPARED_KPI_A] = {"a", "a", COLUMN_NUMBER, "Its value in the first plan.",
                        .empty = "where it has none"},
    [COMPARED_KPI_B] = {"b", "b", COLUMN_NUMBER,
                        "In the second; columns `c`, `d`, … follow where there are more plans.",
                        .empty = "likewise"},
    [COMPARED_KPI_DIFFERENCE] = {"difference", "差值", COLUMN_NUMBER, "b less a.",
                                 .empty = "where either has none"},
    [COMPARED_KPI_PERCENT] = {"percent", "变化百分比", COLUMN_RATIO,
                              "The difference as percent of the magnitude of a.",
                              .empty = "likewise, and where a is 0"},
};

static const PlanColumn compared_train_columns[COMPARED_TRAIN_COLUMNS] = {
    [COMPARED_TRAIN_PLAN] = {"plan", "方案", COLUMN_TEXT, AGAINST},
    [COMPARED_TRAIN_LINE] = {"line", "线路", COLUMN_TEXT, "Code of the line."},
    [COMPARED_TRAIN_WEEK] = {"week", "周次", COLUMN_COUNT,
                             "Week of the first departure, as a counts, else as b."},
    [COMPARED_TRAIN_CHANGE] = {"change", "变化", COLUMN_TEXT, "What has become of it.",
                               .words = compare_train_changes},
    [COMPARED_TRAIN_A] = {"train_a", "列车a", COLUMN_TEXT, "Its name in a.", .empty = NO_TRAIN_A},
    [COMPARED_TRAIN_B] = {"train_b", "列车b", COLUMN_TEXT, "Its name in b.", .empty = NO_TRAIN_B},
    [COMPARED_DEPARTS_A] = {"departs_a", "发车时间a", COLUMN_INSTANT, "First departure in a.",
                            .empty = NO_TRAIN_A},
    [COMPARED_DEPARTS_B] = {"departs_b", "发车时间b", COLUMN_INSTANT, "First departure in b.",
                            .empty = NO_TRAIN_B},
    [COMPARED_SHIFT_HOURS] = {"shift_hours", "移动小时", COLUMN_QUANTITY,
                              "How much later it departs in b; below 0: earlier.", .unit = "hours",
                              .empty = "where it is in one plan only"},
    [COMPARED_LOADED_TEU_A] = {"loaded_teu_a", "重箱TEU_a", COLUMN_RATIO,
                               "Loaded TEU in a, averaged over its km: TEU·km / km, of the legs "
                               "that `capacity.csv` has.",
                               .empty = NO_TRAIN_A ", or has no km"},
    [COMPARED_LOADED_TEU_B] = {"loaded_teu_b", "重箱TEU_b", COLUMN_RATIO, "Likewise in b.",
                               .empty = NO_TRAIN_B ", or has no km"},
    [COMPARED_MARGIN_A] = {"margin_a", "毛利a", COLUMN_MONEY, "Its margin in a.",
                           .empty = NO_TRAIN_A},
    [COMPARED_MARGIN_B] = {"margin_b", "毛利b", COLUMN_MONEY, "Its margin in b.",
                           .empty = NO_TRAIN_B},
};

static const PlanColumn compared_booking_columns[COMPARED_BOOKING_COLUMNS] = {
    [COMPARED_BOOKING_PLAN] = {"plan", "方案", COLUMN_TEXT, AGAINST},
    [COMPARED_BOOKING] = {"booking", "订舱号", COLUMN_TEXT, "Code of the booking."},
    [COMPARED_BOXES_A] = {"boxes_a", "箱量a", COLUMN_COUNT, "Its boxes in a, all tiers together.",
                          .empty = NO_BOOKING_A},
    [COMPARED_BOXES_B] = {"boxes_b", "箱量b", COLUMN_COUNT, "Likewise in b.",
                          .empty = NO_BOOKING_B},
    [COMPARED_CARRIED_A] = {"carried_a", "承运箱量a", COLUMN_COUNT, "Boxes that travel in a.",
                            .empty = NO_BOOKING_A},
    [COMPARED_CARRIED_B] = {"carried_b", "承运箱量b", COLUMN_COUNT, "Boxes that travel in b.",
                            .empty = NO_BOOKING_B},
    [COMPARED_REROUTED] =
        {"rerouted", "改径路箱量", COLUMN_COUNT,
         "Boxes that travel in both, on another itinerary: the fewer of those carried, less those "
         "that each itinerary has in both. An itinerary is the same with the same trains (same "
         "line, same slot runs), stations and feeder departures."},
    [COMPARED_BOOKING_CHANGE] = {"change", "变化", COLUMN_TEXT,
                                 "What has become of it; of several the first that holds: "
                                 "`only_a`, `only_b`, `gained`, `lost`, `rerouted`, `same`.",
                                 .words = compare_booking_changes},
};

static const PlanColumn flow_columns[COMPARED_FLOW_COLUMNS] = {
    [COMPARED_FLOW_PLAN] = {"plan", "方案", COLUMN_TEXT, AGAINST},
    [COMPARED_FLOW_MODE] = {"mode", "方式", COLUMN_TEXT,
                            "`train`, or the feeder's mode; `empty`: empties on trains."},
    [COMPARED_FLOW_FROM] = {"from", "区段起点", COLUMN_TEXT, "Station where the leg begins."},
    [COMPARED_FLOW_TO] = {"to", "区段终点", COLUMN_TEXT, "Station where it ends."},
    [COMPARED_TEU_A] = {"teu_a", "TEU_a", COLUMN_QUANTITY, "TEU on it in a, all departures.",
                        .unit = "TEU"},
    [COMPARED_TEU_B] = {"teu_b", "TEU_b", COLUMN_QUANTITY, "Likewise in b.", .unit = "TEU"},
};

static const PlanColumn compared_price_columns[COMPARED_PRICE_COLUMNS] = {
    [COMPARED_PRICE_PLAN] = {"plan", "方案", COLUMN_TEXT, AGAINST},
    [COMPARED_PRICE_ROW] = {"row", "约束行", COLUMN_TEXT,
                            "What is priced: the cells of `prices.csv` before the price, a blank "
                            "between them."},
    [COMPARED_PRICE_A] = {"price_a", "影子价格a", COLUMN_PRICE, "Its price in a.",
                          .empty = "where a has no price of it"},
    [COMPARED_PRICE_B] = {"price_b", "影子价格b", COLUMN_PRICE, "Its price in b.",
                          .empty = "where b has none"},
};

static const PlanColumn why_columns[COMPARED_WHY_COLUMNS] = {
    [COMPARED_WHY] =
        {"difference", "差异", COLUMN_TEXT,
         "A change of b that a has not, with its number in the `changes.yaml` of b, or "
         "one of a that b has not, `without a 1 …`: made as in b it is left out. Those "
         "of b first, each in its order; at the end `total` and `interaction`."},
    [COMPARED_WHY_ALONE] = {"alone", "单独影响", COLUMN_NUMBER,
                            "What the objective gains where this is made as in b and all else is "
                            "as in a; of `total` where all are made; of `interaction` the total "
                            "less the sum of the rows above it.",
                            .empty = WHY_MISSING},
    [COMPARED_WHY_LAST] = {"last", "最后影响", COLUMN_NUMBER,
                           "What it gains where all else is as in b, and this is made last.",
                           .empty = WHY_MISSING ", and of `total` and `interaction`"},
    [COMPARED_WHY_LOW] = {"low", "下限", COLUMN_NUMBER,
                          "No less is the figure in `alone` of the best plans there are: each of "
                          "the plans that it rests on is worth its objective at least, and its "
                          "bound at most.",
                          .empty = WHY_MISSING ", or has no proven bound"},
    [COMPARED_WHY_HIGH] = {"high", "上限", COLUMN_NUMBER, "No more is it, likewise.",
                           .empty = "likewise"},
};

static const CompareFile COMPARE_FILES[COMPARE_TABLES] = {
    [COMPARE_KPI] = {"kpi.csv", "figure of the plans as a whole", kpi_columns,
                     COMPARED_KPI_COLUMNS},
    [COMPARE_TRAINS] = {"trains.csv",
                        "train that either plan runs, those under way among them; by line, week, "
                        "departure and name",
                        compared_train_columns, COMPARED_TRAIN_COLUMNS},
    [COMPARE_BOOKINGS] = {"bookings.csv", "booking of either plan", compared_booking_columns,
                          COMPARED_BOOKING_COLUMNS},
    [COMPARE_FLOWS] = {"flows.csv",
                       "mode and pair of stations between which either plan moves boxes on one leg",
                       flow_columns, COMPARED_FLOW_COLUMNS},
    [COMPARE_PRICES] = {"prices.csv",
                        "row of `prices.csv` of either plan, where both have that "
                        "file with the same columns",
                        compared_price_columns, COMPARED_PRICE_COLUMNS},
    [COMPARE_WHY] =
        {"why.csv",
         "difference of the cases of a and b, with `--why` alone, and for what they come "
         "to together",
         why_columns, COMPARED_WHY_COLUMNS},
};

const CompareFile *compare_file(CompareTableId id) {
    return &COMPARE_FILES[id];
}
