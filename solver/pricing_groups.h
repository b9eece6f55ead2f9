/** @file
 *  Which bookings share labels: groups of one class and TEU and about one weight, and their
 * destinations. Made once. */
#ifndef BANLIE_SOLVER_PRICING_GROUPS_H
#define BANLIE_SOLVER_PRICING_GROUPS_H

#include "model/labels.h"

/** Bookings of one class and TEU and of about the same weight. */
typedef struct {
    CargoId cargo;
    double teu;
    double gross_t; /**< of the lightest */
    double *ride;   /**< per leg: cost and prices of a box, without its tonnes' price */
    double *tonne;  /**< per leg: price of a tonne; shared by the groups of a class and TEU */
    double *labelled_ride; /**< per leg: what the labels use: ride + gross_t · tonne */
    bool owns_prices;      /**< ride and tonne are its own, to be filled and freed */
} Group;

/** Labels of one group to one destination. */
typedef struct {
    int group;
    StationId to;
    double *label;
    const double *arrival; /**< earliest arrival, price-free */
} Target;

/** Earliest arrivals by class and destination. */
typedef struct {
    CargoId cargo;
    StationId to;
    double *arrival;
} Reach;

typedef struct {
    const Problem *problem;
    Labels *labels;
    Group *groups;
    int n_groups;
    Target *targets;
    int n_targets;
    Reach *reaches;
    int n_reaches;
    int *target_of; /**< per booking: index of its target; NONE: it cannot be carried */
} PricingGroups;

/** Sorts the bookings into groups and finds the earliest arrivals to their destinations.
 *  @param labels  for the sweeps; the caller's
 *  @return false where memory is out; to be cleared in either case */
bool pricing_groups_init(PricingGroups *by, const Problem *problem, Labels *labels)
    __attribute__((warn_unused_result));
void pricing_groups_clear(PricingGroups *by);

#endif
