/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bookings that are selected, counted and taken out. */
#include "config/scenario/bookings.h"

#include <string.h>

#include "base/number_text.h"
#include "base/values.h"
#include "config/reader/cell_items.h"
#include "config/reader/reader_words.h"

/** Keys that select, and what a booking has that does not write them. */
static const struct {
    const char *key;
    const char *fallback;
} SELECTED[BOOKING_SELECTORS] = {
    {"id", NULL}, {"from", NULL}, {"to", NULL}, {"cargo", "general"}, {"container", NULL}};

static void selector_clear(BookingSelector *selector) {
    for (int i = 0; i < BOOKING_SELECTORS; i++) {
        pattern_free(selector->patterns[i]);
    }
}

bool booking_selector_begin(Laying *laying, const Node *selectors, BookingSelector *selector) {
    *selector = (BookingSelector){0};
    for (int i = 0; i < BOOKING_SELECTORS; i++) {
        selector->texts[i] = node_get(selectors, SELECTED[i].key);
        if (selector->texts[i] != NULL) {
            selector->patterns[i] = laying_pattern(laying, SELECTED[i].key, selector->texts[i]);
            if (selector->patterns[i] == NULL) {
                selector_clear(selector);
                return false;
            }
        }
    }
    return true;
}

static const char *text_of(const Node *booking, int selected) {
    const Node *value = node_get(booking, SELECTED[selected].key);
    return value == NULL || value->kind != NODE_SCALAR ? SELECTED[selected].fallback : value->text;
}

bool booking_selector_has(const BookingSelector *selector, const Node *booking) {
    bool has = booking->kind == NODE_MAP;
    for (int i = 0; has && i < BOOKING_SELECTORS; i++) {
        const Pattern *pattern = selector->patterns[i];
        const char *text = text_of(booking, i);
        has = pattern == NULL ||
              (text != NULL && (pattern_matches(pattern, text) ||
                                /* The trade's other name for it. */
                                (strcmp(text, "40HQ") == 0 && pattern_matches(pattern, "40HC"))));
    }
    return has;
}

bool booking_selector_end(Laying *laying, BookingSelector *selector) {
    bool held = true;
    for (int i = 0; i < BOOKING_SELECTORS; i++) {
        held = (selector->patterns[i] == NULL ||
                laying_pattern_held(laying, SELECTED[i].key, selector->texts[i],
                                    selector->patterns[i])) &&
               held;
    }
    selector_clear(selector);
    return held;
}

Node *bookings_tiers(Laying *laying, Node *booking) {
    NodeEntry *entry = tree_entry(booking, "tiers");
    if (entry == NULL) {
        return NULL;
    }
    const Field *demand = laying_section_field("demand");
    const Field *field = table_field(demand->table, "tiers");
    if (entry->value->kind == NODE_SCALAR && entry->value->csv != NULL && field->table->in_cell) {
        Reader reader = {.findings = laying->findings};
        entry->value = (Node *)cell_items(&reader, field, entry->value);
    }
    return entry->value->kind == NODE_LIST ? tree_own(&laying->tree, &entry->value) : NULL;
}

static int boxes_written(const Node *map) {
    const Node *boxes = map->kind == NODE_MAP ? node_get(map, "boxes") : NULL;
    double number;
    int count;
    return boxes != NULL && boxes->kind == NODE_SCALAR &&
                   number_text_parse(boxes->text,
                                     boxes->csv == NULL ? MARKS_PLAIN : boxes->csv->marks, &number)
                           .code == FAULT_NONE &&
                   count_of(number, &count) == FAULT_NONE
               ? count
               : 0;
}

int64_t bookings_boxes(Laying *laying, Node *booking) {
    const Node *tiers = bookings_tiers(laying, booking);
    int64_t boxes = boxes_written(booking);
    for (int i = 0; tiers != NULL && i < tiers->count; i++) {
        boxes += boxes_written(tiers->items[i]);
    }
    return boxes;
}

/** Takes tiers out. @return how many; -1 where none is left */
static int take_tiers_out(Laying *laying, Node *booking, GHashTable *emptied) {
    Node *tiers = bookings_tiers(laying, booking);
    int gone = 0;
    for (int i = 0; tiers != NULL && i < tiers->count; i++) {
        if (g_hash_table_contains(emptied, tiers->items[i])) {
            tiers->items[i] = NULL;
            gone++;
        }
    }
    if (gone > 0) {
        tree_drop(tiers);
    }
    return gone > 0 && tiers->count == 0 ? -1 : gone;
}

int bookings_take_out(Laying *laying, GHashTable *emptied) {
    Node *demand = laying_section(laying, "demand");
    int gone = 0;
    for (int i = 0; demand != NULL && i < demand->count; i++) {
        Node *booking = demand->items[i];
        if (!booking->own || booking->kind != NODE_MAP) {
            continue; /* not touched */
        }
        const int tiers = take_tiers_out(laying, booking, emptied);
        const bool out = tiers < 0 || g_hash_table_contains(emptied, booking);
        if (out) {
            laying_removed(laying, laying_section_field("demand"), laying_member_code(demand, i));
            demand->items[i] = NULL;
        }
        gone += out ? 1 : tiers;
    }
    if (demand != NULL) {
        tree_drop(demand);
    }
    return gone;
}
