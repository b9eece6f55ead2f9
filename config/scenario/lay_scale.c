/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `scale`: numbers and durations times a factor, in whole numbers where they are whole. */
#include <math.h>
#include <string.h>

#include "base/factor.h"
#include "base/number_text.h"
#include "base/time_text.h"
#include "base/values.h"
#include "config/finding_codes.h"
#include "config/reader/cell_items.h"
#include "config/reader/reader_words.h"
#include "config/scenario/bookings.h"
#include "config/scenario/walk.h"

/** The text of a value times a factor.
 *  @param whole  receives it where it is a whole number
 *  @return false where it is no number or duration */
static bool scaled_text(const Node *node, FieldKind kind, int64_t factor,
                        char text[DURATION_TEXT_SIZE], int *whole) {
    const NumberMarks marks = node->csv == NULL ? MARKS_PLAIN : node->csv->marks;
    double number;
    int64_t minutes;
    *whole = -1;
    if (node->kind != NODE_SCALAR) {
        return false;
    }
    switch (kind) {
    case FIELD_COUNT:
        if (number_text_parse(node->text, marks, &number).code != FAULT_NONE ||
            count_of(number, whole) != FAULT_NONE) {
            return false;
        }
        *whole = (int)MIN(factor_of_whole(*whole, factor), INT_MAX);
        g_snprintf(text, DURATION_TEXT_SIZE, "%d", *whole);
        return true;
    case FIELD_NUMBER:
        if (number_text_parse(node->text, marks, &number).code != FAULT_NONE) {
            return false;
        }
        number_shortest(factor_of_number(number, factor), text);
        return true;
    case FIELD_DURATION:
    case FIELD_TRIP_TIME:
        if (duration_parse(node->text, &minutes) != FAULT_NONE) {
            return false;
        }
        duration_format(factor_of_whole(minutes, factor), text);
        return true;
    default:
        return false;
    }
}

/* ---- scale: {at, by} ---- */

/** True where a value that was scaled is still what it was, whichever way it was written. */
static bool stays_as_scaled(const Node *node, const char *scaled, FieldKind kind) {
    char text[DURATION_TEXT_SIZE];
    int whole;
    return scaled_text(node, kind, FACTOR_ONE, text, &whole) && strcmp(text, scaled) == 0;
}

/** True for the boxes of a booking or of a tier, which is taken out where they come to none. */
static bool is_boxes_of_demand(const Target *target) {
    return strncmp(target->path, "demand.", strlen("demand.")) == 0 &&
           strcmp(target->key, "boxes") == 0;
}

static void scale_target(Laying *laying, const Node *at, const Node *by, const Target *target,
                         GHashTable *emptied) {
    Node **value = target_value(target);
    const FieldKind kind = target->field == NULL ? FIELD_ANY : target->field->kind;
    char text[DURATION_TEXT_SIZE];
    int whole;
    int64_t factor;
    if (!factor_parse(by->text, &factor) || !scaled_text(*value, kind, factor, text, &whole)) {
        finding_error(laying->findings, at->place, FINDING_SCALE_VALUE, target->path,
                      quoted((*value)->text).text);
        return;
    }
    change_note_count(laying->note, "values", 1);
    change_note_count(laying->note, "unchanged", stays_as_scaled(*value, text, kind));
    change_note_touch(laying->note, target->path);
    if (laying->note->touched->len == 1) {
        laying->note->before = g_strdup((*value)->text);
        laying->note->after = g_strdup(text);
    }
    *value = tree_scalar(&laying->tree, text, by->place);
    if (whole == 0 && is_boxes_of_demand(target)) {
        g_hash_table_add(emptied, target->holder);
    }
}

static void scale_at(Laying *laying, const Node *at, const Node *by) {
    GArray *targets = walk(laying, at, false);
    g_autoptr(GHashTable) emptied = g_hash_table_new(NULL, NULL);
    laying->note->subject = g_strdup_printf("%s ×%s", at->text, by->text);
    for (guint i = 0; targets != NULL && i < targets->len; i++) {
        scale_target(laying, at, by, &g_array_index(targets, Target, i), emptied);
    }
    if (g_hash_table_size(emptied) > 0) {
        bookings_take_out(laying, emptied);
    }
    g_clear_pointer(&targets, g_array_unref);
}

