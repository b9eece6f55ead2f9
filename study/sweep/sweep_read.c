/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sweep from its file: the root's table, then what its keys have to do with one another. */
#include "study/sweep/sweep_read.h"

#include <glib.h>
#include <stddef.h>
#include <string.h>

#include "config/finding_codes.h"
#include "config/reader/field_columns.h"
#include "config/reader/reader.h"
#include "config/reader/reader_faults.h"
#include "config/reader/reader_words.h"
#include "config/sections/common.h"
#include "config/sections/root.h"
#include "study/sweep/named_changes.h"
#include "study/sweep/parameter.h"
#include "study/sweep/parameter_column.h"
#include "study/sweep/points.h"
#include "study/sweep/sweep_tables.h"

/* ---- the table ---- */

/** What the root of a file is read into. */
typedef struct {
    SweepParameter *parameters;
    int n_parameters;
    int design, method, draw;
    const char *seed;
} SweepFile;

static const Word DESIGNS[] = {
    {"grid", DESIGN_GRID, "all combinations of values"},
    {"one_at_a_time", DESIGN_ONE_AT_A_TIME, "each value of each parameter, the others as they are"},
    {"sample", DESIGN_SAMPLE, "points that are drawn"},
    {NULL, 0, NULL},
};

static const Word METHODS[] = {
    {"lhs", METHOD_LHS, "a Latin hypercube: each part of each parameter once"},
    {"random", METHOD_RANDOM, "each point by itself"},
    {NULL, 0, NULL},
};

static const Range RANGE_DRAW = {1, SWEEP_POINTS_MAX, REASON_RANGE, "1", "1000000"};

static const Field SWEEP_FIELDS[] = {
    {"banlie-sweep", FIELD_COUNT, OFFSET_NONE, .required = true, .range = &RANGE_VERSION,
     .doc = "Version of the format."},
    {"scenarios", FIELD_ANY, OFFSET_NONE, .most = SWEEP_ENTRIES_MAX,
     .doc = "Scenarios, or lists of them, that every point is made with."},
    {"parameters", FIELD_MAP, offsetof(SweepFile, parameters), .table = &parameter_table,
     .count_offset = offsetof(SweepFile, n_parameters), .most = SWEEP_PARAMETERS_MAX,
     .doc = "What is varied, by name."},
    {"changes", FIELD_ANY, OFFSET_NONE, .most = 1000,
     .doc = "Changes of each point; `$NAME` is the value of a parameter."},
    {"design", FIELD_WORD, offsetof(SweepFile, design), .fallback = "grid", .words = DESIGNS,
     .doc = "Which points there are."},
    {"draw", FIELD_COUNT, offsetof(SweepFile, draw), .range = &RANGE_DRAW,
     .doc = "Points of a sample."},
    {"seed", FIELD_TEXT, offsetof(SweepFile, seed), .fallback = "1",
     .doc = "Number that a sample follows from."},
    {"method", FIELD_WORD, offsetof(SweepFile, method), .fallback = "lhs", .words = METHODS,
     .doc = "How a sample is drawn."},
};

static const FieldTable sweep_table = {.noun = A_SWEEP,
                                       TABLE_FIELDS(SWEEP_FIELDS),
                                       .place_offset = OFFSET_NONE,
                                       .key_offset = OFFSET_NONE};

/** A file being read. */
typedef struct {
    Sweep *sweep;
    Reader *reader;
    const Node *root;
    bool *unreadable;
} SweepReading;

static void columns_in_changes(const char *key, ColumnNames *names) {
    (void)field_columns(&case_table, key, names);
}

/** The list of a key of the root; NULL where there is none, with an error where it is no list. */
static const Node *root_list(const SweepReading *reading, const char *key) {
    const Field *field = table_field(&sweep_table, key);
    const Node *node = node_get(reading->root, key);
    const Node *list = node == NULL ? NULL : reader_list(reading->reader, field, node);
    return list != NULL && reader_check_count(reading->reader, field, list) ? list : NULL;
}

/* ---- scenarios ---- */

/** True where a node is the name of a scenario. */
static bool is_entry_name(const Node *node) {
    return node->kind == NODE_SCALAR && node->text[0] != '\0';
}

/** One of `scenarios`: a name, or a list of names. */
static void read_entry(const SweepReading *reading, const Node *node, SweepEntry *entry) {
    const bool list = node->kind == NODE_LIST;
    const int count = list ? node->count : 1;
    bool good = count > 0 && count <= SWEEP_ENTRIES_MAX;
    const char **names = g_new0(const char *, (gsize)count + 1);
    for (int i = 0; good && i < count; i++) {
        const Node *name = list ? node->items[i] : node;
        good = is_entry_name(name);
        names[i] = name->text;
    }
    entry->place = node->place;
    if (good) {
        sweep_entry_set(reading->sweep, entry, names);
    } else {
        finding_error(reading->reader->findings, node->place, FINDING_SWEEP_ENTRY);
    }
    g_free(names);
}

static void read_entries(const SweepReading *reading) {
    static const char *const alone[] = {"base", NULL};
    Sweep *sweep = reading->sweep;
    const Node *list = root_list(reading, "scenarios");
    const int count = list == NULL ? 1 : list->count;
    sweep->n_entries = count;
    sweep->entries = case_memory_array(sweep->memory, (size_t)count, sizeof *sweep->entries);
    for (int i = 0; list != NULL && i < count; i++) {
        read_entry(reading, list->items[i], &sweep->entries[i]);
    }
    if (list == NULL) {
        sweep_entry_set(sweep, &sweep->entries[0], alone);
    } else if (count == 0) {
        finding_error(reading->reader->findings, list->place, FINDING_ENTRY_OR_OUT, "scenarios");
    }
}

