/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/fixture.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Stations in the order of the enumeration; legs, runs and station days by hand below. */
struct Fixture {
    Zones *zones;
    Case kase;
    Station stations[4];
    Container containers[1];
    Cargo cargo[1];
    Slot slots[4];
    Line lines[3];
    Demand demand[3];
    Balance balance[1];
    Problem problem;
    SlotRun runs[4];
    TrainCandidate trains[4];
    SlotRunId train_runs[6];
    Leg legs[8];
    bool bars_leg[8];
    bool bars_station[4];
    LegId departures[8];
    int departure_start[5];
    int no_feeders[5]; /* from each station */
    StationDay station_days[9];
    Booking bookings[4];
    Plan plan;
    bool chosen[4];
    Allocation allocations[4];
    Ride rides[5];
    double leg_teu[8];
    double leg_tonne[8];
    double lift[9];
    double floor_price[4];
    double opportunity[4];
};

/* Station days: by station, then day. */
enum { YIW_01, YIW_15, ALA_04, ALA_05, ALA_06, MAL_10, DUI_03, DUI_12, DUI_13 };

static Date december(int day) {
    Date date = 0;
    (void)date_from_ymd(2026, 12, day, &date);
    return date;
}

Minute fixture_beijing(const Fixture *fixture, int day, int hour, int minute) {
    return zone_to_minute(fixture->stations[YIW].zone, december(day), hour * 60 + minute, NULL);
}

static void fill_stations(Fixture *fixture) {
    const Zone *beijing = zone_find(fixture->zones, "Asia/Shanghai");
    const Station stations[] = {
        [YIW] = {.code = "YIW",
                 .name = {"Yiwu West", "义乌西"},
                 .country = "CN",
                 .zone = beijing,
                 .load_cost_per_box = 300,
                 .unload_cost_per_box = 280,
                 .unload_release_min = 360,
                 .lifts_per_day = 1200,
                 .trains_per_day = 8},
        [ALA] = {.code = "ALA",
                 .name = {"Alashankou–Dostyk", "阿拉山口"},
                 .country = "CN",
                 .zone = beijing,
                 .has_transfer = true,
                 .transfer_cost_per_box = 500,
                 .gauge_break = true,
                 .lifts_per_day = 60,
                 .trains_per_day = NO_LIMIT},
        [MAL] = {.code = "MAL",
                 .name = {"=Malaszewicze, \"PL\"", NULL},
                 .country = "PL",
                 .zone = zone_find(fixture->zones, "Europe/Warsaw"),
                 .lifts_per_day = NO_LIMIT,
                 .trains_per_day = NO_LIMIT},
        [DUI] = {.code = "DUI",
                 .name = {"Duisburg", "杜伊斯堡"},
                 .country = "DE",
                 .zone = zone_find(fixture->zones, "Europe/Berlin"),
                 .load_cost_per_box = 250,
                 .unload_cost_per_box = 200,
                 .unload_release_min = 1440,
                 .lifts_per_day = NO_LIMIT,
                 .trains_per_day = NO_LIMIT},
    };
    memcpy(fixture->stations, stations, sizeof stations);
}

static void fill_case(Fixture *fixture) {
    static const char *const lines[] = {"YIW-DUI", "ALA-DUI", "DUI-YIW"};
    static PatternBudget budget = {PATTERN_BUDGET_STEPS};
    Phrase *why;
    Date start = 0;
    (void)date_from_ymd(2026, 11, 30, &start);
    for (int i = 0; i < 3; i++) {
        fixture->lines[i] = (Line){.code = lines[i], .direction = DIRECTION_OUTBOUND};
    }
    fixture->lines[LINE_YIW_DUI].name = (Name){"Yiwu–Duisburg", "义乌—杜伊斯堡"};
    fixture->lines[LINE_DUI_YIW].direction = DIRECTION_RETURN;
    fixture->containers[0] = (Container){.code = "40HC", .teu = 2, .tare_t = 3.9};
    fixture->cargo[0] = (Cargo){.code = "general"};
    fixture->balance[0] = (Balance){.name = "Yiwu",
                                    .outbound = pattern_new("YIW-.*|ALA-.*", &budget, &why),
                                    .ret = pattern_new("DUI-.*", &budget, &why),
                                    .trains = {true, 0.8, 9000},
                                    .teu = {true, 0.6, 800},
                                    .per = PER_HORIZON};
    fixture->kase =
        (Case){.name = "Yiwu, week 49 义乌",
               .currency = "CNY",
               .beijing = fixture->stations[YIW].zone,
               .horizon = {.start = start, .weeks = 2, .zone = fixture->stations[YIW].zone},
               .stations = fixture->stations,
               .n_stations = 4,
               .containers = fixture->containers,
               .n_containers = 1,
               .cargo = fixture->cargo,
               .n_cargo = 1,
               .slots = fixture->slots,
               .n_slots = 4,
               .lines = fixture->lines,
               .n_lines = 3,
               .demand = fixture->demand,
               .n_demand = 3,
               .balance = fixture->balance,
               .n_balance = 1};
}

