/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names in changes are looked for once, when a sweep is read, and replaced for each point. */
#include "study/sweep/named_changes.h"

#include <glib.h>
#include <string.h>

#include "base/suggest.h"
#include "base/values.h"
#include "config/finding_codes.h"
#include "config/reader/reader_words.h"

/** The name that a scalar stands for; NULL where it stands for itself. */
static const char *name_in(const Node *node) {
    const bool named = node->kind == NODE_SCALAR && node->text[0] == '$' &&
                       code_check(node->text + 1) == FAULT_NONE;
    return named ? node->text + 1 : NULL;
}

static int parameter_named(const Sweep *sweep, const char *name) {
    for (int i = 0; i < sweep->n_parameters; i++) {
        if (strcmp(sweep->parameters[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}

/* ---- reading ---- */

/** A change that is looked through. */
typedef struct {
    const Sweep *sweep;
    Findings *findings;
    bool *used;       /**< per parameter */
    GHashTable *told; /**< scalars of unknown names: an alias comes more than once */
    int first;        /**< parameter that it names first, -1: none yet */
    int second;       /**< another one, likewise */
} NameSearch;

static void tell_unknown_name(NameSearch *search, const Node *node) {
    if (!g_hash_table_add(search->told, (gpointer)(guintptr)node)) {
        return;
    }
    Suggestion nearest = suggestion_start(node->text + 1);
    for (int i = 0; i < search->sweep->n_parameters; i++) {
        suggestion_try(&nearest, search->sweep->parameters[i].name);
    }
    const Phrase hint = hint_of(nearest.best);
    finding_error(search->findings, node->place, FINDING_PARAMETER_UNKNOWN,
                  quoted(node->text + 1).text, &hint);
}

static void note_name(NameSearch *search, const Node *node) {
    const int parameter = parameter_named(search->sweep, name_in(node));
    if (parameter < 0) {
        tell_unknown_name(search, node);
        return;
    }
    search->used[parameter] = true;
    if (search->first < 0) {
        search->first = parameter;
    } else if (search->first != parameter) {
        search->second = parameter;
    }
}

static void note_names(NameSearch *search, const Node *node) {
    if (name_in(node) != NULL) {
        note_name(search, node);
    }
    for (int i = 0; node->kind != NODE_SCALAR && i < node->count; i++) {
        note_names(search, node->kind == NODE_MAP ? node->entries[i].value : node->items[i]);
    }
}

static void note_change(NameSearch *search, Sweep *sweep, int index) {
    const Node *change = sweep->changes->items[index];
    search->first = search->second = -1;
    if (change->kind == NODE_MAP) {
        note_names(search, change);
    } else {
        finding_error(search->findings, change->place, FINDING_NOT_MAP, phrase_word(A_CHANGE));
    }
    sweep->change_names[index] = search->first;
    if (search->second >= 0 && sweep->design == DESIGN_ONE_AT_A_TIME) {
        finding_error(search->findings, change->place, FINDING_CHANGE_TWO_NAMES,
                      sweep->parameters[search->first].name,
                      sweep->parameters[search->second].name);
    }
}

void named_changes_take(Sweep *sweep, const Node *list, Findings *findings) {
    const int count = list == NULL ? 0 : list->count;
    sweep->changes = list;
    sweep->change_names =
        case_memory_array(sweep->memory, (size_t)count, sizeof *sweep->change_names);
    NameSearch search = {.sweep = sweep,
                         .findings = findings,
                         .used = g_new0(bool, (gsize)sweep->n_parameters + 1),
                         .told = g_hash_table_new(NULL, NULL)};
    for (int i = 0; i < count; i++) {
        note_change(&search, sweep, i);
    }
    for (int i = 0; i < sweep->n_parameters; i++) {
        const SweepParameter *parameter = &sweep->parameters[i];
        if (!search.used[i] && code_check(parameter->name) == FAULT_NONE) {
            finding_error(findings, parameter->place, FINDING_PARAMETER_IDLE, parameter->name);
        }
    }
    g_hash_table_destroy(search.told);
    g_free(search.used);
}

/* ---- replacing ---- */

/** The node, or a copy with the values of a point in it. */
static Node *with_values(const Sweep *sweep, const SweepPoint *point, Node *node, Arena *arena);

static Node *node_copy(const Node *node, Arena *arena) {
    Node *copy = arena_alloc(arena, 1, sizeof *copy);
    *copy = *node;
    return copy;
}

/** A copy of a list or map whose member `index` is another. */
static Node *with_member(const Node *node, int index, Node *member, Arena *arena) {
    Node *copy = node_copy(node, arena);
    if (node->kind == NODE_MAP) {
        copy->entries = arena_alloc(arena, (size_t)node->count, sizeof *copy->entries);
        memcpy(copy->entries, node->entries, (size_t)node->count * sizeof *copy->entries);
        copy->entries[index].value = member;
    } else {
        copy->items = arena_alloc(arena, (size_t)node->count, sizeof(Node *));
        memcpy(copy->items, node->items, (size_t)node->count * sizeof(Node *));
        copy->items[index] = member;
    }
    return copy;
}

static Node *members_with_values(const Sweep *sweep, const SweepPoint *point, Node *node,
                                 Arena *arena) {
    Node *result = node;
    for (int i = 0; i < node->count; i++) {
        Node *before = node->kind == NODE_MAP ? node->entries[i].value : node->items[i];
        Node *after = with_values(sweep, point, before, arena);
        if (after != before && result == node) {
            result = with_member(node, i, after, arena);
        } else if (after != before && node->kind == NODE_MAP) {
            result->entries[i].value = after;
        } else if (after != before) {
            result->items[i] = after;
        }
    }
    return result;
}

static Node *with_values(const Sweep *sweep, const SweepPoint *point, Node *node, Arena *arena) {
    if (node->kind != NODE_SCALAR) {
        return members_with_values(sweep, point, node, arena);
    }
    const char *name = name_in(node);
    const int parameter = name == NULL ? -1 : parameter_named(sweep, name);
    const char *text = parameter < 0 ? NULL : point->values[parameter].is.text;
    if (text == NULL) {
        return node;
    }
    Node *value = node_copy(node, arena);
    value->text = arena_text(arena, text, strlen(text));
    value->quoted = false;
    return value;
}

/** True where the change belongs to the point. */
static bool is_made(const Sweep *sweep, const SweepPoint *point, int change) {
    const int named = sweep->change_names[change];
    return point->number > 0 && (point->alone < 0 || named < 0 || named == point->alone);
}

const Node *named_changes_at(const Sweep *sweep, const SweepPoint *point, Arena *arena) {
    const int count = sweep->changes == NULL ? 0 : sweep->changes->count;
    Node *list = arena_alloc(arena, 1, sizeof *list);
    list->kind = NODE_LIST;
    list->text = "";
    list->place = count > 0 ? sweep->changes->place : (Place){NULL, 0, 0};
    list->items = arena_alloc(arena, (size_t)count, sizeof(Node *));
    for (int i = 0; i < count; i++) {
        if (is_made(sweep, point, i)) {
            list->items[list->count++] = with_values(sweep, point, sweep->changes->items[i], arena);
        }
    }
    return list;
}
