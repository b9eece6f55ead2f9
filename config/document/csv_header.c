/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of a CSV list are matched with the fields they are meant for. */
#include "config/document/csv_header.h"

#include <glib.h>
#include <string.h>

#include "base/plain_text.h"
#include "config/finding_codes.h"

/** A header being read. */
typedef struct {
    DocumentReading *reading;
    const CsvTable *table;
    const ColumnNames *names;
    CsvHeader *headers;
    const char *words[CSV_COLUMNS_MAX]; /**< the header's cells, without the blanks around them */
    bool missing[COLUMN_NAMES_MAX];     /**< per name: no column has it */
    bool good;
} HeaderReading;

static void header_error(HeaderReading *header, Place place, const Phrase *phrase) {
    findings_add(header->reading->findings, place, FINDING_ERROR, phrase);
    header->good = false;
}

/** The keys of a path, apart. @return false where it is none */
static bool split_path(DocumentReading *reading, CsvHeader *header) {
    for (const char *text = header->text;;) {
        const char *dot = strchr(text, '.');
        size_t length = dot == NULL ? strlen(text) : (size_t)(dot - text);
        if (length == 0 || header->count == CSV_PATH_PARTS) {
            header->count = 0;
            return false;
        }
        header->parts[header->count++] = arena_text(reading->arena, text, length);
        if (dot == NULL) {
            return true;
        }
        text = dot + 1;
    }
}

/** True where `whole` names a map that `part` is within: cost, cost.teu. */
static bool header_holds(const CsvHeader *whole, const CsvHeader *part) {
    size_t length = strlen(whole->text);
    return strncmp(whole->text, part->text, length) == 0 && part->text[length] == '.';
}

/** Two columns of one field, or of a map and a field within it, would be two values of one. The
 * finding stands at the later column. */
static void check_apart(HeaderReading *header, int column) {
    const CsvHeader *this = &header->headers[column];
    for (int i = 0; i<column &&this->count> 0; i++) {
        const CsvHeader *before = &header->headers[i];
        if (before->count == 0) {
            continue;
        }
        if (strcmp(before->text, this->text) == 0) {
            header_error(header, this->place,
                         &PHRASE(FAULT_COLUMN_TWICE, phrase_cut(header->words[column], 60)));
            return;
        }
        if (header_holds(before, this) || header_holds(this, before)) {
            header_error(header, this->place,
                         &PHRASE(FINDING_COLUMNS_OVERLAP, this->text, before->text));
            return;
        }
    }
}

/** A column without a name is passed over where nothing stands in it. */
static void check_nameless(HeaderReading *header, int column) {
    for (int row = 1; row < header->table->n_rows; row++) {
        if (!text_is_blank(csv_cell(header->table, row, column))) {
            header_error(header, header->headers[column].place,
                         &PHRASE(FAULT_COLUMN_NAMELESS, column + 1));
            return;
        }
    }
}

static void read_column(HeaderReading *header, int column) {
    CsvHeader *this = &header->headers[column];
    const char *word = header->words[column];
    const int known = column_names_find(header->names, word, strlen(word));
    if (known >= 0) {
        const ColumnName *name = &header->names->names[known];
        header->missing[known] = false;
        this->text = arena_text(header->reading->arena, name->path, strlen(name->path));
        if (!name->in_cell) {
            header_error(header, this->place, &PHRASE(FINDING_NOT_IN_CELL, this->text));
        }
    } else if (header->names->count > 0) {
        return;
    }
    if (split_path(header->reading, this)) {
        check_apart(header, column);
    } else {
        header_error(header, this->place, &PHRASE(FINDING_HEADER_NO_FIELD, word));
    }
}

/** The first name within a map that a header is the name of: late, late.per_day; NULL for none. */
static const ColumnName *name_within(const ColumnNames *names, const char *word) {
    const size_t length = strlen(word);
    for (int i = 0; i < names->count; i++) {
        const char *path = names->names[i].path;
        if (g_ascii_strncasecmp(path, word, length) == 0 && path[length] == '.') {
            return &names->names[i];
        }
    }
    return NULL;
}

/** Says of a column that is no field which it may be meant for: an error where that is nearly its
 * name and missing, for then it is what was meant. */
