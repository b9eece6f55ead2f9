/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names the trains of a plan, with a number behind where two would be called alike. */
#define _GNU_SOURCE // qsort_r
#include "export/view/train_names.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

struct TrainNames {
    int count;
    char **names; /**< per TrainId */
};

typedef struct {
    const Problem *problem;
    const bool *runs;
} Order;

static int compare_chains(const Problem *problem, const TrainCandidate *a,
                          const TrainCandidate *b) {
    for (int i = 0; i < a->n_runs && i < b->n_runs; i++) {
        const Minute left = problem->runs[problem->train_runs[a->first_run + i]].departs;
        const Minute right = problem->runs[problem->train_runs[b->first_run + i]].departs;
        if (left != right) {
            return left < right ? -1 : 1;
        }
    }
    return (a->n_runs > b->n_runs) - (a->n_runs < b->n_runs);
}

static int compare_named_trains(const void *a, const void *b, void *user) {
    const Order *order = user;
    const TrainId left = *(const TrainId *)a;
    const TrainId right = *(const TrainId *)b;
    const TrainCandidate *trains = order->problem->trains;
    int result = strcmp(trains[left].base_name, trains[right].base_name);
    if (result == 0 && order->runs != NULL) {
        result = order->runs[right] - order->runs[left];
    }
    if (result == 0) {
        result = compare_chains(order->problem, &trains[left], &trains[right]);
    }
    return result != 0 ? result : (left > right) - (left < right);
}

/** Names of trains of earlier plans that are under way, or whose sets are. */
static GHashTable *names_taken(const Case *kase) {
    GHashTable *taken = g_hash_table_new(g_str_hash, g_str_equal);
    const CarriedOver *carried = kase->carried;
    for (int i = 0; carried != NULL && i < carried->n_trains; i++) {
        if (carried->trains[i].under_way) {
            g_hash_table_add(taken, (gpointer)carried->trains[i].name);
        }
    }
    for (int i = 0; carried != NULL && i < carried->n_rows; i++) {
        if (carried->rows[i].kind == CARRIED_SET) {
            g_hash_table_add(taken, (gpointer)carried->rows[i].train);
        }
    }
    return taken;
}

/** How many trains by hand that closures take have this base name and come before a train: all
 * those that would have left earlier, and all before one that does not run. */
static int cancelled_before(const Order *order, TrainId id) {
    const Problem *problem = order->problem;
    const TrainCandidate *train = &problem->trains[id];
    const bool runs = order->runs == NULL || order->runs[id];
    int before = 0;
    for (int i = 0; i < problem->n_cancelled; i++) {
        const CancelledTrain *other = &problem->cancelled[i];
        before += other->hand == train->hand && strcmp(other->base_name, train->base_name) == 0 &&
                  (!runs || other->departs < train->departs);
    }
    return before;
}

/** Gives the names in the sorted order, counting trains of one base name. */
static void give_names(TrainNames *names, const Order *order, const TrainId *sorted) {
    const Problem *problem = order->problem;
    GHashTable *taken = names_taken(problem->kase);
    int repeat = 1;
    for (int i = 0; i < names->count; i++) {
        const TrainCandidate *train = &problem->trains[sorted[i]];
        const char *base = train->base_name;
        const bool again = i > 0 && strcmp(problem->trains[sorted[i - 1]].base_name, base) == 0;
        repeat = again ? repeat : 0;
        char *name = train->under_way ? g_strdup(base) : NULL;
        while (name == NULL) {
            const int number = ++repeat + cancelled_before(order, sorted[i]);
            name = number > 1 ? g_strdup_printf("%s.%d", base, number) : g_strdup(base);
            if (g_hash_table_contains(taken, name)) {
                g_clear_pointer(&name, g_free);
            }
        }
        names->names[sorted[i]] = name;
    }
    g_hash_table_destroy(taken);
}

TrainNames *train_names_new(const Problem *problem, const bool *runs) {
    const size_t count = (size_t)problem->n_trains;
    TrainNames *names = calloc(1, sizeof *names);
    TrainId *sorted = malloc((count + 1) * sizeof *sorted);
    if (names != NULL) {
        names->names = calloc(count + 1, sizeof *names->names);
    }
    if (names == NULL || sorted == NULL || names->names == NULL) {
        free(sorted);
        train_names_free(names);
        return NULL;
    }
    names->count = problem->n_trains;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        sorted[id] = id;
    }
    Order order = {.problem = problem, .runs = runs};
    qsort_r(sorted, count, sizeof *sorted, compare_named_trains, &order);
    give_names(names, &order, sorted);
    free(sorted);
    return names;
}

void train_names_free(TrainNames *names) {
    if (names == NULL) {
        return;
    }
    for (int i = 0; i < names->count; i++) {
        g_free(names->names[i]);
    }
    free(names->names);
    free(names);
}

const char *train_name(const TrainNames *names, TrainId train) {
    return names->names[train];
}
