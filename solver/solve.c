#include "solver/solve.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/kpi.h"
#include "solver/ascent.h"
#include "solver/earlier_plan.h"
#include "solver/reposition.h"
#include "solver/round_boxes.h"
#include "solver/shadow_prices.h"
#include "solver/tree.h"
#include "solver/whole_plan.h"

/** The relaxation is stated where bound and value meet so closely. */
static const double RELAXATION_TOLERANCE = 1e-9;

/** A gap at or below this is none. */
static const double OPTIMAL_GAP = 1e-9;

/** One solve's working set. */
typedef struct {
    const Problem *problem;
    const SolveOptions *options;
    const Backend *backend;
    Clock clock;
    Formulation *formulation;
    Master *master;
    Incumbent incumbent;
    TreeResult tree;
    MasterResult root;
    const char *phase;
    Plan *plan;
} Solving;

/* ---- progress ---- */

static void report(void *user) {
    const Solving *solving = user;
    if (solving->options->progress == NULL) {
        return;
    }
    Progress progress = {.phase = solving->phase,
                         .rounds = solving->master->rounds,
                         .columns = solving->master->paths.count,
                         .nodes = solving->tree.nodes,
                         .bound = isfinite(solving->tree.bound) ? solving->tree.bound : (double)NAN,
                         .objective =
                             solving->incumbent.found ? solving->incumbent.objective : (double)NAN,
                         .seconds = clock_seconds(&solving->clock)};
    solving->options->progress(&progress, solving->options->user);
}

/* ---- steps ---- */

/** A master that starts from the ascent's prices and itineraries, where an ascent pays. */
static Master *first_master(Solving *solving) {
    Ascent ascent = {0};
    bool ok = !ascent_worthwhile(solving->problem) ||
              ascent_run(solving->formulation, &solving->clock, &ascent);
    Master *master =
        ok ? master_new(solving->formulation, solving->backend, &solving->clock, ascent.price)
           : NULL;
    for (PathId id = 0; id < ascent.paths.count && master != NULL; id++) {
        const Path *path = &ascent.paths.items[id];
        if (master_add_path(master, path->booking, paths_rides(&ascent.paths, id), path->n_rides) ==
            PATHS_NO_MEMORY) {
            master_free(master);
            master = NULL;
        }
    }
    ascent_clear(&ascent);
    return master;
}

static bool prepare(Solving *solving) {
    solving->formulation = formulation_new(solving->problem, &AIM_MARGIN);
    if (solving->formulation == NULL) {
        return false;
    }
    solving->master = first_master(solving);
    if (solving->master == NULL) {
        return false;
    }
    solving->master->on_round = report;
    solving->master->user = solving;
    return incumbent_init(&solving->incumbent, solving->problem->n_trains);
}

/** The plan that runs just the fixed trains, empty: better than none where the clock runs out
 * early. */
static bool offer_empty_plan(Solving *solving) {
    Master *master = solving->master;
    WholePlan whole = {0};
    bool *runs = calloc((size_t)solving->problem->n_trains + 1, sizeof *runs);
    int *boxes = calloc((size_t)master->paths.count + 1, sizeof *boxes);
    bool ok = runs != NULL && boxes != NULL;
    for (TrainId id = 0; id < solving->problem->n_trains && ok; id++) {
        runs[id] = solving->problem->trains[id].fixed;
    }
    if (ok && whole_plan_init(&whole, master, runs)) {
        double objective = whole_plan_objective(&whole, boxes);
        ok = objective == -HUGE_VAL ||
             incumbent_offer(&solving->incumbent, master, runs, boxes, objective);
    } else {
        ok = false;
    }
    whole_plan_clear(&whole);
    free(runs);
    free(boxes);
    return ok;
}

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
    const Formulation *formulation = solving->formulation;
    int count = problem_n_repositions(solving->problem);
    double *value = calloc((size_t)formulation->lp.n_columns + 1, sizeof *value);
    solving->plan->repositions = calloc((size_t)count + 1, sizeof(int));
    bool ok = value != NULL && solving->plan->repositions != NULL &&
              reposition_sets(formulation, solving->backend, solving->plan->runs, value) ==
                  SETS_SUFFICE;
    for (int i = 0; i < count && ok; i++) {
        ColumnId column = formulation->reposition_column[i];
        solving->plan->repositions[i] = column == NONE ? 0 : (int)lround(value[column]);
    }
    free(value);
    return ok;
}

/** Copies the incumbent to the plan: allocations by booking, then in order of generation. */
static bool write_incumbent(Solving *solving) {
    const Incumbent *incumbent = &solving->incumbent;
    const Paths *paths = &solving->master->paths;
    Plan *plan = solving->plan;
    size_t n_trains = (size_t)solving->problem->n_trains;
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
    KpiInput input = plan_decisions(plan);
    plan->objective = kpi_objective(solving->problem, &input);
    return !isnan(plan->objective);
}

/** A run that was stopped may still take so long for its prices, in seconds; where that is not
 * enough, the plan has none. */
static const double PRICES_AFTER_STOP_S = 1;

