/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What an earlier plan that began earlier has sent off by the start of the horizon: facts, which
 * no rule of the case is tested on alone (docs/reference/rolling.md).
 *
 *  The rows are those of carried_over.csv; all else is what the rows come to in this case. Ids are
 *  those of config/case.h, -1 where the case has no such thing (any more). Texts and arrays belong
 *  to the case. */
#ifndef BANLIE_CONFIG_CARRIED_OVER_H
#define BANLIE_CONFIG_CARRIED_OVER_H

#include <stdbool.h>

#include "base/zone.h"

/** In the order of the file. */
typedef enum {
    CARRIED_BOX,    /**< a leg of a gone itinerary */
    CARRIED_EMPTY,  /**< a leg of a gone move of empties */
    CARRIED_LEASE,  /**< boxes of a type leased at a station, in all plans so far */
    CARRIED_RETURN, /**< boxes of a type that gone boxes give back at a station on a day */
    CARRIED_SET,    /**< a change of wagon sets that a gone train or reposition brings */
    CARRIED_SETS,   /**< wagon sets of a pool at a station as the horizon begins */
    CARRIED_SOLD,   /**< gone boxes of a booking at one revenue, of all plans so far */
    CARRIED_TRAIN,  /**< a leg of a gone train */
    CARRIED_KINDS
} CarriedKind;

/** A row of carried_over.csv; texts are "" and numbers 0 where the kind has no such column. */
typedef struct {
    CarriedKind kind;
    const char *id, *itinerary;
    int seq;
    const char *mode, *train, *slot, *container, *cargo, *from, *to;
    const char *departs, *arrives; /**< as plan files have them: instants, or a day */
    Minute departs_at, arrives_at; /**< INT64_MIN where there is no instant */
    int boxes;
    double teu, tonnes;
    double revenue; /**< per box */
} CarriedRow;

/** A leg of a gone train. */
typedef struct {
    const CarriedRow *row;
    int slot, part; /**< part: which leg of the slot; both -1 where the case has it no more */
    int from, to;   /**< stations */
    bool open; /**< departs at the start of the horizon or later, and the case knows its room */
} CarriedLeg;

/** A gone train: under way where its last arrival lies at the start of the horizon or after. */
typedef struct {
    const char *name;
    int line;
    CarriedLeg *legs;
    int n_legs;
    Minute departs, arrives;
    int week; /**< below 0 */
    bool under_way;
} CarriedTrain;

/** Gone boxes or empties of one row on a leg that is not over, of a train under way or of a later
 *  one. */
typedef struct {
    const CarriedRow *row;
    int train, leg;    /**< in CarriedOver.trains; -1: on a train that sets out later */
    int earlier_train; /**< that: index in Commitments.earlier_trains; -1 */
    bool past;         /**< the leg departed before the horizon: it tells what is aboard alone */
    bool boards;       /**< the first leg of these boxes on this train that is not past */
    bool empty;
    bool stackable;
    int cargo;
} CarriedLoad;

/** What gone trains and boxes use up at a station, or of a feeder, on a local day. */
typedef struct {
    int subject; /**< station, or feeder */
    Date day;
    int lifts, trains; /**< of a station */
    int boxes;         /**< of a feeder */
} CarriedDay;

/** Boxes that gone ones, and empties, give back to a stock. */
typedef struct {
    int container, station;
    Date day;
    int returned, empties_in;
} CarriedReturn;

/** Wagon sets that leave or join a station later on. */
typedef struct {
    const CarriedRow *row;
    int pool, station;
} CarriedSet;

typedef struct {
    CarriedRow *rows;
    int n_rows;
    CarriedTrain *trains;
    int n_trains;
    CarriedLoad *loads;
    int n_loads;
    CarriedDay *station_days, *feeder_days;
    int n_station_days, n_feeder_days;
    CarriedReturn *returns;
    int n_returns;
    CarriedSet *sets;
    int n_sets;
    /** Under way as the horizon begins: trains, boxes and empties, sets that join later. */
    int trains_under_way, boxes_under_way, empties_under_way, sets_under_way;
} CarriedOver;

/** `box`, `empty`, … */
const char *carried_kind_name(CarriedKind kind) __attribute__((returns_nonnull));

/** Order of the rows in the file: by kind, then all columns. */
int carried_compare(const void *a, const void *b);

/** What is used up on the day; NULL where nothing is. */
const CarriedDay *carried_station_day(const CarriedOver *carried, int station, Date day);
const CarriedDay *carried_feeder_day(const CarriedOver *carried, int feeder, Date day);

/** How many trains under way are on the slot run of this name. */
int carried_on_run(const CarriedOver *carried, const char *run);

#endif
