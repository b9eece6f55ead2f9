/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Train candidates: the chains given by hand, and every chain of a designed line (full-route
 * timetables, 全程时刻表). */
#ifndef BANLIE_MODEL_PROBLEM_TRAIN_CANDIDATE_H
#define BANLIE_MODEL_PROBLEM_TRAIN_CANDIDATE_H

#include "model/problem/problem.h"

/** The load factor rule that holds for a line: the first whose pattern it fits. NONE where there is
 * none. */
int line_load_factor_rule(const Case *kase, LineId line);

/** Sets Problem.trains, n_trains and train_runs. Legs are not yet set. Faults of chains given by
 * hand go to `findings`.
 *  @return false, with an error, where the problem would be too large */
bool train_candidates_build(Problem *problem, Findings *findings);

#endif
