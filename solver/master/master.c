/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Building a master: rows, artificial columns, sets of trains, promised itineraries. */
#include "solver/master/master.h"

#include <math.h>
#include <stdlib.h>

#include "model/promises/commitment.h"
#include "solver/master/branch_bounds.h"
#include "solver/master/columns.h"
#include "solver/master/master_state.h"
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
    return master->ground.backend->add_columns(master->lp, &empty, zeros, zeros, zeros);
}

static Outcome add_artificials(Master *master) {
    const LpModel *lp = &master->ground.formulation->lp;
    master->first_artificial = master->n_columns;
    for (RowId row = 0; row < lp->n_rows; row++) {
        double value = artificial_value(master->ground.problem, &lp->rows[row]), zero = 0;
        if (value != 0) {
            int start[2] = {0, 1};
            SparseVectors vector = {1, start, &master->lp_row[row], &value};
            Outcome added =
                master->ground.backend->add_columns(master->lp, &vector, &zero, &zero, &zero);
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
    size_t n_trains = (size_t)master->ground.problem->n_trains + 1;
    int *columns = calloc(n_trains, sizeof *columns);
    double *ones = calloc(n_trains, sizeof *ones);
    Outcome status = outcome_of_memory(columns != NULL && ones != NULL &&
                                       train_sets_build(master->ground.problem, &master->sets));
    for (int i = 0; i < master->sets.count && status == OUTCOME_DONE; i++) {
        TrainSet *set = &master->sets.items[i];
        for (int j = 0; j < set->count; j++) {
            columns[j] =
                master->ground.formulation->train_column[master->sets.trains[set->first + j]];
            ones[j] = 1;
        }
        status = master_rows_add(master, columns, ones, set->count, -HUGE_VAL, HUGE_VAL, &set->row);
    }
    free(columns);
    free(ones);
    return status;
}

/** The itineraries that an earlier plan promised are in the pool from the start, for every tier. */
static bool add_promised_paths(Master *master) {
    const Problem *problem = master->ground.problem;
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

static bool master_allocate(Master *master) {
    const Problem *problem = master->ground.problem;
    size_t trains = (size_t)problem->n_trains + 1, flows = (size_t)problem->n_flows + 1;
    master->lp = master->ground.backend->create();
    master->pricing = pricing_new(master->ground.formulation);
    master->train_lower = calloc(trains, sizeof(double));
    master->train_upper = calloc(trains, sizeof(double));
    master->train_use = calloc(trains, sizeof(double));
    master->never_runs = calloc(trains, sizeof(bool));
    master->fixed_on = calloc((size_t)problem->n_runs + 1, sizeof(int));
    master->links.newest = calloc(flows, sizeof(int));
    master->shares.newest = calloc(flows, sizeof(int));
    master->capacity_cut = calloc((size_t)problem->n_base_legs + 1, sizeof(double));
    master->column_dual =
        calloc((size_t)master->ground.formulation->lp.n_columns + 1, sizeof(double));
    return master->lp != NULL && master->pricing != NULL && master->train_lower != NULL &&
           master->train_upper != NULL && master->never_runs != NULL && master->fixed_on != NULL &&
           master->train_use != NULL && master->links.newest != NULL &&
           master->column_dual != NULL && master->capacity_cut != NULL &&
           master->shares.newest != NULL && paths_init(&master->paths, problem->n_flows);
}

static Outcome master_load(Master *master, const double *price) {
    Outcome status = master_rows_load(master, price);
    if (status == OUTCOME_DONE) {
        status = add_artificials(master);
    }
    if (status == OUTCOME_DONE) {
        status = add_set_rows(master);
    }
    return status == OUTCOME_DONE ? outcome_of_memory(add_promised_paths(master)) : status;
}

static Outcome master_build(Master *master, const double *price) {
    const Problem *problem = master->ground.problem;
    if (!master_allocate(master)) {
        return OUTCOME_NO_MEMORY;
    }
    pricing_watch(master->pricing, master->ground.clock);
    master_find_held_runs(master);
    for (BookingId id = 0; id < problem->n_flows; id++) {
        master->links.newest[id] = NONE;
        master->shares.newest[id] = NONE;
    }
    Outcome status = master_load(master, price);
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
    made->ground = (Ground){formulation->problem, formulation, backend, clock, &made->paths};
    Outcome status = master_build(made, price);
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
            master->ground.backend->destroy(master->lp);
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

void master_watch(Master *master, void (*on_round)(void *user), void *user) {
    master->on_round = on_round;
    master->user = user;
}

void master_strengthen(Master *master) {
    master->strengthen = true;
}
