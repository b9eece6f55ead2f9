/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums rows up, shifts every variable to its nearer bound, rounds, and writes the slacks out as
 * columns again. */
#include "solver/closed/equation.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "solver/tolerances.h"

bool equation_init(Equation *equation, const ClosedLp *lp) {
    size_t columns = (size_t)lp->model->n_columns + 1;
    *equation = (Equation){.lp = lp,
                           .value = calloc(columns, sizeof(double)),
                           .present = calloc(columns, sizeof(bool)),
                           .columns = calloc(columns, sizeof(int))};
    return equation->value != NULL && equation->present != NULL && equation->columns != NULL;
}

void equation_clear(Equation *equation) {
    free(equation->value);
    free(equation->present);
    free(equation->columns);
    free(equation->slacks);
}

void cut_clear(Cut *cut) {
    free(cut->index);
    free(cut->value);
    *cut = (Cut){0};
}

/** r(a), see equation.h.
 *  @param fraction  f, in (0, 1) */
static double mir_coefficient(double a, bool whole, double fraction) {
    if (!whole) {
        return fmin(0, a) / (1 - fraction);
    }
    double below = floor(a);
    return below + fmax(0, a - below - fraction) / (1 - fraction);
}

static void forget_sum(Equation *equation) {
    for (int i = 0; i < equation->n_columns; i++) {
        equation->value[equation->columns[i]] = 0;
        equation->present[equation->columns[i]] = false;
    }
    equation->n_columns = 0;
    equation->n_slacks = 0;
    equation->right = 0;
}

static void add_multiple(Equation *equation, const ClosedRow *row, double times) {
    for (int i = 0; i < row->count; i++) {
        int column = row->index[i];
        if (!equation->present[column]) {
            equation->present[column] = true;
            equation->columns[equation->n_columns++] = column;
        }
        equation->value[column] += times * row->value[i];
    }
}

/** The row's slack at the bound nearer to its activity; none where both are one.
 *  @return false where memory is out */
static bool add_slack(Equation *equation, RowId id, double times) {
    const ClosedRow *row = &equation->lp->model->rows[id];
    if (row->lower == row->upper) {
        equation->right += times * row->upper;
        return true;
    }
    if (!GROW(equation->slacks, equation->n_slacks + 1, equation->room_slacks)) {
        return false;
    }
    double activity = closed_row_activity(row, equation->lp->primal);
    bool upper = row->upper - activity < activity - row->lower;
    double side = upper ? row->upper : row->lower;
    equation->slacks[equation->n_slacks++] = (Slack){.row = id,
                                                     .upper = upper,
                                                     .value = upper ? times : -times,
                                                     .whole = row->whole && side == round(side),
                                                     .left = fmax(0, fabs(side - activity))};
    equation->right += times * side;
    return true;
}

bool equation_sum(Equation *equation, const double *multipliers) {
    double greatest = 0;
    bool ok = true;
    forget_sum(equation);
    for (int i = 0; i < equation->lp->n_rows; i++) {
        greatest = fmax(greatest, fabs(multipliers[i]));
    }
    for (int i = 0; i < equation->lp->n_rows && ok; i++) {
        RowId row = equation->lp->rows[i];
        if (fabs(multipliers[i]) > MULTIPLIER_NONE * greatest) {
            add_multiple(equation, &equation->lp->model->rows[row], multipliers[i]);
            ok = add_slack(equation, row, multipliers[i]);
        }
    }
    return ok;
}

/** A column shifted to its nearer bound. */
typedef struct {
    double value; /**< coefficient of what it is away from that bound */
    double away;  /**< in the last solution */
    bool upper;
} Shifted;

static Shifted shift(const Equation *equation, ColumnId column) {
    const ClosedModel *model = equation->lp->model;
    double at = equation->lp->primal[column];
    double above = at - model->lower[column], below = model->upper[column] - at;
    bool upper = below < above;
    double value = equation->value[column];
    return (Shifted){upper ? -value : value, upper ? below : above, upper};
}

/** The right side once all columns are shifted. */
static double shifted_right(const Equation *equation) {
    const ClosedModel *model = equation->lp->model;
    double right = equation->right;
    for (int i = 0; i < equation->n_columns; i++) {
        ColumnId column = equation->columns[i];
        double value = equation->value[column];
        if (value != 0) {
            bool upper = shift(equation, column).upper;
            right -= value * (upper ? model->upper[column] : model->lower[column]);
        }
    }
    return right;
}

