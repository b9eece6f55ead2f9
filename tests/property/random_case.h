/** @file
 *  Small random cases: a seed gives a network, a timetable, trains, cargo and rules.
 *
 *  Cases are plain structs, so that a property can change one and ask again; case_text.h writes
 *  them down. Durations are in hours or minutes, money in whole units. */
#ifndef BANLIE_TESTS_PROPERTY_RANDOM_CASE_H
#define BANLIE_TESTS_PROPERTY_RANDOM_CASE_H

#include <stdbool.h>
#include <stdint.h>

/** What a case may have in it; each is drawn on its own. */
typedef enum {
    FEATURE_BRANCHES,
    FEATURE_STOPS,
    FEATURE_HAND_TRAINS,
    FEATURE_TRANSFERS,
    FEATURE_GAUGE_BREAKS,
    FEATURE_LIFTS_PER_DAY,
    FEATURE_TRAINS_PER_DAY,
    FEATURE_TONNES,
    FEATURE_AVOID,
    FEATURE_CONTAINERS,
    FEATURE_MAX_BOXES,
    FEATURE_APART,
    FEATURE_LATENESS,
    FEATURE_TIERS,
    FEATURE_MUST,
    FEATURE_UNSERVED,
    FEATURE_OFFERED,
    FEATURE_MIN_LOAD,
    FEATURE_BALANCE_TRAINS,
    FEATURE_BALANCE_TEU,
    FEATURE_BALANCE_HARD,
    FEATURE_BALANCE_WEEK,
    FEATURE_LINE_BOUNDS,
    FEATURE_SHARED_SLOTS,
    FEATURE_CLOCK_CHANGE,
    N_FEATURES
} Feature;

enum {
    MAX_STATIONS = 4,
    MAX_ROUTE = 4,
    MAX_SLOTS = 12,
    MAX_DEPARTS = 3,
    MAX_LINES = 4,
    MAX_TRAINS = 2,
    MAX_CARGO = 3,
    MAX_LOAD_FACTORS = 2,
    MAX_BALANCE = 2,
    MAX_DEMAND = 17, /**< one more than is drawn, for a booking that is split */
    ABSENT = -1      /**< of an index or a limit that is not given */
};

typedef struct {
    const char *code, *country, *zone;
    int zone_hours; /**< east of UTC in winter */
    bool gauge_break, transfer;
    int load_cost, unload_cost, transfer_cost;
    int cutoff_h, release_h;
    int transfer_min_h, transfer_max_h;
    int through_min_h, through_max_h;
    int lifts_per_day, trains_per_day; /**< ABSENT: unlimited */
} RandomStation;

typedef struct {
    char code[16];
    int from, to;
    int departs[MAX_DEPARTS]; /**< minute of the week, local, Monday 00:00 is 0 */
    int n_departs;
    int runs_min, km, teu;
    int tonnes; /**< ABSENT: unlimited */
    int trains; /**< that may share a run */
    int cost_train, cost_teu;
    int stop; /**< station served on the way, or ABSENT */
    int stop_arrives_min, stop_departs_min, stop_km;
} RandomSlot;

typedef struct {
    const char *code, *direction; /**< direction NULL: none */
    int route[MAX_ROUTE];
    int n_route;
    int min_trains, max_trains; /**< a week; ABSENT: not bounded */
    int max_transit_h;          /**< ABSENT: none */
    int cost;
    bool by_hand;
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
    bool must;
    int tier_boxes, tier_revenue; /**< a second tier; tier_boxes 0: none */
} RandomBooking;

typedef struct {
    bool of_trains, of_teu, weekly;
    int ratio_percent;
    int penalty; /**< ABSENT: the rule is hard */
} RandomBalance;

typedef struct {
    bool has[N_FEATURES];
    const char *start;
    int weeks, tail_days;
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
} RandomCase;

/** The containers that bookings use. */
typedef struct {
    const char *code;
    double teu;
} RandomContainer;

enum { N_RANDOM_CONTAINERS = 4 };
extern const RandomContainer random_containers[N_RANDOM_CONTAINERS];

/** Name of a feature for people. */
const char *feature_name(Feature feature);

/** The case of a seed. */
RandomCase random_case(uint64_t seed);

#endif
