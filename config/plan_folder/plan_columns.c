/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says of every column of a plan's CSV files what it holds. */
#include "config/plan_folder/plan_columns.h"

#include <stddef.h>

#include "config/plan_folder/plan_words.h"

#define NO_PRICES "where the run came to no prices"
#define RELAXED "with `--relax`"

const PlanColumn train_columns[TRAIN_COLUMNS] = {
    [TRAIN_NAME] = {"train", "列车", COLUMN_TEXT,
                    "Its name in all files: its code, or its line's, and the date of its first "
                    "departure; `.2`, `.3` after that where several leave on one day."},
    [TRAIN_LINE] = {"line", "线路", COLUMN_TEXT, "Code of its line."},
    [TRAIN_DIRECTION] = {"direction", "方向", COLUMN_TEXT, "Which way its line goes.",
                         .empty = "where its line has none", .words = plan_directions},
    [TRAIN_WEEK] = {"week", "周次", COLUMN_COUNT,
                    "Week of its first departure; the first week is 0, those of trains under way "
                    "are -1, -2, …"},
    [TRAIN_RUNS] =
        {"runs", "开行", COLUMN_TEXT,
         "Whether it runs; figures of one that is under way are of its legs that are not "
         "over, money of boxes of this plan.",
         .words = plan_train_states},
    [TRAIN_DEPARTS] = {"departs", "发车时间", COLUMN_INSTANT, "Departure from its first station."},
    [TRAIN_ARRIVES] = {"arrives", "到达时间", COLUMN_INSTANT, "Arrival at its last station."},
    [TRAIN_TRANSIT_HOURS] = {"transit_hours", "全程小时", COLUMN_HOURS,
                             "From its first departure to its last arrival."},
    [TRAIN_SLOTS] = {"slots", "运行线班次", COLUMN_TEXT,
                     "Its slot runs in order, `;` between them."},
    [TRAIN_OFFERED_TEU_KM] = {"offered_teu_km", "可用TEU公里", COLUMN_TEU_KM,
                              "TEU that its legs offer, each times its length."},
    [TRAIN_LOADED_TEU_KM] = {"loaded_teu_km", "重箱TEU公里", COLUMN_TEU_KM,
                             "TEU of loaded boxes on its legs, likewise."},
    [TRAIN_LOAD_FACTOR] = {"load_factor", "满载率", COLUMN_RATIO,
                           "Loaded over offered TEU·km (满载率).",
                           .empty = "where nothing is offered"},
    [TRAIN_LOADED_BOXES] = {"loaded_boxes", "重箱数", COLUMN_COUNT, "Loaded boxes that ride it."},
    [TRAIN_EMPTY_BOXES] = {"empty_boxes", "空箱数", COLUMN_COUNT, "Empties that ride it."},
    [TRAIN_COST] = {"cost", "成本", COLUMN_MONEY,
                    "What it costs to run, what the legs of its boxes cost, and its share by km of "
                    "their other costs."},
    [TRAIN_REVENUE] = {"revenue", "收入", COLUMN_MONEY, "Its share by km of what its boxes pay."},
    [TRAIN_MARGIN] = {"margin", "毛利", COLUMN_MONEY, "Revenue less cost."},
    [TRAIN_LINE_EN] = {"line_en", "线路名（英文）", COLUMN_TEXT, "Its line's name in English.",
                       .empty = "where the case gives none"},
    [TRAIN_LINE_ZH] = {"line_zh", "线路名（中文）", COLUMN_TEXT, "Its line's name in Chinese.",
                       .empty = "where the case gives none"},
    [TRAIN_ORIGIN] = {"origin", "始发站", COLUMN_TEXT, "Code of its first station."},
    [TRAIN_DESTINATION] = {"destination", "终到站", COLUMN_TEXT, "Code of its last station."},
};

