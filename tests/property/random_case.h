/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Small random cases: a seed gives a network, a timetable, trains, cargo and rules.
 *
 *  Cases are plain structs, so that a property can change one and ask again; case_text.h writes
 *  them down. Durations are in hours or minutes, money in whole units. */
#ifndef BANLIE_TESTS_PROPERTY_RANDOM_CASE_H
#define BANLIE_TESTS_PROPERTY_RANDOM_CASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What a case may have in it; each is drawn on its own. A feature that was drawn may still not
 * come into the case (a stop needs a route of three): feature.h says what is really there. */
typedef enum {
    DRAW_BRANCHES,
    DRAW_STOPS,
    DRAW_HAND_TRAINS,
    DRAW_TRANSFERS,
    DRAW_GAUGE_BREAKS,
    DRAW_LIFTS_PER_DAY,
    DRAW_TRAINS_PER_DAY,
    DRAW_TONNES,
    DRAW_VALIDITY,
    DRAW_AVOID,
    DRAW_CONTAINERS,
    DRAW_MAX_BOXES,
    DRAW_APART,
    DRAW_LATENESS,
    DRAW_TIERS,
    DRAW_MUST,
    DRAW_UNSERVED,
    DRAW_OFFERED,
    DRAW_MIN_LOAD,
    DRAW_BALANCE_TRAINS,
    DRAW_BALANCE_TEU,
    DRAW_BALANCE_HARD,
    DRAW_BALANCE_WEEK,
    DRAW_LINE_BOUNDS,
    DRAW_SHARED_SLOTS,
    DRAW_CLOCK_CHANGE,
    DRAW_UPPER,
    DRAW_FEEDERS,
    DRAW_FEEDER_GAP, /**< a gap between the lines that only a feeder bridges */
    DRAW_EQUIPMENT,
    DRAW_TURN,
    DRAW_STORAGE,
    DRAW_LEASE,
    DRAW_END_MIN,
    DRAW_END_VALUE,
    DRAW_OWNERS,
    DRAW_RAKES,
    DRAW_REPOSITION,
    DRAW_REGULAR,
    DRAW_CYCLIC,
    N_DRAWS
} Draw;

enum {
    CORRIDOR = 4,     /**< stations that trains serve come first */
    MAX_STATIONS = 7, /**< then those that feeders reach; one more than is drawn */
    MAX_ROUTE = 4,
    MAX_SLOTS = 16, /**< MAX_DRAWN_SLOTS and those of variations */
    MAX_DRAWN_SLOTS = 12,
    MAX_DEPARTS = 3,
    MAX_LINES = 4,
    MAX_TRAINS = 2,
    MAX_CARGO = 4, /**< one more than is drawn */
    N_CARGO = 3,
    MAX_LOAD_FACTORS = 2,
    MAX_BALANCE = 2,
    MAX_FEEDERS = 8,
    MAX_EQUIPMENT = 3,
    MAX_RAKES = 2,
    MAX_REPOSITION = 4,
    LEAST_DEMAND = 5,
    MOST_DEMAND = 12,
    MAX_DEMAND = 2 * MOST_DEMAND, /**< a variation may make two of each booking */
    ABSENT = -1                   /**< of an index or a limit that is not given */
};

/** The containers that bookings use. */
typedef struct {
    const char *code;
    double teu, tare_t;
} RandomContainer;

enum { N_RANDOM_CONTAINERS = 4 };
extern const RandomContainer random_containers[N_RANDOM_CONTAINERS];

/** Days after the horizon's start that are closed; days 0: none. */
typedef struct {
    int from, days;
} RandomClosed;

typedef struct {
    const char *code, *country, *zone;
    int zone_hours; /**< east of UTC in winter */
    bool gauge_break, transfer;
    int load_cost, unload_cost, transfer_cost;
    int cutoff_h, release_h;
    int transfer_min_h, transfer_max_h;
    int through_min_h, through_max_h;
    int lifts_per_day, trains_per_day; /**< ABSENT: unlimited */
    RandomClosed closed;
} RandomStation;

typedef struct {
    char code[16];
    int from, to;
    int departs[MAX_DEPARTS]; /**< minute of the week, local, Monday 00:00 is 0 */
    int n_departs;
    int runs_min, km, teu;
    int upper_teu;
    int tonnes; /**< ABSENT: unlimited */
    int trains; /**< that may share a run */
    int cost_train, cost_teu, cost_empty_teu;
    int rake;                 /**< wagon pool, or ABSENT */
    int valid_from, valid_to; /**< days after the horizon's start; ABSENT: not bounded */
    int stop;                 /**< station served on the way, or ABSENT */
    int stop_arrives_min, stop_departs_min, stop_km;
    bool by_clock;               /**< `arrives`, see random_keys.h, in place of `runs` */
    int every_weeks, every_from; /**< weeks 0: every week; a day after the horizon's start */
    RandomClosed closed;
} RandomSlot;

