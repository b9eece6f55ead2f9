/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Column generation: solve, price, strengthen, until nothing is left to add. */
#include "solver/master/master_solve.h"

#include <limits.h>
#include <math.h>

#include "base/grow.h"
#include "solver/master/columns.h"
#include "solver/master/lagrangian.h"
#include "solver/master/links.h"
#include "solver/master/master_state.h"
#include "solver/master/price_round.h"
#include "solver/master/rows.h"
#include "solver/tolerances.h"

static bool fetch_solution(Master *master) {
    if (!GROW(master->primal, master->n_columns, master->room_primal)) {
        return false;
    }
    master->ground.backend->primal(master->lp, master->primal);
    master->paths_solved = master->paths_loaded;
    master_rows_fetch_duals(master);
    return true;
}

/* ---- phases ---- */

/** Switches between looking for feasibility (artificial columns cost 1, all else nothing) and the
 * real objective. */
static void set_phase(Master *master, bool farkas) {
    if (master->searching_feasibility == farkas) {
        return;
    }
    const Backend *backend = master->ground.backend;
    const LpModel *lp = &master->ground.formulation->lp;
    master->searching_feasibility = farkas;
    for (ColumnId column = 0; column < lp->n_columns; column++) {
        backend->set_objective(master->lp, column, farkas ? 0 : lp->columns[column].objective);
    }
    for (int i = 0; i < master->n_artificials; i++) {
        backend->set_objective(master->lp, master->first_artificial + i, farkas ? -1 : 0);
        backend->set_column_bounds(master->lp, master->first_artificial + i, 0,
                                   farkas ? HUGE_VAL : 0);
    }
    for (PathId path = 0; path < master->paths_loaded; path++) {
        backend->set_objective(master->lp, master->first_path + path,
                               farkas ? 0 : master->path_objective[path]);
    }
}

static Outcome solve_lp(Master *master, LpMethod method) {
    if (clock_expired(master->ground.clock)) {
        return OUTCOME_STOPPED;
    }
    Outcome status = master->ground.backend->solve(
        master->lp, method, clock_left(master->ground.clock), master->ground.clock->stop);
    if (status == OUTCOME_DONE && !fetch_solution(master)) {
        return OUTCOME_NO_MEMORY;
    }
    return status;
}

/** One round of pricing, its columns loaded. */
static Outcome price_and_load(Master *master, bool farkas, PriceRound *round) {
    *round = price_round(master, farkas);
    return round->no_memory ? OUTCOME_NO_MEMORY : master_load_paths(master);
}

/** Phase 1: generates columns until no artificial box is needed.
 *  @return OUTCOME_DONE where the rows can be kept, OUTCOME_INFEASIBLE where it is proven that they
 * cannot */
static Outcome find_feasible(Master *master) {
    set_phase(master, true);
    Outcome status;
    for (;;) {
        status = solve_lp(master, LP_PRIMAL);
        if (status != OUTCOME_DONE ||
            -master->ground.backend->objective(master->lp) <= ARTIFICIAL_NONE) {
            break;
        }
        PriceRound round;
        status = price_and_load(master, true, &round);
        if (status != OUTCOME_DONE) {
            break;
        }
        if (round.stopped) {
            status = OUTCOME_STOPPED;
            break;
        }
        /* A bound below zero on the objective that counts nothing: no plan keeps the rows. */
        if (round.added == 0 || lagrangian_bound(master, round.gain, true) < -ARTIFICIAL_NONE) {
            status = OUTCOME_INFEASIBLE;
            break;
        }
    }
    set_phase(master, false);
    return status;
}

/** One solve of the LP at hand, feasibility sought by pricing where the known columns have none. */
static Outcome solve_known(Master *master, LpMethod method) {
    Outcome status = solve_lp(master, method);
    if (status != OUTCOME_INFEASIBLE || master->n_artificials == 0) {
        return status;
    }
    status = find_feasible(master);
    return status == OUTCOME_DONE ? solve_lp(master, LP_PRIMAL) : status;
}

/** Solves over the columns at hand until no row that was held back is violated. */
static Outcome solve_all_rows(Master *master, LpMethod method) {
    int violated;
    do {
        violated = 0;
        Outcome status = master_load_paths(master);
        if (status == OUTCOME_DONE) {
            status = solve_known(master, method);
        }
        if (status == OUTCOME_DONE) {
            status = master_rows_add_violated(master, &violated);
        }
        if (status != OUTCOME_DONE) {
            return status;
        }
        method = LP_DUAL;
    } while (violated > 0);
    return OUTCOME_DONE;
}

