/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of the keys of a map: of unknown ones, and of those that are missing. */
#include "config/reader/reader_keys.h"

#include <string.h>

#include "base/suggest.h"
#include "config/finding_codes.h"
#include "config/reader/reader_faults.h"
#include "config/reader/reader_words.h"

/** The required field that a key stands for which holds a character that only looks plain; NULL
 * where that is not clear. */
static const Field *field_before_wide(const FieldTable *table, const char *key) {
    const Field *found = NULL;
    size_t longest = 0;
    for (int i = 0; i < table->n_fields; i++) {
        const char *name = table->fields[i].name;
        const size_t length = name == NULL ? 0 : strlen(name);
        if (length > longest && strncmp(key + strspn(key, " "), name, length) == 0) {
            found = &table->fields[i];
            longest = length;
        }
    }
    return found;
}

const Field *reader_tell_unknown_key(Reader *reader, const FieldTable *table,
                                     const NodeEntry *entry) {
    Suggestion suggestion = suggestion_start(entry->key);
    for (int i = 0; i < table->n_fields; i++) {
        suggestion_try(&suggestion, table->fields[i].name);
    }
    const Field *meant = suggestion.best == NULL ? field_before_wide(table, entry->key)
                                                 : table_field(table, suggestion.best);
    /* The set never changes its keys, though its interface takes them so. */
    if (!g_hash_table_add(reader->unknown_keys, (gpointer)(guintptr)entry->key) ||
        reader_tell_wide(reader, quoted(entry->key).text, entry->key, entry->place)) {
        return meant;
    }
    const Phrase hint = hint_of(suggestion.best);
    finding_error(reader->findings, entry->place, FINDING_KEY_UNKNOWN, quoted(entry->key).text,
                  phrase_word(table->noun), &hint);
    return suggestion.best == NULL ? NULL : meant;
}

void reader_tell_missing(Reader *reader, const FieldTable *table, const Node *map,
                         const Field *field, GString **waiting) {
    if (reader->partial && table == reader->root) {
        return;
    }
    if (map->csv == NULL && field->instead != NULL) {
        finding_error(reader->findings, map->place, FINDING_KEYS_MISSING, phrase_word(table->noun),
                      field->name, field->instead);
        return;
    }
    if (map->csv == NULL) {
        finding_error(reader->findings, map->place, FINDING_KEY_MISSING, phrase_word(table->noun),
                      field->name);
        return;
    }
    if (*waiting == NULL) {
        *waiting = g_string_new(field->name);
        reader->untold++;
    } else {
        g_string_append_printf(*waiting, ", %s", field->name);
    }
}

void reader_tell_waiting(Reader *reader, const FieldTable *table, const Node *map,
                         GString *waiting) {
    if (waiting != NULL) {
        finding_error(reader->findings, map->place, FINDING_CELLS_MISSING, phrase_word(table->noun),
                      waiting->str);
        g_string_free(waiting, TRUE);
    }
}
