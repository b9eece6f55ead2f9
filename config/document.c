/* A case document: the main file, what it includes and its CSV lists, joined to one map. */
#include <glib.h>
#include <string.h>

#include "config/csv_list.h"
#include "config/text_file.h"
#include "config/yaml_events.h"

/** Files within one another at most. */
enum { INCLUDE_DEPTH_MAX = 16 };

struct Document {
    Arena *arena;
    Node *root;
};

/** The file being read, and those that include it. */
typedef struct Chain {
    const char *shown; /**< as named to the planner */
    char *canonical;   /**< to know a file again */
    const struct Chain *above;
    int depth;
} Chain;

/** The joined map while it grows. */
typedef struct {
    DocumentReading *reading;
    GArray *entries; /**< NodeEntry */
} Joined;

/* ---- joining ---- */

static Node *joined_list(DocumentReading *reading, const Node *first, const Node *second) {
    Node *list = node_new(reading, NODE_LIST, first->place);
    list->count = first->count + second->count;
    list->items = arena_alloc(reading->arena, (size_t)list->count, sizeof(Node *));
    for (int i = 0; i < list->count; i++) {
        list->items[i] = i < first->count ? first->items[i] : second->items[i - first->count];
    }
    return list;
}

static Node *joined_map(DocumentReading *reading, const Node *first, const Node *second) {
    Node *map = node_new(reading, NODE_MAP, first->place);
    map->entries =
        arena_alloc(reading->arena, (size_t)(first->count + second->count), sizeof(NodeEntry));
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    for (int i = 0; i < first->count; i++) {
        map->entries[map->count++] = first->entries[i];
        g_hash_table_insert(known, (gpointer)first->entries[i].key, &first->entries[i]);
    }
    for (int i = 0; i < second->count; i++) {
        const NodeEntry *entry = &second->entries[i];
        const NodeEntry *before = g_hash_table_lookup(known, entry->key);
        if (before != NULL) {
            findings_error(reading->findings, entry->place,
                           "key %s stands twice, first in %s line %d; keep one of them", entry->key,
                           before->place.file, before->place.line);
        } else {
            map->entries[map->count++] = *entry;
        }
    }
    return map;
}

static void join_values(DocumentReading *reading, NodeEntry *held, const NodeEntry *more) {
    if (held->value->kind == NODE_LIST && more->value->kind == NODE_LIST) {
        held->value = joined_list(reading, held->value, more->value);
    } else if (held->value->kind == NODE_MAP && more->value->kind == NODE_MAP) {
        held->value = joined_map(reading, held->value, more->value);
    } else if (strcmp(held->key, "banlie") != 0 || more->value->kind != NODE_SCALAR ||
               strcmp(held->value->text, more->value->text) != 0) {
        findings_error(reading->findings, more->place,
                       "key %s stands twice, first in %s line %d, and cannot be joined; keep one of them",
                       more->key, held->place.file, held->place.line);
    }
}

static void join_entry(Joined *joined, const NodeEntry *entry) {
    for (guint i = 0; i < joined->entries->len; i++) {
        NodeEntry *held = &g_array_index(joined->entries, NodeEntry, i);
        if (strcmp(held->key, entry->key) == 0) {
            join_values(joined->reading, held, entry);
            return;
        }
    }
    g_array_append_vals(joined->entries, entry, 1);
}

/* ---- files ---- */

/** A name as the file that holds it means it. */
static char *resolve(const char *holder, const char *name) {
    if (g_path_is_absolute(name)) {
        return g_strdup(name);
    }
    g_autofree char *folder = g_path_get_dirname(holder);
    return strcmp(folder, ".") == 0 ? g_strdup(name) : g_build_filename(folder, name, NULL);
}

/** Replaces every `{csv: FILE}` below a node by the list it stands for. */
static Node *expand_csv(DocumentReading *reading, const Chain *chain, Node *node) {
    if (node->kind == NODE_MAP && node->count == 1 && strcmp(node->entries[0].key, "csv") == 0 &&
        node->entries[0].value->kind == NODE_SCALAR) {
        const Node *name = node->entries[0].value;
        g_autofree char *path = resolve(chain->shown, name->text);
        return csv_list_read(reading, path, path, name->place);
    }
    for (int i = 0; node->kind == NODE_MAP && i < node->count; i++) {
        node->entries[i].value = expand_csv(reading, chain, node->entries[i].value);
    }
    for (int i = 0; node->kind == NODE_LIST && i < node->count; i++) {
        node->items[i] = expand_csv(reading, chain, node->items[i]);
    }
    return node;
}