/* ---- the other keys ---- */

/** Reads the columns that parameters are drawn from, and looks at their names. */
static void read_parameters(const SweepReading *reading) {
    const Node *map = node_get(reading->root, "parameters");
    Sweep *sweep = reading->sweep;
    for (int i = 0; i < sweep->n_parameters; i++) {
        SweepParameter *parameter = &sweep->parameters[i];
        const Node *node = map->entries[i].value;
        const Node *column = node->kind == NODE_MAP ? node_get(node, "empirical") : NULL;
        if (column != NULL) {
            parameter_column_read(reading->reader, column, &parameter->distribution,
                                  reading->unreadable);
        }
        if (result_column_is_ours(parameter->name)) {
            finding_error(reading->reader->findings, parameter->place, FINDING_PARAMETER_COLUMN,
                          parameter->name);
        }
    }
}

/** A whole number of 64 bits, in digits alone. */
static void read_seed(const SweepReading *reading, const char *text) {
    guint64 seed = 1;
    if (text != NULL && !g_ascii_string_to_unsigned(text, 10, 0, UINT64_MAX, &seed, NULL)) {
        const Node *node = node_get(reading->root, "seed");
        reader_tell_value(reading->reader, table_field(&sweep_table, "seed"), node,
                          &PHRASE(REASON_SEED));
    }
    reading->sweep->seed = seed;
}

/** Looks for parameters that are not as the design wants them. */
static void check_values(const SweepReading *reading) {
    const Sweep *sweep = reading->sweep;
    const Node *map = node_get(reading->root, "parameters");
    for (int i = 0; sweep->design != DESIGN_SAMPLE && i < sweep->n_parameters; i++) {
        const char *key = parameter_drawn_key(&sweep->parameters[i]);
        if (key != NULL) {
            finding_error(reading->reader->findings, place_of(map->entries[i].value, key),
                          FINDING_PARAMETER_DRAWN, key);
        }
    }
}

/** What the keys of the root have to do with one another. */
static void check_design(const SweepReading *reading) {
    static const char *const of_samples[] = {"draw", "seed", "method"};
    const Sweep *sweep = reading->sweep;
    Findings *findings = reading->reader->findings;
    const Node *design = node_get(reading->root, "design");
    if (sweep->design != DESIGN_GRID && sweep->n_parameters == 0) {
        finding_error(findings, design->place, FINDING_SWEEP_NO_PARAMETERS, design->text);
    }
    if (sweep->design == DESIGN_SAMPLE && node_get(reading->root, "draw") == NULL) {
        finding_error(findings, design->place, FINDING_SWEEP_NO_DRAW);
    }
    for (size_t i = 0; sweep->design != DESIGN_SAMPLE && i < G_N_ELEMENTS(of_samples); i++) {
        if (node_get(reading->root, of_samples[i]) != NULL) {
            finding_warning(findings, place_of(reading->root, of_samples[i]),
                            FINDING_SWEEP_NOT_DRAWN, of_samples[i]);
        }
    }
}

/* ---- the file ---- */

/** Takes over what the table gave, and reads the rest. */
static void read_rest(const SweepReading *reading, const SweepFile *file) {
    Sweep *sweep = reading->sweep;
    const int errors_before = reader_errors(reading->reader);
    sweep->parameters = file->parameters;
    sweep->n_parameters = file->n_parameters;
    sweep->design = (SweepDesign)file->design;
    sweep->method = (SweepMethod)file->method;
    sweep->draw = file->draw;
    read_seed(reading, file->seed);
    read_entries(reading);
    read_parameters(reading);
    const Node *parameters = node_get(reading->root, "parameters");
    if (parameters == NULL || parameters->kind == NODE_MAP) { /* or every name would be unknown */
        named_changes_take(sweep, root_list(reading, "changes"), reading->reader->findings);
    }
    if (errors_before == 0) {
        check_values(reading);
        check_design(reading);
    }
    if (reader_errors(reading->reader) == 0 && !points_prepare(sweep)) {
        finding_error(reading->reader->findings, place_of(reading->root, "parameters"),
                      FINDING_SWEEP_POINTS, (int)SWEEP_POINTS_MAX);
    }
}

static void read_sweep_root(Sweep *sweep, const Node *root, Findings *findings, bool *unreadable) {
    Reader reader = {.memory = sweep->memory,
                     .findings = findings,
                     .root = &sweep_table,
                     .partial = !document_is_complete(sweep->document)};
    const SweepReading reading = {sweep, &reader, root, unreadable};
    SweepFile file = {.seed = NULL};
    reader.unknown_keys = g_hash_table_new(NULL, NULL);
    reader_faults_begin(&reader);
    reader_read_map(&reader, &sweep_table, root, &file, false);
    read_rest(&reading, &file);
    reader_faults_end(&reader);
    g_hash_table_destroy(reader.unknown_keys);
}

Sweep *sweep_read(const char *path, Findings *findings, bool *unreadable) {
    const int errors_before = findings_errors(findings);
    Sweep *sweep = sweep_new();
    sweep->document = document_read(path, columns_in_changes, findings, unreadable);
    const Node *root = document_root(sweep->document);
    if (root != NULL) {
        read_sweep_root(sweep, root, findings, unreadable);
    } else if (findings_errors(findings) == errors_before) {
        finding_error(findings, place_at(findings_file_name(findings, path), 1, 1),
                      FINDING_NOT_A_SWEEP);
    }
    if (findings_errors(findings) > errors_before || *unreadable) {
        sweep_free(sweep);
        return NULL;
    }
    return sweep;
}
