/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closes all trains but some, and searches these. */
#include "solver/search/train_search.h"

#include <math.h>
#include <stdlib.h>

#include "solver/master/enumerate.h"
#include "solver/master/master_view.h"
#include "solver/search/whole_program.h"
#include "solver/tolerances.h"

/** Itineraries that are searched at once, at most: the LPs of more take too long. */
enum { SEARCHED_PATHS_MAX = 4000 };

/** Nodes from one search to the next, at least: while no plan comes near the bound, and from then
 * on.
 */
enum { TRAINS_SOON = 2, TRAINS_EVERY = 100 };

/** Adds the master's own itineraries that ride open trains alone; false where memory is out. */
static bool add_known_paths(WholeProgram *program, const bool *closed) {
    const Ground *ground = program->ground;
    bool ok = true;
    for (PathId id = 0; id < ground->paths->count && ok; id++) {
        const Path *path = &ground->paths->items[id];
        const Ride *rides = paths_rides(ground->paths, id);
        bool open = program->pool.count < SEARCHED_PATHS_MAX;
        for (int i = 0; i < path->n_rides && open; i++) {
            open = !closed[ground->problem->legs[rides[i].first].train];
        }
        ok = !open || paths_add(&program->pool, path->booking, rides, path->n_rides, NULL);
    }
    return ok;
}

/** Fills the pool: all itineraries of the open trains, or, where these are too many, those known.
 */
static Outcome fill_pool(Master *master, const bool *closed, WholeProgram *program) {
    int n_trains = program->ground->problem->n_trains;
    bool *open = calloc((size_t)n_trains + 1, sizeof *open);
    if (open == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    for (TrainId id = 0; id < n_trains; id++) {
        open[id] = !closed[id];
    }
    Outcome all = enumerate_paths(master, open, HUGE_VAL, SEARCHED_PATHS_MAX, &program->pool);
    free(open);
    if (all != OUTCOME_STOPPED) {
        return all;
    }
    paths_clear(&program->pool);
    bool ok = paths_init(&program->pool, program->ground->problem->n_flows) &&
              add_known_paths(program, closed);
    return outcome_of_memory(ok);
}

static Outcome search_program(WholeProgram *program, Gap gap, Incumbent *incumbent,
                              TrainSearchResult *result) {
    WholeProgramResult sought;
    Outcome status =
        whole_program_seek(program, gap, whole_program_limit(program), incumbent, &sought);
    result->gained = sought.gained;
    return status;
}

Outcome train_search(Master *master, const bool *closed, Gap gap, Incumbent *incumbent,
                     TrainSearchResult *result) {
    WholeProgram program;
    *result = (TrainSearchResult){false, false};
    Outcome status = outcome_of_memory(whole_program_init(&program, master));
    program.closed = closed;
    if (status == OUTCOME_DONE) {
        status = fill_pool(master, closed, &program);
    }
    if (status == OUTCOME_DONE && program.pool.count < SEARCHED_PATHS_MAX) {
        result->tried = true;
        status = whole_program_build(&program) ? search_program(&program, gap, incumbent, result)
                                               : OUTCOME_NO_MEMORY;
    }
    whole_program_clear(&program);
    return status;
}

Outcome train_search_support(Master *master, Gap gap, Incumbent *incumbent,
                             TrainSearchResult *result) {
    int n_trains = master_ground(master)->problem->n_trains;
    bool *closed = calloc((size_t)n_trains + 1, sizeof *closed);
    if (closed == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    for (TrainId id = 0; id < n_trains; id++) {
        bool planned = incumbent->found && incumbent->runs[id];
        closed[id] = master_train(master, id) <= WHOLE && !planned;
    }
    Outcome status = train_search(master, closed, gap, incumbent, result);
    free(closed);
    return status;
}

/* ---- when ---- */

/** True where no plan comes near the bound. */
static bool plan_is_far(const Incumbent *best, double bound) {
    return !best->found || bound - best->objective > PLAN_FAR * fabs(bound);
}

static bool is_time(const TrainSearchCourse *course, const TrainSearchTiming *timing, bool far) {
    int first = course->trains_first ? 1 : TRAINS_SOON;
    return course->nodes >= (far ? first : TRAINS_EVERY) && course->nodes >= timing->next;
}

Outcome train_search_now_and_then(Master *master, const TrainSearchCourse *course,
                                  TrainSearchTiming *timing, Incumbent *incumbent) {
    TrainSearchResult result = {0};
    bool far = plan_is_far(incumbent, course->bound);
    if (!is_time(course, timing, far)) {
        return OUTCOME_DONE;
    }
    Outcome status = train_search_support(master, course->gap, incumbent, &result);
    int least = plan_is_far(incumbent, course->bound) ? TRAINS_SOON : TRAINS_EVERY;
    timing->wait = result.gained || timing->wait == 0 ? least : 2 * timing->wait;
    timing->next = course->nodes + timing->wait;
    return status;
}
