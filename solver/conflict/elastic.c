/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules asked whether they can hold together, and the plan that breaks them least. */
#include "solver/conflict/elastic.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/formulation_build.h"
#include "solver/master/master.h"
#include "solver/master/master_view.h"
#include "solver/plans/whole_plan.h"
#include "solver/stages/stage.h"
#include "solver/stages/verdict.h"
#include "solver/tolerances.h"

/** The nodes of a question are halved so often at most. */
enum { HALVINGS = 3 };

/** What a stage of a question works with: nobody is told of its progress. */
static StageContext quiet_context(const Problem *problem, const Backend *backend,
                                  const Clock *clock) {
    static const SolveOptions quiet = {0};
    return (StageContext){
        .problem = problem, .options = &quiet, .backend = backend, .clock = clock};
}

/** Whole trains and boxes, any that are there. */
static Outcome branch_any(Stage *stage, double gap, long node_limit) {
    const Effort effort = {.gap = gap_searched(gap), .least = -HUGE_VAL, .node_limit = node_limit};
    return stage_branch(stage, &effort);
}

/* ---- can the rules hold together? ---- */

/** Adds the itineraries of known decisions to the pool, which may have some of them already.
 *  @param boxes  per PathId, with room for one more an allocation: receives the boxes of each */
static bool add_known(Paths *paths, const KpiInput *known, int *boxes) {
    for (int i = 0; i < known->n_allocations; i++) {
        const Allocation *allocation = &known->allocations[i];
        PathPlace place;
        if (!paths_add(paths, allocation->booking, &known->rides[allocation->first_ride],
                       allocation->n_rides, &place)) {
            return false;
        }
        boxes[place.id] += allocation->boxes;
    }
    return true;
}

/** That some trains have to run is no row. */
static bool runs_fixed(const Problem *problem, const bool *runs) {
    for (TrainId id = 0; id < problem->n_trains; id++) {
        if (problem->trains[id].fixed && !runs[id]) {
            return false;
        }
    }
    return true;
}

/** Takes known decisions as the plan, where they keep all rules. */
static Outcome offer_known(Stage *stage, const KpiInput *known) {
    const Ground *ground = master_ground(stage->master);
    if (!runs_fixed(ground->problem, known->runs)) {
        return OUTCOME_DONE;
    }
    int *boxes = calloc((size_t)(ground->paths->count + known->n_allocations) + 1, sizeof *boxes);
    Outcome status = boxes != NULL && add_known(ground->paths, known, boxes)
                         ? whole_plan_offer(ground, known->runs, boxes, &stage->incumbent)
                         : OUTCOME_NO_MEMORY;
    free(boxes);
    return status;
}

static Outcome answer_question(Stage *stage, const KpiInput *known, long node_limit) {
    Outcome status = known == NULL ? OUTCOME_DONE : offer_known(stage, known);
    if (status == OUTCOME_NO_MEMORY || stage->incumbent.found) {
        return status;
    }
    status = stage_relax_alone(stage);
    if (status == OUTCOME_DONE && node_limit == 0) {
        return OUTCOME_DONE;
    }
    if (status == OUTCOME_DONE) {
        status = branch_any(stage, 0, node_limit);
    }
    return verdict(status, stage->incumbent.found, &stage->tree);
}

Outcome rules_test(const RuledCase *ruled, const KpiInput *known, const Backend *backend,
                   const Clock *clock, long node_limit) {
    const StageContext context = quiet_context(ruled->problem, backend, clock);
    Stage stage;
    Outcome answer = stage_open(&stage, &context, formulation_new(ruled->problem, &AIM_MARGIN));
    if (answer == OUTCOME_DONE) {
        answer = answer_question(&stage, known, node_limit);
    }
    stage_clear(&stage);
    return answer;
}

long question_nodes(long node_limit, int unanswered) {
    long nodes = node_limit >> (unanswered < HALVINGS ? unanswered : HALVINGS);
    return node_limit > 0 && nodes == 0 ? 1 : nodes;
}

/* ---- which give way? ---- */

/** True where running the train would take from something else that is scarce. */
static bool train_is_hindered(const Master *master, TrainId train) {
    return train != NONE && master_reduced_costs(master)[train] <
                                -master_ground(master)->problem->trains[train].cost - BREACH_NONE;
}

