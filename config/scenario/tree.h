/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A document that changes are laid on. The document itself stays as it was read: what a change
 *  touches is copied on the way to it, and only that, so that many scenarios share one document. */
#ifndef BANLIE_CONFIG_SCENARIO_TREE_H
#define BANLIE_CONFIG_SCENARIO_TREE_H

#include "base/arena.h"
#include "config/document/node.h"

typedef struct {
    Arena *arena; /**< of all that is copied or made */
    Node *root;   /**< a map */
} Tree;

/** The node at `*at` as one that may be changed: a copy, unless it is one already. Nodes below it
 * are still shared.
 *  @param at  of a node of the tree that may be changed itself, or &tree->root */
Node *tree_own(Tree *tree, Node **at);

Node *tree_scalar(Tree *tree, const char *text, Place place);

/** An empty list or map. */
Node *tree_empty(Tree *tree, NodeKind kind, Place place);

/** Adds an entry at the end of a map that may be changed. */
void tree_put(Tree *tree, Node *map, const char *key, Place place, Node *value);

/** Makes a list of the items of two, in this order, in place of what a list has; that may be
 * changed. */
void tree_join(Tree *tree, Node *list, const Node *first, const Node *second);

/** The entry of a key, NULL where the map has none. */
NodeEntry *tree_entry(const Node *map, const char *key);

/** Drops entries or items of a node that may be changed whose value has been set to NULL. */
void tree_drop(Node *holder);

/** True for a section that is named but holds nothing: `demand:`. */
bool tree_nothing(const Node *node);

#endif
