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

/* Another solver is a line here and its own files beside GLPK's. Which is the default, meson.build
 * says (docs/decisions/0022). */
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

static int place_of(const char *name) {
    int place = 0;
    while (place < N_BACKENDS && strcmp(name, BACKENDS[place]->name) != 0) {
        place++;
    }
    return place;
}

const Backend *backend_at(int number) {
    int first = place_of(DEFAULT_SOLVER);
    int place = number == 0 ? first : number <= first ? number - 1 : number;
    return place < N_BACKENDS ? BACKENDS[place] : NULL;
}

const Backend *backend_find(const char *name) {
    int place = place_of(name == NULL ? DEFAULT_SOLVER : name);
    return place < N_BACKENDS ? BACKENDS[place] : NULL;
}
