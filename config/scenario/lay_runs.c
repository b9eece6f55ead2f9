/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `shift` and `close`: which members they mean, where they stand; they are made later. */
#include <string.h>

#include "config/finding_codes.h"
#include "config/reader/reader_words.h"
#include "config/scenario/laying.h"

static const char *selected_key(const Node *body) {
    static const char *const KEYS[] = {"slots", "stations", "feeders"};
    for (size_t i = 0; i < G_N_ELEMENTS(KEYS); i++) {
        if (node_get(body, KEYS[i]) != NULL) {
            return KEYS[i];
        }
    }
    return KEYS[0];
}

/** Notes the members that a selector matches. */
static void select_members(Laying *laying, const char *key, const Node *text, RunChange *change) {
    Pattern *pattern = laying_pattern(laying, key, text);
    const Node *section = laying_section(laying, key);
    if (pattern == NULL) {
        return;
    }
    for (int i = 0; section != NULL && i < section->count; i++) {
        const char *code = laying_member_code(section, i);
        if (code != NULL && pattern_matches(pattern, code)) {
            g_ptr_array_add(change->codes, g_strdup(code));
        }
    }
    if (laying_pattern_held(laying, key, text, pattern) && change->codes->len == 0) {
        finding_error(laying->findings, text->place, FINDING_SELECT_NOTHING, key,
                      quoted(text->text).text, laying_noun(laying_section_field(key)));
    }
    pattern_free(pattern);
}

void lay_runs(Laying *laying, const Node *body) {
    const char *key = selected_key(body);
    const Node *text = node_get(body, key);
    RunChange *change = run_changes_add(laying->runs, laying->note->kind,
                                        change_notes_count(laying->notes) - 1, body, key);
    laying->note->subject =
        laying->note->kind == CHANGE_SHIFT
            ? g_strdup_printf("%s %s by %s", key, text->text, node_get(body, "by")->text)
            : g_strdup_printf("%s %s %s to %s", key, text->text, node_get(body, "from")->text,
                              node_get(body, "to")->text);
    select_members(laying, key, text, change);
}
