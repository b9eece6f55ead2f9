/** @file
 *  What to branch on: the first level of counts that is fractional, then single trains. */
#ifndef BANLIE_SOLVER_BRANCHING_H
#define BANLIE_SOLVER_BRANCHING_H

#include "solver/master.h"

typedef enum { BRANCH_NONE, BRANCH_TRAIN, BRANCH_SET } BranchKind;

/** One bound that a node adds. */
typedef struct {
    BranchKind kind;
    int index; /**< TrainId or set */
    double lower, upper;
} Branch;

/** Chooses a fractional count or train of the last solution.
 *  @return false where all trains are whole */
bool branching_choose(const Master *master, Branch *down, Branch *up);

/** The trains whose bounds still leave a choice, the one with the greatest reduced cost (of the last bound) first.
 *  @param order  room for all trains
 *  @return how many */
int branching_free_trains(const Master *master, TrainId *order);

#endif
