/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solver/master/master.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/whole_number.h"
#include "model/promises/commitment.h"
#include "solver/master/rows.h"
#include "solver/master/train_sets.h"

/* ---- building ---- */

/** What an artificial column for phase 1 adds to a row: nothing but to rows that no plan without
 * cargo keeps. The search may ask boxes of any booking; stock may need empties. */
static double artificial_value(const Problem *problem, const LpRow *row) {
    switch (row->group) {
    case ROW_DEMAND:
        return 1;
    case ROW_LOAD_FACTOR:
    case ROW_BALANCE_TEU:
    case ROW_GOAL:
    case ROW_COMMITMENT:
        return row->lower > -HUGE_VAL ? 1 : 0;
    case ROW_STOCK:
        return row->subject % problem->n_stock_days == problem->n_stock_days - 1 ? -1 : 0;
    default:
        return 0;
    }
}

/** Artificial columns kept for the rows of shares. */
enum { SPARES = 512 };

/** The spare artificial columns, empty and held at 0. */
static Outcome add_spares(Master *master) {
    static const int start[SPARES + 1] = {0};
    static const double zeros[SPARES] = {0};
    SparseVectors empty = {SPARES, start, NULL, NULL};
    master->n_spares = SPARES;
    master->n_artificials += SPARES;
    return master->backend->add_columns(master->lp, &empty, zeros, zeros, zeros);
}

static Outcome add_artificials(Master *master) {
    const LpModel *lp = &master->formulation->lp;
    master->first_artificial = master->n_columns;
    for (RowId row = 0; row < lp->n_rows; row++) {
        double value = artificial_value(master->problem, &lp->rows[row]), zero = 0;
        if (value != 0) {
            int start[2] = {0, 1};
            SparseVectors vector = {1, start, &master->lp_row[row], &value};
            Outcome added = master->backend->add_columns(master->lp, &vector, &zero, &zero, &zero);
            if (added != OUTCOME_DONE) {
                return added;
            }
            master->n_artificials++;
        }
    }
    Outcome status = add_spares(master);
    master->n_columns += master->n_artificials;
    master->first_path = master->n_columns;
    return status;
}

/** One free row a set of trains. */
static Outcome add_set_rows(Master *master) {
    size_t n_trains = (size_t)master->problem->n_trains + 1;
    int *columns = calloc(n_trains, sizeof *columns);
    double *ones = calloc(n_trains, sizeof *ones);
    Outcome status = outcome_of_memory(columns != NULL && ones != NULL &&
                                       train_sets_build(master->problem, &master->sets));
    for (int i = 0; i < master->sets.count && status == OUTCOME_DONE; i++) {
        TrainSet *set = &master->sets.items[i];
        for (int j = 0; j < set->count; j++) {
            columns[j] = master->formulation->train_column[master->sets.trains[set->first + j]];
            ones[j] = 1;
        }
        status = master_rows_add(master, columns, ones, set->count, -HUGE_VAL, HUGE_VAL, &set->row);
    }
    free(columns);
    free(ones);
    return status;
}

/** Finds the slot runs that fixed trains hold for themselves, and the candidates that want them. */
static void find_never_running(Master *master) {
    const Problem *problem = master->problem;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        const TrainCandidate *train = &problem->trains[id];
        for (int i = 0; i < train->n_runs && train->fixed; i++) {
            master->fixed_on[problem->runs[problem->train_runs[train->first_run + i]].base]++;
        }
    }
    for (TrainId id = 0; id < problem->n_trains; id++) {
        const TrainCandidate *train = &problem->trains[id];
        for (int i = 0; i < train->n_runs && !train->fixed; i++) {
            SlotRunId run = problem->train_runs[train->first_run + i];
            master->never_runs[id] |= master_run_held(master, problem->runs[run].base);
        }
    }
}

bool master_run_held(const Master *master, SlotRunId run) {
    const Problem *problem = master->problem;
    return master->fixed_on[run] >= problem->kase->slots[problem->runs[run].slot].max_trains;
}

void master_root_bounds(const Master *master, TrainId train, double *lower, double *upper) {
    *lower = master->problem->trains[train].fixed ? 1 : 0;
    *upper = master->never_runs[train] ? 0 : 1;
}

/** The ways that an earlier plan promised are in the pool from the start, for every tier. */
static bool add_promised_paths(Master *master) {
    const Problem *problem = master->problem;
    for (int i = 0; i < problem->kase->commitments.n_earlier_itineraries; i++) {
        const ItineraryPromise *promise = &problem->itinerary_promises[i];
        const Ride *rides = &problem->promise_rides[promise->first_ride];
        BookingId id = promise->n_rides == 0 ? problem->n_bookings
                                             : commitment_first_tier(problem, promise->demand);
        for (; id < problem->n_bookings && problem->bookings[id].demand == promise->demand; id++) {
            if (!master_add_path(master, id, rides, promise->n_rides, NULL)) {
                return false;
            }
        }
    }
    return true;
}

