/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What can be read off a master: what it stands on, its last solution with its prices, and its
 * present bounds. */
#ifndef BANLIE_SOLVER_MASTER_MASTER_VIEW_H
#define BANLIE_SOLVER_MASTER_MASTER_VIEW_H

#include "solver/master/added_rows.h"
#include "solver/master/ground.h"
#include "solver/pricing/pricing.h"

/** The ground stays where it is, as long as the master. */
const Ground *master_ground(const Master *master);

/* ---- the last solution ---- */

/** True once an LP with itineraries in it was solved. */
bool master_solved(const Master *master);

/** Value of y. */
double master_train(const Master *master, TrainId train);

/** Boxes on a path; none on one that was not a column then. */
double master_path(const Master *master, PathId path);

/** Value of a column of the formulation. */
double master_column(const Master *master, ColumnId column);

/** Prices per row, those of the formulation first; before the first solution what was known, else
 * 0. */
const double *master_duals(const Master *master);

/** Reduced costs per column of the formulation, trains first, as of MasterResult.last_bound. */
const double *master_reduced_costs(const Master *master);

/** Where a basis of the master has a row: basic where it is not in the LP. */
unsigned char master_row_status(const Master *master, const Basis *basis, RowId row);

/** Where a basis of the master has a path: at its lower bound where it is not in the LP. */
unsigned char master_path_status(const Master *master, const Basis *basis, PathId path);

/* ---- bounds and rows ---- */

void master_train_bounds(const Master *master, TrainId train, double *lower, double *upper);

/** True where the bounds leave a choice. */
bool master_train_free(const Master *master, TrainId train);

void master_row_bounds(const Master *master, RowId row, double *lower, double *upper);

/** Coefficient of a formulation's entry as the LP has it, tightening included. */
double master_entry_value(const Master *master, const LpEntry *entry);

const TrainSets *master_sets(const Master *master);
const Links *master_links(const Master *master);
const Shares *master_shares(const Master *master);

/* ---- the work ---- */

/** Rounds of pricing so far. */
long master_rounds(const Master *master);

/** The master's own pricing, for prices read off it; a solve sets it anew. */
Pricing *master_pricing(Master *master);

#endif
