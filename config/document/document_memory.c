/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New nodes of a document that is being read, and the bound on how many they may be. */
#include "config/document/document_memory.h"

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
