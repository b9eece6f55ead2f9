/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a case in its canonical form, each field by its row of a table. */
#include "config/scenario/canonical.h"

#include <glib.h>
#include <string.h>

#include "base/date_text.h"
#include "base/number_text.h"
#include "base/time_text.h"
#include "base/values.h"
#include "config/reader/cell_items.h"
#include "config/reader/reader_words.h"
#include "config/sections/root.h"

typedef struct {
    const Case *kase;
    GString *out;
} Canon;

static void canon_text(Canon *canon, const char *text) {
    g_string_append_c(canon->out, '"');
    for (; *text != '\0'; text++) {
        if ((unsigned char)*text < ' ') {
            g_string_append_printf(canon->out, "\\u%04x", (unsigned)(unsigned char)*text);
        } else {
            g_string_append_printf(canon->out, "%s%c", strchr("\"\\", *text) ? "\\" : "", *text);
        }
    }
    g_string_append_c(canon->out, '"');
}

static void canon_minutes(Canon *canon, int64_t minutes) {
    g_string_append_printf(canon->out, "%" G_GINT64_FORMAT, minutes);
}

/** The zone of an instant: that of the station that a sibling names, else the horizon's. */
static const Zone *canon_zone(const Canon *canon, const FieldTable *table, const Field *field,
                              const Node *map) {
    const Case *kase = canon->kase;
    for (int i = 0; field->zone_offset != OFFSET_NONE && i < table->n_fields; i++) {
        const Field *sibling = &table->fields[i];
        const Node *at = sibling->kind == FIELD_REF && sibling->offset == field->zone_offset
                             ? node_get(map, sibling->name)
                             : NULL;
        for (StationId s = 0; at != NULL && s < kase->n_stations; s++) {
            if (strcmp(kase->stations[s].code, at->text) == 0) {
                return kase->stations[s].zone;
            }
        }
    }
    return kase->horizon.zone;
}

static void canon_instant(Canon *canon, const Node *node, const Field *field, const Zone *zone) {
    InstantText text;
    LocalKind kind;
    if (instant_text_parse(node->text, &text) == FAULT_NONE) {
        canon_minutes(canon, instant_text_resolve(&text, zone, field->last_minute, &kind));
    }
}

/** The trade calls 40HC 40HQ, too, unless the case has both. */
static const char *canon_code(const Canon *canon, Section section, const char *code) {
    bool own = section != SECTION_CONTAINERS || strcmp(code, "40HQ") != 0;
    for (int i = 0; i < canon->kase->n_containers && !own; i++) {
        own = strcmp(canon->kase->containers[i].code, code) == 0;
    }
    return own ? code : "40HC";
}

static void canon_scalar(Canon *canon, const Node *node, const Field *field, const Zone *zone) {
    const NumberMarks marks = node->csv == NULL ? MARKS_PLAIN : node->csv->marks;
    char text[NUMBER_TEXT_SIZE];
    double number = 0;
    int64_t minutes;
    int day, minute;
    bool flag = false;
    Date date;
    switch (field->kind) {
    case FIELD_COUNT:
    case FIELD_NUMBER:
        (void)number_text_parse(node->text, marks, &number);
        g_string_append(canon->out, number_shortest(number, text));
        break;
    case FIELD_FLAG:
        (void)flag_parse(node->text, &flag);
        g_string_append(canon->out, flag ? "true" : "false");
        break;
    case FIELD_DURATION:
    case FIELD_TRIP_TIME:
    case FIELD_CLOCK:
        if (is_later_clock(node->text) &&
            later_clock_parse(node->text, &day, &minute) == FAULT_NONE) {
            g_string_append_printf(canon->out, "[%d,%d]", day, minute);
        } else if (duration_parse(node->text, &minutes) == FAULT_NONE) {
            canon_minutes(canon, minutes);
        }
        break;
    case FIELD_DATE:
        (void)date_parse(node->text, &date);
        g_string_append_printf(canon->out, "%d", date);
        break;
    case FIELD_INSTANT:
        canon_instant(canon, node, field, zone);
        break;
    case FIELD_WEEKLY:
        (void)weekly_time_parse(node->text, &day, &minute);
        g_string_append_printf(canon->out, "[%d,%d]", day, minute);
        break;
    case FIELD_DAYS:
        (void)weekday_parse(node->text, &day);
        g_string_append_printf(canon->out, "%d", day);
        break;
    default:
        canon_text(canon, canon_code(canon, field->target, node->text));
        break;
    }
}