static void fill_runs(Fixture *fixture) {
    const SlotRun runs[] = {
        {0, 0, fixture_beijing(fixture, 1, 4, 30), fixture_beijing(fixture, 4, 18, 30), 0,
         CLOSED_NOT, 0, "CN-8020@2026-12-01", 0},
        {1, 0, fixture_beijing(fixture, 5, 6, 30), fixture_beijing(fixture, 13, 6, 30), 0,
         CLOSED_NOT, 1, "EU-41@2026-12-05", 0},
        {2, 0, fixture_beijing(fixture, 6, 0, 30), fixture_beijing(fixture, 13, 12, 30), 0,
         CLOSED_NOT, 2, "EU-43@2026-12-06", 0},
        {3, 0, fixture_beijing(fixture, 3, 17, 0), fixture_beijing(fixture, 15, 17, 0), 0,
         CLOSED_NOT, 3, "W-1@2026-12-03", 0},
    };
    memcpy(fixture->runs, runs, sizeof runs);
}

/* Legs of one slot: CN-8020 (0), EU-41 (1), W-1 (3) have one; EU-43 (2) stops at MAL. */
static void add_legs(Fixture *fixture, LegId *at, TrainId train, SlotRunId run) {
    const SlotRun *r = &fixture->runs[run];
    const Leg shapes[] = {
        {.from = YIW,
         .to = ALA,
         .dist_km = 4000,
         .offered_teu = 100,
         .limit_t = 2400,
         .cost_per_teu = 120,
         .depart_day = YIW_01,
         .arrive_day = ALA_04},
        {.from = ALA,
         .to = DUI,
         .dist_km = 6000,
         .offered_teu = 82,
         .limit_t = (double)INFINITY,
         .cost_per_teu = 200,
         .depart_day = ALA_05,
         .arrive_day = DUI_12},
        {.from = ALA,
         .to = MAL,
         .dist_km = 4500,
         .offered_teu = 80,
         .limit_t = 1500,
         .cost_per_teu = 157.5,
         .depart_day = ALA_06,
         .arrive_day = MAL_10},
        {.from = DUI,
         .to = YIW,
         .dist_km = 10000,
         .offered_teu = 100,
         .limit_t = (double)INFINITY,
         .cost_per_teu = 100,
         .depart_day = DUI_03,
         .arrive_day = YIW_15},
    };
    Leg *leg = &fixture->legs[*at];
    *leg = shapes[run];
    leg->train = train;
    leg->base = *at;
    leg->run = run;
    leg->departs = r->departs;
    leg->arrives = r->arrives;
    leg->next = NONE;
    *at += 1;
    if (run == 2) {
        leg->arrives = r->departs + 5 * MINUTES_PER_DAY;
        leg[1] = *leg;
        leg[1].base = *at;
        leg[1].part = 1;
        leg[1].from = MAL;
        leg[1].to = DUI;
        leg[1].departs = leg->arrives + 6 * MINUTES_PER_HOUR;
        leg[1].arrives = r->arrives;
        leg[1].dist_km = 1500;
        leg[1].cost_per_teu = 52.5;
        leg[1].depart_day = MAL_10;
        leg[1].arrive_day = DUI_13;
        leg->next = *at;
        *at += 1;
    }
}

static void fill_trains(Fixture *fixture) {
    const struct {
        LineId line;
        int n_runs;
        SlotRunId runs[2];
        double cost;
        const char *name;
    } chains[] = {
        {LINE_YIW_DUI, 2, {0, 1}, 40800, "YIW-DUI@2026-12-01"},
        {LINE_YIW_DUI, 2, {0, 2}, 39800, "YIW-DUI@2026-12-01"},
        {LINE_ALA_DUI, 1, {2}, 24500, "ALA-DUI@2026-12-06"},
        {LINE_DUI_YIW, 1, {3}, 30000, "DUI-YIW@2026-12-03"},
    };
    int run = 0;
    LegId leg = 0;
    for (TrainId id = 0; id < 4; id++) {
        TrainCandidate *train = &fixture->trains[id];
        *train = (TrainCandidate){.line = chains[id].line,
                                  .hand = NONE,
                                  .first_run = run,
                                  .n_runs = chains[id].n_runs,
                                  .first_leg = leg,
                                  .cost = chains[id].cost,
                                  .offered = 1,
                                  .load_factor = NONE,
                                  .regular = NONE,
                                  .base_name = chains[id].name};
        for (int i = 0; i < chains[id].n_runs; i++) {
            fixture->train_runs[run++] = chains[id].runs[i];
            add_legs(fixture, &leg, id, chains[id].runs[i]);
        }
        train->n_legs = leg - train->first_leg;
        for (LegId l = train->first_leg; l < leg; l++) {
            train->dist_km += fixture->legs[l].dist_km;
            fixture->legs[l].next = l + 1 < leg ? l + 1 : NONE;
        }
        train->departs = fixture->legs[train->first_leg].departs;
        train->arrives = fixture->legs[leg - 1].arrives;
    }
}

