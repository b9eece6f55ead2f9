/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closes trains of an earlier plan to boxes that it did not put on them. */
#include "model/promises/no_fill.h"

#include <glib.h>
#include <string.h>

bool no_fill_train(const Problem *problem, const TrainCandidate *train) {
    const Commitments *commitments = &problem->kase->commitments;
    return commitments->given && !commitments->fill &&
           (train->under_way || train->departs < commitments->trains.frozen_before);
}

bool no_fill_promise(const Problem *problem, int promise) {
    const ItineraryPromise *made = &problem->itinerary_promises[promise];
    for (int i = 0; i < made->n_rides; i++) {
        LegId leg = problem->promise_rides[made->first_ride + i].first;
        if (no_fill_train(problem, &problem->trains[problem->legs[leg].train])) {
            return true;
        }
    }
    return false;
}

/** Trains on which the earlier plan has empties. */
static bool *with_empties(const Problem *problem) {
    const Commitments *commitments = &problem->kase->commitments;
    bool *with = g_new0(bool, (gsize)problem->n_trains + 1);
    for (int i = 0; i < commitments->n_earlier_trains; i++) {
        TrainId train = problem->train_promises[i].train;
        if (train != NONE) {
            with[train] |= commitments->earlier_trains[i].empties;
        }
    }
    for (TrainId id = 0; id < problem->n_trains; id++) {
        const TrainCandidate *train = &problem->trains[id];
        with[id] |= train->under_way && problem->kase->carried->trains[train->carried].empties;
    }
    return with;
}

void no_fill_bar(Problem *problem) {
    bool *with = problem->train_promises == NULL ? NULL : with_empties(problem);
    int n_cargo = problem->kase->n_cargo;
    for (TrainId id = 0; id < problem->n_trains && with != NULL; id++) {
        const TrainCandidate *train = &problem->trains[id];
        for (CargoId cargo = 0; cargo <= n_cargo && no_fill_train(problem, train); cargo++) {
            if (cargo < n_cargo || !with[id]) {
                memset(&problem->cargo_bars_leg[cargo * problem->n_legs + train->first_leg], true,
                       (size_t)train->n_legs * sizeof(bool));
            }
        }
    }
    g_free(with);
}
