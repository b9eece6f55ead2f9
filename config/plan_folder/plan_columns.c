/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says of every column of a plan's CSV files what it holds. */
#include "config/plan_folder/plan_columns.h"

#include <stddef.h>

#define NO_PRICES "where the run came to no prices"
#define RELAXED "with `--relax`"

const PlanColumn train_columns[TRAIN_COLUMNS] = {
    [TRAIN_NAME] = {"train", COLUMN_TEXT,
                    "Its name in all files: its code, or its line's, and the date of its first "
                    "departure; `.2`, `.3` after that where several leave on one day."},
    [TRAIN_LINE] = {"line", COLUMN_TEXT, "Code of its line."},
    [TRAIN_DIRECTION] = {"direction", COLUMN_TEXT, "`outbound` or `return`.",
                         .empty = "where its line has none"},
    [TRAIN_WEEK] = {"week", COLUMN_COUNT,
                    "Week of its first departure; the first week is 0, those of trains under way "
                    "are -1, -2, …"},
    [TRAIN_RUNS] = {"runs", COLUMN_FLAG,
                    "Whether it runs; `under_way` where an earlier plan has sent it off: figures "
                    "are then of its legs that are not over, money of boxes of this plan."},
    [TRAIN_DEPARTS] = {"departs", COLUMN_INSTANT, "Departure from its first station."},
    [TRAIN_ARRIVES] = {"arrives", COLUMN_INSTANT, "Arrival at its last station."},
    [TRAIN_TRANSIT_HOURS] = {"transit_hours", COLUMN_QUANTITY,
                             "From its first departure to its last arrival.", .unit = "hours"},
    [TRAIN_SLOTS] = {"slots", COLUMN_TEXT, "Its slot runs in order, `;` between them."},
    [TRAIN_OFFERED_TEU_KM] = {"offered_teu_km", COLUMN_TEU_KM,
                              "TEU that its legs offer, each times its length."},
    [TRAIN_LOADED_TEU_KM] = {"loaded_teu_km", COLUMN_TEU_KM,
                             "TEU of loaded boxes on its legs, likewise."},
    [TRAIN_LOAD_FACTOR] = {"load_factor", COLUMN_RATIO, "Loaded over offered TEU·km (满载率).",
                           .empty = "where nothing is offered"},
    [TRAIN_LOADED_BOXES] = {"loaded_boxes", COLUMN_COUNT, "Loaded boxes that ride it."},
    [TRAIN_EMPTY_BOXES] = {"empty_boxes", COLUMN_COUNT, "Empties that ride it."},
    [TRAIN_COST] = {"cost", COLUMN_MONEY,
                    "What it costs to run, what the legs of its boxes cost, and its share by km of "
                    "their other costs."},
    [TRAIN_REVENUE] = {"revenue", COLUMN_MONEY, "Its share by km of what its boxes pay."},
    [TRAIN_MARGIN] = {"margin", COLUMN_MONEY, "Revenue less cost."},
};

const PlanColumn stop_columns[STOP_COLUMNS] = {
    [STOP_TRAIN] = {"train", COLUMN_TEXT, "Name of the train."},
    [STOP_SEQ] = {"seq", COLUMN_COUNT, "Place of the station along the train; the first is 1."},
    [STOP_STATION] = {"station", COLUMN_TEXT, "Code of the station."},
    [STOP_STATION_EN] = {"station_en", COLUMN_TEXT, "Its name in English.",
                         .empty = "where the case gives none"},
    [STOP_STATION_ZH] = {"station_zh", COLUMN_TEXT, "Its name in Chinese.",
                         .empty = "where the case gives none"},
    [STOP_COUNTRY] = {"country", COLUMN_TEXT, "Its country."},
    [STOP_ARRIVES] = {"arrives", COLUMN_INSTANT, "Arrival, local time of the station.",
                      .empty = "at the train's first station"},
    [STOP_DEPARTS] = {"departs", COLUMN_INSTANT, "Departure, likewise.",
                      .empty = "at the train's last station"},
    [STOP_ARRIVES_BEIJING] = {"arrives_beijing", COLUMN_INSTANT, "Arrival in Beijing time.",
                              .empty = "at the train's first station"},
    [STOP_DEPARTS_BEIJING] = {"departs_beijing", COLUMN_INSTANT, "Departure in Beijing time.",
                              .empty = "at the train's last station"},
    [STOP_DWELL_HOURS] = {"dwell_hours", COLUMN_QUANTITY, "From arrival to departure.",
                          .unit = "hours", .empty = "at both ends"},
    [STOP_DAY] = {"day", COLUMN_COUNT,
                  "Day of the journey, by local dates; that of the first departure is 0."},
    [STOP_SLOT] = {"slot", COLUMN_TEXT, "Slot run on which the train goes on.",
                   .empty = "at the train's last station"},
    [STOP_KM] = {"km", COLUMN_QUANTITY, "From the train's first station.", .unit = "km"},
    [STOP_GAUGE_BREAK] = {"gauge_break", COLUMN_FLAG, "Whether the gauge changes here."},
};

