/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Which choice to split a node on: the one whose two sides lower the bound most, by trial where
 * little is known of it and by what it did before where much is (reliability branching: Achterberg,
 * Koch & Martin 2005). */
#ifndef BANLIE_SOLVER_CLOSED_STRONG_H
#define BANLIE_SOLVER_CLOSED_STRONG_H

#include "solver/closed/choices.h"

/** What splits on a choice have done to the bound so far, a unit of its value. */
typedef struct {
    double loss[2]; /**< summed up: downwards, upwards */
    int tries[2];
} SplitRecord;

typedef struct {
    SplitRecord *items; /**< per choice */
    long probes;
} SplitRecords;

/** How a node is split. */
typedef struct {
    ChoiceId id; /**< NONE where both sides of a choice are closed, and the node with them */
    double value;
    double bound[2]; /**< of the sides: downwards, upwards */
} Split;

bool split_records_init(SplitRecords *records, const ClosedModel *model)
    __attribute__((warn_unused_result));
void split_records_clear(SplitRecords *records);

/** Notes that a side of a choice has lowered the bound.
 *  @param side      0: downwards, 1: upwards
 *  @param distance  of the value from that side */
void split_record(SplitRecords *records, ChoiceId id, int side, double loss, double distance);

/** Chooses among open choices. The LP's bounds are as before afterwards, its basis and solution are
 * not.
 *  @param open    sorted anew
 *  @param basis   of the node
 *  @param cutoff  sides at or below it count as closed
 *  @return OUTCOME_DONE, or what ended the LP */
Outcome split_choose(SplitRecords *records, ClosedLp *lp, OpenChoice *open, int n_open,
                     const Basis *basis, double cutoff, Split *split)
    __attribute__((warn_unused_result));

#endif
