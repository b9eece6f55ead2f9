/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws bounds in, carries them through the rows, and takes them back. */
#include "solver/whole/domain.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "solver/tolerances.h"

/** Rows looked at in one propagation, times the rows there are: bounds that creep towards each
 * other are left to the LP. */
enum { LOOKS_PER_ROW = 20 };

/* ---- the matrix ---- */

/** Lays the entries out by row and by column. */
static void lay_out(Domain *domain) {
    const LpModel *model = domain->model;
    for (int i = 0; i < model->n_entries; i++) {
        domain->row_start[model->entries[i].row + 1]++;
        domain->column_start[model->entries[i].column + 1]++;
    }
    for (RowId row = 0; row < model->n_rows; row++) {
        domain->row_start[row + 1] += domain->row_start[row];
    }
    for (ColumnId column = 0; column < model->n_columns; column++) {
        domain->column_start[column + 1] += domain->column_start[column];
    }
    for (int i = model->n_entries - 1; i >= 0; i--) {
        const LpEntry *entry = &model->entries[i];
        int in_row = --domain->row_start[entry->row + 1];
        int in_column = --domain->column_start[entry->column + 1];
        domain->row_column[in_row] = entry->column;
        domain->row_value[in_row] = entry->value;
        domain->column_row[in_column] = entry->row;
        domain->column_value[in_column] = entry->value;
    }
}

/** Counting down has moved every start one place ahead: moves them back. */
static void move_starts_back(int *start, int count, int n_entries) {
    memmove(start, start + 1, (size_t)count * sizeof *start);
    start[count] = n_entries;
}

static bool domain_allocate(Domain *domain) {
    size_t rows = (size_t)domain->model->n_rows + 2, columns = (size_t)domain->model->n_columns + 2;
    size_t entries = (size_t)domain->model->n_entries + 1;
    domain->row_lower = calloc(rows, sizeof(double));
    domain->row_upper = calloc(rows, sizeof(double));
    domain->lower = calloc(columns, sizeof(double));
    domain->upper = calloc(columns, sizeof(double));
    domain->row_start = calloc(rows, sizeof(int));
    domain->row_column = calloc(entries, sizeof(int));
    domain->row_value = calloc(entries, sizeof(double));
    domain->column_start = calloc(columns, sizeof(int));
    domain->column_row = calloc(entries, sizeof(int));
    domain->column_value = calloc(entries, sizeof(double));
    domain->queue = calloc(rows, sizeof(RowId));
    domain->queued = calloc(rows, sizeof(bool));
    return domain->row_lower != NULL && domain->row_upper != NULL && domain->lower != NULL &&
           domain->upper != NULL && domain->row_start != NULL && domain->row_column != NULL &&
           domain->row_value != NULL && domain->column_start != NULL &&
           domain->column_row != NULL && domain->column_value != NULL && domain->queue != NULL &&
           domain->queued != NULL;
}

bool domain_init(Domain *domain, const LpModel *model) {
    *domain = (Domain){.model = model};
    if (!domain_allocate(domain)) {
        return false;
    }
    lay_out(domain);
    move_starts_back(domain->row_start, model->n_rows, model->n_entries);
    move_starts_back(domain->column_start, model->n_columns, model->n_entries);
    for (ColumnId column = 0; column < model->n_columns; column++) {
        bool whole = model->columns[column].integer;
        double lower = model->columns[column].lower, upper = model->columns[column].upper;
        domain->lower[column] = whole ? ceil(lower - WHOLE) : lower;
        domain->upper[column] = whole ? floor(upper + WHOLE) : upper;
    }
    for (RowId row = 0; row < model->n_rows; row++) {
        domain->row_lower[row] = model->rows[row].lower;
        domain->row_upper[row] = model->rows[row].upper;
    }
    return true;
}

void domain_clear(Domain *domain) {
    free(domain->row_lower);
    free(domain->row_upper);
    free(domain->lower);
    free(domain->upper);
    free(domain->row_start);
    free(domain->row_column);
    free(domain->row_value);
    free(domain->column_start);
    free(domain->column_row);
    free(domain->column_value);
    free(domain->queue);
    free(domain->queued);
    free(domain->trail);
    *domain = (Domain){0};
}

MatrixVector domain_row(const Domain *domain, RowId row) {
    int start = domain->row_start[row];
    return (MatrixVector){domain->row_start[row + 1] - start, &domain->row_column[start],
                          &domain->row_value[start]};
}

MatrixVector domain_column(const Domain *domain, ColumnId column) {
    int start = domain->column_start[column];
    return (MatrixVector){domain->column_start[column + 1] - start, &domain->column_row[start],
                          &domain->column_value[start]};
}

bool domain_is_open(const Domain *domain, ColumnId column) {
    return domain->model->columns[column].integer && domain->lower[column] < domain->upper[column];
}

/* ---- drawing in ---- */

