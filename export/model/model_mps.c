/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a model as free MPS.
 *
 * `FREE` beside the name is for cbc, which else takes lines with two blanks for fixed columns; the
 * direction is left at minimising, as no two solvers agree on OBJSENSE. */
#include <math.h>

#include "base/number_text.h"
#include "export/model/model_file.h"
#include "export/model/model_text.h"

/** E, L and G as the row's bounds are; N where it has none. A row with two different ones is L, and
 * its other bound stands in RANGES. */
static char sense(const LpRow *row) {
    if (isfinite(row->upper)) {
        return row->lower == row->upper ? 'E' : 'L';
    }
    return isfinite(row->lower) ? 'G' : 'N';
}

static void mps_put_rows(const ModelFile *model, OutFile *out) {
    out_file_print(out, "ROWS\n N %s\n", MODEL_OBJECTIVE);
    for (RowId row = 0; row < model->lp->n_rows; row++) {
        char name[MODEL_NAME_SIZE];
        out_file_print(out, " %c %s\n", sense(&model->lp->rows[row]),
                       model_names_row(model->names, row, name));
    }
}

static void mps_put_entry(OutFile *out, const char *column, const char *row, double value) {
    char number[NUMBER_TEXT_SIZE];
    out_file_print(out, " %s %s %s\n", column, row, number_shortest(value, number));
}

/** The cost stands also where it is 0, so that no column is without a line. */
static void put_column(const ModelFile *model, const ModelOrder *order, ColumnId id, OutFile *out) {
    const LpModel *lp = model->lp;
    char name[MODEL_NAME_SIZE], row[MODEL_NAME_SIZE];
    (void)model_names_column(model->names, id, name);
    mps_put_entry(out, name, MODEL_OBJECTIVE, -lp->columns[id].objective);
    for (int i = order->start[id]; i < order->start[id + 1]; i++) {
        const LpEntry *entry = &lp->entries[order->entries[i]];
        mps_put_entry(out, name, model_names_row(model->names, entry->row, row), entry->value);
    }
}

static void put_columns(const ModelFile *model, const ModelOrder *order, OutFile *out) {
    bool whole = false;
    out_file_print(out, "COLUMNS\n");
    for (ColumnId id = 0; id < model->lp->n_columns; id++) {
        const bool next_whole = model->lp->columns[id].integer && !model->relax;
        if (next_whole != whole) {
            out_file_print(out, " MARKER 'MARKER' '%s'\n", next_whole ? "INTORG" : "INTEND");
            whole = next_whole;
        }
        put_column(model, order, id, out);
    }
    if (whole) {
        out_file_print(out, " MARKER 'MARKER' 'INTEND'\n");
    }
    mps_put_entry(out, MODEL_CONSTANT, MODEL_OBJECTIVE, -model->lp->constant);
}

static void put_right_sides(const ModelFile *model, OutFile *out) {
    char name[MODEL_NAME_SIZE];
    out_file_print(out, "RHS\n");
    for (RowId id = 0; id < model->lp->n_rows; id++) {
        const LpRow *row = &model->lp->rows[id];
        const double side = isfinite(row->upper) ? row->upper : row->lower;
        if (isfinite(side) && side != 0) {
            mps_put_entry(out, "RHS", model_names_row(model->names, id, name), side);
        }
    }
}

static void put_ranges(const ModelFile *model, OutFile *out) {
    char name[MODEL_NAME_SIZE];
    bool begun = false;
    for (RowId id = 0; id < model->lp->n_rows; id++) {
        const LpRow *row = &model->lp->rows[id];
        if (isfinite(row->lower) && isfinite(row->upper) && row->lower < row->upper) {
            out_file_print(out, "%s", begun ? "" : "RANGES\n");
            begun = true;
            mps_put_entry(out, "RANGE", model_names_row(model->names, id, name),
                          row->upper - row->lower);
        }
    }
}

static void put_bound(OutFile *out, const char *kind, const char *column, double value) {
    char number[NUMBER_TEXT_SIZE];
    out_file_print(out, " %s BOUND %s %s\n", kind, column, number_shortest(value, number));
}

/** All that is not [0, ∞). PL is written where the column is whole: some readers take 1 for the
 * upper bound of such a column otherwise. */
static void mps_put_column_bounds(const LpColumn *column, const char *name, OutFile *out) {
    if (column->lower == column->upper) {
        put_bound(out, "FX", name, column->lower);
        return;
    }
    if (!isfinite(column->lower)) {
        out_file_print(out, " MI BOUND %s\n", name);
    } else if (column->lower != 0) {
        put_bound(out, "LO", name, column->lower);
    }
    if (isfinite(column->upper)) {
        put_bound(out, "UP", name, column->upper);
    } else if (column->integer) {
        out_file_print(out, " PL BOUND %s\n", name);
    }
}

static void mps_put_bounds(const ModelFile *model, OutFile *out) {
    char name[MODEL_NAME_SIZE];
    out_file_print(out, "BOUNDS\n");
    for (ColumnId id = 0; id < model->lp->n_columns; id++) {
        mps_put_column_bounds(&model->lp->columns[id], model_names_column(model->names, id, name),
                              out);
    }
    put_bound(out, "FX", MODEL_CONSTANT, 1);
}

bool model_mps_write(const ModelFile *model, OutFile *out) {
    ModelOrder order;
    const bool ok = model_order_by_column(model->lp, &order);
    if (ok) {
        model_put_head(out, "*", model->currency);
        model_names_list(model->names, out, "*");
        out_file_print(out, "NAME banlie FREE\n");
        mps_put_rows(model, out);
        put_columns(model, &order, out);
        put_right_sides(model, out);
        put_ranges(model, out);
        mps_put_bounds(model, out);
        out_file_print(out, "ENDATA\n");
    }
    model_order_free(&order);
    return ok;
}
