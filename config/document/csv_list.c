/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a CSV file become maps, their columns nested by path. Values are read
 * later, by config/reader, as those of YAML. */
#include "config/document/csv_list.h"

#include <glib.h>
#include <string.h>

#include "base/csv.h"
#include "base/text_file.h"
#include "config/document/csv_header.h"
#include "config/finding_codes.h"

/** A CSV file on its way to a list. */
typedef struct {
    DocumentReading *reading;
    const char *file; /**< name for places */
    Place asked;
    CsvTable table;
    const CsvHeader *headers;
    const CsvCells *cells;
    Node *node;     /**< the list */
    GArray *faults; /**< CsvError: they are told where the header is in order */
} CsvList;

/* ---- rows ---- */

/** A cell without the blanks around it; NULL where it is empty. */
static Node *cell_node(const CsvList *list, int row, int column) {
    const CsvTable *table = &list->table;
    const char *text = csv_cell(table, row, column);
    const char *start = text;
    const char *end = text + strlen(text);
    node_text_trim(&start, &end);
    if (start == end) {
        return NULL;
    }
    const CsvPlace *at = &table->places[row * table->n_columns + column];
    Place place = {list->file, at->line, at->column + (int)(start - text)};
    for (const char *c = start; c < end; c++) {
        if (text_control_length(c) > 0) {
            finding_error(list->reading->findings, place, FINDING_CELL_LINES);
            list->node->lost = true;
            return NULL;
        }
    }
    Node *node = node_new(list->reading, NODE_SCALAR, place);
    node->text = arena_text(list->reading->arena, start, (size_t)(end - start));
    node->quoted = true;
    node->csv = list->cells;
    return node;
}

/** The map that a part of a header names, made where it is not there yet. */
static Node *submap(const CsvList *list, Node *map, const CsvHeader *header, int part) {
    const char *key = header->parts[part];
    for (int i = 0; i < map->count; i++) {
        if (strcmp(map->entries[i].key, key) == 0) {
            return map->entries[i].value;
        }
    }
    Node *below = node_new(list->reading, NODE_MAP, header->place);
    below->entries =
        arena_alloc(list->reading->arena, (size_t)header->rooms[part], sizeof(NodeEntry));
    map->entries[map->count++] = (NodeEntry){key, header->place, below};
    return below;
}

static void put_in_map(const CsvList *list, Node *map, const CsvHeader *header, Node *cell) {
    for (int i = 0; i < header->count - 1; i++) {
        map = submap(list, map, header, i);
    }
    map->entries[map->count++] = (NodeEntry){header->parts[header->count - 1], header->place, cell};
}

static Node *row_node(const CsvList *list, int row) {
    const CsvTable *table = &list->table;
    Node *map = node_new(list->reading, NODE_MAP, (Place){list->file, table->lines[row], 1});
    map->csv = list->cells;
    map->entries = arena_alloc(list->reading->arena, (size_t)table->n_columns, sizeof(NodeEntry));
    for (int column = 0; column < table->n_columns; column++) {
        const bool taken = list->headers[column].count > 0;
        Node *cell = taken ? cell_node(list, row, column) : NULL;
        if (cell != NULL) {
            put_in_map(list, map, &list->headers[column], cell);
        }
    }
    return map;
}

static void fill_list(CsvList *list) {
    DocumentReading *reading = list->reading;
    const CsvTable *table = &list->table;
    Node *node = list->node;
    if (table->n_rows > (DOCUMENT_VALUES_MAX - reading->values) / (table->n_columns + 1)) {
        document_too_large(reading, list->asked);
        return;
    }
    node->items = arena_alloc(reading->arena, (size_t)table->n_rows, sizeof(Node *));
    for (int row = 1; row < table->n_rows; row++) {
        node->items[node->count++] = row_node(list, row);
    }
}

/* ---- the file ---- */

static void take_fault(void *user, const CsvError *error) {
    CsvList *list = user;
    g_array_append_vals(list->faults, error, 1);
}

