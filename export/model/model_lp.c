/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a model as CPLEX LP.
 *
 * A row with two different bounds is written as two, the second with `~low` to its name: glpsol and
 * cbc do not read `1 <= x + y <= 3`. Lines end after a few terms, as readers bound them. */
#include <math.h>

#include "base/number_text.h"
#include "export/model/model_file.h"
#include "export/model/model_text.h"

enum { TERMS_A_LINE = 3 };

/** A sum while it is written. */
typedef struct {
    OutFile *out;
    int terms;
} Sum;

static void put_term(Sum *sum, double value, const char *column) {
    char number[NUMBER_TEXT_SIZE];
    out_file_print(sum->out, "%s %c %s %s",
                   sum->terms > 0 && sum->terms % TERMS_A_LINE == 0 ? "\n " : "",
                   value < 0 ? '-' : '+', number_shortest(fabs(value), number), column);
    sum->terms++;
}

/** Columns that neither cost nor stand in a row are named here, so that they are in the model. */
static void put_objective(const ModelFile *model, const int *by_column, OutFile *out) {
    char name[MODEL_NAME_SIZE];
    Sum sum = {.out = out};
    out_file_print(out, "Minimize\n %s:", MODEL_OBJECTIVE);
    put_term(&sum, -model->lp->constant, MODEL_CONSTANT);
    for (ColumnId id = 0; id < model->lp->n_columns; id++) {
        const double cost = -model->lp->columns[id].objective;
        if (cost != 0 || by_column[id] == by_column[id + 1]) {
            put_term(&sum, cost, model_names_column(model->names, id, name));
        }
    }
    out_file_print(out, "\n");
}

/** A row without entries holds a 0, or fails, as in the model: a sum must have some term. */
static void put_row(const ModelFile *model, const ModelOrder *rows, RowId id, const char *suffix,
                    const char *sense, double side, OutFile *out) {
    char name[MODEL_NAME_SIZE], number[NUMBER_TEXT_SIZE];
    Sum sum = {.out = out};
    out_file_print(out, " %s%s:", model_names_row(model->names, id, name), suffix);
    for (int i = rows->start[id]; i < rows->start[id + 1]; i++) {
        const LpEntry *entry = &model->lp->entries[rows->entries[i]];
        put_term(&sum, entry->value, model_names_column(model->names, entry->column, name));
    }
    if (sum.terms == 0) {
        put_term(&sum, 0, MODEL_CONSTANT);
    }
    out_file_print(out, " %s %s\n", sense, number_shortest(side, number));
}

static void lp_put_rows(const ModelFile *model, const ModelOrder *rows, OutFile *out) {
    out_file_print(out, "Subject To\n");
    for (RowId id = 0; id < model->lp->n_rows; id++) {
        const LpRow *row = &model->lp->rows[id];
        if (row->lower == row->upper) {
            put_row(model, rows, id, "", "=", row->upper, out);
            continue;
        }
        const bool above = isfinite(row->upper), below = isfinite(row->lower);
        if (above) {
            put_row(model, rows, id, "", "<=", row->upper, out);
        }
        if (below) {
            put_row(model, rows, id, above ? "~low" : "", ">=", row->lower, out);
        }
    }
}

/** All that is not [0, ∞). */
static void lp_put_column_bounds(const LpColumn *column, const char *name, OutFile *out) {
    char lower[NUMBER_TEXT_SIZE], upper[NUMBER_TEXT_SIZE];
    if (column->lower == column->upper) {
        out_file_print(out, " %s = %s\n", name, number_shortest(column->lower, lower));
    } else if (isfinite(column->lower) && isfinite(column->upper)) {
        out_file_print(out, " %s <= %s <= %s\n", number_shortest(column->lower, lower), name,
                       number_shortest(column->upper, upper));
    } else if (isfinite(column->upper)) {
        out_file_print(out, " -inf <= %s <= %s\n", name, number_shortest(column->upper, upper));
    } else if (!isfinite(column->lower)) {
        out_file_print(out, " %s free\n", name);
    } else if (column->lower != 0) {
        out_file_print(out, " %s >= %s\n", name, number_shortest(column->lower, lower));
    }
}

static void lp_put_bounds(const ModelFile *model, OutFile *out) {
    char name[MODEL_NAME_SIZE];
    out_file_print(out, "Bounds\n %s = 1\n", MODEL_CONSTANT);
    for (ColumnId id = 0; id < model->lp->n_columns; id++) {
        lp_put_column_bounds(&model->lp->columns[id], model_names_column(model->names, id, name),
                             out);
    }
}

static void put_whole(const ModelFile *model, OutFile *out) {
    char name[MODEL_NAME_SIZE];
    bool begun = false;
    for (ColumnId id = 0; id < model->lp->n_columns && !model->relax; id++) {
        if (model->lp->columns[id].integer) {
            out_file_print(out, "%s %s\n", begun ? "" : "General\n",
                           model_names_column(model->names, id, name));
            begun = true;
        }
    }
}

bool model_lp_write(const ModelFile *model, OutFile *out) {
    ModelOrder rows = {0}, columns = {0};
    const bool ok =
        model_order_by_row(model->lp, &rows) && model_order_by_column(model->lp, &columns);
    if (ok) {
        model_put_head(out, "\\", model->currency);
        model_names_list(model->names, out, "\\");
        put_objective(model, columns.start, out);
        lp_put_rows(model, &rows, out);
        lp_put_bounds(model, out);
        put_whole(model, out);
        out_file_print(out, "End\n");
    }
    model_order_free(&rows);
    model_order_free(&columns);
    return ok;
}
