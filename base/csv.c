/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV text to cells: quotes, row ends, the header, and what is wrong with them. */
#include "base/csv.h"

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/fault.h"
#include "base/plain_text.h"

/** Reading position. Cells are unquoted and ended by NUL where they stand: the text only shrinks.
 */
typedef struct {
    char *at;
    char *column_at; /**< up to here `column` is counted */
    char *end;       /**< of the text: an empty cell */
    int line, column;
    char separator;
    CsvFault *fault;
    void *user;
    int faults;
} CsvReader;

typedef struct {
    GPtrArray *cells;
    GArray *places; /**< CsvPlace per cell */
    GArray *lines;  /**< int per row */
} CsvRows;

static CsvPlace here(CsvReader *reader) {
    reader->column += text_characters(reader->column_at, (size_t)(reader->at - reader->column_at));
    reader->column_at = reader->at;
    return (CsvPlace){reader->line, reader->column};
}

static void new_line(CsvReader *reader) {
    reader->line++;
    reader->column = 1;
    reader->column_at = reader->at;
}

static void report_fault(CsvReader *reader, CsvPlace place, Phrase phrase) {
    const CsvError error = {phrase, place.line, place.column};
    reader->faults++;
    reader->fault(reader->user, &error);
}

/** Length of the line end that begins here, 0 where there is none. */
static size_t line_end(const char *at) {
    if (at[0] == '\r' && at[1] == '\n') {
        return 2;
    }
    return at[0] == '\n' || at[0] == '\r' ? 1 : 0;
}

static bool cell_ends(const CsvReader *reader) {
    const char *at = reader->at;
    return *at == '\0' || *at == reader->separator || line_end(at) > 0;
}

/** Reads a cell in quotes; `at` stands on the opening one. False where a fault was reported. */
static bool read_quoted(CsvReader *reader, char **cell_end) {
    const CsvPlace opening = here(reader);
    char *out = reader->at++;
    for (; *reader->at; reader->at++) {
        if (*reader->at == '"' && reader->at[1] != '"') {
            break;
        }
        if (*reader->at == '"') {
            reader->at++;
        }
        *out++ = *reader->at;
        if (*reader->at == '\n') {
            reader->at++;
            new_line(reader);
            reader->at--;
        }
    }
    if (!*reader->at) {
        report_fault(reader, opening, PHRASE(FAULT_QUOTE_OPEN));
        return false;
    }
    reader->at++;
    *cell_end = out;
    if (cell_ends(reader)) {
        return true;
    }
    report_fault(reader, here(reader), PHRASE(FAULT_QUOTE_CLOSED));
    return false;
}

static bool read_plain(CsvReader *reader, char **cell_end) {
    for (; !cell_ends(reader); reader->at++) {
        if (*reader->at == '"') {
            report_fault(reader, here(reader), PHRASE(FAULT_QUOTE_WITHIN));
            return false;
        }
    }
    *cell_end = reader->at;
    return true;
}

static void skip_line(CsvReader *reader) {
    while (*reader->at && !line_end(reader->at)) {
        reader->at++;
    }
}

static void finish_line(CsvReader *reader) {
    size_t length = line_end(reader->at);
    reader->at += length;
    if (length) {
        new_line(reader);
    }
}

/** Reads the cells of one row. False where a fault was reported; the reader stands on the next line
 * either way. */
static bool read_csv_row(CsvReader *reader, CsvRows *rows) {
    bool good = true;
    for (bool more = true; more;) {
        CsvPlace place = here(reader);
        const bool quoted = *reader->at == '"';
        char *cell = reader->at;
        char *cell_end = cell;
        place.column += quoted ? 1 : 0;
        good = quoted ? read_quoted(reader, &cell_end) : read_plain(reader, &cell_end);
        if (!good) {
            skip_line(reader);
            break;
        }
        g_ptr_array_add(rows->cells, cell);
        g_array_append_val(rows->places, place);
        more = *reader->at == reader->separator;
        if (more) {
            reader->at++;
        } else {
            finish_line(reader);
        }
        *cell_end = '\0';
    }
    if (!good) {
        finish_line(reader);
    }
    return good;
}

/** Takes the row's cells back where it has not as many as the header. */
static bool check_length(CsvReader *reader, const CsvRows *rows, guint from, guint columns) {
    const guint count = rows->cells->len - from;
    if (count == columns) {
        return true;
    }
    const guint odd = count > columns ? from + columns : from;
    const int cells = (int)count, in_header = (int)columns;
    report_fault(reader, g_array_index(rows->places, CsvPlace, odd),
                 count == 1        ? PHRASE(FAULT_ROW_OF_ONE, in_header)
                 : count < columns ? PHRASE(FAULT_ROW_SHORT, cells, in_header)
                                   : PHRASE(FAULT_ROW_LONG, cells, in_header));
    return false;
}

/** Gives a row as many cells as the header has: those that are missing are empty, blank ones at its
 * end are dropped. */
static void fit_row(CsvReader *reader, CsvRows *rows, guint from, guint columns) {
    const CsvPlace end = here(reader);
    while (rows->cells->len - from > columns &&
           text_is_blank(g_ptr_array_index(rows->cells, rows->cells->len - 1))) {
        g_ptr_array_set_size(rows->cells, (gint)rows->cells->len - 1);
    }
    g_array_set_size(rows->places, rows->cells->len);
    while (rows->cells->len - from < columns) {
        g_ptr_array_add(rows->cells, reader->end);
        g_array_append_val(rows->places, end);
    }
}

