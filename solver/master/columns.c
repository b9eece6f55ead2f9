/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Itineraries as columns of the LP. */
#include "solver/master/columns.h"

#include <math.h>
#include <stdlib.h>

#include "base/grow.h"
#include "base/whole_number.h"
#include "model/problem/part_room.h"
#include "solver/master/master_state.h"
#include "solver/tolerances.h"

/** Boxes that the column of a path may have. */
static double most_boxes(const Master *master, PathId id) {
    const Path *path = &master->paths.items[id];
    bool fits = !master->keeps_parts ||
                part_fits(master->ground.problem, &master->ground.problem->bookings[path->booking],
                          paths_rides(&master->paths, id), path->n_rides);
    return fits ? HUGE_VAL : 0;
}

static void set_parked(Master *master, PathId id, bool parked) {
    master->n_parked += parked - master->parked[id];
    master->parked[id] = parked;
    master->ground.backend->set_column_bounds(master->lp, master->first_path + id, 0,
                                              parked ? 0 : most_boxes(master, id));
}

void master_keep_parts(Master *master) {
    master->keeps_parts = true;
    pricing_keep_parts(master->pricing);
    for (PathId id = 0; id < master->paths_loaded; id++) {
        if (most_boxes(master, id) <= 0) {
            set_parked(master, id, true);
        }
    }
}

bool master_add_path(Master *master, BookingId booking, const Ride *rides, int n_rides,
                     PathPlace *place) {
    PathPlace own;
    if (!paths_add(&master->paths, booking, rides, n_rides, &own)) {
        return false;
    }
    if (!own.added && own.id < master->paths_loaded && master->parked[own.id]) {
        set_parked(master, own.id, false);
        own.added = true;
    }
    if (place != NULL) {
        *place = own;
    }
    return true;
}

static int compare_reduced(const void *a, const void *b) {
    const double *x = *(const double *const *)a, *y = *(const double *const *)b;
    if (*x != *y) {
        return *x < *y ? -1 : 1;
    }
    return x < y ? -1 : x > y;
}

bool master_park(Master *master) {
    int active = master->paths_loaded - master->n_parked;
    int excess = active - whole_number(COLUMNS_PER_ROW / 2 * master->n_lp_rows);
    if (active <= COLUMNS_PER_ROW * master->n_lp_rows) {
        return true;
    }
    double *reduced = calloc((size_t)master->n_columns + 1, sizeof *reduced);
    const double **order = calloc((size_t)active + 1, sizeof(*order));
    if (reduced == NULL || order == NULL) {
        free(reduced);
        free(order);
        return false;
    }
    master->ground.backend->reduced_costs(master->lp, reduced);
    int count = 0;
    for (PathId id = 0; id < master->paths_loaded; id++) {
        if (!master->parked[id]) {
            order[count++] = &reduced[master->first_path + id];
        }
    }
    qsort(order, (size_t)count, sizeof(*order), compare_reduced);
    for (int i = 0; i < excess && *order[i] < 0; i++) {
        set_parked(master, (PathId)(order[i] - reduced) - master->first_path, true);
    }
    free(reduced);
    free(order);
    return true;
}

void master_set_basis(Master *master, const Basis *basis) {
    for (PathId id = 0; id < master->paths_loaded; id++) {
        int column = master->first_path + id;
        bool parked = column >= basis->n_columns || basis->columns[column] == BASIS_FIXED;
        if (parked != master->parked[id]) {
            set_parked(master, id, parked);
        }
    }
    master->based = true;
    master->ground.backend->set_basis(master->lp, basis);
}

bool master_get_basis(const Master *master, Basis *basis) {
    return master->ground.backend->get_basis(master->lp, basis);
}

/** Columns collected for one call of the backend. */
typedef struct {
    int *start;
    int *index;
    double *value;
    double *numbers; /**< objective, lower, upper: `room` each */
    int count, room;
    int n_entries, room_entries;
} Batch;

static void batch_clear(Batch *batch) {
    free(batch->start);
    free(batch->index);
    free(batch->value);
    free(batch->numbers);
}

