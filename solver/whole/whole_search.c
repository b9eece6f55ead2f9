/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets a search for whole numbers up, and says what came of it. */
#include "solver/whole/whole_search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "solver/tolerances.h"
#include "solver/whole/whole_cuts.h"
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
    return status;
}

static void search_clear(WholeSearch *search) {
    relaxation_clear(&search->relaxation);
    domain_clear(&search->domain);
    free(search->pseudo_costs);
    free(search->best);
}

/** What it comes to where nothing of interest is left. */
static Outcome nothing_found(const IntegerOptions *options) {
    return isinf(options->cutoff) ? OUTCOME_INFEASIBLE : OUTCOME_CUT_OFF;
}

/** How the search ended: one that finds nothing of interest has proven that there is nothing only
 * where it came to its end. What lies below the cutoff was not looked at, so that nothing below is
 * proven. */
static Outcome ended(const WholeSearch *search, Outcome status, double *bound) {
    double cutoff = search->options->cutoff;
    if (status == OUTCOME_INFEASIBLE || (status == OUTCOME_DONE && !search->found)) {
        *bound = cutoff;
        return nothing_found(search->options);
    }
    *bound = fmax(*bound, cutoff);
    return status;
}

/* Searches within a search are run like the one around them. */
static WholeRunner whole_run;

/** Searches the program as it was cut; the LPs of that count. */
static Outcome search_cut(const WholeRun *run, const LpModel *cut, const Clock *clock,
                          double *primal, double *bound, bool *found) {
    WholeSearch search = {.model = cut,
                          .options = run->options,
                          .clock = *clock,
                          .held = 1,
                          .depth = run->depth,
                          .run_within = whole_run};
    Outcome status = search_init(&search, run->backend);
    search.relaxation.solves_left = run->options->node_limit - *run->lps;
    if (status == OUTCOME_DONE) {
        status = whole_tree(&search, bound);
    }
    *found = search.found;
    if (search.found) {
        copy_items(primal, search.best, (size_t)cut->n_columns * sizeof *primal);
    }
    *run->lps = run->options->node_limit - search.relaxation.solves_left;
    status = ended(&search, status, bound);
    search_clear(&search);
    return status;
}

static Outcome whole_run(const WholeRun *run, double *primal, double *bound, bool *found) {
    const IntegerOptions *options = run->options;
    const Clock clock = clock_start(options->time_limit_s, options->stop);
    LpModel cut = {0};
    *bound = HUGE_VAL;
    *found = false;
    if (run->model->failed) {
        return OUTCOME_NO_MEMORY;
    }
    Outcome status =
        whole_cuts_add(run->backend, run->model, &clock, options->cutoff, &cut, run->lps);
    if (status == OUTCOME_DONE || status == OUTCOME_SOLVER_FAILED) {
        const LpModel *model = status == OUTCOME_DONE ? &cut : run->model;
        status = search_cut(run, model, &clock, primal, bound, found);
    } else if (status == OUTCOME_INFEASIBLE || status == OUTCOME_CUT_OFF) {
        *bound = options->cutoff;
        status = nothing_found(options);
    }
    lp_model_clear(&cut);
    return status;
}

Outcome whole_search(const Backend *backend, const LpModel *model, const IntegerOptions *options,
                     double *primal, double *bound, bool *found) {
    long lps = 0;
    WholeRun run = {backend, model, options, 0, &lps};
    return whole_run(&run, primal, bound, found);
}
