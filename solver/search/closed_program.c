/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds to the formulation and its itineraries what a search with cuts wants to know of them. */
#include "solver/search/closed_program.h"

#include <math.h>
#include <stdlib.h>

#include "solver/master/columns.h"
#include "solver/master/links.h"
#include "solver/master/master_view.h"

bool closed_program_init(ClosedProgram *closed, const Master *master) {
    *closed = (ClosedProgram){0};
    return whole_program_init(&closed->program, master);
}

void closed_program_clear(ClosedProgram *closed) {
    whole_program_clear(&closed->program);
    free(closed->whole);
    free(closed->row_level);
    free(closed->column_level);
    basis_clear(&closed->start);
}

/** A free row for each count of trains; returns the first. */
static RowId add_counts(ClosedProgram *closed) {
    const TrainSets *sets = master_sets(closed->program.master);
    LpModel *model = &closed->program.model;
    RowId first = model->n_rows;
    for (int i = 0; i < sets->count; i++) {
        const TrainSet *set = &sets->items[i];
        RowId row = lp_model_row(model, (LpRow){.lower = -HUGE_VAL, .upper = HUGE_VAL});
        for (int j = 0; j < set->count; j++) {
            lp_model_entry(model, row, sets->trains[set->first + j], 1);
        }
    }
    return first;
}

/** The linking rows of a booking and a train, one for each train that some of its itineraries
 * ride.
 *  @param row_of  per train: scratch, NONE */
static void link_flow(ClosedProgram *closed, BookingId id, RowId *row_of) {
    const WholeProgram *program = &closed->program;
    const Problem *problem = program->ground->problem;
    LpModel *model = &closed->program.model;
    for (PathId path = program->pool.newest[id]; path != NONE;
         path = program->pool.items[path].next) {
        for (int ride = 0; ride < program->pool.items[path].n_rides; ride++) {
            TrainId train = paths_boards(&program->pool, problem, path, ride);
            if (train == NONE) {
                continue;
            }
            if (row_of[train] == NONE) {
                row_of[train] = lp_model_row(model, (LpRow){.lower = -HUGE_VAL, .upper = 0});
                lp_model_entry(model, row_of[train], links_column(program->ground, id, train),
                               -problem->bookings[id].boxes);
            }
            lp_model_entry(model, row_of[train], program->first_path + path, 1);
        }
    }
}

static bool add_all_links(ClosedProgram *closed) {
    const Problem *problem = closed->program.ground->problem;
    RowId *row_of = calloc((size_t)problem->n_trains + 1, sizeof *row_of);
    for (BookingId id = 0; id < problem->n_bookings && row_of != NULL; id++) {
        for (TrainId train = 0; train < problem->n_trains; train++) {
            row_of[train] = NONE;
        }
        link_flow(closed, id, row_of);
    }
    free(row_of);
    return row_of != NULL;
}

/** Stock, leases, wagon sets that stand and boxes that move follow in whole numbers from trains and
 * boxes: some best plan has them whole. */
static bool follows(ColumnGroup group) {
    return group == COLUMN_STOCK || group == COLUMN_LEASE || group == COLUMN_SETS ||
           group == COLUMN_MOVED;
}

/** Levels behind the counts'. */
enum { LEVEL_TRAIN, LEVEL_OTHER, LEVEL_BOOKING, LEVEL_PART, LEVEL_ITINERARY, LEVELS_BEHIND };

static void set_column_levels(ClosedProgram *closed, int behind) {
    const LpModel *model = &closed->program.model;
    int n_trains = closed->program.ground->problem->n_trains;
    ColumnId first_part = closed->program.first_path + closed->program.pool.count;
    for (ColumnId column = 0; column < model->n_columns; column++) {
        const LpColumn *c = &model->columns[column];
        closed->whole[column] = c->integer || follows(c->group);
        int level = column < n_trains                     ? LEVEL_TRAIN
                    : column < closed->program.first_path ? LEVEL_OTHER
                    : column < first_part                 ? LEVEL_ITINERARY
                                                          : LEVEL_PART;
        closed->column_level[column] = c->integer ? behind + level : NONE;
    }
}

static void set_levels(ClosedProgram *closed, RowId first_count) {
    const TrainSets *sets = master_sets(closed->program.master);
    const Formulation *formulation = closed->program.ground->formulation;
    int behind = 0;
    for (RowId row = 0; row < closed->program.model.n_rows; row++) {
        closed->row_level[row] = NONE;
    }
    for (int i = 0; i < sets->count; i++) {
        closed->row_level[first_count + i] = sets->items[i].level;
        behind = sets->items[i].level + 1;
    }
    for (BookingId id = 0; id < closed->program.ground->problem->n_bookings; id++) {
        closed->row_level[formulation->demand_row[id]] = behind + LEVEL_BOOKING;
    }
    set_column_levels(closed, behind);
    closed->levels = (ChoiceLevels){closed->row_level, closed->column_level, behind + LEVEL_OTHER,
                                    behind + LEVELS_BEHIND};
}

/** Takes over where the master's basis has rows and columns. The program's rows are those of the
 * formulation, then the master's links; what the master has not is basic, or at its lower bound.
 *  @return false where memory is out */
static bool take_basis(ClosedProgram *closed) {
    const WholeProgram *program = &closed->program;
    const Master *master = program->master;
    const Links *links = master_links(master);
    int n_rows = program->ground->formulation->lp.n_rows;
    Basis known = {0};
    bool ok = master_get_basis(master, &known) &&
              basis_size(&closed->start, program->model.n_rows, program->model.n_columns);
    for (RowId row = 0; row < program->model.n_rows && ok; row++) {
        int link = row - n_rows;
        closed->start.rows[row] = row < n_rows ? master_row_status(master, &known, row)
                                  : link < links->count
                                      ? master_row_status(master, &known, links->items[link].row)
                                      : BASIS_BASIC;
    }
    for (ColumnId column = 0; column < program->first_path && ok; column++) {
        closed->start.columns[column] = known.columns[column];
    }
    for (PathId id = 0; id < program->pool.count && ok; id++) {
        PathId own = paths_find(program->ground->paths, program->pool.items[id].booking,
                                paths_rides(&program->pool, id), program->pool.items[id].n_rides);
        closed->start.columns[program->first_path + id] =
            own == NONE ? BASIS_LOWER : master_path_status(master, &known, own);
    }
    for (ColumnId column = program->first_path + program->pool.count;
         column < program->model.n_columns && ok; column++) {
        closed->start.columns[column] = BASIS_LOWER;
    }
    basis_clear(&known);
    return ok;
}

bool closed_program_build(ClosedProgram *closed) {
    if (!whole_program_build(&closed->program)) {
        return false;
    }
    RowId first_count = add_counts(closed);
    if (!add_all_links(closed) || closed->program.model.failed) {
        return false;
    }
    closed->whole = calloc((size_t)closed->program.model.n_columns + 1, sizeof(bool));
    closed->column_level = calloc((size_t)closed->program.model.n_columns + 1, sizeof(int));
    closed->row_level = calloc((size_t)closed->program.model.n_rows + 1, sizeof(int));
    if (closed->whole == NULL || closed->column_level == NULL || closed->row_level == NULL) {
        return false;
    }
    set_levels(closed, first_count);
    return take_basis(closed);
}