const PlanColumn capacity_columns[CAPACITY_COLUMNS] = {
    [CAPACITY_TRAIN] = {"train", COLUMN_TEXT, "Name of the train."},
    [CAPACITY_LEG] = {"leg", COLUMN_COUNT, "Place of the leg along the train; the first is 1."},
    [CAPACITY_SLOT] = {"slot", COLUMN_TEXT, "Slot run that the leg is part of."},
    [CAPACITY_FROM] = {"from", COLUMN_TEXT, "Station where the leg begins."},
    [CAPACITY_TO] = {"to", COLUMN_TEXT, "Station where it ends, the next that the train serves."},
    [CAPACITY_OFFERED_TEU] = {"offered_teu", COLUMN_QUANTITY, "Room on the leg.", .unit = "TEU"},
    [CAPACITY_LOADED_TEU] = {"loaded_teu", COLUMN_QUANTITY, "Loaded boxes on it.", .unit = "TEU",
                             .empty = RELAXED},
    [CAPACITY_EMPTY_TEU] = {"empty_teu", COLUMN_QUANTITY, "Empties on it.", .unit = "TEU",
                            .empty = RELAXED},
    [CAPACITY_TONNES] = {"tonnes", COLUMN_QUANTITY, "All boxes on it, gross.", .unit = "tonnes",
                         .empty = RELAXED},
    [CAPACITY_LIMIT_TONNES] = {"limit_tonnes", COLUMN_QUANTITY, "What they may weigh.",
                               .unit = "tonnes", .empty = "where there is no limit"},
    [CAPACITY_PRICE_PER_TEU] = {"price_per_teu", COLUMN_PRICE, "What room for more is worth.",
                                .unit = "TEU", .empty = NO_PRICES},
    [CAPACITY_PRICE_PER_TONNE] = {"price_per_tonne", COLUMN_PRICE, "What a higher limit is worth.",
                                  .unit = "tonne", .empty = NO_PRICES},
};

const PlanColumn day_columns[DAY_COLUMNS] = {
    [DAY_STATION] = {"station", COLUMN_TEXT, "Code of the station."},
    [DAY_DATE] = {"day", COLUMN_DATE, "Local date there."},
    [DAY_LIFTS] = {"lifts", COLUMN_COUNT, "Lifts of boxes, loaded or empty.", .empty = RELAXED},
    [DAY_LIFTS_LIMIT] = {"lifts_limit", COLUMN_COUNT, "How many there may be.",
                         .empty = "where there is no limit"},
    [DAY_LIFT_PRICE] = {"lift_price", COLUMN_PRICE, "What one more is worth.", .unit = "lift",
                        .empty = NO_PRICES},
    [DAY_TRAINS] = {"trains", COLUMN_COUNT, "Trains that set out there or arrive.",
                    .empty = RELAXED},
    [DAY_TRAINS_LIMIT] = {"trains_limit", COLUMN_COUNT, "How many there may be.",
                          .empty = "where there is no limit"},
};

const PlanColumn slot_columns[SLOT_COLUMNS] = {
    [SLOT_RUN] = {"slot", COLUMN_TEXT,
                  "The slot's code and the local date of departure, with the time (`T0430`) where "
                  "it departs more than once that day."},
    [SLOT_DEPARTS] = {"departs", COLUMN_INSTANT, "Its departure."},
    [SLOT_TRAINS] = {"trains", COLUMN_COUNT, "Trains on it."},
    [SLOT_TRAINS_LIMIT] = {"trains_limit", COLUMN_COUNT, "How many there may be."},
    [SLOT_PRICE] = {"price", COLUMN_PRICE, "What one more is worth in the relaxation.",
                    .unit = "train",
                    .empty = "where trains that always run hold it, and " NO_PRICES},
};

