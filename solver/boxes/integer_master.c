/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds the program of boxes on chosen trains, and rounds or searches it. */
#include "solver/boxes/integer_master.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/problem/booking.h"
#include "solver/lp/load.h"
#include "solver/lp/open_search.h"
#include "solver/plans/parts.h"
#include "solver/plans/whole_plan.h"
#include "solver/tolerances.h"
#include "solver/whole/whole_search.h"

/** Nodes of the search near the LP, and LPs of the one for any whole boxes. */
enum { NEAR_NODES = 500, ROUND_LPS = 300 };

void integer_master_clear(IntegerMaster *integer) {
    lp_model_clear(&integer->model);
    free(integer->paths);
    free(integer->primal);
    *integer = (IntegerMaster){0};
}

/* ---- building ---- */

/** All rows, with the running trains' part moved into their bounds, and the columns behind the
 * trains. */
static void add_skeleton(const Rounding *rounding, IntegerMaster *integer) {
    const LpModel *lp = &rounding->ground->formulation->lp;
    int n_trains = rounding->ground->problem->n_trains;
    for (RowId row = 0; row < lp->n_rows; row++) {
        lp_model_row(&integer->model, lp->rows[row]);
    }
    for (ColumnId column = n_trains; column < lp->n_columns; column++) {
        lp_model_column(&integer->model, lp->columns[column]);
    }
    for (int i = 0; i < lp->n_entries && !integer->model.failed; i++) {
        const LpEntry *entry = &lp->entries[i];
        if (entry->column >= n_trains) {
            lp_model_entry(&integer->model, entry->row, entry->column - n_trains, entry->value);
        } else if (rounding->runs[entry->column]) {
            integer->model.rows[entry->row].lower -= entry->value;
            integer->model.rows[entry->row].upper -= entry->value;
        }
    }
    integer->first_path = lp->n_columns - n_trains;
}

/** Adds the column of a path, up to the boxes booked; false where memory is out.
 *  @param column  scratch */
static bool add_boxes_of(const Rounding *rounding, IntegerMaster *integer, PathId id,
                         CargoColumn *column) {
    const Ground *ground = rounding->ground;
    if (!ground_path_column(ground, id, column)) {
        return false;
    }
    int boxes = ground->problem->bookings[ground->paths->items[id].booking].boxes;
    ColumnId added = lp_model_column(
        &integer->model,
        (LpColumn){.objective = column->objective, .lower = 0, .upper = boxes, .integer = true});
    for (int i = 0; i < column->count; i++) {
        lp_model_entry(&integer->model, column->rows[i], added, column->values[i]);
    }
    integer->paths[integer->n_paths++] = id;
    return true;
}

/** Adds the paths whose reduced costs reach `least`, the best first; false where memory is out. */
static bool add_best_paths(const Rounding *rounding, IntegerMaster *integer, double least,
                           int paths_max) {
    CargoColumn column = {0};
    bool ok = true;
    for (int i = 0; i < rounding->ground->paths->count && ok; i++) {
        PathId id = rounding->order[i];
        if (rounding->reduced[id] < least) {
            break;
        }
        if (!rounding_path_runs(rounding, id)) {
            continue;
        }
        if (integer->n_paths == paths_max) {
            integer->complete = false;
            break;
        }
        ok = add_boxes_of(rounding, integer, id, &column);
    }
    cargo_column_free(&column);
    return ok;
}

static bool add_rows_of_parts(const Rounding *rounding, IntegerMaster *integer) {
    const Ground *ground = rounding->ground;
    const ListedPaths listed = {ground->problem, ground->paths, integer->paths, integer->n_paths,
                                integer->first_path};
    return parts_add(&listed, &integer->model);
}

/** Takes out the rows that no column enters: those of trains that do not run, mostly. */
static bool drop_empty_rows(IntegerMaster *integer) {
    LpModel *model = &integer->model;
    int *number = calloc((size_t)model->n_rows + 1, sizeof *number);
    if (number == NULL) {
        return false;
    }
    for (int i = 0; i < model->n_entries; i++) {
        number[model->entries[i].row] = 1;
    }
    int kept = 0;
    for (RowId row = 0; row < model->n_rows; row++) {
        const LpRow *r = &model->rows[row];
        if (number[row] == 0) {
            integer->hopeless |= r->lower > WHOLE || r->upper < -WHOLE;
        } else {
            number[row] = kept;
            model->rows[kept++] = *r;
        }
    }
    model->n_rows = kept;
    for (int i = 0; i < model->n_entries; i++) {
        model->entries[i].row = number[model->entries[i].row];
    }
    free(number);
    return true;
}

bool integer_master_build(const Rounding *rounding, double least, int paths_max,
                          IntegerMaster *integer) {
    *integer = (IntegerMaster){.complete = true};
    integer->paths = calloc((size_t)rounding->ground->paths->count + 1, sizeof *integer->paths);
    if (integer->paths == NULL) {
        return false;
    }
    add_skeleton(rounding, integer);
    if (!add_best_paths(rounding, integer, least, paths_max) ||
        !add_rows_of_parts(rounding, integer) || integer->model.failed ||
        !drop_empty_rows(integer)) {
        return false;
    }
    integer->primal = calloc((size_t)integer->model.n_columns + 1, sizeof(double));
    return integer->primal != NULL;
}

