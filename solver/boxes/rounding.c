/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds boxes down on their paths, and fills the trains up. */
#include "solver/boxes/rounding.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/whole_number.h"
#include "model/problem/booking.h"
#include "solver/master/master_view.h"
#include "solver/master/shares.h"
#include "solver/tolerances.h"

void rounding_clear(Rounding *rounding) {
    free(rounding->runs);
    free(rounding->boxes);
    free(rounding->reduced);
    free(rounding->order);
    whole_plan_clear(&rounding->whole);
    cargo_column_free(&rounding->column);
    free(rounding->left);
    free(rounding->parts);
}

static int compare_promise(const void *a, const void *b) {
    const double *x = *(const double *const *)a, *y = *(const double *const *)b;
    if (*x != *y) {
        return *x > *y ? -1 : 1;
    }
    return x < y ? -1 : x > y;
}

/** Reduced costs of all paths under the last duals, and the paths in their order. */
static bool order_paths(Rounding *rounding) {
    const Ground *ground = rounding->ground;
    const double *price = master_duals(rounding->master);
    int count = ground->paths->count;
    const double **by = calloc((size_t)count + 1, sizeof(*by));
    for (PathId id = 0; id < count && by != NULL; id++) {
        if (!ground_path_column(ground, id, &rounding->column)) {
            free(by);
            return false;
        }
        rounding->reduced[id] =
            cargo_column_reduced(&rounding->column, price) +
            master_share_reward(rounding->master, ground->paths->items[id].booking);
        by[id] = &rounding->reduced[id];
    }
    if (by == NULL) {
        return false;
    }
    qsort(by, (size_t)count, sizeof(*by), compare_promise);
    for (int i = 0; i < count; i++) {
        rounding->order[i] = (PathId)(by[i] - rounding->reduced);
    }
    free(by);
    return true;
}

Outcome rounding_init(Rounding *rounding, Master *master) {
    const Ground *ground = master_ground(master);
    size_t paths = (size_t)ground->paths->count + 1;
    *rounding = (Rounding){.ground = ground, .master = master};
    rounding->runs = calloc((size_t)ground->problem->n_trains + 1, sizeof(bool));
    rounding->boxes = calloc(paths, sizeof(int));
    rounding->reduced = calloc(paths, sizeof(double));
    rounding->order = calloc(paths, sizeof(PathId));
    rounding->left = calloc((size_t)ground->problem->n_flows + 1, sizeof(int));
    rounding->parts = calloc((size_t)ground->problem->n_flows + 1, sizeof(int));
    if (rounding->runs == NULL || rounding->boxes == NULL || rounding->reduced == NULL ||
        rounding->order == NULL || rounding->left == NULL || rounding->parts == NULL ||
        !order_paths(rounding)) {
        return OUTCOME_NO_MEMORY;
    }
    for (TrainId id = 0; id < ground->problem->n_trains; id++) {
        rounding->runs[id] = master_train(master, id) > 0.5;
    }
    return whole_plan_init(&rounding->whole, ground, rounding->runs);
}

/* ---- greedy: round down, then fill up ---- */

/** Rows before any box: the running trains' room; classes as the LP leans; no shortfall is too
 * great. */
static void start_activity(Rounding *rounding) {
    const Ground *ground = rounding->ground;
    const LpModel *lp = &ground->formulation->lp;
    double *activity = rounding->whole.activity;
    memset(activity, 0, (size_t)lp->n_rows * sizeof(double));
    stock_ledger_clear(rounding->whole.stock);
    for (int i = 0; i < lp->n_entries; i++) {
        ColumnId column = lp->entries[i].column;
        double value = lp->columns[column].upper;
        if (column < ground->problem->n_trains) {
            value = rounding->runs[column] ? 1 : 0;
        } else if (column >= ground->formulation->first_relief) {
            value = ceil(master_column(rounding->master, column) - ROOM_ROUNDING);
        } else if (lp->columns[column].integer) {
            value = master_column(rounding->master, column) > 0.5 ? 1 : 0;
        }
        activity[lp->entries[i].row] += value * lp->entries[i].value;
    }
}

/** Rows of the stock are not looked at: its ledger says what they let through. */
static bool of_stock(const LpRow *row) {
    return row->group == ROW_STOCK || row->group == ROW_FLEET;
}

/** How many more boxes, at most `most`, the rows and the stock let onto the path of this column. */
static int room_for(const Rounding *rounding, PathId id, const CargoColumn *column, int most) {
    const Path *path = &rounding->ground->paths->items[id];
    double room = stock_ledger_room(rounding->whole.stock, path->booking,
                                    paths_rides(rounding->ground->paths, id), most);
    for (int i = 0; i < column->count && room >= 1; i++) {
        const LpRow *row = &rounding->ground->formulation->lp.rows[column->rows[i]];
        double value = column->values[i];
        double slack =
            (value > 0 ? row->upper : row->lower) - rounding->whole.activity[column->rows[i]];
        if (isfinite(slack) && !of_stock(row)) {
            room = fmin(room, slack / value + ROOM_ROUNDING);
        }
    }
    return room < 1 ? 0 : whole_number(room);
}

/** Boxes that a path must be given if it is given any: those of a part, docs/model.md (22), where
 * it has none; 0 where it can have none. */