const PlanColumn rake_columns[RAKE_COLUMNS] = {
    [RAKE_POOL] = {"pool", COLUMN_TEXT, "Code of the pool."},
    [RAKE_STATION] = {"station", COLUMN_TEXT, "Code of the station."},
    [RAKE_AT] = {"at", COLUMN_INSTANT, "When the sets leave, or are free again."},
    [RAKE_TRAIN] = {"train", COLUMN_TEXT,
                    "The train that has the set, or the run that moves sets: `reposition "
                    "ALA-YIW@2026-12-01`."},
    [RAKE_CHANGE] = {"change", COLUMN_COUNT, "Sets that are free; below 0: that leave."},
    [RAKE_SETS] = {"sets", COLUMN_COUNT, "Sets that stand there from then on."},
};

const PlanColumn balance_columns[BALANCE_COLUMNS] = {
    [BALANCE_RULE] = {"rule", COLUMN_TEXT, "Name of the rule.", .empty = "where it has none"},
    [BALANCE_PERIOD] = {"period", COLUMN_TEXT, "The week, or `horizon`."},
    [BALANCE_OUTBOUND_TRAINS] = {"outbound_trains", COLUMN_COUNT, "Trains out."},
    [BALANCE_RETURN_TRAINS] = {"return_trains", COLUMN_COUNT, "Trains back."},
    [BALANCE_TRAIN_RATIO] = {"train_ratio", COLUMN_RATIO, "Trains back over trains out.",
                             .empty = "where the rule is not about trains, or none runs out"},
    [BALANCE_OUTBOUND_TEU] = {"outbound_teu", COLUMN_QUANTITY,
                              "Loaded TEU out, each train's averaged over its km.", .unit = "TEU"},
    [BALANCE_RETURN_TEU] = {"return_teu", COLUMN_QUANTITY, "Loaded TEU back, likewise.",
                            .unit = "TEU"},
    [BALANCE_TEU_RATIO] = {"teu_ratio", COLUMN_RATIO, "Loaded TEU back over loaded TEU out.",
                           .empty = "where the rule is not about TEU, or none goes out"},
    [BALANCE_SHORT_TRAINS] = {"short_trains", COLUMN_QUANTITY,
                              "Trains that lack for the ratio asked for.", .unit = "trains",
                              .empty = "where the rule is not about trains"},
    [BALANCE_SHORT_TEU] = {"short_teu", COLUMN_QUANTITY, "TEU that lack, likewise.", .unit = "TEU",
                           .empty = "where the rule is not about TEU"},
    [BALANCE_PENALTY] = {"penalty", COLUMN_MONEY, "What that costs."},
};

const PlanColumn allocation_columns[ALLOCATION_COLUMNS] = {
    [ALLOCATION_BOOKING] = {"booking", COLUMN_TEXT, "Code of the booking."},
    [ALLOCATION_ITINERARY] = {"itinerary", COLUMN_COUNT,
                              "Number of the itinerary within the booking; the first is 1."},
    [ALLOCATION_BOXES] = {"boxes", COLUMN_COUNT, "Boxes that travel so."},
    [ALLOCATION_FROM] = {"from", COLUMN_TEXT, "Station where the booking begins."},
    [ALLOCATION_TO] = {"to", COLUMN_TEXT, "Station where it ends."},
    [ALLOCATION_DEPARTS] = {"departs", COLUMN_INSTANT,
                            "First departure, by feeder where it begins with one."},
    [ALLOCATION_ARRIVES] = {"arrives", COLUMN_INSTANT, "Last arrival."},
    [ALLOCATION_TRANSIT_HOURS] = {"transit_hours", COLUMN_QUANTITY, "From one to the other.",
                                  .unit = "hours"},
    [ALLOCATION_LATE_HOURS] = {"late_hours", COLUMN_QUANTITY,
                               "From `due` to delivery, 0 where it is in time.", .unit = "hours"},
    [ALLOCATION_REVENUE] = {"revenue", COLUMN_MONEY, "What the boxes pay."},
    [ALLOCATION_COST] = {"cost", COLUMN_MONEY,
                         "What they cost: legs, feeders, handling, transfers, lateness."},
    [ALLOCATION_MARGIN] = {"margin", COLUMN_MONEY, "Revenue less cost."},
    [ALLOCATION_TAKEN] = {"taken", COLUMN_DATE,
                          "Day on which the boxes leave the stock, in the horizon's zone; it may "
                          "lie outside the days on which stock is counted.",
                          .empty = "for boxes that are not counted"},
    [ALLOCATION_RETURNED] = {"returned", COLUMN_DATE, "Day on which they join it, likewise.",
                             .empty = "for boxes that are not counted"},
};

