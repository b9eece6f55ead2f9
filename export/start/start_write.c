/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A start as a document: tables of names, and all else by place in them. */
#include <jansson.h>
#include <math.h>
#include <stdlib.h>

#include "base/out_file.h"
#include "export/start/start_file.h"
#include "export/start/start_names.h"
#include "export/start/start_shape.h"
#include "solver/lp/basis.h"

/** Digits that read back as the same number. */
enum { EXACT_DIGITS = 17 };

/** The document under construction; what could not be made shows in `failed`. */
typedef struct {
    const Start *start;
    const StartNames *names;
    bool *kept; /**< per path: it has boxes, or a basis leans on it. Others are soon found again */
    json_t *root;
    bool failed;
} Writing;

static void put(Writing *writing, const char *key, json_t *value) {
    writing->failed |= json_object_set_new(writing->root, key, value) != 0;
}

static void push(Writing *writing, json_t *array, json_t *value) {
    writing->failed |= json_array_append_new(array, value) != 0;
}

static void push_int(Writing *writing, json_t *array, int value) {
    push(writing, array, json_integer(value));
}

static json_t *real(double value) {
    return isfinite(value) ? json_real(value) : json_null();
}

static void put_names(Writing *writing, const char *key, char *const *names, int count) {
    json_t *array = json_array();
    for (int i = 0; i < count; i++) {
        push(writing, array, json_string(names[i]));
    }
    put(writing, key, array);
}

static void put_booked(Writing *writing) {
    const Problem *problem = writing->names->problem;
    json_t *array = json_array();
    for (BookingId id = 0; id < problem->n_flows; id++) {
        push_int(writing, array, problem->bookings[id].boxes);
    }
    put(writing, START_BOOKED, array);
}

static void put_runs(Writing *writing) {
    json_t *array = json_array();
    for (TrainId id = 0; id < writing->names->problem->n_trains; id++) {
        push(writing, array,
             json_boolean(writing->start->runs != NULL && writing->start->runs[id]));
    }
    put(writing, START_RUNS, array);
}

static void put_legs(Writing *writing) {
    const Problem *problem = writing->names->problem;
    json_t *array = json_array();
    for (LegId id = 0; id < problem->n_legs; id++) {
        const Leg *leg = &problem->legs[id];
        json_t *made = json_array();
        push_int(writing, made, leg->train);
        push_int(writing, made, leg->base - problem->trains[leg->train].first_leg);
        push(writing, made, json_string(problem->kase->stations[leg->from].code));
        push(writing, made, json_string(problem->kase->stations[leg->to].code));
        push_int(writing, made, leg->shift);
        push(writing, array, made);
    }
    put(writing, START_LEGS, array);
}

/** Marks the paths that a basis leans on. */
static void keep_basic(const Writing *writing, const unsigned char *basis) {
    const Start *start = writing->start;
    const unsigned char *paths = basis == NULL ? NULL : basis + start->n_rows + start->n_columns;
    for (int i = 0; i < start->n_paths && paths != NULL; i++) {
        writing->kept[i] |= paths[i] == BASIS_BASIC;
    }
}

static void choose_paths(Writing *writing) {
    const Start *start = writing->start;
    for (int i = 0; i < start->n_paths; i++) {
        writing->kept[i] = start->paths[i].boxes > 0;
    }
    keep_basic(writing, start->relaxed);
    for (int i = 0; i < start->n_nodes; i++) {
        keep_basic(writing, start->nodes[i].basis);
    }
}

static void put_itineraries(Writing *writing) {
    const Start *start = writing->start;
    json_t *array = json_array();
    for (int i = 0; i < start->n_paths; i++) {
        const StartPath *path = &start->paths[i];
        if (!writing->kept[i]) {
            continue;
        }
        json_t *made = json_array();
        push_int(writing, made, path->booking);
        push_int(writing, made, path->boxes);
        for (int k = 0; k < path->n_rides; k++) {
            const Ride *ride = &start->rides[path->first_ride + k];
            push_int(writing, made, ride->first);
            push_int(writing, made, ride->last);
            push_int(writing, made, ride->before);
            push_int(writing, made, ride->after);
        }
        push(writing, array, made);
    }
    put(writing, START_ITINERARIES, array);
}

