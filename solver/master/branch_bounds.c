/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bounds of the search: the root's, and those that a node sets. */
#include "solver/master/branch_bounds.h"

#include "model/problem/under_way.h"
#include "solver/master/master_state.h"
#include "solver/master/rows.h"

void master_find_held_runs(Master *master) {
    const Problem *problem = master->ground.problem;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        const TrainCandidate *train = &problem->trains[id];
        for (int i = 0; i < train->n_runs && train->fixed; i++) {
            master->fixed_on[problem->runs[problem->train_runs[train->first_run + i]].base]++;
        }
    }
    for (TrainId id = 0; id < problem->n_trains; id++) {
        const TrainCandidate *train = &problem->trains[id];
        master->never_runs[id] = train->barred;
        for (int i = 0; i < train->n_runs && !train->fixed; i++) {
            SlotRunId run = problem->train_runs[train->first_run + i];
            master->never_runs[id] |= master_run_held(master, problem->runs[run].base);
        }
    }
}

bool master_run_held(const Master *master, SlotRunId run) {
    const Problem *problem = master->ground.problem;
    return master->fixed_on[run] >= under_way_run_room(problem, run);
}

void master_root_bounds(const Master *master, TrainId train, double *lower, double *upper) {
    *lower = master->ground.problem->trains[train].fixed ? 1 : 0;
    *upper = master->never_runs[train] ? 0 : 1;
}

void master_bound_train(Master *master, TrainId train, double lower, double upper) {
    if (master->train_lower[train] != lower || master->train_upper[train] != upper) {
        master->train_lower[train] = lower;
        master->train_upper[train] = upper;
        master->ground.backend->set_column_bounds(
            master->lp, master->ground.formulation->train_column[train], lower, upper);
    }
}

void master_bound_set(Master *master, int set, double lower, double upper) {
    master_rows_bound(master, master->sets.items[set].row, lower, upper);
}

void master_bound_booking(Master *master, BookingId booking, double lower, double upper) {
    master_rows_bound(master, master->ground.formulation->demand_row[booking], lower, upper);
}

void master_bound_share(Master *master, int share, double lower, double upper) {
    master_rows_bound(master, master->shares.items[share].row, lower, upper);
}
