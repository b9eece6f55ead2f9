/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a problem to a plan: the goals pursued, and what came of them written down and priced. */
#include "solver/solve_plan.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/books/kpi.h"
#include "model/formulation_build.h"
#include "solver/conflict/hardest.h"
#include "solver/lp/backends.h"
#include "solver/master/branch_bounds.h"
#include "solver/master/columns.h"
#include "solver/master/master.h"
#include "solver/master/master_view.h"
#include "solver/shadow_prices.h"
#include "solver/stages/goals.h"
#include "solver/stages/verdict.h"
#include "solver/stages/warm.h"
#include "solver/tolerances.h"

/** One solve's working set. */
typedef struct {
    StageContext context;
    Clock clock;
    Pursuit pursuit;
    Plan *plan;
} Solving;

/** The last goal's value, recomputed from the plan's decisions. */
static bool state_objective(Solving *solving) {
    Plan *plan = solving->plan;
    KpiInput input = plan_decisions(plan);
    Kpi *kpi = kpi_compute(solving->context.problem, &input);
    if (kpi == NULL) {
        return false;
    }
    plan->objective = kpi_goal(kpi, solving->context.problem, plan->goals[plan->n_goals - 1].kind);
    kpi_free(kpi);
    return true;
}

/** Copies the incumbent to the plan: allocations by booking, then in order of generation. */
static bool write_incumbent(Solving *solving) {
    const Incumbent *incumbent = &solving->pursuit.stage.incumbent;
    const Paths *paths = master_ground(solving->pursuit.stage.master)->paths;
    Plan *plan = solving->plan;
    size_t n_trains = (size_t)solving->context.problem->n_trains;
    plan->runs = calloc(n_trains + 1, sizeof *plan->runs);
    plan->allocations = calloc((size_t)incumbent->n_paths + 1, sizeof *plan->allocations);
    plan->rides = calloc((size_t)paths->n_rides + 1, sizeof *plan->rides);
    size_t n_repositions = (size_t)problem_n_repositions(solving->context.problem);
    plan->repositions = calloc(n_repositions + 1, sizeof *plan->repositions);
    if (plan->runs == NULL || plan->allocations == NULL || plan->rides == NULL ||
        plan->repositions == NULL) {
        return false;
    }
    memcpy(plan->runs, incumbent->runs, n_trains * sizeof *plan->runs);
    memcpy(plan->repositions, incumbent->repositions, n_repositions * sizeof *plan->repositions);
    for (int i = 0; i < incumbent->n_paths; i++) {
        const Path *path = &paths->items[incumbent->paths[i]];
        plan->allocations[plan->n_allocations++] = (Allocation){.booking = path->booking,
                                                                .boxes = incumbent->boxes[i],
                                                                .first_ride = plan->n_rides,
                                                                .n_rides = path->n_rides};
        memcpy(&plan->rides[plan->n_rides], paths_rides(paths, incumbent->paths[i]),
               (size_t)path->n_rides * sizeof *plan->rides);
        plan->n_rides += path->n_rides;
    }
    plan_sort(plan);
    return state_objective(solving);
}

/** A master over the margin alone, with the itineraries of the plan. */
static Outcome pricing_master(const Solving *solving, const Formulation *formulation,
                              const Clock *clock, Master **master) {
    const Stage *stage = &solving->pursuit.stage;
    const Paths *paths = master_ground(stage->master)->paths;
    Outcome status = master_new(formulation, solving->context.backend, clock, NULL, master);
    for (int i = 0; i < stage->incumbent.n_paths && status == OUTCOME_DONE; i++) {
        PathId id = stage->incumbent.paths[i];
        status = outcome_of_memory(master_add_path(*master, paths->items[id].booking,
                                                   paths_rides(paths, id), paths->items[id].n_rides,
                                                   NULL));
    }
    return status;
}

/** Solves for prices and reads them off, NULL runs: of the relaxation. */
static Outcome read_prices(const Solving *solving, Master *master, const bool *runs) {
    const Problem *problem = solving->context.problem;
    MasterResult result;
    for (TrainId id = 0; id < problem->n_trains && runs != NULL; id++) {
        master_bound_train(master, id, runs[id] ? 1 : 0, runs[id] ? 1 : 0);
    }
    Outcome status = master_solve(master, -HUGE_VAL, PRICES_SOLVED, &result);
    return status == OUTCOME_DONE ? shadow_prices_read(master, runs, &solving->plan->prices)
                                  : status;
}

