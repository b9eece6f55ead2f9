/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `remove`: values by path, or members by code. */
#include <string.h>

#include "config/finding_codes.h"
#include "config/reader/reader_words.h"
#include "config/scenario/walk.h"

/** True where a key may be left out. */
static bool may_go(Laying *laying, const Node *at, const Target *target) {
    if (target->field == NULL || !target->field->required) {
        return true;
    }
    finding_error(laying->findings, at->place, FINDING_REMOVE_REQUIRED, at->text,
                  target->table == NULL ? phrase_text("") : phrase_word(target->table->noun),
                  target->field->name);
    return false;
}

/** Notes all members of a section that goes as a whole. */
static void remove_members(Laying *laying, const Field *section, const Node *node) {
    for (int i = 0; i < node->count && node->kind != NODE_SCALAR; i++) {
        laying_removed(laying, section, laying_member_code(node, i));
    }
}

static void remove_target(Laying *laying, const Target *target) {
    Node **value = target_value(target);
    change_note_count(laying->note, "values", 1);
    change_note_touch(laying->note, target->path);
    if (target->members != NULL && target->members->section != SECTION_NONE) {
        laying_removed(laying, target->members, laying_member_code(target->holder, target->index));
    } else if (target->field != NULL && target->field->section != SECTION_NONE) {
        remove_members(laying, target->field, *value);
    }
}

static void remove_at(Laying *laying, const Node *at) {
    GArray *targets = walk(laying, at, false);
    laying->note->subject = g_strdup(at->text);
    bool good = targets != NULL;
    for (guint i = 0; good && i < targets->len; i++) {
        good = may_go(laying, at, &g_array_index(targets, Target, i));
    }
    for (guint i = 0; good && i < targets->len; i++) {
        remove_target(laying, &g_array_index(targets, Target, i));
    }
    /* Positions hold until all are noted. */
    for (guint i = 0; good && i < targets->len; i++) {
        *target_value(&g_array_index(targets, Target, i)) = NULL;
    }
    for (guint i = 0; good && i < targets->len; i++) {
        tree_drop(g_array_index(targets, Target, i).holder);
    }
    g_clear_pointer(&targets, g_array_unref);
}

/** Takes out the members of a section whose codes match. */
static void remove_matching(Laying *laying, const char *name, const Node *text) {
    Pattern *pattern = laying_pattern(laying, name, text);
    Node *section = laying_section(laying, name);
    const Field *field = laying_section_field(name);
    if (pattern == NULL) {
        return;
    }
    int gone = 0;
    for (int i = 0; section != NULL && i < section->count; i++) {
        const char *code = laying_member_code(section, i);
        if (code == NULL || !pattern_matches(pattern, code)) {
            continue;
        }
        gone++;
        laying_removed(laying, field, code);
        change_note_touch(laying->note, code);
        if (section->kind == NODE_MAP) {
            section->entries[i].value = NULL;
        } else {
            section->items[i] = NULL;
        }
    }
    if (section != NULL) {
        tree_drop(section);
    }
    if (laying_pattern_held(laying, name, text, pattern) && gone == 0) {
        finding_error(laying->findings, text->place, FINDING_SELECT_NOTHING, name,
                      quoted(text->text).text, laying_noun(field));
    }
    change_note_count(laying->note, name, gone);
    pattern_free(pattern);
}

void lay_remove(Laying *laying, const Node *body) {
    const Node *at = node_get(body, "at");
    if (at != NULL) {
        remove_at(laying, at);
        return;
    }
    GString *subject = g_string_new(NULL);
    for (int i = 0; i < body->count; i++) {
        const NodeEntry *entry = &body->entries[i];
        g_string_append_printf(subject, "%s%s %s", i > 0 ? ", " : "", entry->key,
                               entry->value->text);
        remove_matching(laying, entry->key, entry->value);
    }
    laying->note->subject = g_string_free(subject, FALSE);
}
