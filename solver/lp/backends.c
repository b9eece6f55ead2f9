/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of LP solvers that are built in. */
#include "solver/lp/backends.h"

#include <string.h>

#include "solver/lp/backend_glpk.h"
#ifdef WITH_CLP
#include "solver/lp/backend_clp.h"
#endif
#ifdef WITH_HIGHS
#include "solver/lp/backend_highs.h"
#endif

/* Another solver is a line here and its own files beside GLPK's. */
static const Backend *const BACKENDS[] = {
    &BACKEND_GLPK,
#ifdef WITH_CLP
    &BACKEND_CLP,
#endif
#ifdef WITH_HIGHS
    &BACKEND_HIGHS,
#endif
};

enum { N_BACKENDS = sizeof BACKENDS / sizeof BACKENDS[0] };

const Backend *backend_at(int number) {
    return number < N_BACKENDS ? BACKENDS[number] : NULL;
}

const Backend *backend_find(const char *name) {
    for (int i = 0; i < N_BACKENDS; i++) {
        if (name == NULL || strcmp(name, BACKENDS[i]->name) == 0) {
            return BACKENDS[i];
        }
    }
    return NULL;
}
