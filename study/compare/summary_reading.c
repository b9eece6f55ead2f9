/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the leaves of summary.json that are compared: figures, and what the plan was made from. */
#include "study/compare/summary_reading.h"

#include <math.h>
#include <stdlib.h>

#include "config/plan_folder/summary_file.h"

/** What is done with a leaf. */
typedef void LeafTake(ComparedPlan *plan, const char *name, const json_t *leaf);

static void take_figure(ComparedPlan *plan, const char *name, const json_t *leaf) {
    const ComparedFigure figure = {.name = g_string_chunk_insert(plan->texts, name),
                                   .value = json_is_number(leaf) ? json_number_value(leaf)
                                                                 : (double)NAN};
    g_array_append_val(plan->figures, figure);
}

/** A leaf as people read it: lists with `+` between their texts, as names of scenarios are joined.
 * To be freed with g_free(). */
static char *leaf_text(const json_t *leaf) {
    if (leaf == NULL || json_is_null(leaf) || json_is_string(leaf)) {
        return g_strdup(json_is_string(leaf) ? json_string_value(leaf) : "");
    }
    if (json_is_array(leaf)) {
        GString *list = g_string_new(NULL);
        for (size_t i = 0; i < json_array_size(leaf); i++) {
            g_autofree char *item = leaf_text(json_array_get(leaf, i));
            g_string_append_printf(list, "%s%s", i > 0 ? "+" : "", item);
        }
        return g_string_free(list, FALSE);
    }
    char *text = json_dumps(leaf, JSON_ENCODE_ANY | JSON_COMPACT | JSON_REAL_PRECISION(15));
    char *copy = g_strdup(text == NULL ? "" : text);
    free(text);
    return copy;
}

static void take_input(ComparedPlan *plan, const char *name, const json_t *leaf) {
    g_autofree char *text = leaf_text(leaf);
    const ComparedInput input = {.name = g_string_chunk_insert(plan->texts, name),
                                 .value = g_string_chunk_insert(plan->texts, text)};
    g_array_append_val(plan->inputs, input);
}

/** Goes through the leaves of a member in their order, the keys on the way joined. */
static void walk_leaves(ComparedPlan *plan, const char *name, const char *joint, json_t *value,
                        LeafTake *take) {
    const char *key;
    json_t *member;
    if (!json_is_object(value)) {
        take(plan, name, value);
        return;
    }
    json_object_foreach(value, key, member) {
        g_autofree char *inner = name == NULL ? g_strdup(key) : g_strconcat(name, joint, key, NULL);
        walk_leaves(plan, inner, joint, member, take);
    }
}

/** What the plan was made from, and by what. */
static void take_inputs(ComparedPlan *plan, json_t *root) {
    static const char *const members[] = {"case", "digest", "scenario", "horizon", "flags"};
    static const char *const of_run[] = {"flags", "version", "solver"};
    for (size_t i = 0; i < G_N_ELEMENTS(members); i++) {
        walk_leaves(plan, members[i], ".", json_object_get(root, members[i]), take_input);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(of_run); i++) {
        json_t *run = json_object_get(root, "run");
        walk_leaves(plan, of_run[i], ".", json_object_get(run, of_run[i]), take_input);
    }
}

bool summary_read_compared(ComparedPlan *plan) {
    static const char *const values[] = {"objective", "bound", "gap"};
    json_t *root = summary_file_read(plan->dir, &plan->error);
    if (root == NULL) {
        plan->file = SUMMARY_FILE;
        return false;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
        take_figure(plan, values[i], json_object_get(root, values[i]));
    }
    walk_leaves(plan, NULL, "_", json_object_get(root, "kpi"), take_figure);
    take_inputs(plan, root);
    json_decref(root);
    return true;
}
