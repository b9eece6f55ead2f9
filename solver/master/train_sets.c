/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which trains count together, level by level. */
#include "solver/master/train_sets.h"

#include <stdlib.h>
#include <string.h>

/* Levels of branching: direction, ends, ends and week, line and week. */
enum { LEVELS = 4 };

/** What the trains of one set have in common. */
typedef struct {
    int part[3];
} SetKey;

static SetKey set_key_of(const Problem *problem, TrainId id, int level) {
    const TrainCandidate *train = &problem->trains[id];
    int from = problem->legs[train->first_leg].from;
    int to = problem->legs[train->first_leg + train->n_legs - 1].to;
    switch (level) {
    case 0:
        return (SetKey){{(int)problem->kase->lines[train->line].direction, 0, 0}};
    case 1:
        return (SetKey){{from, to, 0}};
    case 2:
        return (SetKey){{from, to, train->week}};
    default:
        return (SetKey){{train->line, train->week, 0}};
    }
}

static bool same_key(SetKey a, SetKey b) {
    return memcmp(&a, &b, sizeof a) == 0;
}

/** The sets of one level. */
typedef struct {
    const Problem *problem;
    int level;
    TrainSets *sets;
    bool *taken;  /**< scratch per train: it is in a set of the level */
    int n_listed; /**< trains of all sets so far */
} Listing;

/** Collects the free trains with the first one's key. */
static void collect_alike(Listing *listing, TrainId first) {
    const Problem *problem = listing->problem;
    TrainSets *sets = listing->sets;
    SetKey key = set_key_of(problem, first, listing->level);
    TrainSet set = {.row = NONE, .first = listing->n_listed, .level = listing->level};
    for (TrainId id = first; id < problem->n_trains; id++) {
        if (!problem->trains[id].fixed && !listing->taken[id] &&
            same_key(set_key_of(problem, id, listing->level), key)) {
            listing->taken[id] = true;
            sets->trains[set.first + set.count++] = id;
        }
    }
    if (set.count >= 2) {
        sets->items[sets->count++] = set;
        listing->n_listed += set.count;
    }
}

bool train_sets_build(const Problem *problem, TrainSets *sets) {
    int n_trains = problem->n_trains;
    *sets = (TrainSets){.items = calloc((size_t)(LEVELS * n_trains) + 1, sizeof *sets->items),
                        .trains = calloc((size_t)(LEVELS * n_trains) + 1, sizeof *sets->trains)};
    Listing listing = {.problem = problem,
                       .sets = sets,
                       .taken = calloc((size_t)n_trains + 1, sizeof *listing.taken)};
    bool ok = sets->items != NULL && sets->trains != NULL && listing.taken != NULL;
    for (int level = 0; level < LEVELS && ok; level++) {
        listing.level = level;
        memset(listing.taken, 0, (size_t)n_trains);
        for (TrainId id = 0; id < n_trains; id++) {
            if (!problem->trains[id].fixed && !listing.taken[id]) {
                collect_alike(&listing, id);
            }
        }
    }
    free(listing.taken);
    return ok;
}

void train_sets_clear(TrainSets *sets) {
    free(sets->items);
    free(sets->trains);
    *sets = (TrainSets){0};
}
