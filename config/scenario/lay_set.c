/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `set`: a new value at every path. */
#include <string.h>

#include "base/number_text.h"
#include "base/time_text.h"
#include "config/finding_codes.h"
#include "config/reader/reader_words.h"
#include "config/scenario/node_text.h"
#include "config/scenario/walk.h"

/** Which change set a path last, and to what. */
typedef struct {
    int applied; /**< the scenario, as in NamedChange */
    const char *scenario;
    int number;
    const Node *to;
} SetBy;

static bool number_written(const Node *node, double *number) {
    const NumberMarks marks = node->csv == NULL ? MARKS_PLAIN : node->csv->marks;
    return number_text_parse(node->text, marks, number).code == FAULT_NONE;
}

static bool same_scalar(const Node *a, const Node *b, const Field *field) {
    if (strcmp(a->text, b->text) == 0) {
        return true;
    }
    double x, y;
    int64_t s, t;
    switch (field == NULL ? FIELD_ANY : field->kind) {
    case FIELD_COUNT:
    case FIELD_NUMBER:
        return number_written(a, &x) && number_written(b, &y) && x == y;
    case FIELD_DURATION:
    case FIELD_TRIP_TIME:
        return duration_parse(a->text, &s) == FAULT_NONE &&
               duration_parse(b->text, &t) == FAULT_NONE && s == t;
    default:
        return false;
    }
}

/** True where two values say the same, by their text. */
static bool same_node(const Node *a, const Node *b, const Field *field) {
    const bool list = a->kind == NODE_LIST || b->kind == NODE_LIST;
    a = list && node_as_list(a) != NULL ? node_as_list(a) : a;
    b = list && node_as_list(b) != NULL ? node_as_list(b) : b;
    if (a->kind != b->kind || a->count != b->count) {
        return false;
    }
    if (a->kind == NODE_SCALAR) {
        return same_scalar(a, b, field);
    }
    const FieldTable *table = field == NULL ? NULL : field->table;
    for (int i = 0; i < a->count; i++) {
        if (a->kind == NODE_LIST) {
            if (!same_node(a->items[i], b->items[i], NULL)) {
                return false;
            }
            continue;
        }
        const char *key = a->entries[i].key;
        const Node *other = node_get(b, key);
        const Field *below = table == NULL ? NULL : table_field(table, key);
        if (other == NULL || !same_node(a->entries[i].value, other, below)) {
            return false;
        }
    }
    return true;
}

/** Tells where another scenario has set the path to another value, and notes that this one has. */
static void check_twice(Laying *laying, const Node *at, const Target *target, const Node *to) {
    const NamedChange *change = laying->change;
    const SetBy *before = g_hash_table_lookup(laying->set_paths, target->path);
    if (before != NULL && before->applied != change->applied &&
        !same_node(before->to, to, target->field)) {
        finding_warning(laying->findings, at->place, FINDING_SET_TWICE, target->path,
                        before->scenario, before->number, change->scenario, change->number);
    }
    SetBy *by = g_new(SetBy, 1);
    *by = (SetBy){change->applied, change->scenario, change->number, to};
    g_hash_table_replace(laying->set_paths, g_strdup(target->path), by);
}

/** A member of a list that is replaced whole keeps its id. @return NULL, with an error, where it is
 * to have another */
static Node *with_id(Laying *laying, const Node *at, const Target *target, Node *to) {
    const Node *old = *target_value(target);
    const NodeEntry *id = old->kind == NODE_MAP ? tree_entry(old, "id") : NULL;
    if (target->members == NULL || id == NULL || to->kind != NODE_MAP) {
        return to;
    }
    const Node *other = node_get(to, "id");
    if (other != NULL && !same_node(other, id->value, NULL)) {
        finding_error(laying->findings, other->place, FINDING_SET_ID, at->text,
                      quoted(other->text).text);
        return NULL;
    }
    Node *member = tree_empty(&laying->tree, NODE_MAP, to->place);
    tree_put(&laying->tree, member, id->key, id->place, id->value);
    for (int i = 0; i < to->count; i++) {
        if (strcmp(to->entries[i].key, "id") != 0) {
            tree_put(&laying->tree, member, to->entries[i].key, to->entries[i].place,
                     to->entries[i].value);
        }
    }
    return member;
}

static void set_target(Laying *laying, const Node *at, Target *target, Node *to) {
    ChangeNote *note = laying->note;
    Node **value = target_value(target);
    const Node *old = value == NULL ? NULL : *value;
    Node *made = value == NULL ? to : with_id(laying, at, target, to);
    if (made == NULL) {
        return;
    }
    check_twice(laying, at, target, to);
    change_note_count(note, "values", 1);
    change_note_count(note, "unchanged", old != NULL && same_node(old, made, target->field));
    change_note_touch(note, target->path);
    if (note->touched->len == 1) {
        note->before = old == NULL ? NULL : node_text(old);
        note->after = node_text(to);
    }
    if (value == NULL) {
        tree_put(&laying->tree, target->holder, target->key, to->place, made);
    } else {
        *value = made;
    }
}

void lay_set(Laying *laying, const Node *body) {
    const Node *at = node_get(body, "at");
    Node *to = (Node *)node_get(body, "to"); /* put in as it is, and copied before it is changed */
    laying->note->subject = g_strdup(at->text);
    GArray *targets = walk(laying, at, true);
    for (guint i = 0; targets != NULL && i < targets->len; i++) {
        set_target(laying, at, &g_array_index(targets, Target, i), to);
    }
    g_clear_pointer(&targets, g_array_unref);
}