/** Bookings and trains whose own price is not all of what breaking their rule costs: something else
 * keeps them from being carried, or run. */
static void mark_wanted(const Master *master, const Rules *rules, bool *leaned) {
    const Ground *ground = master_ground(master);
    const Problem *problem = ground->problem;
    const double *dual = master_duals(master);
    for (BookingId id = 0; id < problem->n_bookings; id++) {
        int rule = rules_find(rules, RULE_MUST, problem->bookings[id].demand, NONE);
        double own = dual[ground->formulation->demand_row[id]];
        if (rule != NONE && own < formulation_box_worth(&problem->bookings[id]) - BREACH_NONE) {
            leaned[rule] = true;
        }
    }
    for (TrainId id = 0; id < problem->n_trains; id++) {
        int hand = problem->trains[id].hand;
        int rule = hand == NONE ? NONE : rules_find(rules, RULE_ALWAYS, hand, NONE);
        if (rule != NONE && train_is_hindered(master, id)) {
            leaned[rule] = true;
        }
    }
    for (int i = 0; i < problem->kase->commitments.n_earlier_trains; i++) {
        int rule = rules_find(rules, RULE_FROZEN_TRAIN, i, NONE);
        if (rule != NONE && train_is_hindered(master, problem->train_promises[i].train)) {
            leaned[rule] = true;
        }
    }
}

/** Rules with a price in the relaxation: Farkas multipliers of its breach. Regular lines and
 * closed days take part by the trains that they leave out, which have no rows. */
static void mark_leaned(const Master *master, const Rules *rules, bool *leaned) {
    const Ground *ground = master_ground(master);
    const LpModel *lp = &ground->formulation->lp;
    const double *dual = master_duals(master);
    mark_wanted(master, rules, leaned);
    for (RowId row = 0; row < lp->n_rows; row++) {
        if (fabs(dual[row]) > BREACH_NONE) {
            rules_mark_row(rules, ground->problem, &lp->rows[row], dual[row], leaned);
        }
    }
    for (int i = 0; i < rules->count; i++) {
        RuleKind kind = rules->items[i].kind;
        leaned[i] |= kind == RULE_REGULAR || kind == RULE_FROZEN_NEW || kind == RULE_UNDER_WAY ||
                     kind >= RULE_CLOSED_SLOT;
    }
}

/** What the running trains of a load-factor row offer, times the least share of it. */
static double offered_in_row(const Stage *stage, RowId row) {
    const LpModel *lp = &stage->formulation->lp;
    double offered = 0;
    for (int i = 0; i < lp->n_entries; i++) {
        const LpEntry *entry = &lp->entries[i];
        if (entry->row == row && entry->column < stage->formulation->problem->n_trains &&
            stage->incumbent.runs[entry->column]) {
            offered -= entry->value;
        }
    }
    return offered;
}

static Outcome read_reliefs(Stage *stage, Elastic *elastic, const Rules *rules) {
    WholePlan plan = {0};
    const Incumbent *incumbent = &stage->incumbent;
    size_t count = (size_t)elastic->reliefs.count + 1;
    int *boxes = calloc((size_t)master_ground(stage->master)->paths->count + 1, sizeof *boxes);
    elastic->relief = calloc(count, sizeof(double));
    elastic->offered = calloc(count, sizeof(double));
    double objective;
    Outcome status =
        outcome_of_memory(boxes != NULL && elastic->relief != NULL && elastic->offered != NULL);
    for (int i = 0; i < incumbent->n_paths && status == OUTCOME_DONE; i++) {
        boxes[incumbent->paths[i]] = incumbent->boxes[i];
    }
    if (status == OUTCOME_DONE) {
        status = whole_plan_init(&plan, master_ground(stage->master), incumbent->runs);
    }
    if (status == OUTCOME_DONE) {
        status = whole_plan_objective(&plan, boxes, &objective);
    }
    for (int i = 0; i < elastic->reliefs.count && status == OUTCOME_DONE; i++) {
        const Relief *relief = &elastic->reliefs.items[i];
        elastic->relief[i] = plan.value[relief->column];
        if (rules->items[relief->rule].kind == RULE_LOAD_FACTOR) {
            elastic->offered[i] = offered_in_row(stage, relief->part);
        }
    }
    whole_plan_clear(&plan);
    free(boxes);
    return status;
}

