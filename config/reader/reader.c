/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Maps of a case, and the lists and maps of maps below them, each field by its row of a table. */
#include "config/reader/reader.h"

#include <stddef.h>
#include <string.h>

#include <glib.h>

#include "base/values.h"
#include "config/finding_codes.h"
#include "config/reader/cell_items.h"
#include "config/reader/reader_closed.h"
#include "config/reader/reader_faults.h"
#include "config/reader/reader_keys.h"
#include "config/reader/reader_scalars.h"
#include "config/reader/reader_series.h"
#include "config/reader/reader_words.h"

enum { FIELDS_MAX = 32 };

/** Room for a value that is not kept. */
typedef union {
    max_align_t align;
    char bytes[64];
} Scratch;

static PhraseArg noun_of(const FieldTable *table) {
    return phrase_word(table->noun);
}

static bool is_map(Reader *reader, const Field *field, const Node *node) {
    if (node->kind == NODE_MAP) {
        return true;
    }
    finding_error(reader->findings, node->place, FINDING_NOT_MAP, reader_label(reader, field).text);
    return false;
}

/** Tells a required list or map that is empty. */
static void check_not_empty(Reader *reader, const Field *field, const Node *node) {
    if (field->required && node->count == 0 && !node->lost) {
        finding_error(reader->findings, node->place, FINDING_NEEDS_ENTRY,
                      reader_label(reader, field).text);
    }
}

static void read_group(Reader *reader, const Field *field, const Node *node, void *row,
                       bool overlay) {
    if (!is_map(reader, field, node)) {
        return;
    }
    const char *outer = reader->group;
    void *base = row == NULL || field->offset == OFFSET_NONE ? NULL : (char *)row + field->offset;
    if (base != NULL && field->given_offset != 0) {
        bool given = true;
        memcpy((char *)base + field->given_offset, &given, sizeof given);
    }
    reader->group = field->name;
    reader_read_map(reader, field->table, node, base, overlay);
    reader->group = outer;
}

static void store_array(const Field *field, void *row, void *array, int count) {
    if (row != NULL && field->offset != OFFSET_NONE) {
        memcpy((char *)row + field->offset, &array, sizeof array);
    }
    if (row != NULL && field->count_offset != 0) {
        memcpy((char *)row + field->count_offset, &count, sizeof count);
    }
}

/** The row of an array; NULL where the table stores nothing. */
static void *row_at(const FieldTable *table, void *rows, int index) {
    return table->size == 0 ? NULL : (char *)rows + (size_t)index * table->size;
}

/** Notes that a member of a section has errors, so that what refers to it is not looked at. */
static void mark_faulty(Reader *reader, const Field *field, int index, int errors_before) {
    if (field->section != SECTION_NONE && reader_errors(reader) > errors_before) {
        reader->faulty[field->section][index] = true;
    }
}

static void read_list(Reader *reader, const Field *field, const Node *node, void *row) {
    const bool cell = node->kind == NODE_SCALAR && node->csv != NULL;
    if (cell && !field->table->in_cell) {
        finding_error(reader->findings, node->place, FINDING_NOT_IN_CELL,
                      reader_label(reader, field).text);
        return;
    }
    const Node *list = cell ? cell_items(reader, field, node) : reader_list(reader, field, node);
    if (list == NULL || !reader_check_count(reader, field, list)) {
        return;
    }
    check_not_empty(reader, field, list);
    const FieldTable *table = field->table;
    void *rows = case_memory_array(reader->memory, (size_t)list->count, table->size);
    store_array(field, row, rows, list->count);
    const char *outer = reader->group;
    reader->group = NULL;
    for (int i = 0; i < list->count; i++) {
        const Node *item = list->items[i];
        int errors_before = reader_errors(reader);
        if (item->kind == NODE_MAP) {
            reader_read_map(reader, table, item, row_at(table, rows, i), false);
        } else {
            finding_error(reader->findings, item->place, FINDING_NOT_MAP, noun_of(table));
        }
        mark_faulty(reader, field, i, errors_before);
    }
    reader->group = outer;
}

/** Stores the key of a map's entry in its row and says where the row is; -1 where the key is no
 * good. */
