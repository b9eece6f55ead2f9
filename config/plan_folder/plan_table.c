/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the CSV files of a plan, and finds their columns by name. */
#include "config/plan_folder/plan_table.h"

#include <glib.h>

#include "config/plan_folder/plain_table.h"

/** Bytes that texts are kept in at a time. */
enum { TEXTS_SIZE = 4096 };

CsvStatus plan_table_read(PlanTable *table, PlanTableId id, const char *dir, CsvError *error) {
    const PlanFile *file = plan_file(id);
    g_autofree char *path = g_build_filename(dir, file->name, NULL);
    table->id = id;
    table->texts = g_string_chunk_new(TEXTS_SIZE);
    CsvStatus status = csv_read(path, &table->csv, error);
    plain_table_make(&table->csv, file, table->texts);
    for (int column = 0; column < file->n_columns; column++) {
        table->at[column] = csv_column(&table->csv, file->columns[column].name);
    }
    return status;
}

void plan_table_free(PlanTable *table) {
    csv_free(&table->csv);
    if (table->texts != NULL) {
        g_string_chunk_free(table->texts);
        table->texts = NULL;
    }
}

bool plan_table_has(const PlanTable *table, int column) {
    return table->at[column] >= 0;
}

bool plan_table_whole(const PlanTable *table) {
    int n_columns = plan_file(table->id)->n_columns;
    bool whole = table->csv.n_columns == n_columns;
    for (int column = 0; column < n_columns && whole; column++) {
        whole = table->at[column] == column;
    }
    return whole;
}

char *plan_table_header(const PlanTable *table) {
    GString *header = g_string_new(NULL);
    for (int i = 0; i < table->csv.n_columns && table->csv.n_rows > 0; i++) {
        g_string_append_printf(header, "%s%s", i > 0 ? "," : "", csv_cell(&table->csv, 0, i));
    }
    return g_string_free(header, FALSE);
}

const char *plan_table_cell(const PlanTable *table, int row, int column) {
    return csv_cell(&table->csv, row, table->at[column]);
}

const char *plan_table_text(const PlanTable *table, int row, int column) {
    const char *cell = plan_table_cell(table, row, column);
    return cell[0] == '\'' ? cell + 1 : cell;
}

CsvPlace plan_table_place(const PlanTable *table, int row, int column) {
    const CsvTable *csv = &table->csv;
    return csv->places[(size_t)row * (size_t)csv->n_columns + (size_t)table->at[column]];
}
