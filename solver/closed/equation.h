/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  An equation that all solutions keep, made of rows of an LP, and the cut that mixed-integer
 * rounding makes of it (Nemhauser & Wolsey 1990).
 *
 *  Σ a_j·z_j = b with z ≥ 0, some of them whole, implies Σ r(a_j)·z_j ≤ ⌊b⌋, where with f = b − ⌊b⌋
 *
 *      r(a) = ⌊a⌋ + max(0, a − ⌊a⌋ − f)/(1 − f)   where z_j is whole,
 *      r(a) = min(0, a)/(1 − f)                   where it is not
 *
 *  z are the columns, each counted from one of its bounds, and what the rows leave of theirs. */
#ifndef BANLIE_SOLVER_CLOSED_EQUATION_H
#define BANLIE_SOLVER_CLOSED_EQUATION_H

#include "solver/closed/closed_lp.h"

/** What a row leaves of one of its bounds: a variable of its own, at least 0. */
typedef struct {
    RowId row;
    bool upper;   /**< of the upper bound */
    double value; /**< coefficient */
    bool whole;
    double left; /**< in the last solution */
} Slack;

/** Σ value · column + Σ slacks = right. */
typedef struct {
    const ClosedLp *lp;
    double *activity; /**< per row of the LP, in its last solution */
    double *away;     /**< per column: how far it is from its nearer bound */
    bool *upper;      /**< per column: that is the upper one */
    double *value;    /**< per column */
    bool *present;    /**< per column: it stands in `columns` */
    int *columns;
    int n_columns;
    Slack *slacks;
    int n_slacks, room_slacks;
    double right;
} Equation;

/** A cut: Σ value · column ≤ upper. */
typedef struct {
    int *index; /**< ascending */
    double *value;
    int count;
    double upper;
    double norm;
    double depth; /**< by which it cuts the last solution off, in units of its norm */
} Cut;

/** To be cleared whatever the outcome.
 *  @return false where memory is out */
bool equation_init(Equation *equation, const ClosedLp *lp) __attribute__((warn_unused_result));
void equation_clear(Equation *equation);

/** The sum of the LP's rows, each so many times, with their slacks.
 *  @param multipliers  per row of the LP
 *  @return false where memory is out */
bool equation_sum(Equation *equation, const double *multipliers)
    __attribute__((warn_unused_result));

/** Rounds the equation, whichever way cuts deeper.
 *  @param cut  receives the cut, its arrays to be freed with cut_clear(); none (`count` 0) where it
 * does not cut the last solution off, or would not be safe to work with
 *  @return false where memory is out */
bool equation_round(Equation *equation, Cut *cut) __attribute__((warn_unused_result));

void cut_clear(Cut *cut);

#endif
