/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the tables of a comparison cell by cell, as their columns say. */
#include "study/compare/comparison_csv.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "base/atomic_dir.h"
#include "base/whole_number.h"
#include "study/compare/comparison_cells.h"

enum { ERROR_MOST = 512 };

/** True where the file begins as our kpi.csv does, whatever its form. */
static bool kpi_is_ours(const char *path) {
    const PlanColumn *columns = compare_file(COMPARE_KPI)->columns;
    CsvTable table;
    CsvError error;
    errno = 0;
    const CsvStatus status = csv_read(path, &table, &error);
    const int cause = status == CSV_UNREADABLE ? errno : 0;
    const bool ours =
        status == CSV_OK && table.n_rows > 0 && table.n_columns > COMPARED_KPI_B &&
        (strcmp(csv_cell(&table, 0, COMPARED_KPI), columns[COMPARED_KPI].name) == 0 ||
         strcmp(csv_cell(&table, 0, COMPARED_KPI), columns[COMPARED_KPI].zh) == 0) &&
        strcmp(csv_cell(&table, 0, COMPARED_KPI_A), columns[COMPARED_KPI_A].name) == 0;
    csv_free(&table);
    errno = cause;
    return ours;
}

/* The first is the marker. */
static const char *const COMPARISON_FILES[] = {
    "kpi.csv", "trains.csv", "bookings.csv", "flows.csv", "prices.csv", "why.csv", NULL};

static const FolderKind COMPARISON_FOLDER = {
    .names = COMPARISON_FILES, .is_marker = kpi_is_ours, .noun = "comparison", .where = " with -o"};

/* ---- a table ---- */

static void put_comparison_cell(CsvWriter *csv, ColumnKind kind, const ComparisonCell *cell) {
    switch (kind) {
    case COLUMN_INSTANT:
        csv_put_instant_text(csv, cell->text != NULL ? cell->text : "");
        break;
    case COLUMN_COUNT:
        if (isnan(cell->number)) {
            csv_put_empty(csv);
        } else {
            csv_put_int(csv, whole_number(cell->number));
        }
        break;
    case COLUMN_MONEY:
        csv_put_money(csv, cell->number);
        break;
    case COLUMN_RATIO:
    case COLUMN_PRICE:
        csv_put_ratio(csv, cell->number);
        break;
    case COLUMN_QUANTITY:
        csv_put_quantity(csv, cell->number);
        break;
    case COLUMN_NUMBER:
        csv_put_number(csv, cell->number);
        break;
    default:
        csv_put_text(csv, cell->text);
        break;
    }
}

void comparison_csv_write(const Comparison *comparison, CompareTableId id, CsvWriter *csv) {
    PlanColumn columns[COMPARISON_COLUMNS_MAX];
    ComparisonCell cells[COMPARISON_COLUMNS_MAX];
    const int n_columns = comparison_columns(comparison, id);
    for (int i = 0; i < n_columns; i++) {
        comparison_column(comparison, id, i, &columns[i]);
    }
    g_autofree char *heading = plan_columns_heading(columns, n_columns, &csv->form);
    csv_put_header(csv, heading);
    for (int row = 0; row < comparison_rows(comparison, id); row++) {
        comparison_row(comparison, id, row, cells);
        for (int i = 0; i < n_columns; i++) {
            put_comparison_cell(csv, columns[i].kind, &cells[i]);
        }
        csv_end_row(csv);
    }
}

/* ---- the folder ---- */

static int write_comparison_table(const Comparison *comparison, CompareTableId id,
                                  const char *folder, const TableForm *form) {
    CsvWriter csv = csv_writer_open(folder, compare_file(id)->name, form);
    comparison_csv_write(comparison, id, &csv);
    return csv_writer_close(&csv);
}

static char *write_all(const Comparison *comparison, const char *dir, const char *folder,
                       const TableForm *form) {
    for (CompareTableId id = 0; id < COMPARE_TABLES; id++) {
        const int cause = comparison_has(comparison, id)
                              ? write_comparison_table(comparison, id, folder, form)
                              : 0;
        if (cause != 0) {
            return g_strdup_printf("%s: %s cannot be written: %s", dir, compare_file(id)->name,
                                   g_strerror(cause));
        }
    }
    return NULL;
}

Outcome comparison_folder_check(const char *dir, bool replace, char **error) {
    char why[ERROR_MOST] = "";
    *error = NULL;
    if (atomic_dir_check(dir, &COMPARISON_FOLDER, replace, why, sizeof why) != ATOMIC_DIR_OK) {
        *error = g_strdup(why);
        return OUTCOME_UNWRITABLE;
    }
    return OUTCOME_DONE;
}

Outcome comparison_folder_write(const Comparison *comparison, const char *dir, bool replace,
                                const TableForm *form, char **error) {
    char why[ERROR_MOST] = "";
    AtomicDir *place = NULL;
    *error = NULL;
    if (atomic_dir_begin(dir, &COMPARISON_FOLDER, replace, &place, why, sizeof why) !=
        ATOMIC_DIR_OK) {
        *error = g_strdup(why);
        return OUTCOME_UNWRITABLE;
    }
    *error = write_all(comparison, dir, atomic_dir_temporary(place), form);
    if (*error != NULL) {
        atomic_dir_abandon(place);
        return OUTCOME_UNWRITABLE;
    }
    if (atomic_dir_commit(place, why, sizeof why) != ATOMIC_DIR_OK) {
        *error = g_strdup(why);
        return OUTCOME_UNWRITABLE;
    }
    return OUTCOME_DONE;
}
