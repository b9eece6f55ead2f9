/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the formulation, a pool of itineraries and the rows that the master added into one model. */
#include "solver/search/whole_program.h"

#include <math.h>
#include <stdlib.h>

#include "base/whole_number.h"
#include "solver/master/master_view.h"
#include "solver/plans/parts.h"
#include "solver/plans/whole_plan.h"
#include "solver/tolerances.h"
#include "solver/whole/whole_search.h"

bool whole_program_init(WholeProgram *program, const Master *master) {
    *program = (WholeProgram){.master = master, .ground = master_ground(master)};
    return paths_init(&program->pool, program->ground->problem->n_flows);
}

void whole_program_clear(WholeProgram *program) {
    paths_clear(&program->pool);
    lp_model_clear(&program->model);
    free(program->primal);
}

/* ---- building ---- */

/** The formulation with the node's bounds of trains and rows, tightened as the master is. */
static void add_formulation(WholeProgram *program) {
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
            bool closed = program->closed != NULL && program->closed[id];
            master_train_bounds(master, id, &column.lower, &column.upper);
            column.upper = closed ? fmin(column.upper, 0) : column.upper;
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
static void add_sets(WholeProgram *program) {
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
static bool add_pool_path(WholeProgram *program, const Path *path, CargoColumn *column) {
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

static bool add_pool(WholeProgram *program) {
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
static void add_links(WholeProgram *program) {
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

bool whole_program_build(WholeProgram *program) {
    add_formulation(program);
    add_sets(program);
    if (!add_pool(program)) {
        return false;
    }
    add_links(program);
    const ListedPaths listed = {program->ground->problem, &program->pool, NULL, program->pool.count,
                                program->first_path};
    if (!parts_add(&listed, &program->model)) {
        return false;
    }
    program->primal = calloc((size_t)program->model.n_columns + 1, sizeof(double));
    return !program->model.failed && program->primal != NULL;
}

int whole_program_limit(const WholeProgram *program) {
    double size = program->model.n_rows + program->model.n_columns;
    return 1 + whole_number(NODE_WORK / (size * size + NODE_WORK_LEAST));
}

/* ---- what was found ---- */

/** Adds the paths in use to those of the ground, and offers the plan. */
Outcome whole_program_offer(WholeProgram *program, Incumbent *incumbent) {
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

/* ---- the search ---- */

/** What a plan has to exceed, as the program counts it. */
static double sought_part(const WholeProgram *program, const Incumbent *incumbent) {
    return incumbent->found ? incumbent_sought(incumbent) - program->model.constant : -HUGE_VAL;
}

Outcome whole_program_seek(WholeProgram *program, Gap gap, int lps, Incumbent *incumbent,
                           WholeProgramResult *result) {
    const Ground *ground = program->ground;
    IntegerOptions options = {.relative_gap = gap.share / 2,
                              .node_limit = lps,
                              .time_limit_s = clock_left(ground->clock),
                              .stop = ground->clock->stop,
                              .cutoff = sought_part(program, incumbent)};
    double proven, before = incumbent->found ? incumbent->objective : -HUGE_VAL;
    bool found = false;
    Outcome status =
        whole_search(ground->backend, &program->model, &options, program->primal, &proven, &found);
    *result = (WholeProgramResult){.proven = HUGE_VAL};
    if (outcome_failed(status)) {
        return status;
    }
    result->proven = proven + program->model.constant;
    if (found) {
        status = whole_program_offer(program, incumbent);
    }
    result->gained = incumbent->found && incumbent->objective > before;
    return outcome_failed(status) ? status : OUTCOME_DONE;
}
