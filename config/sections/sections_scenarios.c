/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of scenarios, of which nothing is stored. */
#include <string.h>

#include "base/suggest.h"
#include "base/time_text.h"
#include "config/reader/reader_words.h"
#include "config/sections/sections.h"

void section_check_close(Reader *reader, const Node *map, void *row) {
    (void)row;
    if ((node_get(map, "slots") == NULL) == (node_get(map, "stations") == NULL)) {
        findings_error(reader->findings, map->place,
                       "close needs either \"slots\" or \"stations\"");
    }
    InstantText from;
    InstantText to;
    LocalKind kind;
    const Zone *zone = reader->kase->horizon.zone;
    if (zone != NULL && instant_text_parse(node_get(map, "from")->text, &from) == NULL &&
        instant_text_parse(node_get(map, "to")->text, &to) == NULL &&
        instant_text_resolve(&to, zone, false, &kind) <=
            instant_text_resolve(&from, zone, false, &kind)) {
        findings_error(reader->findings, place_of(map, "to"), "close.to is not after close.from");
    }
}

void section_check_set(Reader *reader, const Node *map, void *row) {
    (void)row;
    const Node *at = node_get(map, "at");
    size_t length = strcspn(at->text, ".");
    char section[40];
    if (length >= sizeof section) {
        length = sizeof section - 1;
    }
    memcpy(section, at->text, length);
    section[length] = '\0';
    if (table_field(reader->root, section) != NULL) {
        return;
    }
    Suggestion suggestion = suggestion_start(section);
    for (int i = 0; i < reader->root->n_fields; i++) {
        suggestion_try(&suggestion, reader->root->fields[i].name);
    }
    findings_error(reader->findings, at->place,
                   "set.at: \"%s\" does not begin with a key of the case%s", quoted(at->text).text,
                   hint_text(suggestion.best).text);
}

void section_check_change(Reader *reader, const Node *map, void *row) {
    (void)row;
    if (map->count != 1) {
        findings_error(reader->findings, map->place,
                       "a change is exactly one of close, scale, set, shift, remove and add");
    }
}

void section_check_not_empty(Reader *reader, const Node *map, void *row) {
    (void)row;
    if (map->count == 0) {
        findings_error(reader->findings, map->place, "the change names nothing");
    }
}
