/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GLPK's search for whole numbers. */
#include "solver/lp/integer_glpk.h"

#include <math.h>

#include "solver/lp/glpk_lp.h"

/** One search. */
typedef struct {
    Lp *lp;
    const glp_iocp *parameters;
    int returned;
} Search;

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

/** What GLPK's search leaves proven. */
static double integer_bound(const Lp *lp, int returned, bool found, double gap, double watched) {
    if (returned == 0 && found) {
        double value = glp_mip_obj_val(lp->problem);
        return value + gap * (fabs(value) + 1e-9);
    }
    return watched;
}

static void make_intopt(void *call) {
    Search *search = call;
    search->returned = glp_intopt(search->lp->problem, search->parameters);
}

Outcome glpk_integer_solve(Lp *lp, const bool *integer, const MipOptions *options, double *values,
                           double *bound, bool *found) {
    *bound = HUGE_VAL;
    *found = false;
    int columns = glp_get_num_cols(lp->problem);
    for (int i = 0; i < columns; i++) {
        glp_set_col_kind(lp->problem, i + 1, integer[i] ? GLP_IV : GLP_CV);
    }
    glp_iocp parameters;
    glp_init_iocp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    parameters.presolve = GLP_ON;
    /* No cover cuts: GLPK ends the program in them where its presolve leaves no column. */
    parameters.mir_cuts = GLP_ON;
    parameters.mip_gap = options->relative_gap;
    parameters.tm_lim = glpk_milliseconds(options->time_limit_s);
    Watch watch = {.bound = HUGE_VAL, .nodes_left = options->node_limit, .stop = options->stop};
    parameters.cb_func = watch_search;
    parameters.cb_info = &watch;
    Search search = {.lp = lp, .parameters = &parameters};
    glpk_guarded(&lp->use, NULL, make_intopt, &search);
    int returned = search.returned;
    if (lp->use.failure != OUTCOME_DONE) {
        return lp->use.failure;
    }
    if (returned == GLP_ENOPFS) {
        return OUTCOME_INFEASIBLE;
    }
    int status = glp_mip_status(lp->problem);
    *found = status == GLP_OPT || status == GLP_FEAS;
    if (*found) {
        for (int i = 0; i < columns; i++) {
            values[i] = glp_mip_col_val(lp->problem, i + 1);
        }
    }
    *bound = integer_bound(lp, returned, *found, options->relative_gap, watch.bound);
    if (status == GLP_NOFEAS && returned == 0) {
        return OUTCOME_INFEASIBLE;
    }
    if (returned == GLP_ETMLIM || returned == GLP_ESTOP) {
        return OUTCOME_STOPPED;
    }
    return *found ? OUTCOME_DONE : OUTCOME_SOLVER_FAILED;
}