static void tell_faults(const CsvList *list) {
    for (guint i = 0; i < list->faults->len; i++) {
        const CsvError *error = &g_array_index(list->faults, CsvError, i);
        findings_add(list->reading->findings, place_at(list->file, error->line, error->column),
                     FINDING_ERROR, &error->phrase);
    }
}

/** The text of the file. @return false, with errors, where it cannot be had */
static bool read_text(CsvList *list, const char *path, Encoding encoding, TextFile *text) {
    TextFault fault;
    DocumentReading *reading = list->reading;
    switch (text_file_read_as(path, encoding, text, &fault)) {
    case TEXT_FILE_OK:
        if (encoding == ENCODING_FOUND && text->encoding == ENCODING_GB18030) {
            finding_warning(reading->findings, place_at(list->file, 0, 0), FINDING_READ_AS_GB18030);
        }
        return true;
    case TEXT_FILE_UNREADABLE:
        finding_error(reading->findings, list->asked, FAULT_OF_FILE, path, &fault.phrase);
        *reading->unreadable = true;
        break;
    case TEXT_FILE_REFUSED:
        findings_add(reading->findings, place_at(list->file, fault.line, fault.column),
                     FINDING_ERROR, &fault.phrase);
        break;
    }
    list->node->lost = true;
    return false;
}

static bool names_column(void *user, const char *text, size_t length) {
    return column_names_find(user, text, length) >= 0;
}

static void read_table(CsvList *list, TextFile *text, char separator, ColumnNames *names) {
    DocumentReading *reading = list->reading;
    const CsvDialect dialect =
        csv_dialect_find(text->bytes + text->start, separator, names_column, names);
    if (dialect.title > 0) {
        finding_warning(reading->findings, place_at(list->file, dialect.title, 1),
                        FINDING_TITLE_SKIPPED);
    }
    const CsvStatus status = csv_read_text(text, &dialect, &list->table, take_fault, list);
    list->node->lost = status != CSV_OK;
    reading->bytes += list->table.bytes;
    if (list->table.n_rows > 0) {
        list->headers = csv_header_read(reading, list->file, &list->table, names);
        list->node->lost = list->node->lost || list->headers == NULL;
    }
    if (list->headers != NULL) {
        fill_list(list);
    }
    if (list->headers != NULL || list->table.n_rows == 0) {
        tell_faults(list);
    }
}

Node *csv_list_read(DocumentReading *reading, const CsvSource *source, const char *path,
                    const char *key) {
    CsvCells *cells = arena_alloc(reading->arena, 1, sizeof *cells);
    *cells = (CsvCells){reading->arena, source->marks};
    CsvList list = {.reading = reading,
                    .file = findings_file_name(reading->findings, path),
                    .asked = source->file->place,
                    .cells = cells,
                    .node = node_new(reading, NODE_LIST, source->file->place)};
    ColumnNames names = {.count = 0};
    if (reading->columns != NULL && key != NULL) {
        reading->columns(key, &names);
    }
    TextFile text;
    list.faults = g_array_new(FALSE, FALSE, sizeof(CsvError));
    if (read_text(&list, path, source->encoding, &text)) {
        read_table(&list, &text, source->separator, &names);
    }
    csv_free(&list.table);
    g_array_unref(list.faults);
    return list.node;
}

Node *csv_list_alone(DocumentReading *reading, const char *path, const char *key) {
    const Place place = {findings_file_name(reading->findings, path), 0, 0};
    Node *root = node_new(reading, NODE_MAP, place);
    const CsvSource source = {node_new(reading, NODE_SCALAR, place), '\0', MARKS_EITHER,
                              ENCODING_FOUND};
    const NodeEntry entry = {arena_text(reading->arena, key, strlen(key)), place,
                             csv_list_read(reading, &source, path, key)};
    root->count = 1;
    root->entries = node_block(reading, &entry, 1, sizeof entry);
    return root;
}