static void put_start_prices(Writing *writing) {
    json_t *array = json_array();
    for (RowId row = 0; row < writing->start->n_rows; row++) {
        push(writing, array,
             writing->start->price == NULL ? json_null() : real(writing->start->price[row]));
    }
    put(writing, START_PRICES, array);
}

static void put_links(Writing *writing) {
    json_t *array = json_array();
    for (int i = 0; i < writing->start->n_links; i++) {
        json_t *made = json_array();
        push_int(writing, made, writing->start->links[i].booking);
        push_int(writing, made, writing->start->links[i].train);
        push(writing, array, made);
    }
    put(writing, START_LINKS, array);
}

static json_t *basis_text(Writing *writing, const unsigned char *basis) {
    const int size = start_basis_size(writing->start);
    if (basis == NULL) {
        return json_null();
    }
    char *text = malloc((size_t)size + 1);
    const int first_path = writing->start->n_rows + writing->start->n_columns;
    size_t length = 0;
    for (int i = 0; i < size && text != NULL; i++) {
        const int path = i - first_path;
        if (path < 0 || path >= writing->start->n_paths || writing->kept[path]) {
            text[length++] = START_LETTERS[basis[i]];
        }
    }
    json_t *made = text == NULL ? NULL : json_stringn(text, length);
    free(text);
    return made;
}

static void put_tree(Writing *writing) {
    json_t *array = json_array();
    for (int i = 0; i < writing->start->n_nodes; i++) {
        const StartNode *node = &writing->start->nodes[i];
        json_t *made = json_array();
        push_int(writing, made, node->parent);
        push(writing, made, json_boolean(node->up));
        push_int(writing, made, (int)node->split);
        push_int(writing, made, node->index);
        push_int(writing, made, node->most);
        push(writing, made, basis_text(writing, node->basis));
        push(writing, array, made);
    }
    put(writing, START_TREE, array);
}

/** All rows and columns of a start are those of the names, or it has none of either. */
static void put_model(Writing *writing) {
    const StartNames *names = writing->names;
    put_names(writing, START_ROWS, names->rows, writing->start->n_rows);
    put_start_prices(writing);
    put_names(writing, START_COLUMNS, names->columns, writing->start->n_columns);
    put_names(writing, START_SETS, names->set_names, writing->start->n_sets);
    put_links(writing);
    put(writing, START_RELAXED, basis_text(writing, writing->start->relaxed));
    put_tree(writing);
}

static void put_all(Writing *writing) {
    const Problem *problem = writing->names->problem;
    put(writing, START_VERSION, json_integer(START_FILE_FORMAT));
    put(writing, START_OBJECTIVE,
        writing->start->runs == NULL ? json_null() : real(writing->start->objective));
    put_names(writing, START_FLOWS, writing->names->flows, problem->n_flows);
    put_booked(writing);
    put_names(writing, START_TRAINS, writing->names->trains, problem->n_trains);
    put_runs(writing);
    put_names(writing, START_FEEDERS, writing->names->feeders, problem->n_feeder_runs);
    put_legs(writing);
    put_itineraries(writing);
    put_model(writing);
}

Outcome start_file_write(const Problem *problem, const Start *start, const char *dir, char *error,
                         size_t size) {
    StartNames names;
    Writing writing = {.start = start, .names = &names};
    writing.kept = calloc((size_t)start->n_paths + 1, sizeof *writing.kept);
    const bool named = start_names_init(&names, problem);
    char *text = NULL;
    if (named && writing.kept != NULL) {
        choose_paths(&writing);
        writing.root = json_object();
        put_all(&writing);
        text = writing.failed
                   ? NULL
                   : json_dumps(writing.root, JSON_COMPACT | JSON_REAL_PRECISION(EXACT_DIGITS));
        json_decref(writing.root);
    }
    start_names_clear(&names);
    free(writing.kept);
    if (text == NULL) {
        (void)g_snprintf(error, size, "%s cannot be made: memory ran out", START_FILE_NAME);
        return OUTCOME_NO_MEMORY;
    }
    OutFile file = out_file_open(dir, START_FILE_NAME);
    out_file_print(&file, "%s\n", text);
    free(text);
    const int cause = out_file_close(&file);
    if (cause != 0) {
        (void)g_snprintf(error, size, "%s cannot be written: %s", START_FILE_NAME,
                         g_strerror(cause));
    }
    return cause == 0 ? OUTCOME_DONE : OUTCOME_UNWRITABLE;
}
