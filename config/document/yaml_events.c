/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config/document/yaml_events.h"

#include <glib.h>
#include <string.h>
#include <yaml.h>

#include "base/out_of_memory.h"
#include "base/text_file.h"

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
} Level;

typedef struct {
    Node *node;
    Extent extent;
} Anchor;

typedef struct {
    DocumentReading *reading;
    const char *file;
    Level levels[YAML_DEPTH_MAX + 1];
    int depth;
    GHashTable *anchors; /**< name → Anchor */
    int events, aliases, expanded;
    Node *root;
    bool failed;
} Reader;

static Place mark_place(const Reader *reader, yaml_mark_t mark) {
    return (Place){reader->file, (int)mark.line + 1, (int)mark.column + 1};
}

/** Records an error after which nothing more of the file is read. */
static void __attribute__((format(printf, 3, 4)))
fail(Reader *reader, Place place, const char *format, ...) {
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    findings_error(reader->reading->findings, place, "%s", text);
    reader->failed = true;
}

/* ---- maps and lists ---- */

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

/** Takes a scalar as the next key of a map. */
static void take_key(Reader *reader, Level *level, const Node *scalar) {
    if (strcmp(scalar->text, "<<") == 0 && !scalar->quoted) {
        fail(reader, scalar->place, "merge keys (<<) are not taken; write the keys out");
        return;
    }
    level->has_key = true;
    level->drops = true;
    int known = find_key(level, scalar->text);
    if (scalar->text[0] == '\0') {
        findings_error(reader->reading->findings, scalar->place,
                       "a key is empty; write its name before the colon");
    } else if (known >= 0) {
        findings_error(reader->reading->findings, scalar->place,
                       "key %s stands twice, first in line %d; keep one of them", scalar->text,
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
static void put(Reader *reader, Node *node, Extent extent) {
    if (reader->depth == 0) {
        reader->root = node;
        return;
    }
    Level *level = &reader->levels[reader->depth - 1];
    level->extent.size += extent.size;
    level->extent.height = MAX(level->extent.height, extent.height + 1);
    if (level->node->kind == NODE_LIST) {
        g_array_append_val(level->entries, node);
    } else if (level->has_key) {
        put_value(level, node);
    } else if (node->kind == NODE_SCALAR) {
        take_key(reader, level, node);
    } else {
        fail(reader, node->place, "a key must be a word, not a list or map; check the indentation");
    }
}

static void keep_anchor(Reader *reader, const char *name, Node *node, Extent extent) {
    const Anchor *known = g_hash_table_lookup(reader->anchors, name);
    if (known != NULL) {
        findings_error(reader->reading->findings, node->place,
                       "anchor &%s is defined twice, the other time in line %d; give one of them "
                       "another name",
                       name, known->node->place.line);
        return;
    }
    Anchor *anchor = g_new(Anchor, 1);
    *anchor = (Anchor){node, extent};
    g_hash_table_insert(reader->anchors, g_strdup(name), anchor);
}

static void fail_depth(Reader *reader, Place place) {
    fail(reader, place,
         "lists and maps stand more than %d deep within one another; a case needs far less, check "
         "the brackets and aliases",
         YAML_DEPTH_MAX);
}

static void open_level(Reader *reader, NodeKind kind, Place place, const yaml_char_t *anchor) {
    if (reader->depth == YAML_DEPTH_MAX) {
        fail_depth(reader, place);
        return;
    }
    size_t size = kind == NODE_MAP ? sizeof(NodeEntry) : sizeof(Node *);
    reader->levels[reader->depth++] =
        (Level){.node = node_new(reader->reading, kind, place),
                .entries = g_array_new(FALSE, FALSE, (guint)size),
                .anchor = anchor == NULL ? NULL : g_strdup((const char *)anchor),
                .extent = {1, 1}};
}

static void level_clear(Level *level) {
    g_array_unref(level->entries);
    g_free(level->anchor);
    if (level->keys != NULL) {
        g_hash_table_unref(level->keys);
    }
}

static void close_level(Reader *reader) {
    Level level = reader->levels[--reader->depth];
    Node *node = level.node;
    node->count = (int)level.entries->len;
    void *block = node_block(reader->reading, level.entries->data, node->count,
                             g_array_get_element_size(level.entries));
    if (node->kind == NODE_MAP) {
        node->entries = block;
    } else {
        node->items = block;
    }
    if (level.anchor != NULL) {
        keep_anchor(reader, level.anchor, node, level.extent);
    }
    put(reader, node, level.extent);
    level_clear(&level);
}

/* ---- events ---- */

/** The text of a scalar. Control characters come from escapes ("\\u001b") and from blocks of
 * several lines: they are an error and left out. */
static const char *scalar_text(const Reader *reader, Place place, const yaml_event_t *event) {
    const char *raw = (const char *)event->data.scalar.value;
    size_t length = event->data.scalar.length, kept = 0;
    char *text = arena_text(reader->reading->arena, raw, length);
    for (size_t i = 0; i < length;) {
        size_t control = text_control_length(raw + i);
        if (control == 0) {
            text[kept++] = raw[i++];
            continue;
        }
        if (kept == i) { /* the first one */
            findings_error(reader->reading->findings, place,
                           "the text holds the control character U+%04X; take it out, a text is "
                           "one line of printable characters",
                           (unsigned)g_utf8_get_char(raw + i));
        }
        i += control;
    }
    text[kept] = '\0';
    return text;
}

static void take_scalar(Reader *reader, const yaml_event_t *event) {
    Node *node = node_new(reader->reading, NODE_SCALAR, mark_place(reader, event->start_mark));
    node->text = scalar_text(reader, node->place, event);
    node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    if (event->data.scalar.anchor != NULL) {
        keep_anchor(reader, (const char *)event->data.scalar.anchor, node, SCALAR_EXTENT);
    }
    put(reader, node, SCALAR_EXTENT);
}

/** An alias stands for the anchored node itself: nothing is copied. */
static void take_alias(Reader *reader, const yaml_event_t *event) {
    Place place = mark_place(reader, event->start_mark);
    const char *name = (const char *)event->data.alias.anchor;
    const Anchor *anchor = g_hash_table_lookup(reader->anchors, name);
    if (anchor == NULL) {
        fail(reader, place,
             "alias *%s has no finished anchor &%s before it; define it first, or write "
             "the value out",
             name, name);
        return;
    }
    reader->aliases++;
    reader->expanded += anchor->extent.size;
    if (reader->aliases > YAML_ALIASES_MAX || reader->expanded > YAML_EXPANDED_MAX) {
        fail(reader, place,
             "aliases stand for too much (at most %d uses, %d values); write the values "
             "out or use a CSV list",
             YAML_ALIASES_MAX, YAML_EXPANDED_MAX);
        return;
    }
    if (reader->depth + anchor->extent.height > YAML_DEPTH_MAX) {
        fail_depth(reader, place);
        return;
    }
    put(reader, anchor->node, anchor->extent);
}

/** Explicit types would override the schema's. */
static bool has_tag(const yaml_event_t *event) {
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return event->data.scalar.tag != NULL;
    case YAML_SEQUENCE_START_EVENT:
        return event->data.sequence_start.tag != NULL;
    case YAML_MAPPING_START_EVENT:
        return event->data.mapping_start.tag != NULL;
    default:
        return false;
    }
}

static void take_event(Reader *reader, const yaml_event_t *event) {
    Place place = mark_place(reader, event->start_mark);
    if (++reader->events > YAML_EVENTS_MAX) {
        fail(reader, place, "the file holds more than %d values; put long lists into CSV files",
             YAML_EVENTS_MAX);
        return;
    }
    if (has_tag(event)) {
        fail(reader, place,
             "tags (!type) are not taken: the format decides the types; take it out");
        return;
    }
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        take_scalar(reader, event);
        break;
    case YAML_ALIAS_EVENT:
        take_alias(reader, event);
        break;
    case YAML_SEQUENCE_START_EVENT:
        open_level(reader, NODE_LIST, place, event->data.sequence_start.anchor);
        break;
    case YAML_MAPPING_START_EVENT:
        open_level(reader, NODE_MAP, place, event->data.mapping_start.anchor);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        if (reader->depth > 0) {
            close_level(reader);
        }
        break;
    case YAML_DOCUMENT_START_EVENT:
        if (reader->root != NULL) {
            fail(reader, place, "a second document (---) begins here; put everything into one");
        }
        break;
    default:
        break;
    }
}

/** libyaml's own fault, in one line. */
static void fail_syntax(Reader *reader, const yaml_parser_t *parser) {
    if (parser->error == YAML_MEMORY_ERROR || parser->error == YAML_NO_ERROR) {
        out_of_memory(); /* libyaml does not always name it */
    }
    yaml_mark_t mark = parser->problem_mark;
    Place place = {reader->file, (int)mark.line + 1, (int)mark.column + 1};
    const char *problem = parser->problem != NULL ? parser->problem : "it cannot be read";
    if (parser->context != NULL && parser->context_mark.line != mark.line) {
        fail(reader, place,
             "not YAML: %s (%s that began in line %d); check the indentation, quotes and "
             "brackets here and there",
             problem, parser->context, (int)parser->context_mark.line + 1);
    } else {
        fail(reader, place, "not YAML: %s; check the indentation, quotes and brackets here",
             problem);
    }
}

static void read_events(Reader *reader, yaml_parser_t *parser) {
    bool more = true;
    while (more && !reader->failed) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event)) {
            fail_syntax(reader, parser);
            return;
        }
        more = event.type != YAML_STREAM_END_EVENT;
        take_event(reader, &event);
        yaml_event_delete(&event);
    }
}

