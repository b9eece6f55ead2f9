/** @file
 *  The one labelling of the leg graph: for a destination, the least cost to go from every leg.
 *
 *  One sweep over the arrivals in falling time; what may follow by transfer is a sliding-window
 * minimum (monotone queue), so a sweep is linear in legs. The costs come from the caller: minutes
 * for the earliest arrival, money and prices for pricing. */
#ifndef BANLIE_MODEL_LABELS_H
#define BANLIE_MODEL_LABELS_H

#include "model/problem.h"

/** Costs of the moves, each array per LegId. Sums along a way must be finite. */
typedef struct {
    const double *ride;   /**< travelling on the leg */
    const double *pass;   /**< staying on the train from the leg to its next */
    const double *unload; /**< leaving the train for good at the leg's end */
    const double *leave;  /**< leaving the train at the leg's end to change to another */
    const double *board;  /**< boarding the leg after a change */
} MoveCosts;

/** Scratch memory and the legs' order for sweeps over one problem. */
typedef struct Labels Labels;

/** @return NULL where memory is out */
Labels *labels_new(const Problem *problem) __attribute__((warn_unused_result));
void labels_free(Labels *labels);

/** Least cost from boarding each leg to the end at `to`, the leg's own ride included; INFINITY
 * where there is no way.
 *
 *  Rules of the cargo class and the transfer windows are kept; due dates are not looked at. A
 * change back to the same train is not told apart: it never costs less than staying on.
 *  @param label  per LegId, written */
void labels_sweep(Labels *labels, CargoId cargo, StationId to, const MoveCosts *costs,
                  double *label);

/** Earliest arrival at `to` by each leg (as a Minute in a double), INFINITY where there is no way:
 * the sweep without prices. */
void labels_earliest_arrival(Labels *labels, CargoId cargo, StationId to, double *label);

#endif
