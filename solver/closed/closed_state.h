/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What is kept of the LP of a closed model (closed_lp.h). */
#ifndef BANLIE_SOLVER_CLOSED_CLOSED_STATE_H
#define BANLIE_SOLVER_CLOSED_CLOSED_STATE_H

#include "base/clock.h"
#include "solver/closed/closed_model.h"
#include "solver/lp/backend.h"

typedef struct {
    ClosedModel *model;
    const Backend *backend;
    const Clock *clock;
    Lp *lp;
    int *place; /**< per row of the model: its place in the LP, NONE */
    int room_places;
    RowId *rows; /**< per row of the LP: which of the model's */
    int n_rows, room_rows;
    double *lower, *upper; /**< per column: present bounds */
    bool *parked;          /**< per column: the solver holds it at its lower bound */
    int n_parked;
    double *primal; /**< per column: the last solution */
    double *dual;   /**< per row of the LP: its prices */
    int room_duals;
    double *reduced; /**< per column: reduced costs, as of `bound` */
    double value;    /**< of the last solution */
    double bound;    /**< that its prices prove under the present bounds */
    long solves;
    double work; /**< of these: rows times columns, summed up */
} ClosedLp;

#endif
