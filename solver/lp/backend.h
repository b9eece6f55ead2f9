/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  One small interface to LP solvers. No other part of the program includes a solver's header.
 *
 *  LPs are maximised. The dual of a row is the rise of the objective for one more unit of its
 * active bound: >= 0 where the upper bound is active, <= 0 where the lower one is. Reduced cost of
 * a column = objective − Σ dual · coefficient. */
#ifndef BANLIE_SOLVER_LP_BACKEND_H
#define BANLIE_SOLVER_LP_BACKEND_H

#include <signal.h>

#include "base/outcome.h"
#include "model/formulation/lp_model.h"
#include "solver/lp/basis.h"
#include "solver/lp/integer_backend.h"

typedef enum { LP_PRIMAL, LP_DUAL } LpMethod;

/** Sparse vectors one after another: `start` has count + 1 entries. */
typedef struct {
    int count;
    const int *start;
    const int *index;
    const double *value;
} SparseVectors;

/** A live LP in a solver. */
typedef struct Lp Lp;

/** Rows that could not be added are not in the LP; likewise columns. */
typedef Outcome AddRows(Lp *lp, const SparseVectors *vectors, const double *lower,
                        const double *upper);
typedef Outcome AddColumns(Lp *lp, const SparseVectors *vectors, const double *objective,
                           const double *lower, const double *upper);

typedef struct Backend {
    const char *name;
    const char *(*version)(void);
    Lp *(*create)(void);     /**< NULL where memory is out */
    void (*destroy)(Lp *lp); /**< and what the solver keeps beside, with the last of them */
    AddRows *add_rows;
    AddColumns *add_columns;
    void (*set_row_bounds)(Lp *lp, RowId row, double lower, double upper);
    void (*set_column_bounds)(Lp *lp, ColumnId column, double lower, double upper);
    void (*set_objective)(Lp *lp, ColumnId column, double objective);
    /** Sets coefficients of one column that stand in the matrix already; `rows` and `values` are
     * the whole column. What goes wrong here the next solve answers. */
    void (*set_column)(Lp *lp, ColumnId column, const RowId *rows, const double *values, int count);
    /** Limits the solves to come: OUTCOME_STOPPED after so many iterations (0: no limit),
     * OUTCOME_CUT_OFF where the dual simplex shows that the objective is no more than this, which a
     * solver may leave aside. The duals and the objective that they prove can be read then, and the
     * basis reached. NULL where a solver has no such limits. */
    void (*limit)(Lp *lp, int iterations, double objective);
    /** @param stop  set non-zero by a signal handler: OUTCOME_STOPPED soon, and perhaps from then
     * on whatever is asked of this LP; may be NULL
     *  @return OUTCOME_DONE where the optimum was found, OUTCOME_INFEASIBLE, OUTCOME_STOPPED, or a
     * failure (OUTCOME_SOLVER_FAILED: unbounded, numerical trouble) */
    Outcome (*solve)(Lp *lp, LpMethod method, double time_limit_s,
                     const volatile sig_atomic_t *stop);
    double (*objective)(Lp *lp);
    void (*duals)(Lp *lp, double *dual);            /**< per row */
    void (*primal)(Lp *lp, double *primal);         /**< per column */
    void (*reduced_costs)(Lp *lp, double *reduced); /**< per column */
    bool (*get_basis)(Lp *lp, Basis *basis);        /**< false where memory is out */
    void (*set_basis)(Lp *lp, const Basis *basis);
    bool for_own_use; /**< its licence does not let a program with it and GLPK be handed out */
    const IntegerBackend *integer; /**< the search for whole numbers that goes with it */
    /** What looks for better boxes near those at hand, in programs that hold most columns: where
     * the search that goes with it takes long to begin, another one. */
    const IntegerBackend *nearby;
} Backend;

#endif
