/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a field, value or section in messages. */
#include "config/reader/reader_words.h"

#include <string.h>

const char *section_noun(Section section) {
    static const char *const NOUNS[N_SECTIONS] = {
        [SECTION_STATIONS] = "station",  [SECTION_CONTAINERS] = "container type",
        [SECTION_CARGO] = "cargo class", [SECTION_SLOTS] = "slot",
        [SECTION_LINES] = "line",        [SECTION_TRAINS] = "train",
        [SECTION_DEMAND] = "booking",    [SECTION_FEEDERS] = "feeder",
        [SECTION_RAKES] = "rake pool",   [SECTION_COUNTRIES] = "country of a station"};
    return NOUNS[section];
}

Label reader_label(const Reader *reader, const Field *field) {
    Label label;
    const char *name = field->name;
    if (name == NULL) {
        g_strlcpy(label.text, reader->group == NULL ? "value" : reader->group, sizeof label.text);
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
    for (; *p != '\0' && shown < SHOWN_MAX; p = g_utf8_next_char(p), shown++) {
        size_t size = (size_t)(g_utf8_next_char(p) - p);
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

Hint hint_text(const char *nearest) {
    Hint hint = {""};
    if (nearest != NULL) {
        g_snprintf(hint.text, sizeof hint.text, "; did you mean \"%s\"?", nearest);
    }
    return hint;
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

const Node *reader_list(Reader *reader, const Field *field, const Node *node) {
    const Node *list = node_as_list(node);
    if (list != NULL && list->kind == NODE_LIST) {
        return list;
    }
    findings_error(reader->findings, node->place, "%s must be a list%s",
                   reader_label(reader, field).text,
                   node->kind == NODE_SCALAR ? "; write its items in brackets: [A, B]" : "");
    return NULL;
}

bool reader_check_count(Reader *reader, const Field *field, const Node *node) {
    if (field->most == 0 || node->kind == NODE_SCALAR || node->count <= field->most) {
        return true;
    }
    findings_error(reader->findings, node->place, "%s has %d entries; at most %d are taken",
                   reader_label(reader, field).text, node->count, field->most);
    return false;
}
