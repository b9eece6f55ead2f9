/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Candidates stay where they are: what could carry a booking is asked of all of them. */
#include "model/promises/held_trains.h"

#include "model/promises/new_trains.h"

void held_trains_hold(Problem *problem, GHashTable *keys) {
    for (TrainId id = 0; id < problem->n_trains; id++) {
        TrainCandidate *train = &problem->trains[id];
        g_autofree char *key = train_key(problem, train);
        train->fixed = train->fixed || g_hash_table_contains(keys, key);
        train->barred = !train->fixed;
    }
}
