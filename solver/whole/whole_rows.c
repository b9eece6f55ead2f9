/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds what the coefficients of a row are multiples of, and rounds its limits to that. */
#include "solver/whole/whole_rows.h"

#include <math.h>

#include "solver/tolerances.h"

/** Parts of a coefficient, as a share of the row's least, from which on the common divisor is no
 * longer looked for: rounding errors would take part in it. */
#define DIVISOR_LEAST 1e-3

/** Limits of so many multiples are left alone: their rounding comes near to WHOLE. */
#define MULTIPLES_MOST 1e8

/** What the open columns of a row add up to: multiples of a number, but for an error. */
typedef struct {
    double divisor; /**< 0: of nothing */
    double fixed;   /**< what the fixed columns add */
    double error;   /**< of all coefficients that are no multiples to the last digit, at most */
} Multiples;

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

/** What all coefficients of the row's open columns are multiples of, 0 where there is nothing. */
static double row_divisor(const Domain *domain, const MatrixVector *row) {
    double divisor = 0, greatest = 0;
    for (int i = 0; i < row->count; i++) {
        ColumnId column = row->index[i];
        double value = fabs(row->value[i]);
        if (domain->lower[column] == domain->upper[column]) {
            continue;
        }
        if (!domain->model->columns[column].integer) {
            return 0;
        }
        double least = DIVISOR_LEAST * fmin(divisor > 0 ? divisor : value, value);
        divisor =
            divisor > 0 ? common_divisor(fmax(divisor, value), fmin(divisor, value), least) : value;
        if (divisor <= 0) {
            return 0;
        }
        greatest = fmax(greatest, value);
    }
    /* Euclid's remainders have gathered rounding errors: the greatest coefficient has the least. */
    return divisor > 0 ? greatest / round(greatest / divisor) : 0;
}

/** What the divisor leaves of each coefficient counts as often as its column can be. */
static Multiples multiples_of(const Domain *domain, const MatrixVector *row) {
    Multiples multiples = {.divisor = row_divisor(domain, row)};
    for (int i = 0; i < row->count && multiples.divisor > 0; i++) {
        double value = row->value[i];
        double lower = domain->lower[row->index[i]], upper = domain->upper[row->index[i]];
        double left = fabs(remainder(value, multiples.divisor));
        if (lower == upper) {
            multiples.fixed += value * lower;
        } else if (left > 0) {
            multiples.error += left * fmax(fabs(lower), fabs(upper));
        }
    }
    return multiples;
}

/** Number of multiples that a limit comes to. */
static double count_in(const Multiples *multiples, double limit) {
    return (limit - multiples->fixed) / multiples->divisor;
}

static bool can_be_rounded(const Multiples *multiples, const LpRow *row) {
    if (multiples->divisor <= 0 || multiples->error > WHOLE / 2 * multiples->divisor) {
        return false;
    }
    double least = count_in(multiples, row->lower), most = count_in(multiples, row->upper);
    return (isinf(least) || fabs(least) < MULTIPLES_MOST) &&
           (isinf(most) || fabs(most) < MULTIPLES_MOST);
}

/** Draws a row in; false where no multiple lies between its limits. */
static bool draw_row_in(Domain *domain, RowId id) {
    MatrixVector row = domain_row(domain, id);
    Multiples multiples = multiples_of(domain, &row);
    LpRow limits = {.lower = domain->row_lower[id], .upper = domain->row_upper[id]};
    if (!can_be_rounded(&multiples, &limits)) {
        return true;
    }
    double least = ceil(count_in(&multiples, limits.lower) - WHOLE);
    double most = floor(count_in(&multiples, limits.upper) + WHOLE);
    double lower = least * multiples.divisor + multiples.fixed - multiples.error;
    double upper = most * multiples.divisor + multiples.fixed + multiples.error;
    lower = fmax(lower, limits.lower);
    upper = fmin(upper, limits.upper);
    if (lower <= upper) { /* an equality may miss its multiple by a rounding error: it stays */
        domain->row_lower[id] = lower;
        domain->row_upper[id] = upper;
    }
    return least <= most;
}

bool whole_rows_draw_in(Domain *domain) {
    for (RowId row = 0; row < domain->model->n_rows; row++) {
        if (!draw_row_in(domain, row)) {
            return false;
        }
    }
    return true;
}
