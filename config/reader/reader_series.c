/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of single values: references, weekly times, days. */
#include "config/reader/reader_series.h"

#include <string.h>

#include "base/time_text.h"
#include "config/finding_codes.h"
#include "config/reader/reader_faults.h"
#include "config/reader/reader_scalars.h"
#include "config/reader/reader_words.h"

static bool is_scalar(Reader *reader, const Field *field, const Node *item) {
    if (item->kind == NODE_SCALAR) {
        return true;
    }
    finding_error(reader->findings, item->place, FINDING_ENTRY_VALUE,
                  reader_label(reader, field).text);
    return false;
}

static void store(void *row, size_t offset, const void *value, size_t size) {
    if (row != NULL && offset != 0 && offset != OFFSET_NONE) {
        memcpy((char *)row + offset, value, size);
    }
}

static void read_refs(Reader *reader, const Field *field, const Node *list, void *row) {
    size_t count = (size_t)list->count;
    int *indices = case_memory_array(reader->memory, count, sizeof *indices);
    Place *places = NULL;
    if (field->places_offset != 0) {
        places = case_memory_array(reader->memory, count, sizeof *places);
    }
    for (int i = 0; i < list->count; i++) {
        const Node *item = list->items[i];
        indices[i] = -1;
        if (is_scalar(reader, field, item)) {
            reader_read_scalar(
                reader, &(Field){.name = field->name, .kind = FIELD_REF, .target = field->target},
                item, NULL, &indices[i]);
        }
        if (places != NULL) {
            places[i] = item->place;
        }
    }
    store(row, field->offset, &indices, sizeof indices);
    store(row, field->count_offset, &list->count, sizeof list->count);
    store(row, field->places_offset, &places, sizeof places);
}

static void read_ref_set(Reader *reader, const Field *field, const Node *list, void *row) {
    size_t count = (size_t)codes_count(reader->codes[field->target]);
    bool *members = case_memory_array(reader->memory, count, sizeof *members);
    for (int i = 0; i < list->count; i++) {
        const Node *item = list->items[i];
        int index = -1;
        if (is_scalar(reader, field, item)) {
            reader_read_scalar(
                reader, &(Field){.name = field->name, .kind = FIELD_REF, .target = field->target},
                item, NULL, &index);
        }
        if (index >= 0) {
            members[index] = true;
        }
    }
    store(row, field->offset, &members, sizeof members);
}

static void read_weekly(Reader *reader, const Field *field, const Node *list, void *row) {
    WeeklyTime *times = case_memory_array(reader->memory, (size_t)list->count, sizeof *times);
    bool taken[7 * MINUTES_PER_DAY] = {false};
    for (int i = 0; i < list->count; i++) {
        const Node *item = list->items[i];
        if (!is_scalar(reader, field, item)) {
            continue;
        }
        times[i].place = item->place;
        int fault = weekly_time_parse(item->text, &times[i].weekday, &times[i].minute_of_day);
        if (fault == FAULT_NONE) {
            int minute = (times[i].weekday - 1) * MINUTES_PER_DAY + times[i].minute_of_day;
            fault = taken[minute] ? REASON_STANDS_TWICE : FAULT_NONE;
            taken[minute] = true;
        }
        if (fault != FAULT_NONE) {
            reader_tell_value(reader, field, item, &PHRASE(fault));
        }
    }
    store(row, field->offset, &times, sizeof times);
    store(row, field->count_offset, &list->count, sizeof list->count);
}

static void read_days(Reader *reader, const Field *field, const Node *list, bool *on_day) {
    for (int i = 0; i < list->count; i++) {
        const Node *item = list->items[i];
        int weekday = 0;
        if (!is_scalar(reader, field, item)) {
            continue;
        }
        int fault = weekday_parse(item->text, &weekday);
        if (fault == FAULT_NONE && on_day[weekday]) {
            fault = REASON_STANDS_TWICE;
        }
        if (fault != FAULT_NONE) {
            reader_tell_value(reader, field, item, &PHRASE(fault));
        }
        on_day[weekday] = true;
    }
    on_day[0] = false;
}

void reader_read_series(Reader *reader, const Field *field, const Node *node, void *row,
                        void *out) {
    const Node *list = reader_list(reader, field, node);
    if (list == NULL || !reader_check_count(reader, field, list)) {
        return;
    }
    if (list->count == 0 && field->kind != FIELD_REF_SET) {
        finding_error(reader->findings, node->place,
                      field->required ? FINDING_NEEDS_ENTRY : FINDING_ENTRY_OR_OUT,
                      reader_label(reader, field).text);
        return;
    }
    switch (field->kind) {
    case FIELD_REFS:
        read_refs(reader, field, list, row);
        break;
    case FIELD_REF_SET:
        read_ref_set(reader, field, list, row);
        break;
    case FIELD_WEEKLY:
        read_weekly(reader, field, list, row);
        break;
    default:
        read_days(reader, field, list, out);
        break;
    }
}
