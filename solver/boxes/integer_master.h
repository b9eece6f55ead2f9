/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The integer master: the formulation with the trains fixed, over paths at hand, whole boxes
 * asked. */
#ifndef BANLIE_SOLVER_BOXES_INTEGER_MASTER_H
#define BANLIE_SOLVER_BOXES_INTEGER_MASTER_H

#include "solver/boxes/rounding.h"

typedef struct {
    LpModel model; /**< only rows that some column enters */
    PathId *paths; /**< of its path columns, which follow `first_path` others; behind them stand
                      those of parts */
    int n_paths;
    int first_path;
    double *primal; /**< per column */
    bool complete;  /**< all paths asked for are in it */
    bool hopeless;  /**< a row that no column enters does not hold: no plan with these trains */
} IntegerMaster;

/** Builds it over the paths on running trains whose reduced cost reaches `least`.
 *  @param paths_max  at most so many, the best
 *  @return false where memory is out; to be cleared in either case */
bool integer_master_build(const Rounding *rounding, double least, int paths_max,
                          IntegerMaster *integer) __attribute__((warn_unused_result));
void integer_master_clear(IntegerMaster *integer);

/** A whole solution, left in `primal`: near the LP's where there is one, else any.
 *  @return OUTCOME_DONE where there is one; OUTCOME_STOPPED where none was found; or a failure */
Outcome integer_master_round(const Rounding *rounding, IntegerMaster *integer)
    __attribute__((warn_unused_result));

/** A solution by the engine's own search (solver/whole/), which finds some where whole boxes are
 * hard to come by at all: where trains must be full.
 *  @param gap  share of the objective at which it ends
 *  @param lps  solved at most
 *  @return as integer_master_search() */
Outcome integer_master_seek(const Rounding *rounding, IntegerMaster *integer, double gap, int lps,
                            double *bound) __attribute__((warn_unused_result));

/** A solution by a solver's own search, left in `primal`.
 *  @param by     whose: Backend.integer, or Backend.nearby where the program holds most columns
 *  @param bound  receives a bound on the objective of all its whole solutions, −∞ where it has none
 *  @return OUTCOME_DONE where there is one, also where a limit ended the search for better ones;
 * OUTCOME_INFEASIBLE or OUTCOME_STOPPED where not; or a failure */
Outcome integer_master_search(const IntegerBackend *by, IntegerMaster *integer,
                              const IntegerOptions *options, double *bound)
    __attribute__((warn_unused_result));

#endif
