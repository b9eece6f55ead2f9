/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds what is fractional in the last solution, to branch on it. */
#include "solver/search/branching.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "solver/master/master_view.h"
#include "solver/master/shares.h"
#include "solver/tolerances.h"

/** Distance to the nearest whole number. */
static double from_whole(double value) {
    return fabs(value - round(value));
}

/** How many trains of a set run. */
static double set_value(const Master *master, int set) {
    const TrainSets *sets = master_sets(master);
    double sum = 0;
    for (int i = 0; i < sets->items[set].count; i++) {
        sum += master_train(master, sets->trains[sets->items[set].first + i]);
    }
    return sum;
}

/** The most fractional set of the first level that has one; sets stand by level. NONE where all are
 * whole. */
static int fractional_set(const Master *master) {
    const TrainSets *sets = master_sets(master);
    int best = NONE;
    double most = WHOLE;
    for (int i = 0; i < sets->count; i++) {
        if (best != NONE && sets->items[i].level > sets->items[best].level) {
            break;
        }
        double distance = from_whole(set_value(master, i));
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
    for (TrainId id = 0; id < master_ground(master)->problem->n_trains; id++) {
        double distance = from_whole(master_train(master, id));
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
        double below = floor(set_value(master, set));
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
    double lower, upper;
    master_row_bounds(master, row, &lower, &upper);
    return fmin(fmax(value, lower), upper);
}

static double boxes_carried(const Master *master, BookingId id) {
    const Ground *ground = master_ground(master);
    double sum = 0;
    for (PathId path = ground->paths->newest[id]; path != NONE;
         path = ground->paths->items[path].next) {
        sum += master_path(master, path);
    }
    return bounded(master, ground->formulation->demand_row[id], sum);
}

bool branching_choose_booking(const Master *master, double whole, Branch *down, Branch *up) {
    const Ground *ground = master_ground(master);
    BookingId best = NONE;
    double most = whole, carried = 0;
    for (BookingId id = 0; id < ground->problem->n_bookings; id++) {
        double boxes = boxes_carried(master, id);
        if (from_whole(boxes) > most) {
            most = from_whole(boxes);
            carried = boxes;
            best = id;
        }
    }
    if (best == NONE) {
        return false;
    }
    double lower, upper;
    master_row_bounds(master, ground->formulation->demand_row[best], &lower, &upper);
    *down = (Branch){BRANCH_BOOKING, best, lower, floor(carried)};
    *up = (Branch){BRANCH_BOOKING, best, floor(carried) + 1, upper};
    return true;
}

/** Adds the boxes of a path to the runs of the trains it boards. */
static void add_runs(const Ground *ground, PathId path, double boxes, double *on_run) {
    const Problem *problem = ground->problem;
    for (int i = 0; i < ground->paths->items[path].n_rides; i++) {
        TrainId id = paths_boards(ground->paths, problem, path, i);
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
    return share == NONE ? boxes : bounded(master, master_shares(master)->items[share].row, boxes);
}

/** The most fractional share of all, its boxes in `boxes`; false where all are whole. `on_run` is
 * zeroed scratch. */
static bool most_fractional_share(const Master *master, double whole, double *on_run,
                                  BookingId *booking, SlotRunId *run, double *boxes) {
    const Ground *ground = master_ground(master);
    const Problem *problem = ground->problem;
    double most = whole;
    for (BookingId id = 0; id < problem->n_flows; id++) {
        bool fractional = false;
        memset(on_run, 0, (size_t)problem->n_runs * sizeof *on_run);
        for (PathId path = ground->paths->newest[id]; path != NONE;
             path = ground->paths->items[path].next) {
            double on_path = master_path(master, path);
            fractional |= from_whole(on_path) > whole;
            add_runs(ground, path, on_path, on_run);
        }
        for (SlotRunId r = 0; r < problem->n_runs && fractional; r++) {
            double counted =
                from_whole(on_run[r]) > most ? share_boxes(master, id, r, on_run[r]) : 0;
            if (from_whole(counted) > most) {
                most = from_whole(counted);
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
    double *on_run = calloc((size_t)master_ground(master)->problem->n_runs + 1, sizeof *on_run);
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
    int n_trains = master_ground(master)->problem->n_trains;
    const double *reduced = master_reduced_costs(master);
    const double **by = calloc((size_t)n_trains + 1, sizeof(*by));
    *count = 0;
    if (by == NULL) {
        return false;
    }
    for (TrainId id = 0; id < n_trains; id++) {
        if (master_train_free(master, id)) {
            by[(*count)++] = &reduced[id];
        }
    }
    qsort(by, (size_t)*count, sizeof(*by), compare_weights);
    for (int i = 0; i < *count; i++) {
        order[i] = (TrainId)(by[i] - reduced);
    }
    free(by);
    return true;
}
