/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes percentiles.csv: how the figures of an entry's rows are spread. */
#include <glib.h>
#include <math.h>
#include <stdlib.h>

#include "base/statistics.h"
#include "study/sweep/entry_rows.h"
#include "study/sweep/sweep_tables.h"
#include "study/sweep/table_cells.h"

static const char *const HEADER[] = {"scenarios", "kpi", "rows", "p5",  "p10",
                                     "p25",       "p50", "p75",  "p90", "p95"};
static const int PERCENTS[] = {5, 10, 25, 50, 75, 90, 95};

/** A figure of a row. */
typedef struct {
    const char *name;
    KpiForm form;
    int column; /**< of the figures; -1: the objective */
} SpreadFigure;

enum { SPREADS_MAX = N_KPI_COLUMNS };

/** The figures in order of their names. @return how many they are */
static int spread_figures(const Sweep *sweep, const SweepRow *rows,
                          SpreadFigure figures[SPREADS_MAX]) {
    for (int number = 0; number <= sweep->n_points; number++) {
        if (rows[number].status == ROW_RELAXED) {
            figures[0] = (SpreadFigure){"objective", KPI_RATIO, -1};
            return 1;
        }
    }
    for (int i = 0; i < N_KPI_COLUMNS; i++) {
        figures[i] = (SpreadFigure){kpi_columns[i].name, kpi_columns[i].form, i};
    }
    qsort(figures, N_KPI_COLUMNS, sizeof *figures, compare_leading_texts);
    return N_KPI_COLUMNS;
}

/** The line of a figure, over the rows that have it.
 *  @param numbers  room for one a row */
static void put_spread(CsvWriter *csv, const EntryRows *entry, const SweepRow *rows,
                       const SpreadFigure *figure, double *numbers) {
    int count = 0;
    for (int i = 0; i < entry->count; i++) {
        const SweepRow *row = &rows[entry->numbers[i]];
        const double number = figure->column < 0 ? row->objective : row->kpi[figure->column];
        if (isfinite(number)) {
            numbers[count++] = number;
        }
    }
    numbers_sort(numbers, count);
    csv_put_text(csv, entry->name);
    csv_put_text(csv, figure->name);
    csv_put_int(csv, count);
    for (size_t i = 0; i < G_N_ELEMENTS(PERCENTS); i++) {
        cells_put_figure(csv, figure->form, numbers_percentile(numbers, count, PERCENTS[i]));
    }
    csv_end_row(csv);
}

int percentiles_csv_write(const Sweep *sweep, const SweepRow *rows, const char *dir,
                          const TableForm *form) {
    CsvWriter csv = csv_writer_open(dir, "percentiles.csv", form);
    SpreadFigure figures[SPREADS_MAX];
    const int n_figures = spread_figures(sweep, rows, figures);
    double *numbers = g_new(double, (gsize)sweep->n_points + 1);
    RowsByEntry by_entry = rows_by_entry(sweep, rows);
    cells_put_names(&csv, HEADER, G_N_ELEMENTS(HEADER));
    csv_end_row(&csv);
    for (int i = 0; i < by_entry.n_entries; i++) {
        for (int j = 0; j < n_figures; j++) {
            put_spread(&csv, &by_entry.entries[i], rows, &figures[j], numbers);
        }
    }
    rows_by_entry_clear(&by_entry);
    g_free(numbers);
    return csv_writer_close(&csv);
}
