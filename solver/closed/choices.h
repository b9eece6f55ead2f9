/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What the search over a closed model can split on: whole columns, and rows whose activity is
 * whole. */
#ifndef BANLIE_SOLVER_CLOSED_CHOICES_H
#define BANLIE_SOLVER_CLOSED_CHOICES_H

#include "solver/closed/closed_lp.h"

/** What may be split on, level by level. Levels below `plan_level` are weighed against one another;
 * from there on the first that is fractional is taken. */
typedef struct {
    const int *row_level;    /**< per row of the model, NONE: never */
    const int *column_level; /**< per column, likewise */
    int plan_level;
    int n_levels;
} ChoiceLevels;

/** A column, or a row behind them all: n_columns + row. */
typedef int ChoiceId;

/** A choice that the last solution leaves open. */
typedef struct {
    ChoiceId id;
    int level;
    double value; /**< in the last solution, not whole */
} OpenChoice;

/** Value of a choice in a solution. */
double choice_value(const ClosedModel *model, ChoiceId id, const double *primal);

void choice_bounds(const ClosedLp *lp, ChoiceId id, double *lower, double *upper);

Outcome choice_bound(ClosedLp *lp, ChoiceId id, double lower, double upper)
    __attribute__((warn_unused_result));

/** The open choices of levels in [first, end).
 *  @param open  room for all columns and rows of the model
 *  @return how many */
int choices_open(const ClosedLp *lp, const ChoiceLevels *levels, int first, int end,
                 OpenChoice *open);

#endif
