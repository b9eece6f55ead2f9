/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sweep's members as JSON, in the words of its file. */
#include "study/sweep/sweep_json.h"

#include <errno.h>
#include <glib.h>
#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/atomic_file.h"

/** Digits that read back the same, for numbers of a sweep file are decimal ones. */
enum { SWEEP_DIGITS = 15 };

/* Values under construction; `failed` is set where a part of one could not be made. */

static void set_member(json_t *object, const char *key, json_t *value, bool *failed) {
    *failed = json_object_set_new(object, key, value) != 0 || *failed;
}

static void add_item(json_t *array, json_t *value, bool *failed) {
    *failed = json_array_append_new(array, value) != 0 || *failed;
}

static json_t *text_value(const char *text) {
    return text == NULL ? json_null() : json_string(text);
}

/** A number; null for one that is infinite. */
static json_t *number_value(double number) {
    return isfinite(number) ? json_real(number) : json_null();
}

static json_t *numbers_value(const double *numbers, int count, bool *failed) {
    json_t *array = json_array();
    for (int i = 0; i < count; i++) {
        add_item(array, number_value(numbers[i]), failed);
    }
    return array;
}

static json_t *node_value(const Node *node, bool *failed) {
    if (node->kind == NODE_SCALAR) {
        return json_string(node->text);
    }
    json_t *value = node->kind == NODE_LIST ? json_array() : json_object();
    for (int i = 0; i < node->count; i++) {
        if (node->kind == NODE_LIST) {
            add_item(value, node_value(node->items[i], failed), failed);
        } else {
            set_member(value, node->entries[i].key, node_value(node->entries[i].value, failed),
                       failed);
        }
    }
    return value;
}

/* ---- parameters ---- */

static json_t *normal_value(const Distribution *of, bool *failed) {
    json_t *object = json_object();
    set_member(object, "mean", number_value(of->centre), failed);
    set_member(object, "sd", number_value(of->spread), failed);
    set_member(object, "min", number_value(of->low), failed);
    set_member(object, "max", number_value(of->high), failed);
    return object;
}

static json_t *lognormal_value(const Distribution *of, bool *failed) {
    json_t *object = json_object();
    set_member(object, "median", number_value(of->centre), failed);
    set_member(object, "sigma", number_value(of->spread), failed);
    return object;
}

static json_t *exponential_value(const Distribution *of, bool *failed) {
    json_t *object = json_object();
    set_member(object, "mean", number_value(of->centre), failed);
    return object;
}

static void set_distribution(json_t *to, const Distribution *of, bool *failed) {
    const double ends[] = {of->low, of->high};
    const double corners[] = {of->low, of->centre, of->high};
    switch (of->kind) {
    case DISTRIBUTION_UNIFORM:
        set_member(to, "uniform", numbers_value(ends, 2, failed), failed);
        break;
    case DISTRIBUTION_INTEGER:
        set_member(to, "integer", numbers_value(ends, 2, failed), failed);
        break;
    case DISTRIBUTION_TRIANGULAR:
        set_member(to, "triangular", numbers_value(corners, 3, failed), failed);
        break;
    case DISTRIBUTION_NORMAL:
        set_member(to, "normal", normal_value(of, failed), failed);
        break;
    case DISTRIBUTION_LOGNORMAL:
        set_member(to, "lognormal", lognormal_value(of, failed), failed);
        break;
    case DISTRIBUTION_EXPONENTIAL:
        set_member(to, "exponential", exponential_value(of, failed), failed);
        break;
    case DISTRIBUTION_EMPIRICAL:
        set_member(to, "empirical", numbers_value(of->values, of->n_values, failed), failed);
        break;
    }
}

static json_t *parameter_value(const SweepParameter *parameter, bool *failed) {
    json_t *object = json_object();
    set_member(object, "name", json_string(parameter->name), failed);
    if (parameter->values == NULL) {
        set_distribution(object, &parameter->distribution, failed);
    } else {
        json_t *values = json_array();
        for (int i = 0; i < parameter->n_values; i++) {
            add_item(values, json_string(parameter->values[i].text), failed);
        }
        set_member(object, "values", values, failed);
    }
    if (parameter->unit_min > 0) {
        set_member(object, "unit_minutes", json_integer(parameter->unit_min), failed);
    }
    return object;
}

/* ---- the whole ---- */

static void set_design(json_t *root, const Sweep *sweep, bool *failed) {
    static const char *const designs[] = {[DESIGN_GRID] = "grid",
                                          [DESIGN_ONE_AT_A_TIME] = "one_at_a_time",
                                          [DESIGN_SAMPLE] = "sample"};
    set_member(root, "design", json_string(designs[sweep->design]), failed);
    if (sweep->design == DESIGN_SAMPLE) {
        char seed[24]; /* as text: JSON's whole numbers end at 2^63 in many readers */
        (void)g_snprintf(seed, sizeof seed, "%" G_GUINT64_FORMAT, sweep->seed);
        set_member(root, "draw", json_integer(sweep->draw), failed);
        set_member(root, "seed", json_string(seed), failed);
        set_member(root, "method", json_string(sweep->method == METHOD_LHS ? "lhs" : "random"),
                   failed);
    }
}

static json_t *root_value(const Sweep *sweep, const SweepContext *context, bool *failed) {
    json_t *root = json_object(), *flags = json_object();
    json_t *scenarios = json_array(), *parameters = json_array();
    for (int i = 0; i < context->n_flags; i++) {
        set_member(flags, context->flags[i].name, text_value(context->flags[i].text), failed);
    }
    for (int i = 0; i < sweep->n_entries; i++) {
        add_item(scenarios, json_string(sweep->entries[i].name), failed);
    }
    for (int i = 0; i < sweep->n_parameters; i++) {
        add_item(parameters, parameter_value(&sweep->parameters[i], failed), failed);
    }
    set_member(root, "version", text_value(context->version), failed);
    set_member(root, "program", text_value(context->program), failed);
    set_member(root, "points", json_integer(sweep->n_points), failed);
    set_member(root, "flags", flags, failed);
    set_member(root, "scenarios", scenarios, failed);
    set_member(root, "parameters", parameters, failed);
    set_member(root, "changes",
               sweep->changes == NULL ? json_array() : node_value(sweep->changes, failed), failed);
    set_design(root, sweep, failed);
    return root;
}

char *sweep_json_text(const Sweep *sweep, const SweepContext *context) {
    bool failed = false;
    json_t *root = root_value(sweep, context, &failed);
    char *text =
        failed ? NULL : json_dumps(root, JSON_INDENT(2) | JSON_REAL_PRECISION(SWEEP_DIGITS));
    json_decref(root);
    return text;
}

bool sweep_json_put(const Sweep *sweep, const SweepContext *context, const char *dir) {
    g_autofree char *path = g_build_filename(dir, "sweep.json", NULL);
    char *text = sweep_json_text(sweep, context);
    AtomicFile file;
    bool put = text != NULL;
    if (!put) {
        errno = ENOMEM;
    } else if ((put = atomic_file_begin(path, &file))) {
        out_file_write(&file.out, text, strlen(text));
        out_file_write(&file.out, "\n", 1);
        put = atomic_file_commit(&file);
    }
    const int cause = errno;
    free(text);
    errno = cause;
    return put;
}
