/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the CSV files of a plan, each with just the columns it has to have, and finds their rows.
 */
#include "verify/read/checked_table.h"

static bool check_table_header(const CheckedTable *table) {
    g_autofree char *found = plan_table_header(&table->read);
    g_autofree char *expected = plan_file_header(table->read.id);
    return report_check(table->report, VERIFY_FILES, plan_table_whole(&table->read), table->file, 0,
                        "its columns are %s, they should be %s", found, expected);
}

bool checked_table_read(CheckedTable *table, PlanTableId id, const char *dir,
                        VerifyReport *report) {
    CsvError error;
    *table = (CheckedTable){.file = plan_file(id)->name, .report = report};
    CsvStatus status = plan_table_read(&table->read, id, dir, &error);
    table->n_rows = table->read.csv.n_rows;
    if (status == CSV_UNREADABLE) {
        report_unreadable(report, table->file, &error.phrase);
        return false;
    }
    g_autofree char *fault = report->words(&error.phrase);
    return report_check(report, VERIFY_FILES, status == CSV_OK, table->file, 0,
                        "line %d, column %d: %s", error.line, error.column, fault) &&
           check_table_header(table);
}

void checked_table_free(CheckedTable *table) {
    plan_table_free(&table->read);
}

const char *checked_cell(const CheckedTable *table, int row, int column) {
    return plan_table_cell(&table->read, row, column);
}

static char *index_key(const char *first, const char *second) {
    return g_strconcat(first, "\x1f", second, NULL);
}

GHashTable *checked_index(const CheckedTable *table, int first, int second) {
    GHashTable *index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int row = 1; row < table->n_rows; row++) {
        const char *one = checked_cell(table, row, first);
        const char *other = second >= 0 ? checked_cell(table, row, second) : "";
        char *key = index_key(one, other);
        if (ROW_CHECK(table, VERIFY_FILES, !g_hash_table_contains(index, key), row,
                      "%s %s stands here a second time", one, other)) {
            g_hash_table_insert(index, key, GINT_TO_POINTER(row));
        } else {
            g_free(key);
        }
    }
    return index;
}

int checked_find(GHashTable *index, const char *first, const char *second) {
    char *key = index_key(first, second);
    int row = GPOINTER_TO_INT(g_hash_table_lookup(index, key));
    g_free(key);
    return row;
}
