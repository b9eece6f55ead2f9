/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `add`: new members of sections. */
#include <string.h>

#include "config/finding_codes.h"
#include "config/reader/reader_words.h"
#include "config/scenario/laying.h"

/** The section as one that may be changed; made where the case has none. NULL where it is something
 * else, which is told when the case is read. */
static Node *section_for(Laying *laying, const NodeEntry *added, const Field *field) {
    Node *root = tree_own(&laying->tree, &laying->tree.root);
    NodeEntry *entry = tree_entry(root, field->name);
    const NodeKind kind = field->kind == FIELD_LIST ? NODE_LIST : NODE_MAP;
    if (entry == NULL) {
        tree_put(&laying->tree, root, field->name, added->place,
                 tree_empty(&laying->tree, kind, added->place));
    } else if (tree_nothing(entry->value)) {
        entry->value = tree_empty(&laying->tree, kind, entry->place);
    }
    return laying_section(laying, field->name);
}

static void add_items(Laying *laying, Node *section, const Field *field, const Node *list) {
    for (int i = 0; i < list->count; i++) { /* an id that is taken is told when the case is read */
        const char *code = laying_member_code(list, i);
        if (code != NULL) {
            change_note_touch(laying->note, code);
        }
    }
    /* Of rules on load factors the first that matches holds: new ones go before. */
    const bool before = strcmp(field->name, "load_factors") == 0;
    tree_join(&laying->tree, section, before ? list : section, before ? section : list);
}

static void add_entries(Laying *laying, Node *section, const Field *field, const Node *map) {
    for (int i = 0; i < map->count; i++) {
        const NodeEntry *entry = &map->entries[i];
        const NodeEntry *there = tree_entry(section, entry->key);
        if (there != NULL) {
            finding_error(laying->findings, entry->place, FINDING_ADD_THERE, laying_noun(field),
                          entry->key, there->place.file, there->place.line);
        } else if (field_is_preset(field, entry->key)) {
            finding_error(laying->findings, entry->place, FINDING_ADD_BUILT_IN, laying_noun(field),
                          entry->key);
        }
        change_note_touch(laying->note, entry->key);
        tree_put(&laying->tree, section, entry->key, entry->place, entry->value);
    }
}

static void add_section(Laying *laying, const NodeEntry *added) {
    const Field *field = laying_section_field(added->key);
    Node *section = section_for(laying, added, field);
    if (added->value->count == 0) {
        finding_error(laying->findings, added->value->place, FINDING_ADD_NOTHING, added->key);
    } else if (section != NULL) {
        (section->kind == NODE_LIST ? add_items : add_entries)(laying, section, field,
                                                               added->value);
    }
    change_note_count(laying->note, added->key, added->value->count);
}

void lay_add(Laying *laying, const Node *body) {
    GString *subject = g_string_new(NULL);
    for (int i = 0; i < body->count; i++) {
        g_string_append_printf(subject, "%s%s", i > 0 ? ", " : "", body->entries[i].key);
        add_section(laying, &body->entries[i]);
    }
    laying->note->subject = g_string_free(subject, FALSE);
}