/** Prices of the LP with the chosen trains fixed. */
static MasterStatus price_plan(Solving *solving) {
    Clock clock = clock_expired(&solving->clock) ? clock_start(PRICES_AFTER_STOP_S, NULL)
                                                 : clock_start(HUGE_VAL, solving->options->stop);
    Master *priced = master_new(solving->formulation, solving->backend, &clock, NULL);
    if (priced == NULL) {
        return MASTER_NO_MEMORY;
    }
    const Paths *paths = &solving->master->paths;
    MasterStatus status = MASTER_SOLVED;
    for (int i = 0; i < solving->incumbent.n_paths && status == MASTER_SOLVED; i++) {
        PathId id = solving->incumbent.paths[i];
        if (master_add_path(priced, paths->items[id].booking, paths_rides(paths, id),
                            paths->items[id].n_rides) == PATHS_NO_MEMORY) {
            status = MASTER_NO_MEMORY;
        }
    }
    for (TrainId id = 0; id < solving->problem->n_trains; id++) {
        double runs = solving->plan->runs[id] ? 1 : 0;
        master_bound_train(priced, id, runs, runs);
    }
    MasterResult result;
    if (status == MASTER_SOLVED) {
        status = master_solve(priced, -HUGE_VAL, 1e-7, &result);
    }
    if (status == MASTER_SOLVED &&
        !shadow_prices_read(priced, solving->plan->runs, &solving->plan->prices)) {
        status = MASTER_NO_MEMORY;
    }
    if (status == MASTER_STOPPED) {
        bool ok = shadow_prices_none(solving->problem, &solving->plan->prices);
        status = ok ? MASTER_SOLVED : MASTER_NO_MEMORY;
    }
    master_free(priced);
    return status;
}

static PlanStatus status_of_gap(const Plan *plan, double asked) {
    double gap = (plan->bound - plan->objective) / fmax(1, fabs(plan->objective));
    if (gap <= OPTIMAL_GAP) {
        return PLAN_OPTIMAL;
    }
    return gap <= asked + OPTIMAL_GAP ? PLAN_GAP : PLAN_LIMIT;
}

/** Nodes of the integer master's own search on the earlier plan's trains. */
enum { EARLIER_NODES = 200 };

/** Whole trains and whole boxes. */
static MasterStatus search(Solving *solving) {
    TreeOptions options = {.gap = solving->options->gap, .on_node = report, .user = solving};
    solving->phase = "search";
    solving->master->strengthen = true;
    if (!master_tighten(solving->master)) {
        return MASTER_NO_MEMORY;
    }
    RoundOptions earlier = {.gap = solving->options->gap, .node_limit = EARLIER_NODES};
    MasterStatus status = earlier_plan_round(solving->master, &earlier, &solving->incumbent);
    if (status != MASTER_SOLVED) {
        return status;
    }
    return tree_search(solving->master, &solving->root, &options, &solving->incumbent,
                       &solving->tree);
}

/** Ends a search that was not cut off by a failure: the plan, or the word that there is none. */
static MasterStatus conclude(Solving *solving) {
    Plan *plan = solving->plan;
    bool stopped = clock_expired(&solving->clock);
    plan->interrupted = clock_interrupted(&solving->clock);
    plan->timed_out = stopped;
    plan->nodes = solving->tree.nodes;
    plan->bound = solving->tree.bound;
    if (!solving->incumbent.found) {
        plan->status = stopped ? PLAN_NONE : PLAN_INFEASIBLE;
        return MASTER_SOLVED;
    }
    if (!write_incumbent(solving)) {
        return MASTER_NO_MEMORY;
    }
    plan->bound = fmax(plan->bound, plan->objective);
    plan->status = status_of_gap(plan, solving->options->gap);
    solving->phase = "prices";
    return price_plan(solving);
}

static MasterStatus run(Solving *solving) {
    Plan *plan = solving->plan;
    solving->phase = "relaxation";
    if (!solving->options->relax &&
        (!offer_empty_plan(solving) || !earlier_plan_offer(solving->master, &solving->incumbent))) {
        return MASTER_NO_MEMORY;
    }
    MasterStatus status =
        master_solve(solving->master, -HUGE_VAL, RELAXATION_TOLERANCE, &solving->root);
    solving->tree.bound = solving->root.bound;
    if (status == MASTER_INFEASIBLE) {
        plan->status = PLAN_INFEASIBLE;
        return MASTER_SOLVED;
    }
    if (status == MASTER_SOLVED) {
        plan->relaxation = solving->root.value;
        plan->bound = solving->root.bound;
        if (solving->options->relax) {
            plan->status = PLAN_RELAXED;
            return shadow_prices_read(solving->master, NULL, &plan->prices) ? MASTER_SOLVED
                                                                            : MASTER_NO_MEMORY;
        }
        status = search(solving);
    } else if (status == MASTER_STOPPED && solving->options->relax) {
        plan->status = PLAN_NONE;
        plan->timed_out = true;
        plan->interrupted = clock_interrupted(&solving->clock);
        return MASTER_SOLVED;
    }
    if (status == MASTER_STOPPED && solving->master->paths_solved > 0 &&
        !round_boxes_quickly(solving->master, &solving->incumbent)) {
        return MASTER_NO_MEMORY;
    }
    return status == MASTER_SOLVED || status == MASTER_STOPPED ? conclude(solving) : status;
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
    Solving solving = {.problem = problem,
                       .options = options,
                       .backend = backend_find(options->backend),
                       .clock = clock_start(options->time_limit_s, options->stop)};
    *plan = NULL;
    if (solving.backend == NULL) {
        snprintf(error, error_size, "the LP solver %s is not built in", options->backend);
        return SOLVE_FAILED;
    }
    solving.plan = plan_new(solving.backend);
    SolveStatus status = SOLVE_NO_MEMORY;
    if (solving.plan != NULL && prepare(&solving)) {
        solving.tree.bound = HUGE_VAL;
        status = of_master(run(&solving), error, error_size);
        solving.plan->rounds = solving.master->rounds;
        solving.plan->columns = solving.master->paths.count;
    }
    master_free(solving.master);
    formulation_free(solving.formulation);
    incumbent_clear(&solving.incumbent);
    solving.backend->shut_down();
    if (status == SOLVE_OK) {
        *plan = solving.plan;
    } else {
        plan_free(solving.plan);
    }
    return status;
}
