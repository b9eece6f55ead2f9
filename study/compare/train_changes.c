/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairs the trains of two plans: the same ones, then moved ones by first slot run, then by
 * departure. */
#include "study/compare/train_changes.h"

#include <string.h>

#include "study/compare/pairing.h"

/** Trains that have no partner yet, and where pairs go. */
typedef struct {
    GArray *left[2]; /**< const ComparedTrain * */
    GArray *next[2]; /**< those that this round leaves over */
    GArray *rows;    /**< TrainRow */
    int plan;
    TrainChange change; /**< what those are that this round pairs */
} Pairing;

static int compare_whole(int64_t a, int64_t b) {
    return (a > b) - (a < b);
}

static const ComparedTrain *train_at(gconstpointer item) {
    return *(const ComparedTrain *const *)item;
}

/* ---- what trains are paired by ---- */

static int by_slots(gconstpointer a, gconstpointer b) {
    const int found = strcmp(train_at(a)->line, train_at(b)->line);
    return found != 0 ? found : strcmp(train_at(a)->slots, train_at(b)->slots);
}

static int by_week(gconstpointer a, gconstpointer b) {
    const int found = strcmp(train_at(a)->line, train_at(b)->line);
    return found != 0 ? found : compare_whole(train_at(a)->week, train_at(b)->week);
}

static int by_first_slot(gconstpointer a, gconstpointer b) {
    const int found = by_week(a, b);
    return found != 0 ? found : strcmp(train_at(a)->first_slot, train_at(b)->first_slot);
}

/* ---- rounds ---- */

/** In order of departure among those that `user` takes for alike. */
static int in_order(gconstpointer a, gconstpointer b, gpointer user) {
    const GCompareFunc *alike = user;
    const int found = (*alike)(a, b);
    if (found != 0) {
        return found;
    }
    const int later = compare_whole(train_at(a)->departs_at, train_at(b)->departs_at);
    return later != 0 ? later : strcmp(train_at(a)->name, train_at(b)->name);
}

static void take_trains(gconstpointer a, gconstpointer b, gpointer user) {
    Pairing *pairing = user;
    const gconstpointer items[] = {a, b};
    if (a != NULL && b != NULL) {
        const TrainRow row = {pairing->plan, pairing->change, {train_at(a), train_at(b)}};
        g_array_append_val(pairing->rows, row);
        return;
    }
    for (int i = 0; i < 2; i++) {
        if (items[i] != NULL) {
            g_array_append_vals(pairing->next[i], items[i], 1);
        }
    }
}

static void pair_alike(Pairing *pairing, GCompareFunc alike, TrainChange change) {
    pairing->change = change;
    for (int i = 0; i < 2; i++) {
        g_array_sort_with_data(pairing->left[i], in_order, &alike);
        pairing->next[i] = g_array_new(FALSE, FALSE, sizeof(const ComparedTrain *));
    }
    pairing_walk(pairing->left[0], pairing->left[1], alike, take_trains, pairing);
    for (int i = 0; i < 2; i++) {
        g_array_unref(pairing->left[i]);
        pairing->left[i] = pairing->next[i];
    }
}

static GArray *all_trains(const ComparedPlan *plan) {
    GArray *trains = g_array_new(FALSE, FALSE, sizeof(const ComparedTrain *));
    for (guint i = 0; i < plan->trains->len; i++) {
        const ComparedTrain *train = &g_array_index(plan->trains, ComparedTrain, i);
        g_array_append_val(trains, train);
    }
    return trains;
}

static void add_left_over(Pairing *pairing) {
    static const TrainChange changes[] = {TRAIN_DROPPED, TRAIN_ADDED};
    for (int i = 0; i < 2; i++) {
        for (guint k = 0; k < pairing->left[i]->len; k++) {
            TrainRow row = {.plan = pairing->plan, .change = changes[i]};
            row.of[i] = g_array_index(pairing->left[i], const ComparedTrain *, k);
            g_array_append_val(pairing->rows, row);
        }
        g_array_unref(pairing->left[i]);
    }
}

/* ---- order of the rows ---- */

/** The train that a row is placed by: that of a where there is one. */
static const ComparedTrain *leading(gconstpointer row) {
    const TrainRow *own = row;
    return own->of[0] != NULL ? own->of[0] : own->of[1];
}

static int compare_train_rows(gconstpointer a, gconstpointer b) {
    const ComparedTrain *one = leading(a), *other = leading(b);
    GCompareFunc alike = by_week;
    const int found = in_order(&one, &other, &alike);
    return found != 0 ? found
                      : (int)((const TrainRow *)a)->change - (int)((const TrainRow *)b)->change;
}

void train_changes_add(Comparison *comparison, int plan) {
    Pairing pairing = {
        .left = {all_trains(&comparison->plans[0]), all_trains(&comparison->plans[plan])},
        .rows = g_array_new(FALSE, FALSE, sizeof(TrainRow)),
        .plan = plan};
    pair_alike(&pairing, by_slots, TRAIN_SAME);
    pair_alike(&pairing, by_first_slot, TRAIN_MOVED);
    pair_alike(&pairing, by_week, TRAIN_MOVED);
    add_left_over(&pairing);
    g_array_sort(pairing.rows, compare_train_rows);
    g_array_append_vals(comparison->trains, pairing.rows->data, pairing.rows->len);
    g_array_unref(pairing.rows);
}
