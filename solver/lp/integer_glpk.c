/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GLPK's search for whole numbers behind the interface. */
#include "solver/lp/integer_glpk.h"

#include <math.h>

#include "solver/lp/glpk_lp.h"
#include "solver/lp/load.h"
#include "solver/tolerances.h"

/** One search. */
typedef struct {
    glp_prob *problem;
    const glp_iocp *parameters;
    int returned;
} IntegerRun;

/** What is kept while GLPK's own search runs. */
typedef struct {
    double bound; /**< best of the open nodes */
    int nodes_left;
    const volatile sig_atomic_t *stop;
} Watch;

static void watch_search(glp_tree *tree, void *info) {
    Watch *watch = info;
    if (glp_ios_reason(tree) != GLP_ISELECT) {
        return;
    }
    int node = glp_ios_best_node(tree);
    if (node != 0) {
        watch->bound = glp_ios_node_bound(tree, node);
    }
    if (watch->nodes_left-- == 0 || (watch->stop != NULL && *watch->stop != 0)) {
        glp_ios_terminate(tree);
    }
}

static Outcome load_integer_model(Lp *lp, const LpModel *model) {
    SparseModel sparse;
    Outcome status = sparse_program_init(&sparse, model);
    if (status == OUTCOME_DONE) {
        status = glpk_lp_add_rows(lp, &sparse.rows, sparse.row_lower, sparse.row_upper);
    }
    if (status == OUTCOME_DONE) {
        status =
            glpk_lp_add_columns(lp, &sparse.columns, sparse.objective, sparse.lower, sparse.upper);
    }
    sparse_model_clear(&sparse);
    for (ColumnId column = 0; column < model->n_columns && status == OUTCOME_DONE; column++) {
        glp_set_col_kind(lp->problem, column + 1, model->columns[column].integer ? GLP_IV : GLP_CV);
    }
    return status;
}

static void run_intopt(void *call) {
    IntegerRun *run = call;
    run->returned = glp_intopt(run->problem, run->parameters);
}

/** What GLPK's search leaves proven. */
static double proven_bound(glp_prob *problem, int returned, bool found, double gap,
                           double watched) {
    if ((returned == 0 || returned == GLP_EMIPGAP) && found) {
        double value = glp_mip_obj_val(problem);
        return value + gap * (fabs(value) + GAP_OF_NOTHING);
    }
    return watched;
}

/** How the search ended. */
static Outcome integer_outcome(glp_prob *problem, int returned, bool found) {
    if (returned == GLP_ENOPFS || (returned == 0 && glp_mip_status(problem) == GLP_NOFEAS)) {
        return OUTCOME_INFEASIBLE;
    }
    if (returned == GLP_ETMLIM || returned == GLP_ESTOP) {
        return OUTCOME_STOPPED;
    }
    return found ? OUTCOME_DONE : OUTCOME_SOLVER_FAILED;
}

static Outcome search_loaded(Lp *lp, const IntegerOptions *options, double *primal, double *bound,
                             bool *found) {
    Watch watch = {.bound = HUGE_VAL, .nodes_left = options->node_limit, .stop = options->stop};
    glp_iocp parameters;
    glp_init_iocp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    parameters.presolve = GLP_ON;
    /* No cover cuts: GLPK ends the program in them where its presolve leaves no column. */
    parameters.mir_cuts = GLP_ON;
    parameters.mip_gap = options->relative_gap;
    parameters.tm_lim = glpk_milliseconds(options->time_limit_s);
    parameters.cb_func = watch_search;
    parameters.cb_info = &watch;
    IntegerRun run = {.problem = lp->problem, .parameters = &parameters};
    glpk_guarded(&lp->use, NULL, run_intopt, &run);
    if (lp->use.failure != OUTCOME_DONE) {
        return lp->use.failure;
    }
    if (run.returned != GLP_ENOPFS) {
        int status = glp_mip_status(lp->problem);
        *found = status == GLP_OPT || status == GLP_FEAS;
        *bound =
            proven_bound(lp->problem, run.returned, *found, options->relative_gap, watch.bound);
    }
    for (int column = 0; column < glp_get_num_cols(lp->problem) && *found; column++) {
        primal[column] = glp_mip_col_val(lp->problem, column + 1);
    }
    return integer_outcome(lp->problem, run.returned, *found);
}

static Outcome glpk_integer_search(const LpModel *model, const IntegerOptions *options,
                                   double *primal, double *bound, bool *found) {
    *bound = HUGE_VAL;
    *found = false;
    Lp *lp = glpk_lp_create();
    if (lp == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    Outcome status = load_integer_model(lp, model);
    if (status == OUTCOME_DONE) {
        status = search_loaded(lp, options, primal, bound, found);
    }
    glpk_lp_destroy(lp);
    return status;
}

const IntegerBackend INTEGER_GLPK = {
    .name = "glpk", .version = glp_version, .search = glpk_integer_search};
