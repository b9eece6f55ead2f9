/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The case as plain structs: what the planner wrote, typed, defaulted and cross-referenced
 *  (docs/reference/case-format.md).
 *
 *  Everything is owned by the Case and freed with it. Entities refer to one another by index. Money
 * is in the case's currency, durations are in minutes, instants in minutes since 1970-01-01T00:00Z.
 * `place` is where the entity's entry begins, `…_place` where a field of it stands. */
#ifndef BANLIE_CONFIG_CASE_H
#define BANLIE_CONFIG_CASE_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"
#include "base/date_text.h"
#include "base/findings.h"
#include "base/pattern.h"
#include "base/zone.h"
#include "config/carried_over.h"

typedef int StationId;   /**< index in Case.stations */
typedef int ContainerId; /**< index in Case.containers */
typedef int CargoId;     /**< index in Case.cargo; 0 is `general` */
typedef int SlotId;      /**< index in Case.slots */
typedef int LineId;      /**< index in Case.lines */
typedef int DemandId;    /**< index in Case.demand */

enum {
    NO_LIMIT = INT_MAX /**< an absent upper limit on a whole number */
};

/** Free text in one or several languages. A plain string stands in both; a missing one is NULL. */
typedef struct {
    const char *en;
    const char *zh;
} Name;

/** A least and a greatest duration. */
typedef struct {
    int64_t min_min;
    int64_t max_min; /**< INT64_MAX where there is no limit */
} Window;

typedef struct {
    Date start; /**< first day, local in `zone` */
    int weeks;  /**< >= 1 */
    const Zone *zone;
    int64_t tail_min; /**< default 40 days */
    bool cyclic;      /**< `mode: cyclic` */
    Minute start_at;  /**< start 00:00 in `zone` */
    Minute end_at;    /**< (start + weeks*7 calendar days) 00:00 in `zone`: first minute after the
                         horizon */
    Minute last_arrival; /**< end_at + tail_min: no leg may arrive later */
    Place place;
} Horizon;

/** Calendar days, both included. */
typedef struct {
    Date from, to;
    Place place;
} DaySpan;

/** A time in which runs are taken out: slot runs that depart then from where they start, runs that
 *  arrive at a station or depart from it then, or departures of a feeder. */
typedef struct {
    Minute from, to;  /**< the first minute, and the first after it */
    const Zone *zone; /**< in which a cyclic case repeats it */
    int change;       /**< of the scenarios that says so, from 1; 0: it is a day of `closed` */
    Place place;
} Closure;

/** What is closed of a slot, a station or a feeder. */
typedef struct {
    DaySpan *days; /**< `closed`, local at the station or at `from` */
    int n_days;
    Closure *times; /**< all that is laid on the runs: see config/closures.h */
    int n_times;
    bool eased;  /**< what it takes may run nevertheless, but need not */
    Place place; /**< of `closed` */
} Closed;

/** The weeks (Monday to Sunday) in which a trip sets out: each `weeks`th, counted from the one that
 *  has the day `from` forward and backward. */
typedef struct {
    int weeks; /**< 0: in every week */
    Date from;
    Place place; /**< of `every.weeks` */
} Every;

/** When a trip is at a place: so long after its departure, or at a time of the clock there. */
typedef struct {
    bool by_clock;
    int64_t after_min; /**< after the departure, where it is not by the clock */
    int days;          /**< after the local day of the departure at `from`; by the clock */
    int minute_of_day; /**< local at the place; by the clock */
    Place place;
} TripTime;

typedef struct {
    const char *code;
    Name name;
    const char *country; /**< ISO 3166 alpha-2 */
    const Zone *zone;
    double lat, lon; /**< degrees; NAN where not given */
    double load_cost_per_box;
    int64_t load_cutoff_min;
    double unload_cost_per_box;
    int64_t unload_release_min;
    bool has_transfer;
    Window transfer;
    double transfer_cost_per_box;
    Window through; /**< a train's own dwell between consecutive slot runs; default 0..24 h */
    bool gauge_break;
    int lifts_per_day;  /**< NO_LIMIT where unlimited */
    int trains_per_day; /**< NO_LIMIT where unlimited */
    Closed closed;
    Place place;
    Place lat_place;
    Place lifts_place;  /**< of `lifts_per_day`, likewise below: of the field so named */
    Place trains_place; /**< of `trains_per_day` */
} Station;

typedef struct {
    const char *code;
    double teu;
    double tare_t;
    bool stackable; /**< may stand on the second level of a double-stack train */
    Place place;
} Container;