const PlanColumn stop_columns[STOP_COLUMNS] = {
    [STOP_TRAIN] = {"train", "列车", COLUMN_TEXT, "Name of the train."},
    [STOP_SEQ] = {"seq", "站序", COLUMN_COUNT,
                  "Place of the station along the train; the first is 1."},
    [STOP_STATION] = {"station", "车站", COLUMN_TEXT, "Code of the station."},
    [STOP_STATION_EN] = {"station_en", "站名（英文）", COLUMN_TEXT, "Its name in English.",
                         .empty = "where the case gives none"},
    [STOP_STATION_ZH] = {"station_zh", "站名（中文）", COLUMN_TEXT, "Its name in Chinese.",
                         .empty = "where the case gives none"},
    [STOP_COUNTRY] = {"country", "国家", COLUMN_TEXT, "Its country."},
    [STOP_ARRIVES] = {"arrives", "到达时间", COLUMN_INSTANT, "Arrival, local time of the station.",
                      .empty = "at the train's first station"},
    [STOP_DEPARTS] = {"departs", "发车时间", COLUMN_INSTANT, "Departure, likewise.",
                      .empty = "at the train's last station"},
    [STOP_ARRIVES_BEIJING] = {"arrives_beijing", "到达时间（北京）", COLUMN_INSTANT,
                              "Arrival in Beijing time.", .empty = "at the train's first station"},
    [STOP_DEPARTS_BEIJING] = {"departs_beijing", "发车时间（北京）", COLUMN_INSTANT,
                              "Departure in Beijing time.", .empty = "at the train's last station"},
    [STOP_DWELL_HOURS] = {"dwell_hours", "停留小时", COLUMN_HOURS, "From arrival to departure.",
                          .empty = "at both ends"},
    [STOP_DAY] = {"day", "日序", COLUMN_DAY,
                  "Day of the journey, by local dates; that of the first departure is `D+0`."},
    [STOP_SLOT] = {"slot", "运行线班次", COLUMN_TEXT, "Slot run on which the train goes on.",
                   .empty = "at the train's last station"},
    [STOP_KM] = {"km", "里程", COLUMN_QUANTITY, "From the train's first station.", .unit = "km"},
    [STOP_GAUGE_BREAK] = {"gauge_break", "换轨", COLUMN_FLAG, "Whether the gauge changes here."},
};

const PlanColumn capacity_columns[CAPACITY_COLUMNS] = {
    [CAPACITY_TRAIN] = {"train", "列车", COLUMN_TEXT, "Name of the train."},
    [CAPACITY_LEG] = {"leg", "区段序", COLUMN_COUNT,
                      "Place of the leg along the train; the first is 1."},
    [CAPACITY_SLOT] = {"slot", "运行线班次", COLUMN_TEXT, "Slot run that the leg is part of."},
    [CAPACITY_FROM] = {"from", "区段起点", COLUMN_TEXT, "Station where the leg begins."},
    [CAPACITY_TO] = {"to", "区段终点", COLUMN_TEXT,
                     "Station where it ends, the next that the train serves."},
    [CAPACITY_OFFERED_TEU] = {"offered_teu", "可用TEU", COLUMN_QUANTITY, "Room on the leg.",
                              .unit = "TEU"},
    [CAPACITY_LOADED_TEU] = {"loaded_teu", "重箱TEU", COLUMN_QUANTITY, "Loaded boxes on it.",
                             .unit = "TEU", .empty = RELAXED},
    [CAPACITY_EMPTY_TEU] = {"empty_teu", "空箱TEU", COLUMN_QUANTITY, "Empties on it.",
                            .unit = "TEU", .empty = RELAXED},
    [CAPACITY_TONNES] = {"tonnes", "总重吨", COLUMN_QUANTITY, "All boxes on it, gross.",
                         .unit = "tonnes", .empty = RELAXED},
    [CAPACITY_LIMIT_TONNES] = {"limit_tonnes", "限重吨", COLUMN_QUANTITY, "What they may weigh.",
                               .unit = "tonnes", .empty = "where there is no limit"},
    [CAPACITY_PRICE_PER_TEU] = {"price_per_teu", "每TEU影子价格", COLUMN_PRICE,
                                "What room for more is worth.", .unit = "TEU", .empty = NO_PRICES},
    [CAPACITY_PRICE_PER_TONNE] = {"price_per_tonne", "每吨影子价格", COLUMN_PRICE,
                                  "What a higher limit is worth.", .unit = "tonne",
                                  .empty = NO_PRICES},
};

