/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Solves an LP by CLP's simplex. */
#include "solver/lp/clp_simplex.h"

#include "solver/lp/clp_lp.h"
#include "solver/lp/coin_guard.h"
#include "solver/tolerances.h"

/** CLP's words for how a solve ended, besides CLP_STOPPED_BY_EVENT. */
enum { CLP_OPTIMAL, CLP_INFEASIBLE };

static void run_primal(void *call) {
    Lp *lp = call;
    Clp_primal(lp->clp, 0);
}

static void run_dual(void *call) {
    Lp *lp = call;
    Clp_dual(lp->clp, 0);
}

static Outcome outcome_of_clp(Lp *lp) {
    if (lp->failure != OUTCOME_DONE) {
        return lp->failure;
    }
    switch (Clp_status(lp->clp)) {
    case CLP_OPTIMAL:
        return OUTCOME_DONE;
    case CLP_INFEASIBLE:
        return OUTCOME_INFEASIBLE;
    case CLP_STOPPED_BY_EVENT:
        return OUTCOME_STOPPED;
    default:
        return OUTCOME_SOLVER_FAILED;
    }
}

Outcome clp_simplex(Lp *lp, LpMethod method, double time_limit_s,
                    const volatile sig_atomic_t *stop) {
    lp->clock = clock_start(time_limit_s, stop);
    if (clock_expired(&lp->clock)) {
        return OUTCOME_STOPPED;
    }
    clp_lp_guarded(lp, method == LP_DUAL ? run_dual : run_primal, lp);
    return outcome_of_clp(lp);
}
