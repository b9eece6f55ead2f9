/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hands HiGHS what has changed in an LP, solves it there by the simplex and takes the answer
 * back. */
#include "solver/lp/highs_simplex.h"

#include <limits.h>
#include <stddef.h>

#include "solver/lp/cpp_guard.h"
#include "solver/lp/highs_begin.h"
#include "solver/lp/highs_lp.h"

/** One solve. */
typedef struct {
    Lp *lp;
    LpMethod method;
    bool anew; /**< from HiGHS's own basis */
    Outcome outcome;
} HighsRun;

static void hand_over(Lp *lp) {
    if (lp->rows_changed && lp->n_rows > 0) {
        Highs_changeRowsBoundsByRange(lp->highs, 0, lp->n_rows - 1, lp->row_lower, lp->row_upper);
    }
    if (lp->columns_changed && lp->n_columns > 0) {
        int last = lp->n_columns - 1;
        Highs_changeColsBoundsByRange(lp->highs, 0, last, lp->lower, lp->upper);
        Highs_changeColsCostByRange(lp->highs, 0, last, lp->cost);
    }
    if (lp->basis_changed &&
        Highs_setBasis(lp->highs, lp->column_status, lp->row_status) == kHighsStatusError) {
        Highs_setLogicalBasis(lp->highs);
    }
    lp->rows_changed = lp->columns_changed = lp->basis_changed = false;
}

static void set_limits(const Lp *lp, LpMethod method) {
    enum { DUAL = 1, PRIMAL = 4 }; /* HiGHS's numbers for them */
    Highs_setIntOptionValue(lp->highs, "simplex_strategy", method == LP_DUAL ? DUAL : PRIMAL);
    Highs_setIntOptionValue(lp->highs, "simplex_iteration_limit",
                            lp->iterations_max > 0 ? lp->iterations_max : INT_MAX);
    Highs_setDoubleOptionValue(lp->highs, "objective_bound", -lp->least);
}

static Outcome outcome_of_highs(const Lp *lp, int status) {
    if (status == kHighsModelStatusOptimal) {
        return OUTCOME_DONE;
    }
    if (status == kHighsModelStatusModelEmpty) {
        bool hold = highs_rows_hold_nothing(lp->n_rows, lp->row_lower, lp->row_upper);
        return hold ? OUTCOME_DONE : OUTCOME_INFEASIBLE;
    }
    if (status == kHighsModelStatusInfeasible) {
        return OUTCOME_INFEASIBLE;
    }
    if (status == kHighsModelStatusObjectiveBound) {
        return OUTCOME_CUT_OFF;
    }
    if (status == kHighsModelStatusIterationLimit || status == kHighsModelStatusInterrupt) {
        return OUTCOME_STOPPED;
    }
    return OUTCOME_SOLVER_FAILED;
}

static void solve_highs(void *call) {
    HighsRun *run = call;
    Lp *lp = run->lp;
    hand_over(lp);
    set_limits(lp, run->method);
    if (run->anew) {
        Highs_setLogicalBasis(lp->highs);
    }
    Highs_run(lp->highs);
    run->outcome = outcome_of_highs(lp, Highs_getModelStatus(lp->highs));
    Highs_getSolution(lp->highs, lp->primal, lp->reduced, NULL, lp->dual);
    Highs_getBasis(lp->highs, lp->column_status, lp->row_status);
    lp->objective = -Highs_getObjectiveValue(lp->highs);
}

Outcome highs_simplex(Lp *lp, LpMethod method, double time_limit_s,
                      const volatile sig_atomic_t *stop) {
    HighsRun run = {.lp = lp, .method = method};
    lp->clock = clock_start(time_limit_s, stop);
    if (lp->failure == OUTCOME_DONE && clock_expired(&lp->clock)) {
        return OUTCOME_STOPPED;
    }
    if (lp->failure == OUTCOME_DONE) {
        lp->failure = cpp_guarded(solve_highs, &run);
    }
    if (lp->failure == OUTCOME_DONE && run.outcome == OUTCOME_SOLVER_FAILED) {
        run.method = LP_PRIMAL;
        run.anew = true;
        lp->failure = cpp_guarded(solve_highs, &run);
    }
    return lp->failure == OUTCOME_DONE ? run.outcome : lp->failure;
}