const PlanColumn leg_columns[LEG_COLUMNS] = {
    [LEG_BOOKING] = {"booking", COLUMN_TEXT, "Code of the booking."},
    [LEG_ITINERARY] = {"itinerary", COLUMN_COUNT, "Its itinerary, as in `allocations.csv`."},
    [LEG_SEQ] = {"seq", COLUMN_COUNT, "Place of the leg in the itinerary; the first is 1."},
    [LEG_MODE] = {"mode", COLUMN_TEXT, "`train`, or the feeder's mode."},
    [LEG_TRAIN] = {"train_or_feeder", COLUMN_TEXT, "Name of the train, code of the feeder."},
    [LEG_SLOT] = {"slot", COLUMN_TEXT, "Slot run of the train.", .empty = "for a feeder"},
    [LEG_FROM] = {"from", COLUMN_TEXT, "Station where the leg begins."},
    [LEG_TO] = {"to", COLUMN_TEXT, "Station where it ends."},
    [LEG_DEPARTS] = {"departs", COLUMN_INSTANT, "Departure."},
    [LEG_ARRIVES] = {"arrives", COLUMN_INSTANT, "Arrival."},
    [LEG_BOXES] = {"boxes", COLUMN_COUNT, "Boxes of the itinerary."},
    [LEG_TEU] = {"teu", COLUMN_QUANTITY, "Their TEU.", .unit = "TEU"},
    [LEG_TONNES] = {"tonnes", COLUMN_QUANTITY, "Their gross weight.", .unit = "tonnes"},
    [LEG_COST] =
        {"cost", COLUMN_MONEY,
         "What the leg costs, with the handling next to it; lateness is on the last train's "
         "leg. An itinerary's legs add up to its cost."},
};

const PlanColumn booking_columns[BOOKING_COLUMNS] = {
    [BOOKING_CODE] = {"booking", COLUMN_TEXT, "Code of the booking."},
    [BOOKING_BOXES] = {"boxes", COLUMN_COUNT, "Boxes of all its tiers."},
    [BOOKING_CARRIED] = {"carried", COLUMN_COUNT, "Boxes that travel.", .empty = RELAXED},
    [BOOKING_UNSERVED] = {"unserved", COLUMN_COUNT, "Boxes that are left behind.",
                          .empty = RELAXED},
    [BOOKING_REASON] = {"reason", COLUMN_TEXT,
                        "Why they are: `no_itinerary` (no train that may run could carry them), "
                        "`below_floor_price` (they pay too little), `no_room`, `past_due` (they "
                        "could not be delivered in time even before this plan begins). "
                        "`carried_before` where an earlier plan has sent off all its boxes.",
                        .empty = "where none is left behind"},
    [BOOKING_FLOOR_PRICE] = {"floor_price", COLUMN_PRICE,
                             "Least revenue at which one more box would pay.", .unit = "box",
                             .empty = "where no train of the plan can carry it, and " NO_PRICES},
    [BOOKING_OPPORTUNITY_COST] = {"opportunity_cost", COLUMN_PRICE,
                                  "The part of it that is scarce capacity.", .unit = "box",
                                  .empty = "as `floor_price`"},
    [BOOKING_CARRIED_BEFORE] =
        {"carried_before", COLUMN_COUNT,
         "Boxes that earlier plans have sent off; they are none of `boxes`."},
};

