/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Offers the plan that there are commitments to, and boxes on its trains. */
#include "solver/search/earlier_plan.h"

#include <math.h>
#include <stdlib.h>

#include "model/promises/commitment.h"
#include "solver/master/branch_bounds.h"
#include "solver/master/master_view.h"
#include "solver/plans/whole_plan.h"
#include "solver/tolerances.h"

static void earlier_trains(const Problem *problem, bool *runs) {
    for (TrainId id = 0; id < problem->n_trains; id++) {
        runs[id] = problem->trains[id].fixed;
    }
    for (int i = 0; i < problem->kase->commitments.n_earlier_trains; i++) {
        TrainId train = problem->train_promises[i].train;
        if (train != NONE) {
            runs[train] = true;
        }
    }
}

/** Boxes where they were, as many as are booked now. The pool has a promised itinerary once for
 * each tier.
 *  @param left  per booking: boxes not yet placed */
static bool earlier_boxes(const Ground *ground, int *left, int *boxes) {
    const Problem *problem = ground->problem;
    for (BookingId id = 0; id < problem->n_bookings; id++) {
        left[id] = problem->bookings[id].boxes;
    }
    for (int i = 0; i < problem->kase->commitments.n_earlier_itineraries; i++) {
        const ItineraryPromise *promise = &problem->itinerary_promises[i];
        const Ride *rides = &problem->promise_rides[promise->first_ride];
        int more =
            promise->n_rides > 0 ? problem->kase->commitments.earlier_itineraries[i].boxes : 0;
        BookingId id = more > 0 ? commitment_first_tier(problem, promise->demand) : 0;
        for (; more > 0 && id < problem->n_bookings &&
               problem->bookings[id].demand == promise->demand;
             id++) {
            PathPlace place; /* in the pool from the start: nothing is added */
            if (!paths_add(ground->paths, id, rides, promise->n_rides, &place)) {
                return false;
            }
            boxes[place.id] = more < left[id] ? more : left[id];
            left[id] -= boxes[place.id];
            more -= boxes[place.id];
        }
    }
    return true;
}

Outcome earlier_plan_offer(const Ground *ground, Incumbent *incumbent) {
    const Problem *problem = ground->problem;
    if (!problem->kase->commitments.given) {
        return OUTCOME_DONE;
    }
    bool *runs = calloc((size_t)problem->n_trains + 1, sizeof *runs);
    int *left = calloc((size_t)problem->n_bookings + 1, sizeof *left);
    int *boxes = calloc((size_t)ground->paths->count + 1, sizeof *boxes);
    Outcome status = OUTCOME_NO_MEMORY;
    if (runs != NULL && left != NULL && boxes != NULL) {
        earlier_trains(problem, runs);
        status = earlier_boxes(ground, left, boxes)
                     ? whole_plan_offer(ground, runs, boxes, incumbent)
                     : OUTCOME_NO_MEMORY;
    }
    free(runs);
    free(left);
    free(boxes);
    return status;
}

static Outcome round_on_trains(Master *master, const RoundOptions *options, Incumbent *incumbent) {
    MasterResult result;
    double bound, cutoff = incumbent_cutoff(incumbent, options->gap);
    Outcome status = master_solve(master, cutoff, LEAD_SOLVED, &result);
    if (status != OUTCOME_DONE) {
        return status == OUTCOME_INFEASIBLE || status == OUTCOME_CUT_OFF ? OUTCOME_DONE : status;
    }
    return round_boxes(master, &result, options, incumbent, &bound);
}

Outcome trains_round(Master *master, const bool *runs, const RoundOptions *options,
                     Incumbent *incumbent) {
    const int n_trains = master_ground(master)->problem->n_trains;
    for (TrainId id = 0; id < n_trains; id++) {
        master_bound_train(master, id, runs[id], runs[id]);
    }
    Outcome status = round_on_trains(master, options, incumbent);
    for (TrainId id = 0; id < n_trains; id++) {
        double lower, upper;
        master_root_bounds(master, id, &lower, &upper);
        master_bound_train(master, id, lower, upper);
    }
    return status;
}

Outcome earlier_plan_round(Master *master, const RoundOptions *options, Incumbent *incumbent) {
    const Problem *problem = master_ground(master)->problem;
    if (!problem->kase->commitments.given) {
        return OUTCOME_DONE;
    }
    bool *runs = calloc((size_t)problem->n_trains + 1, sizeof *runs);
    if (runs == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    earlier_trains(problem, runs);
    Outcome status = trains_round(master, runs, options, incumbent);
    free(runs);
    return status;
}
