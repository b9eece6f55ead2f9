/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds what agrees and searches the rest. */
#include "solver/whole/restricted.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "solver/tolerances.h"

/** LPs of one such search. */
enum { RESTRICTED_LPS = 150 };

/** Searches in searches in searches are not worth their copies. */
enum { RESTRICTED_DEPTH = 1 };

/** Holds the columns that agree; returns whether these are enough of those open. */
static bool hold_agreed(const WholeSearch *search, LpColumn *columns) {
    const Domain *domain = &search->domain;
    int open = 0, held = 0;
    for (ColumnId column = 0; column < search->model->n_columns; column++) {
        columns[column].lower = domain->lower[column];
        columns[column].upper = domain->upper[column];
        if (!domain_is_open(domain, column)) {
            continue;
        }
        double value = search->relaxation.primal[column];
        double aim = search->found ? search->best[column] : round(value);
        open++;
        if (fabs(value - aim) <= WHOLE) {
            columns[column].lower = columns[column].upper = aim;
            held++;
        }
    }
    return held > RESTRICTED_HELD * open;
}

static Outcome search_held(WholeSearch *search, const LpModel *model, bool *gained) {
    IntegerOptions options = {.relative_gap = search->options->relative_gap / 2,
                              .cutoff = whole_cutoff(search),
                              .node_limit = RESTRICTED_LPS,
                              .time_limit_s = clock_left(&search->clock),
                              .stop = search->options->stop};
    double *primal = calloc((size_t)model->n_columns + 1, sizeof *primal);
    double bound;
    if (primal == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    WholeRun run = {search->relaxation.backend, model, &options, search->depth + 1};
    Outcome status = search->run_within(&run, primal, &bound, gained);
    if (*gained) {
        whole_take(search, primal);
    }
    free(primal);
    if (status == OUTCOME_NO_MEMORY) {
        return status;
    }
    return clock_expired(&search->clock) ? OUTCOME_STOPPED : OUTCOME_DONE;
}

Outcome restricted_search(WholeSearch *search, bool *gained) {
    LpModel model = *search->model;
    size_t size = (size_t)model.n_columns * sizeof *model.columns;
    *gained = false;
    if (search->depth >= RESTRICTED_DEPTH) {
        return OUTCOME_DONE;
    }
    model.columns = malloc(size + 1);
    if (model.columns == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    copy_items(model.columns, search->model->columns, size);
    Outcome status =
        hold_agreed(search, model.columns) ? search_held(search, &model, gained) : OUTCOME_DONE;
    free(model.columns);
    return status;
}
