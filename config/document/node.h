/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A case document as a tree: what YAML, `include:` and `csv:` come to once they are read, before
 * any meaning is given to it.
 *
 *  Values stay text: the schema decides the type (so `NO` stays a country and `22:30` a time).
 * Every node knows its place. */
#ifndef BANLIE_CONFIG_DOCUMENT_NODE_H
#define BANLIE_CONFIG_DOCUMENT_NODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/findings.h"

typedef enum { NODE_SCALAR, NODE_LIST, NODE_MAP } NodeKind;

typedef struct Node Node;

typedef struct {
    const char *key;
    Place place; /**< of the key */
    Node *value;
} NodeEntry;

struct Node {
    NodeKind kind;
    Place place;
    const char *text; /**< of a scalar, "" where empty */
    bool quoted;      /**< the scalar was quoted, or came from a CSV cell */
    bool csv_cell; /**< a cell of a CSV file: where the schema wants a list, see node_as_list() */
    struct Arena *arena; /**< of a CSV cell: owns the list that node_as_list() makes */
    Node **items;        /**< of a list */
    NodeEntry *entries;  /**< of a map, in the order written */
    int count;           /**< items or entries */
};

/** Owns nodes; they are freed together. */
typedef struct Document Document;

/** Reads a case document: the main file, everything it includes and every `{csv: FILE}` list, as
 * one map.
 *
 *  `include:` is resolved against the file that names it, cycles are errors; sections that stand in
 * several files are joined (lists appended, maps merged, the same key twice is an error). A CSV
 * list becomes a list of maps, nested keys by their path
 *  (`cost.teu`), `;` between the items of a list within a cell, empty cells left out.
 *  Guards: file size, depth, alias expansion, number of events, duplicate keys, control characters.
 *  @param path        a YAML file
 *  @param unreadable  set true where the main file or an included one could not be read
 *  @return the document, to be freed with document_free(); its root is NULL where nothing could be
 * made of the text */
Document *document_read(const char *path, Findings *findings, bool *unreadable)
    __attribute__((warn_unused_result));

const Node *document_root(const Document *document);
void document_free(Document *document);

/** The node as a list: a list itself; of a CSV cell its items between `;`, blanks around them taken
 * off. NULL for anything else. */
const Node *node_as_list(const Node *node);

/** The value of a key of a map, NULL where there is none. */
const Node *node_get(const Node *map, const char *key);

#endif
