/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs the boxes of a few trains at a time anew, window by window. */
#include "solver/boxes/improve_boxes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/whole_number.h"
#include "solver/tolerances.h"

/** Trains packed anew together. */
enum { WINDOW = 3 };

/** Times all windows are gone through, and nodes of the backend's search in each. */
enum { PASSES = 3, WINDOW_NODES = 60 };

/** Room for one improvement. */
typedef struct {
    Rounding *rounding;
    IntegerMaster *integer;
    TrainId *trains; /**< running, by line direction and departure */
    int n_trains;
    bool *open; /**< per train: in the window */
} Improvement;

static int compare_window_trains(const void *a, const void *b) {
    const TrainCandidate *x = *(const TrainCandidate *const *)a;
    const TrainCandidate *y = *(const TrainCandidate *const *)b;
    if (x->departs != y->departs) {
        return x->departs < y->departs ? -1 : 1;
    }
    return x < y ? -1 : x > y;
}

/** The running trains of one direction after the other, by departure: neighbours compete for the
 * same bookings. */
static bool list_trains(Improvement *improvement) {
    const Problem *problem = improvement->rounding->ground->problem;
    size_t room = (size_t)problem->n_trains + 1;
    improvement->trains = calloc(room, sizeof *improvement->trains);
    improvement->open = calloc(room, sizeof *improvement->open);
    const TrainCandidate **order = calloc(room, sizeof(*order));
    if (improvement->trains == NULL || improvement->open == NULL || order == NULL) {
        free(order);
        return false;
    }
    for (int direction = DIRECTION_NONE; direction <= (int)DIRECTION_RETURN; direction++) {
        int count = 0;
        for (TrainId id = 0; id < problem->n_trains; id++) {
            const TrainCandidate *train = &problem->trains[id];
            if (improvement->rounding->runs[id] &&
                (int)problem->kase->lines[train->line].direction == direction) {
                order[count++] = train;
            }
        }
        qsort(order, (size_t)count, sizeof(*order), compare_window_trains);
        for (int i = 0; i < count; i++) {
            improvement->trains[improvement->n_trains++] = (TrainId)(order[i] - problem->trains);
        }
    }
    free(order);
    return true;
}

static bool path_open(const Improvement *improvement, PathId id) {
    const Ground *ground = improvement->rounding->ground;
    const Ride *rides = paths_rides(ground->paths, id);
    for (int i = 0; i < ground->paths->items[id].n_rides; i++) {
        if (improvement->open[ground->problem->legs[rides[i].first].train]) {
            return true;
        }
    }
    return false;
}

/** Holds the boxes of paths outside the window, frees those inside. */
static void set_bounds(const Improvement *improvement) {
    IntegerMaster *integer = improvement->integer;
    const Ground *ground = improvement->rounding->ground;
    for (int i = 0; i < integer->n_paths; i++) {
        LpColumn *column = &integer->model.columns[integer->first_path + i];
        PathId id = integer->paths[i];
        int boxes = improvement->rounding->boxes[id];
        bool open = path_open(improvement, id);
        column->lower = open ? 0 : boxes;
        column->upper =
            open ? ground->problem->bookings[ground->paths->items[id].booking].boxes : boxes;
    }
}

/** Takes the solution over where it is better.
 *  @param gained  set true then */
static Outcome take_solution(Improvement *improvement, Incumbent *incumbent, double *best,
                             bool *gained) {
    Rounding *rounding = improvement->rounding;
    const IntegerMaster *integer = improvement->integer;
    size_t count = (size_t)rounding->ground->paths->count;
    int *before = malloc((count + 1) * sizeof *before);
    if (before == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    memcpy(before, rounding->boxes, count * sizeof *before);
    for (int i = 0; i < integer->n_paths; i++) {
        rounding->boxes[integer->paths[i]] =
            whole_number(round(integer->primal[integer->first_path + i]));
    }
    double objective;
    Outcome status = rounding_objective(rounding, &objective);
    if (status == OUTCOME_DONE && objective > *best + WINDOW_GAIN) {
        *best = objective;
        *gained = true;
    } else {
        memcpy(rounding->boxes, before, count * sizeof *before);
    }
    free(before);
    if (*gained) {
        return rounding_offer(rounding, incumbent);
    }
    return status == OUTCOME_INFEASIBLE ? OUTCOME_DONE : status;
}

/** Packs one window anew. */
static Outcome repack(Improvement *improvement, int first, Incumbent *incumbent, double *best,
                      bool *gained) {
    memset(improvement->open, 0, (size_t)improvement->rounding->ground->problem->n_trains);
    for (int i = first; i < first + WINDOW && i < improvement->n_trains; i++) {
        improvement->open[improvement->trains[i]] = true;
    }
    set_bounds(improvement);
    IntegerOptions options = {.relative_gap = WINDOW_GAP,
                              .node_limit = WINDOW_NODES,
                              .time_limit_s = clock_left(improvement->rounding->ground->clock),
                              .stop = improvement->rounding->ground->clock->stop,
                              .cutoff = -HUGE_VAL};
    double bound;
    Outcome status = integer_master_search(improvement->rounding->ground->backend->nearby,
                                           improvement->integer, &options, &bound);
    if (status == OUTCOME_DONE) {
        return take_solution(improvement, incumbent, best, gained);
    }
    return outcome_failed(status) ? status : OUTCOME_DONE;
}

Outcome improve_boxes(Rounding *rounding, IntegerMaster *integer, double target,
                      Incumbent *incumbent) {
    Improvement improvement = {.rounding = rounding, .integer = integer};
    double best = 0;
    Outcome status = outcome_of_memory(list_trains(&improvement));
    if (status == OUTCOME_DONE) {
        status = rounding_objective(rounding, &best);
    }
    bool gained = true;
    for (int pass = 0; pass < PASSES && gained && status == OUTCOME_DONE; pass++) {
        gained = false;
        for (int first = 0; first < improvement.n_trains && status == OUTCOME_DONE && best < target;
             first++) {
            bool better = false;
            status = clock_expired(rounding->ground->clock)
                         ? OUTCOME_STOPPED
                         : repack(&improvement, first, incumbent, &best, &better);
            gained |= better;
        }
    }
    free(improvement.trains);
    free(improvement.open);
    return outcome_failed(status) ? status : OUTCOME_DONE;
}
