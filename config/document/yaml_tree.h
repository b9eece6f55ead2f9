/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The tree that a YAML text comes to, put together value by value and guarded: against depth,
 * aliases that stand for too much, and keys that stand twice. */
#ifndef BANLIE_CONFIG_DOCUMENT_YAML_TREE_H
#define BANLIE_CONFIG_DOCUMENT_YAML_TREE_H

#include "config/document/document_memory.h"

enum {
    YAML_DEPTH_MAX = 64,        /**< maps and lists within one another, also through aliases */
    YAML_ALIASES_MAX = 1000,    /**< uses of anchors in one file */
    YAML_EXPANDED_MAX = 2000000 /**< nodes that the aliases of one file stand for */
};

typedef struct YamlTree YamlTree;

/** @return an empty tree, to be freed with yaml_tree_free(); its nodes belong to the reading */
YamlTree *yaml_tree_new(DocumentReading *reading);
void yaml_tree_free(YamlTree *tree);

/** Puts a scalar where it belongs: the root, a list's item, a map's key or value.
 *  @param anchor  its name as one, NULL: none; here and below */
void yaml_tree_scalar(YamlTree *tree, Node *node, const char *anchor);

/** Puts the node of this anchor: nothing is copied. */
void yaml_tree_alias(YamlTree *tree, Place place, const char *name);

/** Opens a list or map; what follows goes into it until it is closed. */
void yaml_tree_open(YamlTree *tree, NodeKind kind, Place place, const char *anchor);

/** Closes the innermost list or map; nothing where none is open. */
void yaml_tree_close(YamlTree *tree);

/** Records an error after which nothing more of the file is read. */
void yaml_tree_fail(YamlTree *tree, Place place, const Phrase *phrase);

/** True after an error that leaves the structure in doubt. */
bool yaml_tree_failed(const YamlTree *tree);

/** NULL while there is none. */
Node *yaml_tree_root(const YamlTree *tree);

#endif