/** Prices of slot runs: the stage's own where it was about the margin, else of a relaxation over
 * it.
 *  @param master  over the margin; not looked at in the first case */
static Outcome price_runs(Solving *solving, Master *master) {
    Stage *stage = &solving->pursuit.stage;
    Prices *prices = &solving->plan->prices;
    if (stage_margin_alone(stage)) {
        prices->slot_run = stage->run_prices;
        stage->run_prices = NULL;
        return OUTCOME_DONE;
    }
    for (TrainId id = 0; id < master_ground(master)->problem->n_trains; id++) {
        double lower, upper;
        master_root_bounds(master, id, &lower, &upper);
        master_bound_train(master, id, lower, upper);
    }
    MasterResult result;
    Outcome status = master_solve(master, -HUGE_VAL, PRICES_SOLVED, &result);
    if (status == OUTCOME_DONE) {
        prices->slot_run = shadow_prices_of_runs(master);
        status = outcome_of_memory(prices->slot_run != NULL);
    }
    return status;
}

/** Prices are in money, whatever the goals: of the LP over the margin with the chosen trains fixed,
 * or of the relaxation where that is all there is. */
static Outcome solve_prices(Solving *solving) {
    Clock clock = clock_interrupted(&solving->clock)
                      ? clock_start(PRICES_AFTER_STOP_S, NULL)
                      : clock_start(fmax(clock_left(&solving->clock), PRICES_AFTER_STOP_S),
                                    solving->context.options->stop);
    Formulation *formulation = formulation_new(solving->context.problem, &AIM_MARGIN_OF_PARTS);
    Master *master = NULL;
    Outcome status = formulation == NULL ? OUTCOME_NO_MEMORY
                                         : pricing_master(solving, formulation, &clock, &master);
    if (status == OUTCOME_DONE) {
        status = read_prices(solving, master, solving->plan->runs);
    }
    bool priced = status == OUTCOME_DONE;
    if (priced || (status == OUTCOME_STOPPED && stage_margin_alone(&solving->pursuit.stage))) {
        Outcome runs = price_runs(solving, master);
        status = priced && outcome_failed(runs) ? runs : status;
    }
    master_free(master);
    formulation_free(formulation);
    return status;
}

/** One without prices is still a plan: where there are none, for whatever reason, they are marked
 * as missing. */
static Outcome note_priced(Solving *solving, Outcome priced) {
    Plan *plan = solving->plan;
    plan->priced = priced;
    if (priced == OUTCOME_DONE) {
        return OUTCOME_DONE;
    }
    plan->interrupted = clock_interrupted(&solving->clock);
    plan->timed_out |= priced == OUTCOME_STOPPED;
    return outcome_of_memory(shadow_prices_none(solving->context.problem, &plan->prices));
}

static Outcome price_plan(Solving *solving) {
    return note_priced(solving, solve_prices(solving));
}

static PlanStatus status_of_gap(const Plan *plan, double asked) {
    double open = plan->bound - plan->objective;
    if (open <= gap_amount((Gap){OPTIMAL_GAP, 1}, plan->objective)) {
        return PLAN_OPTIMAL;
    }
    return open <= gap_amount((Gap){asked + OPTIMAL_GAP, 1}, plan->objective) ? PLAN_GAP
                                                                              : PLAN_LIMIT;
}

/** Copies what came of the goals; the last one's numbers are the plan's. */
static bool solving_write_goals(Solving *solving) {
    const Pursuit *pursuit = &solving->pursuit;
    Plan *plan = solving->plan;
    plan->goals = calloc((size_t)pursuit->n_results + 1, sizeof *plan->goals);
    if (plan->goals == NULL || pursuit->n_results == 0) {
        return false;
    }
    plan->n_goals = pursuit->n_results;
    memcpy(plan->goals, pursuit->results, (size_t)plan->n_goals * sizeof *plan->goals);
    plan->bound = plan->goals[plan->n_goals - 1].bound;
    plan->relaxation = plan->goals[plan->n_goals - 1].relaxation;
    return true;
}

