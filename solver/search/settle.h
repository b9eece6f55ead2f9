/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Proofs that no plan on chosen trains is better than what is at hand, whatever its boxes. */
#ifndef BANLIE_SOLVER_SEARCH_SETTLE_H
#define BANLIE_SOLVER_SEARCH_SETTLE_H

#include "solver/plans/incumbent.h"
#include "solver/search/closed_program.h"

typedef struct {
    const Master *master;
    ClosedProgram closed;
    Incumbent *incumbent;
    Gap gap;
    double work; /**< of all LPs so far: rows times columns, summed up */
} Settling;

double settling_cutoff(const Settling *settling);

/** Bounds the program's trains to those of a solution; NULL: to the master's again. */
void settling_hold(Settling *settling, const double *primal);

/** Offers a solution whose boxes are whole as it is.
 *  @return OUTCOME_DONE, or a failure */
Outcome settling_offer(Settling *settling, const double *primal)
    __attribute__((warn_unused_result));

/** Searches the boxes with cuts of their own. Solutions that come up are offered.
 *  @param held     per train: as the solution has it; the others may run or not. NULL: all are held
 *  @param nodes    at most
 *  @param settled  receives whether no plan that agrees with it in the held trains exceeds the
 * cutoff
 *  @return OUTCOME_DONE, whatever came of it; OUTCOME_STOPPED by the clock; or a failure */
Outcome settle(Settling *settling, const PlanPoint *point, const bool *held, long nodes,
               bool *settled) __attribute__((warn_unused_result));

#endif
