/** @file
 *  What pricing is made of: for pricing.c, which prices the graph, and pricing_search.c, which
 * searches it. */
#ifndef BANLIE_SOLVER_PRICING_STATE_H
#define BANLIE_SOLVER_PRICING_STATE_H

#include <stdint.h>

#include "model/move.h"
#include "solver/pricing.h"
#include "solver/pricing_groups.h"

/** Changes of train that the search follows at most; real itineraries have one or two. */
enum { RIDES_MAX = 64 };

/** Itineraries of one booking that a round may take. */
enum { GOOD_MAX = 16 };

/** Linking prices that a way has settled: those of the first trains linked one by one, of the
 * others what was paid and what was earned (≥ 0). */
typedef struct {
    uint64_t trains; /**< by place in Pricing.linked */
    double paid, earned;
} Settled;

enum { SETTLED_TRAINS = 64 };

/** A way to a leg that was followed to all its ends. */
typedef struct {
    double cost; /**< ∞ where there is none yet */
    Settled settled;
} Explored;

/** One of the itineraries that pricing_good() keeps. */
typedef struct {
    double worth_less_cost;
    int n_rides;
    Ride rides[RIDES_MAX];
} Good;

struct Pricing {
    const Formulation *formulation;
    const Problem *problem;
    Labels *labels;
    PricingGroups by;
    double *pass, *leave, *board; /**< per leg, the same for all groups */
    double *price;                /**< per row: of the round, the objective's own row included */
    double money;                 /**< price of a unit of currency */
    CargoColumn scratch;
    double *link;    /**< per train */
    TrainId *linked; /**< trains with a linking price */
    int n_linked;
    bool *is_linked;    /**< per train */
    int *link_place;    /**< per linked train: its place in `linked` */
    bool *closed;       /**< per train */
    Explored *explored; /**< per leg */
    bool farkas;
    Ride rides[RIDES_MAX];
    Ride found[RIDES_MAX];
    Good good[GOOD_MAX]; /**< itineraries of pricing_good(), best first */
    int n_good;
};

/** What a box of the flow is worth before any cost; its booking's own row is not counted. */
double pricing_worth(Pricing *pricing, BookingId flow);

#endif
