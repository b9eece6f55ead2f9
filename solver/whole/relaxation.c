/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps an LP at the domain's bounds and solves it. */
#include "solver/whole/relaxation.h"

#include <math.h>
#include <stdlib.h>

#include "model/problem/problem.h"
#include "solver/lp/load.h"
#include "solver/tolerances.h"

/** True where no values within the bounds violate the row. Rounding does not count: a row of fixed
 * columns that misses its limit by it would leave the LP nothing. */
static bool row_always_holds(const Domain *domain, RowId id) {
    MatrixVector row = domain_row(domain, id);
    double least = 0, most = 0;
    for (int i = 0; i < row.count; i++) {
        double at_lower = row.value[i] * domain->lower[row.index[i]];
        double at_upper = row.value[i] * domain->upper[row.index[i]];
        least += fmin(at_lower, at_upper);
        most += fmax(at_lower, at_upper);
    }
    double lower = domain->row_lower[id], upper = domain->row_upper[id];
    return least >= lower - row_slack(lower) && most <= upper + row_slack(upper);
}

/** Adds the columns that are open. */
static void add_open_columns(Relaxation *relaxation, LpModel *open) {
    const Domain *domain = relaxation->domain;
    for (ColumnId id = 0; id < domain->model->n_columns; id++) {
        LpColumn column = domain->model->columns[id];
        column.lower = relaxation->lower[id] = domain->lower[id];
        column.upper = relaxation->upper[id] = domain->upper[id];
        relaxation->place[id] = NONE;
        if (column.lower == column.upper) {
            relaxation->primal[id] = column.lower;
            relaxation->fixed_value += column.objective * column.lower;
        } else {
            relaxation->column_at[relaxation->n_places] = id;
            relaxation->place[id] = relaxation->n_places++;
            lp_model_column(open, column);
        }
    }
}

/** Adds a row, what its fixed columns add up to taken off its limits. */
static void add_open_row(const Relaxation *relaxation, RowId id, LpModel *open) {
    const Domain *domain = relaxation->domain;
    MatrixVector row = domain_row(domain, id);
    double fixed = 0;
    RowId added = open->n_rows;
    for (int i = 0; i < row.count; i++) {
        int place = relaxation->place[row.index[i]];
        if (place == NONE) {
            fixed += row.value[i] * domain->lower[row.index[i]];
        } else {
            lp_model_entry(open, added, place, row.value[i]);
        }
    }
    lp_model_row(open, (LpRow){.lower = domain->row_lower[id] - fixed,
                               .upper = domain->row_upper[id] - fixed});
}

static Outcome load_open(Relaxation *relaxation) {
    const Domain *domain = relaxation->domain;
    LpModel open = {0};
    add_open_columns(relaxation, &open);
    for (RowId row = 0; row < domain->model->n_rows; row++) {
        if (!row_always_holds(domain, row)) {
            add_open_row(relaxation, row, &open);
        }
    }
    Outcome status = load_model(relaxation->backend, relaxation->lp, &open);
    lp_model_clear(&open);
    return status;
}

Outcome relaxation_init(Relaxation *relaxation, const Backend *backend, const Domain *domain) {
    size_t room = (size_t)domain->model->n_columns + 1;
    *relaxation = (Relaxation){.backend = backend, .domain = domain};
    relaxation->place = calloc(room, sizeof(int));
    relaxation->column_at = calloc(room, sizeof(ColumnId));
    relaxation->fetched = calloc(room, sizeof(double));
    relaxation->lower = calloc(room, sizeof(double));
    relaxation->upper = calloc(room, sizeof(double));
    relaxation->primal = calloc(room, sizeof(double));
    relaxation->reduced = calloc(room, sizeof(double));
    relaxation->lp = backend->create();
    bool ok = relaxation->place != NULL && relaxation->column_at != NULL &&
              relaxation->fetched != NULL && relaxation->lower != NULL &&
              relaxation->upper != NULL && relaxation->primal != NULL &&
              relaxation->reduced != NULL && relaxation->lp != NULL;
    return ok ? load_open(relaxation) : OUTCOME_NO_MEMORY;
}

void relaxation_clear(Relaxation *relaxation) {
    if (relaxation->lp != NULL) {
        relaxation->backend->destroy(relaxation->lp);
    }
    free(relaxation->place);
    free(relaxation->column_at);
    free(relaxation->fetched);
    free(relaxation->lower);
    free(relaxation->upper);
    free(relaxation->primal);
    free(relaxation->reduced);
    *relaxation = (Relaxation){0};
}

/** Hands the domain's bounds on where they differ from the LP's. */
static void follow_domain(Relaxation *relaxation) {
    const Domain *domain = relaxation->domain;
    for (int place = 0; place < relaxation->n_places; place++) {
        ColumnId column = relaxation->column_at[place];
        double lower = domain->lower[column], upper = domain->upper[column];
        if (lower != relaxation->lower[column] || upper != relaxation->upper[column]) {
            relaxation->backend->set_column_bounds(relaxation->lp, place, lower, upper);
            relaxation->lower[column] = lower;
            relaxation->upper[column] = upper;
        }
    }
}

/** Spreads what was fetched over the columns. */
static void spread(const Relaxation *relaxation, double *values) {
    for (int place = 0; place < relaxation->n_places; place++) {
        values[relaxation->column_at[place]] = relaxation->fetched[place];
    }
}

static void fetch(Relaxation *relaxation) {
    const Backend *backend = relaxation->backend;
    relaxation->value = backend->objective(relaxation->lp) + relaxation->fixed_value;
    backend->primal(relaxation->lp, relaxation->fetched);
    spread(relaxation, relaxation->primal);
    backend->reduced_costs(relaxation->lp, relaxation->fetched);
    spread(relaxation, relaxation->reduced);
}

Outcome relaxation_solve(Relaxation *relaxation, double time_limit_s,
                         const volatile sig_atomic_t *stop) {
    if (relaxation->solves_left-- <= 0 || time_limit_s <= 0) {
        return OUTCOME_STOPPED;
    }
    follow_domain(relaxation);
    Outcome status = relaxation->backend->solve(relaxation->lp, LP_DUAL, time_limit_s, stop);
    if (status == OUTCOME_DONE) {
        fetch(relaxation);
    }
    return status;
}

bool relaxation_is_fractional(const Relaxation *relaxation, ColumnId column) {
    double value = relaxation->primal[column];
    return relaxation->domain->model->columns[column].integer && fabs(value - round(value)) > WHOLE;
}

bool relaxation_is_whole(const Relaxation *relaxation) {
    for (ColumnId column = 0; column < relaxation->domain->model->n_columns; column++) {
        if (relaxation_is_fractional(relaxation, column)) {
            return false;
        }
    }
    return true;
}
