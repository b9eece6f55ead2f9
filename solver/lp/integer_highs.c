/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HiGHS's search for whole numbers behind the interface. */
#include "solver/lp/integer_highs.h"

#include <math.h>
#include <stdlib.h>

#include "base/grow.h"
#include "solver/lp/cpp_guard.h"
#include "solver/lp/highs_begin.h"
#include "solver/lp/load.h"

/** One search. HiGHS minimises the negative objective. */
struct Lp {
    void *highs;
    const LpModel *model;
    const IntegerOptions *options;
    SparseModel sparse; /**< the model in arrays */
    double *cost;       /**< negative objective, per column */
    int *kind;          /**< HiGHS's, per column */
    bool whole;         /**< any column has to be */
    double *primal;     /**< the caller's */
    double bound;
    bool found;
    Outcome outcome;
    Clock clock;
};

static Outcome pass_program(Lp *lp) {
    const SparseModel *sparse = &lp->sparse;
    const SparseVectors *columns = &sparse->columns;
    int count = columns->count;
    lp->cost = malloc(((size_t)count + 1) * sizeof *lp->cost);
    lp->kind = malloc(((size_t)count + 1) * sizeof *lp->kind);
    if (lp->cost == NULL || lp->kind == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    for (int i = 0; i < count; i++) {
        bool whole = lp->model->columns[i].integer;
        lp->cost[i] = -sparse->objective[i];
        lp->kind[i] = whole ? kHighsVarTypeInteger : kHighsVarTypeContinuous;
        lp->whole |= whole;
    }
    int returned = Highs_passMip(lp->highs, count, lp->model->n_rows, columns->start[count],
                                 kHighsMatrixFormatColwise, kHighsObjSenseMinimize, 0, lp->cost,
                                 sparse->lower, sparse->upper, sparse->row_lower, sparse->row_upper,
                                 columns->start, columns->index, columns->value, lp->kind);
    return returned == kHighsStatusError ? OUTCOME_SOLVER_FAILED : OUTCOME_DONE;
}

static void set_highs_options(const Lp *lp) {
    const IntegerOptions *options = lp->options;
    Highs_setDoubleOptionValue(lp->highs, "mip_rel_gap", options->relative_gap);
    Highs_setIntOptionValue(lp->highs, "mip_max_nodes", options->node_limit);
    Highs_setDoubleOptionValue(lp->highs, "objective_bound", -options->cutoff);
    /* Looked at within its LPs too, unlike the clock. */
    Highs_setDoubleOptionValue(lp->highs, "time_limit", clock_left(&lp->clock));
    if (options->start != NULL) {
        Highs_setSolution(lp->highs, options->start, NULL, NULL, NULL);
    }
}

static bool has_solution(const Lp *lp) {
    int status = kHighsSolutionStatusNone, ended = Highs_getModelStatus(lp->highs);
    Highs_getIntInfoValue(lp->highs, "primal_solution_status", &status);
    return status == kHighsSolutionStatusFeasible || ended == kHighsModelStatusOptimal ||
           (ended == kHighsModelStatusModelEmpty &&
            highs_rows_hold_nothing(lp->model->n_rows, lp->sparse.row_lower, lp->sparse.row_upper));
}

/** Takes over HiGHS's solution, or the one to start from where that is better.
 *  @return its objective, or the cutoff where none is above that */
static double take_best(Lp *lp) {
    const double *start = lp->options->start;
    double known = lp->options->cutoff;
    if (has_solution(lp)) {
        Highs_getSolution(lp->highs, lp->primal, NULL, NULL, NULL);
        double value = lp_model_value(lp->model, lp->primal);
        lp->found = value > known;
        known = fmax(known, value);
    }
    double value = start != NULL ? lp_model_value(lp->model, start) : -HUGE_VAL;
    if (value > known) {
        copy_items(lp->primal, start, (size_t)lp->model->n_columns * sizeof *start);
        lp->found = true;
        known = value;
    }
    return known;
}

/** How the search ended. */
static Outcome outcome_of_search(const Lp *lp) {
    int status = Highs_getModelStatus(lp->highs);
    if (status == kHighsModelStatusOptimal || status == kHighsModelStatusModelEmpty ||
        status == kHighsModelStatusObjectiveBound || status == kHighsModelStatusInfeasible) {
        return lp->found                         ? OUTCOME_DONE
               : lp->options->cutoff > -HUGE_VAL ? OUTCOME_CUT_OFF
                                                 : OUTCOME_INFEASIBLE;
    }
    if (status == kHighsModelStatusSolutionLimit || status == kHighsModelStatusTimeLimit ||
        status == kHighsModelStatusInterrupt) {
        return OUTCOME_STOPPED;
    }
    return OUTCOME_SOLVER_FAILED;
}

/** What is proven where the search has not failed: no less than what is known. Of an LP there is
 * nothing beside its optimum. */
static double highs_proven_bound(const Lp *lp, double known) {
    double least = -HUGE_VAL;
    if (lp->outcome == OUTCOME_DONE && !lp->whole) {
        return known;
    }
    if (lp->whole) {
        Highs_getDoubleInfoValue(lp->highs, "mip_dual_bound", &least);
    }
    return fmax(-least, known);
}

static void read_highs(Lp *lp) {
    double known = take_best(lp);
    lp->outcome = outcome_of_search(lp);
    if (lp->outcome != OUTCOME_INFEASIBLE && lp->outcome != OUTCOME_SOLVER_FAILED) {
        lp->bound = highs_proven_bound(lp, known);
    }
}

static void search_highs(void *call) {
    Lp *lp = call;
    lp->highs = highs_begin(kHighsCallbackMipInterrupt, &lp->clock);
    lp->outcome = pass_program(lp);
    if (lp->outcome == OUTCOME_DONE) {
        set_highs_options(lp);
        Highs_run(lp->highs);
        read_highs(lp);
    }
    Highs_destroy(lp->highs);
}

static Outcome highs_integer_search(const LpModel *model, const IntegerOptions *options,
                                    double *primal, double *bound, bool *found) {
    Lp lp = {.model = model,
             .options = options,
             .primal = primal,
             .bound = HUGE_VAL,
             .clock = clock_start(options->time_limit_s, options->stop)};
    Outcome status = sparse_program_init(&lp.sparse, model);
    if (status == OUTCOME_DONE) {
        status = cpp_guarded(search_highs, &lp);
        status = status == OUTCOME_DONE ? lp.outcome : status;
    }
    sparse_model_clear(&lp.sparse);
    free(lp.cost);
    free(lp.kind);
    *bound = lp.bound;
    *found = lp.found;
    return status;
}

const IntegerBackend INTEGER_HIGHS = {
    .name = "highs", .version = Highs_version, .search = highs_integer_search};