static bool allocate(Master *master) {
    const Problem *problem = master->problem;
    size_t trains = (size_t)problem->n_trains + 1, flows = (size_t)problem->n_flows + 1;
    master->lp = master->backend->create();
    master->pricing = pricing_new(master->formulation);
    master->train_lower = calloc(trains, sizeof(double));
    master->train_upper = calloc(trains, sizeof(double));
    master->train_use = calloc(trains, sizeof(double));
    master->never_runs = calloc(trains, sizeof(bool));
    master->fixed_on = calloc((size_t)problem->n_runs + 1, sizeof(int));
    master->links.newest = calloc(flows, sizeof(int));
    master->shares.newest = calloc(flows, sizeof(int));
    master->capacity_cut = calloc((size_t)problem->n_base_legs + 1, sizeof(double));
    master->column_dual = calloc((size_t)master->formulation->lp.n_columns + 1, sizeof(double));
    return master->lp != NULL && master->pricing != NULL && master->train_lower != NULL &&
           master->train_upper != NULL && master->never_runs != NULL && master->fixed_on != NULL &&
           master->train_use != NULL && master->links.newest != NULL &&
           master->column_dual != NULL && master->capacity_cut != NULL &&
           master->shares.newest != NULL && paths_init(&master->paths, problem->n_flows);
}

static Outcome load(Master *master, const double *price) {
    Outcome status = master_rows_load(master, price);
    if (status == OUTCOME_DONE) {
        status = add_artificials(master);
    }
    if (status == OUTCOME_DONE) {
        status = add_set_rows(master);
    }
    return status == OUTCOME_DONE ? outcome_of_memory(add_promised_paths(master)) : status;
}

static Outcome build(Master *master, const double *price) {
    const Problem *problem = master->problem;
    if (!allocate(master)) {
        return OUTCOME_NO_MEMORY;
    }
    pricing_watch(master->pricing, master->clock);
    find_never_running(master);
    for (BookingId id = 0; id < problem->n_flows; id++) {
        master->links.newest[id] = NONE;
        master->shares.newest[id] = NONE;
    }
    Outcome status = load(master, price);
    for (TrainId id = 0; id < problem->n_trains && status == OUTCOME_DONE; id++) {
        double lower, upper;
        master_root_bounds(master, id, &lower, &upper);
        master->train_lower[id] = problem->trains[id].fixed ? 1 : 0;
        master->train_upper[id] = 1; /* as the formulation has it */
        master_bound_train(master, id, lower, upper);
    }
    return status;
}

Outcome master_new(const Formulation *formulation, const Backend *backend, const Clock *clock,
                   const double *price, Master **master) {
    Master *made = calloc(1, sizeof *made);
    *master = NULL;
    if (made == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    made->problem = formulation->problem;
    made->formulation = formulation;
    made->backend = backend;
    made->clock = clock;
    Outcome status = build(made, price);
    if (status == OUTCOME_DONE) {
        *master = made;
    } else {
        master_free(made);
    }
    return status;
}

void master_free(Master *master) {
    if (master != NULL) {
        if (master->lp != NULL) {
            master->backend->destroy(master->lp);
        }
        pricing_free(master->pricing);
        paths_clear(&master->paths);
        free(master->row_lower);
        free(master->row_upper);
        free(master->train_lower);
        free(master->train_upper);
        free(master->train_use);
        free(master->never_runs);
        free(master->fixed_on);
        free(master->capacity_cut);
        free(master->path_objective);
        free(master->parked);
        train_sets_clear(&master->sets);
        free(master->links.items);
        free(master->shares.items);
        free(master->shares.newest);
        free(master->links.newest);
        free(master->dual);
        free(master->lp_dual);
        free(master->lp_row);
        free(master->primal);
        free(master->column_dual);
        cargo_column_free(&master->scratch);
        free(master);
    }
}

/* ---- itineraries ---- */

static void set_parked(Master *master, PathId id, bool parked) {
    master->parked[id] = parked;
    master->n_parked += parked ? 1 : -1;
    master->backend->set_column_bounds(master->lp, master->first_path + id, 0,
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
    master->backend->reduced_costs(master->lp, reduced);
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
    master->backend->set_basis(master->lp, basis);
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
    if (!cargo_column_make(master->formulation, path->booking, paths_rides(&master->paths, id),
                           path->n_rides, column)) {
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
        if (paths_uses(&master->paths, master->problem, id, master->links.items[link].train)) {
            batch->index[batch->n_entries] = master->lp_row[master->links.items[link].row];
            batch->value[batch->n_entries++] = 1;
        }
    }
    for (int share = master->shares.newest[path->booking]; share != NONE;
         share = master->shares.items[share].next) {
        int uses =
            paths_count_run(&master->paths, master->problem, id, master->shares.items[share].run);
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
        status = master->backend->add_columns(master->lp, &vectors, batch.numbers,
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

/* ---- bounds ---- */

void master_bound_train(Master *master, TrainId train, double lower, double upper) {
    if (master->train_lower[train] != lower || master->train_upper[train] != upper) {
        master->train_lower[train] = lower;
        master->train_upper[train] = upper;
        master->backend->set_column_bounds(master->lp, master->formulation->train_column[train],
                                           lower, upper);
    }
}

void master_bound_set(Master *master, int set, double lower, double upper) {
    master_rows_bound(master, master->sets.items[set].row, lower, upper);
}

void master_bound_booking(Master *master, BookingId booking, double lower, double upper) {
    master_rows_bound(master, master->formulation->demand_row[booking], lower, upper);
}
