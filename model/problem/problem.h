/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The planning problem: slot runs, train candidates, their legs and what moves on them, made from
 * a checked case.
 *
 *  Ids are indices into the problem's arrays. Everything is owned by the Problem. Instants are
 * Minutes. */
#ifndef BANLIE_MODEL_PROBLEM_PROBLEM_H
#define BANLIE_MODEL_PROBLEM_PROBLEM_H

#include "config/case.h"
#include "config/closures.h"

typedef int SlotRunId;    /**< index in Problem.runs */
typedef int TrainId;      /**< index in Problem.trains: a train candidate */
typedef int LegId;        /**< index in Problem.legs */
typedef int BookingId;    /**< index in Problem.bookings */
typedef int StationDayId; /**< index in Problem.station_days */
typedef int FeederRunId;  /**< index in Problem.feeder_runs */
typedef int FeederDayId;  /**< index in Problem.feeder_days */
typedef int StockDay;     /**< calendar day of the horizon's zone, 0 the first day of the plan */

enum { NONE = -1 };

/** One departure of a slot. */
typedef struct {
    SlotId slot;
    int entry; /**< which of the slot's weekly departures */
    Minute departs;
    Minute arrives;
    int first_time;   /**< into Problem.run_times: when it is where, as slot_times() says */
    ClosedRun closed; /**< whether a closure takes it; those that are out go elsewhere in the end */
    SlotRunId base;   /**< the run itself; in a cyclic plan the one of the period that it repeats */
    const char *name; /**< `CN-8020@2026-12-01`, with `T0430` where the day has two */
    Date day; /**< of its departure at `from`, before scenarios shift it: what days, weekdays
                 and names go by */
} SlotRun;

/** A train given by hand that a closure takes. */
typedef struct {
    int hand;              /**< index in Case.trains */
    const char *base_name; /**< as TrainCandidate has it */
    Minute departs;
    const int *changes; /**< changes of scenarios that close its runs, as Closure has them */
    int n_changes;
} CancelledTrain;

/** A part of a slot between two served stations that follow one another. */
typedef struct {
    StationId from, to;
    double dist_km;
    double cost_per_teu; /**< the slot's, shared out by km */
    double cost_per_empty_teu;
} SlotLeg;

/** A chain of slot runs that may become a train of the plan. */
typedef struct {
    LineId line;
    int hand;      /**< index in Case.trains, NONE where the line is designed */
    int week;      /**< of the first departure, from 0 */
    bool fixed;    /**< runs in every plan (`runs: always`, or frozen by a commitment) */
    bool barred;   /**< runs in no plan: held_trains_hold() */
    int first_run; /**< into Problem.train_runs */
    int n_runs;
    LegId first_leg; /**< its legs are consecutive */
    int n_legs;
    Minute departs;
    Minute arrives;
    double cost;           /**< line's cost + its slots' cost.train */
    double dist_km;        /**< of the whole chain */
    double offered;        /**< share of teu + upper_teu that may be used (load_factors.offered) */
    int load_factor;       /**< index in Case.load_factors of the rule that holds, NONE */
    TrainId regular;       /**< the first of the trains, one a week, that run all or none; NONE */
    const char *base_name; /**< `X8020@2026-12-01` before any `.2` */
    bool under_way; /**< an earlier plan has sent it off: it has the legs that boxes may still ride,
                       no slot runs of its own and no cost */
    int carried;    /**< of those: index in CarriedOver.trains */
    long gone_loaded, gone_empty; /**< boxes of earlier plans on the legs, each once */
} TrainCandidate;

/** One leg of one train candidate. In a cyclic plan the legs of the period come first, then their
 * repetitions in the periods around it: they share the rows of the leg that they repeat. */
