/** @file
 *  What the readers of a document share: where its nodes live and where its findings go. */
#ifndef BANLIE_CONFIG_DOCUMENT_MEMORY_H
#define BANLIE_CONFIG_DOCUMENT_MEMORY_H

#include "config/arena.h"
#include "config/node.h"

typedef struct {
    Arena *arena;
    Findings *findings;
    bool *unreadable; /**< set where a file could not be read */
} DocumentReading;

Node *node_new(DocumentReading *reading, NodeKind kind, Place place);

/** A copy of items gathered in a GPtrArray-like block, owned by the arena. */
void *node_block(DocumentReading *reading, const void *items, int count, size_t size);

#endif
