/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at every value of the document once, so that nobody after it has to. */
#include "export/start/start_shape.h"

#include <limits.h>
#include <string.h>

int start_int(const json_t *array, size_t i) {
    return (int)json_integer_value(json_array_get(array, i));
}

static bool in_range(const json_t *value, json_int_t least, json_int_t most) {
    return json_is_integer(value) && json_integer_value(value) >= least &&
           json_integer_value(value) <= most;
}

/** True where a number is a place in a table. */
static bool is_place(const json_t *value, const json_t *table, int least) {
    return in_range(value, least, (json_int_t)json_array_size(table) - 1);
}

static const json_t *table_of(const json_t *root, const char *key) {
    return json_object_get(root, key);
}

static bool are_names(const json_t *root, const char *key) {
    const json_t *table = table_of(root, key);
    bool right = json_is_array(table);
    for (size_t i = 0; i < json_array_size(table) && right; i++) {
        right = json_is_string(json_array_get(table, i));
    }
    return right;
}

static bool are_booked(const json_t *root) {
    const json_t *booked = table_of(root, START_BOOKED);
    bool right = json_is_array(booked) &&
                 json_array_size(booked) == json_array_size(table_of(root, START_FLOWS));
    for (size_t i = 0; i < json_array_size(booked) && right; i++) {
        right = in_range(json_array_get(booked, i), 0, INT_MAX);
    }
    return right;
}

static bool are_runs(const json_t *root) {
    const json_t *runs = table_of(root, START_RUNS);
    bool right = json_is_array(runs) &&
                 json_array_size(runs) == json_array_size(table_of(root, START_TRAINS));
    for (size_t i = 0; i < json_array_size(runs) && right; i++) {
        right = json_is_boolean(json_array_get(runs, i));
    }
    return right;
}

static bool are_prices(const json_t *root) {
    const json_t *prices = table_of(root, START_PRICES);
    bool right = json_is_array(prices) &&
                 json_array_size(prices) == json_array_size(table_of(root, START_ROWS));
    for (size_t i = 0; i < json_array_size(prices) && right; i++) {
        const json_t *price = json_array_get(prices, i);
        right = json_is_number(price) || json_is_null(price);
    }
    return right;
}

static bool are_legs(const json_t *root) {
    const json_t *legs = table_of(root, START_LEGS), *trains = table_of(root, START_TRAINS);
    bool right = json_is_array(legs);
    for (size_t i = 0; i < json_array_size(legs) && right; i++) {
        const json_t *leg = json_array_get(legs, i);
        right = json_array_size(leg) == 5 && is_place(json_array_get(leg, 0), trains, 0) &&
                in_range(json_array_get(leg, 1), 0, INT_MAX) &&
                json_is_string(json_array_get(leg, 2)) && json_is_string(json_array_get(leg, 3)) &&
                in_range(json_array_get(leg, 4), -INT_MAX, INT_MAX);
    }
    return right;
}

static bool is_itinerary(const json_t *root, const json_t *itinerary) {
    const size_t size = json_array_size(itinerary);
    const json_t *legs = table_of(root, START_LEGS), *feeders = table_of(root, START_FEEDERS);
    bool right = size > ITINERARY_NUMBERS && (size - ITINERARY_NUMBERS) % RIDE_NUMBERS == 0 &&
                 is_place(json_array_get(itinerary, 0), table_of(root, START_FLOWS), 0) &&
                 in_range(json_array_get(itinerary, 1), 0, INT_MAX);
    for (size_t i = ITINERARY_NUMBERS; i < size && right; i += RIDE_NUMBERS) {
        right = is_place(json_array_get(itinerary, i), legs, 0) &&
                is_place(json_array_get(itinerary, i + 1), legs, 0) &&
                is_place(json_array_get(itinerary, i + 2), feeders, -1) &&
                is_place(json_array_get(itinerary, i + 3), feeders, -1);
    }
    return right;
}