const PlanColumn day_columns[DAY_COLUMNS] = {
    [DAY_STATION] = {"station", "车站", COLUMN_TEXT, "Code of the station."},
    [DAY_DATE] = {"day", "日期", COLUMN_DATE, "Local date there."},
    [DAY_LIFTS] = {"lifts", "吊装次数", COLUMN_COUNT, "Lifts of boxes, loaded or empty.",
                   .empty = RELAXED},
    [DAY_LIFTS_LIMIT] = {"lifts_limit", "吊装上限", COLUMN_COUNT, "How many there may be.",
                         .empty = "where there is no limit"},
    [DAY_LIFT_PRICE] = {"lift_price", "吊装影子价格", COLUMN_PRICE, "What one more is worth.",
                        .unit = "lift", .empty = NO_PRICES},
    [DAY_TRAINS] = {"trains", "列车数", COLUMN_COUNT, "Trains that set out there or arrive.",
                    .empty = RELAXED},
    [DAY_TRAINS_LIMIT] = {"trains_limit", "列车上限", COLUMN_COUNT, "How many there may be.",
                          .empty = "where there is no limit"},
};

const PlanColumn slot_columns[SLOT_COLUMNS] = {
    [SLOT_RUN] = {"slot", "运行线班次", COLUMN_TEXT,
                  "The slot's code and the local date of departure, with the time (`T0430`) where "
                  "it departs more than once that day."},
    [SLOT_DEPARTS] = {"departs", "发车时间", COLUMN_INSTANT, "Its departure."},
    [SLOT_TRAINS] = {"trains", "列车数", COLUMN_COUNT, "Trains on it."},
    [SLOT_TRAINS_LIMIT] = {"trains_limit", "列车上限", COLUMN_COUNT, "How many there may be."},
    [SLOT_PRICE] = {"price", "影子价格", COLUMN_PRICE, "What one more is worth in the relaxation.",
                    .unit = "train",
                    .empty = "where trains that always run hold it, and " NO_PRICES},
};

const PlanColumn rake_columns[RAKE_COLUMNS] = {
    [RAKE_POOL] = {"pool", "车板", COLUMN_TEXT, "Code of the pool."},
    [RAKE_STATION] = {"station", "车站", COLUMN_TEXT, "Code of the station."},
    [RAKE_AT] = {"at", "时间", COLUMN_INSTANT, "When the sets leave, or are free again."},
    [RAKE_TRAIN] = {"train", "列车", COLUMN_TEXT,
                    "The train that has the set, or the run that moves sets: `reposition "
                    "ALA-YIW@2026-12-01`."},
    [RAKE_CHANGE] = {"change", "增减组数", COLUMN_COUNT,
                     "Sets that are free; below 0: that leave."},
    [RAKE_SETS] = {"sets", "在站组数", COLUMN_COUNT, "Sets that stand there from then on."},
};

const PlanColumn balance_columns[BALANCE_COLUMNS] = {
    [BALANCE_RULE] = {"rule", "平衡规则", COLUMN_TEXT, "Name of the rule.",
                      .empty = "where it has none"},
    [BALANCE_PERIOD] = {"period", "周期", COLUMN_TEXT, "The week, or `horizon`."},
    [BALANCE_OUTBOUND_TRAINS] = {"outbound_trains", "去程列数", COLUMN_COUNT, "Trains out."},
    [BALANCE_RETURN_TRAINS] = {"return_trains", "回程列数", COLUMN_COUNT, "Trains back."},
    [BALANCE_TRAIN_RATIO] = {"train_ratio", "列数比", COLUMN_RATIO, "Trains back over trains out.",
                             .empty = "where the rule is not about trains, or none runs out"},
    [BALANCE_OUTBOUND_TEU] = {"outbound_teu", "去程TEU", COLUMN_QUANTITY,
                              "Loaded TEU out, each train's averaged over its km.", .unit = "TEU"},
    [BALANCE_RETURN_TEU] = {"return_teu", "回程TEU", COLUMN_QUANTITY, "Loaded TEU back, likewise.",
                            .unit = "TEU"},
    [BALANCE_TEU_RATIO] = {"teu_ratio", "TEU比", COLUMN_RATIO,
                           "Loaded TEU back over loaded TEU out.",
                           .empty = "where the rule is not about TEU, or none goes out"},
    [BALANCE_SHORT_TRAINS] = {"short_trains", "缺少列数", COLUMN_QUANTITY,
                              "Trains that lack for the ratio asked for.", .unit = "trains",
                              .empty = "where the rule is not about trains"},
    [BALANCE_SHORT_TEU] = {"short_teu", "缺少TEU", COLUMN_QUANTITY, "TEU that lack, likewise.",
                           .unit = "TEU", .empty = "where the rule is not about TEU"},
    [BALANCE_PENALTY] = {"penalty", "罚金", COLUMN_MONEY, "What that costs."},
};

