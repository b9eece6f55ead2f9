/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names become numbers of the problem at hand; what it does not have, or does not allow any more,
 * is left out. */
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "config/finding_codes.h"
#include "export/start/start_document.h"
#include "export/start/start_names.h"
#include "export/start/start_shape.h"
#include "model/promises/promise_fault.h"
#include "solver/lp/basis.h"
#include "solver/tolerances.h"

/** Per place in the file's tables: the number here, NONE. */
typedef struct {
    const Problem *problem;
    const json_t *root;
    StartNames names;
    int *flow, *train, *feeder, *leg, *row, *column, *set;
    int *itinerary, *link; /**< in the start that is made */
    Start *start;
} Taking;

/* ---- tables of names ---- */

static const json_t *taken_table(const Taking *taking, const char *key) {
    return json_object_get(taking->root, key);
}

static int table_size(const Taking *taking, const char *key) {
    return (int)json_array_size(taken_table(taking, key));
}

/** Finds the names of a table among those of the problem. */
static int *find_names(const Taking *taking, const char *key, char *const *names, int count) {
    GHashTable *numbers = g_hash_table_new(g_str_hash, g_str_equal);
    for (int i = 0; i < count; i++) {
        g_hash_table_insert(numbers, names[i], GINT_TO_POINTER(i + 1));
    }
    const json_t *table = taken_table(taking, key);
    const int size = table_size(taking, key);
    int *found = g_new0(int, (gsize)size + 1);
    for (int i = 0; i < size; i++) {
        const char *name = json_string_value(json_array_get(table, (size_t)i));
        found[i] = GPOINTER_TO_INT(g_hash_table_lookup(numbers, name)) - 1;
    }
    g_hash_table_destroy(numbers);
    return found;
}

static void find_all_names(Taking *taking) {
    const Problem *problem = taking->problem;
    const StartNames *names = &taking->names;
    const LpModel *lp = &names->formulation->lp;
    taking->flow = find_names(taking, START_FLOWS, names->flows, problem->n_flows);
    taking->train = find_names(taking, START_TRAINS, names->trains, problem->n_trains);
    taking->feeder = find_names(taking, START_FEEDERS, names->feeders, problem->n_feeder_runs);
    taking->row = find_names(taking, START_ROWS, names->rows, lp->n_rows);
    taking->column = find_names(taking, START_COLUMNS, names->columns, lp->n_columns);
    taking->set = find_names(taking, START_SETS, names->set_names, names->sets.count);
}

/* ---- legs ---- */

static bool goes(const Problem *problem, LegId id, const char *from, const char *to) {
    const Leg *leg = &problem->legs[id];
    return strcmp(problem->kase->stations[leg->from].code, from) == 0 &&
           strcmp(problem->kase->stations[leg->to].code, to) == 0;
}

/** The leg of a train between two stations: by its number, else the first that goes there. */
static LegId find_base_leg(const Problem *problem, TrainId train, int number, const char *from,
                           const char *to) {
    const TrainCandidate *candidate = &problem->trains[train];
    if (number < candidate->n_legs && goes(problem, candidate->first_leg + number, from, to)) {
        return candidate->first_leg + number;
    }
    for (LegId id = candidate->first_leg; id < candidate->first_leg + candidate->n_legs; id++) {
        if (goes(problem, id, from, to)) {
            return id;
        }
    }
    return NONE;
}

/** The repetition of a leg so many periods later. */
static LegId find_repetition(const Problem *problem, LegId base, int shift) {
    if (shift == 0 || base == NONE) {
        return base;
    }
    for (LegId id = problem->n_base_legs; id < problem->n_legs; id++) {
        if (problem->legs[id].base == base && problem->legs[id].shift == shift) {
            return id;
        }
    }
    return NONE;
}

static void find_legs(Taking *taking) {
    const json_t *table = taken_table(taking, START_LEGS);
    const int size = table_size(taking, START_LEGS);
    taking->leg = g_new0(int, (gsize)size + 1);
    for (int i = 0; i < size; i++) {
        const json_t *leg = json_array_get(table, (size_t)i);
        const TrainId train = taking->train[start_int(leg, 0)];
        const char *from = json_string_value(json_array_get(leg, 2));
        const char *to = json_string_value(json_array_get(leg, 3));
        taking->leg[i] = train == NONE ? NONE
                                       : find_repetition(taking->problem,
                                                         find_base_leg(taking->problem, train,
                                                                       start_int(leg, 1), from, to),
                                                         start_int(leg, 4));
    }
}

/* ---- itineraries ---- */

/** The rides of an itinerary here. @return false where some are gone */
static bool find_start_rides(const Taking *taking, const json_t *itinerary, Ride *rides,
                             int n_rides) {
    for (int i = 0; i < n_rides; i++) {
        const size_t at = ITINERARY_NUMBERS + (size_t)i * RIDE_NUMBERS;
        const int before = start_int(itinerary, at + 2), after = start_int(itinerary, at + 3);
        rides[i] = (Ride){.first = taking->leg[start_int(itinerary, at)],
                          .last = taking->leg[start_int(itinerary, at + 1)],
                          .before = before < 0 ? NONE : taking->feeder[before],
                          .after = after < 0 ? NONE : taking->feeder[after]};
        if (rides[i].first == NONE || rides[i].last == NONE ||
            (before >= 0 && rides[i].before == NONE) || (after >= 0 && rides[i].after == NONE) ||
            rides[i].first > rides[i].last ||
            !problem_same_train(taking->problem, rides[i].first, rides[i].last)) {
            return false;
        }
    }
    return true;
}

