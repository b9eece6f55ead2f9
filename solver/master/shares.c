/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares, docs/model.md (21): boxes of a booking on the trains that use a slot run. */
#include <math.h>
#include <stdlib.h>

#include "solver/master/rows.h"

static bool train_uses_run(const Problem *problem, TrainId id, SlotRunId run) {
    const TrainCandidate *train = &problem->trains[id];
    for (int i = 0; i < train->n_runs; i++) {
        if (problem->train_runs[train->first_run + i] == run) {
            return true;
        }
    }
    return false;
}

int master_share_count(const Master *master, PathId path, SlotRunId run) {
    int count = 0;
    for (int i = 0; i < master->paths.items[path].n_rides; i++) {
        TrainId train = paths_boards(&master->paths, master->problem, path, i);
        count += train != NONE && train_uses_run(master->problem, train, run);
    }
    return count;
}

int master_find_share(const Master *master, BookingId booking, SlotRunId run) {
    int share = master->newest_share[booking];
    while (share != NONE && master->shares[share].run != run) {
        share = master->shares[share].next;
    }
    return share;
}

static bool make_room(Master *master) {
    if (master->n_shares == master->room_shares) {
        int room = 2 * master->room_shares + 64;
        Share *shares = realloc(master->shares, (size_t)room * sizeof *shares);
        if (shares == NULL) {
            return false;
        }
        master->shares = shares;
        master->room_shares = room;
    }
    return true;
}

/** The share's row, free at first: boxes on the run's trains, and a spare artificial column that
 * phase 1 may need. */
static Outcome add_row(Master *master, BookingId booking, SlotRunId run, RowId *row) {
    int *columns = calloc((size_t)master->paths_loaded + 2, sizeof *columns);
    double *values = calloc((size_t)master->paths_loaded + 2, sizeof *values);
    Outcome status = OUTCOME_NO_MEMORY;
    if (columns != NULL && values != NULL) {
        int count = 0;
        columns[count] = master->first_path - master->n_spares;
        values[count++] = 1;
        for (PathId path = master->paths.newest[booking]; path != NONE;
             path = master->paths.items[path].next) {
            int uses = path < master->paths_loaded ? master_share_count(master, path, run) : 0;
            if (uses > 0) {
                columns[count] = master->first_path + path;
                values[count++] = uses;
            }
        }
        status = master_rows_add(master, columns, values, count, -HUGE_VAL, HUGE_VAL, row);
    }
    free(columns);
    free(values);
    return status;
}

Outcome master_share(Master *master, BookingId booking, SlotRunId run, int *share) {
    RowId row;
    *share = master_find_share(master, booking, run);
    if (*share != NONE || master->n_spares == 0) {
        return OUTCOME_DONE;
    }
    Outcome status = make_room(master) ? add_row(master, booking, run, &row) : OUTCOME_NO_MEMORY;
    if (status != OUTCOME_DONE) {
        return status;
    }
    master->n_spares--;
    master->shares[master->n_shares] = (Share){booking, run, row, master->newest_share[booking]};
    master->newest_share[booking] = master->n_shares;
    *share = master->n_shares++;
    return OUTCOME_DONE;
}

void master_bound_share(Master *master, int share, double lower, double upper) {
    master_rows_bound(master, master->shares[share].row, lower, upper);
}

double master_share_reward(const Master *master, BookingId booking) {
    double reward = 0;
    for (int share = master->newest_share[booking]; share != NONE;
         share = master->shares[share].next) {
        double price = master->dual[master->shares[share].row];
        for (TrainId id = 0; id < master->problem->n_trains && price < 0; id++) {
            if (train_uses_run(master->problem, id, master->shares[share].run)) {
                reward -= price;
            }
        }
    }
    return reward;
}

void master_price_shares(Master *master, BookingId booking) {
    for (int share = master->newest_share[booking]; share != NONE;
         share = master->shares[share].next) {
        double price = master->dual[master->shares[share].row];
        for (TrainId id = 0; id < master->problem->n_trains && price != 0; id++) {
            if (train_uses_run(master->problem, id, master->shares[share].run)) {
                pricing_link(master->pricing, id, price);
            }
        }
    }
}