typedef struct {
    TrainId train;
    LegId base; /**< the leg itself, or the one of the period that it repeats */
    int shift;  /**< periods after that one */
    SlotRunId run;
    int part; /**< which SlotLeg of the slot */
    StationId from, to;
    Minute departs;
    Minute arrives;
    double dist_km;
    double offered_teu; /**< offered share x (teu + upper_teu) */
    double flat_teu;    /**< offered share x teu: for boxes that cannot stand on the second level */
    double limit_t;     /**< gross tonnes; INFINITY where none */
    double gone_teu, gone_flat_teu, gone_t; /**< of that, what boxes of earlier plans take */
    double gone_loaded_teu;                 /**< of loaded ones alone */
    long gone_boxes;                        /**< those that are loaded */
    double cost_per_teu;
    double cost_per_empty_teu;
    LegId next; /**< the train's next leg, NONE at the end; a box that stays on passes the station
                   between */
    StationDayId depart_day; /**< calendar day of the departure at `from` */
    StationDayId arrive_day; /**< calendar day of the arrival at `to` */
} Leg;

/** A calendar day at a station on which something departs or arrives. */
typedef struct {
    StationId station;
    Date day; /**< local */
} StationDay;

/** One departure of a feeder. Of an unscheduled one there are those at 00:00, open to all, and
 * those at the instants at which some box may be ready. */
typedef struct {
    int feeder; /**< index in Case.feeders */
    Minute departs;
    Minute arrives;
    bool open;       /**< to every box that waits for it; else only to one ready at that instant */
    bool closed;     /**< no box takes it; of unscheduled ones, where no other comes in its place */
    FeederDayId day; /**< of departure */
} FeederRun;

/** A calendar day on which a feeder leaves. */
typedef struct {
    int feeder;
    Date day; /**< local at its `from` */
} FeederDay;

/** What moves: a booking (or one tier of it), or the empties of one container type that is ours. */
typedef struct {
    bool empty;      /**< empties: as many as wanted, from any station to any other */
    DemandId demand; /**< NONE for empties */
    int tier;
    const char *code;   /**< the demand's code, the container type's for empties */
    int boxes;          /**< for empties: more than the trains could ever carry */
    StationId from, to; /**< NONE for empties */
    CargoId cargo;      /**< for empties: Case.n_cargo, a class without rules */
    ContainerId container;
    int equipment;  /**< index in Case.equipment of the stock that its boxes are taken from; NONE */
    bool stackable; /**< may stand on the second level of a train */
    double teu;     /**< per box */
    double gross_t; /**< per box, tare included */
    Minute ready;
    Minute due;
    Minute latest;           /**< due + late.max */
    int64_t max_transit_min; /**< from the first departure to delivery; INT64_MAX where none */
    double late_cost_per_min;
    double revenue_per_box;
    double unserved_cost_per_box;
    bool must;
    int least_part; /**< boxes that each itinerary carries at least; 1 where any number may */
    int most_parts; /**< itineraries at most; no fewer than boxes where any number may */
    bool barred;    /**< its class forbids its container, its origin or its destination: nothing can
                       carry it */
} Booking;

/** A ride on consecutive legs of one train: it boards at the first and leaves after the last.
 *  Feeders stand with the ride that they lead to; one after the last train with the last ride. */
typedef struct {
    LegId first;
    LegId last;
    FeederRunId before; /**< brings the box to the first leg; NONE */
    FeederRunId after;  /**< takes it on to its destination; NONE */
} Ride;

/** Boxes of one booking (or tier) on one itinerary. */
typedef struct {
    BookingId booking;
    int boxes;
    int first_ride; /**< into the plan's rides */
    int n_rides;
} Allocation;

/** A train of an earlier plan: an entry of Commitments.earlier_trains. */
typedef struct {
    TrainId train;      /**< the candidate of the same line and slot runs, NONE */
    const Phrase *lost; /**< why there is none: a REASON_; NULL where there is one */
} TrainPromise;

/** Boxes on an itinerary of an earlier plan: an entry of Commitments.earlier_itineraries. */
typedef struct {
    DemandId demand;    /**< NONE where the booking is gone */
    int first_ride;     /**< into Problem.promise_rides */
    int n_rides;        /**< 0 where no box of the booking can go so any more */
    const Phrase *lost; /**< why not: a REASON_; NULL where it can */
} ItineraryPromise;