const PlanColumn empty_columns[EMPTY_COLUMNS] = {
    [EMPTY_CONTAINER] = {"container", COLUMN_TEXT, "Container type."},
    [EMPTY_MOVE] = {"move", COLUMN_COUNT, "Number of the move, through the file; the first is 1."},
    [EMPTY_SEQ] = {"seq", COLUMN_COUNT, "Place of the leg in the move; the first is 1."},
    [EMPTY_MODE] = {"mode", COLUMN_TEXT, "`train`: empties take no feeder."},
    [EMPTY_TRAIN] = {"train_or_feeder", COLUMN_TEXT, "Name of the train."},
    [EMPTY_FROM] = {"from", COLUMN_TEXT, "Station where the leg begins."},
    [EMPTY_TO] = {"to", COLUMN_TEXT, "Station where it ends."},
    [EMPTY_DEPARTS] = {"departs", COLUMN_INSTANT, "Departure."},
    [EMPTY_ARRIVES] = {"arrives", COLUMN_INSTANT, "Arrival."},
    [EMPTY_BOXES] = {"boxes", COLUMN_COUNT, "Empties of the move."},
    [EMPTY_COST] = {"cost", COLUMN_MONEY, "What the leg costs, without handling and transfers."},
};

const PlanColumn stock_columns[STOCK_COLUMNS] = {
    [STOCK_CONTAINER] = {"container", COLUMN_TEXT, "Container type."},
    [STOCK_STATION] = {"station", COLUMN_TEXT, "Code of the station."},
    [STOCK_DAY] = {"day", COLUMN_DATE, "Date in the horizon's zone."},
    [STOCK_STOCK] = {"stock", COLUMN_COUNT, "Boxes that stand there at the end of the day."},
    [STOCK_TAKEN] = {"taken", COLUMN_COUNT, "Boxes taken to be loaded."},
    [STOCK_RETURNED] = {"returned", COLUMN_COUNT, "Boxes back from their consignees."},
    [STOCK_EMPTIES_IN] = {"empties_in", COLUMN_COUNT, "Empties that arrive."},
    [STOCK_EMPTIES_OUT] = {"empties_out", COLUMN_COUNT, "Empties that depart."},
    [STOCK_LEASED] = {"leased", COLUMN_COUNT, "Boxes leased that day."},
    [STOCK_PRICE] = {"price", COLUMN_PRICE, "What one more on that day is worth.", .unit = "box",
                     .empty = NO_PRICES},
};

const PlanColumn feeder_columns[FEEDER_COLUMNS] = {
    [FEEDER_CODE] = {"feeder", COLUMN_TEXT, "Code of the feeder."},
    [FEEDER_DAY] = {"day", COLUMN_DATE, "Date of departure, local where it begins."},
    [FEEDER_BOXES] = {"boxes", COLUMN_COUNT, "Boxes that take it."},
    [FEEDER_BOXES_LIMIT] = {"boxes_limit", COLUMN_COUNT, "How many may.",
                            .empty = "where there is no limit"},
    [FEEDER_PRICE] = {"price", COLUMN_PRICE, "What room for one more is worth.", .unit = "box",
                      .empty = NO_PRICES},
};

const PlanColumn price_columns[PRICE_COLUMNS] = {
    [PRICE_RULE] = {"rule", COLUMN_TEXT,
                    "Kind of the rule: [meaning.md](meaning.md#prices) has all of them."},
    [PRICE_OF] = {"of", COLUMN_TEXT, "What it is about: a train, a line, a booking, …"},
    [PRICE_PART] = {"part", COLUMN_TEXT, "Which part of that: a leg, a week, …",
                    .empty = "where it is about the whole"},
    [PRICE_CARGO] = {"cargo", COLUMN_TEXT, "Cargo class.", .empty = "where it is about none"},
    [PRICE_OTHER_CARGO] = {"other_cargo", COLUMN_TEXT, "The class that is kept apart from that.",
                           .empty = "where it is about one or none"},
    [PRICE_PRICE] = {"price", COLUMN_PRICE, "What the rule costs or earns."},
};

