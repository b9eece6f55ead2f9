/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A written plan brought back to life: its trains with the slot runs and legs that the case says
 *  they have, and its boxes on them. */
#ifndef BANLIE_VERIFY_READ_PLAN_READ_H
#define BANLIE_VERIFY_READ_PLAN_READ_H

#include "verify/read/case_find.h"
#include "verify/read/checked_table.h"
#include "verify/read/slot_run.h"

/** Prices of a cargo class on a leg, of its rules. */
typedef struct {
    double box, teu;
} ClassPrice;

/** A leg: between two served stations that follow one another on a train. */
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
    bool closed;          /**< of a train under way: over, or its room is not known */
    double gone_teu, gone_flat_teu, gone_t; /**< of what is loaded: of earlier plans */
    double gone_loaded_teu;
    long *gone_class_boxes; /**< per CargoId */
    double teu_price;       /**< of TEU on either level */
    double flat_price;      /**< of TEU that may not stand on the second level, besides */
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
    int carried; /**< of one under way: index in CarriedOver.trains; NOWHERE: of this plan */
    bool sound;  /**< line and slot runs are known: what follows is filled */
    char **run_names;
    PlanRun *slot_runs;
    int n_runs;
    PlanLeg *legs;
    int n_legs;
    Minute departs, arrives;
    int week;
    double dist_km;
    double offered_teu_km, loaded_teu_km, empty_teu_km;
    long boxes, empty_boxes;
    double gone_teu_km; /**< of loaded_teu_km: of boxes of earlier plans */
    bool *gone_classes; /**< per CargoId: such are aboard; NULL where none are */
    double cost, revenue;
} PlanTrain;

/** One move of an itinerary: on a train or on a feeder. */
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
    CheckedTable tables[PLAN_TABLES]; /**< that of changes.csv is read by its check alone */
    PlanTrain *trains;
    int n_trains;
    PlanItinerary *itineraries;
    int n_itineraries;
    PlanEmpty *empties;
    int n_empties;
    PlanTrain *candidates; /**< all trains that may run; see candidates.h */
    int n_candidates;
    PlanTrain *cancelled; /**< those that would run were nothing closed, likewise */
    int n_cancelled;
    long n_slot_runs;    /**< of the case */
    GHashTable *running; /**< PlanTrain by name, those that run; see train_name_fold() */
    GArray *days;        /**< PlanDay, by station, then day once read */
    long leased_boxes, sets_repositioned;
    long *carried; /**< per DemandId */
    long *parts;   /**< per DemandId: rows of allocations.csv */
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

/** Frees all but the report. */
void plan_read_free(PlanRead *plan);

#endif
