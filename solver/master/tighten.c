/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Capacity that whole boxes cannot fill: a train offering 107.8 TEU to boxes of 1 and 2 TEU carries
 * 107 at most. */
#include "solver/master/tighten.h"

#include <math.h>
#include <stdlib.h>

#include "base/whole_number.h"
#include "solver/master/master_state.h"
#include "solver/master/master_view.h"
#include "solver/tolerances.h"

/** TEU are counted in such parts; container sizes that are no multiple of it leave the capacity as
 * it is. */
static const double TEU_PART = 0.05;

/** Capacities up to so many parts are looked at. */
enum { PARTS_MAX = 100000 };

/** Sizes of the bookings' boxes in parts, ascending without repeats; -1 where one does not divide.
 */
static int box_sizes(const Problem *problem, int *sizes) {
    int count = 0;
    for (BookingId id = 0; id < problem->n_flows; id++) {
        double parts = problem->bookings[id].teu / TEU_PART;
        int size = whole_number(round(parts));
        if (fabs(parts - size) > WHOLE || size < 1) {
            return -1;
        }
        int i = 0;
        while (i < count && sizes[i] != size) {
            i++;
        }
        if (i == count) {
            sizes[count++] = size;
        }
    }
    return count;
}

/** reachable[n] for n parts: the most that boxes can fill of it. */
static void fill_table(const int *sizes, int n_sizes, int *fillable, int parts) {
    fillable[0] = 0;
    for (int n = 1; n <= parts; n++) {
        fillable[n] = fillable[n - 1];
        for (int i = 0; i < n_sizes; i++) {
            if (sizes[i] <= n && fillable[n - sizes[i]] == n - sizes[i]) {
                fillable[n] = n;
            }
        }
    }
}

static bool set_train_column(Master *master, TrainId id) {
    const LpModel *lp = &master->ground.formulation->lp;
    ColumnId column = master->ground.formulation->train_column[id];
    RowId *rows = calloc((size_t)master->n_rows + 1, sizeof *rows);
    double *values = calloc((size_t)master->n_rows + 1, sizeof *values);
    bool ok = rows != NULL && values != NULL;
    int count = 0;
    for (int i = 0; i < lp->n_entries && ok; i++) {
        int row = master->lp_row[lp->entries[i].row];
        if (lp->entries[i].column == column && row != NONE) {
            rows[count] = row;
            values[count++] = master_entry_value(master, &lp->entries[i]);
        }
    }
    for (int i = 0; i < master->sets.count && ok; i++) {
        for (int j = 0; j < master->sets.items[i].count; j++) {
            if (master->sets.trains[master->sets.items[i].first + j] == id) {
                rows[count] = master->lp_row[master->sets.items[i].row];
                values[count++] = 1;
            }
        }
    }
    if (ok) {
        master->ground.backend->set_column(master->lp, column, rows, values, count);
    }
    free(rows);
    free(values);
    return ok;
}

bool master_tighten(Master *master) {
    const Problem *problem = master->ground.problem;
    double largest = 0;
    for (LegId leg = 0; leg < problem->n_base_legs; leg++) {
        largest = fmax(largest, problem_room_teu(&problem->legs[leg]));
    }
    int parts = whole_number(fmin(largest / TEU_PART + 1, PARTS_MAX));
    int *fillable = calloc((size_t)parts + 1, sizeof *fillable);
    int *sizes = calloc((size_t)problem->n_flows + 1, sizeof *sizes);
    bool ok = fillable != NULL && sizes != NULL;
    int n_sizes = ok ? box_sizes(problem, sizes) : -1;
    if (n_sizes >= 0) {
        fill_table(sizes, n_sizes, fillable, parts);
    }
    for (TrainId id = 0; id < problem->n_trains && n_sizes >= 0 && ok; id++) {
        const TrainCandidate *train = &problem->trains[id];
        bool cut = false;
        for (LegId leg = train->first_leg; leg < train->first_leg + train->n_legs; leg++) {
            double offered = problem_room_teu(&problem->legs[leg]);
            int whole = whole_number(floor(offered / TEU_PART + WHOLE));
            if (whole <= parts) {
                master->capacity_cut[leg] = fmax(0, offered - fillable[whole] * TEU_PART);
                cut |= master->capacity_cut[leg] > CAPACITY_LEFT;
            }
        }
        ok = !cut || set_train_column(master, id);
    }
    free(fillable);
    free(sizes);
    return ok;
}