const PlanColumn change_columns[CHANGE_COLUMNS] = {
    [CHANGE_KIND] = {"kind", COLUMN_TEXT, "`train` or `booking`."},
    [CHANGE_ID] = {"id", COLUMN_TEXT, "Name of the train, code of the booking."},
    [CHANGE_WAS] = {"was", COLUMN_TEXT,
                    "Slot runs of the train, or the itinerary of the boxes, as `TRAIN FROM>TO; "
                    "FEEDER@DEPARTURE FROM>TO`, in the earlier plan.",
                    .empty = "for what is new"},
    [CHANGE_NOW] = {"now", COLUMN_TEXT, "Likewise in this plan.", .empty = "for what is gone"},
    [CHANGE_BOXES] = {"boxes", COLUMN_COUNT, "Boxes that left this itinerary or came to it.",
                      .empty = "for a train"},
    [CHANGE_COST] = {"cost", COLUMN_MONEY, "What moving it costs."},
    [CHANGE_REASON] = {"reason", COLUMN_TEXT, "Why, in words."},
    [CHANGE_FOR] = {"for", COLUMN_TEXT,
                    "Bookings that have more boxes than before on some leg of the way that was "
                    "left, by most boxes, five at most, `;` between them.",
                    .empty = "for all but boxes that are left behind"},
};

const PlanColumn carry_columns[CARRY_COLUMNS] = {
    [CARRY_KIND] = {"kind", COLUMN_TEXT,
                    "`sold`, `box`, `empty`, `train`, `return`, `lease`, `sets` or `set`: see "
                    "[rolling.md](rolling.md#state)."},
    [CARRY_ID] = {"id", COLUMN_TEXT,
                  "Booking; container type of empties; line of a train; pool of wagon sets.",
                  .empty = "for `return` and `lease`"},
    [CARRY_ITINERARY] = {"itinerary", COLUMN_TEXT,
                         "Itinerary, or move of empties, of the plan that sent it off; `3.2` where "
                         "two plans numbered one alike.",
                         .empty = "but for `box` and `empty`"},
    [CARRY_SEQ] = {"seq", COLUMN_COUNT, "Place of the leg along the itinerary or the train.",
                   .empty = "but for `box`, `empty` and `train`"},
    [CARRY_MODE] = {"mode", COLUMN_TEXT, "`train`, or the feeder's mode.",
                    .empty = "but for `box` and `empty`"},
    [CARRY_TRAIN] = {"train", COLUMN_TEXT,
                     "Name of the train, or of the reposition run; code of the feeder.",
                     .empty = "for `sold`, `return`, `lease` and `sets`"},
    [CARRY_SLOT] = {"slot", COLUMN_TEXT, "Slot run of the leg.",
                    .empty = "for a feeder, and but for `box`, `empty` and `train`"},
    [CARRY_CONTAINER] = {"container", COLUMN_TEXT, "Container type.",
                         .empty = "but for `box`, `empty`, `return` and `lease`"},
    [CARRY_CARGO] = {"cargo", COLUMN_TEXT, "Cargo class.", .empty = "but for `box`"},
    [CARRY_FROM] = {"from", COLUMN_TEXT, "Station where the leg begins.",
                    .empty = "but for `box`, `empty` and `train`"},
    [CARRY_TO] = {"to", COLUMN_TEXT, "Station where the leg ends; that of the stock or the sets.",
                  .empty = "for `sold`"},
    [CARRY_DEPARTS] = {"departs", COLUMN_INSTANT, "Departure of the leg.",
                       .empty = "but for `box`, `empty` and `train`"},
    [CARRY_ARRIVES] = {"arrives", COLUMN_INSTANT,
                       "Arrival of the leg; when sets leave or are free; of `return` the day.",
                       .empty = "for `sold`, `lease` and `sets`"},
    [CARRY_BOXES] = {"boxes", COLUMN_COUNT,
                     "Boxes; of `sets` the sets that stand there, of `set` the change.",
                     .empty = "for `train`"},
    [CARRY_TEU] = {"teu", COLUMN_QUANTITY, "TEU of the boxes.", .unit = "TEU",
                   .empty = "but for `box` and `empty`"},
    [CARRY_TONNES] = {"tonnes", COLUMN_QUANTITY, "Their gross weight.", .unit = "tonnes",
                      .empty = "but for `box` and `empty`"},
    [CARRY_REVENUE] = {"revenue", COLUMN_MONEY, "Revenue of a box.", .empty = "but for `sold`"},
};
