/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days on which something is closed: one by one, from one to another, in a list or in one text. */
#include "config/reader/reader_closed.h"

#include <string.h>

#include "base/text_file.h"
#include "config/finding_codes.h"
#include "config/reader/reader_faults.h"
#include "config/reader/reader_keys.h"
#include "config/reader/reader_scalars.h"
#include "config/reader/reader_words.h"

static const Field SPAN_FIELDS[] = {
    {"from", FIELD_DATE, offsetof(DaySpan, from), .required = true},
    {"to", FIELD_DATE, offsetof(DaySpan, to), .required = true},
};
static const FieldTable span_table = {.noun = KEY_CLOSED,
                                      TABLE_FIELDS(SPAN_FIELDS),
                                      .place_offset = OFFSET_NONE,
                                      .key_offset = OFFSET_NONE};

static void read_date(Reader *reader, const char *name, const Node *node, Date *date) {
    const Field field = {.name = name, .kind = FIELD_DATE};
    reader_read_scalar(reader, &field, node, NULL, date);
}

/** A part of a text, blanks around it taken off, with its place. */
static Node part_of(Reader *reader, const Node *whole, const char *start, const char *end) {
    Node part = *whole;
    node_text_trim(&start, &end);
    g_autofree char *text = g_strndup(start, (gsize)(end - start));
    part.text = case_memory_text(reader->memory, text);
    part.place.column += text_characters(whole->text, (size_t)(start - whole->text)) +
                         (whole->quoted && whole->csv == NULL ? 1 : 0);
    part.quoted = whole->csv != NULL;
    return part;
}

/** `2026-12-07`, or `2026-12-20..2026-12-26`. */
static void read_text_span(Reader *reader, const Field *field, const Node *node, DaySpan *span) {
    const char *dots = strstr(node->text, "..");
    if (dots == NULL) {
        read_date(reader, field->name, node, &span->from);
        span->to = span->from;
        return;
    }
    const Node from = part_of(reader, node, node->text, dots);
    const Node to = part_of(reader, node, dots + 2, node->text + strlen(node->text));
    read_date(reader, field->name, &from, &span->from);
    read_date(reader, field->name, &to, &span->to);
}

/** `{from: 2026-12-20, to: 2026-12-26}`. */
static void read_map_span(Reader *reader, const Node *map, DaySpan *span) {
    Date *dates[] = {&span->from, &span->to};
    for (int i = 0; i < map->count; i++) {
        if (table_field(&span_table, map->entries[i].key) == NULL) {
            (void)reader_tell_unknown_key(reader, &span_table, &map->entries[i]);
        }
    }
    for (int i = 0; i < 2; i++) {
        const Node *value = node_get(map, SPAN_FIELDS[i].name);
        if (value == NULL) {
            reader_tell_missing(reader, &span_table, map, &SPAN_FIELDS[i], NULL);
        } else {
            read_date(reader, SPAN_FIELDS[i].name, value, dates[i]);
        }
    }
}

static void read_span(Reader *reader, const Field *field, const Node *item, DaySpan *span) {
    const int errors = reader_errors(reader);
    span->place = item->place;
    if (item->kind == NODE_MAP) {
        const char *outer = reader->group;
        reader->group = field->name;
        read_map_span(reader, item, span);
        reader->group = outer;
    } else if (item->kind == NODE_SCALAR) {
        read_text_span(reader, field, item, span);
    } else {
        finding_error(reader->findings, item->place, FINDING_ENTRY_VALUE,
                      reader_label(reader, field).text);
    }
    if (reader_errors(reader) == errors && span->to < span->from) {
        finding_error(reader->findings, item->place, FINDING_CLOSED_ORDER);
    }
}

/** Reads the spans of a text, between `;`. */
static void read_spans(Reader *reader, const Field *field, const Node *node, Closed *closed) {
    g_auto(GStrv) texts = g_strsplit(node->text, ";", -1);
    const char *start = node->text;
    closed->n_days = MAX((int)g_strv_length(texts), 1);
    closed->days = case_memory_array(reader->memory, (size_t)closed->n_days, sizeof(DaySpan));
    for (int i = 0; i < closed->n_days; i++) {
        const char *end = start + strcspn(start, ";");
        const Node part = part_of(reader, node, start, end);
        read_span(reader, field, &part, &closed->days[i]);
        start = end + 1;
    }
}

void reader_read_closed(Reader *reader, const Field *field, const Node *node, Closed *closed) {
    closed->place = node->place;
    if (node->kind == NODE_SCALAR) {
        read_spans(reader, field, node, closed);
        return;
    }
    const Node *list = reader_list(reader, field, node);
    if (list == NULL) {
        return;
    }
    if (list->count == 0) {
        finding_error(reader->findings, node->place, FINDING_ENTRY_OR_OUT,
                      reader_label(reader, field).text);
    }
    closed->days = case_memory_array(reader->memory, (size_t)list->count, sizeof(DaySpan));
    closed->n_days = list->count;
    for (int i = 0; i < list->count; i++) {
        read_span(reader, field, list->items[i], &closed->days[i]);
    }
}
