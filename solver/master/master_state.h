/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The master from within: what the files of this folder work on. Others read it by
 * solver/master/master_view.h. */
#ifndef BANLIE_SOLVER_MASTER_MASTER_STATE_H
#define BANLIE_SOLVER_MASTER_MASTER_STATE_H

#include "solver/master/added_rows.h"
#include "solver/master/ground.h"
#include "solver/pricing/pricing.h"

struct Master {
    Ground ground;
    Lp *lp;
    Pricing *pricing;
    Paths paths; /**< those of the ground */

    /* rows: the formulation's, then those of sets, links and shares as they are added */
    int n_rows;
    int n_lp_rows; /**< of them, in the LP */
    int *lp_row;   /**< per row: its place in the LP, NONE while it is held back (rows.h) */
    double *row_lower, *row_upper; /**< present bounds */
    int room_rows;
    TrainSets sets;
    Links links;
    Shares shares;
    bool strengthen;      /**< add violated linking rows */
    bool keeps_parts;     /**< no boxes where a part of their booking has no room */
    double *capacity_cut; /**< per LegId: TEU that whole boxes can never fill, once master_tighten()
                             has run; else 0 */

    /* columns: the formulation's, then the artificial ones, then those of paths */
    int n_columns;
    double *train_lower, *train_upper; /**< per TrainId: present bounds of y */
    bool *never_runs; /**< per TrainId: the trains that run in every plan leave it no slot run */
    int *fixed_on;    /**< per SlotRunId that others repeat: trains on it that run in every plan */
    int first_artificial; /**< column of the first */
    int n_artificials;
    int n_spares;   /**< artificial columns, the last of them, that no row has yet: a share's row
                       takes one */
    int first_path; /**< column of path 0 */
    double *path_objective; /**< per PathId */
    bool *parked; /**< per PathId: its column is held at 0, so that the solver passes it over */
    int n_parked;
    int room_paths;
    int paths_loaded; /**< paths that are columns of the LP already */

    /* the last solution */
    double *primal; /**< per column */
    int room_primal;
    int paths_solved;    /**< paths that were columns when `primal` was fetched */
    double *dual;        /**< per row; before the first solution what was known, else 0 */
    double *column_dual; /**< per column of the formulation: reduced costs, as of the last bound */

    /* the work */
    bool searching_feasibility; /**< the objective is that of phase 1 */
    bool based;                 /**< the LP has a basis of its own choice, not that of its slacks */
    long rounds;
    void (*on_round)(void *user); /**< called after each round of pricing; may be NULL */
    void *user;
    double *lp_dual;     /**< scratch per LP row */
    double *train_use;   /**< scratch per TrainId */
    CargoColumn scratch; /**< of a path */
};

#endif
