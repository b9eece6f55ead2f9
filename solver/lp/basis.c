/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory of bases, and what is a basis. */
#include "solver/lp/basis.h"

#include <math.h>
#include <stdlib.h>

bool basis_size(Basis *basis, int n_rows, int n_columns) {
    unsigned char *rows = malloc((size_t)n_rows + 1);
    unsigned char *columns = malloc((size_t)n_columns + 1);
    if (rows == NULL || columns == NULL) {
        free(rows);
        free(columns);
        return false;
    }
    basis_clear(basis);
    *basis = (Basis){rows, columns, n_rows, n_columns};
    return true;
}

void basis_clear(Basis *basis) {
    free(basis->rows);
    free(basis->columns);
    *basis = (Basis){0};
}

unsigned char basis_status_fitting(unsigned char status, double lower, double upper) {
    if (status == BASIS_BASIC) {
        return BASIS_BASIC;
    }
    if (lower == upper) {
        return BASIS_FIXED;
    }
    if (isfinite(upper) && (status == BASIS_UPPER || !isfinite(lower))) {
        return BASIS_UPPER;
    }
    return isfinite(lower) ? BASIS_LOWER : BASIS_FREE;
}
