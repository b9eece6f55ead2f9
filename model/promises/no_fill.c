/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closes trains of an earlier plan to boxes that it did not put on them. */
#include "model/promises/no_fill.h"

#include <string.h>

bool no_fill_train(const Problem *problem, const TrainCandidate *train) {
    const Commitments *commitments = &problem->kase->commitments;
    return commitments->given && !commitments->fill &&
           (train->under_way || train->departs < commitments->closed_before);
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

/** True where the empties ride on the leg. */
static bool empties_ride(const Problem *problem, const CommittedEmpties *empties, LegId id) {
    const Leg *leg = &problem->legs[id];
    const TrainCandidate *train = &problem->trains[leg->train];
    bool on_train = empties->under_way >= 0
                        ? train->under_way && train->carried == empties->under_way
                        : problem->train_promises[empties->train].train == leg->train;
    const bool shifted =
        !train->under_way && problem->kase->slots[problem->runs[leg->run].slot].shift_min != 0;
    return on_train && (shifted || leg->departs == empties->departs) &&
           strcmp(problem->kase->stations[leg->from].code, empties->from) == 0;
}

int no_fill_empties(const Problem *problem, LegId leg, int equipment) {
    const Case *kase = problem->kase;
    const char *type = kase->containers[kase->equipment[equipment].container].code;
    int boxes = 0;
    for (int i = 0; i < kase->commitments.n_earlier_empties; i++) {
        const CommittedEmpties *empties = &kase->commitments.earlier_empties[i];
        if (strcmp(empties->container, type) == 0 && empties_ride(problem, empties, leg)) {
            boxes += empties->boxes;
        }
    }
    return boxes;
}

bool no_fill_any_empties(const Problem *problem, LegId leg) {
    for (int type = 0; type < problem->kase->n_equipment; type++) {
        if (no_fill_empties(problem, leg, type) > 0) {
            return true;
        }
    }
    return false;
}

static void bar_leg(Problem *problem, LegId leg) {
    int n_cargo = problem->kase->n_cargo;
    for (CargoId cargo = 0; cargo < n_cargo; cargo++) {
        problem->cargo_bars_leg[cargo * problem->n_legs + leg] = true;
    }
    if (!no_fill_any_empties(problem, leg)) {
        problem->cargo_bars_leg[n_cargo * problem->n_legs + leg] = true;
    }
}

void no_fill_bar(Problem *problem) {
    for (TrainId id = 0; id < problem->n_trains && problem->train_promises != NULL; id++) {
        const TrainCandidate *train = &problem->trains[id];
        for (int leg = 0; leg < train->n_legs && no_fill_train(problem, train); leg++) {
            bar_leg(problem, train->first_leg + leg);
        }
    }
}