const PlanColumn allocation_columns[ALLOCATION_COLUMNS] = {
    [ALLOCATION_BOOKING] = {"booking", "订舱号", COLUMN_TEXT, "Code of the booking."},
    [ALLOCATION_ITINERARY] = {"itinerary", "径路序号", COLUMN_COUNT,
                              "Number of the itinerary within the booking; the first is 1."},
    [ALLOCATION_BOXES] = {"boxes", "箱量", COLUMN_COUNT, "Boxes that travel so."},
    [ALLOCATION_FROM] = {"from", "发站", COLUMN_TEXT, "Station where the booking begins."},
    [ALLOCATION_TO] = {"to", "到站", COLUMN_TEXT, "Station where it ends."},
    [ALLOCATION_DEPARTS] = {"departs", "发车时间", COLUMN_INSTANT,
                            "First departure, by feeder where it begins with one."},
    [ALLOCATION_ARRIVES] = {"arrives", "到达时间", COLUMN_INSTANT, "Last arrival."},
    [ALLOCATION_TRANSIT_HOURS] = {"transit_hours", "全程小时", COLUMN_HOURS,
                                  "From one to the other."},
    [ALLOCATION_LATE_HOURS] = {"late_hours", "逾期小时", COLUMN_HOURS,
                               "From `due` to delivery, 0 where it is in time."},
    [ALLOCATION_REVENUE] = {"revenue", "收入", COLUMN_MONEY, "What the boxes pay."},
    [ALLOCATION_COST] = {"cost", "成本", COLUMN_MONEY,
                         "What they cost: legs, feeders, handling, transfers, lateness."},
    [ALLOCATION_MARGIN] = {"margin", "毛利", COLUMN_MONEY, "Revenue less cost."},
    [ALLOCATION_TRAINS] = {"trains", "列车链", COLUMN_TEXT,
                           "The trains that the boxes ride, in order, `;` between them."},
    [ALLOCATION_CONTAINER] = {"container", "箱型", COLUMN_TEXT, "Container type."},
    [ALLOCATION_CARGO] = {"cargo", "货类", COLUMN_TEXT, "Cargo class."},
    [ALLOCATION_CUSTOMER] = {"customer", "客户", COLUMN_TEXT, "Customer, as the booking has it.",
                             .empty = "where it names none"},
    [ALLOCATION_REMARK] = {"remark", "备注", COLUMN_TEXT, "Remark, as the booking has it.",
                           .empty = "where it has none"},
    [ALLOCATION_TAKEN] = {"taken", "出箱日", COLUMN_DATE,
                          "Day on which the boxes leave the stock, in the horizon's zone; it may "
                          "lie outside the days on which stock is counted.",
                          .empty = "for boxes that are not counted"},
    [ALLOCATION_RETURNED] = {"returned", "还箱日", COLUMN_DATE,
                             "Day on which they join it, likewise.",
                             .empty = "for boxes that are not counted"},
};

