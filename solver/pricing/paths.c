/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pool of itineraries and its hash table. */
#include "solver/pricing/paths.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"

static uint32_t hash_path(BookingId booking, const Ride *rides, int n_rides) {
    uint32_t hash = 2166136261u ^ (uint32_t)booking; /* FNV-1a over words */
    for (int i = 0; i < n_rides; i++) {
        hash = (hash * 16777619u) ^ (uint32_t)rides[i].first;
        hash = (hash * 16777619u) ^ (uint32_t)rides[i].last;
        hash = (hash * 16777619u) ^ (uint32_t)rides[i].before;
        hash = (hash * 16777619u) ^ (uint32_t)rides[i].after;
    }
    return hash ^ (hash >> 15);
}

/** Where the path stands in the table, or the free place where it would. */
static int table_place(const Paths *paths, BookingId booking, const Ride *rides, int n_rides) {
    uint32_t mask = (uint32_t)paths->table_size - 1;
    uint32_t place = hash_path(booking, rides, n_rides) & mask;
    while (paths->table[place] != NONE) {
        const Path *path = &paths->items[paths->table[place]];
        if (path->booking == booking && path->n_rides == n_rides &&
            memcmp(&paths->rides[path->first_ride], rides, (size_t)n_rides * sizeof *rides) == 0) {
            break;
        }
        place = (place + 1) & mask;
    }
    return (int)place;
}

static bool table_resize(Paths *paths, int size) {
    PathId *table = malloc((size_t)size * sizeof *table);
    if (table == NULL) {
        return false;
    }
    for (int i = 0; i < size; i++) {
        table[i] = NONE;
    }
    free(paths->table);
    paths->table = table;
    paths->table_size = size;
    for (PathId id = 0; id < paths->count; id++) {
        const Path *path = &paths->items[id];
        paths->table[table_place(paths, path->booking, paths_rides(paths, id), path->n_rides)] = id;
    }
    return true;
}

bool paths_init(Paths *paths, int n_flows) {
    *paths = (Paths){0};
    paths->newest = malloc(((size_t)n_flows + 1) * sizeof *paths->newest);
    if (paths->newest == NULL || !table_resize(paths, 1024)) {
        paths_clear(paths);
        return false;
    }
    for (BookingId id = 0; id < n_flows; id++) {
        paths->newest[id] = NONE;
    }
    return true;
}

void paths_clear(Paths *paths) {
    free(paths->items);
    free(paths->rides);
    free(paths->newest);
    free(paths->table);
    *paths = (Paths){0};
}

/** Room for one more path with its rides. */
static bool paths_room(Paths *paths, int n_rides) {
    return GROW(paths->items, paths->count + 1, paths->room) &&
           GROW(paths->rides, paths->n_rides + n_rides, paths->room_rides) &&
           (2 * (paths->count + 1) <= paths->table_size ||
            table_resize(paths, 2 * paths->table_size));
}

PathId paths_find(const Paths *paths, BookingId booking, const Ride *rides, int n_rides) {
    return paths->table[table_place(paths, booking, rides, n_rides)];
}

bool paths_add(Paths *paths, BookingId booking, const Ride *rides, int n_rides, PathPlace *place) {
    PathId id = paths->table[table_place(paths, booking, rides, n_rides)];
    bool added = id == NONE;
    if (added) {
        if (!paths_room(paths, n_rides)) {
            return false;
        }
        id = paths->count;
        paths->table[table_place(paths, booking, rides, n_rides)] = id;
        memcpy(&paths->rides[paths->n_rides], rides, (size_t)n_rides * sizeof *rides);
        paths->items[id] = (Path){booking, paths->n_rides, n_rides, paths->newest[booking]};
        paths->newest[booking] = id;
        paths->n_rides += n_rides;
        paths->count++;
    }
    if (place != NULL) {
        *place = (PathPlace){id, added};
    }
    return true;
}

TrainId paths_boards(const Paths *paths, const Problem *problem, PathId id, int ride) {
    const Ride *rides = paths_rides(paths, id);
    TrainId train = problem->legs[rides[ride].first].train;
    for (int before = 0; before < ride; before++) {
        if (problem->legs[rides[before].first].train == train) {
            return NONE;
        }
    }
    return train;
}

bool paths_uses(const Paths *paths, const Problem *problem, PathId id, TrainId train) {
    const Ride *rides = paths_rides(paths, id);
    for (int i = 0; i < paths->items[id].n_rides; i++) {
        if (problem->legs[rides[i].first].train == train) {
            return true;
        }
    }
    return false;
}

bool train_uses_run(const Problem *problem, TrainId train, SlotRunId run) {
    const TrainCandidate *candidate = &problem->trains[train];
    for (int i = 0; i < candidate->n_runs; i++) {
        if (problem->train_runs[candidate->first_run + i] == run) {
            return true;
        }
    }
    return false;
}

int paths_count_run(const Paths *paths, const Problem *problem, PathId id, SlotRunId run) {
    int count = 0;
    for (int i = 0; i < paths->items[id].n_rides; i++) {
        TrainId train = paths_boards(paths, problem, id, i);
        count += train != NONE && train_uses_run(problem, train, run);
    }
    return count;
}
