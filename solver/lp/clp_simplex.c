/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hands an LP to CLP, solves it there by the simplex and takes the answer back. */
#include "solver/lp/clp_simplex.h"

#include <Clp_C_Interface.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "solver/lp/clp_edges.h"
#include "solver/lp/clp_lp.h"
#include "solver/lp/coin_watch.h"
#include "solver/lp/cpp_guard.h"
#include "solver/tolerances.h"

/** CLP's direction of optimisation. */
static const double MAXIMISE = -1;

/** What the dual simplex takes for the greatest value of a column that has no upper bound, to start
 * with: more than any plan has of anything, and little enough to tell. With CLP's own 1e10 it left
 * a third of the work to the primal one. */
static const double GREATEST_VALUE = 1e4;

/** CLP lets rows pass that miss their limits by some times its tolerance. */
static const double TIGHTER = 0.1;

/** CLP's number for an LP as it is: scaled anew each time, no edge were of use in the next solve.
 */
enum { UNSCALED = 0 };

/** CLP's numbers for when costs are perturbed: from the start, or where it stalls. The dual simplex
 * takes a third fewer iterations so, the primal one more. */
enum { PERTURB_ALWAYS = 50, PERTURB_STALLED = 100 };

/** One solve. */
typedef struct {
    Lp *lp;
    LpMethod method;
    SimplexWatch watch;
    ActiveColumns columns;
    unsigned char *status; /**< CLP's, of the active columns and then of the rows */
    double *edges;         /**< of the same (clp_edges.h) */
    double *column_edge;   /**< per column of the LP, and behind them per row */
    Outcome outcome;
} ClpRun;

/** CLP's statuses in a basis, by the numbers that its interface has for them. */
enum { CLP_FREE, CLP_BASIC, CLP_UPPER, CLP_LOWER, CLP_SUPERBASIC, CLP_FIXED };

/** The bits of a status; CLP has others beside. */
enum { CLP_STATUS_BITS = 7 };

static unsigned char clp_status(unsigned char basis_status) {
    static const unsigned char of[] = {[BASIS_BASIC] = CLP_BASIC,
                                       [BASIS_LOWER] = CLP_LOWER,
                                       [BASIS_UPPER] = CLP_UPPER,
                                       [BASIS_FREE] = CLP_FREE,
                                       [BASIS_FIXED] = CLP_FIXED};
    return of[basis_status];
}

static unsigned char basis_status_of_clp(unsigned char status) {
    static const unsigned char of[] = {
        [CLP_FREE] = BASIS_FREE,   [CLP_BASIC] = BASIS_BASIC,      [CLP_UPPER] = BASIS_UPPER,
        [CLP_LOWER] = BASIS_LOWER, [CLP_SUPERBASIC] = BASIS_LOWER, [CLP_FIXED] = BASIS_FIXED};
    return of[status & CLP_STATUS_BITS];
}

/** Where the LP stands, in CLP's statuses, and the edges known of it. */
static void list_basis(ClpRun *run) {
    const LpStore *store = &run->lp->store;
    int n_columns = run->columns.n_columns;
    double *row_edge = run->column_edge + store->n_columns;
    memset(run->column_edge, 0,
           (size_t)(store->n_columns + store->n_rows) * sizeof *run->column_edge);
    edge_store_read(&run->lp->edges, store, run->column_edge, row_edge);
    for (int i = 0; i < n_columns; i++) {
        run->status[i] = clp_status(store->column_status[run->columns.column[i]]);
        run->edges[i] = run->column_edge[run->columns.column[i]];
    }
    for (RowId row = 0; row < store->n_rows; row++) {
        run->status[n_columns + row] = clp_status(store->row_status[row]);
        run->edges[n_columns + row] = row_edge[row];
    }
}

static void load_clp(ClpRun *run, Clp_Simplex *clp) {
    const LpStore *store = &run->lp->store;
    const ActiveColumns *columns = &run->columns;
    Clp_setLogLevel(clp, 0);
    Clp_scaling(clp, UNSCALED);
    Clp_setOptimizationDirection(clp, MAXIMISE);
    Clp_setPrimalTolerance(clp, LP_TOLERANCE * TIGHTER);
    Clp_setDualTolerance(clp, LP_TOLERANCE);
    Clp_setDualBound(clp, GREATEST_VALUE);
    Clp_setPerturbation(clp, run->method == LP_DUAL ? PERTURB_ALWAYS : PERTURB_STALLED);
    Clp_loadProblem(clp, columns->n_columns, store->n_rows, columns->start, columns->index,
                    columns->value, columns->lower, columns->upper, columns->objective,
                    store->row_lower, store->row_upper);
    list_basis(run);
    Clp_copyinStatus(clp, run->status);
    clp_edges_keep(clp, run->edges);
    coin_watch_simplex(clp, &run->watch);
}

/** What a price adds to the value of an LP by what it is the price of; one that is of the wrong
 * sign by a hair adds nothing. */
static double priced(double price, double lower, double upper) {
    double side = price > 0 ? upper : lower;
    return price == 0 || !isfinite(side) ? 0 : price * side;
}

