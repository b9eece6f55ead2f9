/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A written plan brought back to life: its trains with the slot runs and legs that the case says
 *  they have, and its boxes on them. */
#ifndef BANLIE_VERIFY_READ_PLAN_READ_H
#define BANLIE_VERIFY_READ_PLAN_READ_H

#include "verify/read/plan_table.h"
#include "verify/read/slot_run.h"

enum { NOWHERE = -1 };

/** Prices of a cargo class on a leg, of its rules. */
typedef struct {
    double box, teu;
} ClassPrice;

/** The way between two served stations that follow one another on a train. */
typedef struct {
    int run; /**< which of the train's slot runs */
    StationId from, to;
    Minute departs, arrives;
    double dist_km;
    double cost_per_teu;
    double cost_per_empty_teu;
    double offered_teu; /**< share x (teu + upper_teu) */
    double flat_teu;    /**< share x teu: for boxes that may not stand on the second level */
    double limit_t;     /**< gross; INFINITY where none */
    double loaded_teu, empty_teu;
    double used_flat_teu; /**< of boxes, loaded or empty, that may not stand on the second level */
    double gross_t;       /**< of all boxes */
    long *class_boxes;    /**< per CargoId */
    double teu_price;     /**< of TEU on either level */
    double flat_price;    /**< of TEU that may not stand on the second level, besides */
    double tonne_price;
    double teu_reward;        /**< of loaded TEU, by rules that reward them */
    ClassPrice *class_prices; /**< per CargoId, NULL where none has one */
} PlanLeg;

/** One row of trains.csv. */
typedef struct {
    int row;
    const char *name;
    char *base_name;
    int number; /**< 1, or what stands behind the base name */
    LineId line;
    int hand; /**< index in Case.trains, NOWHERE where the line is designed */
    Date day; /**< in its name */
    bool runs;
    bool sound; /**< line and slot runs are known: what follows is filled */
    char **run_names;
    SlotRun *slot_runs;
    int n_runs;
    PlanLeg *legs;
    int n_legs;
    Minute departs, arrives;
    int week;
    double dist_km;
    double offered_teu_km, loaded_teu_km, empty_teu_km;
    long boxes, empty_boxes;
    double cost, revenue;
} PlanTrain;

/** One leg of a way: on a train or on a feeder. */
typedef struct {
    int row;     /**< in legs.csv or empties.csv */
    int train;   /**< NOWHERE: on a feeder */
    int leg;     /**< of the train */
    int periods; /**< cyclic case: so many periods after the train in trains.csv; else 0 */
    int feeder;  /**< index in Case.feeders, NOWHERE: on a train */
    StationId from, to;
    Minute departs, arrives;
} PlanMove;

/** One row of allocations.csv with its rows of legs.csv. */
typedef struct {
    int row;
    DemandId demand;
    long boxes;
    int tier;
    GArray *rows;    /**< int: rows of legs.csv in order */
    PlanMove *moves; /**< filled where every leg is really run, else NULL */
    int n_moves;
    Minute departs, arrives, delivered;
    int64_t late_min;
    double dist_km; /**< on trains */
    double revenue, load_cost, unload_cost, transfer_cost, feeder_cost, leg_cost, late_cost, cost;
} PlanItinerary;

/** The rows of one `move` of empties.csv. */
typedef struct {
    int row;       /**< its first */
    int equipment; /**< index in Case.equipment, NOWHERE where the type is not listed */
    ContainerId container;
    long boxes;
    GArray *rows;    /**< int: in order */
    PlanMove *moves; /**< filled where every leg is really run, else NULL */
    int n_moves;
    double dist_km;
    double leg_cost, transfer_cost, handling_cost;
} PlanEmpty;

/** A calendar day at a station. */
typedef struct {
    StationId station;
    Date day;
    long lifts;
    int trains;
} PlanDay;

/** What the plan says that a little more would be worth, see prices.h. */
typedef struct {
    bool missing;              /**< the run came to none */
    double value;              /**< the bound that they are said to prove */
    double slack;              /**< price_slack_of() */
    double sum, scale;         /**< the bound, and the sizes of its terms, as added up so far */
    GHashTable *lift, *feeder; /**< by station or feeder, and day */
    double *stock;             /**< [equipment][station][day] */
    double *fleet;             /**< per equipment, in a cyclic case */
    double *promise;           /**< per Commitments.earlier_itineraries */
} PlanPrices;

/** Everything the checks look at. */
typedef struct {
    const Case *kase;
    VerifyReport *report;
    PlanTable tables[PLAN_TABLES];
    PlanTrain *trains;
    int n_trains;
    PlanItinerary *itineraries;
    int n_itineraries;
    PlanEmpty *empties;
    int n_empties;
    PlanTrain *candidates; /**< all trains that may run; see candidates.h */
    int n_candidates;
    long n_slot_runs;    /**< of the case */
    GHashTable *running; /**< PlanTrain by name, those that run; see train_name_fold() */
    GArray *days;        /**< PlanDay, by station, then day once read */
    long leased_boxes, sets_repositioned;
    long *carried; /**< per DemandId */
    double unserved_cost;
    double *best_refused; /**< per DemandId: what boxes left behind would have paid at best, NAN */
    double balance_penalty;
    double train_balance_penalty; /**< of that, of trains */
    double moved_cost;            /**< of trains and boxes that left an earlier plan */
    double moved_trains_cost;     /**< of that, of trains */
    struct json_t *summary;       /**< summary.json; NULL where it is none */
    double relaxation;            /**< as stated, NAN where null */
    PlanPrices prices;
} PlanRead;