static int map_row(Reader *reader, const Field *field, const Node *map, const NodeEntry *entry,
                   int next) {
    const FieldTable *table = field->table;
    if (table->key_target != SECTION_NONE) {
        int index = reader_find(reader, table->key_target, entry->key);
        const char *code =
            index < 0 ? entry->key : codes_text(reader->codes[table->key_target], index);
        if (strcmp(code, entry->key) != 0 && node_get(map, code) != NULL) { /* 40HQ beside 40HC */
            finding_error(reader->findings, entry->place, FINDING_KEY_TWICE, code,
                          node_get(map, code)->place.line);
        }
        if (index < 0 && !reader->loose) {
            reader_tell_no_such(reader, field->name, table->key_target, entry->key, entry->place);
        }
        return next;
    }
    Fault fault = code_check(entry->key);
    if (fault != FAULT_NONE && !reader_tell_wide(reader, field->name, entry->key, entry->place)) {
        finding_error(reader->findings, entry->place, FINDING_VALUE, field->name,
                      quoted(entry->key).text, phrase_word(fault));
    }
    return field->section == SECTION_NONE ? next
                                          : codes_find(reader->codes[field->section], entry->key);
}

static void store_key(Reader *reader, const FieldTable *table, const char *key, void *row) {
    if (row == NULL || table->key_offset == OFFSET_NONE) {
        return;
    }
    void *at = (char *)row + table->key_offset;
    if (table->key_target != SECTION_NONE) {
        int index = reader_find(reader, table->key_target, key);
        memcpy(at, &index, sizeof index);
    } else {
        const char *code = case_memory_text(reader->memory, key);
        memcpy(at, &code, sizeof code);
    }
}

static void read_map_section(Reader *reader, const Field *field, const Node *node, void *row) {
    const FieldTable *table = field->table;
    int n_presets = field->section == SECTION_NONE ? 0 : table->n_presets;
    int count =
        field->section == SECTION_NONE ? node->count : codes_count(reader->codes[field->section]);
    void *rows = case_memory_array(reader->memory, (size_t)count, table->size);
    if (n_presets > 0) {
        memcpy(rows, table->presets, (size_t)n_presets * table->size);
    }
    store_array(field, row, rows, count);
    const char *outer = reader->group;
    reader->group = NULL;
    for (int i = 0; i < node->count; i++) {
        const NodeEntry *entry = &node->entries[i];
        int errors_before = reader_errors(reader);
        int index = map_row(reader, field, node, entry, i);
        void *entry_row = row_at(table, rows, index);
        store_key(reader, table, entry->key, entry_row);
        if (entry->value->kind != NODE_MAP) {
            finding_error(reader->findings, entry->value->place, FINDING_NOT_MAP, noun_of(table));
        } else {
            reader_read_map(reader, table, entry->value, entry_row, index < n_presets);
        }
        mark_faulty(reader, field, index, errors_before);
        if (entry_row != NULL && table->place_offset != OFFSET_NONE) {
            memcpy((char *)entry_row + table->place_offset, &entry->place, sizeof entry->place);
        }
    }
    reader->group = outer;
}

/** Rows for a map by station, one a station, of `size` bytes; their first member, the station, is
 * -1 until it is named. */
static void *new_station_rows(Reader *reader, size_t size) {
    size_t count = (size_t)codes_count(reader->codes[SECTION_STATIONS]);
    char *rows = case_memory_array(reader->memory, count, size);
    const StationId unnamed = -1;
    for (size_t i = 0; i < count; i++) {
        memcpy(rows + i * size, &unnamed, sizeof unnamed);
    }
    return rows;
}

/** Several maps by station fill the same rows, one a station, whose first member is the station;
 * section_pack_stations() leaves those that are named. */
static void read_by_station(Reader *reader, const Field *field, const Node *node, void *row) {
    const FieldTable *table = field->table;
    char *rows = NULL;
    if (row != NULL) {
        memcpy(&rows, (char *)row + field->offset, sizeof rows);
        if (rows == NULL) {
            rows = new_station_rows(reader, table->size);
            store_array(field, row, rows, reader->kase->n_stations);
        }
    }
    const char *outer = reader->group;
    reader->group = field->name;
    for (int i = 0; i < node->count; i++) {
        const NodeEntry *entry = &node->entries[i];
        StationId station = codes_find(reader->codes[SECTION_STATIONS], entry->key);
        if (station < 0 && !reader->loose) {
            reader_tell_no_such(reader, field->name, SECTION_STATIONS, entry->key, entry->place);
        }
        Scratch scratch;
        void *out = &scratch;
        if (rows != NULL && station >= 0) {
            out = rows + (size_t)station * table->size;
            memcpy(out, &station, sizeof station);
        }
        const Field *value = &table->fields[0];
        if (value->name == NULL) {
            reader_read_scalar(reader, value, entry->value, NULL,
                               out == &scratch ? out : (char *)out + value->offset);
        } else if (is_map(reader, field, entry->value)) {
            reader_read_map(reader, table, entry->value, out == &scratch ? NULL : out, false);
        }
    }
    reader->group = outer;
}

