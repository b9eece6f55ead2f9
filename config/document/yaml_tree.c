/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree of a YAML text while it grows: open lists and maps, their keys, and anchors. */
#include "config/document/yaml_tree.h"

#include <glib.h>
#include <string.h>

#include "config/finding_codes.h"

/** Maps with more keys than this are checked for duplicates by hash table. */
enum { SMALL_MAP = 16 };

/** How much a node stands for, its aliases written out. */
typedef struct {
    int size;   /**< nodes, itself included */
    int height; /**< lists and maps within one another, itself included; 0 for a scalar */
} Extent;

static const Extent SCALAR_EXTENT = {1, 0};

/** A list or map being read. */
typedef struct {
    Node *node;
    GArray *entries;  /**< NodeEntry of a map, Node * of a list */
    GHashTable *keys; /**< of a large map: key → entry number + 1 */
    bool has_key;     /**< a key of the map still wants its value */
    bool drops;       /**< that key was refused: its value is read and dropped */
    char *anchor;     /**< NULL where none */
    Extent extent;
    const char
        *split; /**< the number last written, where a comma within took it apart; else NULL */
} Level;

typedef struct {
    Node *node;
    Extent extent;
} Anchor;

struct YamlTree {
    DocumentReading *reading;
    Level levels[YAML_DEPTH_MAX + 1];
    int depth;
    GHashTable *anchors; /**< name → Anchor */
    int aliases, expanded;
    Node *root;
    bool failed;
};

YamlTree *yaml_tree_new(DocumentReading *reading) {
    YamlTree *tree = g_new0(YamlTree, 1);
    tree->reading = reading;
    tree->anchors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return tree;
}

bool yaml_tree_failed(const YamlTree *tree) {
    return tree->failed;
}

Node *yaml_tree_root(const YamlTree *tree) {
    return tree->root;
}

void yaml_tree_fail(YamlTree *tree, Place place, const Phrase *phrase) {
    findings_add(tree->reading->findings, place, FINDING_ERROR, phrase);
    tree->failed = true;
}

static int find_key(const Level *level, const char *key) {
    if (level->keys != NULL) {
        return GPOINTER_TO_INT(g_hash_table_lookup(level->keys, key)) - 1;
    }
    for (guint i = 0; i < level->entries->len; i++) {
        if (strcmp(g_array_index(level->entries, NodeEntry, i).key, key) == 0) {
            return (int)i;
        }
    }
    return -1;
}

/** Starts the hash table once a map has grown large. */
static void index_keys(Level *level) {
    if (level->keys == NULL && level->entries->len > SMALL_MAP) {
        level->keys = g_hash_table_new(g_str_hash, g_str_equal);
        for (guint i = 0; i < level->entries->len; i++) {
            g_hash_table_insert(level->keys,
                                (gpointer)g_array_index(level->entries, NodeEntry, i).key,
                                GINT_TO_POINTER((int)i + 1));
        }
    }
}

/** Adds a key that is fit to be one. */
static void add_key(Level *level, const Node *scalar) {
    NodeEntry entry = {.key = scalar->text, .place = scalar->place};
    g_array_append_val(level->entries, entry);
    if (level->keys != NULL) {
        g_hash_table_insert(level->keys, (gpointer)entry.key,
                            GINT_TO_POINTER((int)level->entries->len));
    }
    index_keys(level);
}

/** The value last put into a map, where it is a plain scalar; else NULL. */
static Node *last_value(const Level *level) {
    Node *value = level->entries->len == 0
                      ? NULL
                      : g_array_index(level->entries, NodeEntry, level->entries->len - 1).value;
    return value != NULL && value->kind == NODE_SCALAR && !value->quoted ? value : NULL;
}

/** True for digits that follow a number and a comma without a blank: `000` in `{km: 140,000}`. */
static bool goes_on(const Level *level, const Node *scalar, const Node *before) {
    const char *written = level->split != NULL || before == NULL ? level->split : before->text;
    return before != NULL && !scalar->quoted && g_ascii_isdigit(before->text[0]) &&
           strspn(scalar->text, "0123456789") == strlen(scalar->text) &&
           scalar->place.line == before->place.line &&
           scalar->place.column == before->place.column + (int)strlen(written) + 1;
}

/** Says of a number that a comma took apart what it is, and that once. */
static void tell_split(YamlTree *tree, Level *level) {
    if (level->split != NULL) {
        const Node *number = last_value(level);
        finding_error(tree->reading->findings, number->place, FINDING_COMMA_SPLITS,
                      phrase_cut(level->split, 40), phrase_cut(number->text, 40));
        level->split = NULL;
    }
}

/** Puts a number together again that a comma took apart: thousands before three digits, else
 * decimals. */
static void join_number(YamlTree *tree, Level *level, const Node *more, Node *number) {
    const bool thousands = strlen(more->text) == 3 && strchr(number->text, '.') == NULL;
    const char *written = level->split != NULL ? level->split : number->text;
    g_autofree char *split = g_strconcat(written, ",", more->text, NULL);
    g_autofree char *joined = g_strconcat(number->text, thousands ? "" : ".", more->text, NULL);
    level->split = arena_text(tree->reading->arena, split, strlen(split));
    number->text = arena_text(tree->reading->arena, joined, strlen(joined));
    level->has_key = true;
    level->drops = true;
}