/* ---- near the LP ---- */

/** True where the boxes of a column are a part of their booking, or none. */
static bool is_part(const Rounding *rounding, const IntegerMaster *integer, ColumnId column) {
    int place = column - integer->first_path;
    const Ground *ground = rounding->ground;
    return place >= 0 && place < integer->n_paths &&
           booking_has_parts(
               &ground->problem->bookings[ground->paths->items[integer->paths[place]].booking]);
}

/** What is looked at near the LP: paths without boxes in it get none, of the others one more or one
 * less at most. Parts may grow and vanish. */
static void keep_near(const Rounding *rounding, IntegerMaster *integer) {
    for (ColumnId column = 0; column < integer->model.n_columns; column++) {
        LpColumn *c = &integer->model.columns[column];
        double value = integer->primal[column];
        if (c->integer && !(value >= WHOLE && is_part(rounding, integer, column))) {
            double least = c->lower;
            c->lower = fmax(least, ceil(value - WHOLE) - 1);
            c->upper = fmin(c->upper, value < WHOLE ? least : floor(value + WHOLE) + 1);
        }
    }
}

/** Searches for whole boxes near those of the LP in `primal`; OUTCOME_STOPPED where there are none,
 * or no time. */
static Outcome search_near(const Rounding *rounding, IntegerMaster *integer) {
    const Clock *clock = rounding->ground->clock;
    size_t size = (size_t)integer->model.n_columns * sizeof(LpColumn);
    LpColumn *own = malloc(size + 1);
    if (own == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    memcpy(own, integer->model.columns, size);
    keep_near(rounding, integer);
    IntegerOptions options = {.relative_gap = NEAR_GAP,
                              .node_limit = NEAR_NODES,
                              .time_limit_s = clock_left(clock),
                              .stop = clock->stop,
                              .cutoff = -HUGE_VAL};
    double bound;
    bool found;
    Outcome status = open_search(rounding->ground->backend->nearby, &integer->model, &options,
                                 integer->primal, &bound, &found);
    memcpy(integer->model.columns, own, size);
    free(own);
    return found ? OUTCOME_DONE : outcome_failed(status) ? status : OUTCOME_STOPPED;
}

/** Solves the LP, into `primal`. */
static Outcome solve_lp_of_boxes(const Rounding *rounding, IntegerMaster *integer) {
    const Backend *backend = rounding->ground->backend;
    const Clock *clock = rounding->ground->clock;
    Lp *lp = backend->create();
    if (lp == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    Outcome status = load_model(backend, lp, &integer->model);
    if (status == OUTCOME_DONE) {
        status = backend->solve(lp, LP_DUAL, clock_left(clock), clock->stop);
    }
    if (status == OUTCOME_DONE) {
        backend->primal(lp, integer->primal);
    }
    backend->destroy(lp);
    return status;
}

Outcome integer_master_round(const Rounding *rounding, IntegerMaster *integer) {
    if (integer->hopeless) {
        return OUTCOME_STOPPED;
    }
    Outcome status = solve_lp_of_boxes(rounding, integer);
    if (status == OUTCOME_DONE) {
        status = search_near(rounding, integer);
    }
    if (status == OUTCOME_STOPPED && !clock_expired(rounding->ground->clock)) {
        double bound;
        status = integer_master_seek(rounding, integer, NEAR_GAP, ROUND_LPS, &bound);
    }
    return outcome_failed(status) || status == OUTCOME_DONE ? status : OUTCOME_STOPPED;
}

/* ---- the search ---- */

/** What a search that found something, or nothing, comes to. */
static Outcome searched(Outcome status, bool found, double *bound) {
    if (status == OUTCOME_INFEASIBLE) {
        *bound = -HUGE_VAL;
    }
    return found && !outcome_failed(status) ? OUTCOME_DONE : status;
}

Outcome integer_master_seek(const Rounding *rounding, IntegerMaster *integer, double gap, int lps,
                            double *bound) {
    const Clock *clock = rounding->ground->clock;
    IntegerOptions options = {.cutoff = -HUGE_VAL,
                              .relative_gap = gap,
                              .node_limit = lps,
                              .time_limit_s = clock_left(clock),
                              .stop = clock->stop};
    bool found = false;
    *bound = -HUGE_VAL;
    if (integer->hopeless) {
        return OUTCOME_INFEASIBLE;
    }
    Outcome status = whole_search(rounding->ground->backend, &integer->model, &options,
                                  integer->primal, bound, &found);
    return searched(status, found, bound);
}

Outcome integer_master_search(const IntegerBackend *by, IntegerMaster *integer,
                              const IntegerOptions *options, double *bound) {
    *bound = -HUGE_VAL;
    if (integer->hopeless) {
        return OUTCOME_INFEASIBLE;
    }
    bool found;
    Outcome status = open_search(by, &integer->model, options, integer->primal, bound, &found);
    return searched(status, found, bound);
}
