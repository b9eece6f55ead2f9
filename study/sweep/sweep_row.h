/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A row of results.csv: what came of a point. */
#ifndef BANLIE_STUDY_SWEEP_SWEEP_ROW_H
#define BANLIE_STUDY_SWEEP_SWEEP_ROW_H

#include <math.h>
#include <stdbool.h>

#include "export/view/kpi_columns.h"

typedef enum {
    ROW_MISSING, /**< the point has no row */
    ROW_OPTIMAL,
    ROW_GAP,
    ROW_LIMIT,
    ROW_RELAXED,
    ROW_INFEASIBLE,
    ROW_CASE_ERROR,
    ROW_NO_PLAN,
    ROW_VERIFY_FAILED,
    ROW_CRASHED,
    N_ROW_STATUSES
} RowStatus;

/** Numbers that there are not are NAN. */
typedef struct {
    RowStatus status;
    const char *reason; /**< NULL: none */
    int repeatable;     /**< 1 or 0; -1: nothing is known of it */
    double objective, bound, relaxation, gap;
    double kpi[N_KPI_COLUMNS]; /**< as kpi_columns */
} SweepRow;

/** A row of which nothing is known: ROW_MISSING. */
SweepRow sweep_row_missing(void);

/** The word of results.csv: `case_error`. */
const char *row_status_word(RowStatus status);

/** The status of this word; ROW_MISSING for any other. */
RowStatus row_status_of(const char *word);

/** The exit status that a plan of the point alone ends with. */
int row_status_exit(RowStatus status);

/** True where there is a plan, or the relaxation that was asked for. */
static inline bool sweep_row_has_plan(const SweepRow *row) {
    return row->status >= ROW_OPTIMAL && row->status <= ROW_RELAXED;
}

/** The margin; of a relaxation its objective. NAN where there is no plan. */
static inline double sweep_row_margin(const SweepRow *row) {
    if (!sweep_row_has_plan(row)) {
        return (double)NAN;
    }
    return row->status == ROW_RELAXED ? row->objective : row->kpi[KPI_COLUMN_MARGIN];
}

#endif
