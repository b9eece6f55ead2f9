/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell of a CSV file becomes a list of maps like those of YAML, each value with its place. */
#include "config/reader/cell_items.h"

#include <string.h>

#include "base/arena.h"
#include "base/text_file.h"
#include "base/time_text.h"
#include "config/finding_codes.h"
#include "config/reader/reader_words.h"

static const char BLANKS[] = " \t";

/** The next value from `*text` on, which moves behind it; NULL at the end of the item.
 *  @param item  that it is in */
static Node *take_item_value(const Node *item, const Field *field, const char **text) {
    const char *start = *text + strspn(*text, BLANKS);
    const char *end = start + strcspn(start, BLANKS);
    if (start == end) {
        return NULL;
    }
    if (field != NULL && field->kind == FIELD_TRIP_TIME && is_later_clock(start)) {
        const char *clock = end + strspn(end, BLANKS); /* `D+3 18:30` is one value */
        const size_t length = strcspn(clock, BLANKS);
        end = memchr(clock, ':', length) != NULL ? clock + length : end;
    }
    Node *value = arena_alloc(item->csv->arena, 1, sizeof *value);
    *value = *item;
    value->text = arena_text(item->csv->arena, start, (size_t)(end - start));
    value->place.column += text_characters(item->text, (size_t)(start - item->text));
    *text = end;
    return value;
}

static Node *item_as_map(Reader *reader, const Field *field, const Node *item) {
    struct Arena *arena = item->csv->arena;
    const FieldTable *table = field->table;
    const char *text = item->text;
    Node *map = arena_alloc(arena, 1, sizeof *map);
    map->kind = NODE_MAP;
    map->place = item->place;
    map->text = "";
    map->entries = arena_alloc(arena, (size_t)table->n_fields, sizeof(NodeEntry));
    for (int i = 0; i < table->n_fields; i++) {
        Node *value = take_item_value(item, &table->fields[i], &text);
        if (value == NULL) {
            return map;
        }
        map->entries[map->count++] = (NodeEntry){table->fields[i].name, value->place, value};
    }
    const Node *more = take_item_value(item, NULL, &text);
    if (more != NULL) {
        finding_error(reader->findings, more->place, FINDING_CELL_ITEM_LONG,
                      reader_label(reader, field).text, quoted(more->text).text);
    }
    return map;
}

const Node *cell_items(Reader *reader, const Field *field, const Node *cell) {
    const Node *texts = node_as_list(cell);
    Node *list = arena_alloc(cell->csv->arena, 1, sizeof *list);
    *list = *texts;
    list->items = arena_alloc(cell->csv->arena, (size_t)texts->count, sizeof(Node *));
    list->count = 0;
    for (int i = 0; i < texts->count; i++) {
        const Node *item = texts->items[i];
        if (item->text[0] == '\0') {
            finding_error(reader->findings, item->place, FINDING_NO_VALUE,
                          reader_label(reader, field).text);
        } else {
            list->items[list->count++] = item_as_map(reader, field, item);
        }
    }
    return list;
}
