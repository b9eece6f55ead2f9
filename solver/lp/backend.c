/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solver/lp/backend.h"

#include <stdlib.h>
#include <string.h>

const Backend *backend_find(const char *name) {
    if (name == NULL || strcmp(name, BACKEND_GLPK.name) == 0) {
        return &BACKEND_GLPK;
    }
    return NULL;
}

void basis_clear(Basis *basis) {
    free(basis->rows);
    free(basis->columns);
    *basis = (Basis){0};
}
