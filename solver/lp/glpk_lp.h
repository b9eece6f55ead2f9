/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What goes into GLPK: an LP made there, and changed. Private to the files named after GLPK. The
 *  functions are those of Backend that backend_glpk.c lists. */
#ifndef BANLIE_SOLVER_LP_GLPK_LP_H
#define BANLIE_SOLVER_LP_GLPK_LP_H

#include <glpk.h>

#include "solver/lp/backend.h"
#include "solver/lp/glpk_guard.h"

struct Lp {
    GlpkUse use;
    glp_prob *problem;
    int *index; /**< one row or column in GLPK's form, from 1 */
    double *value;
    int room;
    int scaled_rows, scaled_columns;
    int fully_scaled_columns; /**< columns when GLPK last scaled the whole LP */
    int iterations_max;       /**< of a solve, 0: no limit */
    double least;             /**< a solve ends where the objective cannot exceed it */
    Basis before;             /**< what the LP stood at before a basis was set */
    bool many_ties;           /**< a dual simplex went on for long: long steps suit it better */
};

Lp *glpk_lp_create(void);
void glpk_lp_destroy(Lp *lp);
Outcome glpk_lp_add_rows(Lp *lp, const SparseVectors *vectors, const double *lower,
                         const double *upper);
Outcome glpk_lp_add_columns(Lp *lp, const SparseVectors *vectors, const double *objective,
                            const double *lower, const double *upper);
void glpk_lp_bound_row(Lp *lp, RowId row, double lower, double upper);
void glpk_lp_bound_column(Lp *lp, ColumnId column, double lower, double upper);
void glpk_lp_set_objective(Lp *lp, ColumnId column, double objective);
void glpk_lp_limit(Lp *lp, int iterations, double objective);
void glpk_lp_set_column(Lp *lp, ColumnId column, const RowId *rows, const double *values,
                        int count);

/** Room in `index` and `value` for the longest row or column there can be; false where memory is
 * out. */
bool glpk_lp_reserve(Lp *lp) __attribute__((warn_unused_result));

#endif
