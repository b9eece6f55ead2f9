/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CBC's search for whole numbers behind the interface. */
#include "solver/lp/integer_cbc.h"

#include <Cbc_C_Interface.h>
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "solver/lp/coin_watch.h"
#include "solver/lp/cpp_guard.h"
#include "solver/lp/load.h"
#include "solver/tolerances.h"

/** One search. CBC minimises, and is given the negative objective of what is to be maximised: its
 * own way of maximising turns some signs twice. */
struct Lp {
    Cbc_Model *cbc;
    const LpModel *model;
    const IntegerOptions *options;
    SparseModel sparse; /**< the model in arrays */
    double *numbers;    /**< lower and upper bounds and objective of the columns, as CBC has them */
    int *start;         /**< of the columns */
    double *primal;     /**< the caller's */
    double bound;
    bool found;
    Outcome outcome;
    SearchWatch watch;
};

/** What CBC calls none: values and bounds from here on. */
static const double CBC_NONE = 1e30;

/** A solution has to be better by so much to be looked for, at the least. */
static const double CBC_INCREMENT = 1e-5;

static double finite_number(double bound) {
    return fmin(fmax(bound, -DBL_MAX), DBL_MAX);
}

/** Loads the whole model. A column of nothing follows, a whole one: CBC searches no model without.
 */
static Outcome load_cbc(Lp *lp) {
    const SparseModel *sparse = &lp->sparse;
    int count = lp->model->n_columns;
    size_t n = (size_t)count + 1;
    lp->numbers = calloc(3 * n, sizeof *lp->numbers);
    lp->start = calloc(n + 1, sizeof *lp->start);
    if (lp->numbers == NULL || lp->start == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    for (int i = 0; i < count; i++) {
        lp->numbers[i] = finite_number(sparse->lower[i]);
        lp->numbers[n + (size_t)i] = finite_number(sparse->upper[i]);
        lp->numbers[2 * n + (size_t)i] = -sparse->objective[i];
    }
    copy_items(lp->start, sparse->columns.start, n * sizeof *lp->start);
    lp->start[n] = lp->start[count];
    Cbc_loadProblem(lp->cbc, count + 1, lp->model->n_rows, lp->start, sparse->columns.index,
                    sparse->columns.value, lp->numbers, lp->numbers + n, lp->numbers + 2 * n,
                    sparse->row_lower, sparse->row_upper);
    for (int i = 0; i <= count; i++) {
        if (i == count || lp->model->columns[i].integer) {
            Cbc_setInteger(lp->cbc, i);
        }
    }
    return OUTCOME_DONE;
}

/** What a solution has to exceed. */
static double least_value(const Lp *lp) {
    const double *start = lp->options->start;
    double known = start != NULL ? lp_model_value(lp->model, start) : -HUGE_VAL;
    return fmax(known, lp->options->cutoff);
}

/** Settings of CBC by their names there. */
static const char *const SETTINGS[][2] = {
    {"log", "0"},
    {"timeMode", "elapsed"},
    /* Takes less than the best of some small models for optimal. */
    {"preprocess", "off"},
    /* Else the choice of a branch may go round in circles for ever. */
    {"trustPseudoCosts", "0"},
    /* Searches within the search, with the same choice of branches and no count of their nodes. */
    {"feasibilityPump", "off"},
    {"Rins", "off"},
    {"combineSolutions", "off"},
    /* More passes take more time than the nodes that they spare. */
    {"passCuts", "3"},
};

static void set_options(const Lp *lp) {
    double least = least_value(lp);
    for (size_t i = 0; i < sizeof SETTINGS / sizeof SETTINGS[0]; i++) {
        Cbc_setParameter(lp->cbc, SETTINGS[i][0], SETTINGS[i][1]);
    }
    Cbc_setLogLevel(lp->cbc, 0);
    Cbc_setAllowableFractionGap(lp->cbc, lp->options->relative_gap);
    Cbc_setMaximumNodes(lp->cbc, lp->options->node_limit);
    if (isfinite(least)) {
        Cbc_setCutoff(lp->cbc, -least);
    }
}

/** What CBC leaves proven. */
static double cbc_proven_bound(const Lp *lp, bool ended, double value) {
    double gap = lp->options->relative_gap;
    if (ended) {
        return value + fmax(gap * (fabs(value) + GAP_OF_NOTHING), CBC_INCREMENT);
    }
    double possible = -Cbc_getBestPossibleObjValue(lp->cbc);
    return fabs(possible) < CBC_NONE ? fmax(possible, value) : HUGE_VAL;
}

/** CBC's words for how a search ended. */
enum { CBC_ENDED, CBC_LIMIT, CBC_FAILED };

static void read_result(Lp *lp) {
    bool ended = Cbc_status(lp->cbc) == CBC_ENDED;
    const double *best = Cbc_bestSolution(lp->cbc);
    double value = least_value(lp);
    if (Cbc_isContinuousUnbounded(lp->cbc) || Cbc_status(lp->cbc) == CBC_FAILED) {
        lp->outcome = OUTCOME_SOLVER_FAILED;
        return;
    }
    if (best != NULL) {
        copy_items(lp->primal, best, (size_t)lp->model->n_columns * sizeof *best);
        lp->found = true;
        value = lp_model_value(lp->model, best);
    } else if (lp->options->start != NULL) {
        copy_items(lp->primal, lp->options->start,
                   (size_t)lp->model->n_columns * sizeof *lp->primal);
        lp->found = value > lp->options->cutoff;
    }
    lp->outcome = !ended                            ? OUTCOME_STOPPED
                  : lp->found                       ? OUTCOME_DONE
                  : lp->options->cutoff > -CBC_NONE ? OUTCOME_CUT_OFF
                                                    : OUTCOME_INFEASIBLE;
    lp->bound = lp->outcome == OUTCOME_INFEASIBLE ? HUGE_VAL : cbc_proven_bound(lp, ended, value);
}

static void search_model(void *call) {
    Lp *lp = call;
    lp->cbc = Cbc_newModel();
    lp->outcome = load_cbc(lp);
    if (lp->outcome == OUTCOME_DONE) {
        set_options(lp);
        coin_watch_search(lp->cbc, &lp->watch);
        Cbc_solve(lp->cbc);
        read_result(lp);
    }
    Cbc_deleteModel(lp->cbc);
}

static Outcome cbc_integer_search(const LpModel *model, const IntegerOptions *options,
                                  double *primal, double *bound, bool *found) {
    Lp lp = {.model = model,
             .options = options,
             .primal = primal,
             .bound = HUGE_VAL,
             .watch = {clock_start(options->time_limit_s, options->stop), HUGE_VAL}};
    Outcome status = sparse_program_init(&lp.sparse, model);
    if (status == OUTCOME_DONE) {
        status = cpp_guarded(search_model, &lp);
        status = status == OUTCOME_DONE ? lp.outcome : status;
    }
    sparse_model_clear(&lp.sparse);
    free(lp.numbers);
    free(lp.start);
    *bound = lp.bound;
    *found = lp.found;
    return status;
}

const IntegerBackend INTEGER_CBC = {
    .name = "cbc", .version = Cbc_getVersion, .search = cbc_integer_search};
