/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What differs between two lists of changes, and the lists that lie between them. */
#ifndef BANLIE_STUDY_WHY_DIFFERENCES_H
#define BANLIE_STUDY_WHY_DIFFERENCES_H

#include <glib.h>
#include <stdbool.h>

#include "config/document/node.h"

typedef enum { STEP_OF_BOTH, STEP_OF_A, STEP_OF_B } StepSide;

/** A change of either list, or of both. */
typedef struct {
    StepSide side;
    int index;        /**< in the list of its side; of both in that of A */
    int difference;   /**< which it is, from 0; -1: none, both have it */
    const Node *node; /**< of the list that it is of, which owns it */
} ChangeStep;

/** Two lists merged: A's changes in their order and B's in theirs; between two that both have, A's
 *  come first, so that what B changes has effect. */
typedef struct {
    GArray *steps; /**< ChangeStep */
    int count;     /**< of differences: those of B in their order, then those of A */
} Differences;

/** Finds a longest common subsequence of equal changes; of several the one that matches earliest in
 *  B, then in A. What is not in it differs. Changes are equal with the same keys, in any order, and
 *  the same texts.
 *  @return to be ended with differences_clear() */
Differences differences_find(const Node *const *a, int n_a, const Node *const *b, int n_b)
    __attribute__((warn_unused_result));

void differences_clear(Differences *differences);

/** True where a step belongs to the list with some differences made as in B: B's own are in it
 * where they are made, A's where they are not.
 *  @param made  per difference */
bool change_step_holds(const ChangeStep *step, const bool *made);

#endif
