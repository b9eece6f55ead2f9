/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The trains of a plan as a net of legs in time, and what each move through it costs a box at the
 *  plan's prices. */
#ifndef BANLIE_VERIFY_PRICES_ITINERARY_NET_H
#define BANLIE_VERIFY_PRICES_ITINERARY_NET_H

#include "verify/read/plan_read.h"

/** A leg of a train that runs; in a cyclic case of one of its repetitions. */
typedef struct {
    int train, leg, periods;
    int next; /**< of the same train, NOWHERE */
    StationId from, to;
    Minute departs, arrives;
    const PlanLeg *plan;
    double lift_out, lift_in; /**< prices of a lift at its start and at its end */
} NetLeg;

typedef struct {
    const PlanRead *plan;
    NetLeg *legs; /**< by station of departure, then time */
    int n_legs;
    int *start;         /**< per station, the first of its legs; n_stations + 1 entries */
    int *order;         /**< all legs, those that depart last first */
    bool *bars_slot;    /**< [cargo * n_slots + slot] */
    bool *bars_station; /**< [cargo * n_stations + station] */
} ItineraryNet;

/** What moves: one box of a booking, or an empty of a type of our own. */
typedef struct {
    const Demand *demand; /**< NULL: an empty */
    const Container *container;
    int equipment; /**< index in Case.equipment, NOWHERE */
    double teu, gross_t;
} NetBox;

/** Costs of an itinerary, or of a part of it. */
typedef struct {
    double all;    /**< prices included */
    double direct; /**< without them */
} NetCost;

ItineraryNet *itinerary_net_new(const PlanRead *plan);
void itinerary_net_free(ItineraryNet *net);

NetBox net_box_of(const Case *kase, const Demand *demand);
NetBox net_box_empty(const Case *kase, int equipment);

/** True where the class of a booking forbids its ends or its container. */
bool net_bars(const ItineraryNet *net, const Demand *demand);

/** The first leg of a station that departs at this instant or later; the end of its legs where none
 * does. */
int itinerary_net_first(const ItineraryNet *net, StationId station, Minute from);

/** True where the box may be on the leg at all: its class allows it, and there is time. */
bool net_leg_open(const ItineraryNet *net, const NetBox *box, const NetLeg *leg);

/** Likewise, of a box that no earlier plan has promised the ride. */
bool net_leg_free(const ItineraryNet *net, const NetBox *box, const NetLeg *leg);

NetCost net_cost_ride(const NetBox *box, const NetLeg *leg);
/** Loading, and unloading for a feeder or for good, without the stock. */
NetCost net_cost_load(const ItineraryNet *net, const NetBox *box, const NetLeg *leg);
NetCost net_cost_unload(const ItineraryNet *net, const NetBox *box, const NetLeg *leg);
/** Its container leaves the stock before departing, or joins it after arriving. */
NetCost net_cost_take(const ItineraryNet *net, const NetBox *box, StationId station,
                      Minute departs);
NetCost net_cost_give(const ItineraryNet *net, const NetBox *box, StationId station,
                      Minute arrives);
NetCost net_cost_late(const NetBox *box, Minute delivered);
NetCost net_cost_feed(const ItineraryNet *net, int feeder, Minute departs);

static inline NetCost net_cost_add(NetCost one, NetCost other) {
    return (NetCost){one.all + other.all, one.direct + other.direct};
}

/** The departures that a box ready at an instant may take of a feeder, one after another.
 *  @param count  how many it has been given, 0 at first
 *  @param departs  the one before, overwritten
 *  @return false where there is none, or none up to `last` */
bool net_feeder_next(const ItineraryNet *net, int feeder, Minute ready, Minute last, int *count,
                     Minute *departs);

#endif
