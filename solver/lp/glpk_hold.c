/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the columns by their reduced costs in the present basis. */
#include "solver/lp/glpk_hold.h"

#include "solver/tolerances.h"

/** True where the column stands at its lower bound and has no upper one. */
static bool may_rise(glp_prob *problem, int column) {
    return glp_get_col_stat(problem, column) == GLP_NL &&
           glp_get_col_type(problem, column) == GLP_LO;
}

static bool any_may_rise(glp_prob *problem) {
    int columns = glp_get_num_cols(problem);
    for (int j = 1; j <= columns; j++) {
        if (may_rise(problem, j)) {
            return true;
        }
    }
    return false;
}

int glpk_hold(Lp *lp) {
    glp_prob *problem = lp->problem;
    int columns = glp_get_num_cols(problem), count = 0;
    if (glp_get_num_rows(problem) == 0 || !any_may_rise(problem) || glp_warm_up(problem) != 0) {
        return 0;
    }
    for (int j = 1; j <= columns; j++) {
        double reduced = glp_get_col_dual(problem, j) * glp_get_sjj(problem, j);
        if (reduced > LP_TOLERANCE / 2 && may_rise(problem, j)) {
            lp->index[++count] = j;
        }
    }
    for (int i = 1; i <= count; i++) {
        double lower = glp_get_col_lb(problem, lp->index[i]);
        glp_set_col_bnds(problem, lp->index[i], GLP_FX, lower, lower);
    }
    return count;
}

void glpk_release(Lp *lp, int count) {
    for (int i = 1; i <= count; i++) {
        double lower = glp_get_col_lb(lp->problem, lp->index[i]);
        glp_set_col_bnds(lp->problem, lp->index[i], GLP_LO, lower, 0);
    }
}
