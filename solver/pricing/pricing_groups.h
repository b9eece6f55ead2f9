/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Which bookings share labels: groups of one class and TEU, one stock of containers and about one
 * weight, and their destinations; the empties of a container type are a group of their own. Made
 * once.
 */
#ifndef BANLIE_SOLVER_PRICING_PRICING_GROUPS_H
#define BANLIE_SOLVER_PRICING_PRICING_GROUPS_H

#include "model/ways/labels.h"

/** So many zeros for the prices of the graph; NULL where memory is out. */
double *pricing_doubles(int count) __attribute__((warn_unused_result));

/** What handling costs boxes of one stock (or of none): the prices of all moves but riding, staying
 * and changing. */
typedef struct {
    int equipment;     /**< index in Case.equipment, NONE */
    bool empty;        /**< empties of it */
    BookingId example; /**< any of its flows: all pay the same */
    double *start;     /**< per leg: the itinerary begins on it */
    double *load;      /**< per leg: boarding after a feeder */
    double *unload;    /**< per leg: leaving for a feeder */
    double *finish;    /**< per leg: the itinerary ends with it */
    double *feed_out;  /**< per feeder run: the itinerary begins with it */
    double *feed;      /**< per feeder run: between two trains */
    double *feed_home; /**< per feeder run: the itinerary ends with it */
} Handling;

/** Bookings that pay the same for every move, and weigh about the same. */
typedef struct {
    CargoId cargo;
    double teu;
    bool stackable;
    int handling;      /**< index in PricingGroups.handlings */
    BookingId example; /**< any of its flows */
    double gross_t;    /**< of the lightest */
    double *ride;      /**< per leg: cost and prices of a box, without its tonnes' price */
    double
        *tonne; /**< per leg: price of a tonne; shared by groups alike but for stock and weight */
    double *labelled_ride; /**< per leg: what the labels use: ride + gross_t · tonne */
    bool owns_prices;      /**< ride and tonne are its own, to be filled and freed */
} Group;

/** Earliest deliveries by class and destination. */
typedef struct {
    CargoId cargo;
    StationId to;
    double *delivery; /**< per leg */
    double *onward;   /**< per feeder run, then by train */
} Reach;

/** Labels of one group to one destination. */
typedef struct {
    int group;
    StationId to;   /**< NONE for empties */
    double *label;  /**< per leg */
    double *onward; /**< per feeder run */
    Reach reach;    /**< its arrays belong to PricingGroups.reaches */
} Target;

typedef struct {
    const Problem *problem;
    Labels *labels;
    Handling *handlings;
    int n_handlings;
    Group *groups;
    int n_groups;
    Target *targets;
    int n_targets;
    Reach *reaches;
    int n_reaches;
    int *target_of; /**< per booking or empties: index of its target; NONE: it cannot be carried */
} PricingGroups;

/** Sorts the bookings into groups and finds the earliest deliveries at their destinations.
 *  @param labels  for the sweeps; the caller's
 *  @return false where memory is out; to be cleared in either case */
bool pricing_groups_init(PricingGroups *by, const Problem *problem, Labels *labels)
    __attribute__((warn_unused_result));
void pricing_groups_clear(PricingGroups *by);

#endif
