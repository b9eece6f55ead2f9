/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A case with one of everything that a rule can be about, and nothing else in it. */
#include "tests/unit/words_case.h"

#include <glib.h>

/* 2026-12-07, and a week from 2026-12-20. */
static DaySpan one_day[] = {{20794, 20794, {0}}},
               holidays[] = {{20794, 20794, {0}}, {20807, 20813, {0}}};
static Station stations[] = {{.code = "AAA",
                              .trains_per_day = 2,
                              .lifts_per_day = 1,
                              .closed = {.days = holidays, .n_days = 2}},
                             {.code = "BBB", .trains_per_day = 1, .lifts_per_day = 40}};
static Container containers[] = {{.code = "40HC"}};
static Cargo cargo[] = {{.code = "general", .max_boxes_per_train = 1},
                        {.code = "food", .max_boxes_per_train = 12}};
static Slot slots[] = {{.code = "S1", .max_trains = 1, .closed = {.days = one_day, .n_days = 1}},
                       {.code = "S2", .max_trains = 2}};
static Line lines[] = {{.code = "A-B", .min_trains_per_week = 3, .max_trains_per_week = 1}};
static Train trains[] = {{.code = "X1"}};
static LoadFactor load_factors[] = {{.min = 0.8, .per = PER_TRAIN},
                                    {.min = 0.75, .per = PER_WEEK},
                                    {.min = 0.123456789, .per = PER_HORIZON}};
static Tier one_box[] = {{.boxes = 1}}, two_tiers[] = {{.boxes = 20}, {.boxes = 5}};
static Demand demand[] = {{.code = "B1", .tiers = one_box, .n_tiers = 1},
                          {.code = "B2", .tiers = two_tiers, .n_tiers = 2}};
static Feeder feeders[] = {
    {.code = "NGB-AAA", .boxes_per_day = 8, .closed = {.days = one_day, .n_days = 1}}};
static EquipmentAt at[] = {{.station = 0, .stock = 5, .lease_boxes = 4},
                           {.station = 1, .stock = 2, .end_min = 6}};
static Equipment equipment[] = {{.at = at, .n_at = 2}, {.n_at = 0}};
static RakeSets sets[] = {{.station = 0, .sets = 1}, {.station = 1, .sets = 2}};
static Rake rakes[] = {{.code = "CN", .sets = sets, .n_sets = 2, .turn_min = 90},
                       {.code = "EU", .n_sets = 0}};
static Balance balance[] = {
    {.name = "even", .trains.ratio = 0.5, .teu.ratio = 1, .per = PER_HORIZON},
    {.name = "weekly", .trains.ratio = 1, .teu.ratio = 0.25, .per = PER_WEEK}};
static const CarriedRow set_taken = {.kind = CARRIED_SET, .id = "CN", .to = "BBB", .boxes = -1};
static CarriedSet sets_carried[] = {{.row = &set_taken, .pool = 0, .station = 1}};
static CarriedOver carried = {.sets = sets_carried,
                              .n_sets = 1,
                              .trains_under_way = 1,
                              .boxes_under_way = 10,
                              .empties_under_way = 2};
static CommittedTrain earlier_trains[] = {
    {.name = "X1@2026-12-02", .line = "A-B", .departs = 100, .frozen = true}};
static CommittedLeg earlier_leg[] = {{.train = 0, .under_way = -1, .departs = 100}};
static CommittedItinerary itineraries[] = {
    {.booking = "B1", .boxes = 1, .legs = earlier_leg, .n_legs = 1, .frozen = true},
    {.booking = "B2", .boxes = 10, .legs = earlier_leg, .n_legs = 1, .frozen = true}};

Case words_case(void) {
    return (Case){.carried = &carried,
                  .stations = stations,
                  .n_stations = G_N_ELEMENTS(stations),
                  .containers = containers,
                  .n_containers = G_N_ELEMENTS(containers),
                  .cargo = cargo,
                  .n_cargo = G_N_ELEMENTS(cargo),
                  .slots = slots,
                  .n_slots = G_N_ELEMENTS(slots),
                  .lines = lines,
                  .n_lines = G_N_ELEMENTS(lines),
                  .trains = trains,
                  .n_trains = G_N_ELEMENTS(trains),
                  .load_factors = load_factors,
                  .n_load_factors = G_N_ELEMENTS(load_factors),
                  .demand = demand,
                  .n_demand = G_N_ELEMENTS(demand),
                  .feeders = feeders,
                  .n_feeders = G_N_ELEMENTS(feeders),
                  .equipment = equipment,
                  .n_equipment = G_N_ELEMENTS(equipment),
                  .rakes = rakes,
                  .n_rakes = G_N_ELEMENTS(rakes),
                  .balance = balance,
                  .n_balance = G_N_ELEMENTS(balance),
                  .commitments = {.earlier_trains = earlier_trains,
                                  .n_earlier_trains = G_N_ELEMENTS(earlier_trains),
                                  .earlier_itineraries = itineraries,
                                  .n_earlier_itineraries = G_N_ELEMENTS(itineraries)}};
}
