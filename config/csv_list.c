#include "config/csv_list.h"

#include <string.h>

#include "config/csv.h"

/** Keys that one header path can nest. */
enum { PATH_MAX_PARTS = 4 };

/** A header cell taken apart: `cost.teu` → cost, teu. */
typedef struct {
    const char *parts[PATH_MAX_PARTS];
    int count;
    Place place;
} Header;

static bool header_split(DocumentReading *reading, Header *header, const char *text) {
    for (;;) {
        const char *dot = strchr(text, '.');
        size_t length = dot == NULL ? strlen(text) : (size_t)(dot - text);
        if (length == 0 || header->count == PATH_MAX_PARTS) {
            findings_error(reading->findings, header->place,
                           "header %s is no field; write a field's name, nested ones as cost.teu", text);
            return false;
        }
        header->parts[header->count++] = arena_text(reading->arena, text, length);
        if (dot == NULL) {
            return true;
        }
        text = dot + 1;
    }
}

static Node *cell_node(DocumentReading *reading, const CsvTable *table, const char *file, int row,
                       int column) {
    int cell = row * table->n_columns + column;
    Place place = {file, table->places[cell].line, table->places[cell].column};
    Node *node = node_new(reading, NODE_SCALAR, place);
    const char *text = csv_cell(table, row, column);
    node->text = arena_text(reading->arena, text, strlen(text));
    node->quoted = true;
    node->csv_cell = true;
    node->arena = reading->arena;
    return node;
}

/** The map below `key`, made where it is not there yet. Maps of a row have room for all its columns. */
static Node *submap(DocumentReading *reading, Node *map, const char *key, Place place, int room) {
    for (int i = 0; i < map->count; i++) {
        if (strcmp(map->entries[i].key, key) == 0) {
            return map->entries[i].value;
        }
    }
    Node *below = node_new(reading, NODE_MAP, place);
    below->entries = arena_alloc(reading->arena, (size_t)room, sizeof(NodeEntry));
    map->entries[map->count++] = (NodeEntry){key, place, below};
    return below;
}

static void put_cell(DocumentReading *reading, Node *map, const Header *header, Node *cell, int room) {
    for (int i = 0; i < header->count - 1; i++) {
        map = submap(reading, map, header->parts[i], header->place, room);
        if (map->kind != NODE_MAP) {
            findings_error(reading->findings, header->place,
                           "header %s stands beside its own parts; keep one form", header->parts[i]);
            return;
        }
    }
    map->entries[map->count++] =
        (NodeEntry){header->parts[header->count - 1], header->place, cell};
}

static Node *row_node(DocumentReading *reading, const CsvTable *table, const Header *headers,
                      const char *file, int row) {
    Node *map = node_new(reading, NODE_MAP, (Place){file, table->lines[row], 1});
    map->entries = arena_alloc(reading->arena, (size_t)table->n_columns, sizeof(NodeEntry));
    for (int column = 0; column < table->n_columns; column++) {
        if (csv_cell(table, row, column)[0] != '\0') {
            Node *cell = cell_node(reading, table, file, row, column);
            put_cell(reading, map, &headers[column], cell, table->n_columns);
        }
    }
    return map;
}

static void fill_list(DocumentReading *reading, const CsvTable *table, const char *file,
                      Node *list) {
    Header *headers = arena_alloc(reading->arena, (size_t)table->n_columns, sizeof *headers);
    for (int column = 0; column < table->n_columns; column++) {
        headers[column].place = (Place){file, table->places[column].line, table->places[column].column};
        if (!header_split(reading, &headers[column], csv_cell(table, 0, column))) {
            return;
        }
    }
    list->items = arena_alloc(reading->arena, (size_t)table->n_rows, sizeof(Node *));
    for (int row = 1; row < table->n_rows; row++) {
        list->items[list->count++] = row_node(reading, table, headers, file, row);
    }
}

Node *csv_list_read(DocumentReading *reading, const char *path, const char *shown, Place asked) {
    const char *file = findings_file_name(reading->findings, shown);
    Node *list = node_new(reading, NODE_LIST, asked);
    CsvTable table;
    CsvError error;
    switch (csv_read(path, &table, &error)) {
    case CSV_OK:
        fill_list(reading, &table, file, list);
        csv_free(&table);
        break;
    case CSV_UNREADABLE:
        findings_error(reading->findings, asked, "%s: %s", shown, error.text);
        *reading->unreadable = true;
        break;
    case CSV_MALFORMED:
        findings_error(reading->findings, (Place){file, error.line, error.column}, "%s", error.text);
        break;
    }
    return list;
}