/** The relaxation alone: its value, and its prices where it was solved over the margin. */
static Outcome conclude_relaxed(Solving *solving) {
    const Stage *stage = &solving->pursuit.stage;
    Plan *plan = solving->plan;
    plan->status = PLAN_RELAXED;
    if (!stage_margin_alone(stage)) {
        return price_plan(solving);
    }
    Outcome status = price_runs(solving, NULL);
    if (status == OUTCOME_DONE) {
        status = note_priced(solving, shadow_prices_read(stage->master, NULL, &plan->prices));
    }
    return status;
}

/** Hands out the plan in hand.
 *  @param ended  how the search ended */
static Outcome conclude(Solving *solving, Outcome ended) {
    Plan *plan = solving->plan;
    if (!write_incumbent(solving)) {
        return OUTCOME_NO_MEMORY;
    }
    plan->bound = fmax(plan->bound, plan->objective);
    bool reached = plan->n_goals >= solving->context.problem->kase->n_goals;
    bool whole = reached && !solving->pursuit.cut_short && !outcome_failed(ended);
    plan->status = whole ? status_of_gap(plan, solving->context.options->gap) : PLAN_LIMIT;
    return price_plan(solving);
}

/** Tells what is proven where there is no plan to say it. */
static void tell_bound(const Solving *solving) {
    const SolveOptions *options = solving->context.options;
    const Stage *stage = &solving->pursuit.stage;
    double bound = stage->tree.bound;
    if (options->progress != NULL) {
        const Progress last = {.phase = PHASE_SEARCH,
                               .nodes = stage->tree.nodes,
                               .bound = isfinite(bound) ? bound : (double)NAN,
                               .objective = NAN,
                               .seconds = clock_seconds(&solving->clock)};
        options->progress(&last, options->user);
    }
}

static void tell_hardest(const Solving *solving) {
    Hardest *hardest = solving->context.options->hardest;
    if (hardest != NULL && solving->pursuit.begun) {
        *hardest = hardest_rules(&solving->pursuit.stage);
    }
}

static Outcome solving_run(Solving *solving) {
    Plan *plan = solving->plan;
    Pursuit *pursuit = &solving->pursuit;
    Outcome ended = goals_pursue(&solving->context, pursuit);
    Outcome answer = ended;
    if (!solving->context.options->relax) {
        answer = verdict(ended, pursuit->stage.incumbent.found, &pursuit->stage.tree);
    }
    if (answer != OUTCOME_DONE) {
        if (answer == OUTCOME_STOPPED) {
            tell_bound(solving);
            tell_hardest(solving);
        }
        return answer;
    }
    plan->ended = ended;
    plan->interrupted = clock_interrupted(&solving->clock);
    plan->timed_out = pursuit->cut_short || clock_expired(&solving->clock);
    plan->rounds = pursuit->rounds + master_rounds(pursuit->stage.master);
    plan->nodes = pursuit->nodes + pursuit->stage.tree.nodes;
    plan->columns = master_ground(pursuit->stage.master)->paths->count;
    if (!solving_write_goals(solving) || warm_keep(&pursuit->stage) != OUTCOME_DONE) {
        return OUTCOME_NO_MEMORY;
    }
    return solving->context.options->relax ? conclude_relaxed(solving) : conclude(solving, ended);
}

static Plan *plan_new(const Backend *backend) {
    Plan *plan = calloc(1, sizeof *plan);
    if (plan != NULL) {
        plan->objective = NAN;
        plan->bound = NAN;
        plan->relaxation = NAN;
        snprintf(plan->solver, sizeof plan->solver, "%s %s", backend->name, backend->version());
    }
    return plan;
}

Outcome solve_plan(const Problem *problem, const SolveOptions *options, Plan **plan) {
    const Backend *backend = options->backend != NULL ? options->backend : backend_find(NULL);
    Solving solving = {.clock = clock_start(options->time_limit_s, options->stop)};
    solving.context = (StageContext){
        .problem = problem, .options = options, .backend = backend, .clock = &solving.clock};
    solving.plan = plan_new(backend);
    Outcome status = solving.plan == NULL ? OUTCOME_NO_MEMORY : solving_run(&solving);
    goals_clear(&solving.pursuit);
    *plan = status == OUTCOME_DONE ? solving.plan : NULL;
    if (status != OUTCOME_DONE) {
        plan_free(solving.plan);
    }
    return status;
}