static int least_to_place(const Rounding *rounding, PathId id) {
    BookingId flow = rounding->ground->paths->items[id].booking;
    const Booking *booking = &rounding->ground->problem->bookings[flow];
    if (rounding->boxes[id] > 0) {
        return 1;
    }
    bool open =
        rounding->parts[flow] < booking->most_parts && rounding->left[flow] >= booking->least_part;
    return open ? booking->least_part : 0;
}

/** Places up to `most` boxes on a path, or as many as a part has at least; false where memory is
 * out. */
static bool place(Rounding *rounding, PathId id, int most) {
    BookingId booking = rounding->ground->paths->items[id].booking;
    int least = least_to_place(rounding, id);
    if (most > rounding->left[booking]) {
        most = rounding->left[booking];
    }
    if (most == 0 || least == 0) {
        return true;
    }
    most = most < least ? least : most;
    const CargoColumn *column = &rounding->column;
    if (!ground_path_column(rounding->ground, id, &rounding->column)) {
        return false;
    }
    int boxes = room_for(rounding, id, column, most);
    if (boxes < least) {
        return true;
    }
    for (int i = 0; i < column->count; i++) {
        rounding->whole.activity[column->rows[i]] += boxes * column->values[i];
    }
    stock_ledger_add(rounding->whole.stock, booking, paths_rides(rounding->ground->paths, id),
                     rounding->ground->paths->items[id].n_rides, boxes);
    rounding->parts[booking] += rounding->boxes[id] == 0;
    rounding->boxes[id] += boxes;
    rounding->left[booking] -= boxes;
    return true;
}

static bool carries_empties(const Rounding *rounding, PathId id) {
    const Ground *ground = rounding->ground;
    return ground->problem->bookings[ground->paths->items[id].booking].empty;
}

/** Empties first: boxes wait for them. */
static bool place_empties(Rounding *rounding, const double *wanted) {
    for (int i = 0; i < rounding->ground->paths->count; i++) {
        PathId id = rounding->order[i];
        if (carries_empties(rounding, id) &&
            !place(rounding, id, whole_number(floor(wanted[id] + 0.5)))) {
            return false;
        }
    }
    return true;
}

/** Parts, which need room for all of their boxes at once: first where the LP has as many on a path,
 * then where it has any. */
static bool place_parts(Rounding *rounding, const double *wanted) {
    const Ground *ground = rounding->ground;
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < ground->paths->count; i++) {
            PathId id = rounding->order[i];
            const Booking *booking = &ground->problem->bookings[ground->paths->items[id].booking];
            double least = pass == 0 ? booking->least_part - WHOLE : WHOLE;
            if (booking_has_parts(booking) && wanted[id] >= least &&
                !place(rounding, id, whole_number(fmax(1, floor(wanted[id] + WHOLE))))) {
                return false;
            }
        }
    }
    return true;
}

/** Boxes on the paths where they are wanted. What had no container at first may have one once
 * others have come home. */
static bool place_wanted(Rounding *rounding, const double *wanted) {
    enum { PASSES = 3 };
    int passes = rounding->ground->problem->kase->n_equipment > 0 ? PASSES : 1;
    for (int pass = 0; pass < passes; pass++) {
        for (int i = 0; i < rounding->ground->paths->count; i++) {
            PathId id = rounding->order[i];
            int more = whole_number(floor(wanted[id] + WHOLE)) - rounding->boxes[id];
            if (more > 0 && !carries_empties(rounding, id) && !place(rounding, id, more)) {
                return false;
            }
        }
    }
    return true;
}

/** Whatever else fits, best reduced cost first; no empties for their own sake. */
static bool place_more(Rounding *rounding) {
    for (int i = 0; i < rounding->ground->paths->count; i++) {
        PathId id = rounding->order[i];
        if (!carries_empties(rounding, id) && !place(rounding, id, INT_MAX)) {
            return false;
        }
    }
    return true;
}

bool rounding_fill(Rounding *rounding, const double *wanted) {
    const Ground *ground = rounding->ground;
    start_activity(rounding);
    for (BookingId id = 0; id < ground->problem->n_flows; id++) {
        rounding->left[id] = ground->problem->bookings[id].boxes;
    }
    memset(rounding->boxes, 0, (size_t)ground->paths->count * sizeof(int));
    memset(rounding->parts, 0, (size_t)ground->problem->n_flows * sizeof(int));
    return place_empties(rounding, wanted) && place_parts(rounding, wanted) &&
           place_wanted(rounding, wanted) && place_more(rounding);
}

Outcome rounding_objective(Rounding *rounding, double *objective) {
    return whole_plan_objective(&rounding->whole, rounding->boxes, objective);
}

Outcome rounding_offer(Rounding *rounding, Incumbent *incumbent) {
    double objective;
    Outcome status = rounding_objective(rounding, &objective);
    if (status != OUTCOME_DONE) {
        return status == OUTCOME_INFEASIBLE ? OUTCOME_DONE : status;
    }
    OfferedPlan offered = {rounding->runs, rounding->boxes, rounding->whole.sets, objective};
    return outcome_of_memory(incumbent_offer(incumbent, rounding->ground, &offered));
}

bool rounding_path_runs(const Rounding *rounding, PathId id) {
    const Ground *ground = rounding->ground;
    const Ride *rides = paths_rides(ground->paths, id);
    for (int i = 0; i < ground->paths->items[id].n_rides; i++) {
        if (!rounding->runs[ground->problem->legs[rides[i].first].train]) {
            return false;
        }
    }
    return true;
}
