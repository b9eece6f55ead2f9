#include "solver/dive.h"

#include <math.h>

/** Trains at or above this value are fixed to run, besides the highest. */
static const double HIGH = 0.85;

/** Values so near to a whole number are whole. */
static const double WHOLE = 1e-6;

/** A dive need not price to the end. */
static const double DIVE_TOLERANCE = 1e-3;

/** A train that lowers the bound by more than this share of it had better not run. */
static const double DEAR = 0.003;

static bool is_free(const Master *master, TrainId train) {
    return master->train_lower[train] < master->train_upper[train];
}

/** The fractional free train with the highest value, NONE where all are whole. */
static TrainId highest_fraction(const Master *master) {
    TrainId highest = NONE;
    for (TrainId id = 0; id < master->problem->n_trains; id++) {
        double value = master_train(master, id);
        if (is_free(master, id) && value > WHOLE && value < 1 - WHOLE &&
            (highest == NONE || value > master_train(master, highest))) {
            highest = id;
        }
    }
    return highest;
}

/** Fixes a train, and with it those of a regular line that run all or none. */
static void fix_train(Master *master, TrainId train, double value) {
    const TrainCandidate *trains = master->problem->trains;
    for (TrainId id = 0; id < master->problem->n_trains; id++) {
        bool same = trains[id].regular != NONE && trains[id].regular == trains[train].regular;
        if (id == train || same) {
            master_bound_train(master, id, value, value);
        }
    }
}

/** Fixes the highest train, and others that are nearly whole. */
static void fix_high(Master *master, TrainId highest) {
    for (TrainId id = 0; id < master->problem->n_trains; id++) {
        if (id == highest || (is_free(master, id) && master_train(master, id) >= HIGH)) {
            fix_train(master, id, 1);
        }
    }
}

/** True where the status says that the trains fixed so far lead nowhere. */
static bool dead_end(MasterStatus status) {
    return status == MASTER_INFEASIBLE || status == MASTER_CUT_OFF;
}

/** What a step of the dive works with. */
typedef struct {
    Master *master;
    double cutoff;
    MasterResult result; /**< of the last solve */
} Descent;

static MasterStatus descend(Descent *descent) {
    return master_solve(descent->master, descent->cutoff, DIVE_TOLERANCE, &descent->result);
}

/** Tries the train fixed the other way, and leaves it where the bound is better.
 *  @param status  of the solve with it running, whose bound is in `result` */
static MasterStatus reconsider(Descent *descent, TrainId train, MasterStatus status) {
    double running = dead_end(status) ? -HUGE_VAL : descent->result.bound;
    fix_train(descent->master, train, 0);
    MasterStatus without = descend(descent);
    if (dead_end(status) || (!dead_end(without) && descent->result.bound >= running)) {
        return without;
    }
    if (without != MASTER_SOLVED && !dead_end(without)) {
        return without;
    }
    fix_train(descent->master, train, 1);
    return descend(descent);
}

/** Fixes the highest train to run, unless that costs so much that it had better not.
 *  @param before  bound so far */
static MasterStatus step_down(Descent *descent, TrainId highest, double before) {
    fix_high(descent->master, highest);
    MasterStatus status = descend(descent);
    bool failed = status != MASTER_SOLVED && !dead_end(status);
    bool dear = dead_end(status) || descent->result.bound < before - DEAR * fabs(before);
    return dear && !failed ? reconsider(descent, highest, status) : status;
}

MasterStatus dive(Master *master, const RoundOptions *options, Incumbent *incumbent) {
    Descent descent = {.master = master, .cutoff = incumbent_cutoff(incumbent, options->gap)};
    MasterStatus status = descend(&descent);
    TrainId highest;
    while (status == MASTER_SOLVED && (highest = highest_fraction(master)) != NONE) {
        status = step_down(&descent, highest, descent.result.bound);
    }
    if (status != MASTER_SOLVED) {
        return dead_end(status) ? MASTER_SOLVED : status;
    }
    double bound;
    return round_boxes_outcome(round_boxes(master, &descent.result, options, incumbent, &bound));
}
