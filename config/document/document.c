/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A case document: the main file, what it includes and its CSV lists, joined to one map. */
#include "config/document/document.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/text_file.h"
#include "config/document/csv_list.h"
#include "config/document/csv_source.h"
#include "config/document/yaml_events.h"
#include "config/finding_codes.h"

/** Files within one another at most. */
enum { INCLUDE_DEPTH_MAX = 16 };

struct Document {
    Arena *arena;
    Node *root;
    bool complete;
};

/** The file being read, and those that include it. */
typedef struct Including {
    const char *shown;     /**< as named to the planner */
    const char *canonical; /**< to know a file again, whatever it is called */
    const struct Including *above;
    int depth;
} Including;

/** The joined map while it grows. */
typedef struct {
    DocumentReading *reading;
    GArray *entries;      /**< NodeEntry */
    GHashTable *keys;     /**< key → number in `entries` + 1 */
    GHashTable *includes; /**< canonical name (owned) → Place (owned) where it is included */
    GHashTable *lists; /**< `{csv: FILE}` map → its list, and that list → itself: an alias reads
                          nothing again */
} Joined;

/* ---- joining ---- */

/** True for a section that is named, but holds nothing: `demand:`. */
static bool is_empty_section(const Node *node) {
    return node->kind == NODE_SCALAR && node->text[0] == '\0' && !node->quoted;
}

static void join_values(DocumentReading *reading, NodeEntry *held, const NodeEntry *more) {
    if (is_empty_section(held->value)) {
        *held = *more;
    } else if (is_empty_section(more->value)) {
        return;
    } else if (held->value->kind == NODE_LIST && more->value->kind == NODE_LIST) {
        held->value = node_join_lists(reading, held->value, more->value);
    } else if (held->value->kind == NODE_MAP && more->value->kind == NODE_MAP) {
        held->value = node_join_maps(reading, held->value, more->value);
    } else if (strcmp(held->key, "banlie") != 0 || more->value->kind != NODE_SCALAR ||
               strcmp(held->value->text, more->value->text) != 0) {
        finding_error(reading->findings, more->place, FINDING_KEY_NOT_JOINED, more->key,
                      held->place.file, held->place.line);
    }
}

static void join_entry(Joined *joined, const NodeEntry *entry) {
    int known = GPOINTER_TO_INT(g_hash_table_lookup(joined->keys, entry->key));
    if (known > 0) {
        join_values(joined->reading, &g_array_index(joined->entries, NodeEntry, known - 1), entry);
        return;
    }
    g_array_append_vals(joined->entries, entry, 1);
    g_hash_table_insert(joined->keys, (gpointer)entry->key,
                        GINT_TO_POINTER((int)joined->entries->len));
}

/* ---- bounds ---- */

/** Counts a file that is about to be read. @return false where it is one too many */
static bool take_file(DocumentReading *reading, Place place) {
    if (reading->full) {
        return false;
    }
    if (reading->files == DOCUMENT_FILES_MAX || reading->bytes > DOCUMENT_BYTES_MAX) {
        finding_error(reading->findings, place, FINDING_FILES_TOO_MANY, DOCUMENT_FILES_MAX,
                      DOCUMENT_BYTES_MAX / (1024 * 1024));
        reading->full = true;
        return false;
    }
    reading->files++;
    return true;
}

static void take_values(DocumentReading *reading, int count, Place place) {
    if (count > DOCUMENT_VALUES_MAX - reading->values) {
        document_too_large(reading, place);
    } else {
        reading->values += count;
    }
}

/* ---- files ---- */

/** A name as the file that holds it means it. */
static char *name_from(const char *holder, const char *name) {
    if (g_path_is_absolute(name)) {
        return g_strdup(name);
    }
    g_autofree char *folder = g_path_get_dirname(holder);
    return strcmp(folder, ".") == 0 ? g_strdup(name) : g_build_filename(folder, name, NULL);
}

/** The list that a `{csv: FILE}` stands for; NULL where no more files are read.
 *  @param key  whose value it is */
static Node *read_csv(Joined *joined, const Including *including, Node *node, const char *key) {
    DocumentReading *reading = joined->reading;
    CsvSource source;
    if (!take_file(reading, node->entries[0].value->place)) {
        return NULL;
    }
    Node *list;
    if (csv_source_read(reading, node, &source)) {
        g_autofree char *path = name_from(including->shown, source.file->text);
        list = csv_list_read(reading, &source, path, key);
    } else {
        list = node_new(reading, NODE_LIST, node->place);
        list->lost = true;
    }
    g_hash_table_insert(joined->lists, node, list);
    g_hash_table_insert(joined->lists, list, list);
    return list;
}

