/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds what agrees and searches the rest. */
#include "solver/whole/restricted.h"

#include <math.h>
#include <stdlib.h>

#include "base/grow.h"
#include "base/whole_number.h"
#include "solver/tolerances.h"

/** LPs of one such search. */
enum { RESTRICTED_LPS = 100 };

/** Searches within one another; still deeper they only take time. */
enum { RESTRICTED_DEPTH = 2 };

/** A column on which relaxation and best solution agree. */
typedef struct {
    ColumnId column;
    double aim;
    double price; /**< reduced cost, without its sign */
} Agreed;

/** What the prices care about most is held first. */
static int compare_agreed(const void *a, const void *b) {
    const Agreed *x = a, *y = b;
    if (x->price != y->price) {
        return x->price > y->price ? -1 : 1;
    }
    return (x->column > y->column) - (x->column < y->column);
}

/** Finds the open columns that agree.
 *  @param agreed  receives them, in the order in which they are held
 *  @param open    receives how many are open at all
 *  @return how many agree */
static int find_agreed(const WholeSearch *search, Agreed *agreed, int *open) {
    int count = 0;
    *open = 0;
    for (ColumnId column = 0; column < search->model->n_columns; column++) {
        if (!domain_is_open(&search->domain, column)) {
            continue;
        }
        double value = search->relaxation.primal[column];
        double aim = search->found ? search->best[column] : round(value);
        ++*open;
        if (fabs(value - aim) <= WHOLE) {
            double price = fabs(search->relaxation.reduced[column]);
            agreed[count++] = (Agreed){column, aim, price};
        }
    }
    qsort(agreed, (size_t)count, sizeof *agreed, compare_agreed);
    return count;
}

/** Bounds the columns as the domain has them, the first so many that agree to where they do. */
static void hold(const WholeSearch *search, const Agreed *agreed, int count, LpColumn *columns) {
    for (ColumnId column = 0; column < search->model->n_columns; column++) {
        columns[column].lower = search->domain.lower[column];
        columns[column].upper = search->domain.upper[column];
    }
    for (int i = 0; i < count; i++) {
        columns[agreed[i].column].lower = columns[agreed[i].column].upper = agreed[i].aim;
    }
}

static Outcome search_held(WholeSearch *search, const LpModel *model, bool *gained, bool *settled) {
    IntegerOptions options = {.relative_gap = search->options->relative_gap / 2,
                              .cutoff = whole_cutoff(search),
                              .node_limit = RESTRICTED_LPS,
                              .time_limit_s = clock_left(&search->clock),
                              .stop = search->options->stop};
    double *primal = calloc((size_t)model->n_columns + 1, sizeof *primal);
    double bound;
    long lps = 0;
    if (primal == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    WholeRun run = {search->relaxation.backend, model, &options, search->depth + 1, &lps};
    Outcome status = search->run_within(&run, primal, &bound, gained);
    search->relaxation.solves_left -= lps;
    if (*gained) {
        whole_take(search, primal);
    }
    free(primal);
    *settled = status == OUTCOME_INFEASIBLE || status == OUTCOME_CUT_OFF;
    if (status == OUTCOME_NO_MEMORY) {
        return status;
    }
    return clock_expired(&search->clock) ? OUTCOME_STOPPED : OUTCOME_DONE;
}

/** Holds fewer and fewer as long as that leaves nothing; every other time also where it only finds
 * nothing: either finds what the other does not.
 *  @param model  whose bounds are set for it */
static Outcome search_ever_wider(WholeSearch *search, LpModel *model, Agreed *agreed,
                                 bool *gained) {
    int open, count = find_agreed(search, agreed, &open);
    Outcome status = OUTCOME_DONE;
    bool wide = !search->was_wide, settled = true;
    search->was_wide = wide;
    while (status == OUTCOME_DONE && !*gained && (wide || settled)) {
        int held = whole_number(search->held * count);
        if (held <= RESTRICTED_HELD * open) {
            search->held = 1;
            break;
        }
        hold(search, agreed, held, model->columns);
        status = search_held(search, model, gained, &settled);
        search->held *= *gained || (!wide && !settled) ? 1 : RESTRICTED_WIDER;
    }
    return status;
}

Outcome restricted_search(WholeSearch *search, bool *gained) {
    LpModel model = *search->model;
    size_t count = (size_t)model.n_columns + 1;
    *gained = false;
    if (search->depth >= RESTRICTED_DEPTH) {
        return OUTCOME_DONE;
    }
    model.columns = calloc(count, sizeof *model.columns);
    Agreed *agreed = calloc(count, sizeof *agreed);
    Outcome status = OUTCOME_NO_MEMORY;
    if (model.columns != NULL && agreed != NULL) {
        copy_items(model.columns, search->model->columns, (count - 1) * sizeof *model.columns);
        status = search_ever_wider(search, &model, agreed, gained);
    }
    free(model.columns);
    free(agreed);
    return status;
}
