/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A case document as a tree: what YAML, `include:` and `csv:` come to once they are read, before
 * any meaning is given to it (document.h reads it).
 *
 *  Values stay text: the schema decides the type (so `NO` stays a country and `22:30` a time).
 * Every node knows its place. */
#ifndef BANLIE_CONFIG_DOCUMENT_NODE_H
#define BANLIE_CONFIG_DOCUMENT_NODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/findings.h"
#include "base/number_text.h"

typedef enum { NODE_SCALAR, NODE_LIST, NODE_MAP } NodeKind;

typedef struct Node Node;

typedef struct {
    const char *key;
    Place place; /**< of the key */
    Node *value;
} NodeEntry;

/** What the cells of a CSV file share. */
typedef struct {
    struct Arena *arena; /**< owns the lists that node_as_list() makes */
    NumberMarks marks;   /**< of numbers */
} CsvCells;

struct Node {
    NodeKind kind;
    Place place;
    const char *text;    /**< of a scalar, "" where empty */
    bool quoted;         /**< the scalar was quoted, or came from a CSV cell */
    bool own;            /**< of a tree that changes are laid on: one way leads to it, see tree.h */
    bool lost;           /**< of a list: entries may be missing for a fault that was told */
    const CsvCells *csv; /**< of a row or cell of a CSV file: where the schema wants a list, see
                            node_as_list(); NULL elsewhere */
    Node **items;        /**< of a list */
    NodeEntry *entries;  /**< of a map, in the order written */
    int count;           /**< items or entries */
};

/** The node as a list: a list itself; of a CSV cell its items between `;`, blanks around them taken
 * off. NULL for anything else. */
const Node *node_as_list(const Node *node);

/** The value of a key of a map, NULL where there is none. */
const Node *node_get(const Node *map, const char *key);

/** Where a key of a map has its value; the map's own place where it has none. */
Place place_of(const Node *map, const char *key);

/** Where `key` stands in the map `group` of a map; the place of what is there where it is not. */
Place place_within(const Node *map, const char *group, const char *key);

/** Takes the blanks (spaces and tabs) off both ends of the text from `start` to `end`. */
void node_text_trim(const char **start, const char **end);

#endif