const PlanColumn leg_columns[LEG_COLUMNS] = {
    [LEG_BOOKING] = {"booking", "订舱号", COLUMN_TEXT, "Code of the booking."},
    [LEG_ITINERARY] = {"itinerary", "径路序号", COLUMN_COUNT,
                       "Its itinerary, as in `allocations.csv`."},
    [LEG_SEQ] = {"seq", "区段序", COLUMN_COUNT,
                 "Place of the leg in the itinerary; the first is 1."},
    [LEG_MODE] = {"mode", "方式", COLUMN_TEXT, "`train`, or the feeder's mode."},
    [LEG_TRAIN] = {"train_or_feeder", "列车或接驳", COLUMN_TEXT,
                   "Name of the train, code of the feeder."},
    [LEG_SLOT] = {"slot", "运行线班次", COLUMN_TEXT, "Slot run of the train.",
                  .empty = "for a feeder"},
    [LEG_FROM] = {"from", "区段起点", COLUMN_TEXT, "Station where the leg begins."},
    [LEG_TO] = {"to", "区段终点", COLUMN_TEXT, "Station where it ends."},
    [LEG_DEPARTS] = {"departs", "发车时间", COLUMN_INSTANT, "Departure."},
    [LEG_ARRIVES] = {"arrives", "到达时间", COLUMN_INSTANT, "Arrival."},
    [LEG_BOXES] = {"boxes", "箱量", COLUMN_COUNT, "Boxes of the itinerary."},
    [LEG_TEU] = {"teu", "TEU", COLUMN_QUANTITY, "Their TEU.", .unit = "TEU"},
    [LEG_TONNES] = {"tonnes", "总重吨", COLUMN_QUANTITY, "Their gross weight.", .unit = "tonnes"},
    [LEG_COST] =
        {"cost", "成本", COLUMN_MONEY,
         "What the leg costs, with the handling next to it; lateness is on the last train's "
         "leg. An itinerary's legs add up to its cost."},
    [LEG_CUSTOMER] = {"customer", "客户", COLUMN_TEXT, "Customer, as the booking has it.",
                      .empty = "where it names none"},
    [LEG_REMARK] = {"remark", "备注", COLUMN_TEXT, "Remark, as the booking has it.",
                    .empty = "where it has none"},
};

const PlanColumn booking_columns[BOOKING_COLUMNS] = {
    [BOOKING_CODE] = {"booking", "订舱号", COLUMN_TEXT, "Code of the booking."},
    [BOOKING_BOXES] = {"boxes", "箱量", COLUMN_COUNT, "Boxes of all its tiers."},
    [BOOKING_CARRIED] = {"carried", "承运箱量", COLUMN_COUNT, "Boxes that travel.",
                         .empty = RELAXED},
    [BOOKING_UNSERVED] = {"unserved", "未承运箱量", COLUMN_COUNT, "Boxes that are left behind.",
                          .empty = RELAXED},
    [BOOKING_REASON] = {"reason", "原因", COLUMN_TEXT, "Why they are.",
                        .empty = "where none is left behind", .words = plan_reasons},
    [BOOKING_FLOOR_PRICE] = {"floor_price", "底价", COLUMN_PRICE,
                             "Least revenue at which one more box would pay.", .unit = "box",
                             .empty = "where no train of the plan can carry it, and " NO_PRICES},
    [BOOKING_OPPORTUNITY_COST] = {"opportunity_cost", "机会成本", COLUMN_PRICE,
                                  "The part of it that is scarce capacity.", .unit = "box",
                                  .empty = "as `floor_price`"},
    [BOOKING_FROM] = {"from", "发站", COLUMN_TEXT, "Station where it begins."},
    [BOOKING_TO] = {"to", "到站", COLUMN_TEXT, "Station where it ends."},
    [BOOKING_CONTAINER] = {"container", "箱型", COLUMN_TEXT, "Container type."},
    [BOOKING_CARGO] = {"cargo", "货类", COLUMN_TEXT, "Cargo class."},
    [BOOKING_REVENUE] =
        {"revenue", "运价", COLUMN_TIERS,
         "What a box pays; of a booking with tiers each tier's, in their order, `;` between them."},
    [BOOKING_READY] = {"ready", "备妥时间", COLUMN_INSTANT,
                       "When the boxes are ready, local at `from`."},
    [BOOKING_DUE] = {"due", "交货期", COLUMN_INSTANT, "When they are due, local at `to`."},
    [BOOKING_PARTS] = {"parts", "径路数", COLUMN_COUNT,
                       "Itineraries that its boxes take: its rows in `allocations.csv`.",
                       .empty = RELAXED},
    [BOOKING_CUSTOMER] = {"customer", "客户", COLUMN_TEXT, "Customer, as the booking has it.",
                          .empty = "where it names none"},
    [BOOKING_REMARK] = {"remark", "备注", COLUMN_TEXT, "Remark, as the booking has it.",
                        .empty = "where it has none"},
    [BOOKING_CARRIED_BEFORE] =
        {"carried_before", "此前已运箱量", COLUMN_COUNT,
         "Boxes that earlier plans have sent off; they are none of `boxes`."},
};

