/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a start holds is put where the stage would come to it by itself. */
#include "solver/stages/warm.h"

#include <math.h>
#include <stdlib.h>

#include "base/grow.h"
#include "solver/master/branch_bounds.h"
#include "solver/master/columns.h"
#include "solver/master/master.h"
#include "solver/master/master_view.h"
#include "solver/plans/whole_plan.h"
#include "solver/search/earlier_plan.h"
#include "solver/tolerances.h"

/** Nodes of the integer master's own search on the start's trains. */
enum { WARM_NODES = 200 };

/** True where rows and columns are those that the start speaks of. */
static bool start_fits(const Stage *stage, const Start *start) {
    const LpModel *lp = &stage->formulation->lp;
    return stage_margin_alone(stage) && start->n_rows == lp->n_rows &&
           start->n_columns == lp->n_columns && start->n_sets == master_sets(stage->master)->count;
}

Outcome warm_master(Stage *stage, const Start *start) {
    const StageContext *context = stage->context;
    const bool priced = stage_margin_alone(stage) && start->n_rows == stage->formulation->lp.n_rows;
    Outcome status = master_new(stage->formulation, context->backend, context->clock,
                                priced ? start->price : NULL, &stage->master);
    stage->warm = status == OUTCOME_DONE && start_fits(stage, start);
    if (stage->warm) {
        status = start_rows_add(start, stage->master);
    }
    if (status == OUTCOME_DONE) {
        status = start_places_init(&stage->places, start, stage->master);
    }
    if (status == OUTCOME_DONE && stage->warm && start->relaxed != NULL) {
        Basis basis = {0};
        status = outcome_of_memory(
            start_basis_make(&stage->places, stage->master, start->relaxed, &basis));
        if (status == OUTCOME_DONE) {
            master_set_basis(stage->master, &basis);
        }
        basis_clear(&basis);
    }
    return status;
}

/* ---- the start's plan ---- */

/** The start's trains, with those that run in every plan. */
static bool *start_runs(const Stage *stage) {
    const Problem *problem = stage->context->problem;
    bool *runs = calloc((size_t)problem->n_trains + 1, sizeof *runs);
    for (TrainId id = 0; id < problem->n_trains && runs != NULL; id++) {
        double lower, upper;
        master_root_bounds(stage->master, id, &lower, &upper);
        runs[id] = lower > 0.5 || (upper > 0.5 && stage->places.start->runs[id]);
    }
    return runs;
}

/** The start's boxes, per path, as many as are booked now. */
static int *start_boxes(const Stage *stage) {
    const Problem *problem = stage->context->problem;
    const Start *start = stage->places.start;
    int *boxes = calloc((size_t)master_ground(stage->master)->paths->count + 1, sizeof *boxes);
    int *left = calloc((size_t)problem->n_flows + 1, sizeof *left);
    bool ok = boxes != NULL && left != NULL;
    for (BookingId id = 0; id < problem->n_flows && ok; id++) {
        left[id] = problem->bookings[id].boxes;
    }
    for (int i = 0; i < start->n_paths && ok; i++) {
        const StartPath *path = &start->paths[i];
        const int taken = path->boxes < left[path->booking] ? path->boxes : left[path->booking];
        boxes[stage->places.path[i]] += taken;
        left[path->booking] -= taken;
    }
    free(left);
    if (!ok) {
        free(boxes);
        boxes = NULL;
    }
    return boxes;
}

Outcome warm_offer(Stage *stage) {
    if (stage->places.start == NULL || stage->places.start->runs == NULL) {
        return OUTCOME_DONE;
    }
    bool *runs = start_runs(stage);
    int *boxes = start_boxes(stage);
    Outcome status =
        runs != NULL && boxes != NULL
            ? whole_plan_offer(master_ground(stage->master), runs, boxes, &stage->incumbent)
            : OUTCOME_NO_MEMORY;
    free(runs);
    free(boxes);
    return status;
}

Outcome warm_links(Stage *stage) {
    return stage->warm ? start_places_link(&stage->places, stage->master) : OUTCOME_DONE;
}

/** True where the plan at hand is the start's, worth what it was. */
static bool plan_stands(const Stage *stage) {
    const double before = stage->places.start->objective;
    return stage->incumbent.found &&
           fabs(stage->incumbent.objective - before) <= OPTIMAL_GAP * fmax(1, fabs(before));
}

Outcome warm_round(Stage *stage, Gap gap) {
    if (stage->places.start == NULL || stage->places.start->runs == NULL || plan_stands(stage)) {
        return OUTCOME_DONE;
    }
    bool *runs = start_runs(stage);
    const RoundOptions options = {.gap = gap, .node_limit = WARM_NODES};
    Outcome status = runs == NULL ? OUTCOME_NO_MEMORY
                                  : trains_round(stage->master, runs, &options, &stage->incumbent);
    free(runs);
    return status;
}

bool warm_planned(const Stage *stage) {
    const Start *start = stage->places.start;
    return start != NULL && start->runs != NULL && stage->incumbent.found;
}

/* ---- what is left for another ---- */

Outcome warm_keep_relaxation(Stage *stage) {
    if (stage->context->options->keep == NULL || !stage_margin_alone(stage)) {
        return OUTCOME_DONE;
    }
    return outcome_of_memory(master_get_basis(stage->master, &stage->relaxed_basis));
}

/** Notes the plan at hand. */
static bool keep_plan(const Stage *stage, Start *keep) {
    const Incumbent *incumbent = &stage->incumbent;
    const size_t n_trains = (size_t)stage->context->problem->n_trains;
    keep->objective = NAN;
    if (!incumbent->found) {
        return true;
    }
    keep->runs = calloc(n_trains + 1, sizeof *keep->runs);
    if (keep->runs == NULL) {
        return false;
    }
    copy_items(keep->runs, incumbent->runs, n_trains * sizeof *keep->runs);
    for (int i = 0; i < incumbent->n_paths; i++) {
        keep->paths[incumbent->paths[i]].boxes = incumbent->boxes[i];
    }
    keep->objective = incumbent->objective;
    return true;
}

/** Notes the prices and the basis of the relaxation. */
static bool keep_relaxation(const Stage *stage, Start *keep) {
    if (stage->relaxed_basis.rows == NULL || stage->root_prices.row == NULL) {
        return true;
    }
    keep->relaxed = start_note_basis(keep, stage->master, &stage->relaxed_basis);
    keep->price = calloc((size_t)keep->n_rows + 1, sizeof *keep->price);
    if (keep->relaxed == NULL || keep->price == NULL) {
        return false;
    }
    copy_items(keep->price, stage->root_prices.row, (size_t)keep->n_rows * sizeof *keep->price);
    return true;
}

Outcome warm_keep(const Stage *stage) {
    Start *keep = stage->context->options->keep;
    if (keep == NULL) {
        return OUTCOME_DONE;
    }
    const bool noted = keep->paths != NULL || start_note_master(keep, stage->master);
    return outcome_of_memory(noted && keep_plan(stage, keep) && keep_relaxation(stage, keep));
}
