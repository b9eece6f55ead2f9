/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bound of the duals: rows, columns of the formulation, and what further columns could gain. */
#include "solver/master/lagrangian.h"

#include "solver/master/master_state.h"

/** Σ over rows of dual times the bound it prices. */
static double row_part(const Master *master) {
    double sum = 0;
    for (RowId row = 0; row < master->n_rows; row++) {
        double dual = master->dual[row];
        if (dual != 0) {
            sum += dual * (dual > 0 ? master->row_upper[row] : master->row_lower[row]);
        }
    }
    return sum;
}

/** Reduced costs of the formulation's columns, set and linking rows included. */
static void reduce_columns(Master *master, bool farkas) {
    const LpModel *lp = &master->ground.formulation->lp;
    double *reduced = master->column_dual;
    for (ColumnId column = 0; column < lp->n_columns; column++) {
        reduced[column] = farkas ? 0 : lp->columns[column].objective;
    }
    for (int i = 0; i < lp->n_entries; i++) {
        reduced[lp->entries[i].column] -= lp->entries[i].value * master->dual[lp->entries[i].row];
    }
    for (LegId leg = 0; leg < master->ground.problem->n_base_legs; leg++) {
        TrainId train = master->ground.problem->legs[leg].train;
        reduced[master->ground.formulation->train_column[train]] -=
            master->capacity_cut[leg] * master->dual[master->ground.formulation->teu_row[leg]];
    }
    for (int i = 0; i < master->sets.count; i++) {
        for (int j = 0; j < master->sets.items[i].count; j++) {
            TrainId train = master->sets.trains[master->sets.items[i].first + j];
            reduced[master->ground.formulation->train_column[train]] -=
                master->dual[master->sets.items[i].row];
        }
    }
    for (int i = 0; i < master->links.count; i++) {
        const Link *link = &master->links.items[i];
        reduced[link->column] +=
            master->ground.problem->bookings[link->booking].boxes * master->dual[link->row];
    }
}

double lagrangian_bound(Master *master, double gain, bool farkas) {
    const LpModel *lp = &master->ground.formulation->lp;
    reduce_columns(master, farkas);
    double bound = (farkas ? 0 : lp->constant) + row_part(master) + gain;
    for (ColumnId column = 0; column < lp->n_columns; column++) {
        double reduced = master->column_dual[column];
        double lower = lp->columns[column].lower, upper = lp->columns[column].upper;
        if (column <
            master->ground.problem->n_trains) { /* the first columns are the trains, in order */
            lower = master->train_lower[column];
            upper = master->train_upper[column];
        }
        bound += reduced > 0 ? reduced * upper : reduced * lower;
    }
    return bound;
}
