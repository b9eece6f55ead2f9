/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The master LP: the formulation's rows over the itineraries generated so far, solved by column
 * generation.
 *
 *  Its rows are those of the formulation, then one for each branching set (a count of trains), then
 * strong linking rows as they are violated. Its columns are those of the formulation, then
 * artificial ones (for rows that need cargo to hold), then the itineraries. A valid upper bound
 * comes with every round. */
#ifndef BANLIE_SOLVER_MASTER_MASTER_H
#define BANLIE_SOLVER_MASTER_MASTER_H

#include "base/clock.h"
#include "model/formulation/formulation.h"
#include "model/formulation/move.h"
#include "solver/lp/backend.h"
#include "solver/master/added_rows.h"
#include "solver/pricing/paths.h"
#include "solver/pricing/pricing.h"

typedef struct {
    const Problem *problem;
    const Formulation *formulation;
    const Backend *backend;
    const Clock *clock;
    Lp *lp;
    Pricing *pricing;
    Paths paths;
    int n_rows;    /**< all rows: the formulation's, then sets and links as they are added */
    int n_lp_rows; /**< of them, in the LP */
    int *lp_row;   /**< per row: its place in the LP, NONE while it is held back (master_rows.h) */
    int n_columns;
    int first_artificial; /**< column of the first artificial */
    int n_artificials;
    int first_path;                /**< column of path 0 */
    double *row_lower, *row_upper; /**< present bounds of all rows */
    int room_rows;
    double *train_lower, *train_upper; /**< per TrainId: present bounds of y */
    bool *never_runs; /**< per TrainId: the trains that run in every plan leave it no slot run */
    int *fixed_on;    /**< per SlotRunId that others repeat: trains on it that run in every plan */
    double *path_objective; /**< per PathId */
    bool *parked; /**< per PathId: its column is held at 0, so that the solver passes it over */
    int n_parked;
    int room_paths;
    int paths_loaded; /**< paths that are columns of the LP already */
    int paths_solved; /**< paths that were when `primal` was fetched */
    TrainSets sets;
    Links links;
    Shares shares;
    int n_spares;    /**< artificial columns, the last of them, that no row has yet: a share's row
                        takes one */
    bool strengthen; /**< add violated linking rows */
    bool searching_feasibility; /**< the objective is that of phase 1 */
    double *dual;               /**< per row, of the last solve; before it what was known, else 0 */
    double *lp_dual;            /**< scratch per LP row */
    double *primal;             /**< per column */
    int room_primal;
    double *column_dual;  /**< scratch per core column: reduced costs */
    double *train_use;    /**< scratch per TrainId */
    double *capacity_cut; /**< per LegId: TEU that whole boxes can never fill, once master_tighten()
                             has run; else 0 */
    CargoColumn scratch;
    long rounds;
    void (*on_round)(void *user); /**< called after each round of pricing; may be NULL */
    void *user;
} Master;

typedef struct {
    double value; /**< of the LP over the known columns */
    double bound; /**< valid for the LP over all columns, whatever the outcome; INFINITY where no
                     round of pricing has proven less */
    double last_bound; /**< of the last round, to which Master.column_dual belongs; `bound` is the
                          least of all rounds */
} MasterResult;

/** @param price  per row of the formulation, where known before: rows with a price are not held
 * back; NULL where not
 *  @param master  receives it, NULL on failure */
Outcome master_new(const Formulation *formulation, const Backend *backend, const Clock *clock,
                   const double *price, Master **master) __attribute__((warn_unused_result));
void master_free(Master *master);

/** Solves to optimality over all itineraries.
 *  @param cutoff     stop as soon as the bound is at or below it; −INFINITY: never
 *  @param tolerance  stop when bound − value ≤ tolerance · max(1, |value|)
 *  @param result     written whatever the outcome
 *  @return OUTCOME_DONE: to the tolerance; OUTCOME_CUT_OFF, OUTCOME_INFEASIBLE, OUTCOME_STOPPED by
 * the clock; or a failure */
Outcome master_solve(Master *master, double cutoff, double tolerance, MasterResult *result)
    __attribute__((warn_unused_result));

/** A bound by the prices at hand and the labels of one pricing, without a search and whatever the
 * clock says: for a run that is stopped before it has another. */
double master_promised_bound(Master *master);

/** Adds an itinerary to the pool; it becomes a column at the next solve. A parked one is taken back
 * into the LP.
 *  @param place  receives where it stands, as added where it was not in the LP already; may be NULL
 *  @return false where memory is out */
bool master_add_path(Master *master, BookingId booking, const Ride *rides, int n_rides,
                     PathPlace *place) __attribute__((warn_unused_result));

/** Parks the columns with the worst reduced costs where there are many more than rows: they cost
 * time in every iteration, and pricing takes back those that are wanted again. To be called after a
 * solve.
 *  @return false where memory is out */
bool master_park(Master *master) __attribute__((warn_unused_result));

/** Starts from a basis kept before. The paths that were in the LP then are in it again, the others
 * are parked: so the basis is dual feasible but for the bounds that changed, and the dual simplex
 * needs few steps; pricing brings back what is wanted. */
void master_set_basis(Master *master, const Basis *basis);

/** Makes columns of the paths that are not yet. */
Outcome master_load_paths(Master *master) __attribute__((warn_unused_result));

/** True where the trains that run in every plan leave no room on the slot run, one that is its own
 * base. */
bool master_run_held(const Master *master, SlotRunId run);

/** The bounds of y at the root of the search. */
void master_root_bounds(const Master *master, TrainId train, double *lower, double *upper);

void master_bound_train(Master *master, TrainId train, double lower, double upper);
/** Bounds the boxes carried of a booking. */
void master_bound_booking(Master *master, BookingId booking, double lower, double upper);
void master_bound_set(Master *master, int set, double lower, double upper);

void master_bound_share(Master *master, int share, double lower, double upper);

/** The share of a booking on a slot run, NONE where it has none yet. */
int master_find_share(const Master *master, BookingId booking, SlotRunId run);

/** The share of a booking on a slot run, its row made on first sight.
 *  @param share  receives its number, NONE where no more can be made */
Outcome master_share(Master *master, BookingId booking, SlotRunId run, int *share)
    __attribute__((warn_unused_result));

/** More than a path of the booking can earn by the prices of its shares, which reduced costs over
 * the formulation's rows leave out. */
double master_share_reward(const Master *master, BookingId booking);

/** Replaces the TEU a leg offers by the most that whole boxes can fill of it. Plans stay, the bound
 * falls; the relaxation of docs/model.md is no longer what is solved. */
bool master_tighten(Master *master) __attribute__((warn_unused_result));

/** Value of y in the last solve. */
static inline double master_train(const Master *master, TrainId train) {
    return master->primal[master->formulation->train_column[train]];
}

/** Boxes on a path in the last solve; none on one that was not a column then. */
static inline double master_path(const Master *master, PathId path) {
    return path < master->paths_solved ? master->primal[master->first_path + path] : 0;
}

#endif
