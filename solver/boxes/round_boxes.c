/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the boxes of the last solution whole, as exactly as asked. */
#include "solver/boxes/round_boxes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/whole_number.h"
#include "solver/boxes/improve_boxes.h"
#include "solver/master/enumerate.h"
#include "solver/master/master_view.h"
#include "solver/tolerances.h"

/** Paths that rounding looks at, and that the backend's own search is given: with more it takes
 * longer than it is worth. */
enum { ROUND_PATHS_MAX = 20000, SEARCH_PATHS_MAX = 1500 };

/** Itineraries generated for an exact answer at most; with more the LP's bound stays. */
enum { EXACT_PATHS_MAX = 4000 };

/** LPs of the search for a first plan on these trains: over the itineraries at hand, and over all.
 */
enum { FIRST_BOXES_LPS = 300, SEEK_LPS = 600 };

/** What one call works with. */
typedef struct {
    Rounding rounding;
    const MasterResult *result;
    const RoundOptions *options;
    Incumbent *incumbent;
} Work;

/** A search that found nothing is no failure. */
static Outcome found_or_not(Outcome status) {
    return outcome_failed(status) ? status : OUTCOME_DONE;
}

/** Rounds the master's own solution down and fills up. */
static Outcome round_master(Work *work) {
    const Master *master = work->rounding.master;
    int count = work->rounding.ground->paths->count;
    double *wanted = calloc((size_t)count + 1, sizeof *wanted);
    bool ok = wanted != NULL;
    for (PathId id = 0; id < count && ok; id++) {
        wanted[id] = master_path(master, id);
    }
    ok = ok && rounding_fill(&work->rounding, wanted);
    free(wanted);
    return ok ? rounding_offer(&work->rounding, work->incumbent) : OUTCOME_NO_MEMORY;
}

/** The best of the boxes tried on the same trains. */
typedef struct {
    int *boxes; /**< per PathId */
    bool found;
    double objective;
} Best;

/** Offers the plan under work, and keeps its boxes where it is the best so far; false where memory
 * is out. */
static bool keep_better(Work *work, Best *best) {
    Rounding *rounding = &work->rounding;
    double own;
    Outcome status = rounding_objective(rounding, &own);
    if (status != OUTCOME_DONE) {
        return status == OUTCOME_INFEASIBLE;
    }
    if (!best->found || own > best->objective) {
        best->found = true;
        best->objective = own;
        memcpy(best->boxes, rounding->boxes,
               (size_t)rounding->ground->paths->count * sizeof *best->boxes);
    }
    OfferedPlan offered = {rounding->runs, rounding->boxes, rounding->whole.sets, own};
    return incumbent_offer(work->incumbent, rounding->ground, &offered);
}

/** Takes the integer master's solution over, as it is or filled up (filling finds room that the
 * paths left, but may pick classes or balances wrongly), or leaves what was there: the best of the
 * three. */
static bool take_integer(Work *work, const IntegerMaster *integer) {
    Rounding *rounding = &work->rounding;
    size_t count = (size_t)rounding->ground->paths->count;
    double *wanted = calloc(count + 1, sizeof *wanted);
    Best best = {.boxes = calloc(count + 1, sizeof *best.boxes)};
    bool ok = wanted != NULL && best.boxes != NULL && keep_better(work, &best);
    if (ok) {
        memset(rounding->boxes, 0, count * sizeof(int));
        for (int i = 0; i < integer->n_paths; i++) {
            double boxes = round(integer->primal[integer->first_path + i]);
            wanted[integer->paths[i]] = boxes;
            rounding->boxes[integer->paths[i]] = whole_number(boxes);
        }
        ok =
            keep_better(work, &best) && rounding_fill(rounding, wanted) && keep_better(work, &best);
    }
    if (ok) {
        memcpy(rounding->boxes, best.boxes, count * sizeof *best.boxes);
    }
    free(wanted);
    free(best.boxes);
    return ok;
}

/** Objective at which the leaf need not be worked on any more. */
static double target_of(const Work *work) {
    return work->result->bound - gap_amount(work->options->gap, work->result->bound);
}

/** Makes the LP's boxes whole. Before there is a plan, the engine's own search: it soon proves that
 * there are none, as is often so where trains must be full.
 *  @return OUTCOME_DONE where `integer` has a solution */
static Outcome round_integer(Work *work, IntegerMaster *integer) {
    double bound;
    return work->incumbent->found
               ? integer_master_round(&work->rounding, integer)
               : integer_master_seek(&work->rounding, integer, FIRST_GAP, FIRST_BOXES_LPS, &bound);
}

