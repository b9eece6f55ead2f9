/** @file
 *  What a plan of whole trains and boxes is worth, and whether it keeps every row of the
 * formulation. */
#ifndef BANLIE_SOLVER_WHOLE_PLAN_H
#define BANLIE_SOLVER_WHOLE_PLAN_H

#include "solver/master.h"

/** Objective of a whole plan. Classes present and balance shortfalls follow from trains and boxes.
 *  @param runs      per TrainId
 *  @param boxes     per PathId
 *  @param activity  scratch, one number a row of the formulation
 *  @param need      scratch, one number a column of the formulation
 *  @return −∞ where a row is not kept (or memory is out) */
double whole_plan_objective(Master *master, const bool *runs, const int *boxes, double *activity,
                            double *need);

/** A path's column in the formulation, in the master's scratch; NULL where memory is out. */
const CargoColumn *whole_plan_column(Master *master, PathId id);

#endif
