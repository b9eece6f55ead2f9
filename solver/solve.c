#include "solver/solve.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/kpi.h"
#include "solver/goals.h"
#include "solver/reposition.h"
#include "solver/shadow_prices.h"

/** A gap at or below this is none. */
static const double OPTIMAL_GAP = 1e-9;

/** One solve's working set. */
typedef struct {
    StageContext context;
    Clock clock;
    Pursuit pursuit;
    Plan *plan;
} Solving;

static SolveStatus of_master(MasterStatus status, char *error, size_t error_size) {
    switch (status) {
    case MASTER_NO_MEMORY:
        return SOLVE_NO_MEMORY;
    case MASTER_FAILED:
        snprintf(error, error_size,
                 "the LP solver gave up on the relaxation for numerical reasons");
        return SOLVE_FAILED;
    default:
        return SOLVE_OK;
    }
}

/** The reposition runs that the chosen trains need. */
static bool write_repositions(Solving *solving) {
    const Formulation *formulation = solving->pursuit.stage.formulation;
    int count = problem_n_repositions(solving->context.problem);
    double *value = calloc((size_t)formulation->lp.n_columns + 1, sizeof *value);
    solving->plan->repositions = calloc((size_t)count + 1, sizeof(int));
    bool ok = value != NULL && solving->plan->repositions != NULL &&
              reposition_sets(formulation, solving->context.backend, solving->context.clock,
                              solving->plan->runs, value) == SETS_SUFFICE;
    for (int i = 0; i < count && ok; i++) {
        ColumnId column = formulation->reposition_column[i];
        solving->plan->repositions[i] = column == NONE ? 0 : (int)lround(value[column]);
    }
    free(value);
    return ok;
}

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
    const Paths *paths = &solving->pursuit.stage.master->paths;
    Plan *plan = solving->plan;
    size_t n_trains = (size_t)solving->context.problem->n_trains;
    plan->runs = calloc(n_trains + 1, sizeof *plan->runs);
    plan->allocations = calloc((size_t)incumbent->n_paths + 1, sizeof *plan->allocations);
    plan->rides = calloc((size_t)paths->n_rides + 1, sizeof *plan->rides);
    if (plan->runs == NULL || plan->allocations == NULL || plan->rides == NULL) {
        return false;
    }
    memcpy(plan->runs, incumbent->runs, n_trains * sizeof *plan->runs);
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
    if (!write_repositions(solving)) {
        return false;
    }
    return state_objective(solving);
}

/** A run that was stopped may still take so long for its prices, in seconds; where that is not
 * enough, the plan has none. */
static const double PRICES_AFTER_STOP_S = 1;

/** A master over the margin alone, with the itineraries of the plan. */
static Master *pricing_master(const Solving *solving, const Formulation *formulation,
                              const Clock *clock) {
    const Stage *stage = &solving->pursuit.stage;
    const Paths *paths = &stage->master->paths;
    Master *master = master_new(formulation, solving->context.backend, clock, NULL);
    for (int i = 0; i < stage->incumbent.n_paths && master != NULL; i++) {
        PathId id = stage->incumbent.paths[i];
        if (master_add_path(master, paths->items[id].booking, paths_rides(paths, id),
                            paths->items[id].n_rides) == PATHS_NO_MEMORY) {
            master_free(master);
            return NULL;
        }
    }
    return master;
}

/** Solves for prices and reads them off, NULL runs: of the relaxation. */
static MasterStatus read_prices(const Solving *solving, Master *master, const bool *runs) {
    const Problem *problem = solving->context.problem;
    Prices *prices = &solving->plan->prices;
    MasterResult result;
    for (TrainId id = 0; id < problem->n_trains && runs != NULL; id++) {
        master_bound_train(master, id, runs[id] ? 1 : 0, runs[id] ? 1 : 0);
    }
    MasterStatus status = master_solve(master, -HUGE_VAL, 1e-7, &result);
    if (status == MASTER_SOLVED && !shadow_prices_read(master, runs, prices)) {
        status = MASTER_NO_MEMORY;
    }
    if (status == MASTER_STOPPED) {
        status = shadow_prices_none(problem, prices) ? MASTER_SOLVED : MASTER_NO_MEMORY;
    }
    return status;
}

/** True where the stage is about the margin, with no other goal held. */
static bool margin_alone(const Stage *stage) {
    return stage->formulation->aim_row == NONE && stage->formulation->money_row == NONE &&
           stage->formulation->n_measures == 0;
}

/** Prices of slot runs: the stage's own where it was about the margin, else of a relaxation over
 * it.
 *  @param master  over the margin; not looked at in the first case */
static MasterStatus price_runs(Solving *solving, Master *master) {
    Stage *stage = &solving->pursuit.stage;
    Prices *prices = &solving->plan->prices;
    if (margin_alone(stage)) {
        prices->slot_run = stage->run_prices;
        stage->run_prices = NULL;
        return MASTER_SOLVED;
    }
    for (TrainId id = 0; id < master->problem->n_trains; id++) {
        double lower, upper;
        master_root_bounds(master, id, &lower, &upper);
        master_bound_train(master, id, lower, upper);
    }
    MasterResult result;
    MasterStatus status = master_solve(master, -HUGE_VAL, 1e-7, &result);
    if (status == MASTER_SOLVED) {
        prices->slot_run = shadow_prices_of_runs(master);
        return prices->slot_run != NULL ? MASTER_SOLVED : MASTER_NO_MEMORY;
    }
    return status == MASTER_STOPPED ? MASTER_SOLVED : status;
}

