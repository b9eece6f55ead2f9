/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the kinds of change share: sections, members, selectors. */
#include "config/scenario/laying.h"

#include <string.h>

#include "config/finding_codes.h"
#include "config/reader/reader_words.h"
#include "config/sections/root.h"

const Field *laying_section_field(const char *name) {
    return table_field(&case_table, name);
}

Node *laying_section(Laying *laying, const char *name) {
    Node *root = tree_own(&laying->tree, &laying->tree.root);
    NodeEntry *entry = tree_entry(root, name);
    const NodeKind kind = laying_section_field(name)->kind == FIELD_LIST ? NODE_LIST : NODE_MAP;
    return entry == NULL || entry->value->kind != kind ? NULL
                                                       : tree_own(&laying->tree, &entry->value);
}

PhraseArg laying_noun(const Field *section) {
    return section->section == SECTION_NONE ? phrase_word(section->table->noun)
                                            : section_noun(section->section);
}

const char *laying_member_code(const Node *section, int index) {
    if (section->kind == NODE_MAP) {
        return section->entries[index].key;
    }
    const Node *item = section->items[index];
    const Node *id = item->kind == NODE_MAP ? node_get(item, "id") : NULL;
    return id == NULL || id->kind != NODE_SCALAR ? NULL : id->text;
}

void laying_removed(Laying *laying, const Field *section, const char *code) {
    const Removed by = {laying->change->scenario, laying->change->number,
                        laying->change->node->place};
    if (section->section != SECTION_NONE && code != NULL) {
        removed_members_add(laying->removed, section->section, code, &by);
    }
}

Pattern *laying_pattern(Laying *laying, const char *key, const Node *text) {
    g_autofree Phrase *why = NULL;
    Pattern *pattern = pattern_new(text->text, &laying->budget, &why);
    if (pattern == NULL) {
        finding_error(laying->findings, text->place, FINDING_NO_PATTERN, key,
                      quoted(text->text).text, why);
    }
    return pattern;
}

bool laying_pattern_held(Laying *laying, const char *key, const Node *text,
                         const Pattern *pattern) {
    const char *code = pattern_gave_up(pattern);
    if (code != NULL) {
        finding_error(laying->findings, text->place, FINDING_PATTERN_WILD, key,
                      quoted(text->text).text, quoted(code).text);
    }
    return code == NULL;
}
