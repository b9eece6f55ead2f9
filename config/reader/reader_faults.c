/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wrong values of a case: told where they stand, or gathered where many have one cause. */
#include "config/reader/reader_faults.h"

#include <glib.h>
#include <string.h>

#include "base/plain_text.h"
#include "base/text_file.h"
#include "config/finding_codes.h"
#include "config/reader/reader_words.h"

/** A cause with all its values so far. */
typedef struct {
    Place place; /**< of the first */
    Phrase *phrase;
    int count;
} Gathered;

static void gathered_free(gpointer data) {
    Gathered *gathered = data;
    g_free(gathered->phrase);
    g_free(gathered);
}

void reader_faults_begin(Reader *reader) {
    reader->gathered = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, gathered_free);
}

void reader_faults_end(Reader *reader) {
    GHashTableIter iter;
    gpointer value;
    /* The order does not matter: findings are sorted by their places. */
    g_hash_table_iter_init(&iter, reader->gathered);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        const Gathered *gathered = value;
        if (gathered->count == 1) {
            findings_add(reader->findings, gathered->place, FINDING_ERROR, gathered->phrase);
        } else {
            finding_error(reader->findings, gathered->place, FINDING_REPEATED, gathered->phrase,
                          gathered->count);
        }
    }
    g_hash_table_destroy(reader->gathered);
    reader->gathered = NULL;
    reader->untold = 0;
}

int reader_errors(const Reader *reader) {
    return findings_errors(reader->findings) + reader->untold;
}

/** Counts a value of a cause. @return true where it is the first, whose phrase is still to be set
 */
static Gathered *gather_value(Reader *reader, char *key, Place place) {
    Gathered *gathered = g_hash_table_lookup(reader->gathered, key);
    reader->untold++;
    if (gathered == NULL) {
        gathered = g_new0(Gathered, 1);
        gathered->place = place;
        g_hash_table_insert(reader->gathered, key, gathered);
    } else {
        g_free(key);
    }
    gathered->count++;
    return gathered;
}

/** True for what a column has in every row as soon as in one, such as dates with the month first.
 */
static bool is_of_column(int code) {
    switch (code) {
    case FAULT_GROUPED:
    case FAULT_DECIMAL_COMMA:
    case FAULT_TWO_READINGS:
    case FAULT_PERCENT:
    case FAULT_DATE_ORDER:
    case FAULT_YEAR_SHORT:
    case FAULT_SECONDS:
    case REASON_BARE_NUMBER:
        return true;
    default:
        return false;
    }
}

bool reader_tell_wide(Reader *reader, const char *label, const char *text, Place place) {
    WideCharacter wide;
    if (!wide_character_find(text, &wide)) {
        return false;
    }
    place.column += text_characters(text, wide.at);
    const char plain[] = {wide.plain, '\0'};
    if (wide.plain == ' ') {
        finding_error(reader->findings, place, FINDING_BLANK, label, phrase_hex(wide.code, 4));
    } else {
        finding_error(reader->findings, place, FINDING_WIDE, label, phrase_cut(wide.text, 8),
                      phrase_hex(wide.code, 4), phrase_cut(plain, 1));
    }
    return true;
}

void reader_tell_value(Reader *reader, const Field *field, const Node *node, const Phrase *why) {
    const Label label = reader_label(reader, field);
    Place inside = node->place;
    inside.column += node->quoted && node->csv == NULL ? 1 : 0;
    if (reader_tell_wide(reader, label.text, node->text, inside)) {
        return;
    }
    const Phrase phrase = PHRASE(FINDING_VALUE, label.text, quoted(node->text).text, why);
    if (!is_of_column(why->code)) {
        findings_add(reader->findings, node->place, FINDING_ERROR, &phrase);
        return;
    }
    Gathered *gathered = gather_value(reader,
                                      g_strdup_printf("%d\n%s\n%p\n%s", why->code, label.text,
                                                      (const void *)field, node->place.file),
                                      node->place);
    if (gathered->phrase == NULL) {
        gathered->phrase = phrase_copy(&phrase);
    }
}

void reader_tell_no_such(Reader *reader, const char *label, Section section, const char *code,
                         Place place) {
    if (reader->lost[section]) {
        reader->untold++;
        return;
    }
    if (reader_tell_wide(reader, label, code, place)) {
        return;
    }
    Gathered *gathered = gather_value(reader, g_strdup_printf("%d %s", (int)section, code), place);
    const Removed *by = removed_members_find(reader->removed, section, code);
    if (gathered->phrase == NULL && by != NULL) {
        const Phrase change =
            PHRASE(REASON_BY_CHANGE, by->scenario, by->number, by->place.file, by->place.line);
        const Phrase phrase = PHRASE(FINDING_NO_SUCH_REMOVED, label, section_noun(section),
                                     quoted(code).text, &change);
        gathered->phrase = phrase_copy(&phrase);
    } else if (gathered->phrase == NULL) {
        /* Looking for the nearest is slow, and a file of another case has thousands of these. */
        const bool shown = reader_errors(reader) <= FINDINGS_SHOWN_MAX;
        const Phrase hint = hint_of(shown ? codes_nearest(reader->codes[section], code) : NULL);
        const Phrase phrase =
            PHRASE(FINDING_NO_SUCH, label, section_noun(section), quoted(code).text, &hint);
        gathered->phrase = phrase_copy(&phrase);
    }
}