const PlanColumn empty_columns[EMPTY_COLUMNS] = {
    [EMPTY_CONTAINER] = {"container", "箱型", COLUMN_TEXT, "Container type."},
    [EMPTY_MOVE] = {"move", "调运序号", COLUMN_COUNT,
                    "Number of the move, through the file; the first is 1."},
    [EMPTY_SEQ] = {"seq", "区段序", COLUMN_COUNT, "Place of the leg in the move; the first is 1."},
    [EMPTY_MODE] = {"mode", "方式", COLUMN_TEXT, "`train`: empties take no feeder."},
    [EMPTY_TRAIN] = {"train_or_feeder", "列车或接驳", COLUMN_TEXT, "Name of the train."},
    [EMPTY_FROM] = {"from", "区段起点", COLUMN_TEXT, "Station where the leg begins."},
    [EMPTY_TO] = {"to", "区段终点", COLUMN_TEXT, "Station where it ends."},
    [EMPTY_DEPARTS] = {"departs", "发车时间", COLUMN_INSTANT, "Departure."},
    [EMPTY_ARRIVES] = {"arrives", "到达时间", COLUMN_INSTANT, "Arrival."},
    [EMPTY_BOXES] = {"boxes", "箱量", COLUMN_COUNT, "Empties of the move."},
    [EMPTY_COST] = {"cost", "成本", COLUMN_MONEY,
                    "What the leg costs, without handling and transfers."},
};

const PlanColumn stock_columns[STOCK_COLUMNS] = {
    [STOCK_CONTAINER] = {"container", "箱型", COLUMN_TEXT, "Container type."},
    [STOCK_STATION] = {"station", "车站", COLUMN_TEXT, "Code of the station."},
    [STOCK_DAY] = {"day", "日期", COLUMN_DATE, "Date in the horizon's zone."},
    [STOCK_STOCK] = {"stock", "箱存", COLUMN_COUNT,
                     "Boxes that stand there at the end of the day."},
    [STOCK_TAKEN] = {"taken", "提箱", COLUMN_COUNT, "Boxes taken to be loaded."},
    [STOCK_RETURNED] = {"returned", "还箱", COLUMN_COUNT, "Boxes back from their consignees."},
    [STOCK_EMPTIES_IN] = {"empties_in", "空箱到达", COLUMN_COUNT, "Empties that arrive."},
    [STOCK_EMPTIES_OUT] = {"empties_out", "空箱发出", COLUMN_COUNT, "Empties that depart."},
    [STOCK_LEASED] = {"leased", "租箱", COLUMN_COUNT, "Boxes leased that day."},
    [STOCK_PRICE] = {"price", "影子价格", COLUMN_PRICE, "What one more on that day is worth.",
                     .unit = "box", .empty = NO_PRICES},
};

const PlanColumn feeder_columns[FEEDER_COLUMNS] = {
    [FEEDER_CODE] = {"feeder", "接驳", COLUMN_TEXT, "Code of the feeder."},
    [FEEDER_DAY] = {"day", "日期", COLUMN_DATE, "Date of departure, local where it begins."},
    [FEEDER_BOXES] = {"boxes", "箱量", COLUMN_COUNT, "Boxes that take it."},
    [FEEDER_BOXES_LIMIT] = {"boxes_limit", "箱量上限", COLUMN_COUNT, "How many may.",
                            .empty = "where there is no limit"},
    [FEEDER_PRICE] = {"price", "影子价格", COLUMN_PRICE, "What room for one more is worth.",
                      .unit = "box", .empty = NO_PRICES},
};

const PlanColumn price_columns[PRICE_COLUMNS] = {
    [PRICE_ROW] = {"row", "约束行", COLUMN_TEXT,
                   "Its name in [model files](model-files.md#names)."},
    [PRICE_PRICE] =
        {"price", "影子价格", COLUMN_EXACT,
         "What one more unit on its right-hand side adds to the margin; below 0 where "
         "the row asks for something. [meaning.md](meaning.md#prices) says of which LP."},
};

