/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Trains and boxes as one program for a search for whole numbers, over a pool of itineraries. */
#ifndef BANLIE_SOLVER_SEARCH_WHOLE_PROGRAM_H
#define BANLIE_SOLVER_SEARCH_WHOLE_PROGRAM_H

#include "solver/master/ground.h"
#include "solver/plans/incumbent.h"

typedef struct {
    const Master *master;
    const Ground *ground;
    const bool *closed; /**< per train: held at 0 whatever the master's bounds; NULL: none is */
    Paths pool;         /**< the itineraries, filled by the caller */
    LpModel model;      /**< rows and columns of the formulation first, then one column a path, then
                           those of parts */
    ColumnId first_path;
    double *primal; /**< per column, of a solution */
} WholeProgram;

/** An empty program with an empty pool.
 *  @return false where memory is out; to be cleared in either case */
bool whole_program_init(WholeProgram *program, const Master *master)
    __attribute__((warn_unused_result));
void whole_program_clear(WholeProgram *program);

/** Builds the model over the pool, with the master's present bounds of trains and their counts,
 * its tightened rows and the linking rows that it has found of use.
 *  @return false where memory is out */
bool whole_program_build(WholeProgram *program) __attribute__((warn_unused_result));

/** Nodes or LPs that a search of it may take: repeatable, unlike a time limit, and about a second's
 * work. */
int whole_program_limit(const WholeProgram *program);

/** What a search for a better plan came to. */
typedef struct {
    bool gained;   /**< there is one */
    double proven; /**< no plan of the program is worth more than this, or than the best one */
} WholeProgramResult;

/** Searches for a better plan by the engine's own search for whole numbers.
 *  @param lps  at most
 *  @return OUTCOME_DONE, whatever ended it; or a failure */
Outcome whole_program_seek(WholeProgram *program, Gap gap, int lps, Incumbent *incumbent,
                           WholeProgramResult *result) __attribute__((warn_unused_result));

/** Adds the paths in use to those of the ground, and offers the plan of `primal`. */
Outcome whole_program_offer(WholeProgram *program, Incumbent *incumbent)
    __attribute__((warn_unused_result));

#endif
