/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  An LP kept in arrays with its basis, for solvers that are given it anew for each solve: without
 *  the columns that cannot be used, which in column generation are most of them. */
#ifndef BANLIE_SOLVER_LP_LP_STORE_H
#define BANLIE_SOLVER_LP_LP_STORE_H

#include "solver/lp/backend.h"

typedef struct {
    RowId row;
    int older; /**< the column's entry before, NONE where it is the first */
    double value;
} StoredEntry;

typedef struct {
    int n_rows, room_rows;
    double *row_lower, *row_upper;
    unsigned char *row_status; /**< BasisStatus */
    int n_columns, room_columns;
    double *objective, *lower, *upper;
    unsigned char *column_status;
    int *newest; /**< per column: its entry added last, NONE where it has none */
    StoredEntry *entries;
    int n_entries, room_entries;
} LpStore;

void lp_store_clear(LpStore *store);

/** New rows are basic. */
Outcome lp_store_add_rows(LpStore *store, const SparseVectors *vectors, const double *lower,
                          const double *upper);

/** New columns stand at a bound. */
Outcome lp_store_add_columns(LpStore *store, const SparseVectors *vectors, const double *objective,
                             const double *lower, const double *upper);

/** Sets entries of the column, which are there. */
void lp_store_set_column(LpStore *store, ColumnId column, const RowId *rows, const double *values,
                         int count);

/** Objective less the duals' share, per column. */
void lp_store_reduced_costs(const LpStore *store, const double *dual, double *reduced);

/** Those of Backend. */
bool lp_store_get_basis(const LpStore *store, Basis *basis);
void lp_store_set_basis(LpStore *store, const Basis *basis);

/** The columns of an LP that count, in arrays as solvers take them: a column that is fixed at 0 and
 * not basic does not. */
typedef struct {
    int n_columns;
    ColumnId *column; /**< whose column it is */
    int *start;       /**< of its entries; one more at the end */
    int *index;       /**< rows */
    double *value;
    double *objective, *lower, *upper;
} ActiveColumns;

/** @return false where memory is out; to be cleared in any case */
bool active_columns_list(const LpStore *store, ActiveColumns *active)
    __attribute__((warn_unused_result));

void active_columns_clear(ActiveColumns *active);

#endif
