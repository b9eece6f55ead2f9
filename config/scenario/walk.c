/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes along a path, at each part to all keys, codes or positions that it means. */
#include "config/scenario/walk.h"

#include <string.h>

#include "base/suggest.h"
#include "config/finding_codes.h"
#include "config/reader/cell_items.h"
#include "config/reader/reader_words.h"
#include "config/scenario/path.h"
#include "config/sections/root.h"

/** What can be below a value. */
typedef enum {
    BELOW_NOTHING,
    BELOW_KEYS,     /**< of a table */
    BELOW_MEMBERS,  /**< of a list or a map by code */
    BELOW_STATIONS, /**< a map by station */
    BELOW_LANGUAGES /**< a name by language */
} Below;

typedef struct {
    Laying *laying;
    const Node *at; /**< the path as it is written */
    Path path;
    bool making;
    GArray *targets; /**< of Target */
    GString *text;   /**< the path so far, without patterns */
    bool failed;
    char *miss;       /**< what was looked for first in vain; NULL: nothing so far */
    const char *near; /**< what may be meant there */
} Walker;

/** A node on the way, which may be changed, and what it is. */
typedef struct {
    Node *node;
    Below below;
    const FieldTable *table; /**< BELOW_KEYS: of its keys */
    const Field *field;      /**< else: that it is the value of */
} Spot;

/** What of a case no change reaches. */
static bool is_fixed(const Spot *spot, const char *key) {
    static const char *const FIXED[] = {"banlie", "include", "name", "currency", "scenarios"};
    bool fixed = strcmp(key, "id") == 0 && table_field(spot->table, key) != NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(FIXED); i++) {
        fixed = fixed || (spot->table == &case_table && strcmp(key, FIXED[i]) == 0);
    }
    return fixed;
}

static Below below_field(const Field *field) {
    switch (field->kind) {
    case FIELD_GROUP:
        return BELOW_KEYS;
    case FIELD_LIST:
    case FIELD_MAP:
    case FIELD_GOALS:
        return BELOW_MEMBERS;
    case FIELD_BY_STATION:
        return BELOW_STATIONS;
    case FIELD_NAME:
        return BELOW_LANGUAGES;
    default:
        return BELOW_NOTHING;
    }
}

static NodeKind kind_below(const Field *field) {
    return field->kind == FIELD_LIST || field->kind == FIELD_GOALS ? NODE_LIST : NODE_MAP;
}

static void walk_fail(Walker *walker, const Phrase *phrase) {
    if (!walker->failed) {
        findings_add(walker->laying->findings, walker->at->place, FINDING_ERROR, phrase);
    }
    walker->failed = true;
}

/** Adds a key or code to the path so far, as it would have to be written. */
static void walk_append_part(GString *text, const char *part) {
    if (text->len > 0) {
        g_string_append_c(text, '.');
    }
    if (strpbrk(part, "./") == NULL) {
        g_string_append(text, part);
        return;
    }
    g_string_append_c(text, '/');
    for (; *part != '\0'; part++) {
        g_string_append_printf(text, *part == '.' || *part == '/' ? "\\%c" : "%c", *part);
    }
    g_string_append_c(text, '/');
}

/** Notes that nothing was found; the first time counts. */
static void note_miss(Walker *walker, const PathPart *part, const char *near) {
    if (walker->miss == NULL) {
        const gsize length = walker->text->len;
        if (part->pattern == NULL) {
            walk_append_part(walker->text, part->text);
        } else { /* as it is written, but for slashes within */
            g_string_append_printf(walker->text, "%s/%s/", length > 0 ? "." : "", part->text);
        }
        walker->miss = g_strdup(walker->text->str);
        walker->near = near;
        g_string_truncate(walker->text, length);
    }
}

Node **target_value(const Target *target) {
    if (target->index < 0) {
        return NULL;
    }
    return target->holder->kind == NODE_LIST ? &target->holder->items[target->index]
                                             : &target->holder->entries[target->index].value;
}

static void step(Walker *walker, const Spot *spot, int depth);

/** Makes a list of a CSV cell, a map of a section that is named but empty; false where the value is
 * not what its field has. */
static bool fit_value(Walker *walker, Node **value, const Field *field) {
    Tree *tree = &walker->laying->tree;
    const NodeKind kind = field == NULL ? NODE_MAP : kind_below(field);
    if ((*value)->kind == NODE_SCALAR && (*value)->csv != NULL && kind == NODE_LIST &&
        field->table->in_cell) {
        Reader reader = {.findings = walker->laying->findings};
        *value = (Node *)cell_items(&reader, field, *value);
    } else if (tree_nothing(*value) && kind == NODE_MAP && walker->making) {
        *value = tree_empty(tree, NODE_MAP, (*value)->place);
    }
    return (*value)->kind == kind;
}

/** Goes on below a value that was reached, or notes it where the path ends.
 *  @param field  of the value; NULL: it is a member of spot->field
 *  @param part   its key, code or position */
