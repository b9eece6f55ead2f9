/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solver/master/train_sets.h"

#include <stdlib.h>
#include <string.h>

enum { LEVELS = 4 };

/** What the trains of one set have in common. */
typedef struct {
    int part[3];
} SetKey;

static SetKey key_of(const Problem *problem, TrainId id, int level) {
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

/** Collects the free trains with the first one's key; those taken are marked. */
static void collect(Master *master, int level, TrainId first, bool *taken, int *room_used) {
    const Problem *problem = master->problem;
    SetKey key = key_of(problem, first, level);
    TrainSet set = {.row = NONE, .first = *room_used, .level = level};
    for (TrainId id = first; id < problem->n_trains; id++) {
        if (!problem->trains[id].fixed && !taken[id] && same_key(key_of(problem, id, level), key)) {
            taken[id] = true;
            master->set_trains[set.first + set.count++] = id;
        }
    }
    if (set.count >= 2) {
        master->sets[master->n_sets++] = set;
        *room_used += set.count;
    }
}

bool train_sets_build(Master *master) {
    int n_trains = master->problem->n_trains;
    master->sets = calloc((size_t)(LEVELS * n_trains) + 1, sizeof *master->sets);
    master->set_trains = calloc((size_t)(LEVELS * n_trains) + 1, sizeof *master->set_trains);
    bool *taken = calloc((size_t)n_trains + 1, sizeof *taken);
    if (master->sets == NULL || master->set_trains == NULL || taken == NULL) {
        free(taken);
        return false;
    }
    int room_used = 0;
    for (int level = 0; level < LEVELS; level++) {
        memset(taken, 0, (size_t)n_trains);
        for (TrainId id = 0; id < n_trains; id++) {
            if (!master->problem->trains[id].fixed && !taken[id]) {
                collect(master, level, id, taken, &room_used);
            }
        }
    }
    free(taken);
    return true;
}
