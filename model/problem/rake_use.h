/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What trains and reposition runs do to the wagon sets of the limited pools. */
#ifndef BANLIE_MODEL_PROBLEM_RAKE_USE_H
#define BANLIE_MODEL_PROBLEM_RAKE_USE_H

#include "model/problem/problem.h"

/** One set of a pool, or several, from leaving one station until they can be used again at another.
 */
typedef struct {
    int pool; /**< index in Case.rakes */
    StationId from, to;
    Minute departs;
    Minute free; /**< usable at `to` from this very minute on */
} RakeUse;

/** The next use of sets by a train: over consecutive slot runs of one pool it keeps its set.
 *  @param position  which of the train's slot runs to look from; 0 at first, moved on
 *  @return false where the train uses no more sets of limited pools */
bool rake_use_next(const Problem *problem, TrainId train, int *position, RakeUse *use);

/** A reposition run that leaves at 00:00 (horizon's zone) of a stock day. */
RakeUse rake_use_reposition(const Problem *problem, int pool, int reposition, StockDay day);

/** How many ends of the period of a cyclic plan the use spans: it is one set under way at each. */
int rake_use_spans(const Problem *problem, const RakeUse *use);

/** Sets of the pool, all stations together. */
int64_t rake_pool_sets(const Case *kase, int pool);

/** Sets that stand at the station at the start. */
int rake_sets_at(const Case *kase, int pool, StationId station);

#endif
