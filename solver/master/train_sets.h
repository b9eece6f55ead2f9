/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  docs/model.md (20): the counts of trains that the search branches on before single trains: by
 *  direction, by origin and destination, by week of it, by line and week. */
#ifndef BANLIE_SOLVER_MASTER_TRAIN_SETS_H
#define BANLIE_SOLVER_MASTER_TRAIN_SETS_H

#include "solver/master/added_rows.h"

/** Lists the sets; rows are not yet made. Only trains that are free to run or not count; sets of
 * fewer than two are left out.
 *  @param sets  receives them, to be cleared whatever the outcome
 *  @return false where memory is out */
bool train_sets_build(const Problem *problem, TrainSets *sets) __attribute__((warn_unused_result));
void train_sets_clear(TrainSets *sets);

#endif