/** The value that the prices of a simplex stopped half way prove for the active columns. */
static double dual_value(const ClpRun *run) {
    const LpStore *store = &run->lp->store;
    const ActiveColumns *columns = &run->columns;
    const double *dual = run->lp->dual;
    double value = 0;
    for (RowId row = 0; row < store->n_rows; row++) {
        value += priced(dual[row], store->row_lower[row], store->row_upper[row]);
    }
    for (int i = 0; i < columns->n_columns; i++) {
        double reduced = columns->objective[i];
        for (int j = columns->start[i]; j < columns->start[i + 1]; j++) {
            reduced -= dual[columns->index[j]] * columns->value[j];
        }
        value += priced(reduced, columns->lower[i], columns->upper[i]);
    }
    return value;
}

static void take_answer(ClpRun *run, Clp_Simplex *clp) {
    Lp *lp = run->lp;
    const ActiveColumns *columns = &run->columns;
    const double *primal = Clp_primalColumnSolution(clp);
    const unsigned char *status = Clp_statusArray(clp);
    memset(lp->primal, 0, (size_t)lp->store.n_columns * sizeof *lp->primal);
    for (int i = 0; i < columns->n_columns; i++) {
        lp->primal[columns->column[i]] = primal[i];
        lp->store.column_status[columns->column[i]] = basis_status_of_clp(status[i]);
    }
    for (RowId i = 0; i < lp->store.n_rows; i++) {
        lp->store.row_status[i] = basis_status_of_clp(status[columns->n_columns + i]);
    }
    if (run->watch.limited) {
        lp->objective = dual_value(run);
        return;
    }
    copy_items(lp->dual, Clp_dualRowSolution(clp), (size_t)lp->store.n_rows * sizeof *lp->dual);
    lp->objective = Clp_objectiveValue(clp);
}

/** Notes the edges that the dual simplex ended with; false where memory is out. */
static bool note_edges(ClpRun *run) {
    const ActiveColumns *columns = &run->columns;
    for (int i = 0; i < columns->n_columns; i++) {
        run->column_edge[columns->column[i]] = run->edges[i];
    }
    return edge_store_note(&run->lp->edges, &run->lp->store, run->column_edge,
                           run->edges + columns->n_columns);
}

/** CLP's words for how a solve ended, besides CLP_STOPPED_BY_EVENT. */
enum { CLP_OPTIMAL, CLP_INFEASIBLE };

static Outcome outcome_of_clp(int status) {
    switch (status) {
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

/** CLP's interface builds and factorises everything anew at each solve: so nothing is gained by
 * keeping the LP there. */
static void solve_anew(void *call) {
    ClpRun *run = call;
    Clp_Simplex *clp = Clp_newModel();
    load_clp(run, clp);
    if (run->method == LP_DUAL) {
        Clp_dual(clp, 0);
    } else {
        Clp_primal(clp, 0);
    }
    run->outcome = outcome_of_clp(Clp_status(clp));
    take_answer(run, clp);
    if (run->method == LP_DUAL && !note_edges(run)) {
        run->outcome = OUTCOME_NO_MEMORY;
    }
    Clp_deleteModel(clp);
}

static bool run_begin(ClpRun *run) {
    Lp *lp = run->lp;
    size_t statuses = (size_t)lp->store.n_columns + (size_t)lp->store.n_rows + 1;
    run->status = malloc(statuses);
    run->edges = calloc(statuses, sizeof *run->edges);
    run->column_edge = calloc(statuses, sizeof *run->column_edge);
    return run->status != NULL && run->edges != NULL && run->column_edge != NULL &&
           active_columns_list(&lp->store, &run->columns) &&
           RESIZE(lp->primal, lp->store.n_columns + 1) && RESIZE(lp->dual, lp->store.n_rows + 1);
}

Outcome clp_simplex(Lp *lp, LpMethod method, double time_limit_s,
                    const volatile sig_atomic_t *stop) {
    ClpRun run = {.lp = lp, .method = method, .watch = {.clock = clock_start(time_limit_s, stop)}};
    if (clock_expired(&run.watch.clock)) {
        return OUTCOME_STOPPED;
    }
    Outcome status = outcome_of_memory(run_begin(&run));
    run.watch.dual = lp->dual;
    run.watch.iterations_max = method == LP_DUAL ? lp->iterations_max : 0;
    if (status == OUTCOME_DONE) {
        status = cpp_guarded(solve_anew, &run);
    }
    if (status == OUTCOME_DONE && run.outcome == OUTCOME_SOLVER_FAILED) {
        lp_store_set_basis(&lp->store, &(Basis){0});
        run.method = method == LP_PRIMAL ? LP_DUAL : LP_PRIMAL;
        run.watch.iterations_max = 0;
        status = cpp_guarded(solve_anew, &run);
    }
    active_columns_clear(&run.columns);
    free(run.status);
    free(run.edges);
    free(run.column_edge);
    return status == OUTCOME_DONE ? run.outcome : status;
}