static int values_of(const Node *list) {
    int values = list->count;
    for (int i = 0; i < list->count; i++) {
        values += list->items[i]->count;
    }
    return values;
}

/** Replaces every `{csv: FILE}` below a node by the list it stands for, and counts the nodes. Its
 * depth is YAML_DEPTH_MAX.
 *  @param key  whose value the node is; NULL for an item of a list */
static Node *expand_csv(Joined *joined, const Including *including, Node *node, const char *key) {
    DocumentReading *reading = joined->reading;
    if (node->kind == NODE_SCALAR || reading->full) {
        return node;
    }
    Node *list = g_hash_table_lookup(joined->lists, node);
    if (list == NULL && csv_source_is(node)) {
        list = read_csv(joined, including, node, key);
        if (list == NULL) {
            return node;
        }
    }
    if (list != NULL) {
        take_values(reading, values_of(list), node->place);
        return list;
    }
    take_values(reading, node->count, node->place);
    for (int i = 0; i < node->count; i++) {
        const bool map = node->kind == NODE_MAP;
        Node **below = map ? &node->entries[i].value : &node->items[i];
        *below = expand_csv(joined, including, *below, map ? node->entries[i].key : NULL);
    }
    return node;
}

static void read_and_join(Joined *joined, const Including *including, Place asked);

/** The name of a file that all its names come to: links are followed where the file is there. */
static char *canonical_name(const char *path) {
    char *found = realpath(path, NULL);
    char *canonical = found != NULL ? g_strdup(found) : g_canonicalize_filename(path, NULL);
    free(found);
    return canonical;
}

/** `case.yaml → a.yaml → case.yaml`: from the file that comes again down to where it does. */
static char *cycle_text(const Including *including, const char *canonical, const char *again) {
    GString *text = g_string_new(again);
    for (;; including = including->above) {
        g_string_prepend(text, " → ");
        g_string_prepend(text, including->shown);
        if (strcmp(including->canonical, canonical) == 0) {
            return g_string_free(text, FALSE);
        }
    }
}

/** Says where a file includes itself, by way of others or not. @return false where it does */
static bool check_include_cycle(const Joined *joined, const Including *including,
                                const char *canonical, const char *path, Place place) {
    for (const Including *above = including; above != NULL; above = above->above) {
        if (strcmp(above->canonical, canonical) == 0) {
            g_autofree char *cycle = cycle_text(including, canonical, path);
            finding_error(joined->reading->findings, place, FINDING_INCLUDE_CYCLE, above->shown,
                          cycle);
            return false;
        }
    }
    return true;
}

/** Says where a file was included before, and notes that it is now. @return false where it was */
static bool check_again(const Joined *joined, const char *canonical, const char *path,
                        Place place) {
    const Place *before = g_hash_table_lookup(joined->includes, canonical);
    if (before != NULL) {
        finding_error(joined->reading->findings, place, FINDING_INCLUDE_TWICE, path, before->file,
                      before->line);
        return false;
    }
    Place *here = g_new(Place, 1);
    *here = place;
    g_hash_table_insert(joined->includes, g_strdup(canonical), here);
    return true;
}

static void include(Joined *joined, const Including *including, const Node *name) {
    DocumentReading *reading = joined->reading;
    if (name->kind != NODE_SCALAR || name->text[0] == '\0') {
        finding_error(reading->findings, name->place, FINDING_INCLUDE_NO_NAME);
        return;
    }
    if (including->depth == INCLUDE_DEPTH_MAX) {
        finding_error(reading->findings, name->place, FINDING_INCLUDE_DEPTH, INCLUDE_DEPTH_MAX);
        return;
    }
    g_autofree char *path = name_from(including->shown, name->text);
    g_autofree char *canonical = canonical_name(path);
    if (check_include_cycle(joined, including, canonical, path, name->place) &&
        check_again(joined, canonical, path, name->place)) {
        Including below = {.shown = findings_file_name(reading->findings, path),
                           .canonical = canonical,
                           .above = including,
                           .depth = including->depth + 1};
        read_and_join(joined, &below, name->place);
    }
}

static void include_all(Joined *joined, const Including *including, const Node *names) {
    if (names->kind != NODE_LIST) {
        include(joined, including, names);
        return;
    }
    for (int i = 0; i < names->count; i++) {
        include(joined, including, names->items[i]);
    }
}

