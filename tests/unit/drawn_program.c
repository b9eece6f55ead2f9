/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/drawn_program.h"

#include <check.h>
#include <math.h>

#include "model/problem/problem.h"

/** What rows leave of whole columns without bounds of their own. */
enum { WINDOW_FROM = -3, WINDOW_TO = 4 };

enum { ROWS_MAX = 4, PALETTE = 4, N_PALETTES = 5 };

/** Coefficients that stand in one row together. */
static const double PALETTES[N_PALETTES][PALETTE] = {
    {1, 1, 2, 3},                                    /* boxes, lifts, trains */
    {1, 2, 1.5, 2.25},                               /* TEU */
    {24.35, 21.9, 3.9 + 16.1, 17.125},               /* tonnes */
    {11.0 * 2, 11.0 * 1.5, 0.982 * 110 * 11.0, 9.6}, /* TEU·km, and a share of those offered */
    {2, 0.982 * 110, 0.3, 0.1},                      /* a train that must be full */
};

DrawnKind drawn_kind(int number) {
    return (DrawnKind){.part = number % 2 == 1, .unlimited = number / 2 % 2 == 1};
}

/* ---- drawing ---- */

static double drawn_objective(Random *random) {
    static const double units[] = {1, 0.25, 0.1, 1000};
    return random_int(random, -4, 9) * units[random_int(random, 0, 3)];
}

/** A whole column within bounds, which may be fractions, or fixed, or leave nothing. */
static LpColumn drawn_column(Random *random) {
    double lower = random_chance(random, 0.7) ? 0 : random_int(random, -2, 2);
    double upper = lower + random_int(random, 0, 4);
    if (random_chance(random, 0.2)) {
        lower -= 0.3;
        upper += 0.6;
    } else if (random_chance(random, 0.03)) {
        lower += 0.3;
        upper = lower + 0.4;
    }
    return (LpColumn){.objective = drawn_objective(random),
                      .lower = lower,
                      .upper = upper,
                      .integer = true,
                      .group = random_chance(random, 0.3) ? COLUMN_TRAIN : COLUMN_ITINERARY};
}

/** Takes a bound of a column away, and lets a row of its own stand for it. */
static void lift_bound(Random *random, LpModel *model, ColumnId column) {
    LpColumn *c = &model->columns[column];
    double unit = PALETTES[1][random_int(random, 0, 3)];
    c->lower = random_chance(random, 0.5) ? c->lower : -HUGE_VAL;
    c->upper = c->lower == -HUGE_VAL && random_chance(random, 0.5) ? c->upper : HUGE_VAL;
    RowId row =
        lp_model_row(model, (LpRow){.lower = unit * WINDOW_FROM, .upper = unit * WINDOW_TO});
    lp_model_entry(model, row, column, unit);
}

/** A column that need not be whole; where it has no bounds a row with the first column has some. */
static void add_part(Random *random, LpModel *model) {
    bool free = random_chance(random, 0.5);
    LpColumn part = {.objective = drawn_objective(random),
                     .lower = free ? -HUGE_VAL : 0,
                     .upper = free || random_chance(random, 0.3) ? HUGE_VAL : 2.5};
    ColumnId column = lp_model_column(model, part);
    RowId row = lp_model_row(model, (LpRow){.lower = -9, .upper = 9});
    lp_model_entry(model, row, 0, 1);
    lp_model_entry(model, row, column, 2);
}

static double activity(const LpModel *model, RowId row, const double *point) {
    double sum = 0;
    for (int i = 0; i < model->n_entries; i++) {
        const LpEntry *entry = &model->entries[i];
        sum += entry->row == row ? entry->value * point[entry->column] : 0;
    }
    return sum;
}

/** A row with limits near to what a point adds up to in it. The column that need not be whole has
 * the greatest coefficient: else what is nearly whole in others would move it far. */
static void add_row(Random *random, LpModel *model, const double *point) {
    static const double offsets[] = {0, 0, 0, 0.02, -0.02, 0.5, 1.3, -0.7, 6};
    const double *palette = PALETTES[random_int(random, 0, N_PALETTES - 1)];
    double negative = random_chance(random, 0.5) ? 0 : 0.4;
    double greatest = fmax(fmax(palette[0], palette[1]), fmax(palette[2], palette[3]));
    RowId row = lp_model_row(model, (LpRow){.lower = -HUGE_VAL, .upper = HUGE_VAL});
    for (ColumnId column = 0; column < model->n_columns; column++) {
        if (random_chance(random, 0.7)) {
            bool whole = model->columns[column].integer;
            double value = whole ? palette[random_int(random, 0, PALETTE - 1)] : greatest;
            lp_model_entry(model, row, column, random_chance(random, negative) ? -value : value);
        }
    }
    double at = activity(model, row, point);
    double above = offsets[random_int(random, 0, 8)], below = offsets[random_int(random, 0, 8)];
    int sides = random_int(random, 0, 9);
    if (sides < 2) { /* an equality */
        model->rows[row].lower = model->rows[row].upper = at + (sides == 0 ? 0 : above);
        return;
    }
    if (sides != 2) {
        model->rows[row].upper = at + above;
    }
    if (sides < 5) {
        model->rows[row].lower = fmin(at - below, model->rows[row].upper);
    }
}

