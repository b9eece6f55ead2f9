/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree of a document: what stands in it and where. */
#include "config/document/node.h"

#include <string.h>

#include "base/arena.h"
#include "base/text_file.h"

const Node *node_get(const Node *map, const char *key) {
    for (int i = 0; i < map->count; i++) {
        if (strcmp(map->entries[i].key, key) == 0) {
            return map->entries[i].value;
        }
    }
    return NULL;
}

Place place_of(const Node *map, const char *key) {
    const Node *value = node_get(map, key);
    return value == NULL ? map->place : value->place;
}

Place place_within(const Node *map, const char *group, const char *key) {
    const Node *inner = node_get(map, group);
    return inner != NULL && inner->kind == NODE_MAP ? place_of(inner, key) : place_of(map, group);
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
    Node *item = arena_alloc(cell->csv->arena, 1, sizeof *item);
    *item = *cell;
    item->text = arena_text(cell->csv->arena, start, (size_t)(end - start));
    item->place.column += text_characters(cell->text, (size_t)(start - cell->text));
    return item;
}

const Node *node_as_list(const Node *node) {
    if (node == NULL || node->kind == NODE_LIST) {
        return node;
    }
    if (node->kind != NODE_SCALAR || node->csv == NULL) {
        return NULL;
    }
    size_t items = 1;
    for (const char *at = node->text; *at != '\0'; at++) {
        items += *at == ';';
    }
    Node *list = arena_alloc(node->csv->arena, 1, sizeof *list);
    list->kind = NODE_LIST;
    list->place = node->place;
    list->text = "";
    list->items = arena_alloc(node->csv->arena, items, sizeof(Node *));
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
