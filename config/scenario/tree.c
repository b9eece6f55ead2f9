/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of the nodes that changes touch, and what is put in and left out. */
#include "config/scenario/tree.h"

#include <string.h>

#include "base/grow.h"

Node *tree_own(Tree *tree, Node **at) {
    const Node *node = *at;
    if (node->own) {
        return *at;
    }
    Node *copy = arena_alloc(tree->arena, 1, sizeof *copy);
    *copy = *node;
    copy->own = true;
    if (node->kind == NODE_LIST) {
        copy->items = arena_alloc(tree->arena, (size_t)node->count, sizeof(Node *));
        copy_items(copy->items, node->items, (size_t)node->count * sizeof(Node *));
    } else if (node->kind == NODE_MAP) {
        copy->entries = arena_alloc(tree->arena, (size_t)node->count, sizeof(NodeEntry));
        copy_items(copy->entries, node->entries, (size_t)node->count * sizeof(NodeEntry));
    }
    *at = copy;
    return copy;
}

static Node *new_node(Tree *tree, NodeKind kind, const char *text, Place place) {
    Node *node = arena_alloc(tree->arena, 1, sizeof *node);
    node->kind = kind;
    node->place = place;
    node->text = text;
    node->own = true;
    return node;
}

Node *tree_scalar(Tree *tree, const char *text, Place place) {
    return new_node(tree, NODE_SCALAR, arena_text(tree->arena, text, strlen(text)), place);
}

Node *tree_empty(Tree *tree, NodeKind kind, Place place) {
    return new_node(tree, kind, "", place);
}

void tree_put(Tree *tree, Node *map, const char *key, Place place, Node *value) {
    NodeEntry *entries = arena_alloc(tree->arena, (size_t)map->count + 1, sizeof *entries);
    copy_items(entries, map->entries, (size_t)map->count * sizeof *entries);
    entries[map->count++] = (NodeEntry){arena_text(tree->arena, key, strlen(key)), place, value};
    map->entries = entries;
}

void tree_join(Tree *tree, Node *list, const Node *first, const Node *second) {
    const size_t n_first = (size_t)first->count, n_second = (size_t)second->count;
    Node **items = arena_alloc(tree->arena, n_first + n_second, sizeof(Node *));
    copy_items(items, first->items, n_first * sizeof(Node *));
    copy_items(items + n_first, second->items, n_second * sizeof(Node *));
    list->count = first->count + second->count;
    list->items = items;
}

NodeEntry *tree_entry(const Node *map, const char *key) {
    for (int i = 0; i < map->count; i++) {
        if (strcmp(map->entries[i].key, key) == 0) {
            return &map->entries[i];
        }
    }
    return NULL;
}

void tree_drop(Node *holder) {
    int kept = 0;
    for (int i = 0; i < holder->count; i++) {
        if (holder->kind == NODE_LIST && holder->items[i] != NULL) {
            holder->items[kept++] = holder->items[i];
        } else if (holder->kind == NODE_MAP && holder->entries[i].value != NULL) {
            holder->entries[kept++] = holder->entries[i];
        }
    }
    holder->count = kept;
}

bool tree_nothing(const Node *node) {
    return node->kind == NODE_SCALAR && node->text[0] == '\0' && !node->quoted;
}
