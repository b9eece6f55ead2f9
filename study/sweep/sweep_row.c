/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The statuses of rows: their words, and the exit statuses that they stand for. */
#include "study/sweep/sweep_row.h"

#include <stddef.h>
#include <string.h>

static const struct {
    const char *word;
    int exit;
} STATUSES[N_ROW_STATUSES] = {
    [ROW_MISSING] = {"", 0},
    [ROW_OPTIMAL] = {"optimal", 0},
    [ROW_GAP] = {"gap", 0},
    [ROW_LIMIT] = {"limit", 0},
    [ROW_RELAXED] = {"relaxed", 0},
    [ROW_INFEASIBLE] = {"infeasible", 4},
    [ROW_CASE_ERROR] = {"case_error", 3},
    [ROW_NO_PLAN] = {"no_plan", 7},
    [ROW_VERIFY_FAILED] = {"verify_failed", 8},
    [ROW_CRASHED] = {"crashed", 1},
};

SweepRow sweep_row_missing(void) {
    const double none = (double)NAN;
    SweepRow row = {.status = ROW_MISSING,
                    .repeatable = -1,
                    .objective = none,
                    .bound = none,
                    .relaxation = none,
                    .gap = none};
    for (int i = 0; i < N_KPI_COLUMNS; i++) {
        row.kpi[i] = none;
    }
    return row;
}

const char *row_status_word(RowStatus status) {
    return STATUSES[status].word;
}

RowStatus row_status_of(const char *word) {
    for (RowStatus status = ROW_OPTIMAL; status < N_ROW_STATUSES; status++) {
        if (strcmp(STATUSES[status].word, word) == 0) {
            return status;
        }
    }
    return ROW_MISSING;
}

int row_status_exit(RowStatus status) {
    return STATUSES[status].exit;
}
