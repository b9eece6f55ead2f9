/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads patterns, and tries them on all that they may be matched against. */
#include "config/reader/reader_patterns.h"

#include <glib.h>

#include "base/values.h"
#include "config/finding_codes.h"
#include "config/reader/reader_words.h"

/** Tries the pattern on all that it may ever be matched against, up to a code on which it gives up:
 * that is told here and nowhere else. */
static bool matches_any(const Reader *reader, Section target, const Pattern *pattern) {
    bool any = false;
    if (target == SECTION_COUNTRIES) {
        for (StationId s = 0; s < reader->kase->n_stations && !pattern_gave_up(pattern); s++) {
            const char *country = reader->kase->stations[s].country;
            any = country == NULL || pattern_matches(pattern, country) || any;
        }
        return any;
    }
    const Codes *codes = reader->codes[target];
    for (int i = 0; i < codes_count(codes) && !pattern_gave_up(pattern); i++) {
        const char *code = codes_text(codes, i);
        any = (code != NULL && pattern_matches(pattern, code)) || any;
    }
    return any;
}

/** Tells of a pattern that takes too long to be matched, and of one that matches nothing. */
static void try_pattern(Reader *reader, const Field *field, const Node *node,
                        const Pattern *pattern) {
    const bool any = matches_any(reader, field->target, pattern);
    const char *code = pattern_gave_up(pattern);
    if (code != NULL) {
        finding_error(reader->findings, node->place, FINDING_PATTERN_WILD,
                      reader_label(reader, field).text, quoted(node->text).text, quoted(code).text);
    } else if (!any && !reader->loose && !reader->lost[field->target]) {
        finding_warning(reader->findings, node->place, FINDING_PATTERN_IDLE,
                        reader_label(reader, field).text, quoted(node->text).text,
                        section_noun(field->target));
    }
}

void reader_read_pattern(Reader *reader, const Field *field, const Node *node, Pattern **out) {
    g_autofree Phrase *why = NULL;
    g_autofree char *composed = text_composed(node->text); /* as the ids that it may be of */
    Pattern *pattern = case_memory_pattern(reader->memory, composed, &why);
    if (pattern == NULL) {
        finding_error(reader->findings, node->place, FINDING_NO_PATTERN,
                      reader_label(reader, field).text, quoted(node->text).text, why);
        return;
    }
    *out = pattern;
    if (field->target != SECTION_NONE) {
        try_pattern(reader, field, node, pattern);
    }
}
