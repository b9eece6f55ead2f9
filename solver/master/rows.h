/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The master's rows: which of them stand in the LP. Rows that seldom bind (tonnes, class limits,
 * lifts, the room of trains that always run) are held back until a solution violates them; a row
 * held back has no price, so every bound stays valid. */
#ifndef BANLIE_SOLVER_MASTER_ROWS_H
#define BANLIE_SOLVER_MASTER_ROWS_H

#include "solver/master/ground.h"

/** Loads the formulation into the empty LP, without the rows held back.
 *  @param price  per row, NAN or NULL where not known: rows with a price are not held back */
Outcome master_rows_load(Master *master, const double *price) __attribute__((warn_unused_result));

/** Adds a row to the LP.
 *  @param row  receives its number among the master's rows */
Outcome master_rows_add(Master *master, const int *columns, const double *values, int count,
                        double lower, double upper, RowId *row) __attribute__((warn_unused_result));

/** Adds the rows held back that the last solution violates.
 *  @param count  receives how many */
Outcome master_rows_add_violated(Master *master, int *count) __attribute__((warn_unused_result));

/** Adds the rows held back that are wanted.
 *  @param wanted  per row of the formulation */
Outcome master_rows_add_wanted(Master *master, const bool *wanted)
    __attribute__((warn_unused_result));

/** Changes the bounds of a row that stands in the LP. */
void master_rows_bound(Master *master, RowId row, double lower, double upper);

/** Fetches the duals of the last solution: 0 for rows held back, and where the sign is wrong within
 * the solver's tolerance. */
void master_rows_fetch_duals(Master *master);

#endif
