/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tries both sides of the choices that promise most. */
#include "solver/closed/strong.h"

#include <math.h>
#include <stdlib.h>

#include "model/problem/problem.h"
#include "solver/closed/closed_park.h"
#include "solver/tolerances.h"

/** Choices tried in a node; tries of a side after which its record is relied on; dual simplex
 * iterations of one try. */
enum { TRIALS = 8, RELIABLE = 1, TRIAL_ITERATIONS = 50 };

enum { DOWN, UP };

bool split_records_init(SplitRecords *records, const ClosedModel *model) {
    size_t count = (size_t)model->n_columns + (size_t)model->n_model_rows + 1;
    *records = (SplitRecords){.items = calloc(count, sizeof *records->items)};
    return records->items != NULL;
}

void split_records_clear(SplitRecords *records) {
    free(records->items);
}

void split_record(SplitRecords *records, ChoiceId id, int side, double loss, double distance) {
    records->items[id].loss[side] += loss / fmax(distance, WHOLE);
    records->items[id].tries[side]++;
}

/** What is expected of a choice nobody has tried: the mean of the others in sight. */
static void mean_losses(const SplitRecords *records, const OpenChoice *open, int n_open,
                        double *mean) {
    for (int side = DOWN; side <= UP; side++) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < n_open; i++) {
            const SplitRecord *record = &records->items[open[i].id];
            if (record->tries[side] > 0) {
                sum += record->loss[side] / record->tries[side];
                count++;
            }
        }
        mean[side] = count > 0 ? sum / count : 1;
    }
}

/** Of two losses: both should be great. */
static double score(double down, double up) {
    return fmax(down, SPLIT_LEAST) * fmax(up, SPLIT_LEAST);
}

static double distance_of(double value, int side) {
    return side == DOWN ? value - floor(value) : ceil(value) - value;
}

static double expected(const SplitRecords *records, const OpenChoice *choice, const double *mean) {
    const SplitRecord *record = &records->items[choice->id];
    double loss[2];
    for (int side = DOWN; side <= UP; side++) {
        double unit =
            record->tries[side] > 0 ? record->loss[side] / record->tries[side] : mean[side];
        loss[side] = unit * distance_of(choice->value, side);
    }
    return score(loss[DOWN], loss[UP]);
}

/** An open choice and what is expected of it. */
typedef struct {
    OpenChoice choice;
    double score;
} Candidate;

static int compare_promises(const void *a, const void *b) {
    const Candidate *x = a, *y = b;
    if (x->score != y->score) {
        return x->score > y->score ? -1 : 1;
    }
    return (x->choice.id > y->choice.id) - (x->choice.id < y->choice.id);
}

/** Solves one side of a choice for some iterations.
 *  @param node   bound of the node
 *  @param bound  receives that of the side; at most the cutoff where it is closed
 *  @param value  receives what it is worth by the columns at hand */
static Outcome try_side(ClosedLp *lp, const OpenChoice *choice, int side, const Basis *basis,
                        double node, double cutoff, double *bound, double *value) {
    double lower, upper;
    choice_bounds(lp, choice->id, &lower, &upper);
    Outcome status = side == DOWN ? choice_bound(lp, choice->id, lower, floor(choice->value))
                                  : choice_bound(lp, choice->id, floor(choice->value) + 1, upper);
    if (status == OUTCOME_DONE) {
        closed_park_by(lp, basis);
        lp->backend->set_basis(lp->lp, basis);
        status = closed_lp_probe(lp, TRIAL_ITERATIONS, cutoff);
    }
    *bound = status == OUTCOME_INFEASIBLE ? -HUGE_VAL : fmin(node, lp->bound);
    *value = fmin(*bound, lp->value);
    Outcome restored = choice_bound(lp, choice->id, lower, upper);
    bool closed = status == OUTCOME_INFEASIBLE || status == OUTCOME_CUT_OFF;
    return closed ? restored : status;
}

