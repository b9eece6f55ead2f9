/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps trains that are new from days that are frozen. */
#include "model/promises/new_trains.h"

#include <glib.h>

char *train_key(const Problem *problem, const TrainCandidate *train) {
    GString *key = g_string_new(problem->kase->lines[train->line].code);
    for (int i = 0; i < train->n_runs; i++) {
        g_string_append_c(key, i == 0 ? '\n' : ';');
        g_string_append(key, problem->runs[problem->train_runs[train->first_run + i]].name);
    }
    return g_string_free(key, FALSE);
}

char *committed_train_key(const CommittedTrain *train) {
    return g_strconcat(train->line, "\n", train->slots, NULL);
}

static bool is_barred(const Problem *problem, const TrainCandidate *train, GHashTable *known) {
    bool always = train->hand != NONE && train->fixed;
    if (train->departs >= problem->kase->commitments.no_new_before || always) {
        return false;
    }
    g_autofree char *key = train_key(problem, train);
    return !g_hash_table_contains(known, key);
}

/** Where one train of a regular timetable is barred, so are the others. */
static void bar_groups(const Problem *problem, bool *barred) {
    for (int pass = 0; pass < 2; pass++) {
        for (TrainId id = 0; id < problem->n_trains; id++) {
            TrainId first = problem->trains[id].regular;
            if (first != NONE) {
                barred[pass == 0 ? first : id] |= barred[pass == 0 ? id : first];
            }
        }
    }
}

/** Moves the others up, and says where the first of each regular timetable went. */
static void take_out_barred(Problem *problem, const bool *barred) {
    TrainId *moved = g_new0(TrainId, (gsize)problem->n_trains + 1);
    int kept = 0;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        moved[id] = kept;
        if (!barred[id]) {
            TrainCandidate train = problem->trains[id];
            train.regular = train.regular == NONE ? NONE : moved[train.regular];
            problem->trains[kept++] = train;
        }
    }
    problem->n_trains = kept;
    g_free(moved);
}

void new_trains_bar(Problem *problem) {
    const Commitments *commitments = &problem->kase->commitments;
    if (!commitments->given || commitments->no_new_before <= problem->kase->horizon.start_at) {
        return;
    }
    GHashTable *known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int i = 0; i < commitments->n_earlier_trains; i++) {
        g_hash_table_add(known, committed_train_key(&commitments->earlier_trains[i]));
    }
    bool *barred = g_new0(bool, (gsize)problem->n_trains + 1);
    for (TrainId id = 0; id < problem->n_trains; id++) {
        barred[id] = is_barred(problem, &problem->trains[id], known);
    }
    bar_groups(problem, barred);
    take_out_barred(problem, barred);
    g_free(barred);
    g_hash_table_destroy(known);
}
