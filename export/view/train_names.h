/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The names trains have in a plan's files. */
#ifndef BANLIE_EXPORT_VIEW_TRAIN_NAMES_H
#define BANLIE_EXPORT_VIEW_TRAIN_NAMES_H

#include "model/problem/problem.h"

typedef struct TrainNames TrainNames;

/** Names every train candidate: its base name, with `.2`, `.3` … where it repeats, the trains that
 * run first, in order of their departures (of the first slot run, then the second, …), then the
 * others in the same order.
 *  @param runs  per TrainId, NULL where there is no plan
 *  @return to be freed with train_names_free(), NULL where memory ran out */
TrainNames *train_names_new(const Problem *problem, const bool *runs)
    __attribute__((warn_unused_result));

void train_names_free(TrainNames *names);

const char *train_name(const TrainNames *names, TrainId train);

#endif
