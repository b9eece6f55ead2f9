#include "solver/dive.h"

#include <math.h>

/** Trains at or above this value are fixed to run, besides the highest. */
static const double HIGH = 0.85;

/** Values so near to a whole number are whole. */
static const double WHOLE = 1e-6;

/** A dive need not price to the end. */
static const double DIVE_TOLERANCE = 1e-3;

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

/** Fixes the highest train, and others that are nearly whole; returns the highest. */
static void fix_high(Master *master, TrainId highest) {
    for (TrainId id = 0; id < master->problem->n_trains; id++) {
        if (id == highest || (is_free(master, id) && master_train(master, id) >= HIGH)) {
            master_bound_train(master, id, 1, 1);
        }
    }
}

/** True where the status says that the trains fixed so far lead nowhere. */
static bool dead_end(MasterStatus status) {
    return status == MASTER_INFEASIBLE || status == MASTER_CUT_OFF;
}

MasterStatus dive(Master *master, const RoundOptions *options, Incumbent *incumbent) {
    TrainId highest;
    MasterResult result;
    double cutoff = incumbent_cutoff(incumbent, options->gap);
    MasterStatus status = MASTER_SOLVED;
    while ((highest = highest_fraction(master)) != NONE) {
        fix_high(master, highest);
        status = master_solve(master, cutoff, DIVE_TOLERANCE, &result);
        if (dead_end(status)) {
            master_bound_train(master, highest, 0, 0);
            status = master_solve(master, cutoff, DIVE_TOLERANCE, &result);
        }
        if (dead_end(status)) {
            return MASTER_SOLVED;
        }
        if (status != MASTER_SOLVED) {
            return status;
        }
    }
    status = master_solve(master, cutoff, DIVE_TOLERANCE, &result);
    if (status != MASTER_SOLVED) {
        return dead_end(status) ? MASTER_SOLVED : status;
    }
    double bound;
    RoundStatus rounded = round_boxes(master, &result, options, incumbent, &bound);
    return rounded == ROUND_NO_MEMORY ? MASTER_NO_MEMORY
           : rounded == ROUND_FAILED  ? MASTER_FAILED
                                      : MASTER_SOLVED;
}