static void queue_row(Domain *domain, RowId row) {
    if (!domain->queued[row]) {
        int place = (domain->queue_first + domain->queue_count++) % domain->model->n_rows;
        domain->queue[place] = row;
        domain->queued[row] = true;
    }
}

static RowId next_row(Domain *domain) {
    RowId row = domain->queue[domain->queue_first];
    domain->queue_first = (domain->queue_first + 1) % domain->model->n_rows;
    domain->queue_count--;
    domain->queued[row] = false;
    return row;
}

static void empty_queue(Domain *domain) {
    while (domain->queue_count > 0) {
        next_row(domain);
    }
}

bool domain_draw_in(Domain *domain, ColumnId column, double lower, double upper) {
    double own_lower = domain->lower[column], own_upper = domain->upper[column];
    if (lower <= own_lower && upper >= own_upper) {
        return true;
    }
    if (!GROW(domain->trail, domain->n_trail + 1, domain->room_trail)) {
        domain->no_memory = true;
        return true;
    }
    domain->trail[domain->n_trail++] = (EarlierBounds){column, own_lower, own_upper};
    domain->lower[column] = fmax(own_lower, lower);
    domain->upper[column] = fmin(own_upper, upper);
    MatrixVector rows = domain_column(domain, column);
    for (int i = 0; i < rows.count; i++) {
        queue_row(domain, rows.index[i]);
    }
    return domain->lower[column] <= domain->upper[column];
}

void domain_take_back(Domain *domain, int n_trail) {
    while (domain->n_trail > n_trail) {
        const EarlierBounds *earlier = &domain->trail[--domain->n_trail];
        domain->lower[earlier->column] = earlier->lower;
        domain->upper[earlier->column] = earlier->upper;
    }
}

/* ---- propagation ---- */

/** A sum of which some parts may be infinite. */
typedef struct {
    double finite;
    int infinite; /**< parts that are */
} Sum;

static void sum_add(Sum *sum, double part) {
    if (isinf(part)) {
        sum->infinite++;
    } else {
        sum->finite += part;
    }
}

/** The sum without one of its parts; infinite where another part is. */
static double sum_without(const Sum *sum, double part) {
    int others = sum->infinite - (isinf(part) ? 1 : 0);
    return others > 0 ? HUGE_VAL : sum->finite - (isinf(part) ? 0 : part);
}

/** Least the row can add up to with this sign: +1 as it is, −1 its negative. */
static Sum least_activity(const Domain *domain, const MatrixVector *row, double sign) {
    Sum sum = {0, 0};
    for (int i = 0; i < row->count; i++) {
        double value = sign * row->value[i];
        ColumnId column = row->index[i];
        sum_add(&sum, value * (value > 0 ? domain->lower[column] : domain->upper[column]));
    }
    return sum;
}

/** What Σ value · x ≤ limit leaves of the whole columns; false where nothing. */
static bool propagate_side(Domain *domain, const MatrixVector *row, double sign, double limit) {
    if (isinf(limit)) {
        return true;
    }
    Sum least = least_activity(domain, row, sign);
    double slack = row_slack(limit);
    if (least.infinite == 0 && least.finite > limit + slack) {
        return false;
    }
    for (int i = 0; i < row->count && least.infinite < 2; i++) {
        ColumnId column = row->index[i];
        if (!domain_is_open(domain, column)) {
            continue;
        }
        double value = sign * row->value[i];
        double own = value * (value > 0 ? domain->lower[column] : domain->upper[column]);
        double others = sum_without(&least, own);
        if (isinf(others)) {
            continue;
        }
        double most = (limit + slack - others) / value;
        bool left = value > 0 ? domain_draw_in(domain, column, -HUGE_VAL, floor(most + WHOLE))
                              : domain_draw_in(domain, column, ceil(most - WHOLE), HUGE_VAL);
        if (!left) {
            return false;
        }
    }
    return true;
}

bool domain_propagate(Domain *domain) {
    long looks = (long)LOOKS_PER_ROW * domain->model->n_rows;
    bool holds = true;
    while (holds && domain->queue_count > 0 && looks-- > 0) {
        RowId id = next_row(domain);
        MatrixVector row = domain_row(domain, id);
        holds = propagate_side(domain, &row, 1, domain->row_upper[id]) &&
                propagate_side(domain, &row, -1, -domain->row_lower[id]);
    }
    empty_queue(domain);
    return holds;
}

/** True where nothing is left between bounds but for a rounding error. */
static bool bounds_cross(double lower, double upper) {
    return lower > upper + row_slack(upper);
}

bool domain_propagate_all(Domain *domain) {
    bool crossed = false;
    for (ColumnId column = 0; column < domain->model->n_columns; column++) {
        crossed |= bounds_cross(domain->lower[column], domain->upper[column]);
    }
    for (RowId row = 0; row < domain->model->n_rows; row++) {
        crossed |= bounds_cross(domain->row_lower[row], domain->row_upper[row]);
        queue_row(domain, row);
    }
    return domain_propagate(domain) && !crossed;
}
