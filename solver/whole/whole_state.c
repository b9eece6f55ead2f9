/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps that dives and the tree of a search for whole numbers are made of. */
#include "solver/whole/whole_state.h"

#include <math.h>
#include <string.h>

#include "solver/tolerances.h"

double whole_cutoff(const WholeSearch *search) {
    double asked = search->options->cutoff;
    if (!search->found) {
        return asked;
    }
    double gap = search->options->relative_gap * fabs(search->best_value);
    return fmax(asked, search->best_value + fmax(gap, BOUND_ROUNDING * fabs(search->best_value)));
}

Outcome whole_relax(WholeSearch *search) {
    if (clock_expired(&search->clock)) {
        return OUTCOME_STOPPED;
    }
    Outcome status =
        relaxation_solve(&search->relaxation, clock_left(&search->clock), search->options->stop);
    if (status == OUTCOME_DONE && search->relaxation.value <= whole_cutoff(search)) {
        return OUTCOME_CUT_OFF;
    }
    return status;
}

static double made_whole(const LpColumn *column, double value) {
    return column->integer ? round(value) : value;
}

void whole_take(WholeSearch *search, const double *primal) {
    const LpModel *model = search->model;
    double value = 0;
    for (ColumnId column = 0; column < model->n_columns; column++) {
        const LpColumn *c = &model->columns[column];
        value += c->objective * made_whole(c, primal[column]);
    }
    if (search->found && value <= search->best_value) {
        return;
    }
    for (ColumnId column = 0; column < model->n_columns; column++) {
        search->best[column] = made_whole(&model->columns[column], primal[column]);
    }
    search->found = true;
    search->best_value = value;
}

bool whole_fix_by_reduced_costs(WholeSearch *search) {
    const Relaxation *relaxation = &search->relaxation;
    Domain *domain = &search->domain;
    double room = relaxation->value - whole_cutoff(search);
    if (isinf(room)) {
        return true;
    }
    for (ColumnId column = 0; column < search->model->n_columns; column++) {
        double reduced = relaxation->reduced[column];
        double value = relaxation->primal[column];
        if (!domain_is_open(domain, column) || fabs(reduced) <= LP_TOLERANCE) {
            continue;
        }
        double steps = floor(room / fabs(reduced) + WHOLE);
        bool at_lower = reduced < 0 && value <= domain->lower[column] + WHOLE;
        bool at_upper = reduced > 0 && value >= domain->upper[column] - WHOLE;
        if ((at_lower &&
             !domain_draw_in(domain, column, -HUGE_VAL, domain->lower[column] + steps)) ||
            (at_upper &&
             !domain_draw_in(domain, column, domain->upper[column] - steps, HUGE_VAL))) {
            return false;
        }
    }
    return domain_propagate(domain);
}
