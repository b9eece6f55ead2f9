/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Trains that an earlier plan does not run: where its first days are frozen, none may leave on
 * them.
 */
#ifndef BANLIE_MODEL_PROMISES_NEW_TRAINS_H
#define BANLIE_MODEL_PROMISES_NEW_TRAINS_H

#include "model/problem/problem.h"

/** A train's line and slot runs in one text, by which a plan's trains are told apart; to be freed
 *  with g_free(). */
char *train_key(const Problem *problem, const TrainCandidate *train);

/** The same of a train of the earlier plan. */
char *committed_train_key(const CommittedTrain *train);

/** Takes candidates out that would leave before Commitments.no_new_before and that the earlier plan
 *  does not run, but those by hand that run always; of a regular line all of a timetable where one
 *  of its weeks is taken out. To be called before legs are laid out. */
void new_trains_bar(Problem *problem);

#endif