/** Any point within the bounds. */
static void draw_point(Random *random, const LpModel *model, double *point) {
    for (ColumnId column = 0; column < model->n_columns; column++) {
        const LpColumn *c = &model->columns[column];
        double from = fmax(c->lower, WINDOW_FROM), to = fmin(c->upper, WINDOW_TO);
        double value = random_int(random, (int)from, (int)to);
        point[column] = c->integer ? value : value / 4;
    }
}

LpModel drawn_program(Random *random, DrawnKind kind) {
    LpModel model = {0};
    int whole = random_int(random, 1, DRAWN_COLUMNS - 1);
    double point[DRAWN_COLUMNS];
    for (int i = 0; i < whole; i++) {
        lp_model_column(&model, drawn_column(random));
    }
    for (ColumnId column = 0; column < whole && kind.unlimited; column++) {
        if (random_chance(random, 0.5)) {
            lift_bound(random, &model, column);
        }
    }
    if (kind.part) {
        add_part(random, &model);
    }
    draw_point(random, &model, point);
    int rows = random_int(random, 0, ROWS_MAX);
    for (int i = 0; i < rows; i++) {
        add_row(random, &model, point);
    }
    model.constant = random_int(random, 0, 1) * 1000;
    ck_assert(!model.failed);
    return model;
}

/* ---- trying ---- */

static double slack_of(double limit, double slack) {
    return isinf(limit) ? 0 : slack * fmax(1, fabs(limit));
}

double drawn_value(const LpModel *model, const double *point) {
    double value = 0;
    for (ColumnId column = 0; column < model->n_columns; column++) {
        value += model->columns[column].objective * point[column];
    }
    return value;
}

bool drawn_holds(const LpModel *model, double slack, const double *point) {
    for (ColumnId column = 0; column < model->n_columns; column++) {
        const LpColumn *c = &model->columns[column];
        double value = point[column];
        if ((c->integer && value != round(value)) || value < c->lower - slack_of(c->lower, slack) ||
            value > c->upper + slack_of(c->upper, slack)) {
            return false;
        }
    }
    for (RowId row = 0; row < model->n_rows; row++) {
        double at = activity(model, row, point);
        double lower = model->rows[row].lower, upper = model->rows[row].upper;
        if (at < lower - slack_of(lower, slack) || at > upper + slack_of(upper, slack)) {
            return false;
        }
    }
    return true;
}

/** Puts the column that need not be whole to the best value that the rows leave it; what they leave
 * may be nothing: the point does not hold then. */
static void fill_part(const LpModel *model, double *point) {
    ColumnId part = model->n_columns - 1;
    double from = model->columns[part].lower, to = model->columns[part].upper;
    point[part] = 0;
    for (int i = 0; i < model->n_entries; i++) {
        const LpEntry *entry = &model->entries[i];
        if (entry->column != part) {
            continue;
        }
        const LpRow *row = &model->rows[entry->row];
        double others = activity(model, entry->row, point);
        double least = (row->lower - others) / entry->value;
        double most = (row->upper - others) / entry->value;
        from = fmax(from, fmin(least, most));
        to = fmin(to, fmax(least, most));
    }
    double best = model->columns[part].objective > 0 ? to : from;
    point[part] = isinf(best) ? fmin(fmax(0, from), to) : best;
}

/** Tries all values of a whole column and of those after it. */
static void try_from(const LpModel *model, double slack, ColumnId column, double *point,
                     PointVisitor *visit, void *user) {
    bool part = column < model->n_columns && !model->columns[column].integer;
    if (part) {
        fill_part(model, point);
    }
    if (part || column == model->n_columns) {
        if (drawn_holds(model, slack, point)) {
            visit(point, user);
        }
        return;
    }
    const LpColumn *c = &model->columns[column];
    for (int value = WINDOW_FROM - 1; value <= WINDOW_TO + 3; value++) {
        if (value >= c->lower && value <= c->upper) {
            point[column] = value;
            try_from(model, slack, column + 1, point, visit, user);
        }
    }
}

void drawn_points(const LpModel *model, double slack, PointVisitor *visit, void *user) {
    double point[DRAWN_COLUMNS];
    try_from(model, slack, 0, point, visit, user);
}

/** The best so far, of a model. */
typedef struct {
    const LpModel *model;
    double value;
} BestValue;

static void take_better(const double *point, void *user) {
    BestValue *best = user;
    best->value = fmax(best->value, drawn_value(best->model, point));
}

double drawn_best(const LpModel *model, double slack) {
    BestValue best = {model, -HUGE_VAL};
    drawn_points(model, slack, take_better, &best);
    return best.value;
}
