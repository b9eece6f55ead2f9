/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The one labelling of the leg graph: for a destination, the least cost to go from every leg.
 *
 *  One sweep over the arrivals in falling time; what may follow by transfer is a sliding-window
 * minimum (monotone queue), so a sweep is linear in legs. The costs come from the caller: minutes
 * for the earliest arrival, money and prices for pricing. */
#ifndef BANLIE_MODEL_WAYS_LABELS_H
#define BANLIE_MODEL_WAYS_LABELS_H

#include "model/problem/problem.h"

/** Costs of the moves, each array per LegId or FeederRunId. Sums along an itinerary must be finite;
 * HUGE_VAL bars a move. */
typedef struct {
    const double *ride;      /**< travelling on the leg */
    const double *pass;      /**< staying on the train from the leg to its next */
    const double *finish;    /**< the itinerary ends with the leg */
    const double *unload;    /**< leaving the train at the leg's end for a feeder */
    const double *leave;     /**< leaving the train at the leg's end to change to another */
    const double *board;     /**< boarding the leg after a change */
    const double *load;      /**< boarding the leg after a feeder */
    const double *feed;      /**< taking the feeder run to a train */
    const double *feed_home; /**< taking it as the last move of the itinerary */
} MoveCosts;

/** What a sweep is for. */
typedef struct {
    CargoId cargo;
    StationId to; /**< NONE: anywhere, and without feeders: empties */
} SweepEnd;

/** Scratch memory and the legs' order for sweeps over one problem. */
typedef struct Labels Labels;

/** @return NULL where memory is out */
Labels *labels_new(const Problem *problem) __attribute__((warn_unused_result));
void labels_free(Labels *labels);

/** Least cost from boarding each leg to the end, the leg's own ride included; INFINITY where there
 * is no itinerary.
 *
 *  Rules of the cargo class and the windows of transfers and feeders are kept; due dates are not
 * looked at. A change back to the same train is not told apart: it never costs less than staying
 * on.
 *  @param label   per LegId, written
 *  @param onward  per FeederRunId, written: least cost from the run's arrival to the end by train,
 * the boarding included and the run itself not */
void labels_sweep(Labels *labels, SweepEnd end, const MoveCosts *costs, double *label,
                  double *onward);

/** Earliest delivery at `end.to` by each leg, and by train after each feeder run (as a Minute in a
 * double), INFINITY where there is no itinerary: the sweep without prices. */
void labels_earliest_delivery(Labels *labels, SweepEnd end, double *label, double *onward);

#endif