/** True where an empty may ride so; it has no use for feeders. */
static bool empty_may_ride(const Problem *problem, const Booking *flow, const Ride *ride) {
    bool may = ride->before == NONE && ride->after == NONE;
    for (LegId leg = ride->first; leg <= ride->last && may; leg++) {
        may = !problem->cargo_bars_leg[flow->cargo * problem->n_legs + leg];
    }
    return may;
}

/** True where an empty may change from one ride to the next. */
static bool empty_may_change(const Problem *problem, const Ride *ride, const Ride *next) {
    const Leg *last = &problem->legs[ride->last], *first = &problem->legs[next->first];
    const Station *station = &problem->kase->stations[last->to];
    const int64_t wait = first->departs - last->arrives;
    return !problem_same_train(problem, ride->last, next->first) && last->to == first->from &&
           station->has_transfer && wait >= station->transfer.min_min &&
           wait <= station->transfer.max_min;
}

/** True where a box of the flow may go so. */
static bool box_may_go(const Taking *taking, BookingId flow, const Ride *rides, int n_rides) {
    const Problem *problem = taking->problem;
    const Booking *booking = &problem->bookings[flow];
    if (!booking->empty) {
        return promise_fault(problem, flow, rides, n_rides) == FAULT_NONE;
    }
    bool may = true;
    for (int i = 0; i < n_rides && may; i++) {
        may = empty_may_ride(problem, booking, &rides[i]) &&
              (i == 0 || empty_may_change(problem, &rides[i - 1], &rides[i]));
    }
    return may;
}

static bool take_itineraries(Taking *taking) {
    const json_t *table = taken_table(taking, START_ITINERARIES);
    const int size = table_size(taking, START_ITINERARIES);
    Start *start = taking->start;
    size_t numbers = 0;
    for (int i = 0; i < size; i++) {
        numbers += json_array_size(json_array_get(table, (size_t)i));
    }
    taking->itinerary = g_new0(int, (gsize)size + 1);
    start->paths = calloc((size_t)size + 1, sizeof *start->paths);
    start->rides = calloc(numbers / RIDE_NUMBERS + 1, sizeof *start->rides);
    if (start->paths == NULL || start->rides == NULL) {
        return false;
    }
    for (int i = 0; i < size; i++) {
        const json_t *itinerary = json_array_get(table, (size_t)i);
        const BookingId flow = taking->flow[start_int(itinerary, 0)];
        const int n_rides = (int)((json_array_size(itinerary) - ITINERARY_NUMBERS) / RIDE_NUMBERS);
        Ride *rides = &start->rides[start->n_rides];
        taking->itinerary[i] = NONE;
        if (flow != NONE && find_start_rides(taking, itinerary, rides, n_rides) &&
            box_may_go(taking, flow, rides, n_rides)) {
            taking->itinerary[i] = start->n_paths;
            start->paths[start->n_paths++] =
                (StartPath){flow, start->n_rides, n_rides, start_int(itinerary, 1)};
            start->n_rides += n_rides;
        }
    }
    return true;
}

static bool take_links(Taking *taking) {
    const json_t *table = taken_table(taking, START_LINKS);
    const int size = table_size(taking, START_LINKS);
    Start *start = taking->start;
    taking->link = g_new0(int, (gsize)size + 1);
    start->links = calloc((size_t)size + 1, sizeof *start->links);
    for (int i = 0; i < size && start->links != NULL; i++) {
        const json_t *link = json_array_get(table, (size_t)i);
        const BookingId flow = taking->flow[start_int(link, 0)];
        const TrainId train = taking->train[start_int(link, 1)];
        const bool known = flow != NONE && train != NONE && flow < taking->problem->n_bookings;
        taking->link[i] = known ? start->n_links : NONE;
        if (known) {
            start->links[start->n_links++] = (StartLink){flow, train};
        }
    }
    return start->links != NULL;
}

/* ---- prices, bases, trains, tree ---- */

static bool take_start_prices(Taking *taking) {
    const json_t *table = taken_table(taking, START_PRICES);
    const int size = table_size(taking, START_PRICES), n_rows = taking->start->n_rows;
    double *price = calloc((size_t)n_rows + 1, sizeof *price);
    for (RowId row = 0; row < n_rows && price != NULL; row++) {
        price[row] = NAN;
    }
    for (int i = 0; i < size && price != NULL; i++) {
        const json_t *value = json_array_get(table, (size_t)i);
        if (taking->row[i] != NONE && json_is_number(value)) {
            price[taking->row[i]] = json_number_value(value);
        }
    }
    taking->start->price = price;
    return price != NULL;
}

