/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The parts that a plan's cost is made of: the one list of them. What is shown of each follows it
 *  (the summary's keys from cost_part_key(), words on the screen in export/words/). */
#ifndef BANLIE_MODEL_BOOKS_COST_PARTS_H
#define BANLIE_MODEL_BOOKS_COST_PARTS_H

/** In the order in which they are shown. */
typedef enum {
    COST_TRAIN,
    COST_LEG,
    COST_LOAD,
    COST_UNLOAD,
    COST_TRANSFER,
    COST_FEEDER,
    COST_LATE,
    COST_UNSERVED,
    COST_EMPTY, /**< all that empties cost: legs, handling, transfers */
    COST_LEASE,
    COST_STORAGE,
    COST_END_VALUE, /**< 0 or below: worth of what stands in stock at the end */
    COST_REPOSITION,
    COST_BALANCE,
    COST_MOVED, /**< trains and boxes that are no more where an earlier plan had them */
    N_COST_PARTS
} CostPart;

/** What the part is called in summary.json: `end_value`. */
const char *cost_part_key(CostPart part);

/** All parts together.
 *  @param parts  N_COST_PARTS sums of money */
double cost_parts_sum(const double *parts);

#endif
