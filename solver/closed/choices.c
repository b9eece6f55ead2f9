/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns and rows that are split on, by one number. */
#include "solver/closed/choices.h"

#include <math.h>

#include "solver/tolerances.h"

double choice_value(const ClosedModel *model, ChoiceId id, const double *primal) {
    return id < model->n_columns ? primal[id]
                                 : closed_row_activity(&model->rows[id - model->n_columns], primal);
}

void choice_bounds(const ClosedLp *lp, ChoiceId id, double *lower, double *upper) {
    const ClosedModel *model = lp->model;
    bool column = id < model->n_columns;
    *lower = column ? lp->lower[id] : model->rows[id - model->n_columns].lower;
    *upper = column ? lp->upper[id] : model->rows[id - model->n_columns].upper;
}

Outcome choice_bound(ClosedLp *lp, ChoiceId id, double lower, double upper) {
    if (id < lp->model->n_columns) {
        closed_lp_bound_column(lp, id, lower, upper);
        return OUTCOME_DONE;
    }
    return closed_lp_bound_row(lp, id - lp->model->n_columns, lower, upper);
}

/** Notes the choice where its value is not whole; how many are noted then. */
static int note_open(const ClosedLp *lp, ChoiceId id, int level, OpenChoice *open, int count) {
    double value = choice_value(lp->model, id, lp->primal);
    double lower, upper;
    choice_bounds(lp, id, &lower, &upper);
    value = fmin(fmax(value, lower), upper);
    if (fabs(value - round(value)) > WHOLE) {
        open[count++] = (OpenChoice){id, level, value};
    }
    return count;
}

int choices_open(const ClosedLp *lp, const ChoiceLevels *levels, int first, int end,
                 OpenChoice *open) {
    const ClosedModel *model = lp->model;
    int count = 0;
    for (RowId row = 0; row < model->n_model_rows; row++) {
        int level = levels->row_level[row];
        if (level >= first && level < end) {
            count = note_open(lp, model->n_columns + row, level, open, count);
        }
    }
    for (ColumnId column = 0; column < model->n_columns; column++) {
        int level = levels->column_level[column];
        if (level >= first && level < end) {
            count = note_open(lp, column, level, open, count);
        }
    }
    return count;
}