static bool batch_init(Batch *batch, int room) {
    *batch = (Batch){.room = room};
    batch->start = calloc((size_t)room + 1, sizeof(int));
    batch->numbers = calloc(3 * (size_t)room, sizeof(double));
    return batch->start != NULL && batch->numbers != NULL;
}

static bool batch_reserve(Batch *batch, int more) {
    int needed = batch->n_entries + more, room = batch->room_entries;
    if (needed <= room) {
        return true;
    }
    room = grow_room(needed, room);
    if (!RESIZE(batch->index, room) || !RESIZE(batch->value, room)) {
        return false;
    }
    batch->room_entries = room;
    return true;
}

static void batch_entry(Batch *batch, int lp_row, double value) {
    batch->index[batch->n_entries] = lp_row;
    batch->value[batch->n_entries++] = value;
}

/** Rows beside the formulation's that a path of the booking may be in. */
static int count_added_rows(const Master *master, BookingId booking) {
    int count = master->shares.count;
    for (int link = master->links.newest[booking]; link != NONE;
         link = master->links.items[link].next) {
        count++;
    }
    return count;
}

/** The path's entries in its booking's linking rows and shares. */
static void batch_added_rows(const Master *master, Batch *batch, PathId id) {
    const Problem *problem = master->ground.problem;
    const BookingId booking = master->paths.items[id].booking;
    for (int i = master->links.newest[booking]; i != NONE; i = master->links.items[i].next) {
        const Link *link = &master->links.items[i];
        if (paths_uses(&master->paths, problem, id, link->train)) {
            batch_entry(batch, master->lp_row[link->row], 1);
        }
    }
    for (int i = master->shares.newest[booking]; i != NONE; i = master->shares.items[i].next) {
        const Share *share = &master->shares.items[i];
        int uses = paths_count_run(&master->paths, problem, id, share->run);
        if (uses > 0) {
            batch_entry(batch, master->lp_row[share->row], uses);
        }
    }
}

/** Adds one path's column to the batch; false where memory is out. */
static bool batch_path(Master *master, Batch *batch, PathId id) {
    const CargoColumn *column = &master->scratch;
    if (!ground_path_column(&master->ground, id, &master->scratch) ||
        !batch_reserve(batch,
                       column->count + count_added_rows(master, master->paths.items[id].booking))) {
        return false;
    }
    for (int i = 0; i < column->count; i++) {
        int lp_row = master->lp_row[column->rows[i]];
        if (lp_row != NONE) {
            batch_entry(batch, lp_row, column->values[i]);
        }
    }
    batch_added_rows(master, batch, id);
    batch->numbers[batch->count] = master->searching_feasibility ? 0 : column->objective;
    batch->numbers[2 * batch->room + batch->count] = most_boxes(master, id);
    batch->start[++batch->count] = batch->n_entries;
    master->path_objective[id] = column->objective;
    master->parked[id] = false;
    return true;
}

/** Room for what is kept of each path; false where memory is out. */
static bool reserve_paths(Master *master) {
    int room = master->room_paths;
    if (master->paths.count <= room) {
        return true;
    }
    room = grow_room(master->paths.count, room);
    if (!RESIZE(master->path_objective, room) || !RESIZE(master->parked, room)) {
        return false;
    }
    master->room_paths = room;
    return true;
}

Outcome master_load_paths(Master *master) {
    int count = master->paths.count - master->paths_loaded;
    if (count == 0) {
        return OUTCOME_DONE;
    }
    Batch batch;
    bool ok = batch_init(&batch, count) && reserve_paths(master);
    for (PathId id = master->paths_loaded; id < master->paths.count && ok; id++) {
        ok = batch_path(master, &batch, id);
    }
    Outcome status = outcome_of_memory(ok);
    if (ok) {
        SparseVectors vectors = {count, batch.start, batch.index, batch.value};
        status = master->ground.backend->add_columns(master->lp, &vectors, batch.numbers,
                                                     batch.numbers + batch.room,
                                                     batch.numbers + 2 * batch.room);
    }
    if (status == OUTCOME_DONE) {
        master->n_columns += count;
        master->paths_loaded = master->paths.count;
    }
    batch_clear(&batch);
    return status;
}
