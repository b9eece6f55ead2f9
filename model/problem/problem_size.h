/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  How large a problem may become: far more than can be planned in useful time, and little enough
 * for memory, for the time that a check takes, and for ints to count it. What is larger is refused
 * with a finding as soon as that shows. */
#ifndef BANLIE_MODEL_PROBLEM_PROBLEM_SIZE_H
#define BANLIE_MODEL_PROBLEM_PROBLEM_SIZE_H

#include <stdbool.h>

#include "model/problem/problem.h"

enum {
    SLOT_RUNS_MAX = 1000000,
    TRAIN_CANDIDATES_MAX = 200000,
    CHAIN_STEPS_MAX = 20000000, /**< slot runs tried as the next of a designed line's chain */
    LEGS_MAX = 2000000,
    FEEDER_RUNS_MAX = 2000000,
    CARGO_LEGS_MAX = 200000000, /**< cargo classes × legs */
    STOCK_CELLS_MAX = 10000000, /**< container types × stations × days */
    REPOSITIONS_MAX = 10000000  /**< reposition rules × days */
};

/** False, with an error, where the slots have too many runs. */
bool problem_size_of_slots(const Problem *problem, Findings *findings);

/** False, with an error, where the departures of one feeder more between two instants make too
 * many.
 *  @param runs  departures of the feeders before it */
bool problem_size_of_feeder(const Problem *problem, int feeder, Minute first, Minute last,
                            int64_t runs, Findings *findings);

/** False, with an error, where what stands by day is too much: stock, and moves of wagon sets.
 * Needs `n_stock_days`. */
bool problem_size_of_stock(const Problem *problem, Findings *findings);

/** False, with an error, where the cargo classes are too many for so many legs. */
bool problem_size_of_cargo(const Problem *problem, Findings *findings);

#endif
