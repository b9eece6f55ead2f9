/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a field, value or section in messages. */
#include "config/reader/reader_words.h"

#include <string.h>

#include "base/plain_text.h"
#include "config/finding_codes.h"

PhraseArg section_noun(Section section) {
    static const NounCode NOUNS[N_SECTIONS] = {
        [SECTION_STATIONS] = NOUN_STATION, [SECTION_CONTAINERS] = NOUN_CONTAINER,
        [SECTION_CARGO] = NOUN_CARGO,      [SECTION_SLOTS] = NOUN_SLOT,
        [SECTION_LINES] = NOUN_LINE,       [SECTION_TRAINS] = NOUN_TRAIN,
        [SECTION_DEMAND] = NOUN_BOOKING,   [SECTION_FEEDERS] = NOUN_FEEDER,
        [SECTION_RAKES] = NOUN_RAKE,       [SECTION_COUNTRIES] = NOUN_COUNTRY};
    return phrase_word(NOUNS[section]);
}

Label reader_label(const Reader *reader, const Field *field) {
    Label label;
    const char *name = field->name;
    if (name == NULL) {
        g_strlcpy(label.text, reader->group == NULL ? "" : reader->group, sizeof label.text);
    } else if (reader->group == NULL) {
        g_strlcpy(label.text, name, sizeof label.text);
    } else {
        g_snprintf(label.text, sizeof label.text, "%s.%s", reader->group, name);
    }
    return label;
}

Quoted quoted(const char *text) {
    enum { SHOWN_MAX = 40 };
    Quoted result;
    size_t used = 0;
    int shown = 0;
    const char *p = text;
    for (; *p != '\0' && shown < SHOWN_MAX; p = character_next(p), shown++) {
        size_t size = (size_t)(character_next(p) - p);
        if ((unsigned char)*p < ' ') {
            result.text[used++] = ' ';
        } else {
            memcpy(result.text + used, p, size);
            used += size;
        }
    }
    if (*p != '\0') {
        memcpy(result.text + used, "…", strlen("…"));
        used += strlen("…");
    }
    result.text[used] = '\0';
    return result;
}

Phrase hint_of(const char *nearest) {
    return nearest == NULL ? PHRASE(FAULT_NONE) : PHRASE(HINT_NEAREST, nearest);
}

int reader_find(const Reader *reader, Section section, const char *code) {
    int index = codes_find(reader->codes[section], code);
    if (index < 0 && section == SECTION_CONTAINERS && strcmp(code, "40HQ") == 0) {
        index = codes_find(reader->codes[section], "40HC");
    }
    return index;
}

const Field *table_field(const FieldTable *table, const char *name) {
    for (int i = 0; i < table->n_fields; i++) {
        const char *known = table->fields[i].name;
        if (known != NULL && strcmp(known, name) == 0) {
            return &table->fields[i];
        }
    }
    return NULL;
}

const char *field_preset(const Field *field, int index) {
    const FieldTable *table = field->table;
    const char *code = NULL;
    if (field->section != SECTION_NONE && index < table->n_presets) {
        memcpy(&code,
               (const char *)table->presets + (size_t)index * table->size + table->key_offset,
               sizeof code);
    }
    return code;
}

bool field_is_preset(const Field *field, const char *code) {
    const char *own;
    bool preset = false;
    for (int i = 0; !preset && (own = field_preset(field, i)) != NULL; i++) {
        preset = strcmp(own, code) == 0;
    }
    return preset;
}

const Node *reader_list(Reader *reader, const Field *field, const Node *node) {
    const Node *list = node_as_list(node);
    if (list != NULL && list->kind == NODE_LIST) {
        return list;
    }
    finding_error(reader->findings, node->place,
                  node->kind == NODE_SCALAR ? FINDING_NO_BRACKETS : FINDING_NOT_LIST,
                  reader_label(reader, field).text);
    return NULL;
}

bool reader_check_count(Reader *reader, const Field *field, const Node *node) {
    if (field->most == 0 || node->kind == NODE_SCALAR || node->count <= field->most) {
        return true;
    }
    finding_error(reader->findings, node->place, FINDING_ENTRIES, reader_label(reader, field).text,
                  node->count, field->most);
    return false;
}
