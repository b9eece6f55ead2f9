/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Chains of slot runs that may become trains, while they are gathered: what their builders write
 * to (train_candidate.c those given by hand, designed_line.c those of a route). */
#ifndef BANLIE_MODEL_PROBLEM_CHAIN_LIST_H
#define BANLIE_MODEL_PROBLEM_CHAIN_LIST_H

#include <glib.h>

#include "model/problem/problem.h"

/** What the builders of chains write to. */
typedef struct {
    Problem *problem;
    Findings *findings;
    GArray *trains; /**< TrainCandidate */
    GArray *runs;   /**< SlotRunId, the chains one after another */
    int *rule;      /**< per line: the load factor rule that holds, NONE */
    int64_t n_legs; /**< of all chains */
    int64_t steps;  /**< of the designers, see CHAIN_STEPS_MAX */
    bool full;      /**< one more would be too many */
} Chains;

/** Says so where the problem has grown as large as it may. */
void chains_measure(Chains *chains);

/** Adds a chain of slot runs as a train candidate of the line.
 *  @param hand  the train given by hand that it is of, NONE */
void chains_add(Chains *chains, LineId line, int hand, const SlotRunId *chain, int length);

#endif