static void read_file(Joined *joined, const Chain *chain, const Place *asked);

static void include(Joined *joined, const Chain *chain, const Node *name) {
    DocumentReading *reading = joined->reading;
    if (name->kind != NODE_SCALAR || name->text[0] == '\0') {
        findings_error(reading->findings, name->place,
                       "include takes file names: include: [network.yaml, demand.yaml]");
        return;
    }
    g_autofree char *path = resolve(chain->shown, name->text);
    g_autofree char *canonical = g_canonicalize_filename(path, NULL);
    for (const Chain *above = chain; above != NULL; above = above->above) {
        if (strcmp(above->canonical, canonical) == 0) {
            findings_error(reading->findings, name->place,
                           "%s includes itself through %s; take one of the includes out", path,
                           chain->shown);
            return;
        }
    }
    if (chain->depth == INCLUDE_DEPTH_MAX) {
        findings_error(reading->findings, name->place,
                       "includes stand more than %d deep within one another; include the file nearer to "
                       "the main one",
                       INCLUDE_DEPTH_MAX);
        return;
    }
    Chain below = {.shown = findings_file_name(reading->findings, path),
                   .canonical = canonical,
                   .above = chain,
                   .depth = chain->depth + 1};
    read_file(joined, &below, &name->place);
}

static void include_all(Joined *joined, const Chain *chain, const Node *names) {
    if (names->kind != NODE_LIST) {
        include(joined, chain, names);
        return;
    }
    for (int i = 0; i < names->count; i++) {
        include(joined, chain, names->items[i]);
    }
}

/** A file's own sections, then those of the files it includes. */
static void join_file(Joined *joined, const Chain *chain, Node *root) {
    if (root->kind != NODE_MAP) {
        findings_error(joined->reading->findings, root->place,
                       "a case is a map of sections (banlie: 1, horizon: …, stations: …), not a %s",
                       root->kind == NODE_LIST ? "list" : "word");
        return;
    }
    const Node *names = NULL;
    for (int i = 0; i < root->count; i++) {
        NodeEntry *entry = &root->entries[i];
        if (strcmp(entry->key, "include") == 0) {
            names = entry->value;
        } else {
            entry->value = expand_csv(joined->reading, chain, entry->value);
            join_entry(joined, entry);
        }
    }
    if (names != NULL) {
        include_all(joined, chain, names);
    }
}

/** Reads one file and joins it. @param asked  where it is named, NULL for the main file */
static void read_file(Joined *joined, const Chain *chain, const Place *asked) {
    DocumentReading *reading = joined->reading;
    TextFile file;
    TextFault fault;
    switch (text_file_read(chain->shown, &file, &fault)) {
    case TEXT_FILE_OK: {
        Node *root = yaml_read(reading, chain->shown, file.bytes + file.start, file.size - file.start);
        text_file_free(&file);
        if (root != NULL) {
            join_file(joined, chain, root);
        }
        break;
    }
    case TEXT_FILE_UNREADABLE:
        findings_error(reading->findings, asked != NULL ? *asked : (Place){chain->shown, 0, 0},
                       "%s: %s", chain->shown, fault.text);
        *reading->unreadable = true;
        break;
    case TEXT_FILE_REFUSED:
        findings_error(reading->findings, (Place){chain->shown, fault.line, fault.column}, "%s",
                       fault.text);
        break;
    }
}

Document *document_read(const char *path, Findings *findings, bool *unreadable) {
    Document *document = g_new0(Document, 1);
    document->arena = arena_new();
    *unreadable = false;
    DocumentReading reading = {document->arena, findings, unreadable};
    Joined joined = {&reading, g_array_new(FALSE, FALSE, sizeof(NodeEntry))};
    g_autofree char *canonical = g_canonicalize_filename(path, NULL);
    Chain chain = {.shown = findings_file_name(findings, path), .canonical = canonical};
    read_file(&joined, &chain, NULL);
    if (joined.entries->len > 0) {
        document->root = node_new(&reading, NODE_MAP, (Place){chain.shown, 1, 1});
        document->root->count = (int)joined.entries->len;
        document->root->entries = node_block(&reading, joined.entries->data,
                                             document->root->count, sizeof(NodeEntry));
    }
    g_array_unref(joined.entries);
    return document;
}

const Node *document_root(const Document *document) {
    return document->root;
}

void document_free(Document *document) {
    if (document != NULL) {
        arena_free(document->arena);
        g_free(document);
    }
}
