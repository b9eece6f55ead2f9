/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column of numbers out of a CSV file: what happened, to be drawn again. */
#include "study/sweep/parameter_column.h"

#include <glib.h>
#include <stddef.h>
#include <string.h>

#include "base/csv.h"
#include "base/number_text.h"
#include "base/statistics.h"
#include "base/suggest.h"
#include "config/finding_codes.h"
#include "config/reader/reader.h"
#include "config/reader/reader_faults.h"
#include "config/reader/reader_words.h"

typedef struct {
    const char *csv, *column;
} ColumnSource;

static const Field SOURCE_FIELDS[] = {
    {"csv", FIELD_TEXT, offsetof(ColumnSource, csv), .required = true,
     .doc = "The file, relative to the one that names it."},
    {"column", FIELD_TEXT, offsetof(ColumnSource, column), .required = true,
     .doc = "The header of the column."},
};

static const FieldTable source_table = {.noun = KEY_EMPIRICAL,
                                        TABLE_FIELDS(SOURCE_FIELDS),
                                        .place_offset = OFFSET_NONE,
                                        .key_offset = OFFSET_NONE};

/** A name as the file that holds it means it. */
static char *path_beside(const char *holder, const char *name) {
    g_autofree char *folder = g_path_get_dirname(holder);
    return g_path_is_absolute(name) || strcmp(folder, ".") == 0
               ? g_strdup(name)
               : g_build_filename(folder, name, NULL);
}

/** @return false, with an error, where the file is none */
static bool read_table_of(Reader *reader, const Node *name, const char *path, CsvTable *table,
                          bool *unreadable) {
    CsvError error;
    const CsvStatus status = csv_read(path, table, &error);
    if (status == CSV_UNREADABLE) {
        finding_error(reader->findings, name->place, FAULT_OF_FILE, path, &error.phrase);
        *unreadable = true;
    } else if (status == CSV_MALFORMED) {
        const char *file = findings_file_name(reader->findings, path);
        findings_add(reader->findings, place_at(file, error.line, error.column), FINDING_ERROR,
                     &error.phrase);
    }
    return status == CSV_OK;
}

static void tell_no_column(Reader *reader, const Node *node, const CsvTable *table) {
    Suggestion nearest = suggestion_start(node->text);
    for (int i = 0; i < table->n_columns; i++) {
        suggestion_try(&nearest, csv_cell(table, 0, i));
    }
    const Phrase hint = hint_of(nearest.best);
    finding_error(reader->findings, node->place, FINDING_COLUMN_ABSENT, quoted(node->text).text,
                  &hint);
}

/** Reads one cell. @return false, with an error where it holds something else, for no number */
static bool cell_number(Reader *reader, const char *file, const CsvTable *table, int row,
                        int column, double *number) {
    g_autofree char *text = g_strstrip(g_strdup(csv_cell(table, row, column)));
    if (text[0] == '\0') {
        return false;
    }
    const Phrase why = number_text_parse(text, MARKS_PLAIN, number);
    if (why.code != FAULT_NONE) {
        const CsvPlace *at =
            &table->places[(size_t)row * (size_t)table->n_columns + (size_t)column];
        finding_error(reader->findings, place_at(file, at->line, at->column), FINDING_VALUE,
                      csv_cell(table, 0, column), quoted(text).text, &why);
    }
    return why.code == FAULT_NONE;
}

static void take_column(Reader *reader, const Node *name, const char *path, const CsvTable *table,
                        Distribution *to) {
    const int column = csv_column(table, name->text);
    if (column < 0) {
        tell_no_column(reader, name, table);
        return;
    }
    const char *file = findings_file_name(reader->findings, path);
    const int errors_before = reader_errors(reader);
    double *numbers = case_memory_array(reader->memory, (size_t)table->n_rows, sizeof *numbers);
    int count = 0;
    for (int row = 1; row < table->n_rows; row++) {
        count += cell_number(reader, file, table, row, column, &numbers[count]);
    }
    if (count == 0 && reader_errors(reader) == errors_before) {
        finding_error(reader->findings, name->place, FINDING_COLUMN_EMPTY, quoted(name->text).text);
    }
    numbers_sort(numbers, count);
    to->values = numbers;
    to->n_values = count;
}

void parameter_column_read(Reader *reader, const Node *node, Distribution *to, bool *unreadable) {
    if (node->kind == NODE_LIST) { /* a `{csv: FILE}` alone stands for the rows of a list */
        finding_error(reader->findings, node->place, FINDING_KEY_MISSING,
                      phrase_word(KEY_EMPIRICAL), "column");
        return;
    }
    if (node->kind != NODE_MAP) {
        finding_error(reader->findings, node->place, FINDING_NOT_MAP, phrase_word(KEY_EMPIRICAL));
        return;
    }
    ColumnSource source = {NULL, NULL};
    const int errors_before = reader_errors(reader);
    reader_read_map(reader, &source_table, node, &source, false);
    if (reader_errors(reader) > errors_before) {
        return;
    }
    CsvTable table;
    g_autofree char *path = path_beside(node->place.file, source.csv);
    if (read_table_of(reader, node_get(node, "csv"), path, &table, unreadable)) {
        take_column(reader, node_get(node, "column"), path, &table, to);
        csv_free(&table);
    }
}
