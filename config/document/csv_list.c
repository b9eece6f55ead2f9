/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a CSV file become maps, their columns nested by path. Values are read
 * later, by config/reader, as those of YAML. */
#include "config/document/csv_list.h"

#include <glib.h>
#include <string.h>

#include "base/csv.h"
#include "base/text_file.h"
#include "config/finding_codes.h"

enum {
    PATH_MAX_PARTS = 4, /**< keys that one header path can nest */
    COLUMNS_MAX = 100   /**< no section has that many fields */
};

/** A header cell taken apart: `cost.teu` → cost, teu. */
typedef struct {
    const char *text;
    const char *parts[PATH_MAX_PARTS];
    int rooms[PATH_MAX_PARTS]; /**< per part: columns within the map of that name */
    int count;
    Place place;
} Header;

/** A CSV file on its way to a list. */
typedef struct {
    DocumentReading *reading;
    const char *file; /**< name for places */
    Place asked;
    CsvTable table;
    Header *headers;
    CsvError whole; /**< fault of the file as such, FAULT_NONE where there is none */
} CsvList;

/* ---- header ---- */

/** @return false where the header is no path of fields; an empty one is reported with the file's
 * other faults */
static bool header_split(DocumentReading *reading, Header *header) {
    for (const char *text = header->text; header->text[0] != '\0';) {
        const char *dot = strchr(text, '.');
        size_t length = dot == NULL ? strlen(text) : (size_t)(dot - text);
        if (length == 0 || header->count == PATH_MAX_PARTS) {
            finding_error(reading->findings, header->place, FINDING_HEADER_NO_FIELD, header->text);
            return false;
        }
        header->parts[header->count++] = arena_text(reading->arena, text, length);
        if (dot == NULL) {
            return true;
        }
        text = dot + 1;
    }
    return false;
}

/** True where `whole` names a map that `part` is within: cost, cost.teu. */
static bool header_holds(const Header *whole, const Header *part) {
    size_t length = strlen(whole->text);
    return strncmp(whole->text, part->text, length) == 0 && part->text[length] == '.';
}

/** A field given whole and by its parts has two values. The finding stands at the later column. */
static bool check_columns_apart(const CsvList *list, int column) {
    const Header *header = &list->headers[column];
    for (int i = 0; i < column; i++) {
        const Header *before = &list->headers[i];
        if (header_holds(before, header) || header_holds(header, before)) {
            finding_error(list->reading->findings, header->place, FINDING_COLUMNS_OVERLAP,
                          header->text, before->text);
            return false;
        }
    }
    return true;
}

/** Counts the columns in each map that a header's path goes through. */
static void count_rooms(CsvList *list) {
    for (int a = 0; a < list->table.n_columns; a++) {
        Header *header = &list->headers[a];
        for (int b = 0; b < list->table.n_columns; b++) {
            const Header *other = &list->headers[b];
            for (int i = 0; i < MIN(header->count, other->count) &&
                            strcmp(header->parts[i], other->parts[i]) == 0;
                 i++) {
                header->rooms[i]++;
            }
        }
    }
}

static bool read_headers(CsvList *list) {
    const CsvTable *table = &list->table;
    if (table->n_columns > COLUMNS_MAX) {
        finding_error(list->reading->findings, place_at(list->file, table->lines[0], 1),
                      FINDING_COLUMNS_TOO_MANY, table->n_columns, COLUMNS_MAX);
        return false;
    }
    bool good = true;
    list->headers =
        arena_alloc(list->reading->arena, (size_t)table->n_columns, sizeof *list->headers);
    for (int column = 0; column < table->n_columns; column++) {
        Header *header = &list->headers[column];
        header->text = csv_cell(table, 0, column);
        header->place =
            (Place){list->file, table->places[column].line, table->places[column].column};
        good = header_split(list->reading, header) && check_columns_apart(list, column) && good;
    }
    count_rooms(list);
    return good;
}

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
            return NULL;
        }
    }
    Node *node = node_new(list->reading, NODE_SCALAR, place);
    node->text = arena_text(list->reading->arena, start, (size_t)(end - start));
    node->quoted = true;
    node->csv_cell = true;
    node->arena = list->reading->arena;
    return node;
}

/** The map that a part of a header names, made where it is not there yet. */
static Node *submap(const CsvList *list, Node *map, const Header *header, int part) {
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

static void put_in_map(const CsvList *list, Node *map, const Header *header, Node *cell) {
    for (int i = 0; i < header->count - 1; i++) {
        map = submap(list, map, header, i);
    }
    map->entries[map->count++] = (NodeEntry){header->parts[header->count - 1], header->place, cell};
}

static Node *row_node(const CsvList *list, int row) {
    const CsvTable *table = &list->table;
    Node *map = node_new(list->reading, NODE_MAP, (Place){list->file, table->lines[row], 1});
    map->entries = arena_alloc(list->reading->arena, (size_t)table->n_columns, sizeof(NodeEntry));
    for (int column = 0; column < table->n_columns; column++) {
        Node *cell = cell_node(list, row, column);
        if (cell != NULL) {
            put_in_map(list, map, &list->headers[column], cell);
        }
    }
    return map;
}

static void fill_list(CsvList *list, Node *node) {
    DocumentReading *reading = list->reading;
    const CsvTable *table = &list->table;
    reading->bytes += table->bytes;
    if (table->n_rows == 0 || !read_headers(list)) {
        return;
    }
    if (table->n_rows > (DOCUMENT_VALUES_MAX - reading->values) / (table->n_columns + 1)) {
        document_too_large(reading, list->asked);
        return;
    }
    node->items = arena_alloc(reading->arena, (size_t)table->n_rows, sizeof(Node *));
    for (int row = 1; row < table->n_rows; row++) {
        node->items[node->count++] = row_node(list, row);
    }
}

/** Takes down a fault of a row; that of the whole file waits until its kind is known. */
static void take_fault(void *user, const CsvError *error) {
    CsvList *list = user;
    if (error->line == 0) {
        list->whole = *error;
        return;
    }
    findings_add(list->reading->findings, place_at(list->file, error->line, error->column),
                 FINDING_ERROR, &error->phrase);
}

Node *csv_list_read(DocumentReading *reading, const char *path, Place asked) {
    CsvList list = {
        .reading = reading, .file = findings_file_name(reading->findings, path), .asked = asked};
    Node *node = node_new(reading, NODE_LIST, asked);
    if (csv_read_on(path, &list.table, take_fault, &list) == CSV_UNREADABLE) {
        finding_error(reading->findings, asked, FAULT_OF_FILE, path, &list.whole.phrase);
        *reading->unreadable = true;
    } else if (list.whole.phrase.code != FAULT_NONE) {
        findings_add(reading->findings, place_at(list.file, 0, 0), FINDING_ERROR,
                     &list.whole.phrase);
    }
    fill_list(&list, node);
    csv_free(&list.table);
    return node;
}