/** Brings the trains back from trains.csv; tables have to be read. */
void plan_read_trains(PlanRead *plan);

/** Lays out the legs of a train whose line and slot runs are known, and what follows from them. */
void plan_train_lay(const Case *kase, PlanTrain *train);

/** Frees what a train owns. */
void plan_train_clear(PlanTrain *train);

/** Brings the boxes back from allocations.csv and legs.csv. */
void plan_read_boxes(PlanRead *plan);

/** Brings the empties back from empties.csv. */
void plan_read_empties(PlanRead *plan);

/** The name under which PlanRead.running has a train: in a cyclic case that of its run within the
 * plan's own period; to be freed. */
char *train_name_fold(const Case *kase, const char *name);

/** Columns of a table of legs that say which leg of which train a row is. */
typedef struct {
    const PlanTable *table;
    int train, slot /**< NOWHERE where the table has no such column */, from, to, departs;
} LegColumns;

/** Finds the leg of a train that a row speaks of; false (the report says why) where there is none.
 */
bool plan_find_leg(const PlanRead *plan, const LegColumns *columns, int row, PlanMove *move)
    __attribute__((warn_unused_result));

/** True where an earlier leg was on the same train: its boxes count once. */
bool rode_before(const PlanMove *moves, int move);

/** The train that runs under this name, and the leg of it; NULL where there is none. */
PlanTrain *plan_train_named(const PlanRead *plan, const char *name);
PlanLeg *plan_leg_named(const PlanRead *plan, const char *train, const char *leg);

/** The station of this code, NOWHERE where the case has none. */
StationId station_find(const Case *kase, const char *code);

/** The feeder of this code, likewise. */
int feeder_find(const Case *kase, const char *code);

/** The equipment of a container type, NOWHERE where it is not listed. */
int equipment_of(const Case *kase, ContainerId container);

/** What the equipment is at a station; NULL where nothing is said of it. */
const EquipmentAt *stock_terms(const Equipment *equipment, StationId station);

/** Frees all but the report. */
void plan_read_free(PlanRead *plan);

/** The load-factor rule that holds for a line, NULL where none does. */
const LoadFactor *line_load_factor(const Case *kase, LineId line);

/** The leg of a train that a move is. */
static inline const PlanLeg *plan_leg(const PlanRead *plan, const PlanMove *move) {
    return &plan->trains[move->train].legs[move->leg];
}

/** True where both are on a train, and on the same one. */
static inline bool same_train(const PlanMove *one, const PlanMove *other) {
    return one->train >= 0 && one->train == other->train && one->periods == other->periods;
}

/** True where boxes change here from one train to another, without a feeder. */
static inline bool changes_train(const PlanMove *moves, int move) {
    return move > 0 && moves[move].train >= 0 && moves[move - 1].train >= 0 &&
           !same_train(&moves[move], &moves[move - 1]);
}

/** True where boxes are loaded on a train here: their first, or after a feeder. */
static inline bool loads_here(const PlanMove *moves, int move) {
    return moves[move].train >= 0 && (move == 0 || moves[move - 1].feeder >= 0);
}

/** True where boxes are unloaded off a train here: their last, or for a feeder. */
static inline bool unloads_here(const PlanMove *moves, int n_moves, int move) {
    return moves[move].train >= 0 && (move + 1 == n_moves || moves[move + 1].feeder >= 0);
}

/* The checks, each file one job. They add up what later ones need, so this is their order. */
void check_trains(PlanRead *plan);
void check_lines(PlanRead *plan);
void check_regular(PlanRead *plan);
void check_slots(PlanRead *plan);
void check_boxes(PlanRead *plan);
void check_box_money(PlanRead *plan);
void check_feeders(PlanRead *plan);
void check_empties(PlanRead *plan);
void check_bookings(PlanRead *plan);
void check_capacity(PlanRead *plan);
void check_days(PlanRead *plan);
void check_equipment(PlanRead *plan);
void check_rakes(PlanRead *plan);
void check_balance(PlanRead *plan);
void check_prices(PlanRead *plan);
/** Reads changes.csv itself: only a plan held to an earlier one has it. */
void check_commitments(PlanRead *plan, const char *dir);
void check_train_figures(PlanRead *plan);
void check_load_factors(PlanRead *plan);

/** Checks that a leg starts where the one before it ends; `move` is at least 1. */
bool check_leg_connects(const PlanRead *plan, const PlanTable *table, const PlanMove *moves,
                        int move);

/** Checks that a leg on a train follows the one before it, on a train as well: the next of the
 * same train, or a transfer that the station allows. */
void check_train_follows(const PlanRead *plan, const PlanTable *table, const PlanMove *moves,
                         int move);

/** Reads summary.json, and what of it other checks need.
 *  @return false where it cannot be read; the report says so */
bool summary_read(PlanRead *plan, const char *dir) __attribute__((warn_unused_result));

/** Checks summary.json. */
void check_summary(PlanRead *plan);

/** Computes the report's KPIs and objective. */
void plan_kpi(PlanRead *plan);

/** The plan's value of a goal, as recomputed; NAN where there is nothing to take it of. */
double goal_value(const VerifyKpi *kpi, GoalKind kind);

#endif
