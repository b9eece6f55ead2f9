/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading rows, holding some back, and adding those that a solution violates. */
#include "solver/master/rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "solver/lp/load.h"
#include "solver/master/master_state.h"
#include "solver/master/master_view.h"
#include "solver/tolerances.h"

/** @param price  NAN where not known */
static bool holds_back(const Problem *problem, const LpRow *row, double price) {
    if (price > 0) {
        return false;
    }
    switch (row->group) {
    case ROW_TONNES:
    case ROW_CLASS_BOXES:
    case ROW_CLASS_PRESENT:
    case ROW_FLAT_TEU:
    case ROW_EMPTIES_KEPT:
    case ROW_FEEDER:
    case ROW_LIFTS:
        return true;
    case ROW_TEU:
        return price == 0 && problem->trains[problem->legs[row->subject].train].fixed;
    default:
        return false;
    }
}

/** Room for `needed` rows in the master's books; false where memory is out. */
static bool reserve_books(Master *master, int needed) {
    int room = master->room_rows;
    if (needed <= room) {
        return true;
    }
    room = grow_room(needed, room);
    if (!RESIZE(master->row_lower, room) || !RESIZE(master->row_upper, room) ||
        !RESIZE(master->dual, room) || !RESIZE(master->lp_dual, room) ||
        !RESIZE(master->lp_row, room)) {
        return false;
    }
    master->room_rows = room;
    return true;
}

Outcome master_rows_load(Master *master, const double *price) {
    const LpModel *lp = &master->ground.formulation->lp;
    LpModel loaded = {0};
    if (!reserve_books(master, lp->n_rows)) {
        return OUTCOME_NO_MEMORY;
    }
    for (RowId row = 0; row < lp->n_rows; row++) {
        bool held = holds_back(master->ground.problem, &lp->rows[row],
                               price == NULL ? (double)NAN : price[row]);
        master->row_lower[row] = lp->rows[row].lower;
        master->row_upper[row] = lp->rows[row].upper;
        master->dual[row] = price == NULL || isnan(price[row]) ? 0 : price[row];
        master->lp_row[row] = held ? NONE : lp_model_row(&loaded, lp->rows[row]);
    }
    for (ColumnId column = 0; column < lp->n_columns; column++) {
        lp_model_column(&loaded, lp->columns[column]);
    }
    for (int i = 0; i < lp->n_entries; i++) {
        int row = master->lp_row[lp->entries[i].row];
        if (row != NONE) {
            lp_model_entry(&loaded, row, lp->entries[i].column, lp->entries[i].value);
        }
    }
    master->n_rows = lp->n_rows;
    master->n_lp_rows = loaded.n_rows;
    master->n_columns = lp->n_columns;
    Outcome status = load_model(master->ground.backend, master->lp, &loaded);
    lp_model_clear(&loaded);
    return status;
}

Outcome master_rows_add(Master *master, const int *columns, const double *values, int count,
                        double lower, double upper, RowId *row) {
    int start[2] = {0, count};
    SparseVectors vector = {1, start, columns, values};
    Outcome status = outcome_of_memory(reserve_books(master, master->n_rows + 1));
    if (status == OUTCOME_DONE) {
        status = master->ground.backend->add_rows(master->lp, &vector, &lower, &upper);
    }
    if (status == OUTCOME_DONE) {
        *row = master->n_rows++;
        master->row_lower[*row] = lower;
        master->row_upper[*row] = upper;
        master->dual[*row] = 0;
        master->lp_row[*row] = master->n_lp_rows++;
    }
    return status;
}

void master_rows_bound(Master *master, RowId row, double lower, double upper) {
    if (master->row_lower[row] != lower || master->row_upper[row] != upper) {
        master->row_lower[row] = lower;
        master->row_upper[row] = upper;
        master->ground.backend->set_row_bounds(master->lp, master->lp_row[row], lower, upper);
    }
}

void master_rows_fetch_duals(Master *master) {
    master->ground.backend->duals(master->lp, master->lp_dual);
    for (RowId row = 0; row < master->n_rows; row++) {
        double dual = master->lp_row[row] == NONE ? 0 : master->lp_dual[master->lp_row[row]];
        bool wrong = !isfinite(dual) || (dual > 0 && master->row_upper[row] == HUGE_VAL) ||
                     (dual < 0 && master->row_lower[row] == -HUGE_VAL);
        master->dual[row] = wrong ? 0 : dual;
    }
}

/* ---- rows that a solution violates ---- */

/** What the last solution makes of the formulation's rows. */
static bool sum_activity(Master *master, double *activity) {
    const LpModel *lp = &master->ground.formulation->lp;
    for (int i = 0; i < lp->n_entries; i++) {
        activity[lp->entries[i].row] +=
            master_entry_value(master, &lp->entries[i]) * master->primal[lp->entries[i].column];
    }
    for (PathId id = 0; id < master->paths_loaded; id++) {
        double boxes = master_path(master, id);
        if (boxes > 0) {
            const CargoColumn *column = &master->scratch;
            if (!ground_path_column(&master->ground, id, &master->scratch)) {
                return false;
            }
            for (int i = 0; i < column->count; i++) {
                activity[column->rows[i]] += boxes * column->values[i];
            }
        }
    }
    return true;
}

