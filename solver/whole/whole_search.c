/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets a search for whole numbers up, and says what came of it. */
#include "solver/whole/whole_search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "solver/tolerances.h"
#include "solver/whole/whole_rows.h"
#include "solver/whole/whole_tree.h"

static Outcome search_init(WholeSearch *search, const Backend *backend) {
    size_t room = (size_t)search->model->n_columns + 1;
    search->pseudo_costs = calloc(room, sizeof *search->pseudo_costs);
    search->best = calloc(room, sizeof *search->best);
    if (search->pseudo_costs == NULL || search->best == NULL ||
        !domain_init(&search->domain, search->model)) {
        return OUTCOME_NO_MEMORY;
    }
    if (!whole_rows_draw_in(&search->domain) || !domain_propagate_all(&search->domain)) {
        return OUTCOME_INFEASIBLE;
    }
    Outcome status = search->domain.no_memory
                         ? OUTCOME_NO_MEMORY
                         : relaxation_init(&search->relaxation, backend, &search->domain);
    search->relaxation.solves_left = search->options->node_limit;
    return status;
}

static void search_clear(WholeSearch *search) {
    relaxation_clear(&search->relaxation);
    domain_clear(&search->domain);
    free(search->pseudo_costs);
    free(search->best);
}

/** How the search ended: one that finds nothing of interest has proven that there is nothing only
 * where it came to its end. What lies below the cutoff was not looked at, so that nothing below is
 * proven. */
static Outcome ended(const WholeSearch *search, Outcome status, double *bound) {
    double cutoff = search->options->cutoff;
    if (status == OUTCOME_INFEASIBLE || (status == OUTCOME_DONE && !search->found)) {
        *bound = cutoff;
        return isinf(cutoff) ? OUTCOME_INFEASIBLE : OUTCOME_CUT_OFF;
    }
    *bound = fmax(*bound, cutoff);
    return status;
}

static Outcome whole_run(const WholeRun *run, double *primal, double *bound, bool *found) {
    const LpModel *model = run->model;
    WholeSearch search = {.model = model,
                          .options = run->options,
                          .clock = clock_start(run->options->time_limit_s, run->options->stop),
                          .depth = run->depth,
                          .run_within = whole_run};
    *bound = HUGE_VAL;
    Outcome status = model->failed ? OUTCOME_NO_MEMORY : search_init(&search, run->backend);
    if (status == OUTCOME_DONE) {
        status = whole_tree(&search, bound);
    }
    *found = search.found;
    if (search.found) {
        copy_items(primal, search.best, (size_t)model->n_columns * sizeof *primal);
    }
    status = ended(&search, status, bound);
    search_clear(&search);
    return status;
}

Outcome whole_search(const Backend *backend, const LpModel *model, const IntegerOptions *options,
                     double *primal, double *bound, bool *found) {
    WholeRun run = {backend, model, options, 0};
    return whole_run(&run, primal, bound, found);
}
