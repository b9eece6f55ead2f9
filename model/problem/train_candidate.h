/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Train candidates: the chains given by hand, and every chain of a designed line (full-route
 * timetables, 全程时刻表). */
#ifndef BANLIE_MODEL_PROBLEM_TRAIN_CANDIDATE_H
#define BANLIE_MODEL_PROBLEM_TRAIN_CANDIDATE_H

#include "model/problem/problem.h"

/** Sets Problem.trains, n_trains and train_runs. Legs are not yet set. Faults of chains given by
 * hand go to `findings`.
 *  @return false, with an error, where the problem would be too large */
bool train_candidates_build(Problem *problem, Findings *findings);

#endif
