/** @file
 *  Train candidates: the chains given by hand, and every chain of a designed line (full-route
 * timetables, 全程时刻表). */
#ifndef BANLIE_MODEL_TRAIN_CANDIDATE_H
#define BANLIE_MODEL_TRAIN_CANDIDATE_H

#include "model/problem.h"

/** At most so many candidates: beyond, the case is refused, as no plan could be found in useful
 * time. */
enum { TRAIN_CANDIDATES_MAX = 200000 };

/** Sets Problem.trains, n_trains and train_runs. Legs are not yet set. Faults of chains given by
 * hand go to `findings`. */
void train_candidates_build(Problem *problem, Findings *findings);

#endif
