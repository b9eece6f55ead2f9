/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The basic columns of an LP over its rows, as its tableau wants them. */
#ifndef BANLIE_SOLVER_CLOSED_BASIC_COLUMNS_H
#define BANLIE_SOLVER_CLOSED_BASIC_COLUMNS_H

#include "solver/closed/closed_lp.h"

/** One vector a column, to be freed with basic_columns_clear(). */
typedef struct {
    SparseVectors vectors;
    ColumnId *ids; /**< per vector */
    void *memory[4];
} BasicColumns;

/** The columns that are basic.
 *  @param basis  of the LP
 *  @return false where memory is out */
bool basic_columns_build(const ClosedLp *lp, const Basis *basis, BasicColumns *columns)
    __attribute__((warn_unused_result));
void basic_columns_clear(BasicColumns *columns);

#endif
