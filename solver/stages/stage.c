/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stage from what is known before to a plan: master, relaxation, search, rounding. */
#include "solver/stages/stage.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/formulation_build.h"
#include "solver/boxes/round_boxes.h"
#include "solver/master/columns.h"
#include "solver/master/master.h"
#include "solver/master/master_view.h"
#include "solver/master/tighten.h"
#include "solver/plans/whole_plan.h"
#include "solver/pricing/ascent.h"
#include "solver/search/earlier_plan.h"
#include "solver/search/train_search.h"
#include "solver/shadow_prices.h"
#include "solver/stages/warm.h"
#include "solver/tolerances.h"

/** Nodes of the integer master's own search on the earlier plan's trains. */
enum { EARLIER_NODES = 200 };

/** Rounds of pricing after which a relaxation takes long. */
enum { EARLY_ROUNDS = 10 };

static void stage_report(void *user) {
    const Stage *stage = user;
    const SolveOptions *options = stage->context->options;
    if (options->progress == NULL) {
        return;
    }
    double bound = isfinite(stage->tree.bound) ? stage->tree.bound : (double)NAN;
    Progress progress = {.phase = stage->phase,
                         .rounds = master_rounds(stage->master),
                         .columns = master_ground(stage->master)->paths->count,
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

static Outcome make_master(Stage *stage, const double *price) {
    const StageContext *context = stage->context;
    Outcome status =
        master_new(stage->formulation, context->backend, context->clock, price, &stage->master);
    if (status == OUTCOME_DONE) {
        master_watch(stage->master, stage_report, stage);
    }
    return status;
}

/** A master that starts from an earlier solve, or from the ascent's prices and itineraries, where
 * an ascent pays. */
static Outcome first_master(Stage *stage) {
    const StageContext *context = stage->context;
    if (context->options->start != NULL) {
        Outcome warm = warm_master(stage, context->options->start);
        if (warm == OUTCOME_DONE) {
            master_watch(stage->master, stage_report, stage);
        }
        return warm;
    }
    Ascent ascent = {0};
    Outcome status = outcome_of_memory(!ascent_worthwhile(context->problem) ||
                                       ascent_run(stage->formulation, context->clock, &ascent));
    if (status == OUTCOME_DONE) {
        status = make_master(stage, ascent.price);
    }
    if (status == OUTCOME_DONE) {
        status = outcome_of_memory(take_paths(stage->master, &ascent.paths));
    }
    ascent_clear(&ascent);
    return status;
}

/** A master that starts from what an earlier stage has found. */
static Outcome next_master(Stage *stage, const Stage *before) {
    Outcome status = make_master(stage, NULL);
    return status == OUTCOME_DONE
               ? outcome_of_memory(take_paths(stage->master, master_ground(before->master)->paths))
               : status;
}

/** Offers the plan of an earlier stage. */
static Outcome take_plan(Stage *stage, const Incumbent *earlier) {
    if (!earlier->found) {
        return OUTCOME_DONE;
    }
    int *boxes = calloc((size_t)master_ground(stage->master)->paths->count + 1, sizeof *boxes);
    if (boxes == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    for (int i = 0; i < earlier->n_paths; i++) {
        boxes[earlier->paths[i]] = earlier->boxes[i];
    }
    Outcome status =
        whole_plan_offer(master_ground(stage->master), earlier->runs, boxes, &stage->incumbent);
    free(boxes);
    return status;
}

/** The plan that runs just the fixed trains, empty: better than none where the clock runs out
 * early. */
static Outcome offer_empty_plan(Stage *stage) {
    const Problem *problem = stage->context->problem;
    bool *runs = calloc((size_t)problem->n_trains + 1, sizeof *runs);
    int *boxes = calloc((size_t)master_ground(stage->master)->paths->count + 1, sizeof *boxes);
    bool ok = runs != NULL && boxes != NULL;
    for (TrainId id = 0; id < problem->n_trains && ok; id++) {
        runs[id] = problem->trains[id].fixed;
    }
    Outcome status =
        ok ? whole_plan_offer(master_ground(stage->master), runs, boxes, &stage->incumbent)
           : OUTCOME_NO_MEMORY;
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
        status = earlier_plan_offer(master_ground(stage->master), &stage->incumbent);
    }
    if (before == NULL && status != OUTCOME_NO_MEMORY) {
        status = warm_offer(stage);
    }
    return status == OUTCOME_SOLVER_FAILED ? OUTCOME_DONE : status;
}

/** All of a stage but its master. */
static Outcome stage_begin(Stage *stage, const StageContext *context, Formulation *formulation) {
    *stage = (Stage){.context = context, .formulation = formulation, .phase = PHASE_RELAXATION};
    stage->tree.bound = HUGE_VAL;
    return outcome_of_memory(formulation != NULL &&
                             incumbent_init(&stage->incumbent, context->problem));
}

Outcome stage_open(Stage *stage, const StageContext *context, Formulation *formulation) {
    Outcome status = stage_begin(stage, context, formulation);
    return status == OUTCOME_DONE ? make_master(stage, NULL) : status;
}

Outcome stage_init(Stage *stage, const StageContext *context, const Aim *aim, const Stage *before) {
    Outcome status = stage_begin(stage, context, formulation_new(context->problem, aim));
    if (status == OUTCOME_DONE) {
        status = before == NULL ? first_master(stage) : next_master(stage, before);
    }
    return status == OUTCOME_DONE ? offer_first_plans(stage, before) : status;
}

void stage_move(Stage *stage, const Stage *from) {
    *stage = *from;
    master_watch(stage->master, stage_report, stage);
}

void stage_clear(Stage *stage) {
    master_free(stage->master);
    formulation_free(stage->formulation);
    incumbent_clear(&stage->incumbent);
    start_places_clear(&stage->places);
    basis_clear(&stage->relaxed_basis);
    free(stage->run_prices);
    free(stage->root_prices.row);
    free(stage->root_prices.column);
    *stage = (Stage){0};
}

Outcome stage_relax_alone(Stage *stage) {
    Outcome status = master_solve(stage->master, -HUGE_VAL, RELAXATION_SOLVED, &stage->root);
    stage->tree.bound = stage->root.bound;
    stage->relaxed = status == OUTCOME_DONE;
    return status;
}

/** True where there is a choice of trains, and boxes are to be found for it. */
static bool has_choice(const Stage *stage) {
    const Problem *problem = stage->context->problem;
    for (TrainId id = 0; id < problem->n_trains; id++) {
        if (!problem->trains[id].fixed) {
            return !stage->context->options->relax;
        }
    }
    return false;
}

/** Looks for a first plan on a relaxation that takes long, before it is solved. That the LP solver
 * fails on it leaves nothing out. */
static Outcome search_early(Stage *stage) {
    MasterResult result;
    TrainSearchResult searched;
    bool finished = true;
    Outcome status = has_choice(stage)
                         ? master_solve_briefly(stage->master, EARLY_ROUNDS, &result, &finished)
                         : OUTCOME_DONE;
    stage->slow = !finished;
    if (status == OUTCOME_DONE && !finished) {
        Gap gap = gap_searched(stage->context->options->gap);
        status = train_search_support(stage->master, gap, &stage->incumbent, &searched);
    }
    return status == OUTCOME_NO_MEMORY ? status : OUTCOME_DONE;
}

static double *copied(const double *values, int count) {
    double *copy = calloc((size_t)count + 1, sizeof *copy);
    if (copy != NULL) {
        memcpy(copy, values, (size_t)count * sizeof *copy);
    }
    return copy;
}

/** Copies the prices of the master that has just been solved. */
static bool keep_root_prices(Stage *stage) {
    const LpModel *lp = &stage->formulation->lp;
    stage->root_prices = (RootPrices){copied(master_duals(stage->master), lp->n_rows),
                                      copied(master_reduced_costs(stage->master), lp->n_columns)};
    return stage->root_prices.row != NULL && stage->root_prices.column != NULL;
}

static bool wants_root_prices(const Stage *stage) {
    const SolveOptions *options = stage->context->options;
    return options->hardest != NULL || options->keep != NULL;
}

/** What is asked of the relaxation later on, when the search has changed the master. */
static Outcome keep_prices(Stage *stage) {
    stage->run_prices = shadow_prices_of_runs(stage->master);
    return outcome_of_memory(stage->run_prices != NULL &&
                             (!wants_root_prices(stage) || keep_root_prices(stage)));
}

Outcome stage_relax(Stage *stage) {
    double promised = master_promised_bound(stage->master);
    Outcome status = stage->warm ? OUTCOME_DONE : search_early(stage);
    if (status == OUTCOME_DONE) {
        status = stage_relax_alone(stage);
    }
    if (status == OUTCOME_STOPPED) {
        stage->root.bound = fmin(stage->root.bound, promised);
        stage->tree.bound = stage->root.bound;
    }
    if (stage->relaxed) {
        status = keep_prices(stage);
    }
    if (stage->relaxed && status == OUTCOME_DONE) {
        status = warm_keep_relaxation(stage);
    }
    return status;
}

/** From the relaxation to what the search bounds plans by. */
static Outcome sharpen(Stage *stage, const Effort *effort) {
    stage->incumbent.least = effort->least;
    stage->phase = PHASE_SEARCH;
    master_strengthen(stage->master);
    master_keep_parts(stage->master);
    Outcome status = outcome_of_memory(master_tighten(stage->master));
    return status == OUTCOME_DONE ? warm_links(stage) : status;
}

/** Where there are several goals the tree of none is one of plans of the margin. */
static bool keeps_tree(const Stage *stage) {
    return stage_margin_alone(stage) && stage->context->problem->kase->n_goals <= 1;
}

static Outcome search_tree(Stage *stage, const Effort *effort) {
    const SolveOptions *asked = stage->context->options;
    TreeOptions options = {.gap = effort->gap,
                           .start = stage->warm ? &stage->places : NULL,
                           .planned = warm_planned(stage),
                           .keep = keeps_tree(stage) ? asked->keep : NULL,
                           .node_limit = effort->node_limit,
                           .trains_first = stage->slow,
                           .on_node = stage_report,
                           .user = stage};
    return tree_search(stage->master, &stage->root, &options, &stage->incumbent, &stage->tree);
}

Outcome stage_branch(Stage *stage, const Effort *effort) {
    Outcome status = sharpen(stage, effort);
    return status == OUTCOME_DONE ? search_tree(stage, effort) : status;
}

/** On the trains of an earlier plan, then by the tree. */
static Outcome search_on(Stage *stage, const Effort *effort) {
    Outcome status = sharpen(stage, effort);
    if (status == OUTCOME_DONE) {
        RoundOptions earlier = {.gap = effort->gap, .node_limit = EARLIER_NODES};
        status = earlier_plan_round(stage->master, &earlier, &stage->incumbent);
        if (status == OUTCOME_DONE) {
            status = warm_round(stage, effort->gap);
        }
        status = status == OUTCOME_SOLVER_FAILED ? OUTCOME_DONE : status; /* nothing is left out */
    }
    return status == OUTCOME_DONE ? search_tree(stage, effort) : status;
}

Outcome stage_search(Stage *stage, const Effort *effort) {
    stage->incumbent.least = effort->least;
    Outcome status = stage->relaxed ? search_on(stage, effort) : OUTCOME_STOPPED;
    if (status == OUTCOME_STOPPED && master_solved(stage->master)) {
        Outcome rounded = round_boxes_quickly(stage->master, &stage->incumbent);
        return rounded == OUTCOME_NO_MEMORY ? rounded : status;
    }
    return status;
}