static bool canon_map(Canon *canon, const FieldTable *table, const Node *map);

static gint compare_texts(gconstpointer a, gconstpointer b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/** Items in their order; of days, whose order means nothing, in that of the week. */
static bool canon_list(Canon *canon, const Field *field, const Node *list) {
    g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func(g_free);
    GString *outer = canon->out;
    for (int i = 0; i < list->count; i++) {
        const Node *item = list->items[i];
        canon->out = g_string_new(NULL);
        if (item->kind == NODE_MAP && field->table != NULL) {
            (void)canon_map(canon, field->table, item);
        } else if (item->kind == NODE_MAP) {
            for (int k = 0; k < item->count; k++) {
                canon_text(canon, item->entries[k].value->text);
            }
        } else {
            canon_scalar(canon, item, field, NULL);
        }
        g_ptr_array_add(items, g_string_free(canon->out, FALSE));
    }
    canon->out = outer;
    if (field->kind == FIELD_DAYS || field->kind == FIELD_REF_SET) {
        g_ptr_array_sort(items, compare_texts);
    }
    g_ptr_array_add(items, NULL);
    g_autofree char *joined = g_strjoinv(",", (char **)items->pdata);
    g_string_append_printf(canon->out, "[%s]", joined);
    return list->count > 0;
}

static gint compare_keys_of_entries(gconstpointer a, gconstpointer b) {
    return strcmp((*(const NodeEntry *const *)a)->key, (*(const NodeEntry *const *)b)->key);
}

/** The entries of a map in order of their keys. */
static GPtrArray *sorted_entries(const Node *map) {
    GPtrArray *entries = g_ptr_array_new();
    for (int i = 0; i < map->count; i++) {
        g_ptr_array_add(entries, &map->entries[i]);
    }
    g_ptr_array_sort(entries, compare_keys_of_entries);
    return entries;
}

/** Members by code, or values by station. A member without keys stays, unless it is built in. */
static bool canon_members(Canon *canon, const Field *field, const Node *map) {
    g_autoptr(GPtrArray) entries = sorted_entries(map);
    const Field *value = &field->table->fields[0];
    bool any = false;
    g_string_append_c(canon->out, '{');
    for (guint i = 0; i < entries->len; i++) {
        const NodeEntry *entry = g_ptr_array_index(entries, i);
        const gsize length = canon->out->len;
        g_string_append(canon->out, any ? "," : "");
        canon_text(canon, canon_code(canon, field->table->key_target, entry->key));
        g_string_append_c(canon->out, ':');
        bool kept = true;
        if (value->name == NULL) {
            canon_scalar(canon, entry->value, value, NULL);
        } else {
            kept =
                canon_map(canon, field->table, entry->value) || !field_is_preset(field, entry->key);
        }
        if (!kept) {
            g_string_truncate(canon->out, length);
        }
        any = any || kept;
    }
    g_string_append_c(canon->out, '}');
    return any;
}

/** True where a value says what holds without it. */
static bool is_default(Canon *canon, const Field *field, const char *written) {
    if (field->fallback == NULL) {
        return false;
    }
    const Node node = {.kind = NODE_SCALAR, .text = field->fallback};
    GString *outer = canon->out;
    canon->out = g_string_new(NULL);
    canon_scalar(canon, &node, field, canon->kase->horizon.zone);
    const bool same = strcmp(canon->out->str, written) == 0;
    g_string_free(canon->out, TRUE);
    canon->out = outer;
    return same;
}

/** A field's value. @return false where it says no more than its absence */
static bool canon_value(Canon *canon, const FieldTable *table, const Field *field, const Node *map,
                        const Node *node) {
    const gsize length = canon->out->len;
    Reader reader = {0};
    switch (field->kind) {
    case FIELD_GROUP:
        return node->kind == NODE_MAP &&
               (canon_map(canon, field->table, node) || field->given_offset != 0);
    case FIELD_MAP:
    case FIELD_BY_STATION:
        return node->kind == NODE_MAP && canon_members(canon, field, node);
    case FIELD_LIST:
        node = node->kind == NODE_SCALAR && node->csv != NULL ? cell_items(&reader, field, node)
                                                              : node;
        return canon_list(canon, field, node);
    case FIELD_REFS:
    case FIELD_REF_SET:
    case FIELD_WEEKLY:
    case FIELD_DAYS:
        return node_as_list(node) != NULL && canon_list(canon, field, node_as_list(node));
    default:
        break;
    }
    if (node->kind == NODE_LIST) {
        return canon_list(canon, field, node);
    }
    if (node->kind == NODE_MAP) {
        return false;
    }
    canon_scalar(canon, node, field, canon_zone(canon, table, field, map));
    return !is_default(canon, field, canon->out->str + length);
}

/** What no plan depends on. */
static bool is_told_only(const char *key) {
    return strcmp(key, "name") == 0 || strcmp(key, "doc") == 0 || strcmp(key, "scenarios") == 0 ||
           strcmp(key, "banlie") == 0;
}

/** @return false where nothing is in it */
static bool canon_map(Canon *canon, const FieldTable *table, const Node *map) {
    g_autoptr(GPtrArray) entries = sorted_entries(map);
    bool any = false;
    g_string_append_c(canon->out, '{');
    for (guint i = 0; i < entries->len; i++) {
        const NodeEntry *entry = g_ptr_array_index(entries, i);
        const Field *field = table_field(table, entry->key);
        if (field == NULL || is_told_only(entry->key)) {
            continue;
        }
        const gsize length = canon->out->len;
        g_string_append(canon->out, any ? "," : "");
        canon_text(canon, entry->key);
        g_string_append_c(canon->out, ':');
        if (canon_value(canon, table, field, map, entry->value)) {
            any = true;
        } else {
            g_string_truncate(canon->out, length);
        }
    }
    g_string_append_c(canon->out, '}');
    return any;
}

/* ---- shifts and closures ---- */

static void note_closures(GPtrArray *notes, const char *kind, const char *code,
                          const Closed *closed) {
    for (int i = closed->n_days; i < closed->n_times; i++) {
        g_ptr_array_add(notes,
                        g_strdup_printf("[\"%s\",\"%s\",%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT "]",
                                        kind, code, closed->times[i].from, closed->times[i].to));
    }
}

