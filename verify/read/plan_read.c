/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frees what a plan that was read owns. */
#include "verify/read/plan_read.h"

#include <jansson.h>

static void clear_train(PlanTrain *train) {
    for (int leg = 0; leg < train->n_legs; leg++) {
        g_free(train->legs[leg].class_boxes);
        g_free(train->legs[leg].class_prices);
        g_free(train->legs[leg].gone_class_boxes);
    }
    g_free(train->legs);
    g_free(train->slot_runs);
    g_strfreev(train->run_names);
    g_free(train->base_name);
    g_free(train->gone_classes);
}

static void free_prices(PlanPrices *prices) {
    if (prices->lift) {
        g_hash_table_unref(prices->lift);
    }
    if (prices->feeder) {
        g_hash_table_unref(prices->feeder);
    }
    g_free(prices->stock);
    g_free(prices->fleet);
    g_free(prices->promise);
}

void plan_read_free(PlanRead *plan) {
    for (int i = 0; i < plan->n_trains; i++) {
        clear_train(&plan->trains[i]);
    }
    for (int i = 0; i < plan->n_candidates; i++) {
        clear_train(&plan->candidates[i]);
    }
    g_free(plan->candidates);
    for (int i = 0; i < plan->n_cancelled; i++) {
        clear_train(&plan->cancelled[i]);
    }
    g_free(plan->cancelled);
    g_free(plan->trains);
    for (int i = 0; i < plan->n_itineraries; i++) {
        g_array_free(plan->itineraries[i].rows, TRUE);
        g_free(plan->itineraries[i].moves);
    }
    g_free(plan->itineraries);
    for (int i = 0; i < plan->n_empties; i++) {
        g_array_free(plan->empties[i].rows, TRUE);
        g_free(plan->empties[i].moves);
    }
    g_free(plan->empties);
    if (plan->running) {
        g_hash_table_unref(plan->running);
    }
    g_free(plan->carried);
    g_free(plan->parts);
    g_free(plan->best_refused);
    free_prices(&plan->prices);
    json_decref(plan->summary);
    g_array_free(plan->days, TRUE);
    for (int table = 0; table < PLAN_TABLES; table++) {
        checked_table_free(&plan->tables[table]);
    }
}
