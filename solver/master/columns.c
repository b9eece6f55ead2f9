/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Itineraries as columns of the LP. */
#include "solver/master/columns.h"

#include <math.h>
#include <stdlib.h>

#include "base/grow.h"
#include "base/whole_number.h"
#include "solver/master/master_state.h"

static void set_parked(Master *master, PathId id, bool parked) {
    master->parked[id] = parked;
    master->n_parked += parked ? 1 : -1;
    master->ground.backend->set_column_bounds(master->lp, master->first_path + id, 0,
                                              parked ? 0 : HUGE_VAL);
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

/** Columns of paths are parked when there are more than this many a row. */
static const double COLUMNS_PER_ROW = 2.0;

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
    if (batch->n_entries + more <= batch->room_entries) {
        return true;
    }
    int room = 2 * (batch->n_entries + more) + 256;
    int *index = realloc(batch->index, (size_t)room * sizeof *index);
    if (index == NULL) {
        return false;
    }
    batch->index = index;
    double *value = realloc(batch->value, (size_t)room * sizeof *value);
    if (value == NULL) {
        return false;
    }
    batch->value = value;
    batch->room_entries = room;
    return true;
}

/** Adds one path's column to the batch, its linking rows included. */
static bool batch_path(Master *master, Batch *batch, PathId id) {
    const Path *path = &master->paths.items[id];
    CargoColumn *column = &master->scratch;
    if (!ground_path_column(&master->ground, id, column)) {
        return false;
    }
    int n_links = master->shares.count;
    for (int link = master->links.newest[path->booking]; link != NONE;
         link = master->links.items[link].next) {
        n_links++;
    }
    if (!batch_reserve(batch, column->count + n_links)) {
        return false;
    }
    for (int i = 0; i < column->count; i++) {
        int row = master->lp_row[column->rows[i]];
        if (row != NONE) {
            batch->index[batch->n_entries] = row;
            batch->value[batch->n_entries++] = column->values[i];
        }
    }
    for (int link = master->links.newest[path->booking]; link != NONE;
         link = master->links.items[link].next) {
        if (paths_uses(&master->paths, master->ground.problem, id,
                       master->links.items[link].train)) {
            batch->index[batch->n_entries] = master->lp_row[master->links.items[link].row];
            batch->value[batch->n_entries++] = 1;
        }
    }
    for (int share = master->shares.newest[path->booking]; share != NONE;
         share = master->shares.items[share].next) {
        int uses = paths_count_run(&master->paths, master->ground.problem, id,
                                   master->shares.items[share].run);
        if (uses > 0) {
            batch->index[batch->n_entries] = master->lp_row[master->shares.items[share].row];
            batch->value[batch->n_entries++] = uses;
        }
    }
    batch->numbers[batch->count] = master->searching_feasibility ? 0 : column->objective;
    batch->numbers[2 * batch->room + batch->count] = HUGE_VAL;
    batch->start[++batch->count] = batch->n_entries;
    master->path_objective[id] = column->objective;
    master->parked[id] = false;
    return true;
}

static bool keep_path_objectives(Master *master) {
    if (master->paths.count > master->room_paths) {
        int room = 2 * master->paths.count;
        double *objective = realloc(master->path_objective, (size_t)room * sizeof *objective);
        if (objective == NULL) {
            return false;
        }
        master->path_objective = objective;
        bool *parked = realloc(master->parked, (size_t)room * sizeof *parked);
        if (parked == NULL) {
            return false;
        }
        master->parked = parked;
        master->room_paths = room;
    }
    return true;
}

Outcome master_load_paths(Master *master) {
    int count = master->paths.count - master->paths_loaded;
    if (count == 0) {
        return OUTCOME_DONE;
    }
    Batch batch;
    bool ok = batch_init(&batch, count) && keep_path_objectives(master);
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