static void walk_reach(Walker *walker, const Spot *spot, int index, const Field *field,
                       const char *part, int depth) {
    const gsize length = walker->text->len;
    walk_append_part(walker->text, part);
    Target target = {
        .holder = spot->node,
        .index = index,
        .key = part,
        .field = field,
        .members = field == NULL ? spot->field : NULL,
        .table = spot->below == BELOW_KEYS ? spot->table : NULL,
    };
    if (depth + 1 == walker->path.n_parts) {
        target.path = arena_text(walker->laying->tree.arena, walker->text->str, walker->text->len);
        target.key = arena_text(walker->laying->tree.arena, part, strlen(part));
        g_array_append_val(walker->targets, target);
    } else {
        Node **value = target_value(&target);
        const Below below = field == NULL ? BELOW_KEYS : below_field(field);
        const PathPart *next = &walker->path.parts[depth + 1];
        if (below == BELOW_NOTHING || (below == BELOW_LANGUAGES && (*value)->kind == NODE_SCALAR)) {
            walk_fail(walker, &PHRASE(FINDING_PATH_BELOW, walker->at->text, next->text));
        } else if (!fit_value(walker, value, field)) {
            note_miss(walker, next, NULL);
        } else {
            const Spot under = {tree_own(&walker->laying->tree, value), below,
                                field == NULL ? spot->field->table : field->table, field};
            step(walker, &under, depth + 1);
        }
    }
    g_string_truncate(walker->text, length);
}

/** A key that is absent: the last of a path stands for itself, one before it is made where it is a
 * map. */
static void reach_absent(Walker *walker, const Spot *spot, const Field *field, const char *key,
                         bool may_be_made, int depth) {
    const bool last = depth + 1 == walker->path.n_parts;
    if (!walker->making || (!last && !may_be_made)) {
        note_miss(walker, &walker->path.parts[depth], NULL);
    } else if (last) {
        walk_reach(walker, spot, -1, field, key, depth);
    } else {
        tree_put(&walker->laying->tree, spot->node, key, walker->at->place,
                 tree_empty(&walker->laying->tree, NODE_MAP, walker->at->place));
        walk_reach(walker, spot, spot->node->count - 1, field, key, depth);
    }
}

static int entry_index(const Node *map, const char *key) {
    const NodeEntry *entry = tree_entry(map, key);
    return entry == NULL ? -1 : (int)(entry - map->entries);
}

static void step_keys(Walker *walker, const Spot *spot, int depth) {
    const PathPart *part = &walker->path.parts[depth];
    if (part->pattern != NULL) {
        const int targets = (int)walker->targets->len;
        for (int i = 0; i < spot->node->count && !walker->failed; i++) {
            const char *key = spot->node->entries[i].key;
            const Field *field = table_field(spot->table, key);
            if (field != NULL && !is_fixed(spot, key) && path_part_has(part, key)) {
                walk_reach(walker, spot, i, field, key, depth);
            }
        }
        if ((int)walker->targets->len == targets) {
            note_miss(walker, part, NULL);
        }
        return;
    }
    const Field *field = table_field(spot->table, part->text);
    if (is_fixed(spot, part->text)) {
        walk_fail(walker, &PHRASE(FINDING_PATH_FIXED, walker->at->text, part->text));
        return;
    }
    if (field == NULL) {
        Suggestion suggestion = suggestion_start(part->text);
        for (int i = 0; i < spot->table->n_fields; i++) {
            suggestion_try(&suggestion, spot->table->fields[i].name);
        }
        const Phrase hint = hint_of(suggestion.best);
        walk_fail(walker, &PHRASE(FINDING_PATH_KEY, walker->at->text, part->text,
                                  phrase_word(spot->table->noun), &hint));
        return;
    }
    const int index = entry_index(spot->node, part->text);
    if (index >= 0) {
        walk_reach(walker, spot, index, field, part->text, depth);
    } else {
        const bool presets = field->kind == FIELD_MAP && field->table->n_presets > 0;
        reach_absent(walker, spot, field, part->text,
                     presets || field->kind == FIELD_GROUP || field->kind == FIELD_BY_STATION ||
                         field->kind == FIELD_NAME,
                     depth);
    }
}

/** True for a container type that goes by two names. */
static bool same_container(const Spot *spot, const char *a, const char *b) {
    return (spot->table->key_target == SECTION_CONTAINERS ||
            spot->field->section == SECTION_CONTAINERS) &&
           ((strcmp(a, "40HQ") == 0 && strcmp(b, "40HC") == 0) ||
            (strcmp(a, "40HC") == 0 && strcmp(b, "40HQ") == 0));
}

