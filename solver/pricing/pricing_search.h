/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  One search of a flow's ways: private to pricing_search.c, which follows the moves,
 * pricing_alone.c, which labels the graph for the flow alone, and pricing_ways.c, which starts
 * searches and keeps what they find. */
#ifndef BANLIE_SOLVER_PRICING_PRICING_SEARCH_H
#define BANLIE_SOLVER_PRICING_PRICING_SEARCH_H

#include "solver/pricing/pricing_state.h"

/** A search of one flow's ways. */
typedef struct {
    const Booking *booking;
    const Group *group;
    const Handling *handling;
    const Target *target;
    const bool *bars_station;
    const double *label;  /**< per leg: the target's, or the flow's own */
    const double *onward; /**< per feeder run, likewise */
    bool alone;           /**< the labels are the flow's own */
    long work;            /**< legs looked at so far */
    double latest;        /**< delivery */
    double best;          /**< least cost found; a way has to stay below it */
    double margin;        /**< and by so much: what rounding may make of ways that cost the same */
    int n_rides;          /**< of the way being followed */
    int n_found;          /**< rides of the best way, 0 where none */
    bool (*take)(void *user, const PricedItinerary *itinerary);
    void *user;
    double worth;
    double reward; /**< more than any way can earn by negative linking prices, where the labels
                      leave them out */
    double floor;  /**< for pricing_good(): what is wanted at all, and how many */
    int most;
    Settled settled; /**< by the way being followed */
    long n_taken;    /**< ways handed to `take` */
    bool ended;
} Search;

/** Boards a leg after `cost` so far, where that can still win, and follows every way from there;
 * `before` is the feeder that led to it, NONE. */
void search_board(Pricing *pricing, Search *search, FeederRunId before, LegId leg, double cost);

/** Boards any train after a feeder run but that of leg `from` (NONE at the origin). `cost` is that
 * up to the run's arrival. */
void search_from_run(Pricing *pricing, Search *search, LegId from, FeederRunId run, double cost);

/** Labels the graph for the flow alone: with its own due date and weight, and what its linking
 * prices may earn. Without linking prices such labels are exact, and lead straight to the best way;
 * those of the target may lead through very many ways that are late. */
void search_alone(Pricing *pricing, Search *search);

#endif