/** True where a row would have as many cells as the header if other separators were taken, too. */
static bool is_mixed(const CsvReader *reader, const CsvRows *rows, guint from, guint columns) {
    guint cells = rows->cells->len - from;
    for (guint i = from; i < rows->cells->len; i++) {
        for (const char *at = g_ptr_array_index(rows->cells, i); *at; at++) {
            cells += *at != reader->separator && strchr(",;\t", *at) ? 1 : 0;
        }
    }
    return rows->cells->len - from < columns && cells == columns;
}

static bool is_blank_row(const CsvRows *rows, guint from) {
    for (guint i = from; i < rows->cells->len; i++) {
        if (!text_is_blank(g_ptr_array_index(rows->cells, i))) {
            return false;
        }
    }
    return true;
}

static void check_header(CsvReader *reader, const CsvRows *rows) {
    GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < rows->cells->len; i++) {
        char *name = g_strstrip(g_ptr_array_index(rows->cells, i));
        const CsvPlace place = g_array_index(rows->places, CsvPlace, i);
        if (!*name) {
            report_fault(reader, place, PHRASE(FAULT_COLUMN_NAMELESS, (int)i + 1));
        } else if (!g_hash_table_add(seen, name)) {
            report_fault(reader, place, PHRASE(FAULT_COLUMN_TWICE, phrase_cut(name, 60)));
        }
        g_ptr_array_index(rows->cells, i) = name;
    }
    g_hash_table_destroy(seen);
}

/** Keeps the row that begins with cell `from`, or takes it back. @return true where it is kept */
static bool keep_csv_row(CsvReader *reader, CsvRows *rows, guint from, guint columns, bool loose) {
    if (columns && loose && is_blank_row(rows, from)) {
        return false;
    }
    if (columns && loose && !is_mixed(reader, rows, from, columns)) {
        fit_row(reader, rows, from, columns);
    }
    return !columns || check_length(reader, rows, from, columns);
}

static void read_csv_rows(CsvReader *reader, CsvRows *rows, bool loose) {
    guint columns = 0;
    while (*reader->at) {
        if (line_end(reader->at)) {
            finish_line(reader);
            continue;
        }
        const guint from = rows->cells->len;
        const int line = reader->line;
        const bool good = read_csv_row(reader, rows);
        if (good && keep_csv_row(reader, rows, from, columns, loose)) {
            g_array_append_val(rows->lines, line);
        } else {
            g_ptr_array_set_size(rows->cells, (gint)from);
        }
        g_array_set_size(rows->places, rows->cells->len);
        if (columns) {
            continue;
        }
        columns = rows->cells->len;
        if (good && !loose) {
            check_header(reader, rows);
        }
        if (reader->faults) {
            return;
        }
    }
    if (!columns) {
        report_fault(reader, (CsvPlace){0, 0}, PHRASE(FAULT_NO_HEADER));
    }
}

CsvStatus csv_read_text(TextFile *file, const CsvDialect *dialect, CsvTable *table, CsvFault *fault,
                        void *user) {
    char *header = file->bytes + file->start + dialect->start;
    CsvReader reader = {.at = header,
                        .column_at = header,
                        .end = file->bytes + file->size,
                        .line = dialect->line,
                        .column = 1,
                        .separator = dialect->separator,
                        .fault = fault,
                        .user = user};
    CsvRows rows = {g_ptr_array_new(), g_array_new(false, false, sizeof(CsvPlace)),
                    g_array_new(false, false, sizeof(int))};
    read_csv_rows(&reader, &rows, dialect->loose);
    *table = (CsvTable){.separator = dialect->separator, .text = file->bytes, .bytes = file->size};
    table->n_rows = (int)rows.lines->len;
    table->n_columns = table->n_rows ? (int)rows.cells->len / table->n_rows : 0;
    table->cells = (char **)g_ptr_array_free(rows.cells, false);
    table->places = (CsvPlace *)(void *)g_array_free(rows.places, false);
    table->lines = (int *)(void *)g_array_free(rows.lines, false);
    *file = (TextFile){.bytes = NULL};
    return reader.faults ? CSV_MALFORMED : CSV_OK;
}

static void keep_first(void *user, const CsvError *error) {
    CsvError *first = user;
    if (first->phrase.code == FAULT_NONE) {
        *first = *error;
    }
}

/** What stands between cells, as the first line tells. */
static char find_separator(const char *text) {
    const size_t length = strcspn(text, "\r\n");
    return memchr(text, ';', length) != NULL && memchr(text, ',', length) == NULL ? ';' : ',';
}

CsvStatus csv_read(const char *path, CsvTable *table, CsvError *error) {
    *table = (CsvTable){0};
    *error = (CsvError){.line = 0};
    TextFile file;
    TextFault refusal;
    const TextFileStatus read = text_file_read(path, &file, &refusal);
    if (read != TEXT_FILE_OK) {
        *error = (CsvError){refusal.phrase, refusal.line, refusal.column};
        return read == TEXT_FILE_UNREADABLE ? CSV_UNREADABLE : CSV_MALFORMED;
    }
    CsvDialect dialect = CSV_STRICT;
    dialect.separator = find_separator(file.bytes + file.start);
    const CsvStatus status = csv_read_text(&file, &dialect, table, keep_first, error);
    if (status != CSV_OK) {
        csv_free(table);
    }
    return status;
}

void csv_free(CsvTable *table) {
    g_free(table->cells);
    g_free(table->places);
    g_free(table->lines);
    g_free(table->text);
    *table = (CsvTable){0};
}

int csv_column(const CsvTable *table, const char *header) {
    for (int i = 0; i < table->n_columns && table->n_rows > 0; i++) {
        if (strcmp(csv_cell(table, 0, i), header) == 0) {
            return i;
        }
    }
    return -1;
}