/** The LP over these trains rounded to whole boxes, then repacking while the LP leaves hope of a
 * better plan. */
static Outcome make_whole(Work *work) {
    IntegerMaster integer;
    Outcome status = OUTCOME_NO_MEMORY;
    if (integer_master_build(&work->rounding, -HUGE_VAL, ROUND_PATHS_MAX, &integer)) {
        Outcome dived = round_integer(work, &integer);
        status = found_or_not(dived);
        if (dived == OUTCOME_DONE) {
            status = take_integer(work, &integer) ? improve_boxes(&work->rounding, &integer,
                                                                  target_of(work), work->incumbent)
                                                  : OUTCOME_NO_MEMORY;
        }
    }
    integer_master_clear(&integer);
    return status;
}

/** What the running trains add to the objective, and the constant. */
static double fixed_part(const Rounding *rounding) {
    const LpModel *lp = &rounding->ground->formulation->lp;
    double sum = lp->constant;
    for (TrainId id = 0; id < rounding->ground->problem->n_trains; id++) {
        sum += rounding->runs[id] ? lp->columns[id].objective : 0;
    }
    return sum;
}

/** Searches over the paths that a better plan could use.
 *  @param bound  receives a bound on plans that use only such paths; +∞ where none is known */
static Outcome search_boxes(Work *work, double *bound) {
    double value = work->result->value, fixed = fixed_part(&work->rounding);
    IntegerMaster integer;
    Outcome status = OUTCOME_NO_MEMORY;
    *bound = HUGE_VAL;
    double slack = incumbent_slack(work->incumbent, work->result->last_bound);
    if (integer_master_build(&work->rounding, -slack, SEARCH_PATHS_MAX, &integer)) {
        IntegerOptions options = {.relative_gap =
                                      gap_of_part(work->options->gap, value, value - fixed),
                                  .node_limit = work->options->node_limit,
                                  .time_limit_s = clock_left(work->rounding.ground->clock),
                                  .stop = work->rounding.ground->clock->stop,
                                  .cutoff = -HUGE_VAL};
        double proven;
        Outcome searched =
            work->incumbent->found
                ? integer_master_search(work->rounding.ground->backend->integer, &integer, &options,
                                        &proven)
                : integer_master_seek(&work->rounding, &integer, NEAR_GAP, SEEK_LPS, &proven);
        status = found_or_not(searched);
        if (integer.complete) {
            *bound = proven + fixed;
        }
        if (searched == OUTCOME_DONE && !take_integer(work, &integer)) {
            status = OUTCOME_NO_MEMORY;
        }
    }
    integer_master_clear(&integer);
    return status;
}

/* ---- exactness ---- */

/** Generates every itinerary a better plan could use and searches over all of them. */
static Outcome round_exactly(Work *work, double *bound) {
    Master *master = work->rounding.master;
    Paths *paths = work->rounding.ground->paths;
    int most = paths->count + EXACT_PATHS_MAX;
    double slack = incumbent_slack(work->incumbent, work->result->last_bound);
    Outcome all = enumerate_paths(master, work->rounding.runs, slack, most, paths);
    if (all != OUTCOME_DONE) {
        return found_or_not(all);
    }
    rounding_clear(&work->rounding);
    double proven = HUGE_VAL;
    Outcome status = rounding_init(&work->rounding, master);
    if (status == OUTCOME_DONE) {
        status = search_boxes(work, &proven);
    }
    *bound = fmin(*bound, fmax(proven, incumbent_sought(work->incumbent)));
    return status;
}

static bool good_enough(const Work *work) {
    return work->result->bound <= incumbent_cutoff(work->incumbent, work->options->gap);
}

Outcome round_boxes(Master *master, const MasterResult *result, const RoundOptions *options,
                    Incumbent *incumbent, double *bound) {
    Work work = {.result = result, .options = options, .incumbent = incumbent};
    *bound = result->bound;
    Outcome status = rounding_init(&work.rounding, master);
    if (status == OUTCOME_DONE) {
        status = round_master(&work);
    }
    if (status == OUTCOME_DONE && !good_enough(&work)) {
        status = make_whole(&work);
    }
    if (status == OUTCOME_DONE && options->exact && !good_enough(&work)) {
        status = round_exactly(&work, bound);
    }
    rounding_clear(&work.rounding);
    return status;
}

Outcome round_boxes_quickly(Master *master, Incumbent *incumbent) {
    Work work = {.incumbent = incumbent};
    Outcome status = rounding_init(&work.rounding, master);
    if (status == OUTCOME_DONE) {
        status = round_master(&work);
    }
    rounding_clear(&work.rounding);
    return status;
}