/** What the files say of the bookings beside their boxes. */
static void fill_terms(Fixture *fixture, Minute due, Minute later) {
    static Tier tiers[] = {{.boxes = 30, .revenue_per_box = 20000},
                           {.boxes = 10, .revenue_per_box = 9000},
                           {.boxes = 10, .revenue_per_box = 6000},
                           {.boxes = 5, .revenue_per_box = 7000}};
    fixture->demand[0] = (Demand){.from = YIW,
                                  .to = DUI,
                                  .due = due,
                                  .tiers = tiers,
                                  .n_tiers = 1,
                                  .customer = "=ACME",
                                  .remark = "义乌, urgent"};
    fixture->demand[1] =
        (Demand){.from = DUI, .to = YIW, .due = later, .tiers = &tiers[1], .n_tiers = 2};
    fixture->demand[2] =
        (Demand){.from = MAL, .to = YIW, .due = later, .tiers = &tiers[3], .n_tiers = 1};
    for (int i = 0; i < 3; i++) {
        fixture->demand[i].max_transit_min = INT64_MAX;
        fixture->demand[i].parts_min = 1;
        fixture->demand[i].parts_max = NO_LIMIT;
    }
}

static void fill_demand(Fixture *fixture) {
    const Minute due =
        zone_to_minute(fixture->stations[DUI].zone, december(13), 23 * 60 + 59, NULL);
    const Minute later = due + 20 * MINUTES_PER_DAY;
    const Booking bookings[] = {
        {.demand = 0,
         .equipment = NONE,
         .code = "B1",
         .boxes = 30,
         .from = YIW,
         .to = DUI,
         .teu = 2,
         .gross_t = 23.9,
         .due = due,
         .latest = due + 4 * MINUTES_PER_DAY,
         .late_cost_per_min = 1,
         .revenue_per_box = 20000,
         .unserved_cost_per_box = 1500},
        {.demand = 1,
         .equipment = NONE,
         .code = "B2",
         .boxes = 10,
         .from = DUI,
         .to = YIW,
         .teu = 1,
         .gross_t = 15,
         .due = later,
         .latest = later,
         .revenue_per_box = 9000},
        {.demand = 1,
         .equipment = NONE,
         .tier = 1,
         .code = "B2",
         .boxes = 10,
         .from = DUI,
         .to = YIW,
         .teu = 1,
         .gross_t = 15,
         .due = later,
         .latest = later,
         .revenue_per_box = 6000},
        {.demand = 2,
         .equipment = NONE,
         .code = "B3",
         .boxes = 5,
         .from = MAL,
         .to = YIW,
         .teu = 1,
         .gross_t = 10,
         .due = later,
         .latest = later,
         .revenue_per_box = 7000,
         .unserved_cost_per_box = 100},
    };
    memcpy(fixture->bookings, bookings, sizeof bookings);
    for (size_t i = 0; i < sizeof bookings / sizeof *bookings; i++) {
        fixture->bookings[i].max_transit_min = INT64_MAX;
        fixture->bookings[i].least_part = 1;
        fixture->bookings[i].most_parts = bookings[i].boxes;
    }
    fill_terms(fixture, due, later);
}

/* Legs by station of departure, then time: see fill_trains() for the numbers of the legs. */
static void fill_departures(Fixture *fixture) {
    const LegId departures[] = {0, 2, 1, 3, 5, 4, 6, 7};
    const int start[] = {[YIW] = 0, [ALA] = 2, [MAL] = 5, [DUI] = 7, 8};
    memcpy(fixture->departures, departures, sizeof departures);
    memcpy(fixture->departure_start, start, sizeof start);
}