/** What scenarios do to runs, in an order that does not depend on theirs. */
static void canon_runs(Canon *canon) {
    const Case *kase = canon->kase;
    g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
    for (SlotId s = 0; s < kase->n_slots; s++) {
        const Slot *slot = &kase->slots[s];
        if (slot->shift_min != 0) {
            g_ptr_array_add(notes, g_strdup_printf("[\"shift\",\"%s\",%" G_GINT64_FORMAT "]",
                                                   slot->code, slot->shift_min));
        }
        note_closures(notes, "slot", slot->code, &slot->closed);
    }
    for (StationId s = 0; s < kase->n_stations; s++) {
        note_closures(notes, "station", kase->stations[s].code, &kase->stations[s].closed);
    }
    for (int f = 0; f < kase->n_feeders; f++) {
        note_closures(notes, "feeder", kase->feeders[f].code, &kase->feeders[f].closed);
    }
    g_ptr_array_sort(notes, compare_texts);
    for (guint i = 0; i < notes->len; i++) {
        const char *note = g_ptr_array_index(notes, i);
        if (i == 0 || strcmp(note, g_ptr_array_index(notes, i - 1)) != 0) {
            g_string_append_printf(canon->out, ",%s", note);
        }
    }
}

char *case_canonical(const Case *kase, const Node *root) {
    Canon canon = {kase, g_string_new("[")};
    (void)canon_map(&canon, &case_table, root);
    canon_runs(&canon);
    g_string_append_c(canon.out, ']');
    return g_string_free(canon.out, FALSE);
}

char *case_digest(const Case *kase, const Node *root) {
    g_autofree char *text = case_canonical(kase, root);
    return g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
}