/** Copies the plan, bookings before empties. */
static bool read_plan(const Stage *stage, Elastic *elastic) {
    const Incumbent *incumbent = &stage->incumbent;
    const Paths *paths = master_ground(stage->master)->paths;
    const Problem *problem = stage->formulation->problem;
    Allocation *allocations = calloc((size_t)incumbent->n_paths + 1, sizeof *allocations);
    Ride *rides = calloc((size_t)paths->n_rides + 1, sizeof *rides);
    bool *runs = calloc((size_t)problem->n_trains + 1, sizeof *runs);
    elastic->plan = (KpiInput){.runs = runs, .allocations = allocations, .rides = rides};
    if (allocations == NULL || rides == NULL || runs == NULL) {
        return false;
    }
    memcpy(runs, incumbent->runs, (size_t)problem->n_trains * sizeof *runs);
    if (paths->n_rides > 0) {
        memcpy(rides, paths->rides, (size_t)paths->n_rides * sizeof *rides);
    }
    for (int empty = 0; empty < 2; empty++) {
        for (int i = 0; i < incumbent->n_paths; i++) {
            const Path *path = &paths->items[incumbent->paths[i]];
            if (problem->bookings[path->booking].empty == (empty == 1)) {
                allocations[elastic->plan.n_allocations++] = (Allocation){
                    path->booking, incumbent->boxes[i], path->first_ride, path->n_rides};
            }
        }
    }
    elastic->kpi = kpi_compute(problem, &elastic->plan);
    return elastic->kpi != NULL;
}

/** The relaxation, then whole trains and boxes; a plan that a limit or a failure cut short is good
 * enough. */
static Outcome solve_elastic(Stage *stage, const Rules *rules, long node_limit, Elastic *elastic) {
    Outcome status = stage_relax_alone(stage);
    if (status != OUTCOME_DONE) {
        return status;
    }
    elastic->broken = fmax(0, -stage->root.bound);
    mark_leaned(stage->master, rules, elastic->leaned);
    /* However that ends, what it found stands. */
    (void)branch_any(stage, ELASTIC_GAP, node_limit);
    if (!stage->incumbent.found) {
        return OUTCOME_DONE;
    }
    status = outcome_of_memory(read_plan(stage, elastic));
    if (status == OUTCOME_DONE) {
        status = read_reliefs(stage, elastic, rules);
    }
    elastic->found = status == OUTCOME_DONE;
    return OUTCOME_DONE;
}

/** The elastic formulation: 0 where no rule is broken. NULL where memory is out. */
static Formulation *elastic_formulation(Elastic *elastic, const Rules *rules) {
    const Problem *problem = elastic->ruled->problem;
    Formulation *formulation = formulation_new(problem, &AIM_MARGIN);
    if (formulation == NULL || !reliefs_add(formulation, rules, &elastic->reliefs)) {
        formulation_free(formulation);
        return NULL;
    }
    for (TrainId id = 0; id < problem->n_trains; id++) {
        formulation->lp.constant += problem->trains[id].cost; /* earned back by those that run */
    }
    return formulation;
}

Outcome elastic_solve(const Rules *rules, const Backend *backend, const Clock *clock,
                      long node_limit, Elastic *elastic) {
    *elastic = (Elastic){.ruled = ruled_case_elastic(rules)};
    elastic->leaned = calloc((size_t)rules->count + 1, sizeof(bool));
    if (elastic->ruled == NULL || elastic->leaned == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    const StageContext context = quiet_context(elastic->ruled->problem, backend, clock);
    Stage stage;
    Outcome status = stage_open(&stage, &context, elastic_formulation(elastic, rules));
    if (status == OUTCOME_DONE) {
        status = solve_elastic(&stage, rules, node_limit, elastic);
    }
    stage_clear(&stage);
    return status;
}

void elastic_clear(Elastic *elastic) {
    ruled_case_free(elastic->ruled);
    reliefs_clear(&elastic->reliefs);
    free(elastic->leaned);
    free((void *)elastic->plan.runs);
    free((void *)elastic->plan.allocations);
    free((void *)elastic->plan.rides);
    free(elastic->relief);
    free(elastic->offered);
    kpi_free(elastic->kpi);
    *elastic = (Elastic){0};
}
