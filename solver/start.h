/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What one solve leaves for another to start from, in terms of the problem at hand: itineraries,
 *  prices, trains, bases, and how the search split its plans. Plain data that knows no file.
 *
 *  All of it is a hint. Nothing here is believed: a solve that starts from it proves its bound by
 *  its own prices, and a start that is wrong costs time alone. */
#ifndef BANLIE_SOLVER_START_H
#define BANLIE_SOLVER_START_H

#include "model/formulation/lp_model.h"
#include "model/problem/problem.h"

/** An itinerary, and the boxes that the plan has on it. */
typedef struct {
    BookingId booking;
    int first_ride; /**< into Start.rides */
    int n_rides;
    int boxes;
} StartPath;

/** A strong linking row: boxes of a booking on a train. */
typedef struct {
    BookingId booking;
    TrainId train;
} StartLink;

typedef enum {
    START_LEAF,  /**< plans that were not split any more */
    START_TRAIN, /**< those without a train, and those with it */
    START_SET    /**< those with so many trains of a set at most, and those with more */
} StartSplit;

/** A part of all plans, as the search had it. */
typedef struct {
    int parent; /**< index in Start.nodes, less than its own; NONE: all plans */
    bool up;    /**< the second part of its parent's two */
    StartSplit split;
    int index; /**< TrainId, or number of the set (solver/master/train_sets.h); NONE where it
                  is not there any more: the two parts count as one then */
    int most;  /**< trains of the first part */
    unsigned char *basis; /**< of a leaf, as Start.relaxed; NULL where none is known */
} StartNode;

typedef struct Start {
    StartPath *paths;
    int n_paths;
    Ride *rides;
    int n_rides;
    int n_rows, n_columns; /**< of the formulation over the margin */
    int n_sets;
    StartLink *links;
    int n_links;
    double *price; /**< per row of the formulation: in the relaxation; NAN where not known. NULL:
                      none is */
    /** Basis of the relaxation: a BasisStatus for each row and column of the formulation, then each
     * path, each set, each link. NULL where none is known. */
    unsigned char *relaxed;
    bool *runs;       /**< per TrainId: in the plan; NULL where there is none */
    double objective; /**< of the plan, NAN where there is none */
    StartNode *nodes; /**< parents first; the first stands for all plans */
    int n_nodes;
} Start;

/** How many statuses a basis of a start has. */
static inline int start_basis_size(const Start *start) {
    return start->n_rows + start->n_columns + start->n_paths + start->n_sets + start->n_links;
}

/** Frees all that it holds; it is empty then. */
void start_clear(Start *start);

#endif
