/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scales rows and columns by turns to √(least · greatest) of their entries. */
#include "solver/lp/lp_scale.h"

#include <math.h>
#include <stdlib.h>

#include "base/grow.h"

/** Times that rows and columns are scaled to one another where all are scaled anew. */
enum { PASSES = 4 };

/** Least and greatest of some entries. */
typedef struct {
    double least, greatest;
} Extent;

static const Extent NOTHING = {HUGE_VAL, 0};

void lp_scale_clear(LpScale *scale) {
    free(scale->row);
    free(scale->column);
    *scale = (LpScale){0};
}

static void widen(Extent *extent, double value) {
    if (value > 0) {
        extent->least = fmin(extent->least, value);
        extent->greatest = fmax(extent->greatest, value);
    }
}

static double factor_of(Extent extent) {
    return extent.greatest > 0 ? exp2(round(-0.5 * log2(extent.least * extent.greatest))) : 1;
}

static void scale_columns_from(LpScale *scale, const LpStore *store, ColumnId first) {
    for (ColumnId column = first; column < store->n_columns; column++) {
        Extent extent = NOTHING;
        for (int i = store->newest[column]; i >= 0; i = store->entries[i].older) {
            const StoredEntry *entry = &store->entries[i];
            widen(&extent, fabs(entry->value) * scale->row[entry->row]);
        }
        scale->column[column] = factor_of(extent);
    }
}

/** @param extents  scratch per row */
static void scale_rows_from(LpScale *scale, const LpStore *store, RowId first, Extent *extents) {
    for (RowId row = first; row < store->n_rows; row++) {
        extents[row] = NOTHING;
    }
    for (ColumnId column = 0; column < store->n_columns && first < store->n_rows; column++) {
        for (int i = store->newest[column]; i >= 0; i = store->entries[i].older) {
            const StoredEntry *entry = &store->entries[i];
            if (entry->row >= first) {
                widen(&extents[entry->row], fabs(entry->value) * scale->column[column]);
            }
        }
    }
    for (RowId row = first; row < store->n_rows; row++) {
        scale->row[row] = factor_of(extents[row]);
    }
}

bool lp_scale_extend(LpScale *scale, const LpStore *store, bool *anew) {
    Extent *extents = malloc(((size_t)store->n_rows + 1) * sizeof *extents);
    *anew = store->n_columns >= 2 * scale->columns_scaled_anew;
    if (extents == NULL || !GROW(scale->row, store->n_rows + 1, scale->room_rows) ||
        !GROW(scale->column, store->n_columns + 1, scale->room_columns)) {
        free(extents);
        return false;
    }
    RowId first_row = *anew ? 0 : scale->n_rows;
    ColumnId first_column = *anew ? 0 : scale->n_columns;
    for (RowId row = first_row; row < store->n_rows; row++) {
        scale->row[row] = 1;
    }
    for (int pass = 0; pass < (*anew ? PASSES : 1); pass++) {
        scale_columns_from(scale, store, first_column);
        scale_rows_from(scale, store, first_row, extents);
    }
    scale->n_rows = store->n_rows;
    scale->n_columns = store->n_columns;
    scale->columns_scaled_anew = *anew ? store->n_columns : scale->columns_scaled_anew;
    free(extents);
    return true;
}

void lp_scale_columns(const LpScale *scale, ActiveColumns *active) {
    for (int i = 0; i < active->n_columns; i++) {
        double factor = scale->column[active->column[i]];
        active->objective[i] *= factor;
        active->lower[i] /= factor;
        active->upper[i] /= factor;
        for (int j = active->start[i]; j < active->start[i + 1]; j++) {
            active->value[j] *= factor * scale->row[active->index[j]];
        }
    }
}