typedef struct {
    const Case *kase;
    SlotRun *runs; /**< by slot, then departure */
    int n_runs;
    SlotRunId *slot_run_start; /**< per slot, n_slots + 1 entries */
    Minute *run_times;         /**< of all runs */
    SlotRun *closed_runs;      /**< runs that closures take, by slot, then departure */
    int n_closed_runs;
    CancelledTrain *cancelled; /**< by departure */
    int n_cancelled;
    SlotLeg *slot_legs;
    int *slot_leg_start;    /**< per slot, n_slots + 1 entries */
    TrainCandidate *trains; /**< by line, then departures */
    int n_trains;
    SlotRunId *train_runs;
    Leg *legs; /**< by train, in order of travel; then the repetitions, likewise */
    int n_legs;
    int n_base_legs;       /**< without repetitions */
    int *gone_class_boxes; /**< [leg * n_cargo + cargo]: boxes of earlier plans; NULL where none */
    StationDay *station_days; /**< by station, then day */
    int n_station_days;
    Booking *bookings;        /**< by demand, then tier; then the empties, by Case.equipment */
    int n_bookings;           /**< without the empties */
    int n_flows;              /**< with them */
    bool *cargo_bars_leg;     /**< [cargo * n_legs + leg]: `avoid` forbids travelling on it; a last
                                 row, for empties, forbids nothing */
    bool *cargo_bars_station; /**< [cargo * n_stations + station]: `avoid` forbids loading, passing,
                                 …; a last row likewise */
    LegId *station_departures;    /**< per station: legs leaving it, by departure */
    int *station_departure_start; /**< n_stations + 1 entries */
    FeederRun *feeder_runs;       /**< by feeder, then departure */
    int n_feeder_runs;
    FeederRunId *feeder_run_start; /**< per feeder, n_feeders + 1 entries */
    FeederRunId *next_open;        /**< per feeder run: the feeder's next one that is open, NONE */
    FeederDay *feeder_days;        /**< by feeder, then day */
    int n_feeder_days;
    int *feeders_from;       /**< feeders by their `from` */
    int *feeders_from_start; /**< per station, n_stations + 1 entries */
    int n_stock_days;        /**< days on which stock is counted */
    int *reposition_start;   /**< per rake pool: number of reposition rules of the pools before it;
                                n_rakes + 1 entries */
    TrainPromise *train_promises;         /**< per Commitments.earlier_trains */
    ItineraryPromise *itinerary_promises; /**< per Commitments.earlier_itineraries */
    Ride *promise_rides;
    int *promises; /**< itinerary promises by demand, those of bookings that are gone left out */
    int *promise_start; /**< per DemandId, n_demand + 1 entries */
    struct ProblemMemory *memory;
} Problem;

/** Room on a leg that boxes of earlier plans leave, TEU and gross tonnes. */
static inline double problem_room_teu(const Leg *leg) {
    return leg->offered_teu > leg->gone_teu ? leg->offered_teu - leg->gone_teu : 0;
}

static inline double problem_room_flat(const Leg *leg) {
    return leg->flat_teu > leg->gone_flat_teu ? leg->flat_teu - leg->gone_flat_teu : 0;
}

static inline double problem_room_tonnes(const Leg *leg) {
    return leg->limit_t > leg->gone_t ? leg->limit_t - leg->gone_t : 0;
}

/** True where both legs are of one run of one train. */
static inline bool problem_same_train(const Problem *problem, LegId a, LegId b) {
    return problem->legs[a].train == problem->legs[b].train &&
           problem->legs[a].shift == problem->legs[b].shift;
}

/** Number of a reposition run: of rule `rule` of a pool, on a stock day. */
static inline int problem_reposition(const Problem *problem, int pool, int rule, StockDay day) {
    return (problem->reposition_start[pool] + rule) * problem->n_stock_days + day;
}

/** How many reposition runs there are. */
static inline int problem_n_repositions(const Problem *problem) {
    return problem_reposition(problem, problem->kase->n_rakes, 0, 0);
}

/** The zone in which an instant at the leg's ends is local. */
static inline const Zone *problem_zone(const Problem *problem, StationId station) {
    return problem->kase->stations[station].zone;
}

#endif