static void read_value(Reader *reader, const Field *field, const Node *node, void *row,
                       bool overlay) {
    Scratch scratch;
    void *out = row == NULL || field->offset == OFFSET_NONE ? (void *)&scratch
                                                            : (char *)row + field->offset;
    switch (field->kind) {
    case FIELD_GROUP:
        read_group(reader, field, node, row, overlay);
        break;
    case FIELD_LIST:
        read_list(reader, field, node, row);
        break;
    case FIELD_MAP:
    case FIELD_BY_STATION:
        if (is_map(reader, field, node) && reader_check_count(reader, field, node)) {
            check_not_empty(reader, field, node);
            (field->kind == FIELD_MAP ? read_map_section : read_by_station)(reader, field, node,
                                                                            row);
        }
        break;
    case FIELD_NAME:
        reader_read_name(reader, field, node, out);
        break;
    case FIELD_CLOSED:
        reader_read_closed(reader, field, node, out);
        break;
    case FIELD_GOALS:
        field->read(reader, field, node);
        break;
    case FIELD_REFS:
    case FIELD_REF_SET:
    case FIELD_WEEKLY:
    case FIELD_DAYS:
        reader_read_series(reader, field, node, row, out);
        break;
    default:
        reader_read_scalar(reader, field, node, row, out);
        break;
    }
}

static void read_default(Reader *reader, const Field *field, void *row) {
    if (row == NULL || field->offset == OFFSET_NONE) {
        return;
    }
    void *out = (char *)row + field->offset;
    if (field->kind == FIELD_GROUP) {
        for (int i = 0; i < field->table->n_fields; i++) {
            read_default(reader, &field->table->fields[i], out);
        }
    } else if (field->kind == FIELD_MAP && field->table->n_presets > 0) {
        static const Node nothing = {.kind = NODE_MAP};
        read_map_section(reader, field, &nothing, row);
    } else {
        reader_set_default(reader, field, out);
    }
}

/** A reference that is missing refers to nothing, rather than to the first member. */
static void unset_reference(const Field *field, void *row) {
    if (row != NULL && field->kind == FIELD_REF && field->offset != OFFSET_NONE) {
        const int nothing = -1;
        memcpy((char *)row + field->offset, &nothing, sizeof nothing);
    }
}

/** True where no key is written, or meant, that stands in place of the field's. */
static bool is_wanted(const FieldTable *table, const Node *const *found, const bool *meant,
                      const Field *field) {
    if (field->instead == NULL) {
        return field->required;
    }
    const ptrdiff_t other = table_field(table, field->instead) - table->fields;
    return found[other] == NULL && !meant[other];
}

void reader_read_map(Reader *reader, const FieldTable *table, const Node *map, void *row,
                     bool overlay) {
    const Node *found[FIELDS_MAX] = {NULL};
    bool meant[FIELDS_MAX] = {false}; /* by an unknown key: its absence is no second fault */
    g_assert(table->n_fields <= FIELDS_MAX);
    GString *waiting = NULL;
    int errors_before = reader_errors(reader);
    bool outer_loose = reader->loose;
    reader->loose = outer_loose || table->loose;
    bool known = true;
    for (int i = 0; i < map->count; i++) {
        const NodeEntry *entry = &map->entries[i];
        const Field *field = table_field(table, entry->key);
        if (field == NULL) {
            field = reader_tell_unknown_key(reader, table, entry);
            if (field != NULL) {
                meant[field - table->fields] = true;
            }
            known = false;
        } else if (found[field - table->fields] == NULL) {
            found[field - table->fields] = entry->value;
        }
    }
    if (row != NULL && table->place_offset != OFFSET_NONE) {
        memcpy((char *)row + table->place_offset, &map->place, sizeof map->place);
    }
    for (int i = 0; i < table->n_fields; i++) {
        const Field *field = &table->fields[i];
        if (found[i] != NULL) {
            read_value(reader, field, found[i], row, overlay);
        } else if (overlay) {
            continue;
        } else if (is_wanted(table, found, meant, field)) {
            if (!meant[i]) {
                reader_tell_missing(reader, table, map, field, &waiting);
            }
            unset_reference(field, row);
        } else {
            read_default(reader, field, row);
        }
    }
    reader_tell_waiting(reader, table, map, waiting);
    if (table->check != NULL && known && reader_errors(reader) == errors_before &&
        (!reader->loose || table->check_of_form)) {
        table->check(reader, map, row);
    }
    reader->loose = outer_loose;
}