typedef struct {
    const char *code;
    Name name;
    int max_boxes_per_train; /**< NO_LIMIT where none */
    Pattern *avoid_stations; /**< NULL where not given */
    Pattern *avoid_countries;
    Pattern *avoid_slots;
    bool *containers;    /**< per ContainerId: may be used; NULL where any may */
    CargoId *apart_from; /**< both sides listed, whichever side said so; ascending, no duplicates */
    int n_apart_from;
    Place place;
    Place max_boxes_place;
    Place apart_place; /**< line 0 where this side did not say so */
} Cargo;

/** A weekly local time. */
typedef struct {
    int weekday;       /**< 1 Monday … 7 Sunday */
    int minute_of_day; /**< 0 … 1439 */
    Place place;
} WeeklyTime;

/** A served station on the way. */
typedef struct {
    StationId at;
    TripTime arrives;
    TripTime departs;
    double dist_km; /**< from the slot's start */
    Place place;
    Place at_place, km_place;
} Stop;

typedef struct {
    const char *code;
    StationId from, to;
    WeeklyTime *departs;
    int n_departs;
    TripTime arrives; /**< `runs`, or `arrives` */
    double dist_km;   /**< > 0 */
    double gauge_mm;  /**< NAN where not given */
    int rake;         /**< index in Case.rakes, -1 where none or where the pool is not listed */
    const char *rake_code; /**< NULL where none */
    double teu;
    double upper_teu; /**< default 0 */
    double tonnes;    /**< gross; INFINITY where not given */
    double cost_per_train;
    double cost_per_teu;
    double cost_per_empty_teu;
    Date valid_from,
        valid_to; /**< dates of departure, both included; DATE_MIN / DATE_MAX where open */
    Every every;
    Closed closed;
    Stop *stops;
    int n_stops;
    int64_t
        shift_min;  /**< of all runs, by scenarios; days and names go by the unshifted departure */
    int max_trains; /**< `trains`, default 1: chains that may share one run */
    Place place;
    Place trains_place;
} Slot;

typedef enum { DIRECTION_NONE, DIRECTION_OUTBOUND, DIRECTION_RETURN } Direction;

typedef struct {
    const char *code;
    Name name;
    Direction direction;
    StationId *route; /**< NULL where not given */
    int n_route;
    int min_trains_per_week; /**< default 0 */
    int max_trains_per_week; /**< NO_LIMIT where none */
    int64_t max_transit_min; /**< INT64_MAX where none */
    bool regular;
    double cost_per_train;
    int n_trains; /**< trains given by hand; 0 means the line is designed */
    Place place;
    Place min_place, max_place; /**< of `trains_per_week.min` and `.max` */
    Place regular_place;
} Line;

typedef struct {
    const char *code;
    LineId line;
    SlotId *slots;
    Place *slot_places;
    int n_slots;
    bool on_day[8]; /**< [1..7] Monday … Sunday: days of departure; all true where `departs` is
                       absent */
    bool optional;  /**< `runs: optional` */
    Place place;
    Place runs_place; /**< the train's own where it is not written */
} Train;

/** What a load-factor minimum is taken over. */
typedef enum { PER_TRAIN, PER_WEEK, PER_HORIZON } Period;

typedef struct {
    Pattern *lines;
    double offered; /**< share of (teu + upper_teu) that may be used, 0..1, default 1 */
    double min;     /**< 0 where none */
    Period per;     /**< default PER_TRAIN */
    Place place;
    Place min_place;
} LoadFactor;

typedef enum { OWNER_CARRIER, OWNER_SHIPPER } Owner;

typedef struct {
    int boxes;
    double revenue_per_box;
    Place place;
} Tier;

typedef struct {
    const char *code;
    StationId from, to;
    ContainerId container;
    CargoId cargo;
    double tonnes_per_box; /**< cargo alone, without the tare */
    Minute ready;
    Minute due;
    double late_cost_per_day;
    int64_t late_max_min;    /**< 0 where lateness is not allowed */
    int64_t max_transit_min; /**< from the first departure to delivery; INT64_MAX where none */
    double unserved_cost_per_box;
    bool must;
    int parts_min; /**< boxes of each itinerary at least; NO_LIMIT: all */
    int parts_max; /**< itineraries at most; NO_LIMIT where any number may be */
    Owner owner;
    Tier *tiers; /**< at least one; a booking without tiers has exactly one */
    int n_tiers;
    bool tiered;          /**< `tiers` was written */
    const char *customer; /**< handed through to the plan's files; NULL where there is none */
    const char *remark;   /**< likewise */
    int carried_before; /**< boxes that earlier plans have sent off; they are in no tier any more */
    Place place;
    Place due_place; /**< of `due` */
    Place ready_place;
    Place tonnes_place;
    Place must_place;
    Place transit_place;                    /**< of `max_transit` */
    Place parts_min_place, parts_max_place; /**< of `parts.min` and `parts.max` */
} Demand;

