/** @file
 *  A written plan brought back to life: its trains with the slot runs and legs that the case says
 *  they have, and its boxes on them. */
#ifndef BANLIE_EXPORT_VERIFY_PLAN_READ_H
#define BANLIE_EXPORT_VERIFY_PLAN_READ_H

#include "export/verify/plan_table.h"
#include "export/verify/slot_run.h"

enum { NOWHERE = -1 };

/** The way between two served stations that follow one another on a train. */
typedef struct {
    int run; /**< which of the train's slot runs */
    StationId from, to;
    Minute departs, arrives;
    double dist_km;
    double cost_per_teu;
    double offered_teu; /**< share x (teu + upper_teu) */
    double flat_teu;    /**< share x teu: for boxes that may not stand on the second level */
    double limit_t;     /**< gross; INFINITY where none */
    double loaded_teu, loaded_flat_teu, loaded_t; /**< of the boxes on it */
    int *class_boxes;                             /**< per CargoId */
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
    double offered_teu_km, loaded_teu_km;
    long boxes;
    double cost, revenue;
} PlanTrain;

/** One leg of an itinerary. */
typedef struct {
    int row; /**< in legs.csv */
    int train;
    int leg;
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
    double dist_km;
    double revenue, load_cost, unload_cost, transfer_cost, leg_cost, late_cost, cost;
} PlanItinerary;

/** A calendar day at a station. */
typedef struct {
    StationId station;
    Date day;
    long lifts;
    int trains;
} PlanDay;

/** Everything the checks look at. */
typedef struct {
    const Case *kase;
    VerifyReport *report;
    Zones *zones;
    const Zone *beijing;
    PlanTable tables[PLAN_TABLES];
    PlanTrain *trains;
    int n_trains;
    PlanItinerary *itineraries;
    int n_itineraries;
    GArray *days;  /**< PlanDay, by station, then day once read */
    long *carried; /**< per DemandId */
    double unserved_cost;
    double balance_penalty;
    double moved_cost; /**< of trains and boxes that left an earlier plan */
} PlanRead;

/** Brings the trains back from trains.csv; tables have to be read. */
void plan_read_trains(PlanRead *plan);

/** Brings the boxes back from allocations.csv and legs.csv. */
void plan_read_boxes(PlanRead *plan);

/** Frees all but the report. */
void plan_read_free(PlanRead *plan);

/** The load-factor rule that holds for a line, NULL where none does. */
const LoadFactor *line_load_factor(const Case *kase, LineId line);

static inline const PlanLeg *plan_leg(const PlanRead *plan, PlanMove move) {
    return &plan->trains[move.train].legs[move.leg];
}

/* The checks, each file one job. They add up what later ones need, so this is their order. */
void check_trains(PlanRead *plan);
void check_lines(PlanRead *plan);
void check_boxes(PlanRead *plan);
void check_bookings(PlanRead *plan);
void check_capacity(PlanRead *plan);
void check_days(PlanRead *plan);
void check_balance(PlanRead *plan);
/** Reads changes.csv itself: only a plan held to an earlier one has it. */
void check_commitments(PlanRead *plan, const char *dir);
void check_train_figures(PlanRead *plan);
void check_load_factors(PlanRead *plan);

/** Checks summary.json and fills the report's KPIs and objective. */
void check_summary(PlanRead *plan, const char *dir);

/** Computes the report's KPIs. */
void plan_kpi(PlanRead *plan);

#endif
