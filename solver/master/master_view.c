/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a master from outside. */
#include "solver/master/master_view.h"

#include "solver/master/master_state.h"

const Ground *master_ground(const Master *master) {
    return &master->ground;
}

bool master_solved(const Master *master) {
    return master->paths_solved > 0;
}

double master_train(const Master *master, TrainId train) {
    return master->primal[master->ground.formulation->train_column[train]];
}

double master_path(const Master *master, PathId path) {
    return path < master->paths_solved ? master->primal[master->first_path + path] : 0;
}

double master_column(const Master *master, ColumnId column) {
    return master->primal[column];
}

const double *master_duals(const Master *master) {
    return master->dual;
}

const double *master_reduced_costs(const Master *master) {
    return master->column_dual;
}

unsigned char master_row_status(const Master *master, const Basis *basis, RowId row) {
    int place = master->lp_row[row];
    return place == NONE || place >= basis->n_rows ? BASIS_BASIC : basis->rows[place];
}

unsigned char master_path_status(const Master *master, const Basis *basis, PathId path) {
    int column = master->first_path + path;
    bool in_lp = path < master->paths_loaded && column < basis->n_columns && !master->parked[path];
    return in_lp ? basis->columns[column] : BASIS_LOWER;
}

void master_train_bounds(const Master *master, TrainId train, double *lower, double *upper) {
    *lower = master->train_lower[train];
    *upper = master->train_upper[train];
}

bool master_train_free(const Master *master, TrainId train) {
    return master->train_lower[train] < master->train_upper[train];
}

void master_row_bounds(const Master *master, RowId row, double *lower, double *upper) {
    *lower = master->row_lower[row];
    *upper = master->row_upper[row];
}

double master_entry_value(const Master *master, const LpEntry *entry) {
    const LpRow *row = &master->ground.formulation->lp.rows[entry->row];
    bool cut = row->group == ROW_TEU && entry->column < master->ground.problem->n_trains;
    return entry->value + (cut ? master->capacity_cut[row->subject] : 0);
}

const TrainSets *master_sets(const Master *master) {
    return &master->sets;
}

const Links *master_links(const Master *master) {
    return &master->links;
}

const Shares *master_shares(const Master *master) {
    return &master->shares;
}

long master_rounds(const Master *master) {
    return master->rounds;
}

Pricing *master_pricing(Master *master) {
    return master->pricing;
}
