/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes scenarios.csv, what is to be planned, and results.csv, what came of it. */
#include <glib.h>
#include <string.h>

#include "study/sweep/sweep_tables.h"
#include "study/sweep/table_cells.h"

/* Before the figures of summary.json, and after them. */
static const char *const POINT_COLUMNS[] = {"id", "name", "scenarios"};
static const char *const OUTCOME_COLUMNS[] = {"status",    "exit",  "reason",     "repeatable",
                                              "objective", "bound", "relaxation", "gap"};
static const char MARGIN_DELTA[] = "margin_delta";

static bool is_among(const char *name, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(names[i], name) == 0) {
            return true;
        }
    }
    return false;
}

bool result_column_is_ours(const char *name) {
    bool ours = is_among(name, POINT_COLUMNS, G_N_ELEMENTS(POINT_COLUMNS)) ||
                is_among(name, OUTCOME_COLUMNS, G_N_ELEMENTS(OUTCOME_COLUMNS)) ||
                strcmp(name, MARGIN_DELTA) == 0;
    for (int i = 0; i < N_KPI_COLUMNS; i++) {
        ours = ours || strcmp(kpi_columns[i].name, name) == 0;
    }
    return ours;
}

int scenarios_csv_write(const Sweep *sweep, const char *dir, const TableForm *form) {
    CsvWriter csv = csv_writer_open(dir, "scenarios.csv", form);
    SweepPoint *point = point_new(sweep);
    cells_put_point_names(&csv, sweep);
    csv_end_row(&csv);
    for (int number = 0; number <= sweep->n_points; number++) {
        point_set(sweep, number, point);
        cells_put_point(&csv, sweep, point);
        csv_end_row(&csv);
    }
    point_free(point);
    return csv_writer_close(&csv);
}

static void put_result_header(CsvWriter *csv, const Sweep *sweep) {
    cells_put_point_names(csv, sweep);
    cells_put_names(csv, OUTCOME_COLUMNS, G_N_ELEMENTS(OUTCOME_COLUMNS));
    for (int i = 0; i < N_KPI_COLUMNS; i++) {
        csv_put_text(csv, kpi_columns[i].name);
    }
    csv_put_text(csv, MARGIN_DELTA);
    csv_end_row(csv);
}

static void put_outcome(CsvWriter *csv, const SweepRow *row, double base_margin) {
    csv_put_text(csv, row_status_word(row->status));
    csv_put_int(csv, row_status_exit(row->status));
    csv_put_text(csv, row->reason);
    if (row->repeatable < 0) {
        csv_put_empty(csv);
    } else {
        csv_put_bool(csv, row->repeatable > 0);
    }
    cells_put_figure(csv, KPI_RATIO, row->objective);
    cells_put_figure(csv, KPI_RATIO, row->bound);
    cells_put_figure(csv, KPI_RATIO, row->relaxation);
    cells_put_figure(csv, KPI_RATIO, row->gap);
    for (int i = 0; i < N_KPI_COLUMNS; i++) {
        cells_put_figure(csv, kpi_columns[i].form, row->kpi[i]);
    }
    cells_put_figure(csv, KPI_MONEY, sweep_row_margin(row) - base_margin);
    csv_end_row(csv);
}

int results_csv_write(const Sweep *sweep, const SweepRow *rows, const char *dir,
                      const TableForm *form) {
    CsvWriter csv = csv_writer_open(dir, "results.csv", form);
    SweepPoint *point = point_new(sweep);
    put_result_header(&csv, sweep);
    for (int number = 0; number <= sweep->n_points; number++) {
        if (rows[number].status != ROW_MISSING) {
            point_set(sweep, number, point);
            cells_put_point(&csv, sweep, point);
            put_outcome(&csv, &rows[number], sweep_row_margin(&rows[0]));
        }
    }
    point_free(point);
    return csv_writer_close(&csv);
}