static void fill_problem(Fixture *fixture) {
    static const struct {
        StationId station;
        int day;
    } days[] = {{YIW, 1},  {YIW, 15}, {ALA, 4},  {ALA, 5}, {ALA, 6},
                {MAL, 10}, {DUI, 3},  {DUI, 12}, {DUI, 13}};
    for (int i = 0; i < 9; i++) {
        fixture->station_days[i] =
            (StationDay){.station = days[i].station, .day = december(days[i].day)};
    }
    fixture->problem = (Problem){.kase = &fixture->kase,
                                 .runs = fixture->runs,
                                 .n_runs = 4,
                                 .trains = fixture->trains,
                                 .n_trains = 4,
                                 .train_runs = fixture->train_runs,
                                 .legs = fixture->legs,
                                 .n_legs = 8,
                                 .n_base_legs = 8,
                                 .station_days = fixture->station_days,
                                 .n_station_days = 9,
                                 .bookings = fixture->bookings,
                                 .n_bookings = 4,
                                 .n_flows = 4,
                                 .cargo_bars_leg = fixture->bars_leg,
                                 .cargo_bars_station = fixture->bars_station,
                                 .station_departures = fixture->departures,
                                 .station_departure_start = fixture->departure_start,
                                 .feeders_from_start = fixture->no_feeders};
    fill_departures(fixture);
}

static void fill_prices(Fixture *fixture) {
    const double floor_price[] = {4000, 7000, 7000, (double)INFINITY};
    const double opportunity[] = {1000, 200.5, 200.5, (double)INFINITY};
    memcpy(fixture->floor_price, floor_price, sizeof floor_price);
    memcpy(fixture->opportunity, opportunity, sizeof opportunity);
    fixture->leg_teu[0] = 75.25;
    fixture->leg_teu[3] = 5000; // of a train that does not run
    fixture->leg_teu[6] = 1240.5;
    fixture->leg_tonne[5] = 2.5;
    fixture->lift[ALA_04] = 100.0 / 3;
    fixture->plan.prices = (Prices){.leg_teu = fixture->leg_teu,
                                    .leg_tonne = fixture->leg_tonne,
                                    .lift = fixture->lift,
                                    .floor_price = fixture->floor_price,
                                    .opportunity = fixture->opportunity};
}

static void fill_plan(Fixture *fixture) {
    const bool chosen[] = {true, false, true, true};
    const Ride rides[] = {{0, 1, NONE, NONE},
                          {0, 0, NONE, NONE},
                          {5, 6, NONE, NONE},
                          {7, 7, NONE, NONE},
                          {7, 7, NONE, NONE}};
    const Allocation allocations[] = {{0, 20, 0, 1}, {0, 6, 1, 2}, {1, 10, 3, 1}, {2, 4, 4, 1}};
    memcpy(fixture->chosen, chosen, sizeof chosen);
    memcpy(fixture->rides, rides, sizeof rides);
    memcpy(fixture->allocations, allocations, sizeof allocations);
    fixture->plan = (Plan){.status = PLAN_GAP,
                           .objective = 467170,
                           .bound = 470000.0000004,
                           .relaxation = 471000.5,
                           .runs = fixture->chosen,
                           .allocations = fixture->allocations,
                           .n_allocations = 4,
                           .rides = fixture->rides,
                           .n_rides = 5,
                           .rounds = 7,
                           .nodes = 3,
                           .columns = 40};
    memcpy(fixture->plan.solver, "GLPK 5.0", sizeof "GLPK 5.0");
    fill_prices(fixture);
}

Fixture *fixture_new(void) {
    Fixture *fixture = calloc(1, sizeof *fixture);
    if (fixture == NULL) {
        abort();
    }
    fixture->zones = zones_new();
    fill_stations(fixture);
    fill_case(fixture);
    fill_runs(fixture);
    fill_trains(fixture);
    fill_demand(fixture);
    fill_problem(fixture);
    fill_plan(fixture);
    return fixture;
}

void fixture_free(Fixture *fixture) {
    pattern_free(fixture->balance[0].outbound);
    pattern_free(fixture->balance[0].ret);
    zones_free(fixture->zones);
    free(fixture);
}

Case *fixture_case(Fixture *fixture) {
    return &fixture->kase;
}

Problem *fixture_problem(Fixture *fixture) {
    return &fixture->problem;
}

Plan *fixture_plan(Fixture *fixture) {
    return &fixture->plan;
}

void fixture_relax(Fixture *fixture) {
    fixture->plan.status = PLAN_RELAXED;
    fixture->plan.runs = NULL;
    fixture->plan.n_allocations = 0;
    fixture->plan.objective = (double)NAN;
    fixture->plan.bound = 471000.5;
}
