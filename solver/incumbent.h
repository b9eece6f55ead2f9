/** @file
 *  The best plan found so far, in whole trains and boxes. */
#ifndef BANLIE_SOLVER_INCUMBENT_H
#define BANLIE_SOLVER_INCUMBENT_H

#include "solver/master.h"

typedef struct {
    bool found;
    double objective;
    bool *runs;       /**< per TrainId */
    int *repositions; /**< per problem_reposition(): sets that leave */
    PathId *paths;    /**< with boxes on them, ascending */
    int *boxes;       /**< per entry of `paths` */
    int n_paths;
} Incumbent;

/** A plan that keeps every row. */
typedef struct {
    const bool *runs;   /**< per TrainId */
    const int *boxes;   /**< per PathId of the master's pool: whole boxes */
    const double *sets; /**< per column of the formulation: reposition runs among them */
    double objective;
} OfferedPlan;

bool incumbent_init(Incumbent *incumbent, const Problem *problem)
    __attribute__((warn_unused_result));
void incumbent_clear(Incumbent *incumbent);

/** Takes a plan over where it is better than the one held.
 *  @param plan  what the master's trains and boxes are
 *  @return false where memory is out */
bool incumbent_offer(Incumbent *incumbent, const Master *master, const OfferedPlan *plan)
    __attribute__((warn_unused_result));

/** Bound at or below which nothing is worth looking at any more: the incumbent and the asked gap.
 * −∞ without an incumbent. */
double incumbent_cutoff(const Incumbent *incumbent, double gap);

/** What a plan may lose against a bound and still be better than the incumbent, the rounding of
 * sums included; ∞ without an incumbent. */
double incumbent_slack(const Incumbent *incumbent, double bound);

#endif