typedef struct {
    const char *code, *direction; /**< direction NULL: none */
    int route[MAX_ROUTE];
    int n_route;
    int min_trains, max_trains; /**< a week; ABSENT: not bounded */
    int max_transit_h;          /**< ABSENT: none */
    int cost;
    bool by_hand, regular;
} RandomLine;

typedef struct {
    int line;
    int slots[MAX_ROUTE];
    int n_slots;
    int departs; /**< which departure of its first slot */
    bool optional;
} RandomTrain;

typedef struct {
    const char *code;
    int max_boxes, apart_from; /**< ABSENT: not given */
    int avoid_station, avoid_slot;
    const char *avoid_country; /**< NULL: none */
    int container;             /**< the only one allowed, or ABSENT */
} RandomCargo;

typedef struct {
    const char *lines, *per;
    int offered_percent, min_percent;
} RandomLoadFactor;

typedef struct {
    int from, to;
    int boxes, container, cargo, kilos;
    int ready_h, due_h; /**< after the horizon's start */
    int revenue, unserved;
    int late_per_day, late_max_h;
    bool must, shipper;           /**< the box belongs to the shipper */
    int tier_boxes, tier_revenue; /**< a second tier; tier_boxes 0: none */
} RandomBooking;

typedef struct {
    bool of_trains, of_teu, weekly;
    int ratio_percent;
    int penalty; /**< ABSENT: the rule is hard */
} RandomBalance;

typedef struct {
    const char *mode;
    int from, to, takes_h, cost;
    int boxes_per_day; /**< ABSENT: unlimited */
    int departs[MAX_DEPARTS];
    int n_departs; /**< 0: unscheduled */
    bool by_clock;
    int every_weeks, every_from; /**< as of slots */
    RandomClosed closed;
} RandomFeeder;

/** Per station: 0 where nothing is said. */
typedef struct {
    int container;
    int load_turn_h, unload_turn_h;
    int stock[MAX_STATIONS], storage[MAX_STATIONS];
    int lease_cost[MAX_STATIONS], lease_boxes[MAX_STATIONS]; /**< boxes 0: no lease */
    int end_min[MAX_STATIONS], end_value[MAX_STATIONS], handling[MAX_STATIONS];
} RandomEquipment;

typedef struct {
    int from, to, takes_h, cost;
} RandomReposition;

/** A pool of wagon sets. */
typedef struct {
    const char *code;
    bool listed; /**< false: its slots name it, but its sets are not counted */
    int sets[MAX_STATIONS];
    int turn_h;
    RandomReposition reposition[MAX_REPOSITION];
    int n_reposition;
} RandomRake;

/** What the objective is. */
typedef enum {
    GOALS_PLAIN,
    GOALS_LIST_OF_ONE,
    GOALS_MARGIN_TWICE,
    GOALS_TEU_KM_FIRST,
    GOALS_LOAD_FACTOR_FIRST
} GoalList;

typedef struct {
    bool draws[N_DRAWS];
    const char *start;
    int start_later_days; /**< after `start` */
    bool cyclic;
    int weeks, tail_days;
    GoalList goals;
    bool stackable[N_RANDOM_CONTAINERS];
    bool spare_container; /**< a type is listed that no booking uses */
    RandomStation stations[MAX_STATIONS];
    int n_stations;
    RandomSlot slots[MAX_SLOTS];
    int n_slots;
    RandomLine lines[MAX_LINES];
    int n_lines;
    RandomTrain trains[MAX_TRAINS];
    int n_trains;
    RandomCargo cargo[MAX_CARGO];
    int n_cargo;
    RandomLoadFactor load_factors[MAX_LOAD_FACTORS];
    int n_load_factors;
    RandomBooking demand[MAX_DEMAND];
    int n_demand;
    RandomBalance balance[MAX_BALANCE];
    int n_balance;
    RandomFeeder feeders[MAX_FEEDERS];
    int n_feeders;
    RandomEquipment equipment[MAX_EQUIPMENT];
    int n_equipment;
    RandomRake rakes[MAX_RAKES];
    int n_rakes;
} RandomCase;

/** The case of a seed. */
RandomCase random_case(uint64_t seed);

#endif
