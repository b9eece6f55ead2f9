/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map that names a CSV file and says how it is written. */
#include "config/document/csv_source.h"

#include <glib.h>
#include <string.h>

#include "base/suggest.h"
#include "config/finding_codes.h"

/** What an option may be, and its value. */
typedef struct {
    const char *text;
    int value;
} OptionWord;

static const OptionWord SEPARATORS[] = {
    {",", ','}, {";", ';'}, {"TAB", '\t'}, {"\t", '\t'}, {NULL, 0}};
static const OptionWord DECIMALS[] = {{",", MARKS_COMMA}, {".", MARKS_POINT}, {NULL, 0}};
static const OptionWord ENCODINGS[] = {{"UTF-8", ENCODING_UTF8},      {"UTF-16", ENCODING_UTF16},
                                       {"GB18030", ENCODING_GB18030}, {"GBK", ENCODING_GB18030},
                                       {"GB2312", ENCODING_GB18030},  {NULL, 0}};

/** The options beside `file`, and what is said that they may be. */
static const struct {
    const char *key;
    const OptionWord *words;
    const char *shown;
} OPTIONS[] = {
    {"separator", SEPARATORS, "\",\", \";\", TAB"},
    {"decimal", DECIMALS, "\",\", \".\""},
    {"encoding", ENCODINGS, "UTF-8, UTF-16, GB18030, GBK, GB2312"},
};

static bool is_file_name(const Node *node) {
    return node != NULL && node->kind == NODE_SCALAR && node->csv == NULL;
}

bool csv_source_is(const Node *node) {
    if (node->kind != NODE_MAP || node->count != 1 || strcmp(node->entries[0].key, "csv") != 0) {
        return false;
    }
    const Node *value = node->entries[0].value;
    return is_file_name(value) ||
           (value->kind == NODE_MAP && is_file_name(node_get(value, "file")));
}

/** The value of an option. @return false with an error where the text is none of its words */
static bool read_option(DocumentReading *reading, int option, const Node *node, int *value) {
    const char *text = node->kind == NODE_SCALAR ? node->text : "";
    for (const OptionWord *word = OPTIONS[option].words; word->text != NULL; word++) {
        if (g_ascii_strcasecmp(word->text, text) == 0) {
            *value = word->value;
            return true;
        }
    }
    const Phrase no_hint = PHRASE(FAULT_NONE);
    finding_error(reading->findings, node->place, FINDING_NO_WORD, OPTIONS[option].key,
                  phrase_cut(text, 40), OPTIONS[option].shown, &no_hint);
    return false;
}

static bool tell_unknown_option(DocumentReading *reading, const NodeEntry *entry) {
    Suggestion nearest = suggestion_start(entry->key);
    suggestion_try(&nearest, "file");
    for (size_t i = 0; i < G_N_ELEMENTS(OPTIONS); i++) {
        suggestion_try(&nearest, OPTIONS[i].key);
    }
    const Phrase hint =
        nearest.best == NULL ? PHRASE(FAULT_NONE) : PHRASE(HINT_NEAREST, nearest.best);
    finding_error(reading->findings, entry->place, FINDING_KEY_UNKNOWN, phrase_cut(entry->key, 40),
                  phrase_word(THE_CSV_FILE), &hint);
    return false;
}

bool csv_source_read(DocumentReading *reading, const Node *node, CsvSource *source) {
    const Node *value = node->entries[0].value;
    int values[G_N_ELEMENTS(OPTIONS)] = {'\0', MARKS_EITHER, ENCODING_FOUND};
    bool good = true;
    for (int i = 0; value->kind == NODE_MAP && i < value->count; i++) {
        const NodeEntry *entry = &value->entries[i];
        size_t option = 0;
        while (option < G_N_ELEMENTS(OPTIONS) && strcmp(OPTIONS[option].key, entry->key) != 0) {
            option++;
        }
        if (option < G_N_ELEMENTS(OPTIONS)) {
            good = read_option(reading, (int)option, entry->value, &values[option]) && good;
        } else if (strcmp(entry->key, "file") != 0) {
            good = tell_unknown_option(reading, entry) && good;
        }
    }
    *source = (CsvSource){value->kind == NODE_MAP ? node_get(value, "file") : value,
                          (char)values[0], (NumberMarks)values[1], (Encoding)values[2]};
    return good;
}
