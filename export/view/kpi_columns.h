/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The key figures of `kpi` in summary.json as columns of a table: every leaf in its order, its
 * keys joined by `_`. */
#ifndef BANLIE_EXPORT_VIEW_KPI_COLUMNS_H
#define BANLIE_EXPORT_VIEW_KPI_COLUMNS_H

#include "model/books/kpi.h"

/** How a figure is written. */
typedef enum {
    KPI_MONEY,  /**< 2 decimals */
    KPI_RATIO,  /**< 6 decimals: ratios, TEU, hours */
    KPI_TEU_KM, /**< 1 decimal */
    KPI_COUNT   /**< a whole number */
} KpiForm;

typedef struct {
    const char *name;  /**< of the column */
    const char *group; /**< key of `kpi` that it is in, NULL: of `kpi` itself */
    const char *key;
    KpiForm form;
} KpiColumn;

enum { N_KPI_COLUMNS = 42, KPI_COLUMN_MARGIN = 2 };

extern const KpiColumn kpi_columns[N_KPI_COLUMNS];

/** The figures of a plan, not rounded; NAN for a part of nothing. */
void kpi_column_values(const Kpi *kpi, double values[N_KPI_COLUMNS]);

/** Decimals that a figure of this form has. */
int kpi_decimals(KpiForm form);

#endif
