/** @file
 *  The planning problem: slot runs, train candidates, their legs and what moves on them, made from
 * a checked case.
 *
 *  Ids are indices into the problem's arrays. Everything is owned by the Problem. Instants are
 * Minutes. */
#ifndef BANLIE_MODEL_PROBLEM_H
#define BANLIE_MODEL_PROBLEM_H

#include "config/case.h"

typedef int SlotRunId;    /**< index in Problem.runs */
typedef int TrainId;      /**< index in Problem.trains: a train candidate */
typedef int LegId;        /**< index in Problem.legs */
typedef int BookingId;    /**< index in Problem.bookings */
typedef int StationDayId; /**< index in Problem.station_days */

enum { NONE = -1 };

/** One departure of a slot. */
typedef struct {
    SlotId slot;
    Minute departs;
    Minute arrives;
    const char *name; /**< `CN-8020@2026-12-01`, with `T0430` where the day has two */
} SlotRun;

/** A part of a slot between two served stations that follow one another. */
typedef struct {
    StationId from, to;
    int64_t departs_min; /**< after the slot run's departure */
    int64_t arrives_min;
    double dist_km;
    double cost_per_teu; /**< the slot's, shared out by km */
    double cost_per_empty_teu;
} SlotLeg;

/** A chain of slot runs that may become a train of the plan. */
typedef struct {
    LineId line;
    int hand;      /**< index in Case.trains, NONE where the line is designed */
    int week;      /**< of the first departure, from 0 */
    bool fixed;    /**< runs in every plan (`runs: always`) */
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
    const char *base_name; /**< `X8020@2026-12-01` before any `.2` */
} TrainCandidate;

/** One leg of one train candidate. */
typedef struct {
    TrainId train;
    SlotRunId run;
    int part; /**< which SlotLeg of the slot */
    StationId from, to;
    Minute departs;
    Minute arrives;
    double dist_km;
    double offered_teu; /**< offered share x (teu + upper_teu) */
    double limit_t;     /**< gross tonnes; INFINITY where none */
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

/** A booking, or one tier of it, as the model sees it. */
typedef struct {
    DemandId demand;
    int tier;
    const char *code; /**< the demand's code */
    int boxes;
    StationId from, to;
    CargoId cargo;
    double teu;     /**< per box */
    double gross_t; /**< per box, tare included */
    Minute ready;
    Minute due;
    Minute latest; /**< due + late.max */
    double late_cost_per_min;
    double revenue_per_box;
    double unserved_cost_per_box;
    bool must;
    bool barred; /**< its class forbids its container, its origin or its destination: nothing can
                    carry it */
} Booking;

/** A ride on consecutive legs of one train: it boards at the first and leaves after the last. */
typedef struct {
    LegId first;
    LegId last;
} Ride;

/** Boxes of one booking (or tier) on one itinerary. */
typedef struct {
    BookingId booking;
    int boxes;
    int first_ride; /**< into the plan's rides */
    int n_rides;
} Allocation;

typedef struct {
    const Case *kase;
    SlotRun *runs; /**< by slot, then departure */
    int n_runs;
    SlotRunId *slot_run_start; /**< per slot, n_slots + 1 entries */
    SlotLeg *slot_legs;
    int *slot_leg_start;    /**< per slot, n_slots + 1 entries */
    TrainCandidate *trains; /**< by line, then departures */
    int n_trains;
    SlotRunId *train_runs;
    Leg *legs; /**< by train, in order of travel */
    int n_legs;
    StationDay *station_days; /**< by station, then day */
    int n_station_days;
    Booking *bookings; /**< by demand, then tier */
    int n_bookings;
    bool *cargo_bars_leg;     /**< [cargo * n_legs + leg]: `avoid` forbids travelling on it */
    bool *cargo_bars_station; /**< [cargo * n_stations + station]: `avoid` forbids loading, passing,
                                 … */
    LegId *station_departures;    /**< per station: legs leaving it, by departure */
    int *station_departure_start; /**< n_stations + 1 entries */
    struct ProblemMemory *memory;
} Problem;

/** Builds the problem. Faults that only show here (a hand-given chain that breaks a dwell window, a
 * must booking that no train can carry, …) go to `findings`; the problem is only fit for use where
 * no errors were found.
 *  @return the problem, to be freed with problem_free(), or NULL where memory ran out */
Problem *problem_build(const Case *kase, Findings *findings) __attribute__((warn_unused_result));

void problem_free(Problem *problem);

/** The zone in which an instant at the leg's ends is local. */
static inline const Zone *problem_zone(const Problem *problem, StationId station) {
    return problem->kase->stations[station].zone;
}

#endif