/* ---- scale: {demand, boxes, tonnes, revenue, unserved} ---- */

/** Scales what a booking or tier has under a key; what is absent stays so. */
static void scale_key(Laying *laying, Node *map, const char *key, FieldKind kind,
                      const Node *factor_node, GHashTable *emptied) {
    NodeEntry *entry = tree_entry(map, key);
    char text[DURATION_TEXT_SIZE];
    int whole;
    int64_t factor;
    if (factor_node == NULL || entry == NULL || !factor_parse(factor_node->text, &factor) ||
        !scaled_text(entry->value, kind, factor, text, &whole)) {
        return; /* a fault of the value is told when the case is read */
    }
    entry->value = tree_scalar(&laying->tree, text, factor_node->place);
    if (whole == 0 && strcmp(key, "boxes") == 0) {
        g_hash_table_add(emptied, map);
    }
}

static void scale_booking(Laying *laying, Node *booking, const Node *body, GHashTable *emptied) {
    const Node *boxes = node_get(body, "boxes");
    const Node *revenue = node_get(body, "revenue");
    scale_key(laying, booking, "boxes", FIELD_COUNT, boxes, emptied);
    scale_key(laying, booking, "revenue", FIELD_NUMBER, revenue, emptied);
    scale_key(laying, booking, "tonnes", FIELD_NUMBER, node_get(body, "tonnes"), emptied);
    scale_key(laying, booking, "unserved", FIELD_NUMBER, node_get(body, "unserved"), emptied);
    Node *tiers = bookings_tiers(laying, booking);
    for (int i = 0; tiers != NULL && i < tiers->count; i++) {
        if (tiers->items[i]->kind == NODE_MAP) {
            Node *tier = tree_own(&laying->tree, &tiers->items[i]);
            scale_key(laying, tier, "boxes", FIELD_COUNT, boxes, emptied);
            scale_key(laying, tier, "revenue", FIELD_NUMBER, revenue, emptied);
        }
    }
}

static char *scale_subject(const Node *body) {
    static const char *const FACTORS[] = {"boxes", "tonnes", "revenue", "unserved"};
    const Node *selectors = node_get(body, "demand");
    GString *subject = g_string_new("demand");
    for (int i = 0; i < selectors->count; i++) {
        g_string_append_printf(subject, " %s %s", selectors->entries[i].key,
                               selectors->entries[i].value->text);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(FACTORS); i++) {
        const Node *factor = node_get(body, FACTORS[i]);
        if (factor != NULL) {
            g_string_append_printf(subject, " %s ×%s", FACTORS[i], factor->text);
        }
    }
    return g_string_free(subject, FALSE);
}

static void scale_demand(Laying *laying, const Node *selectors, const Node *body) {
    laying->note->subject = scale_subject(body);
    Node *demand = laying_section(laying, "demand");
    BookingSelector selector;
    if (!booking_selector_begin(laying, selectors, &selector)) {
        return;
    }
    g_autoptr(GHashTable) emptied = g_hash_table_new(NULL, NULL);
    int matched = 0;
    int64_t before = 0, after = 0;
    for (int i = 0; demand != NULL && i < demand->count; i++) {
        if (!booking_selector_has(&selector, demand->items[i])) {
            continue;
        }
        Node *booking = tree_own(&laying->tree, &demand->items[i]);
        matched++;
        before += bookings_boxes(laying, booking);
        scale_booking(laying, booking, body, emptied);
        after += bookings_boxes(laying, booking);
        const char *code = laying_member_code(demand, i);
        change_note_touch(laying->note, code == NULL ? "" : code);
    }
    if (booking_selector_end(laying, &selector) && matched == 0) {
        finding_error(laying->findings, selectors->place, FINDING_SELECT_NO_BOOKING);
    }
    change_note_count(laying->note, "bookings", matched);
    change_note_count(laying->note, "boxes_before", before);
    change_note_count(laying->note, "boxes_after", after);
    change_note_count(laying->note, "taken_out", bookings_take_out(laying, emptied));
}

void lay_scale(Laying *laying, const Node *body) {
    const Node *at = node_get(body, "at");
    if (at != NULL) {
        scale_at(laying, at, node_get(body, "by"));
    } else {
        scale_demand(laying, node_get(body, "demand"), body);
    }
}
