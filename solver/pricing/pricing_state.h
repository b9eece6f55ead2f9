/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What pricing is made of, for the files of pricing alone: pricing.c prices the graph, the others
 * search it. */
#ifndef BANLIE_SOLVER_PRICING_PRICING_STATE_H
#define BANLIE_SOLVER_PRICING_PRICING_STATE_H

#include <stdint.h>

#include "base/clock.h"
#include "model/formulation/move.h"
#include "solver/pricing/pricing_groups.h"

/** Changes of train that the search follows at most; real itineraries have one or two. */
enum { RIDES_MAX = 64 };

/** Itineraries of one booking that a round may take. */
enum { GOOD_MAX = 16 };

/** Linking prices that an itinerary has settled: those of the first trains linked one by one, of
 * the others what was paid and what was earned (≥ 0). */
typedef struct {
    uint64_t trains; /**< by place in Pricing.linked */
    double paid, earned;
} Settled;

enum { SETTLED_TRAINS = 64 };

/** An itinerary as far as a leg, that was followed to all its ends. */
typedef struct {
    long search; /**< its number; of an earlier one: there is none yet */
    double cost;
    double latest; /**< by which it had to be delivered */
    Settled settled;
} Explored;

/** Labels of one flow alone, and the costs that they are made of where those are its own. */
typedef struct {
    double *label;  /**< per leg, like `ride`, `finish`, `board` and `load` */
    double *onward; /**< per feeder run, like `feed_home` */
    double *ride, *finish, *board, *load, *feed_home;
} FlowLabels;

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
    long n_searches;    /**< begun so far */
    long n_ridden;      /**< legs ridden in all searches */
    FlowLabels own;
    long patience;      /**< legs that a search looks at before it labels the graph for its flow */
    const Clock *clock; /**< NULL: none */
    bool stopped;       /**< it has run out */
    bool labelled;      /**< the labels are of the present prices */
    bool farkas;
    bool keeps_parts; /**< pricing_keep_parts() */
    Ride rides[RIDES_MAX];
    Ride found[RIDES_MAX];
    Good good[GOOD_MAX]; /**< itineraries of pricing_good(), best first */
    int n_good;
};

#endif