/** Built-in members that are not written exist all the same, without keys. */
static bool reach_presets(Walker *walker, const Spot *spot, const PathPart *part, int depth) {
    const char *code;
    bool any = false;
    for (int i = 0; walker->making && (code = field_preset(spot->field, i)) != NULL; i++) {
        if (tree_entry(spot->node, code) == NULL && path_part_has(part, code)) {
            tree_put(&walker->laying->tree, spot->node, code, walker->at->place,
                     tree_empty(&walker->laying->tree, NODE_MAP, walker->at->place));
            walk_reach(walker, spot, spot->node->count - 1, NULL, code, depth);
            any = true;
        }
    }
    return any;
}

static void step_members(Walker *walker, const Spot *spot, int depth) {
    const PathPart *part = &walker->path.parts[depth];
    const bool ids = spot->node->kind == NODE_MAP || table_field(spot->table, "id") != NULL;
    Suggestion suggestion = suggestion_start(part->text);
    bool any = false;
    const int count = spot->node->count; /* what is made below comes behind */
    for (int i = 0; i < count && !walker->failed; i++) {
        char position[16];
        const char *code = position;
        if (ids) {
            code = laying_member_code(spot->node, i);
        } else {
            g_snprintf(position, sizeof position, "%d", i + 1);
        }
        if (code != NULL && (path_part_has(part, code) ||
                             (part->pattern == NULL && same_container(spot, part->text, code)))) {
            walk_reach(walker, spot, i, NULL, code, depth);
            any = true;
        } else if (code != NULL && ids) {
            suggestion_try(&suggestion, code);
        }
    }
    any = reach_presets(walker, spot, part, depth) || any;
    if (!any) {
        note_miss(walker, part, part->pattern == NULL ? suggestion.best : NULL);
    }
}

/** Maps by station and names by language: keys that are no members. */
static void step_entries(Walker *walker, const Spot *spot, const Field *value, int depth) {
    const PathPart *part = &walker->path.parts[depth];
    bool any = false;
    for (int i = 0; i < spot->node->count && !walker->failed; i++) {
        const char *key = spot->node->entries[i].key;
        if (path_part_has(part, key)) {
            walk_reach(walker, spot, i, value, key, depth);
            any = true;
        }
    }
    if (!any && part->pattern == NULL) {
        reach_absent(walker, spot, value, part->text, value->kind == FIELD_GROUP, depth);
    } else if (!any) {
        note_miss(walker, part, NULL);
    }
}

static void step(Walker *walker, const Spot *spot, int depth) {
    static const Field TEXT = {.name = "name", .kind = FIELD_TEXT};
    if (spot->below == BELOW_KEYS) {
        step_keys(walker, spot, depth);
    } else if (spot->below == BELOW_MEMBERS) {
        step_members(walker, spot, depth);
    } else if (spot->below == BELOW_LANGUAGES) {
        step_entries(walker, spot, &TEXT, depth);
    } else if (spot->table->fields[0].name == NULL) {
        step_entries(walker, spot, &spot->table->fields[0], depth);
    } else {
        Field *group = arena_alloc(walker->laying->tree.arena, 1, sizeof *group);
        *group = (Field){.name = spot->field->name, .kind = FIELD_GROUP, .table = spot->table};
        step_entries(walker, spot, group, depth);
    }
}

/** Tells what was looked for in vain, and patterns that were given up on. */
static void tell_nothing(Walker *walker) {
    for (int i = 0; i < walker->path.n_parts; i++) {
        const PathPart *part = &walker->path.parts[i];
        if (part->pattern != NULL && pattern_gave_up(part->pattern) != NULL) {
            walk_fail(walker, &PHRASE(FINDING_PATTERN_WILD, "at", part->text,
                                      pattern_gave_up(part->pattern)));
        }
    }
    if (walker->targets->len == 0) {
        const Phrase hint = hint_of(walker->near);
        walk_fail(walker, &PHRASE(FINDING_PATH_MEMBER, walker->at->text,
                                  walker->miss == NULL ? walker->at->text : walker->miss, &hint));
    }
}

GArray *walk(Laying *laying, const Node *at, bool making) {
    Walker walker = {.laying = laying, .at = at, .making = making};
    g_autofree char *wild = NULL;
    g_autofree Phrase *why = NULL;
    if (!path_parse(at->text, &laying->budget, &walker.path, &wild, &why)) {
        if (wild != NULL) {
            finding_error(laying->findings, at->place, FINDING_PATH_PATTERN, wild, why);
        } else {
            finding_error(laying->findings, at->place, FINDING_PATH_FORM, at->text);
        }
        return NULL;
    }
    walker.targets = g_array_new(FALSE, TRUE, sizeof(Target));
    walker.text = g_string_new(NULL);
    const Spot root = {tree_own(&laying->tree, &laying->tree.root), BELOW_KEYS, &case_table, NULL};
    step(&walker, &root, 0);
    tell_nothing(&walker);
    g_string_free(walker.text, TRUE);
    g_free(walker.miss);
    path_clear(&walker.path);
    if (walker.failed) {
        g_array_unref(walker.targets);
        return NULL;
    }
    return walker.targets;
}