/** A file's own sections, then those of the files it includes. */
static void join_file(Joined *joined, const Including *including, Node *root) {
    if (root->kind != NODE_MAP) {
        finding_error(joined->reading->findings, root->place, FINDING_CASE_NO_MAP,
                      phrase_word(root->kind == NODE_LIST ? NOUN_LIST : NOUN_WORD));
        return;
    }
    const Node *names = NULL;
    for (int i = 0; i < root->count; i++) {
        NodeEntry *entry = &root->entries[i];
        if (strcmp(entry->key, "include") == 0) {
            names = entry->value;
        } else {
            entry->value = expand_csv(joined, including, entry->value, entry->key);
            join_entry(joined, entry);
        }
    }
    if (names != NULL) {
        include_all(joined, including, names);
    }
}

/** Reads one file and joins it. @param asked  where it is named */
static void read_and_join(Joined *joined, const Including *including, Place asked) {
    DocumentReading *reading = joined->reading;
    TextFile file;
    TextFault fault;
    if (!take_file(reading, asked)) {
        return;
    }
    switch (text_file_read(including->shown, &file, &fault)) {
    case TEXT_FILE_OK: {
        reading->bytes += file.size;
        Node *root =
            yaml_read(reading, including->shown, file.bytes + file.start, file.size - file.start);
        text_file_free(&file);
        if (root != NULL) {
            join_file(joined, including, root);
        } else {
            reading->lost = true;
        }
        break;
    }
    case TEXT_FILE_UNREADABLE:
        reading->lost = true;
        finding_error(reading->findings, asked, FAULT_OF_FILE, including->shown, &fault.phrase);
        *reading->unreadable = true;
        break;
    case TEXT_FILE_REFUSED:
        reading->lost = true;
        findings_add(reading->findings, place_at(including->shown, fault.line, fault.column),
                     FINDING_ERROR, &fault.phrase);
        break;
    }
}

/** The main file and all it includes, joined. @return the root, NULL where nothing could be made of
 * it */
static Node *read_main_file(DocumentReading *reading, const char *path) {
    Joined joined = {.reading = reading,
                     .entries = g_array_new(FALSE, FALSE, sizeof(NodeEntry)),
                     .keys = g_hash_table_new(g_str_hash, g_str_equal),
                     .includes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
                     .lists = g_hash_table_new(NULL, NULL)};
    g_autofree char *canonical = canonical_name(path);
    Including including = {.shown = findings_file_name(reading->findings, path),
                           .canonical = canonical};
    Node *root = NULL;
    read_and_join(&joined, &including, (Place){including.shown, 0, 0});
    if (joined.entries->len > 0 && !reading->full) {
        root = node_new(reading, NODE_MAP, (Place){including.shown, 1, 1});
        root->count = (int)joined.entries->len;
        root->entries = node_block(reading, joined.entries->data, root->count, sizeof(NodeEntry));
    }
    g_hash_table_unref(joined.lists);
    g_hash_table_unref(joined.includes);
    g_hash_table_unref(joined.keys);
    g_array_unref(joined.entries);
    return root;
}

/** A document that is yet to be read. */
static Document *document_begin(DocumentReading *reading, ColumnsOf *columns, Findings *findings,
                                bool *unreadable) {
    Document *document = g_new0(Document, 1);
    document->arena = arena_new();
    *unreadable = false;
    *reading = (DocumentReading){.arena = document->arena,
                                 .findings = findings,
                                 .unreadable = unreadable,
                                 .columns = columns};
    return document;
}

Document *document_read(const char *path, ColumnsOf *columns, Findings *findings,
                        bool *unreadable) {
    DocumentReading reading;
    Document *document = document_begin(&reading, columns, findings, unreadable);
    document->root = read_main_file(&reading, path);
    document->complete = !reading.lost && !reading.full;
    return document;
}

Document *document_read_list(const char *path, const char *key, ColumnsOf *columns,
                             Findings *findings, bool *unreadable) {
    DocumentReading reading;
    Document *document = document_begin(&reading, columns, findings, unreadable);
    document->root = csv_list_alone(&reading, path, key);
    document->complete = !document->root->entries[0].value->lost && !reading.full;
    return document;
}

const Node *document_root(const Document *document) {
    return document->root;
}

bool document_is_complete(const Document *document) {
    return document->complete;
}

void document_free(Document *document) {
    if (document != NULL) {
        arena_free(document->arena);
        g_free(document);
    }
}
