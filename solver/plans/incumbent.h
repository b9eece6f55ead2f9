/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The best plan found so far, in whole trains and boxes. */
#ifndef BANLIE_SOLVER_PLANS_INCUMBENT_H
#define BANLIE_SOLVER_PLANS_INCUMBENT_H

#include "solver/master/ground.h"
#include "solver/tolerances.h"

typedef struct {
    bool found;
    double objective;
    double least; /**< with a plan held, one of interest exceeds this objective; −∞: any may be */
    bool *runs;   /**< per TrainId */
    int *repositions; /**< per problem_reposition(): sets that leave */
    PathId *paths;    /**< with boxes on them, ascending */
    int *boxes;       /**< per entry of `paths` */
    int n_paths;
} Incumbent;

/** A plan that keeps every row. */
typedef struct {
    const bool *runs;   /**< per TrainId */
    const int *boxes;   /**< per PathId: whole boxes */
    const double *sets; /**< per column of the formulation: reposition runs among them */
    double objective;
} OfferedPlan;

bool incumbent_init(Incumbent *incumbent, const Problem *problem)
    __attribute__((warn_unused_result));
void incumbent_clear(Incumbent *incumbent);

/** Takes a plan over where there is none, or it is better than the one held and of interest.
 *  @param plan  over the ground's trains and paths
 *  @return false where memory is out */
bool incumbent_offer(Incumbent *incumbent, const Ground *ground, const OfferedPlan *plan)
    __attribute__((warn_unused_result));

/** Objective that a plan looked for exceeds: the incumbent's, or what a plan of interest does. A
 * search for such plans proves no bound below it. −∞ without an incumbent. */
double incumbent_sought(const Incumbent *incumbent);

/** Bound at or below which nothing is worth looking at any more: the incumbent and the asked gap,
 * or what a plan of interest exceeds. −∞ without an incumbent. */
double incumbent_cutoff(const Incumbent *incumbent, Gap gap);

/** What a plan may lose against a bound and still be better than the incumbent and of interest, the
 * rounding of sums included; ∞ without an incumbent. */
double incumbent_slack(const Incumbent *incumbent, double bound);

#endif
