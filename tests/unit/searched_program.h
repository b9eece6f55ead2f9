/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  For tests: a search of a program by the engine's own search for whole numbers, and what has to
 * hold of its answer whatever ended it. */
#ifndef BANLIE_TESTS_UNIT_SEARCHED_PROGRAM_H
#define BANLIE_TESTS_UNIT_SEARCHED_PROGRAM_H

#include <stdint.h>

#include "solver/lp/backend.h"

/** Columns of a known program at most. */
enum { SEARCHED_COLUMNS = 16 };

/** A program whose best value is known by other means. */
typedef struct {
    LpModel model;
    double best; /**< of points that keep the rows but for the rounding of sums; −∞: none do */
    double stretched; /**< of points that may miss rows by what the LP solver lets through */
} KnownProgram;

typedef struct {
    Outcome status;
    bool found;
    double bound, value; /**< `value`: of the solution, by its columns */
    double primal[SEARCHED_COLUMNS];
} Searched;

/** Options without limits, to the best itself. */
IntegerOptions searched_exactly(void);

/** Without a look at memory of its own: that may be out. */
Searched search_program(const Backend *backend, const LpModel *model,
                        const IntegerOptions *options);

/** A solution is one and better than the cutoff, the bound lies above the best, and what is called
 * infeasible, cut off or done is just that. OUTCOME_STOPPED and failures claim nothing. */
void expect_honest(const KnownProgram *known, const IntegerOptions *options,
                   const Searched *searched);

/** The same, and that the search came to its end. */
void expect_ended(const KnownProgram *known, const IntegerOptions *options,
                  const Searched *searched);

/** A drawn program, its best found by trying all points. */
KnownProgram known_drawn(uint64_t seed, int number);

/** Twelve items to split as evenly as can be by two measures: some hundred nodes. All 4096 ways are
 * tried for the best. */
KnownProgram known_split(unsigned seed);

#endif