/** Takes a scalar as the next key of a map. */
static void take_key(YamlTree *tree, Level *level, const Node *scalar) {
    Node *number = last_value(level);
    if (scalar->text[0] != '\0' && goes_on(level, scalar, number)) {
        join_number(tree, level, scalar, number);
        return;
    }
    tell_split(tree, level);
    if (strcmp(scalar->text, "<<") == 0 && !scalar->quoted) {
        yaml_tree_fail(tree, scalar->place, &PHRASE(FINDING_YAML_MERGE));
        return;
    }
    level->has_key = true;
    level->drops = true;
    int known = find_key(level, scalar->text);
    if (scalar->text[0] == '\0') {
        finding_error(tree->reading->findings, scalar->place, FINDING_KEY_EMPTY);
    } else if (known >= 0) {
        finding_error(tree->reading->findings, scalar->place, FINDING_KEY_TWICE, scalar->text,
                      g_array_index(level->entries, NodeEntry, known).place.line);
    } else {
        add_key(level, scalar);
        level->drops = false;
    }
}

static void put_value(Level *level, Node *node) {
    if (!level->drops) {
        g_array_index(level->entries, NodeEntry, level->entries->len - 1).value = node;
    }
    level->has_key = false;
    level->drops = false;
}

/** Puts a finished node where it belongs: the root, a list's item, a map's key or value. */
static void put_node(YamlTree *tree, Node *node, Extent extent) {
    if (tree->depth == 0) {
        tree->root = node;
        return;
    }
    Level *level = &tree->levels[tree->depth - 1];
    level->extent.size += extent.size;
    level->extent.height = MAX(level->extent.height, extent.height + 1);
    if (level->node->kind == NODE_LIST) {
        g_array_append_val(level->entries, node);
    } else if (level->has_key) {
        put_value(level, node);
    } else if (node->kind == NODE_SCALAR) {
        take_key(tree, level, node);
    } else {
        yaml_tree_fail(tree, node->place, &PHRASE(FINDING_KEY_NO_WORD));
    }
}

static void keep_anchor(YamlTree *tree, const char *name, Node *node, Extent extent) {
    const Anchor *known = g_hash_table_lookup(tree->anchors, name);
    if (known != NULL) {
        finding_error(tree->reading->findings, node->place, FINDING_ANCHOR_TWICE, name,
                      known->node->place.line);
        return;
    }
    Anchor *anchor = g_new(Anchor, 1);
    *anchor = (Anchor){node, extent};
    g_hash_table_insert(tree->anchors, g_strdup(name), anchor);
}

static void fail_depth(YamlTree *tree, Place place) {
    yaml_tree_fail(tree, place, &PHRASE(FINDING_YAML_DEPTH, YAML_DEPTH_MAX));
}

void yaml_tree_open(YamlTree *tree, NodeKind kind, Place place, const char *anchor) {
    if (tree->depth == YAML_DEPTH_MAX) {
        fail_depth(tree, place);
        return;
    }
    size_t size = kind == NODE_MAP ? sizeof(NodeEntry) : sizeof(Node *);
    tree->levels[tree->depth++] = (Level){.node = node_new(tree->reading, kind, place),
                                          .entries = g_array_new(FALSE, FALSE, (guint)size),
                                          .anchor = g_strdup(anchor),
                                          .extent = {1, 1}};
}

static void level_clear(Level *level) {
    g_array_unref(level->entries);
    g_free(level->anchor);
    if (level->keys != NULL) {
        g_hash_table_unref(level->keys);
    }
}

void yaml_tree_close(YamlTree *tree) {
    if (tree->depth == 0) {
        return;
    }
    Level level = tree->levels[--tree->depth];
    Node *node = level.node;
    if (node->kind == NODE_MAP) {
        tell_split(tree, &level);
    }
    node->count = (int)level.entries->len;
    void *block = node_block(tree->reading, level.entries->data, node->count,
                             g_array_get_element_size(level.entries));
    if (node->kind == NODE_MAP) {
        node->entries = block;
    } else {
        node->items = block;
    }
    if (level.anchor != NULL) {
        keep_anchor(tree, level.anchor, node, level.extent);
    }
    put_node(tree, node, level.extent);
    level_clear(&level);
}

void yaml_tree_scalar(YamlTree *tree, Node *node, const char *anchor) {
    if (anchor != NULL) {
        keep_anchor(tree, anchor, node, SCALAR_EXTENT);
    }
    put_node(tree, node, SCALAR_EXTENT);
}

void yaml_tree_alias(YamlTree *tree, Place place, const char *name) {
    const Anchor *anchor = g_hash_table_lookup(tree->anchors, name);
    if (anchor == NULL) {
        yaml_tree_fail(tree, place, &PHRASE(FINDING_ALIAS_UNKNOWN, name));
        return;
    }
    tree->aliases++;
    tree->expanded += anchor->extent.size;
    if (tree->aliases > YAML_ALIASES_MAX || tree->expanded > YAML_EXPANDED_MAX) {
        yaml_tree_fail(tree, place,
                       &PHRASE(FINDING_ALIASES_LARGE, YAML_ALIASES_MAX, YAML_EXPANDED_MAX));
        return;
    }
    if (tree->depth + anchor->extent.height > YAML_DEPTH_MAX) {
        fail_depth(tree, place);
        return;
    }
    put_node(tree, anchor->node, anchor->extent);
}

void yaml_tree_free(YamlTree *tree) {
    while (tree->depth > 0) {
        level_clear(&tree->levels[--tree->depth]);
    }
    g_hash_table_unref(tree->anchors);
    g_free(tree);
}
