/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solver/stages/stage.h"

#include <math.h>
#include <stdlib.h>

#include "model/formulation_build.h"
#include "solver/boxes/round_boxes.h"
#include "solver/plans/whole_plan.h"
#include "solver/pricing/ascent.h"
#include "solver/search/earlier_plan.h"
#include "solver/shadow_prices.h"

/** The relaxation is stated where bound and value meet so closely. */
static const double RELAXATION_TOLERANCE = 1e-9;

/** Nodes of the integer master's own search on the earlier plan's trains. */
enum { EARLIER_NODES = 200 };

static void report(void *user) {
    const Stage *stage = user;
    const SolveOptions *options = stage->context->options;
    if (options->progress == NULL) {
        return;
    }
    double bound = isfinite(stage->tree.bound) ? stage->tree.bound : (double)NAN;
    Progress progress = {.phase = stage->phase,
                         .rounds = stage->master->rounds,
                         .columns = stage->master->paths.count,
                         .nodes = stage->tree.nodes,
                         .bound = bound,
                         .objective =
                             stage->incumbent.found ? stage->incumbent.objective : (double)NAN,
                         .seconds = clock_seconds(stage->context->clock)};
    options->progress(&progress, options->user);
}

/** Adds a pool of itineraries; to a master without any, under their numbers there. False where
 * memory is out. */
static bool take_paths(Master *master, const Paths *paths) {
    for (PathId id = 0; id < paths->count; id++) {
        if (!master_add_path(master, paths->items[id].booking, paths_rides(paths, id),
                             paths->items[id].n_rides, NULL)) {
            return false;
        }
    }
    return true;
}

/** A master that starts from the ascent's prices and itineraries, where an ascent pays. */
static Outcome first_master(Stage *stage) {
    const StageContext *context = stage->context;
    Ascent ascent = {0};
    Outcome status = outcome_of_memory(!ascent_worthwhile(context->problem) ||
                                       ascent_run(stage->formulation, context->clock, &ascent));
    if (status == OUTCOME_DONE) {
        status = master_new(stage->formulation, context->backend, context->clock, ascent.price,
                            &stage->master);
    }
    if (status == OUTCOME_DONE) {
        status = outcome_of_memory(take_paths(stage->master, &ascent.paths));
    }
    ascent_clear(&ascent);
    return status;
}

/** A master that starts from what an earlier stage has found. */
static Outcome next_master(Stage *stage, const Stage *before) {
    const StageContext *context = stage->context;
    Outcome status =
        master_new(stage->formulation, context->backend, context->clock, NULL, &stage->master);
    return status == OUTCOME_DONE
               ? outcome_of_memory(take_paths(stage->master, &before->master->paths))
               : status;
}

/** Offers the plan of an earlier stage. */
static Outcome take_plan(Stage *stage, const Incumbent *earlier) {
    if (!earlier->found) {
        return OUTCOME_DONE;
    }
    int *boxes = calloc((size_t)stage->master->paths.count + 1, sizeof *boxes);
    if (boxes == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    for (int i = 0; i < earlier->n_paths; i++) {
        boxes[earlier->paths[i]] = earlier->boxes[i];
    }
    Outcome status = whole_plan_offer(stage->master, earlier->runs, boxes, &stage->incumbent);
    free(boxes);
    return status;
}

/** The plan that runs just the fixed trains, empty: better than none where the clock runs out
 * early. */
static Outcome offer_empty_plan(Stage *stage) {
    const Problem *problem = stage->context->problem;
    bool *runs = calloc((size_t)problem->n_trains + 1, sizeof *runs);
    int *boxes = calloc((size_t)stage->master->paths.count + 1, sizeof *boxes);
    bool ok = runs != NULL && boxes != NULL;
    for (TrainId id = 0; id < problem->n_trains && ok; id++) {
        runs[id] = problem->trains[id].fixed;
    }
    Outcome status =
        ok ? whole_plan_offer(stage->master, runs, boxes, &stage->incumbent) : OUTCOME_NO_MEMORY;
    free(runs);
    free(boxes);
    return status;
}

/** The plans that the search starts from. That the LP solver fails on one leaves nothing out. */
static Outcome offer_first_plans(Stage *stage, const Stage *before) {
    if (stage->context->options->relax) {
        return OUTCOME_DONE;
    }
    Outcome status =
        before != NULL ? take_plan(stage, &before->incumbent) : offer_empty_plan(stage);
    if (before == NULL && status != OUTCOME_NO_MEMORY) {
        status = earlier_plan_offer(stage->master, &stage->incumbent);
    }
    return status == OUTCOME_SOLVER_FAILED ? OUTCOME_DONE : status;
}

Outcome stage_init(Stage *stage, const StageContext *context, const Aim *aim, const Stage *before) {
    *stage = (Stage){.context = context, .phase = "relaxation"};
    stage->tree.bound = HUGE_VAL;
    stage->formulation = formulation_new(context->problem, aim);
    if (stage->formulation == NULL || !incumbent_init(&stage->incumbent, context->problem)) {
        return OUTCOME_NO_MEMORY;
    }
    Outcome status = before == NULL ? first_master(stage) : next_master(stage, before);
    if (status != OUTCOME_DONE) {
        return status;
    }
    stage->master->on_round = report;
    stage->master->user = stage;
    return offer_first_plans(stage, before);
}

void stage_clear(Stage *stage) {
    master_free(stage->master);
    formulation_free(stage->formulation);
    incumbent_clear(&stage->incumbent);
    free(stage->run_prices);
    *stage = (Stage){0};
}

Outcome stage_relax(Stage *stage) {
    double promised = master_promised_bound(stage->master);
    Outcome status = master_solve(stage->master, -HUGE_VAL, RELAXATION_TOLERANCE, &stage->root);
    if (status == OUTCOME_STOPPED) {
        stage->root.bound = fmin(stage->root.bound, promised);
    }
    stage->tree.bound = stage->root.bound;
    stage->relaxed = status == OUTCOME_DONE;
    if (stage->relaxed) {
        stage->run_prices = shadow_prices_of_runs(stage->master);
        status = outcome_of_memory(stage->run_prices != NULL);
    }
    return status;
}

Outcome stage_search(Stage *stage, const Effort *effort) {
    TreeOptions options = {
        .gap = effort->gap, .node_limit = effort->node_limit, .on_node = report, .user = stage};
    Outcome status = OUTCOME_STOPPED;
    stage->incumbent.least = effort->least;
    if (stage->relaxed) {
        stage->phase = "search";
        stage->master->strengthen = true;
        if (!master_tighten(stage->master)) {
            return OUTCOME_NO_MEMORY;
        }
        RoundOptions earlier = {.gap = effort->gap, .node_limit = EARLIER_NODES};
        status = earlier_plan_round(stage->master, &earlier, &stage->incumbent);
        status = status == OUTCOME_SOLVER_FAILED ? OUTCOME_DONE : status; /* nothing is left out */
    }
    if (status == OUTCOME_DONE) {
        status =
            tree_search(stage->master, &stage->root, &options, &stage->incumbent, &stage->tree);
    }
    if (status == OUTCOME_STOPPED && stage->master->paths_solved > 0) {
        Outcome rounded = round_boxes_quickly(stage->master, &stage->incumbent);
        return rounded == OUTCOME_NO_MEMORY ? rounded : status;
    }
    return status;
}
