/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Bounds of a model's columns under search, and what its rows make of them: each bound that is
 * drawn in is carried through the rows, and can be taken back.
 *
 *  Bound propagation on activities: Savelsbergh, Preprocessing and probing techniques for mixed
 * integer programming problems, ORSA Journal on Computing 6 (1994). */
#ifndef BANLIE_SOLVER_WHOLE_DOMAIN_H
#define BANLIE_SOLVER_WHOLE_DOMAIN_H

#include <math.h>

#include "model/formulation/lp_model.h"
#include "solver/tolerances.h"

/** A vector of the matrix: `index` are columns of a row, or rows of a column. */
typedef struct {
    int count;
    const int *index;
    const double *value;
} MatrixVector;

/** Bounds of a column before they were drawn in. */
typedef struct {
    ColumnId column;
    double lower, upper;
} EarlierBounds;

typedef struct {
    const LpModel *model;          /**< the caller's */
    double *row_lower, *row_upper; /**< of the rows: the model's, or nearer (whole_rows.h) */
    double *lower, *upper;         /**< per column: present bounds */
    int *row_start, *row_column;
    double *row_value;
    int *column_start, *column_row;
    double *column_value;
    EarlierBounds *trail; /**< what was drawn in, in order */
    int n_trail, room_trail;
    RowId *queue; /**< rows to look at, a ring */
    int queue_first, queue_count;
    bool *queued;
    bool no_memory; /**< the trail could not grow: bounds are no longer to be trusted */
} Domain;

/** By how much a row with this limit may be missed: what whole numbers add up to is exact but for
 * the rounding of products. */
static inline double row_slack(double limit) {
    return ROW_KEPT * fmax(1, fabs(limit));
}

/** Takes a model's bounds, those of whole columns drawn in to whole numbers.
 *  @return false where memory is out; to be cleared in either case */
bool domain_init(Domain *domain, const LpModel *model) __attribute__((warn_unused_result));
void domain_clear(Domain *domain);

MatrixVector domain_row(const Domain *domain, RowId row);
MatrixVector domain_column(const Domain *domain, ColumnId column);

/** True for a whole column whose bounds leave a choice. */
bool domain_is_open(const Domain *domain, ColumnId column);

/** Draws the bounds of a column in to these, where they are nearer; its rows are looked at by the
 * next propagation.
 *  @return false where nothing is left between them */
bool domain_draw_in(Domain *domain, ColumnId column, double lower, double upper)
    __attribute__((warn_unused_result));

/** Carries what was drawn in through the rows, until nothing follows any more.
 *  @return false where some row cannot hold, or a column has no value left */
bool domain_propagate(Domain *domain) __attribute__((warn_unused_result));

/** Looks at every row, and at the bounds of every column as they are.
 *  @return as domain_propagate() */
bool domain_propagate_all(Domain *domain) __attribute__((warn_unused_result));

/** Takes back what was drawn in since the trail was so long. */
void domain_take_back(Domain *domain, int n_trail);

#endif
