/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  A basis of an LP, in no solver's form: what a solve can start from. */
#ifndef BANLIE_SOLVER_LP_BASIS_H
#define BANLIE_SOLVER_LP_BASIS_H

#include <stdbool.h>

/** Where a row or column stands in a basis. */
typedef enum { BASIS_BASIC, BASIS_LOWER, BASIS_UPPER, BASIS_FREE, BASIS_FIXED } BasisStatus;

/** One status a row and a column. Rows and columns added later count as basic and at the lower
 * bound. */
typedef struct {
    unsigned char *rows;
    unsigned char *columns;
    int n_rows, n_columns;
} Basis;

/** Gives a basis the size of an LP, to be filled; what it held before is gone.
 *  @return false where memory is out: it is as it was then */
bool basis_size(Basis *basis, int n_rows, int n_columns) __attribute__((warn_unused_result));

void basis_clear(Basis *basis);

/** A BasisStatus as the bounds of the row or column allow it. */
unsigned char basis_status_fitting(unsigned char status, double lower, double upper);

#endif
