/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds the program of boxes on chosen trains, and rounds or searches it. */
#include "solver/boxes/integer_master.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "solver/lp/load.h"
#include "solver/plans/whole_plan.h"
#include "solver/tolerances.h"

/** Roundings of one dive at most. */
enum { DIVE_STEPS_MAX = 2000 };

/** Nodes of the search near the LP. */
enum { NEAR_NODES = 500 };

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
    if (!add_best_paths(rounding, integer, least, paths_max) || integer->model.failed ||
        !drop_empty_rows(integer)) {
        return false;
    }
    integer->primal = calloc((size_t)integer->model.n_columns + 1, sizeof(double));
    return integer->primal != NULL;
}

/* ---- the dive ---- */

static double fraction_above(double value) {
    return value - floor(value + WHOLE);
}

/** What a dive has rounded up since the last LP, and from which fraction. */
typedef struct {
    Lp *lp;
    double threshold; /**< fractions from here on are rounded up */
    ColumnId last;    /**< the highest of them, NONE where it was taken back */
} Dive;

/** The integer column with the highest fraction, NONE where all are whole. */
static ColumnId highest_fraction(const IntegerMaster *integer) {
    ColumnId highest = NONE;
    double most = WHOLE;
    for (ColumnId column = 0; column < integer->model.n_columns; column++) {
        double part = fraction_above(integer->primal[column]);
        if (integer->model.columns[column].integer && part > most) {
            most = part;
            highest = column;
        }
    }
    return highest;
}

static void bound_column(const Backend *backend, Lp *lp, IntegerMaster *integer, ColumnId column,
                         double lower, double upper) {
    LpColumn *c = &integer->model.columns[column];
    c->lower = lower;
    c->upper = upper;
    backend->set_column_bounds(lp, column, lower, upper);
}

/** Rounds up the highest fraction and those at the threshold: they may not fall below any more. The
 * others stay free to move. */
static void round_up(const Backend *backend, Dive *dive, IntegerMaster *integer) {
    for (ColumnId column = 0; column < integer->model.n_columns; column++) {
        double part = fraction_above(integer->primal[column]);
        if (integer->model.columns[column].integer && part > WHOLE &&
            (column == dive->last || part >= dive->threshold)) {
            double upper = integer->model.columns[column].upper;
            double lower = fmin(upper, floor(integer->primal[column] + WHOLE) + 1);
            bound_column(backend, dive->lp, integer, column, lower, upper);
        }
    }
}

/** Takes back what was rounded up last, which left no room; the highest of it stays below instead.
 */
static void round_down(const Backend *backend, Dive *dive, IntegerMaster *integer) {
    for (ColumnId column = 0; column < integer->model.n_columns; column++) {
        const LpColumn *c = &integer->model.columns[column];
        double whole = floor(integer->primal[column] + WHOLE);
        if (integer->model.columns[column].integer && c->lower > whole) {
            bound_column(backend, dive->lp, integer, column, whole, c->upper);
        }
    }
    double whole = floor(integer->primal[dive->last] + WHOLE);
    bound_column(backend, dive->lp, integer, dive->last,
                 fmin(integer->model.columns[dive->last].lower, whole), whole);
    dive->threshold = 2; /* one at a time from here on */
}

static Outcome dive_steps(const Rounding *rounding, Dive *dive, IntegerMaster *integer) {
    const Backend *backend = rounding->ground->backend;
    const Clock *clock = rounding->ground->clock;
    for (int step = 0; step < DIVE_STEPS_MAX; step++) {
        Outcome status = backend->solve(dive->lp, LP_DUAL, clock_left(clock), clock->stop);
        if (status == OUTCOME_INFEASIBLE && dive->last != NONE) {
            round_down(backend, dive, integer);
            dive->last = NONE;
            continue;
        }
        if (status != OUTCOME_DONE) {
            return outcome_failed(status) ? status : OUTCOME_STOPPED;
        }
        backend->primal(dive->lp, integer->primal);
        dive->last = highest_fraction(integer);
        if (dive->last == NONE) {
            return OUTCOME_DONE;
        }
        round_up(backend, dive, integer);
    }
    return OUTCOME_STOPPED;
}

/** What is looked at near the LP: paths without boxes in it get none, of the others one more or one
 * less at most. */
static void keep_near(IntegerMaster *integer) {
    for (ColumnId column = 0; column < integer->model.n_columns; column++) {
        LpColumn *c = &integer->model.columns[column];
        double value = integer->primal[column];
        if (c->integer) {
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
    keep_near(integer);
    IntegerOptions options = {.relative_gap = NEAR_GAP,
                              .node_limit = NEAR_NODES,
                              .time_limit_s = clock_left(clock),
                              .stop = clock->stop,
                              .cutoff = -HUGE_VAL};
    double bound;
    bool found;
    Outcome status = rounding->ground->backend->integer->search(&integer->model, &options,
                                                                integer->primal, &bound, &found);
    memcpy(integer->model.columns, own, size);
    free(own);
    return found ? OUTCOME_DONE : outcome_failed(status) ? status : OUTCOME_STOPPED;
}

/** Whole boxes by the LP: near its solution, else by a dive from there. */
static Outcome round_loaded(const Rounding *rounding, Lp *lp, IntegerMaster *integer) {
    const Backend *backend = rounding->ground->backend;
    const Clock *clock = rounding->ground->clock;
    Outcome status = backend->solve(lp, LP_DUAL, clock_left(clock), clock->stop);
    if (status == OUTCOME_DONE) {
        backend->primal(lp, integer->primal);
        status = search_near(rounding, integer);
    }
    if (status == OUTCOME_DONE || outcome_failed(status)) {
        return status;
    }
    Dive dive = {.lp = lp, .threshold = BOXES_HIGH, .last = NONE};
    return dive_steps(rounding, &dive, integer);
}

Outcome integer_master_round(const Rounding *rounding, IntegerMaster *integer) {
    const Backend *backend = rounding->ground->backend;
    if (integer->hopeless) {
        return OUTCOME_STOPPED;
    }
    Lp *lp = backend->create();
    if (lp == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    Outcome status = load_model(backend, lp, &integer->model);
    if (status == OUTCOME_DONE) {
        status = round_loaded(rounding, lp, integer);
    }
    backend->destroy(lp);
    return status;
}

/* ---- the search ---- */

Outcome integer_master_search(const Rounding *rounding, IntegerMaster *integer,
                              const IntegerOptions *options, double *bound) {
    *bound = -HUGE_VAL;
    if (integer->hopeless) {
        return OUTCOME_INFEASIBLE;
    }
    bool found;
    Outcome status = rounding->ground->backend->integer->search(&integer->model, options,
                                                                integer->primal, bound, &found);
    if (status == OUTCOME_INFEASIBLE) {
        *bound = -HUGE_VAL;
    }
    return found && !outcome_failed(status) ? OUTCOME_DONE : status;
}