const PlanColumn change_columns[CHANGE_COLUMNS] = {
    [CHANGE_KIND] = {"kind", "类别", COLUMN_TEXT, "`train` or `booking`."},
    [CHANGE_ID] = {"id", "编号", COLUMN_TEXT, "Name of the train, code of the booking."},
    [CHANGE_WAS] = {"was", "原方案", COLUMN_TEXT,
                    "Slot runs of the train, or the itinerary of the boxes, as `TRAIN FROM>TO; "
                    "FEEDER@DEPARTURE FROM>TO`, in the earlier plan.",
                    .empty = "for what is new"},
    [CHANGE_NOW] = {"now", "新方案", COLUMN_TEXT, "Likewise in this plan.",
                    .empty = "for what is gone"},
    [CHANGE_BOXES] = {"boxes", "箱量", COLUMN_COUNT,
                      "Boxes that left this itinerary or came to it.", .empty = "for a train"},
    [CHANGE_COST] = {"cost", "费用", COLUMN_MONEY, "What moving it costs."},
    [CHANGE_REASON] = {"reason", "原因", COLUMN_TEXT,
                       "A word, and after a colon why, in the language of the headings.",
                       .words = plan_changes},
    [CHANGE_FOR] = {"for", "让位于", COLUMN_TEXT,
                    "Bookings that have more boxes than before on some leg of the way that was "
                    "left, by most boxes, five at most, `;` between them.",
                    .empty = "for all but boxes that are left behind"},
};

const PlanColumn line_columns[LINE_COLUMNS] = {
    [LINE_CODE] = {"line", "线路", COLUMN_TEXT, "Code of the line."},
    [LINE_DIRECTION] = {"direction", "方向", COLUMN_TEXT, "Which way its line goes.",
                        .empty = "where it has none", .words = plan_directions},
    [LINE_WEEK] = {"week", "周次", COLUMN_COUNT,
                   "Week of the trains' first departures; the first week is 0, those of trains "
                   "under way are -1, -2, …"},
    [LINE_TRAINS] = {"trains", "列车数", COLUMN_COUNT,
                     "Trains of the line that run in this week: all that follows is their sum."},
    [LINE_OFFERED_TEU] = {"offered_teu", "可用TEU", COLUMN_QUANTITY,
                          "Room, each train's averaged over its km: TEU·km / km.", .unit = "TEU"},
    [LINE_LOADED_TEU] = {"loaded_teu", "重箱TEU", COLUMN_QUANTITY, "Loaded boxes, likewise.",
                         .unit = "TEU"},
    [LINE_LOAD_FACTOR] = {"load_factor", "满载率", COLUMN_RATIO,
                          "Loaded over offered TEU·km (满载率).",
                          .empty = "where nothing is offered"},
    [LINE_BOXES] =
        {"boxes", "重箱数", COLUMN_COUNT,
         "Loaded boxes that ride the trains; one that rides two of them counts on both."},
    [LINE_EMPTIES] = {"empties", "空箱数", COLUMN_COUNT, "Empties that ride them, likewise."},
    [LINE_COST] = {"cost", "成本", COLUMN_MONEY, "What the trains cost, as in `trains.csv`."},
    [LINE_REVENUE] = {"revenue", "收入", COLUMN_MONEY, "Their share of what boxes pay, likewise."},
    [LINE_MARGIN] = {"margin", "毛利", COLUMN_MONEY, "Revenue less cost."},
};

const PlanColumn money_columns[MONEY_COLUMNS] = {
    [MONEY_PART] = {"part", "项目", COLUMN_TEXT, "What is earned, or spent on.",
                    .words = plan_money_parts},
    [MONEY_LINE] =
        {"line", "线路", COLUMN_TEXT, "Code of the line whose trains earn or cost it.",
         .empty = "where it is of no line: "
                  "`unserved`, `lease`, `storage`, `end_value`, `reposition`, `balance`, `moved`"},
    [MONEY_AMOUNT] =
        {"amount", "金额", COLUMN_MONEY,
         "Earned; below 0: spent. All rows add up to `kpi.margin` of `summary.json`, to the cent: "
         "each is the rounded sum of the rows so far less that of those before it."},
};