/** A node being split. */
typedef struct {
    SplitRecords *records;
    ClosedLp *lp;
    const Basis *basis;
    double bound, cutoff; /**< of the node */
    Split *split;         /**< the best so far */
    double best;          /**< its score */
    bool closed;          /**< a side was closed: nothing better can be found */
} Splitting;

/** Takes over a choice, whose sides have these bounds, where it is better than the best so far. */
static bool weigh(Splitting *splitting, const OpenChoice *choice, double score_of,
                  const double *bound) {
    if (score_of <= splitting->best) {
        return false;
    }
    splitting->best = score_of;
    *splitting->split = (Split){choice->id, choice->value, {bound[DOWN], bound[UP]}};
    return true;
}

/** Tries both sides of a choice. */
static Outcome try_choice(Splitting *splitting, const OpenChoice *choice, bool *better) {
    double bound[2], value, loss[2];
    for (int side = DOWN; side <= UP; side++) {
        Outcome status = try_side(splitting->lp, choice, side, splitting->basis, splitting->bound,
                                  splitting->cutoff, &bound[side], &value);
        splitting->records->probes++;
        if (status != OUTCOME_DONE) {
            return status;
        }
        loss[side] = fmin(splitting->bound - value, splitting->bound - splitting->cutoff);
        split_record(splitting->records, choice->id, side, loss[side],
                     distance_of(choice->value, side));
    }
    splitting->closed = bound[DOWN] <= splitting->cutoff || bound[UP] <= splitting->cutoff;
    *better =
        weigh(splitting, choice, splitting->closed ? HUGE_VAL : score(loss[DOWN], loss[UP]), bound);
    if (bound[DOWN] <= splitting->cutoff && bound[UP] <= splitting->cutoff) {
        splitting->split->id = NONE;
    }
    return OUTCOME_DONE;
}

static bool reliable(const SplitRecord *record) {
    return record->tries[DOWN] >= RELIABLE && record->tries[UP] >= RELIABLE;
}

static Outcome try_candidates(Splitting *splitting, const Candidate *candidates, int count) {
    int trials = 0, worse = 0;
    for (int i = 0; i < count && !splitting->closed; i++) {
        const OpenChoice *choice = &candidates[i].choice;
        if (reliable(&splitting->records->items[choice->id]) || trials >= TRIALS ||
            worse > TRIALS / 2) {
            const double bound[2] = {splitting->bound, splitting->bound};
            weigh(splitting, choice, candidates[i].score, bound);
            continue;
        }
        bool better = false;
        Outcome status = try_choice(splitting, choice, &better);
        if (status != OUTCOME_DONE) {
            return status;
        }
        worse = better ? 0 : worse + 1;
        trials++;
    }
    return OUTCOME_DONE;
}

Outcome split_choose(SplitRecords *records, ClosedLp *lp, OpenChoice *open, int n_open,
                     const Basis *basis, double cutoff, Split *split) {
    Candidate *candidates = calloc((size_t)n_open + 1, sizeof *candidates);
    if (candidates == NULL) {
        return OUTCOME_NO_MEMORY;
    }
    double mean[2];
    mean_losses(records, open, n_open, mean);
    for (int i = 0; i < n_open; i++) {
        bool tried = records->items[open[i].id].tries[DOWN] > 0;
        double early = tried ? 1 : 1 / (1 + SPLIT_LEVEL * open[i].level);
        candidates[i] = (Candidate){open[i], early * expected(records, &open[i], mean)};
    }
    if (n_open > 1) {
        qsort(candidates, (size_t)n_open, sizeof *candidates, compare_promises);
    }
    Splitting splitting = {.records = records,
                           .lp = lp,
                           .basis = basis,
                           .bound = lp->bound,
                           .cutoff = cutoff,
                           .split = split,
                           .best = -1};
    Outcome status = try_candidates(&splitting, candidates, n_open);
    free(candidates);
    return status;
}
