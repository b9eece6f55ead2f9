/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks that regular lines have the same slots at the same times in every week, or not at all,
 * docs/model.md (14). */
#include <string.h>

#include "verify/checks/checks.h"
#include "verify/read/under_way.h"

/** Trains of one chain, week by week. */
typedef struct {
    const PlanTrain *first; /**< one of them, to name it */
    int *weeks;             /**< how many run in each week */
} WeeklyChain;

static void free_chain(gpointer chain) {
    g_free(((WeeklyChain *)chain)->weeks);
    g_free(chain);
}

/** What trains of one chain have in common: slots, their weekly times, whole days in between. */
static char *weekly_chain_key(const PlanTrain *train) {
    GString *key = g_string_new(NULL);
    g_string_append_printf(key, "%d %d", train->line, train->hand);
    for (int i = 0; i < train->n_runs; i++) {
        g_string_append_printf(key, " %d %d %d", train->slot_runs[i].slot,
                               train->slot_runs[i].entry,
                               train->slot_runs[i].day - train->slot_runs[0].day);
    }
    return g_string_free(key, FALSE);
}

static void chain_train(const PlanRead *plan, const PlanTrain *train, GHashTable *chains,
                        GPtrArray *order) {
    int weeks = plan->kase->horizon.weeks;
    char *key = weekly_chain_key(train);
    WeeklyChain *chain = g_hash_table_lookup(chains, key);
    if (!chain) {
        chain = g_new0(WeeklyChain, 1);
        chain->first = train;
        chain->weeks = g_new0(int, (gsize)weeks);
        g_ptr_array_add(order, chain);
        g_hash_table_insert(chains, key, chain);
    } else {
        g_free(key);
    }
    if (train->week >= 0 && train->week < weeks) {
        chain->weeks[train->week]++;
    }
}

/** True where closed days take the chain's train of a week. */
static bool week_is_cancelled(const PlanRead *plan, const WeeklyChain *chain, int week) {
    g_autofree char *key = weekly_chain_key(chain->first);
    for (int i = 0; i < plan->n_cancelled; i++) {
        const PlanTrain *train = &plan->cancelled[i];
        g_autofree char *own = train->week == week && train->line == chain->first->line
                                   ? weekly_chain_key(train)
                                   : NULL;
        if (own && strcmp(own, key) == 0) {
            return true;
        }
    }
    return false;
}

void verify_regular(PlanRead *plan) {
    const Case *kase = plan->kase;
    GHashTable *chains = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_chain);
    GPtrArray *order = g_ptr_array_new();
    for (int i = 0; i < plan->n_trains; i++) {
        const PlanTrain *train = &plan->trains[i];
        if (plan_train_own(train) && kase->lines[train->line].regular) {
            chain_train(plan, train, chains, order);
        }
    }
    for (guint i = 0; i < order->len; i++) {
        const WeeklyChain *chain = g_ptr_array_index(order, i);
        for (int week = 0; week < kase->horizon.weeks; week++) {
            bool good = chain->weeks[week] == 1 ||
                        (chain->weeks[week] == 0 && week_is_cancelled(plan, chain, week));
            ROW_CHECK(&plan->tables[TABLE_TRAINS], VERIFY_LINES, good, chain->first->row,
                      "line %s is regular, but the chain of %s runs %d times in week %d",
                      kase->lines[chain->first->line].code, chain->first->name, chain->weeks[week],
                      week);
        }
    }
    g_ptr_array_free(order, TRUE);
    g_hash_table_unref(chains);
}
