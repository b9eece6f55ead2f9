/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From whole trains and boxes to all that follows from them, row by row. */
#include "solver/plans/whole_plan.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "config/tolerances.h"
#include "model/formulation/rows/ratio.h"
#include "model/problem/equipment.h"
#include "solver/plans/wagon_sets.h"
#include "solver/tolerances.h"

Outcome whole_plan_init(WholePlan *plan, const Ground *ground, const bool *runs) {
    const LpModel *lp = &ground->formulation->lp;
    *plan = (WholePlan){.ground = ground, .runs = runs};
    plan->activity = calloc((size_t)lp->n_rows + 1, sizeof(double));
    plan->asked = calloc((size_t)lp->n_rows + 1, sizeof(double));
    plan->value = calloc((size_t)lp->n_columns + 1, sizeof(double));
    plan->sets = calloc((size_t)lp->n_columns + 1, sizeof(double));
    plan->parts = calloc((size_t)ground->problem->n_flows + 1, sizeof(int));
    plan->stock = stock_ledger_new(ground->problem);
    if (plan->activity == NULL || plan->asked == NULL || plan->value == NULL ||
        plan->sets == NULL || plan->parts == NULL || plan->stock == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    Outcome status =
        wagon_sets_find(ground->formulation, ground->backend, ground->clock, runs, plan->sets);
    plan->sets_lack = status == OUTCOME_INFEASIBLE || status == OUTCOME_STOPPED;
    return plan->sets_lack ? OUTCOME_DONE : status;
}

void whole_plan_clear(WholePlan *plan) {
    free(plan->activity);
    free(plan->asked);
    free(plan->value);
    free(plan->sets);
    free(plan->parts);
    stock_ledger_free(plan->stock);
    cargo_column_free(&plan->column);
}

/** Adds to a row's activity. */
static void add_to_row(WholePlan *plan, RowId row, double part) {
    plan->activity[row] += part;
    plan->asked[row] -= fmin(0, part);
}

/** Adds what the boxes earn, do to the rows and move of the stock; false where memory is out. */
static bool whole_plan_add_boxes(WholePlan *plan, const int *boxes, double *objective) {
    const Ground *ground = plan->ground;
    stock_ledger_clear(plan->stock);
    for (PathId id = 0; id < ground->paths->count; id++) {
        if (boxes[id] > 0) {
            const Path *path = &ground->paths->items[id];
            const CargoColumn *column = &plan->column;
            if (!ground_path_column(ground, id, &plan->column)) {
                return false;
            }
            *objective += boxes[id] * column->objective;
            for (int i = 0; i < column->count; i++) {
                add_to_row(plan, column->rows[i], boxes[id] * column->values[i]);
            }
            stock_ledger_add(plan->stock, path->booking, paths_rides(ground->paths, id),
                             path->n_rides, boxes[id]);
        }
    }
    return true;
}

/** Adds the columns [first, end) of the formulation with their values. */
static void whole_plan_add_columns(WholePlan *plan, ColumnId first, ColumnId end,
                                   double *objective) {
    const LpModel *lp = &plan->ground->formulation->lp;
    for (ColumnId column = first; column < end; column++) {
        *objective += plan->value[column] * lp->columns[column].objective;
    }
    for (int i = 0; i < lp->n_entries; i++) {
        ColumnId column = lp->entries[i].column;
        if (column >= first && column < end) {
            add_to_row(plan, lp->entries[i].row, plan->value[column] * lp->entries[i].value);
        }
    }
}

/** How much relief keeps the row; sets that come with a relief are settled with the others. */
static double relief_wanted(const WholePlan *plan, const LpEntry *entry) {
    const LpModel *lp = &plan->ground->formulation->lp;
    const LpRow *row = &lp->rows[entry->row];
    double activity = plan->activity[entry->row];
    if (row->group == ROW_SETS || row->group == ROW_POOL) {
        return 0;
    }
    double wanted = ((entry->value > 0 ? row->lower : row->upper) - activity) / entry->value;
    return lp->columns[entry->column].integer ? ceil(wanted - ROW_KEPT) : wanted;
}

/** The least values of classes present, shortfalls, boxes moved and reliefs that keep their rows.
 */
static void settle_rows(WholePlan *plan) {
    const LpModel *lp = &plan->ground->formulation->lp;
    for (int i = 0; i < lp->n_entries; i++) {
        const LpEntry *entry = &lp->entries[i];
        const LpRow *row = &lp->rows[entry->row];
        if (entry->column < plan->ground->problem->n_trains) {
            continue;
        }
        double wanted = 0;
        if (entry->column >= plan->ground->formulation->first_relief) {
            wanted = relief_wanted(plan, entry);
        } else if (row->group == ROW_CLASS_PRESENT) {
            wanted = plan->activity[entry->row] > ROW_KEPT ? 1 : 0;
        } else if (row->group == ROW_BALANCE_TRAINS || row->group == ROW_BALANCE_TEU ||
                   row->group == ROW_COMMITMENT) {
            wanted = (row->lower - plan->activity[entry->row]) / entry->value;
        }
        plan->value[entry->column] = fmax(plan->value[entry->column], wanted);
    }
}

/** The stock at the end of each day that has a column, and the leases; false where it runs out. */
static bool settle_stock(WholePlan *plan) {
    const Formulation *formulation = plan->ground->formulation;
    const Problem *problem = formulation->problem;
    size_t count = stock_index(problem, problem->kase->n_equipment, 0, 0);
    StockCost cost;
    if (!stock_ledger_settle(plan->stock, &cost)) {
        return false;
    }
    int leased = 0; /* on days without a row, carried to the next one */
    for (size_t i = 0; i < count; i++) {
        const StockEntry *entry = &plan->stock->entries[i];
        leased += entry->leased;
        if (formulation->stock_column[i] != NONE) {
            plan->value[formulation->stock_column[i]] = entry->stock;
        }
        if (formulation->lease_column[i] != NONE) {
            plan->value[formulation->lease_column[i]] = leased;
            leased = 0;
        }
    }
    return true;
}

/** By how much a row may be missed. One of a ratio asks for less than the case by what is granted
 * already: it is missed by no more than the LP solver lets through, nor than a check does. */
static double row_slack(const WholePlan *plan, RowId id) {
    const LpRow *row = &plan->ground->formulation->lp.rows[id];
    double asked = plan->asked[id];
    if (row_is_ratio(row)) {
        return fmin((RATIO_CHECKED - RATIO_GRANTED) * asked, LP_TOLERANCE * fmax(1, asked));
    }
    bool limit = row->group == ROW_TEU || row->group == ROW_FLAT_TEU || row->group == ROW_TONNES;
    return limit ? LIMIT_CHECKED / 2 * fmax(1, asked)
                 : ROW_KEPT * fmax(1, fabs(plan->activity[id]));
}

static bool rows_hold(const WholePlan *plan) {
    const LpModel *lp = &plan->ground->formulation->lp;
    for (RowId row = 0; row < lp->n_rows; row++) {
        double slack = row_slack(plan, row);
        if (plan->activity[row] > lp->rows[row].upper + slack ||
            plan->activity[row] < lp->rows[row].lower - slack) {
            return false;
        }
    }
    return true;
}

/** True where each itinerary in use carries enough boxes of its booking, and they are not too many:
 * docs/model.md (22). */
static bool parts_hold(WholePlan *plan, const int *boxes) {
    const Problem *problem = plan->ground->problem;
    const Paths *paths = plan->ground->paths;
    memset(plan->parts, 0, (size_t)problem->n_flows * sizeof *plan->parts);
    for (PathId id = 0; id < paths->count; id++) {
        const Booking *booking = &problem->bookings[paths->items[id].booking];
        if (boxes[id] > 0 && (boxes[id] < booking->least_part ||
                              ++plan->parts[paths->items[id].booking] > booking->most_parts)) {
            return false;
        }
    }
    return true;
}

Outcome whole_plan_objective(WholePlan *plan, const int *boxes, double *objective) {
    const LpModel *lp = &plan->ground->formulation->lp;
    int n_trains = plan->ground->problem->n_trains;
    *objective = lp->constant;
    if (plan->sets_lack) {
        return OUTCOME_INFEASIBLE;
    }
    memset(plan->activity, 0, (size_t)lp->n_rows * sizeof(double));
    memset(plan->asked, 0, (size_t)lp->n_rows * sizeof(double));
    memcpy(plan->value, plan->sets, (size_t)lp->n_columns * sizeof(double));
    for (TrainId id = 0; id < n_trains; id++) {
        plan->value[id] = plan->runs[id] ? 1 : 0;
    }
    whole_plan_add_columns(plan, 0, n_trains, objective);
    if (!whole_plan_add_boxes(plan, boxes, objective)) {
        return OUTCOME_NO_MEMORY;
    }
    if (!settle_stock(plan)) {
        return OUTCOME_INFEASIBLE;
    }
    settle_rows(plan);
    whole_plan_add_columns(plan, n_trains, lp->n_columns, objective);
    return rows_hold(plan) && parts_hold(plan, boxes) ? OUTCOME_DONE : OUTCOME_INFEASIBLE;
}

Outcome whole_plan_offer(const Ground *ground, const bool *runs, const int *boxes,
                         Incumbent *incumbent) {
    WholePlan plan;
    double objective;
    Outcome status = whole_plan_init(&plan, ground, runs);
    if (status == OUTCOME_DONE) {
        status = whole_plan_objective(&plan, boxes, &objective);
    }
    if (status == OUTCOME_DONE) {
        OfferedPlan offered = {runs, boxes, plan.sets, objective};
        status = outcome_of_memory(incumbent_offer(incumbent, ground, &offered));
    }
    whole_plan_clear(&plan);
    return status == OUTCOME_INFEASIBLE ? OUTCOME_DONE : status;
}
