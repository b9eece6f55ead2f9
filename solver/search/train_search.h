/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Plans by a search among some of the trains: those that a relaxation runs, or those near a plan;
 * all their itineraries, and trains and boxes whole at once. Where trains must be full this finds
 * plans that no rounding does. */
#ifndef BANLIE_SOLVER_SEARCH_TRAIN_SEARCH_H
#define BANLIE_SOLVER_SEARCH_TRAIN_SEARCH_H

#include "solver/master/ground.h"
#include "solver/plans/incumbent.h"

/** What came of a search among trains. */
typedef struct {
    bool tried; /**< false: the trains have too many itineraries to be searched at once */
    bool gained;
} TrainSearchResult;

/** Searches the plans on open trains under the master's present bounds, whose last solution need
 * not be optimal, and offers the best. It proves nothing.
 *  @param closed  per train: left out
 *  @param gap     of the whole search
 *  @return OUTCOME_DONE, also where nothing was found; OUTCOME_STOPPED, or a failure */
Outcome train_search(Master *master, const bool *closed, Gap gap, Incumbent *incumbent,
                     TrainSearchResult *result) __attribute__((warn_unused_result));

/** How far the search around it has come. */
typedef struct {
    Gap gap;
    double bound;
    long nodes;
    bool trains_first; /**< before the first dive, whose LPs take long */
} TrainSearchCourse;

/** When trains are searched next; {0} at the start. */
typedef struct {
    long next; /**< at so many nodes */
    long wait; /**< nodes from the last time to then */
} TrainSearchTiming;

/** Searches among the trains of the last solution and of the best plan where it is time to: soon
 * while no plan comes near the bound, else now and then, more seldom after each that gains nothing.
 *  @return as train_search() */
Outcome train_search_now_and_then(Master *master, const TrainSearchCourse *course,
                                  TrainSearchTiming *timing, Incumbent *incumbent)
    __attribute__((warn_unused_result));

/** Searches among the trains that the master's last solution runs, in part at least, and those of
 * the best plan. */
Outcome train_search_support(Master *master, Gap gap, Incumbent *incumbent,
                             TrainSearchResult *result) __attribute__((warn_unused_result));

#endif