/** Gives the violated rows their places in the LP, from n_lp_rows on; returns how many. */
static int number_violated(Master *master, const double *activity) {
    const LpModel *lp = &master->ground.formulation->lp;
    int count = 0;
    for (RowId row = 0; row < lp->n_rows; row++) {
        double slack = ROW_VIOLATED * fmax(1, fabs(lp->rows[row].upper));
        if (master->lp_row[row] == NONE && activity[row] > lp->rows[row].upper + slack) {
            master->lp_row[row] = master->n_lp_rows + count++;
        }
    }
    return count;
}

/** Takes back the places given to rows that could not be added. */
static void hold_back_again(Master *master) {
    for (RowId row = 0; row < master->ground.formulation->lp.n_rows; row++) {
        if (master->lp_row[row] >= master->n_lp_rows) {
            master->lp_row[row] = NONE;
        }
    }
}

/** Collects the entries of the new rows: LP row (from 0) and column. */
static bool collect_entries(Master *master, LpModel *added) {
    const LpModel *lp = &master->ground.formulation->lp;
    for (int i = 0; i < lp->n_entries; i++) {
        int row = master->lp_row[lp->entries[i].row] - master->n_lp_rows;
        if (row >= 0) {
            lp_model_entry(added, row, lp->entries[i].column,
                           master_entry_value(master, &lp->entries[i]));
        }
    }
    for (PathId id = 0; id < master->paths_loaded; id++) {
        const CargoColumn *column = &master->scratch;
        if (!ground_path_column(&master->ground, id, &master->scratch)) {
            return false;
        }
        for (int i = 0; i < column->count; i++) {
            int row = master->lp_row[column->rows[i]] - master->n_lp_rows;
            if (row >= 0) {
                lp_model_entry(added, row, master->first_path + id, column->values[i]);
            }
        }
    }
    return !added->failed;
}

/** Hands the new rows to the backend, their entries sorted by row. */
static Outcome add_collected(Master *master, const LpModel *added, int count) {
    int *start = calloc((size_t)count + 2, sizeof *start);
    int *columns = calloc((size_t)added->n_entries + 1, sizeof *columns);
    double *values = calloc((size_t)added->n_entries + 1, sizeof *values);
    double *bounds = calloc(2 * (size_t)count, sizeof *bounds);
    Outcome status =
        outcome_of_memory(start != NULL && columns != NULL && values != NULL && bounds != NULL);
    if (status == OUTCOME_DONE) {
        for (int i = 0; i < added->n_entries; i++) {
            start[added->entries[i].row + 2]++;
        }
        for (int row = 1; row <= count; row++) {
            start[row + 1] += start[row];
        }
        for (int i = 0; i < added->n_entries; i++) {
            int place = start[added->entries[i].row + 1]++;
            columns[place] = added->entries[i].column;
            values[place] = added->entries[i].value;
        }
        for (RowId row = 0; row < master->ground.formulation->lp.n_rows; row++) {
            int number = master->lp_row[row] - master->n_lp_rows;
            if (number >= 0) {
                bounds[number] = master->row_lower[row];
                bounds[count + number] = master->row_upper[row];
            }
        }
        SparseVectors vectors = {count, start, columns, values};
        status = master->ground.backend->add_rows(master->lp, &vectors, bounds, bounds + count);
    }
    free(start);
    free(columns);
    free(values);
    free(bounds);
    return status;
}

/** Adds the rows that have just been given places in the LP. */
static Outcome add_numbered(Master *master, int count) {
    LpModel added = {0};
    Outcome status =
        collect_entries(master, &added) ? add_collected(master, &added, count) : OUTCOME_NO_MEMORY;
    if (status == OUTCOME_DONE) {
        master->n_lp_rows += count;
    } else {
        hold_back_again(master);
    }
    lp_model_clear(&added);
    return status;
}

Outcome master_rows_add_violated(Master *master, int *count) {
    double *activity = calloc((size_t)master->ground.formulation->lp.n_rows + 1, sizeof *activity);
    bool ok = activity != NULL && sum_activity(master, activity);
    *count = ok ? number_violated(master, activity) : 0;
    free(activity);
    return *count == 0 ? outcome_of_memory(ok) : add_numbered(master, *count);
}

Outcome master_rows_add_wanted(Master *master, const bool *wanted) {
    int count = 0;
    for (RowId row = 0; row < master->ground.formulation->lp.n_rows; row++) {
        if (master->lp_row[row] == NONE && wanted[row]) {
            master->lp_row[row] = master->n_lp_rows + count++;
        }
    }
    return count == 0 ? OUTCOME_DONE : add_numbered(master, count);
}
