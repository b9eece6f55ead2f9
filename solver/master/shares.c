/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares, docs/model.md (21): boxes of a booking on the trains that use a slot run. */
#include "solver/master/shares.h"

#include <math.h>
#include <stdlib.h>

#include "base/grow.h"
#include "solver/master/master_state.h"
#include "solver/master/rows.h"

int master_find_share(const Master *master, BookingId booking, SlotRunId run) {
    int share = master->shares.newest[booking];
    while (share != NONE && master->shares.items[share].run != run) {
        share = master->shares.items[share].next;
    }
    return share;
}

/** The share's row, free at first: boxes on the run's trains, and a spare artificial column that
 * phase 1 may need. */
static Outcome add_share_row(Master *master, BookingId booking, SlotRunId run, RowId *row) {
    int *columns = calloc((size_t)master->paths_loaded + 2, sizeof *columns);
    double *values = calloc((size_t)master->paths_loaded + 2, sizeof *values);
    Outcome status = OUTCOME_NO_MEMORY;
    if (columns != NULL && values != NULL) {
        int count = 0;
        columns[count] = master->first_path - master->n_spares;
        values[count++] = 1;
        for (PathId path = master->paths.newest[booking]; path != NONE;
             path = master->paths.items[path].next) {
            int uses = path < master->paths_loaded
                           ? paths_count_run(&master->paths, master->ground.problem, path, run)
                           : 0;
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
    Shares *shares = &master->shares;
    Outcome status = GROW(shares->items, shares->count + 1, shares->room)
                         ? add_share_row(master, booking, run, &row)
                         : OUTCOME_NO_MEMORY;
    if (status != OUTCOME_DONE) {
        return status;
    }
    master->n_spares--;
    shares->items[shares->count] = (Share){booking, run, row, shares->newest[booking]};
    shares->newest[booking] = shares->count;
    *share = shares->count++;
    return OUTCOME_DONE;
}

double master_share_reward(const Master *master, BookingId booking) {
    double reward = 0;
    for (int share = master->shares.newest[booking]; share != NONE;
         share = master->shares.items[share].next) {
        double price = master->dual[master->shares.items[share].row];
        for (TrainId id = 0; id < master->ground.problem->n_trains && price < 0; id++) {
            if (train_uses_run(master->ground.problem, id, master->shares.items[share].run)) {
                reward -= price;
            }
        }
    }
    return reward;
}

void master_price_shares(Master *master, BookingId booking) {
    for (int share = master->shares.newest[booking]; share != NONE;
         share = master->shares.items[share].next) {
        double price = master->dual[master->shares.items[share].row];
        for (TrainId id = 0; id < master->ground.problem->n_trains && price != 0; id++) {
            if (train_uses_run(master->ground.problem, id, master->shares.items[share].run)) {
                pricing_link(master->pricing, id, price);
            }
        }
    }
}