/** How deep the cut of the equation times `sign` is, its slacks taken for columns. */
static double depth_of(const Equation *equation, double right, int sign) {
    double below = floor(sign * right), fraction = sign * right - below;
    if (fraction < CUT_FRACTION || fraction > 1 - CUT_FRACTION) {
        return 0;
    }
    double violation = -below, square = 0;
    for (int i = 0; i < equation->n_columns; i++) {
        ColumnId column = equation->columns[i];
        Shifted shifted = shift(equation, column);
        double value =
            mir_coefficient(sign * shifted.value, equation->lp->model->whole[column], fraction);
        violation += value * shifted.away;
        square += value * value;
    }
    for (int i = 0; i < equation->n_slacks; i++) {
        const Slack *slack = &equation->slacks[i];
        double value = mir_coefficient(sign * slack->value, slack->whole, fraction);
        violation += value * slack->left;
        square += value * value;
    }
    return square > 0 ? violation / sqrt(square) : 0;
}

/** A cut on its way: dense, over the equation's own arrays, which it takes the place of. */
typedef struct {
    Equation *sum;
    double right;
} Rounded;

/** Rounds the columns' coefficients in place. */
static void round_columns(Rounded *rounded, int sign, double fraction) {
    Equation *sum = rounded->sum;
    const ClosedModel *model = sum->lp->model;
    for (int i = 0; i < sum->n_columns; i++) {
        ColumnId column = sum->columns[i];
        Shifted shifted = shift(sum, column);
        double value = mir_coefficient(sign * shifted.value, model->whole[column], fraction);
        double bound = shifted.upper ? model->upper[column] : model->lower[column];
        sum->value[column] = shifted.upper ? -value : value;
        if (value != 0) {
            rounded->right += sum->value[column] * bound;
        }
    }
}

/** Rounds the slacks' coefficients, and writes each slack as its row. */
static void round_slacks(Rounded *rounded, int sign, double fraction) {
    Equation *sum = rounded->sum;
    for (int i = 0; i < sum->n_slacks; i++) {
        const Slack *slack = &sum->slacks[i];
        const ClosedRow *row = &sum->lp->model->rows[slack->row];
        double value = mir_coefficient(sign * slack->value, slack->whole, fraction);
        if (value != 0) {
            double times = slack->upper ? -value : value;
            rounded->right += times * (slack->upper ? row->upper : row->lower);
            add_multiple(sum, row, times);
        }
    }
}

static int compare_columns(const void *a, const void *b) {
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

/** Copies what has been rounded into a cut. Coefficients that are small beside the others are left
 * out at the bound that keeps the cut valid.
 *  @return false where memory is out */
static bool take_cut(Rounded *rounded, Cut *cut) {
    Equation *sum = rounded->sum;
    const ClosedModel *model = sum->lp->model;
    double greatest = 0, square = 0, activity = 0;
    cut->index = malloc(((size_t)sum->n_columns + 1) * sizeof *cut->index);
    cut->value = malloc(((size_t)sum->n_columns + 1) * sizeof *cut->value);
    if (cut->index == NULL || cut->value == NULL) {
        cut_clear(cut);
        return false;
    }
    if (sum->n_columns > 1) {
        qsort(sum->columns, (size_t)sum->n_columns, sizeof *sum->columns, compare_columns);
    }
    for (int i = 0; i < sum->n_columns; i++) {
        greatest = fmax(greatest, fabs(sum->value[sum->columns[i]]));
    }
    cut->upper = rounded->right + CUT_ROUNDING * fmax(1, fabs(rounded->right));
    for (int i = 0; i < sum->n_columns; i++) {
        ColumnId column = sum->columns[i];
        double value = sum->value[column];
        if (fabs(value) < CUT_RANGE * greatest) {
            cut->upper -=
                value == 0 ? 0 : value * (value > 0 ? model->lower[column] : model->upper[column]);
            continue;
        }
        cut->index[cut->count] = column;
        cut->value[cut->count++] = value;
        square += value * value;
        activity += value * sum->lp->primal[column];
    }
    cut->norm = sqrt(square);
    cut->depth = cut->norm > 0 ? (activity - cut->upper) / cut->norm : 0;
    return true;
}

bool equation_round(Equation *equation, Cut *cut) {
    *cut = (Cut){0};
    double right = shifted_right(equation);
    double as_is = depth_of(equation, right, 1), negated = depth_of(equation, right, -1);
    if (!isfinite(right) || fmax(as_is, negated) < CUT_DEPTH) {
        return true;
    }
    int sign = as_is >= negated ? 1 : -1;
    double below = floor(sign * right);
    Rounded rounded = {equation, below};
    round_columns(&rounded, sign, sign * right - below);
    round_slacks(&rounded, sign, sign * right - below);
    if (!take_cut(&rounded, cut)) {
        return false;
    }
    double share = (double)cut->count / equation->lp->model->n_columns;
    if (!(cut->depth >= CUT_DEPTH) || !isfinite(cut->upper) ||
        (share > CUT_DENSE && cut->count > CUT_SHORT)) {
        cut_clear(cut);
    }
    return true;
}