/** True where the last possible delivery lies before a plan that is rolled on begins. */
static inline bool demand_past_due(const CarriedOver *carried, const Demand *demand, Minute start) {
    return carried != NULL && demand->due + demand->late_max_min < start;
}

/** True where earlier plans have sent off all boxes of the booking. */
static inline bool demand_gone(const Demand *demand) {
    int boxes = 0;
    for (int tier = 0; tier < demand->n_tiers; tier++) {
        boxes += demand->tiers[tier].boxes;
    }
    return boxes == 0 && demand->carried_before > 0;
}

typedef struct {
    const char *code;
    const char *mode; /**< road, rail, sea, barge, air */
    StationId from, to;
    TripTime arrives; /**< `takes`, or `arrives` */
    double cost_per_box;
    int boxes_per_day; /**< NO_LIMIT where none */
    WeeklyTime *departs;
    int n_departs; /**< 0: unscheduled */
    Every every;
    Closed closed;
    Place place;
    Place boxes_place; /**< of `boxes_per_day` */
} Feeder;

/** Equipment at one station; the fields not given have their defaults. */
typedef struct {
    StationId station;
    int stock;
    double storage_cost; /**< per box and day */
    double lease_cost;
    int lease_boxes; /**< 0 where none */
    int end_min;
    double end_value;
    double empty_handling_cost;
    Place stock_place;
    Place end_min_place;
} EquipmentAt;

typedef struct {
    ContainerId container;
    int64_t turn_load_min;
    int64_t turn_unload_min;
    EquipmentAt *at; /**< stations named in any of the maps, ascending */
    int n_at;
    Place place;
} Equipment;

typedef struct {
    StationId from, to;
    int64_t takes_min;
    double cost;
    Place place;
} Reposition;

typedef struct {
    StationId station;
    int sets;
    Place place;
} RakeSets;

typedef struct {
    const char *code;
    RakeSets *sets;
    int n_sets;
    int64_t turn_min;
    Reposition *reposition;
    int n_reposition;
    Place place;
} Rake;

/** One side of a balance rule: return must reach `ratio` x outbound. */
typedef struct {
    bool given;
    double ratio;
    double penalty; /**< per train or TEU short; INFINITY where the rule is hard */
    Place place;    /**< of `ratio` */
} BalanceGoal;

typedef struct {
    const char *name;
    Pattern *outbound;
    Pattern *ret;
    BalanceGoal trains;
    BalanceGoal teu;
    Period per; /**< PER_HORIZON (default) or PER_WEEK */
    Place place;
} Balance;

typedef enum { GOAL_MARGIN, GOAL_TEU, GOAL_TEU_KM, GOAL_LOAD_FACTOR } GoalKind;

typedef struct {
    GoalKind kind;
    double keep; /**< 1 where not given */
    Place place;
} Goal;

typedef struct {
    double weight_load_factor, weight_volume, weight_balance, weight_loaded_ratio;
    int wagon_sets;
    SlotId *slots;
    int n_slots;
    bool given;
    Place place;
} Evaluation;

/** What of an earlier plan stays: the trains of some lines, or some bookings' boxes, and whatever
 *  leaves early. */
typedef struct {
    Pattern *frozen;      /**< lines, or bookings; NULL: none by their code */
    Minute frozen_before; /**< first departures before it stay; INT64_MIN where none do */
    double price; /**< of a train that no longer runs, or a box that moves; NAN: 1 % of what it
                     costs to run, or pays */
    Place frozen_place; /**< of `frozen` */
    Place before_place; /**< of `frozen_before`; no file where the command line says it */
} CommitmentRule;

/** A train that runs in the earlier plan. */
typedef struct {
    const char *name;
    const char *line; /**< its code; the line may be gone */
    const char
        *slots; /**< its slot runs as trains.csv has them: `CN-1@2026-12-01;EU-1@2026-12-05` */
    const char **runs; /**< their names one by one */
    int n_runs;
    Minute departs;
    double price; /**< where it no longer runs */
    bool frozen;
    bool closed;         /**< a closure takes it: then it is not frozen */
    bool removed;        /**< a scenario takes out what it stands on: then it is not frozen */
    const char *carries; /**< a booking, or type, of which it carries gone boxes; NULL: none */
    Place place;
} CommittedTrain;

/** A leg of an itinerary of the earlier plan. */
typedef struct {
    int train;       /**< index in Commitments.earlier_trains, -1: none of them */
    int under_way;   /**< index in CarriedOver.trains, -1: none of them; with both: by feeder */
    const char *run; /**< name of the slot run, or code of the feeder */
    const char *from, *to; /**< codes of stations, which may be gone */
    Minute departs;
    const char *leaves; /**< `departs` as legs.csv has it */
} CommittedLeg;

