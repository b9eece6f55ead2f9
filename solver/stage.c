#include "solver/stage.h"

#include <math.h>
#include <stdlib.h>

#include "solver/ascent.h"
#include "solver/earlier_plan.h"
#include "solver/round_boxes.h"
#include "solver/shadow_prices.h"
#include "solver/whole_plan.h"

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

/** Adds a pool of itineraries; to a master without any, under their numbers there. */
static bool take_paths(Master *master, const Paths *paths) {
    for (PathId id = 0; id < paths->count; id++) {
        if (master_add_path(master, paths->items[id].booking, paths_rides(paths, id),
                            paths->items[id].n_rides) == PATHS_NO_MEMORY) {
            return false;
        }
    }
    return true;
}

/** A master that starts from the ascent's prices and itineraries, where an ascent pays. */
static Master *first_master(const Stage *stage) {
    const StageContext *context = stage->context;
    Ascent ascent = {0};
    bool ok = !ascent_worthwhile(context->problem) ||
              ascent_run(stage->formulation, context->clock, &ascent);
    Master *master =
        ok ? master_new(stage->formulation, context->backend, context->clock, ascent.price) : NULL;
    if (master != NULL && !take_paths(master, &ascent.paths)) {
        master_free(master);
        master = NULL;
    }
    ascent_clear(&ascent);
    return master;
}

/** Offers the plan of an earlier stage. */
static bool take_plan(Stage *stage, const Incumbent *earlier) {
    int *boxes = calloc((size_t)stage->master->paths.count + 1, sizeof *boxes);
    bool ok = boxes != NULL;
    for (int i = 0; i < earlier->n_paths && ok; i++) {
        boxes[earlier->paths[i]] = earlier->boxes[i];
    }
    ok = ok && (!earlier->found ||
                whole_plan_offer(stage->master, earlier->runs, boxes, &stage->incumbent));
    free(boxes);
    return ok;
}

/** The plan that runs just the fixed trains, empty: better than none where the clock runs out
 * early. */
static bool offer_empty_plan(Stage *stage) {
    const Problem *problem = stage->context->problem;
    bool *runs = calloc((size_t)problem->n_trains + 1, sizeof *runs);
    int *boxes = calloc((size_t)stage->master->paths.count + 1, sizeof *boxes);
    bool ok = runs != NULL && boxes != NULL;
    for (TrainId id = 0; id < problem->n_trains && ok; id++) {
        runs[id] = problem->trains[id].fixed;
    }
    ok = ok && whole_plan_offer(stage->master, runs, boxes, &stage->incumbent);
    free(runs);
    free(boxes);
    return ok;
}

/** The plans that the search starts from. */
static bool offer_first_plans(Stage *stage, const Stage *before) {
    if (stage->context->options->relax) {
        return true;
    }
    if (before != NULL) {
        return take_plan(stage, &before->incumbent);
    }
    return offer_empty_plan(stage) && earlier_plan_offer(stage->master, &stage->incumbent);
}

bool stage_init(Stage *stage, const StageContext *context, const Aim *aim, const Stage *before) {
    *stage = (Stage){.context = context, .phase = "relaxation"};
    stage->tree.bound = HUGE_VAL;
    stage->formulation = formulation_new(context->problem, aim);
    if (stage->formulation == NULL ||
        !incumbent_init(&stage->incumbent, context->problem->n_trains)) {
        return false;
    }
    stage->master = before == NULL
                        ? first_master(stage)
                        : master_new(stage->formulation, context->backend, context->clock, NULL);
    if (stage->master == NULL) {
        return false;
    }
    stage->master->on_round = report;
    stage->master->user = stage;
    return (before == NULL || take_paths(stage->master, &before->master->paths)) &&
           offer_first_plans(stage, before);
}

void stage_clear(Stage *stage) {
    master_free(stage->master);
    formulation_free(stage->formulation);
    incumbent_clear(&stage->incumbent);
    free(stage->run_prices);
    *stage = (Stage){0};
}

MasterStatus stage_relax(Stage *stage) {
    MasterStatus status =
        master_solve(stage->master, -HUGE_VAL, RELAXATION_TOLERANCE, &stage->root);
    stage->tree.bound = stage->root.bound;
    stage->relaxed = status == MASTER_SOLVED;
    if (stage->relaxed) {
        stage->run_prices = shadow_prices_of_runs(stage->master);
        status = stage->run_prices != NULL ? MASTER_SOLVED : MASTER_NO_MEMORY;
    }
    return status;
}

MasterStatus stage_search(Stage *stage, double gap) {
    TreeOptions options = {.gap = gap, .on_node = report, .user = stage};
    MasterStatus status = MASTER_STOPPED;
    if (stage->relaxed) {
        stage->phase = "search";
        stage->master->strengthen = true;
        if (!master_tighten(stage->master)) {
            return MASTER_NO_MEMORY;
        }
        RoundOptions earlier = {.gap = gap, .node_limit = EARLIER_NODES};
        status = earlier_plan_round(stage->master, &earlier, &stage->incumbent);
    }
    if (status == MASTER_SOLVED) {
        status =
            tree_search(stage->master, &stage->root, &options, &stage->incumbent, &stage->tree);
    }
    if (status == MASTER_STOPPED && stage->master->paths_solved > 0 &&
        !round_boxes_quickly(stage->master, &stage->incumbent)) {
        return MASTER_NO_MEMORY;
    }
    return status;
}
