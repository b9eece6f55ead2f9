/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config/document/node.h"

#include <string.h>

#include "base/arena.h"
#include "base/text_file.h"
#include "config/document/document_memory.h"

Node *node_new(DocumentReading *reading, NodeKind kind, Place place) {
    Node *node = arena_alloc(reading->arena, 1, sizeof *node);
    node->kind = kind;
    node->place = place;
    node->text = "";
    return node;
}

void *node_block(DocumentReading *reading, const void *items, int count, size_t size) {
    void *block = arena_alloc(reading->arena, (size_t)count, size);
    if (count > 0) {
        memcpy(block, items, (size_t)count * size);
    }
    return block;
}

void document_too_large(DocumentReading *reading, Place place) {
    if (!reading->full) {
        findings_error(
            reading->findings, place,
            "the case holds more than %d values; plan a shorter horizon or fewer lines at "
            "a time",
            DOCUMENT_VALUES_MAX);
    }
    reading->full = true;
}

const Node *node_get(const Node *map, const char *key) {
    for (int i = 0; i < map->count; i++) {
        if (strcmp(map->entries[i].key, key) == 0) {
            return map->entries[i].value;
        }
    }
    return NULL;
}

static bool is_blank(char character) {
    return character == ' ' || character == '\t';
}

void node_text_trim(const char **start, const char **end) {
    while (*start < *end && is_blank(**start)) {
        (*start)++;
    }
    while (*end > *start && is_blank((*end)[-1])) {
        (*end)--;
    }
}

/** One item of a cell, blanks around it taken off. */
static Node *cell_item(const Node *cell, const char *start, const char *end) {
    node_text_trim(&start, &end);
    Node *item = arena_alloc(cell->arena, 1, sizeof *item);
    *item = *cell;
    item->text = arena_text(cell->arena, start, (size_t)(end - start));
    item->place.column += text_characters(cell->text, (size_t)(start - cell->text));
    return item;
}

const Node *node_as_list(const Node *node) {
    if (node == NULL || node->kind == NODE_LIST) {
        return node;
    }
    if (node->kind != NODE_SCALAR || !node->csv_cell) {
        return NULL;
    }
    size_t items = 1;
    for (const char *at = node->text; *at != '\0'; at++) {
        items += *at == ';';
    }
    Node *list = arena_alloc(node->arena, 1, sizeof *list);
    list->kind = NODE_LIST;
    list->place = node->place;
    list->text = "";
    list->items = arena_alloc(node->arena, items, sizeof(Node *));
    for (const char *start = node->text;;) {
        const char *end = strchr(start, ';');
        if (end == NULL) {
            list->items[list->count++] = cell_item(node, start, start + strlen(start));
            return list;
        }
        list->items[list->count++] = cell_item(node, start, end);
        start = end + 1;
    }
}