static inline bool committed_by_feeder(const CommittedLeg *leg) {
    return leg->train < 0 && leg->under_way < 0;
}

/** Boxes of one booking on one itinerary of the earlier plan, all tiers together. */
typedef struct {
    const char *booking; /**< its code; the booking may be gone */
    int boxes;           /**< those that are still wanted */
    int cancelled;       /**< those that are not, as the booking has fewer boxes now */
    CommittedLeg *legs;
    int n_legs;
    double price; /**< of a box that moves */
    bool frozen;
    Place place;
} CommittedItinerary;

typedef enum { HAPPENED_BOX, HAPPENED_TRAIN, HAPPENED_STOCK, HAPPENED_SETS } HappenedKind;

/** What really happened, where that is not what the earlier plan says. */
typedef struct {
    HappenedKind kind;
    const char *id;        /**< booking; train; CONTAINER@STATION; POOL@STATION */
    const char *itinerary; /**< of a booking; "" */
    int boxes;             /**< that left; of a train 0; that are counted */
    Place place;
} Happened;

/** Empties of the earlier plan on a leg of a train; those that are gone are loads. */
typedef struct {
    int train, under_way; /**< as of CommittedLeg */
    const char *container, *from;
    Minute departs;
    int boxes;
} CommittedEmpties;

/** What an earlier plan has promised. Trains and boxes that leave outside the horizon are left out.
 */
typedef struct {
    const char
        *plan; /**< the earlier plan's folder, as it can be opened; NULL where none is named */
    Happened *facts; /**< what really happened */
    int n_facts;
    bool given;
    CommitmentRule trains;
    CommitmentRule bookings;
    bool fill; /**< boxes may be added to trains that leave before `trains.frozen_before` */
    Minute closed_before; /**< trains that leave before it carry what the earlier plan put on them;
                             INT64_MIN: others may be added to any */
    Minute no_new_before; /**< no train that the earlier plan does not run leaves before it;
                             INT64_MIN: any may */
    CommittedTrain *earlier_trains; /**< in order of trains.csv */
    int n_earlier_trains;
    CommittedItinerary *earlier_itineraries; /**< in order of allocations.csv */
    int n_earlier_itineraries;
    CommittedEmpties *earlier_empties; /**< read where `fill` is false */
    int n_earlier_empties;
    Place place;
} Commitments;

/** What the command line says of commitments, over what the case says. */
typedef struct {
    const char *plan;     /**< folder of the earlier plan; NULL: the case's */
    const char *happened; /**< file of what really happened; NULL: the case's */
    bool freezes_before;
    InstantText freeze_before;
} CommitmentOrder;

/** What the case lists, as it was before things that are gone were taken off it; arrays in order of
 *  the case's own. */
typedef struct {
    Demand *demand;
    Equipment *equipment;
    Rake *rakes;
} ListedCase;

typedef struct {
    const char *file; /**< the main file */
    Name title;       /**< `name`, in the languages that it has */
    const char
        *name; /**< of these the English one, else the Chinese, else the file's or folder's */
    const char *currency;
    const Zone *beijing; /**< Asia/Shanghai, in which full-route timetables are written */
    Horizon horizon;
    Station *stations;
    int n_stations;
    Container *containers; /**< built-in ones first */
    int n_containers;
    Cargo *cargo; /**< [0] is `general` */
    int n_cargo;
    Slot *slots;
    int n_slots;
    Line *lines;
    int n_lines;
    Train *trains;
    int n_trains;
    LoadFactor *load_factors;
    int n_load_factors;
    Demand *demand;
    int n_demand;
    Feeder *feeders;
    int n_feeders;
    Equipment *equipment;
    int n_equipment;
    Rake *rakes;
    int n_rakes;
    Balance *balance;
    int n_balance;
    Goal *goals; /**< empty: margin */
    int n_goals;
    bool objective_is_list;
    Place objective_place;
    Evaluation evaluation;
    Commitments commitments;
    CarriedOver *carried; /**< what the earlier plan has sent off; NULL where nothing is */
    ListedCase listed;    /**< of a case that is rolled on; else empty */
    bool under_way_eased; /**< that takes no room, and nothing has to wait for it */
    const char *digest;   /**< SHA-256 of its canonical form, see config/scenario/canonical.h;
                             before any earlier plan is rolled on. NULL where it was not read */
    const char *changes;  /**< of the scenarios applied, as `changes.yaml`; NULL: none are */
    const char **applied; /**< their names */
    int n_applied;
    int n_scenarios;           /**< as written; they are laid over a case before it is read */
    struct CaseMemory *memory; /**< arena, patterns and zones */
} Case;

/** A case with nothing in it yet.
 *  @param file  its main file */
Case *case_new(const char *file) __attribute__((warn_unused_result));

void case_free(Case *kase);

#endif