static bool are_itineraries(const json_t *root) {
    const json_t *itineraries = table_of(root, START_ITINERARIES);
    bool right = json_is_array(itineraries);
    for (size_t i = 0; i < json_array_size(itineraries) && right; i++) {
        right = is_itinerary(root, json_array_get(itineraries, i));
    }
    return right;
}

static bool are_links(const json_t *root) {
    const json_t *links = table_of(root, START_LINKS);
    bool right = json_is_array(links);
    for (size_t i = 0; i < json_array_size(links) && right; i++) {
        const json_t *link = json_array_get(links, i);
        right = json_array_size(link) == 2 &&
                is_place(json_array_get(link, 0), table_of(root, START_FLOWS), 0) &&
                is_place(json_array_get(link, 1), table_of(root, START_TRAINS), 0);
    }
    return right;
}

/** True for a basis of the tables' sizes, or none. */
static bool is_basis(const json_t *root, const json_t *basis) {
    static const char *const parts[] = {START_ROWS, START_COLUMNS, START_ITINERARIES, START_SETS,
                                        START_LINKS};
    size_t size = 0;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size += json_array_size(table_of(root, parts[i]));
    }
    return json_is_null(basis) || (json_is_string(basis) && json_string_length(basis) == size &&
                                   strspn(json_string_value(basis), START_LETTERS) == size);
}

static bool is_node(const json_t *root, const json_t *node, json_int_t number) {
    const json_t *parent = json_array_get(node, 0), *split = json_array_get(node, 2);
    const json_t *index = json_array_get(node, 3);
    bool right = json_array_size(node) == 6 &&
                 in_range(parent, number == 0 ? -1 : 0, number == 0 ? -1 : number - 1) &&
                 json_is_boolean(json_array_get(node, 1)) && in_range(split, 0, 2) &&
                 in_range(json_array_get(node, 4), 0, INT_MAX - 1) &&
                 is_basis(root, json_array_get(node, 5));
    const json_int_t kind = json_integer_value(split);
    const char *const table = kind == 1 ? START_TRAINS : START_SETS;
    return right &&
           (kind == 0 ? in_range(index, -1, -1) : is_place(index, table_of(root, table), 0)) &&
           (kind != 1 || json_integer_value(json_array_get(node, 4)) == 0);
}

/** True where each node that is split has both its parts, and a leaf none. */
static bool parts_complete(const json_t *tree) {
    const size_t count = json_array_size(tree);
    bool right = true;
    for (size_t i = 0; i < count && right; i++) {
        int parts[2] = {0, 0};
        for (size_t j = i + 1; j < count; j++) {
            const json_t *node = json_array_get(tree, j);
            if (start_int(node, 0) == (int)i) {
                parts[json_is_true(json_array_get(node, 1))]++;
            }
        }
        const int each = start_int(json_array_get(tree, i), 2) == 0 ? 0 : 1;
        right = parts[0] == each && parts[1] == each;
    }
    return right;
}

static bool is_tree(const json_t *root) {
    const json_t *tree = table_of(root, START_TREE);
    bool right = json_is_array(tree);
    for (size_t i = 0; i < json_array_size(tree) && right; i++) {
        right = is_node(root, json_array_get(tree, i), (json_int_t)i);
    }
    return right && parts_complete(tree);
}

bool start_shape_right(const json_t *root) {
    static const char *const names[] = {START_FLOWS, START_TRAINS,  START_FEEDERS,
                                        START_ROWS,  START_COLUMNS, START_SETS};
    bool right = true;
    for (size_t i = 0; i < sizeof names / sizeof *names && right; i++) {
        right = are_names(root, names[i]);
    }
    const json_t *objective = table_of(root, START_OBJECTIVE);
    return right && (json_is_number(objective) || json_is_null(objective)) && are_booked(root) &&
           are_runs(root) && are_prices(root) && are_legs(root) && are_itineraries(root) &&
           are_links(root) && is_basis(root, table_of(root, START_RELAXED)) && is_tree(root);
}
