/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What the readers of a document share: where its nodes live and where its findings go. */
#ifndef BANLIE_CONFIG_DOCUMENT_DOCUMENT_MEMORY_H
#define BANLIE_CONFIG_DOCUMENT_DOCUMENT_MEMORY_H

#include "base/arena.h"
#include "config/document/column_names.h"
#include "config/document/node.h"

enum {
    DOCUMENT_FILES_MAX = 64,                /**< files of a case, CSV lists included */
    DOCUMENT_BYTES_MAX = 128 * 1024 * 1024, /**< of these files together */
    DOCUMENT_VALUES_MAX = 5000000           /**< nodes of a case, aliases written out */
};

typedef struct {
    Arena *arena;
    Findings *findings;
    bool *unreadable;   /**< set where a file could not be read */
    int files;          /**< begun so far */
    size_t bytes;       /**< of the files read so far */
    int values;         /**< nodes so far, aliases written out */
    bool full;          /**< one of the bounds was passed */
    bool lost;          /**< a file could not be read, so that sections may be missing */
    ColumnsOf *columns; /**< of CSV lists; NULL: none are known */
} DocumentReading;

Node *node_new(DocumentReading *reading, NodeKind kind, Place place);

/** A copy of items gathered in a GPtrArray-like block, owned by the arena. */
void *node_block(DocumentReading *reading, const void *items, int count, size_t size);

/** Reports that the case is beyond DOCUMENT_VALUES_MAX; no more of it is read. */
void document_too_large(DocumentReading *reading, Place place);

/** The items of both lists, or the entries of both maps, in one; the same key twice is told. */
Node *node_join_lists(DocumentReading *reading, const Node *first, const Node *second);
Node *node_join_maps(DocumentReading *reading, const Node *first, const Node *second);

#endif
