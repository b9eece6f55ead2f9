/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the open part of a program in whole numbers as one of its own, and searches that. */
#include "solver/lp/open_search.h"

#include <math.h>
#include <stdlib.h>

#include "model/problem/problem.h"
#include "solver/tolerances.h"

/** What is left of a program. */
typedef struct {
    const LpModel *model;
    LpModel open;
    int *column;           /**< per column of the model: its place in the open part, or NONE */
    int *row;              /**< per row, likewise */
    double *lower, *upper; /**< per row: bounds on what the open columns add to it */
    double *least, *most;  /**< per row: what these add at least and at most */
    double *start;         /**< per open column: what the search starts from */
    double *values;        /**< per open column: what it finds */
} OpenPart;

/** A whole column held between two numbers is the solver's to refuse. */
static bool is_held(const LpColumn *column) {
    return column->lower == column->upper &&
           (!column->integer || column->lower == round(column->lower));
}

static bool open_part_allocate(OpenPart *part) {
    const size_t rows = (size_t)part->model->n_rows + 1;
    const size_t columns = (size_t)part->model->n_columns + 1;
    part->column = calloc(columns, sizeof *part->column);
    part->row = calloc(rows, sizeof *part->row);
    part->lower = calloc(4 * rows, sizeof *part->lower);
    part->start = calloc(2 * (columns + 1), sizeof *part->start);
    if (part->column == NULL || part->row == NULL || part->lower == NULL || part->start == NULL) {
        return false;
    }
    part->values = part->start + columns + 1;
    part->upper = part->lower + rows;
    part->least = part->upper + rows;
    part->most = part->least + rows;
    return true;
}

static void open_part_clear(OpenPart *part) {
    lp_model_clear(&part->open);
    free(part->column);
    free(part->row);
    free(part->lower);
    free(part->start);
}

/** Takes what held columns add to the rows out of these, and sums up what the others may add. */
static void sum_rows(OpenPart *part) {
    const LpModel *model = part->model;
    for (RowId row = 0; row < model->n_rows; row++) {
        part->lower[row] = model->rows[row].lower;
        part->upper[row] = model->rows[row].upper;
    }
    for (int i = 0; i < model->n_entries; i++) {
        const LpEntry *entry = &model->entries[i];
        const LpColumn *column = &model->columns[entry->column];
        const double at_lower = entry->value * column->lower;
        const double at_upper = entry->value * column->upper;
        if (is_held(column)) {
            part->lower[entry->row] -= at_lower;
            part->upper[entry->row] -= at_lower;
        } else {
            part->least[entry->row] += fmin(at_lower, at_upper);
            part->most[entry->row] += fmax(at_lower, at_upper);
        }
    }
}

/** What an LP solver lets a row be missed by. */
static double let_through(double limit) {
    return ROW_VIOLATED * fmax(1, isfinite(limit) ? fabs(limit) : 0);
}

/** Rows that the open columns cannot break: what is left of rows that held columns keep to the
 * full may be off by a last digit. */
static bool always_holds(const OpenPart *part, RowId row) {
    const LpRow *whole = &part->model->rows[row];
    return part->least[row] >= part->lower[row] - let_through(whole->lower) &&
           part->most[row] <= part->upper[row] + let_through(whole->upper);
}

static void write_open_columns(OpenPart *part) {
    double held_value = 0;
    for (ColumnId column = 0; column < part->model->n_columns; column++) {
        const LpColumn *c = &part->model->columns[column];
        if (is_held(c)) {
            part->column[column] = NONE;
            held_value += c->objective * c->lower;
        } else {
            part->column[column] = lp_model_column(&part->open, *c);
        }
    }
    /* One column for all that is held: a gap is a share of the whole objective. */
    lp_model_column(&part->open, (LpColumn){.objective = held_value, .lower = 1, .upper = 1});
}

static void write_open_rows(OpenPart *part) {
    for (RowId row = 0; row < part->model->n_rows; row++) {
        LpRow open = part->model->rows[row];
        open.lower = part->lower[row];
        open.upper = part->upper[row];
        part->row[row] = always_holds(part, row) ? NONE : lp_model_row(&part->open, open);
    }
    for (int i = 0; i < part->model->n_entries; i++) {
        const LpEntry *entry = &part->model->entries[i];
        const int row = part->row[entry->row], column = part->column[entry->column];
        if (row != NONE && column != NONE) {
            lp_model_entry(&part->open, row, column, entry->value);
        }
    }
}

/** False where memory is out; to be cleared in any case. */
static bool open_part_init(OpenPart *part, const LpModel *model) {
    *part = (OpenPart){.model = model};
    if (model->failed || !open_part_allocate(part)) {
        return false;
    }
    sum_rows(part);
    write_open_columns(part);
    write_open_rows(part);
    return !part->open.failed;
}

/** A solution of the whole program, as the open part has it. */
static const double *start_of_part(OpenPart *part, const double *start) {
    if (start == NULL) {
        return NULL;
    }
    for (ColumnId column = 0; column < part->model->n_columns; column++) {
        if (part->column[column] != NONE) {
            part->start[part->column[column]] = start[column];
        }
    }
    part->start[part->open.n_columns - 1] = 1;
    return part->start;
}

static void write_solution(const OpenPart *part, double *primal) {
    for (ColumnId column = 0; column < part->model->n_columns; column++) {
        const int place = part->column[column];
        primal[column] = place == NONE ? part->model->columns[column].lower : part->values[place];
    }
}

Outcome open_search(const IntegerBackend *backend, const LpModel *model,
                    const IntegerOptions *options, double *primal, double *bound, bool *found) {
    OpenPart part;
    *bound = HUGE_VAL;
    *found = false;
    Outcome status = OUTCOME_NO_MEMORY;
    if (open_part_init(&part, model)) {
        IntegerOptions own = *options;
        own.start = start_of_part(&part, options->start);
        status = backend->search(&part.open, &own, part.values, bound, found);
    }
    if (*found) {
        write_solution(&part, primal);
    }
    open_part_clear(&part);
    return status;
}
