/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which columns the solver need not look at. */
#include "solver/closed/closed_park.h"

#include <stdlib.h>

#include "base/whole_number.h"
#include "solver/tolerances.h"

/** Less than this part of the columns is not worth parking. */
enum { PARKED_PART = 4 };

static void hold_column(ClosedLp *lp, ColumnId column, bool parked) {
    lp->parked[column] = parked;
    lp->n_parked += parked ? 1 : -1;
    lp->backend->set_column_bounds(lp->lp, column, lp->lower[column],
                                   parked ? lp->lower[column] : lp->upper[column]);
}

/** True where the column is at its lower bound, free to rise, and no more wanted than that. */
static bool may_park(const ClosedLp *lp, const Basis *basis, ColumnId column) {
    return !lp->parked[column] && lp->reduced[column] < 0 &&
           basis->columns[column] == BASIS_LOWER && lp->lower[column] < lp->upper[column];
}

static int compare_worst(const void *a, const void *b) {
    const double *x = *(const double *const *)a, *y = *(const double *const *)b;
    if (*x != *y) {
        return *x < *y ? -1 : 1;
    }
    return x < y ? -1 : x > y;
}

bool closed_park(ClosedLp *lp) {
    int n_columns = lp->model->n_columns, count = 0, active = 0;
    Basis basis = {0};
    const double **order = calloc((size_t)n_columns + 1, sizeof(*order));
    if (order == NULL || !lp->backend->get_basis(lp->lp, &basis)) {
        free(order);
        return false;
    }
    for (ColumnId column = 0; column < n_columns; column++) {
        active += !lp->parked[column] && lp->lower[column] < lp->upper[column];
        if (may_park(lp, &basis, column)) {
            order[count++] = &lp->reduced[column];
        }
    }
    qsort(order, (size_t)count, sizeof(*order), compare_worst);
    int excess = active - whole_number(COLUMNS_PER_ROW * lp->n_rows);
    excess = excess > active / PARKED_PART ? excess : 0;
    for (int i = 0; i < excess && i < count; i++) {
        hold_column(lp, (ColumnId)(order[i] - lp->reduced), true);
    }
    basis_clear(&basis);
    free(order);
    return true;
}

void closed_park_again(ClosedLp *lp) {
    for (ColumnId column = 0; column < lp->model->n_columns && lp->n_parked > 0; column++) {
        if (lp->parked[column]) {
            lp->backend->set_column_bounds(lp->lp, column, lp->lower[column], lp->lower[column]);
        }
    }
}

void closed_park_by(ClosedLp *lp, const Basis *basis) {
    for (ColumnId column = 0; column < lp->model->n_columns && lp->n_parked > 0; column++) {
        unsigned char status = basis->columns[column];
        if (lp->parked[column] && status != BASIS_LOWER && status != BASIS_FIXED) {
            hold_column(lp, column, false);
        }
    }
}

int closed_park_wanted(ClosedLp *lp) {
    int count = 0;
    for (ColumnId column = 0; column < lp->model->n_columns && lp->n_parked > 0; column++) {
        if (lp->parked[column] && lp->reduced[column] > LP_TOLERANCE &&
            lp->lower[column] < lp->upper[column]) {
            hold_column(lp, column, false);
            count++;
        }
    }
    return count;
}

int closed_park_none(ClosedLp *lp) {
    int count = lp->n_parked;
    for (ColumnId column = 0; column < lp->model->n_columns && lp->n_parked > 0; column++) {
        if (lp->parked[column]) {
            hold_column(lp, column, false);
        }
    }
    return count;
}
