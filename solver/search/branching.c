/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solver/search/branching.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "solver/tolerances.h"

/** Distance to the nearest whole number. */
static double fraction(double value) {
    return fabs(value - round(value));
}

static double set_value(const Master *master, const TrainSet *set) {
    double sum = 0;
    for (int i = 0; i < set->count; i++) {
        sum += master_train(master, master->sets.trains[set->first + i]);
    }
    return sum;
}

/** The most fractional set of the first level that has one; sets stand by level. NONE where all are
 * whole. */
static int fractional_set(const Master *master) {
    int best = NONE;
    double most = WHOLE;
    for (int i = 0; i < master->sets.count; i++) {
        if (best != NONE && master->sets.items[i].level > master->sets.items[best].level) {
            break;
        }
        double distance = fraction(set_value(master, &master->sets.items[i]));
        if (distance > most) {
            most = distance;
            best = i;
        }
    }
    return best;
}

static TrainId fractional_train(const Master *master) {
    TrainId best = NONE;
    double most = WHOLE;
    for (TrainId id = 0; id < master->problem->n_trains; id++) {
        double distance = fraction(master_train(master, id));
        if (distance > most) {
            most = distance;
            best = id;
        }
    }
    return best;
}

bool branching_choose(const Master *master, Branch *down, Branch *up) {
    int set = fractional_set(master);
    if (set != NONE) {
        double below = floor(set_value(master, &master->sets.items[set]));
        *down = (Branch){BRANCH_SET, set, -HUGE_VAL, below};
        *up = (Branch){BRANCH_SET, set, below + 1, HUGE_VAL};
        return true;
    }
    TrainId train = fractional_train(master);
    if (train != NONE) {
        *down = (Branch){BRANCH_TRAIN, train, 0, 0};
        *up = (Branch){BRANCH_TRAIN, train, 1, 1};
        return true;
    }
    return false;
}

/** A number as the bounds of its row let it be, which an LP solver keeps only so nearly. */
static double bounded(const Master *master, RowId row, double value) {
    return fmin(fmax(value, master->row_lower[row]), master->row_upper[row]);
}

static double boxes_carried(const Master *master, BookingId id) {
    double sum = 0;
    for (PathId path = master->paths.newest[id]; path != NONE;
         path = master->paths.items[path].next) {
        sum += master_path(master, path);
    }
    return bounded(master, master->formulation->demand_row[id], sum);
}

bool branching_choose_booking(const Master *master, double whole, Branch *down, Branch *up) {
    BookingId best = NONE;
    double most = whole, carried = 0;
    for (BookingId id = 0; id < master->problem->n_bookings; id++) {
        double boxes = boxes_carried(master, id);
        if (fraction(boxes) > most) {
            most = fraction(boxes);
            carried = boxes;
            best = id;
        }
    }
    if (best == NONE) {
        return false;
    }
    RowId row = master->formulation->demand_row[best];
    *down = (Branch){BRANCH_BOOKING, best, master->row_lower[row], floor(carried)};
    *up = (Branch){BRANCH_BOOKING, best, floor(carried) + 1, master->row_upper[row]};
    return true;
}

/** Adds the boxes of a path to the runs of the trains it boards. */
static void add_runs(const Master *master, PathId path, double boxes, double *on_run) {
    const Problem *problem = master->problem;
    for (int i = 0; i < master->paths.items[path].n_rides; i++) {
        TrainId id = paths_boards(&master->paths, problem, path, i);
        if (id == NONE) {
            continue;
        }
        const TrainCandidate *train = &problem->trains[id];
        for (int j = 0; j < train->n_runs; j++) {
            on_run[problem->train_runs[train->first_run + j]] += boxes;
        }
    }
}

/** Boxes of a booking on a run, as its share's bounds let them be. */
static double share_boxes(const Master *master, BookingId booking, SlotRunId run, double boxes) {
    int share = master_find_share(master, booking, run);
    return share == NONE ? boxes : bounded(master, master->shares.items[share].row, boxes);
}

/** The most fractional share of all, its boxes in `boxes`; false where all are whole. `on_run` is
 * zeroed scratch. */
static bool most_fractional_share(const Master *master, double whole, double *on_run,
                                  BookingId *booking, SlotRunId *run, double *boxes) {
    const Problem *problem = master->problem;
    double most = whole;
    for (BookingId id = 0; id < problem->n_flows; id++) {
        bool broken = false;
        memset(on_run, 0, (size_t)problem->n_runs * sizeof *on_run);
        for (PathId path = master->paths.newest[id]; path != NONE;
             path = master->paths.items[path].next) {
            double on_path = master_path(master, path);
            broken |= fraction(on_path) > whole;
            add_runs(master, path, on_path, on_run);
        }
        for (SlotRunId r = 0; r < problem->n_runs && broken; r++) {
            double counted = fraction(on_run[r]) > most ? share_boxes(master, id, r, on_run[r]) : 0;
            if (fraction(counted) > most) {
                most = fraction(counted);
                *boxes = counted;
                *booking = id;
                *run = r;
            }
        }
    }
    return most > whole;
}

Outcome branching_choose_share(Master *master, double whole, Branch *down, Branch *up,
                               bool *found) {
    double *on_run = calloc((size_t)master->problem->n_runs + 1, sizeof *on_run);
    BookingId booking = NONE;
    SlotRunId run = NONE;
    double boxes = 0;
    int share = NONE;
    Outcome status = outcome_of_memory(on_run != NULL);
    if (status == OUTCOME_DONE &&
        most_fractional_share(master, whole, on_run, &booking, &run, &boxes)) {
        status = master_share(master, booking, run, &share);
    }
    free(on_run);
    *found = share != NONE;
    *down = (Branch){BRANCH_SHARE, share, -HUGE_VAL, floor(boxes)};
    *up = (Branch){BRANCH_SHARE, share, floor(boxes) + 1, HUGE_VAL};
    return status;
}

static int compare_weights(const void *a, const void *b) {
    const double *x = *(const double *const *)a, *y = *(const double *const *)b;
    double p = fabs(*x), q = fabs(*y);
    if (p != q) {
        return p > q ? -1 : 1;
    }
    return x < y ? -1 : x > y;
}

bool branching_free_trains(const Master *master, TrainId *order, int *count) {
    int n_trains = master->problem->n_trains;
    const double **by = calloc((size_t)n_trains + 1, sizeof(*by));
    *count = 0;
    if (by == NULL) {
        return false;
    }
    for (TrainId id = 0; id < n_trains; id++) {
        if (master->train_lower[id] < master->train_upper[id]) {
            by[(*count)++] = &master->column_dual[id];
        }
    }
    qsort(by, (size_t)*count, sizeof(*by), compare_weights);
    for (int i = 0; i < *count; i++) {
        order[i] = (TrainId)(by[i] - master->column_dual);
    }
    free(by);
    return true;
}