static void tell_unknown_column(HeaderReading *header, int column) {
    enum { NEAR = 2 };
    const ColumnNames *names = header->names;
    const char *word = header->words[column];
    const Place place = header->headers[column].place;
    const ColumnName *within = name_within(names, word);
    if (within != NULL) {
        header_error(header, place,
                     &PHRASE(FINDING_COLUMN_NEAR, phrase_cut(word, 60), within->path));
        return;
    }
    bool all[COLUMN_NAMES_MAX];
    memset(all, true, sizeof all);
    int distance, letters;
    int nearest = column_names_nearest(names, header->missing, word, &distance, &letters);
    if (nearest >= 0 && distance <= NEAR && 2 * distance < letters) {
        header_error(
            header, place,
            &PHRASE(FINDING_COLUMN_NEAR, phrase_cut(word, 60), names->names[nearest].path));
        header->missing[nearest] = false;
        return;
    }
    nearest = column_names_nearest(names, all, word, &distance, &letters);
    finding_warning(header->reading->findings, place, FINDING_COLUMN_UNKNOWN, phrase_cut(word, 60),
                    names->names[nearest].path);
}

static void tell_unknown_columns(HeaderReading *header) {
    for (int column = 0; column < header->table->n_columns; column++) {
        const CsvHeader *this = &header->headers[column];
        if (this->count == 0 && header->words[column][0] != '\0') {
            tell_unknown_column(header, column);
        }
    }
}

static void add_name(GString *list, const ColumnName *name) {
    g_string_append_printf(list, "%s%s", list->len > 0 ? ", " : "", name->path);
}

/** True where a column is there that stands in place of this one. */
static bool has_other(const HeaderReading *header, const ColumnName *name) {
    for (int i = 0; i < header->names->count && name->instead != NULL; i++) {
        if (!header->missing[i] && strcmp(header->names->names[i].path, name->instead) == 0) {
            return true;
        }
    }
    return false;
}

/** Names the required columns that are missing, and all that there could be. */
static void tell_missing_columns(HeaderReading *header, Place place) {
    g_autoptr(GString) missing = g_string_new(NULL);
    g_autoptr(GString) known = g_string_new(NULL);
    for (int i = 0; i < header->names->count; i++) {
        const ColumnName *name = &header->names->names[i];
        add_name(known, name);
        if (name->required && header->missing[i] && !has_other(header, name)) {
            add_name(missing, name);
        }
    }
    if (missing->len > 0) {
        header_error(header, place, &PHRASE(FINDING_COLUMNS_MISSING, missing->str, known->str));
    }
}

/** Counts the columns in each map that a header's path goes through. */
static void count_rooms(CsvHeader *headers, int count) {
    for (int a = 0; a < count; a++) {
        CsvHeader *header = &headers[a];
        for (int b = 0; b < count; b++) {
            const CsvHeader *other = &headers[b];
            for (int i = 0; i < MIN(header->count, other->count) &&
                            strcmp(header->parts[i], other->parts[i]) == 0;
                 i++) {
                header->rooms[i]++;
            }
        }
    }
}

/** A cell of the header without the blanks around it. */
static const char *header_word(DocumentReading *reading, const char *cell) {
    for (size_t length; (length = blank_length(cell)) > 0;) {
        cell += length;
    }
    const char *end = cell;
    for (const char *at = cell; *at != '\0';) {
        const size_t blank = blank_length(at);
        at += blank > 0 ? blank : 1;
        end = blank > 0 ? end : at;
    }
    return arena_text(reading->arena, cell, (size_t)(end - cell));
}

CsvHeader *csv_header_read(DocumentReading *reading, const char *file, const CsvTable *table,
                           const ColumnNames *names) {
    const Place line = place_at(file, table->lines[0], 1);
    if (table->n_columns > CSV_COLUMNS_MAX) {
        finding_error(reading->findings, line, FINDING_COLUMNS_TOO_MANY, table->n_columns,
                      CSV_COLUMNS_MAX);
        return NULL;
    }
    HeaderReading header = {.reading = reading, .table = table, .names = names, .good = true};
    header.headers = arena_alloc(reading->arena, (size_t)table->n_columns, sizeof *header.headers);
    memset(header.missing, true, sizeof header.missing);
    for (int column = 0; column < table->n_columns; column++) {
        CsvHeader *this = &header.headers[column];
        this->place = place_at(file, table->places[column].line, table->places[column].column);
        header.words[column] = this->text = header_word(reading, csv_cell(table, 0, column));
        if (this->text[0] == '\0') {
            check_nameless(&header, column);
        } else {
            read_column(&header, column);
        }
    }
    if (names->count > 0) {
        tell_unknown_columns(&header);
    }
    if (header.good) { /* else what is missing may follow from what is told */
        tell_missing_columns(&header, line);
    }
    count_rooms(header.headers, table->n_columns);
    return header.good ? header.headers : NULL;
}