static const char *place_letters(const char *letters, const int *places, int count,
                                 unsigned char *to) {
    for (int i = 0; i < count; i++) {
        if (places[i] != NONE) {
            to[places[i]] = (unsigned char)(strchr(START_LETTERS, letters[i]) - START_LETTERS);
        }
    }
    return letters + count;
}

/** A basis here: what the file does not know is basic, of rows, or at its lower bound. */
static bool take_start_basis(const Taking *taking, const json_t *text, unsigned char **basis) {
    const Start *start = taking->start;
    const char *letters = json_string_value(text);
    *basis = NULL;
    if (letters == NULL) {
        return true;
    }
    unsigned char *at = malloc((size_t)start_basis_size(start) + 1);
    *basis = at;
    if (at == NULL) {
        return false;
    }
    memset(at, BASIS_BASIC, (size_t)start_basis_size(start));
    memset(at + start->n_rows, BASIS_LOWER, (size_t)start->n_columns + (size_t)start->n_paths);
    letters = place_letters(letters, taking->row, table_size(taking, START_ROWS), at);
    at += start->n_rows;
    letters = place_letters(letters, taking->column, table_size(taking, START_COLUMNS), at);
    at += start->n_columns;
    letters = place_letters(letters, taking->itinerary, table_size(taking, START_ITINERARIES), at);
    at += start->n_paths;
    letters = place_letters(letters, taking->set, table_size(taking, START_SETS), at);
    at += start->n_sets;
    (void)place_letters(letters, taking->link, table_size(taking, START_LINKS), at);
    return true;
}

/** The plan's trains; none where the file has no plan. */
static bool take_runs(Taking *taking) {
    Start *start = taking->start;
    const json_t *objective = taken_table(taking, START_OBJECTIVE);
    const json_t *table = taken_table(taking, START_RUNS);
    start->objective = json_is_number(objective) ? json_number_value(objective) : (double)NAN;
    if (!json_is_number(objective)) {
        return true;
    }
    start->runs = calloc((size_t)taking->problem->n_trains + 1, sizeof *start->runs);
    for (int i = 0; i < table_size(taking, START_RUNS) && start->runs != NULL; i++) {
        if (taking->train[i] != NONE) {
            start->runs[taking->train[i]] = json_is_true(json_array_get(table, (size_t)i));
        }
    }
    return start->runs != NULL;
}

/** True where most linking rows are what they were. They have the boxes booked in them, so that
 * bases of the tree, which lean on them, are none of an LP with others. */
static bool links_stand(const Taking *taking) {
    const json_t *links = taken_table(taking, START_LINKS),
                 *booked = taken_table(taking, START_BOOKED);
    const int size = table_size(taking, START_LINKS);
    int changed = 0;
    for (int i = 0; i < size; i++) {
        const int place = start_int(json_array_get(links, (size_t)i), 0);
        const BookingId flow = taking->flow[place];
        changed += flow == NONE ||
                   taking->problem->bookings[flow].boxes != start_int(booked, (size_t)place);
    }
    return changed <= START_LINKS_CHANGED * size;
}

static bool take_tree(Taking *taking) {
    if (!links_stand(taking)) {
        return true;
    }

    const json_t *table = taken_table(taking, START_TREE);
    const int size = table_size(taking, START_TREE);
    Start *start = taking->start;
    start->nodes = calloc((size_t)size + 1, sizeof *start->nodes);
    bool ok = start->nodes != NULL;
    for (int i = 0; i < size && ok; i++) {
        const json_t *node = json_array_get(table, (size_t)i);
        const StartSplit split = (StartSplit)start_int(node, 2);
        const int index = start_int(node, 3);
        start->nodes[i] = (StartNode){.parent = start_int(node, 0),
                                      .up = json_is_true(json_array_get(node, 1)),
                                      .split = split,
                                      .index = split == START_LEAF    ? NONE
                                               : split == START_TRAIN ? taking->train[index]
                                                                      : taking->set[index],
                                      .most = start_int(node, 4)};
        start->n_nodes++;
        ok = take_start_basis(taking, json_array_get(node, 5), &start->nodes[i].basis);
    }
    return ok;
}

static bool take_all(Taking *taking) {
    Start *start = taking->start;
    find_all_names(taking);
    find_legs(taking);
    start->n_rows = taking->names.formulation->lp.n_rows;
    start->n_columns = taking->names.formulation->lp.n_columns;
    start->n_sets = taking->names.sets.count;
    return take_itineraries(taking) && take_links(taking) && take_start_prices(taking) &&
           take_runs(taking) &&
           take_start_basis(taking, taken_table(taking, START_RELAXED), &start->relaxed) &&
           take_tree(taking);
}

bool start_file_take(const StartFile *file, const Problem *problem, Start *start) {
    Taking taking = {.problem = problem, .root = file->root, .start = start};
    *start = (Start){.objective = NAN};
    const bool ok = start_names_init(&taking.names, problem) && take_all(&taking);
    start_names_clear(&taking.names);
    int *const tables[] = {taking.flow,   taking.train, taking.feeder,    taking.leg, taking.row,
                           taking.column, taking.set,   taking.itinerary, taking.link};
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        g_free(tables[i]);
    }
    return ok;
}
