/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New nodes of a document that is being read, joined ones too, and the bound on how many they may
 * be.
 */
#include "config/document/document_memory.h"

#include <glib.h>
#include <string.h>

#include "config/finding_codes.h"

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
        finding_error(reading->findings, place, FINDING_VALUES_TOO_MANY, DOCUMENT_VALUES_MAX);
    }
    reading->full = true;
}

Node *node_join_lists(DocumentReading *reading, const Node *first, const Node *second) {
    Node *list = node_new(reading, NODE_LIST, first->place);
    list->count = first->count + second->count;
    list->lost = first->lost || second->lost;
    list->items = arena_alloc(reading->arena, (size_t)list->count, sizeof(Node *));
    for (int i = 0; i < list->count; i++) {
        list->items[i] = i < first->count ? first->items[i] : second->items[i - first->count];
    }
    return list;
}

Node *node_join_maps(DocumentReading *reading, const Node *first, const Node *second) {
    Node *map = node_new(reading, NODE_MAP, first->place);
    map->entries = arena_alloc(reading->arena, (size_t)first->count + (size_t)second->count,
                               sizeof(NodeEntry));
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    for (int i = 0; i < first->count; i++) {
        map->entries[map->count++] = first->entries[i];
        g_hash_table_insert(known, (gpointer)first->entries[i].key, &first->entries[i]);
    }
    for (int i = 0; i < second->count; i++) {
        const NodeEntry *entry = &second->entries[i];
        const NodeEntry *before = g_hash_table_lookup(known, entry->key);
        if (before != NULL) {
            finding_error(reading->findings, entry->place, FINDING_KEY_IN_TWO_FILES, entry->key,
                          before->place.file, before->place.line);
        } else {
            map->entries[map->count++] = *entry;
        }
    }
    return map;
}