/** Has solves end where the dual simplex shows that the LP is worth no more. */
static void limit_lp(const Master *master, double cutoff) {
    const Backend *backend = master->ground.backend;
    if (backend->limit != NULL) {
        backend->limit(master->lp, 0, cutoff - master->ground.formulation->lp.constant);
    }
}

/** Solves the LP as far as it takes to show that it is worth no more than the cutoff, then asks the
 * prices reached whether that holds for all itineraries.
 *  @return OUTCOME_CUT_OFF where it does; OUTCOME_DONE where that is left open */
static Outcome solve_briefly(Master *master, double cutoff, MasterResult *result) {
    if (!isfinite(cutoff)) {
        return OUTCOME_DONE;
    }
    limit_lp(master, cutoff);
    Outcome status = master_load_paths(master);
    if (status == OUTCOME_DONE) {
        status = solve_lp(master, LP_DUAL);
    }
    limit_lp(master, -HUGE_VAL);
    if (status != OUTCOME_CUT_OFF) {
        return status == OUTCOME_INFEASIBLE ? OUTCOME_DONE : status;
    }
    if (!fetch_solution(master)) {
        return OUTCOME_NO_MEMORY;
    }
    PriceRound round;
    status = price_and_load(master, false, &round);
    if (status == OUTCOME_DONE && !round.stopped) {
        result->last_bound = lagrangian_bound(master, round.gain, false);
        result->bound = result->last_bound;
        status = result->bound <= cutoff ? OUTCOME_CUT_OFF : OUTCOME_DONE;
    }
    return status;
}

/** @param rounds    of pricing, at most
 *  @param finished  receives whether it ended before they were over */
static Outcome solve_rounds(Master *master, double cutoff, double tolerance, long rounds,
                            MasterResult *result, bool *finished) {
    *finished = true;
    *result = (MasterResult){.value = NAN, .bound = HUGE_VAL, .last_bound = HUGE_VAL};
    /* After a change of bounds the basis is still dual feasible; the very first basis, of slacks,
     * is primal feasible. */
    LpMethod method = master->rounds == 0 && !master->based ? LP_PRIMAL : LP_DUAL;
    for (;;) {
        Outcome status = solve_all_rows(master, method);
        if (status != OUTCOME_DONE) {
            return status;
        }
        result->value =
            master->ground.backend->objective(master->lp) + master->ground.formulation->lp.constant;
        PriceRound round = price_round(master, false);
        if (round.no_memory) {
            return OUTCOME_NO_MEMORY;
        }
        result->last_bound = lagrangian_bound(master, round.gain, false);
        result->bound = fmin(result->bound, result->last_bound);
        if (result->bound <= cutoff) {
            return OUTCOME_CUT_OFF;
        }
        if (round.stopped) {
            return OUTCOME_STOPPED;
        }
        bool close = result->bound - result->value <= tolerance * fmax(1, fabs(result->value));
        bool settled = close || round.added == 0;
        int linked = 0;
        if (settled && master->strengthen) {
            status = links_add_violated(master, &linked);
        }
        if (status != OUTCOME_DONE || (settled && linked == 0)) {
            return status;
        }
        if (--rounds <= 0) {
            *finished = false;
            return OUTCOME_DONE;
        }
        method = linked > 0 ? LP_DUAL : LP_PRIMAL;
    }
}

Outcome master_solve(Master *master, double cutoff, double tolerance, MasterResult *result) {
    bool finished;
    return solve_rounds(master, cutoff, tolerance, LONG_MAX, result, &finished);
}

Outcome master_solve_briefly(Master *master, int rounds, MasterResult *result, bool *finished) {
    return solve_rounds(master, -HUGE_VAL, RELAXATION_SOLVED, rounds, result, finished);
}

Outcome master_solve_from_afar(Master *master, double cutoff, double tolerance,
                               MasterResult *result) {
    *result = (MasterResult){.value = NAN, .bound = HUGE_VAL, .last_bound = HUGE_VAL};
    const Outcome status = solve_briefly(master, cutoff, result);
    if (status != OUTCOME_DONE) {
        return status;
    }
    const double known = result->bound;
    const Outcome solved = master_solve(master, cutoff, tolerance, result);
    result->bound = fmin(result->bound, known);
    return solved;
}

double master_promised_bound(Master *master) {
    PriceRound round = price_round_promised(master);
    return round.no_memory ? HUGE_VAL : lagrangian_bound(master, round.gain, false);
}
