/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What the columns of boxes in a compact model stand for. */
#ifndef BANLIE_MODEL_FORMULATION_COMPACT_ARC_H
#define BANLIE_MODEL_FORMULATION_COMPACT_ARC_H

#include "model/problem/problem.h"

/** An arc: how a box gets from one leg to the next, on its first leg or off its last one. */
typedef struct {
    BookingId flow;  /**< whose boxes: a booking's, or empties */
    int copy;        /**< of the flow, from 1; 0 where it has but one */
    LegId from;      /**< NONE: the box sets out */
    FeederRunId run; /**< taken in between, NONE */
    LegId to;        /**< NONE: it has arrived */
    bool pass;       /**< it stays on the train */
} CompactArc;

#endif