/** Prices are in money, whatever the goals: of the LP over the margin with the chosen trains fixed,
 * or of the relaxation where that is all there is. */
static MasterStatus price_plan(Solving *solving) {
    Clock clock = clock_expired(&solving->clock)
                      ? clock_start(PRICES_AFTER_STOP_S, NULL)
                      : clock_start(HUGE_VAL, solving->context.options->stop);
    Formulation *formulation = formulation_new(solving->context.problem, &AIM_MARGIN);
    Master *master = formulation == NULL ? NULL : pricing_master(solving, formulation, &clock);
    MasterStatus status = MASTER_NO_MEMORY;
    if (master != NULL) {
        status = read_prices(solving, master, solving->plan->runs);
    }
    if (status == MASTER_SOLVED) {
        status = price_runs(solving, master);
    }
    master_free(master);
    formulation_free(formulation);
    return status;
}

static PlanStatus status_of_gap(const Plan *plan, double asked) {
    double gap = (plan->bound - plan->objective) / fmax(1, fabs(plan->objective));
    if (gap <= OPTIMAL_GAP) {
        return PLAN_OPTIMAL;
    }
    return gap <= asked + OPTIMAL_GAP ? PLAN_GAP : PLAN_LIMIT;
}

/** Copies what came of the goals; the last one's numbers are the plan's. */
static bool write_goals(Solving *solving) {
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
static MasterStatus conclude_relaxed(Solving *solving) {
    const Stage *stage = &solving->pursuit.stage;
    Plan *plan = solving->plan;
    if (!stage->relaxed) {
        plan->status = PLAN_NONE;
        return MASTER_SOLVED;
    }
    plan->status = PLAN_RELAXED;
    if (!margin_alone(stage)) {
        return price_plan(solving);
    }
    MasterStatus status = price_runs(solving, NULL);
    if (status == MASTER_SOLVED && !shadow_prices_read(stage->master, NULL, &plan->prices)) {
        status = MASTER_NO_MEMORY;
    }
    return status;
}

/** Ends a search that was not cut off by a failure: the plan, or the word that there is none. */
static MasterStatus conclude(Solving *solving) {
    Plan *plan = solving->plan;
    if (!solving->pursuit.stage.incumbent.found) {
        plan->status = plan->timed_out ? PLAN_NONE : PLAN_INFEASIBLE;
        return MASTER_SOLVED;
    }
    if (!write_incumbent(solving)) {
        return MASTER_NO_MEMORY;
    }
    plan->bound = fmax(plan->bound, plan->objective);
    bool reached = plan->n_goals >= solving->context.problem->kase->n_goals;
    bool whole = reached && !solving->pursuit.cut_short;
    plan->status = whole ? status_of_gap(plan, solving->context.options->gap) : PLAN_LIMIT;
    return price_plan(solving);
}

static MasterStatus run(Solving *solving) {
    Plan *plan = solving->plan;
    Pursuit *pursuit = &solving->pursuit;
    MasterStatus status = goals_pursue(&solving->context, pursuit);
    if (status == MASTER_INFEASIBLE) {
        plan->status = PLAN_INFEASIBLE;
        return MASTER_SOLVED;
    }
    if (status != MASTER_SOLVED && status != MASTER_STOPPED) {
        return status;
    }
    plan->interrupted = clock_interrupted(&solving->clock);
    plan->timed_out = pursuit->cut_short || clock_expired(&solving->clock);
    plan->rounds = pursuit->rounds + pursuit->stage.master->rounds;
    plan->nodes = pursuit->nodes + pursuit->stage.tree.nodes;
    plan->columns = pursuit->stage.master->paths.count;
    if (!write_goals(solving)) {
        return MASTER_NO_MEMORY;
    }
    return solving->context.options->relax ? conclude_relaxed(solving) : conclude(solving);
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

SolveStatus solve(const Problem *problem, const SolveOptions *options, Plan **plan, char *error,
                  size_t error_size) {
    const Backend *backend = backend_find(options->backend);
    Solving solving = {.clock = clock_start(options->time_limit_s, options->stop)};
    *plan = NULL;
    if (backend == NULL) {
        snprintf(error, error_size, "the LP solver %s is not built in", options->backend);
        return SOLVE_FAILED;
    }
    solving.context = (StageContext){
        .problem = problem, .options = options, .backend = backend, .clock = &solving.clock};
    solving.plan = plan_new(backend);
    SolveStatus status = SOLVE_NO_MEMORY;
    if (solving.plan != NULL) {
        status = of_master(run(&solving), error, error_size);
    }
    goals_clear(&solving.pursuit);
    backend->shut_down();
    if (status == SOLVE_OK) {
        *plan = solving.plan;
    } else {
        plan_free(solving.plan);
    }
    return status;
}