/** Refuses %TAG lines beforehand: libyaml compares each with all before it. */
static void refuse_tag_lines(Reader *reader, const char *text, size_t size) {
    const char *end = text + size;
    int number = 1;
    for (const char *line = text; line != NULL && end - line >= 4; number++) {
        if (memcmp(line, "%TAG", 4) == 0) {
            fail(reader, (Place){reader->file, number, 1},
                 "tags (%%TAG) are not taken: the format decides the types; take the line out");
            return;
        }
        line = memchr(line, '\n', (size_t)(end - line));
        line = line == NULL ? NULL : line + 1;
    }
}

Node *yaml_read(DocumentReading *reading, const char *file, const char *text, size_t size) {
    Reader reader = {.reading = reading,
                     .file = file,
                     .anchors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free)};
    refuse_tag_lines(&reader, text, size);
    yaml_parser_t parser;
    if (!reader.failed) {
        if (!yaml_parser_initialize(&parser)) {
            out_of_memory();
        }
        yaml_parser_set_input_string(&parser, (const unsigned char *)text, size);
        read_events(&reader, &parser);
        yaml_parser_delete(&parser);
    }
    while (reader.depth > 0) {
        level_clear(&reader.levels[--reader.depth]);
    }
    g_hash_table_unref(reader.anchors);
    if (reader.root == NULL && !reader.failed) {
        findings_error(reading->findings, (Place){file, 1, 1},
                       "the file is empty; a case begins with `banlie: 1`");
    }
    return reader.failed ? NULL : reader.root;
}
