/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searches a node as one program over all itineraries that are of use. */
#include "solver/search/node_search.h"

#include <math.h>
#include <stdlib.h>

#include "base/whole_number.h"
#include "solver/master/enumerate.h"
#include "solver/master/master_view.h"
#include "solver/plans/whole_plan.h"
#include "solver/tolerances.h"

/** The program of a node, and what it is made of. */
typedef struct {
    const Master *master;
    const Ground *ground;
    Paths pool;
    LpModel model; /**< rows and columns of the formulation first, then one column a path */
    ColumnId first_path;
    double *primal; /**< per column */
} Program;

static void program_clear(Program *program) {
    paths_clear(&program->pool);
    lp_model_clear(&program->model);
    free(program->primal);
}

/* ---- building ---- */

/** The formulation with the node's bounds of trains and rows, tightened as the master is. */
static void add_formulation(Program *program) {
    const Master *master = program->master;
    const LpModel *lp = &program->ground->formulation->lp;
    LpModel *model = &program->model;
    for (RowId id = 0; id < lp->n_rows; id++) {
        LpRow row = lp->rows[id];
        master_row_bounds(master, id, &row.lower, &row.upper);
        lp_model_row(model, row);
    }
    for (ColumnId id = 0; id < lp->n_columns; id++) {
        LpColumn column = lp->columns[id];
        if (id < program->ground->problem->n_trains) {
            master_train_bounds(master, id, &column.lower, &column.upper);
        }
        lp_model_column(model, column);
    }
    for (int i = 0; i < lp->n_entries; i++) {
        const LpEntry *entry = &lp->entries[i];
        lp_model_entry(model, entry->row, entry->column, master_entry_value(master, entry));
    }
    model->constant = lp->constant;
}

/** Counts of trains that the node bounds. */
static void add_sets(Program *program) {
    const TrainSets *sets = master_sets(program->master);
    for (int i = 0; i < sets->count; i++) {
        const TrainSet *set = &sets->items[i];
        double lower, upper;
        master_row_bounds(program->master, set->row, &lower, &upper);
        if (lower == -HUGE_VAL && upper == HUGE_VAL) {
            continue;
        }
        RowId row = lp_model_row(&program->model, (LpRow){.lower = lower, .upper = upper});
        for (int j = 0; j < set->count; j++) {
            lp_model_entry(&program->model, row, sets->trains[set->first + j], 1);
        }
    }
}

/** Adds the column of a path of the pool; false where memory is out.
 *  @param column  scratch */
static bool add_pool_path(Program *program, const Path *path, CargoColumn *column) {
    const Ground *ground = program->ground;
    const Ride *rides = &program->pool.rides[path->first_ride];
    if (!cargo_column_make(ground->formulation, path->booking, rides, path->n_rides, column)) {
        return false;
    }
    LpColumn boxes = {.objective = column->objective,
                      .upper = ground->problem->bookings[path->booking].boxes,
                      .integer = true};
    ColumnId added = lp_model_column(&program->model, boxes);
    for (int i = 0; i < column->count; i++) {
        lp_model_entry(&program->model, column->rows[i], added, column->values[i]);
    }
    return true;
}

static bool add_pool(Program *program) {
    CargoColumn column = {0};
    bool ok = true;
    program->first_path = program->model.n_columns;
    for (PathId id = 0; id < program->pool.count && ok; id++) {
        ok = add_pool_path(program, &program->pool.items[id], &column);
    }
    cargo_column_free(&column);
    return ok;
}

/** The linking rows that the master has found of use. */
static void add_links(Program *program) {
    const Problem *problem = program->ground->problem;
    const Links *links = master_links(program->master);
    for (int i = 0; i < links->count; i++) {
        const Link *link = &links->items[i];
        RowId row = lp_model_row(&program->model, (LpRow){.lower = -HUGE_VAL, .upper = 0});
        lp_model_entry(&program->model, row, link->column, -problem->bookings[link->booking].boxes);
        for (PathId id = program->pool.newest[link->booking]; id != NONE;
             id = program->pool.items[id].next) {
            if (paths_uses(&program->pool, problem, id, link->train)) {
                lp_model_entry(&program->model, row, program->first_path + id, 1);
            }
        }
    }
}

