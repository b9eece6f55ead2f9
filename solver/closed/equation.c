/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums rows up, shifts every variable to its nearer bound, rounds, and writes the slacks out as
 * columns again. */
#include "solver/closed/equation.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "solver/tolerances.h"

/** What all equations of one solution have in common. */
static void read_solution(Equation *equation) {
    const ClosedLp *lp = equation->lp;
    for (int i = 0; i < lp->n_rows; i++) {
        equation->activity[i] = closed_row_activity(&lp->model->rows[lp->rows[i]], lp->primal);
    }
    for (ColumnId column = 0; column < lp->model->n_columns; column++) {
        double above = lp->primal[column] - lp->model->lower[column];
        double below = lp->model->upper[column] - lp->primal[column];
        equation->upper[column] = below < above;
        equation->away[column] = fmin(below, above);
    }
}

bool equation_init(Equation *equation, const ClosedLp *lp) {
    size_t columns = (size_t)lp->model->n_columns + 1;
    *equation = (Equation){.lp = lp,
                           .activity = calloc((size_t)lp->n_rows + 1, sizeof(double)),
                           .away = calloc(columns, sizeof(double)),
                           .upper = calloc(columns, sizeof(bool)),
                           .value = calloc(columns, sizeof(double)),
                           .present = calloc(columns, sizeof(bool)),
                           .columns = calloc(columns, sizeof(int))};
    if (equation->activity == NULL || equation->away == NULL || equation->upper == NULL ||
        equation->value == NULL || equation->present == NULL || equation->columns == NULL) {
        return false;
    }
    read_solution(equation);
    return true;
}

void equation_clear(Equation *equation) {
    free(equation->activity);
    free(equation->away);
    free(equation->upper);
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

/** The slack of an LP's row at the bound nearer to its activity; none where both are one.
 *  @return false where memory is out */
static bool add_slack(Equation *equation, int place, double times) {
    const RowId id = equation->lp->rows[place];
    const ClosedRow *row = &equation->lp->model->rows[id];
    if (row->lower == row->upper) {
        equation->right += times * row->upper;
        return true;
    }
    if (!GROW(equation->slacks, equation->n_slacks + 1, equation->room_slacks)) {
        return false;
    }
    double activity = equation->activity[place];
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
        const ClosedRow *row = &equation->lp->model->rows[equation->lp->rows[i]];
        if (fabs(multipliers[i]) > MULTIPLIER_NONE * greatest) {
            add_multiple(equation, row, multipliers[i]);
            ok = add_slack(equation, i, multipliers[i]);
        }
    }
    return ok;
}

/** The right side once all columns are shifted. */
static double shifted_right(const Equation *equation) {
    const ClosedModel *model = equation->lp->model;
    double right = equation->right;
    for (int i = 0; i < equation->n_columns; i++) {
        ColumnId column = equation->columns[i];
        double value = equation->value[column];
        if (value != 0) {
            right -=
                value * (equation->upper[column] ? model->upper[column] : model->lower[column]);
        }
    }
    return right;
}

/** What a cut leaves of the last solution, and the square of its norm, slacks taken for columns. */
typedef struct {
    double violation, square;
} Depth;

static void add_depth(Depth *depth, double coefficient, double value) {
    depth->violation += coefficient * value;
    depth->square += coefficient * coefficient;
}

/** How deep the cuts of the equation and of its negative are.
 *  @param depth  as it is, negated; 0 where none is made */
static void depths_of(const Equation *equation, double right, double *depth) {
    const bool *whole = equation->lp->model->whole;
    double below = floor(right), fraction = right - below;
    Depth as_is = {-below, 0}, negated = {below + 1, 0};
    depth[0] = depth[1] = 0;
    if (fraction < CUT_FRACTION || fraction > 1 - CUT_FRACTION) {
        return;
    }
    for (int i = 0; i < equation->n_columns; i++) {
        ColumnId column = equation->columns[i];
        double value = equation->upper[column] ? -equation->value[column] : equation->value[column];
        double away = equation->away[column];
        add_depth(&as_is, mir_coefficient(value, whole[column], fraction), away);
        add_depth(&negated, mir_coefficient(-value, whole[column], 1 - fraction), away);
    }
    for (int i = 0; i < equation->n_slacks; i++) {
        const Slack *slack = &equation->slacks[i];
        add_depth(&as_is, mir_coefficient(slack->value, slack->whole, fraction), slack->left);
        add_depth(&negated, mir_coefficient(-slack->value, slack->whole, 1 - fraction),
                  slack->left);
    }
    depth[0] = as_is.square > 0 ? as_is.violation / sqrt(as_is.square) : 0;
    depth[1] = negated.square > 0 ? negated.violation / sqrt(negated.square) : 0;
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
        bool upper = sum->upper[column];
        double shifted = upper ? -sum->value[column] : sum->value[column];
        double value = mir_coefficient(sign * shifted, model->whole[column], fraction);
        double bound = upper ? model->upper[column] : model->lower[column];
        sum->value[column] = upper ? -value : value;
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

/** Puts the columns in their order, which is that of a cut's. */
static void order_columns(Equation *equation) {
    int count = 0;
    for (ColumnId column = 0; count < equation->n_columns; column++) {
        if (equation->present[column]) {
            equation->columns[count++] = column;
        }
    }
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
    order_columns(sum);
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
    double right = shifted_right(equation), depth[2];
    depths_of(equation, right, depth);
    if (!isfinite(right) || fmax(depth[0], depth[1]) < CUT_DEPTH) {
        return true;
    }
    int sign = depth[0] >= depth[1] ? 1 : -1;
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
