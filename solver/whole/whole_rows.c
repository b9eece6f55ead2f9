/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds what the coefficients of a row are multiples of, and rounds its limits to that. */
#include "solver/whole/whole_rows.h"

#include <math.h>

#include "solver/tolerances.h"

/** Parts of a coefficient, as a share of the row's least, from which on the common divisor is no
 * longer looked for: rounding errors would take part in it. */
#define DIVISOR_LEAST 1e-3

/** The greatest number that both are multiples of but for rounding errors, 0 where there is none of
 * use (Euclid). */
static double common_divisor(double a, double b, double least) {
    double rounding = WHOLE * least;
    while (b > least) {
        double rest = fmod(a, b);
        a = b;
        b = rest > b - rounding ? 0 : rest;
    }
    return b > rounding ? 0 : a;
}

/** What all coefficients of the row's open columns are multiples of, 0 where there is nothing.
 *  @param fixed  receives what the others add up to */
static double row_divisor(const Domain *domain, const MatrixVector *row, double *fixed) {
    double divisor = 0;
    *fixed = 0;
    for (int i = 0; i < row->count; i++) {
        ColumnId column = row->index[i];
        double value = fabs(row->value[i]);
        if (domain->lower[column] == domain->upper[column]) {
            *fixed += row->value[i] * domain->lower[column];
        } else if (!domain->model->columns[column].integer) {
            return 0;
        } else {
            double least = DIVISOR_LEAST * fmin(divisor > 0 ? divisor : value, value);
            divisor = divisor > 0
                          ? common_divisor(fmax(divisor, value), fmin(divisor, value), least)
                          : value;
            if (divisor <= 0) {
                return 0;
            }
        }
    }
    return divisor;
}

void whole_row_draw_in(Domain *domain, RowId id) {
    MatrixVector row = domain_row(domain, id);
    double fixed;
    double divisor = row_divisor(domain, &row, &fixed);
    if (divisor <= 0) {
        return;
    }
    if (!isinf(domain->row_upper[id])) {
        double most = (domain->row_upper[id] - fixed) / divisor;
        domain->row_upper[id] = fmin(domain->row_upper[id], floor(most + WHOLE) * divisor + fixed);
    }
    if (!isinf(domain->row_lower[id])) {
        double least = (domain->row_lower[id] - fixed) / divisor;
        domain->row_lower[id] = fmax(domain->row_lower[id], ceil(least - WHOLE) * divisor + fixed);
    }
}
