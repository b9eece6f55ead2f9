/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fixes one train after another until all are whole, then makes the boxes whole. */
#include "solver/search/dive.h"

#include <math.h>
#include <stdlib.h>

#include "solver/master/branch_bounds.h"
#include "solver/master/master_view.h"
#include "solver/tolerances.h"

/** Infeasible dead ends after which a dive is begun anew: without any plan yet, and with one. */
enum { RESTARTS_WITHOUT = 12, RESTARTS_WITH = 1 };

/** True where the status says that the trains fixed so far lead nowhere. */
static bool dead_end(Outcome status) {
    return status == OUTCOME_INFEASIBLE || status == OUTCOME_CUT_OFF;
}

/** A dive under way. */
typedef struct {
    Master *master;
    const Problem *problem;
    const RoundOptions *options;
    Incumbent *incumbent;
    double cutoff;
    MasterResult result; /**< of the last solve */
    TrainId *trail;      /**< trains that the dive has fixed, in order */
    int n_trail;
    int *dead_ends; /**< per train: where both its ways led nowhere */
} Descent;

/** The fractional free train to decide on next: where dives ended first, then the highest value;
 * NONE where all are whole. */
static TrainId next_train(const Descent *descent) {
    const Master *master = descent->master;
    TrainId next = NONE;
    for (TrainId id = 0; id < descent->problem->n_trains; id++) {
        double value = master_train(master, id);
        if (!master_train_free(master, id) || value <= WHOLE || value >= 1 - WHOLE) {
            continue;
        }
        int more = next == NONE ? 1 : descent->dead_ends[id] - descent->dead_ends[next];
        if (more > 0 || (more == 0 && value > master_train(master, next))) {
            next = id;
        }
    }
    return next;
}

/** Fixes a free train, and with it those of a regular line that run all or none. */
static void fix_train(Descent *descent, TrainId train, double value) {
    const TrainCandidate *trains = descent->problem->trains;
    for (TrainId id = 0; id < descent->problem->n_trains; id++) {
        bool same = trains[id].regular != NONE && trains[id].regular == trains[train].regular;
        if ((id == train || same) && master_train_free(descent->master, id)) {
            master_bound_train(descent->master, id, value, value);
            descent->trail[descent->n_trail++] = id;
        }
    }
}

/** Fixes the highest train, and others that are nearly whole. */
static void fix_high(Descent *descent, TrainId highest) {
    const Master *master = descent->master;
    for (TrainId id = 0; id < descent->problem->n_trains; id++) {
        if (master_train_free(master, id) &&
            (id == highest || master_train(master, id) >= DIVE_HIGH)) {
            fix_train(descent, id, 1);
        }
    }
}

/** Sets the trains fixed since the trail was so long free again. */
static void free_again(Descent *descent, int n_trail) {
    while (descent->n_trail > n_trail) {
        master_bound_train(descent->master, descent->trail[--descent->n_trail], 0, 1);
    }
}

static Outcome descend(Descent *descent) {
    return master_solve(descent->master, descent->cutoff, LEAD_SOLVED, &descent->result);
}

/** A train to decide on, and where the trail stood before. */
typedef struct {
    TrainId train;
    int n_trail;
    double bound; /**< before the decision */
    bool runs;    /**< which way was taken */
} Choice;

/** Decides a choice anew: the train runs, or it does not. */
static Outcome take_choice(Descent *descent, Choice *choice, bool runs) {
    free_again(descent, choice->n_trail);
    choice->runs = runs;
    fix_train(descent, choice->train, runs ? 1 : 0);
    return descend(descent);
}

/** Tries the train fixed the other way, and leaves it where the bound is better.
 *  @param status  of the solve with it running, whose bound is in `result` */
static Outcome reconsider(Descent *descent, Choice *choice, Outcome status) {
    double running = dead_end(status) ? -HUGE_VAL : descent->result.bound;
    Outcome without = take_choice(descent, choice, false);
    if (without != OUTCOME_DONE && !dead_end(without)) {
        return without;
    }
    if (dead_end(status) && dead_end(without)) {
        descent->dead_ends[choice->train]++;
    }
    bool better = !dead_end(without) && descent->result.bound >= running;
    return dead_end(status) || better ? without : take_choice(descent, choice, true);
}

/** Fixes the highest train to run, unless that costs so much that it had better not. */
static Outcome step_down(Descent *descent, Choice *choice) {
    fix_high(descent, choice->train);
    Outcome status = descend(descent);
    bool failed = status != OUTCOME_DONE && !dead_end(status);
    bool dear =
        dead_end(status) || descent->result.bound < choice->bound - DIVE_DEAR * fabs(choice->bound);
    return dear && !failed ? reconsider(descent, choice, status) : status;
}

/** Makes the boxes whole on trains that are; a dead end where that leaves no plan at all. */
static Outcome land(Descent *descent) {
    double bound;
    Outcome status = round_boxes(descent->master, &descent->result, descent->options,
                                 descent->incumbent, &bound);
    return status == OUTCOME_DONE && !descent->incumbent->found ? OUTCOME_INFEASIBLE : status;
}

/** Decides on trains until all are whole. */
static Outcome explore(Descent *descent) {
    Outcome status = descend(descent);
    TrainId next;
    while (status == OUTCOME_DONE && (next = next_train(descent)) != NONE) {
        Choice choice = {next, descent->n_trail, descent->result.bound, true};
        status = step_down(descent, &choice);
    }
    return status == OUTCOME_DONE ? land(descent) : status;
}

Outcome dive(Master *master, const RoundOptions *options, int *dead_ends, Incumbent *incumbent) {
    Descent descent = {
        .master = master,
        .problem = master_ground(master)->problem,
        .options = options,
        .incumbent = incumbent,
        .cutoff = incumbent_cutoff(incumbent, options->gap),
        .trail = calloc((size_t)master_ground(master)->problem->n_trains + 1, sizeof(TrainId)),
        .dead_ends = dead_ends};
    if (descent.trail == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    int restarts = incumbent->found ? RESTARTS_WITH : RESTARTS_WITHOUT;
    Outcome status = explore(&descent);
    for (; status == OUTCOME_INFEASIBLE && restarts > 0; restarts--) {
        free_again(&descent, 0);
        status = explore(&descent);
    }
    free(descent.trail);
    return dead_end(status) ? OUTCOME_DONE : status;
}