static bool program_build(Program *program) {
    add_formulation(program);
    add_sets(program);
    if (!add_pool(program)) {
        return false;
    }
    add_links(program);
    program->primal = calloc((size_t)program->model.n_columns + 1, sizeof(double));
    return !program->model.failed && program->primal != NULL;
}

/* ---- searching ---- */

/** Adds the paths in use to those of the ground, and offers the plan. */
static Outcome offer_found(Program *program, Incumbent *incumbent) {
    const Ground *ground = program->ground;
    const Problem *problem = ground->problem;
    size_t room = (size_t)(ground->paths->count + program->pool.count) + 1;
    bool *runs = calloc((size_t)problem->n_trains + 1, sizeof *runs);
    int *boxes = calloc(room, sizeof *boxes);
    bool ok = runs != NULL && boxes != NULL;
    for (TrainId id = 0; id < problem->n_trains && ok; id++) {
        runs[id] = program->primal[id] > 0.5;
    }
    for (PathId id = 0; id < program->pool.count && ok; id++) {
        const Path *path = &program->pool.items[id];
        int count = whole_number(round(program->primal[program->first_path + id]));
        PathPlace own;
        if (count > 0) {
            ok = paths_add(ground->paths, path->booking, paths_rides(&program->pool, id),
                           path->n_rides, &own);
            boxes[ok ? own.id : 0] = count;
        }
    }
    Outcome status = ok ? whole_plan_offer(ground, runs, boxes, incumbent) : OUTCOME_NO_MEMORY;
    free(runs);
    free(boxes);
    return status;
}

/** Repeatable, unlike a time limit. */
static int node_limit(const LpModel *model) {
    double size = model->n_rows + model->n_columns;
    return 1 + whole_number(NODE_WORK / (size * size + NODE_WORK_LEAST));
}

static Outcome program_search(Program *program, const MasterResult *solved, Gap gap,
                              Incumbent *incumbent, double *bound) {
    const Ground *ground = program->ground;
    IntegerOptions options = {
        .relative_gap = gap_of_part(gap, solved->value, solved->value - program->model.constant),
        .node_limit = node_limit(&program->model),
        .time_limit_s = clock_left(ground->clock),
        .stop = ground->clock->stop,
        .cutoff = -HUGE_VAL};
    double proven = HUGE_VAL;
    bool found = false;
    Outcome status = ground->backend->integer->search(&program->model, &options, program->primal,
                                                      &proven, &found);
    if (outcome_failed(status)) {
        return status;
    }
    *bound = status == OUTCOME_INFEASIBLE ? -HUGE_VAL : proven + program->model.constant;
    return found ? offer_found(program, incumbent) : OUTCOME_DONE;
}

Outcome node_search(Master *master, const MasterResult *solved, const NodeSearchOptions *options,
                    Incumbent *incumbent, NodeSearchResult *result) {
    Program program = {.master = master, .ground = master_ground(master)};
    *result = (NodeSearchResult){.bound = solved->bound};
    if (!paths_init(&program.pool, program.ground->problem->n_flows)) {
        return OUTCOME_NO_MEMORY;
    }
    double slack = incumbent_slack(incumbent, solved->last_bound);
    Outcome all = enumerate_paths(master, NULL, slack, options->paths_max, &program.pool);
    Outcome status = outcome_failed(all) ? all : OUTCOME_DONE;
    if (all == OUTCOME_DONE) {
        double bound = HUGE_VAL;
        result->tried = true;
        result->n_paths = program.pool.count;
        status = program_build(&program)
                     ? program_search(&program, solved, options->gap, incumbent, &bound)
                     : OUTCOME_NO_MEMORY;
        result->bound = fmin(result->bound, fmax(bound, incumbent_sought(incumbent)));
    }
    program_clear(&program);
    return status;
}
