#include "solver/whole_plan.h"

#include <math.h>
#include <string.h>

/** Whole numbers add up exactly but for rounding of products such as 0.98 · 110. */
static const double ROW_TOLERANCE = 1e-7;

const CargoColumn *whole_plan_column(Master *master, PathId id) {
    const Path *path = &master->paths.items[id];
    bool ok =
        formulation_cargo_column(master->formulation, path->booking,
                                 paths_rides(&master->paths, id), path->n_rides, &master->scratch);
    return ok ? &master->scratch : NULL;
}

/** Adds what the boxes earn and do to the rows; false where memory is out. */
static bool add_boxes(Master *master, const int *boxes, double *activity, double *objective) {
    for (PathId id = 0; id < master->paths.count; id++) {
        if (boxes[id] > 0) {
            const CargoColumn *column = whole_plan_column(master, id);
            if (column == NULL) {
                return false;
            }
            *objective += boxes[id] * column->objective;
            for (int i = 0; i < column->count; i++) {
                activity[column->rows[i]] += boxes[id] * column->values[i];
            }
        }
    }
    return true;
}

/** Adds the columns [first, end) of the formulation with these values. */
static void add_columns(const LpModel *lp, ColumnId first, ColumnId end, const double *value,
                        double *activity, double *objective) {
    for (ColumnId column = first; column < end; column++) {
        *objective += value[column] * lp->columns[column].objective;
    }
    for (int i = 0; i < lp->n_entries; i++) {
        ColumnId column = lp->entries[i].column;
        if (column >= first && column < end) {
            activity[lp->entries[i].row] += value[column] * lp->entries[i].value;
        }
    }
}

/** The least values of the columns behind the trains that keep their rows: a class is present or
 * not, a shortfall is what is short. */
static void settle(const LpModel *lp, int n_trains, const double *activity, double *need) {
    for (int i = 0; i < lp->n_entries; i++) {
        const LpEntry *entry = &lp->entries[i];
        const LpRow *row = &lp->rows[entry->row];
        if (entry->column < n_trains) {
            continue;
        }
        double wanted = 0;
        if (row->group == ROW_CLASS_PRESENT) {
            wanted = activity[entry->row] > ROW_TOLERANCE ? 1 : 0;
        } else if (row->group == ROW_BALANCE_TRAINS || row->group == ROW_BALANCE_TEU) {
            wanted = (row->lower - activity[entry->row]) / entry->value;
        }
        need[entry->column] = fmax(need[entry->column], wanted);
    }
}

static bool rows_hold(const LpModel *lp, const double *activity) {
    for (RowId row = 0; row < lp->n_rows; row++) {
        double slack = ROW_TOLERANCE * fmax(1, fabs(activity[row]));
        if (activity[row] > lp->rows[row].upper + slack ||
            activity[row] < lp->rows[row].lower - slack) {
            return false;
        }
    }
    return true;
}

double whole_plan_objective(Master *master, const bool *runs, const int *boxes, double *activity,
                            double *need) {
    const LpModel *lp = &master->formulation->lp;
    int n_trains = master->problem->n_trains;
    double objective = lp->constant;
    memset(activity, 0, (size_t)lp->n_rows * sizeof *activity);
    memset(need, 0, (size_t)lp->n_columns * sizeof *need);
    for (TrainId id = 0; id < n_trains; id++) {
        need[id] = runs[id] ? 1 : 0;
    }
    add_columns(lp, 0, n_trains, need, activity, &objective);
    if (!add_boxes(master, boxes, activity, &objective)) {
        return -HUGE_VAL;
    }
    settle(lp, n_trains, activity, need);
    add_columns(lp, n_trains, lp->n_columns, need, activity, &objective);
    return rows_hold(lp, activity) ? objective : -HUGE_VAL;
}
