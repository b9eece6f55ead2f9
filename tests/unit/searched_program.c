/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/searched_program.h"

#include <check.h>
#include <math.h>
#include <string.h>

#include "solver/whole/whole_search.h"
#include "tests/unit/drawn_program.h"

/** Shares of a row's limit: the rounding of sums, and what an LP solver lets through. */
static const double ROUNDING = 1e-9, LET_THROUGH = 2e-6;

IntegerOptions searched_exactly(void) {
    return (IntegerOptions){
        .relative_gap = 0, .node_limit = 100000, .time_limit_s = 1e9, .cutoff = -HUGE_VAL};
}

Searched search_program(const Backend *backend, const LpModel *model,
                        const IntegerOptions *options) {
    Searched searched = {.found = true, .bound = NAN}; /* what is not said is wrong */
    searched.status =
        whole_search(backend, model, options, searched.primal, &searched.bound, &searched.found);
    searched.value = searched.found ? drawn_value(model, searched.primal) : -HUGE_VAL;
    return searched;
}

/** What values may be off by. */
static double tolerance(double value) {
    return isfinite(value) ? 1e-6 * fmax(1, fabs(value)) : 0;
}

void expect_honest(const KnownProgram *known, const IntegerOptions *options,
                   const Searched *searched) {
    double best = known->best, slack = tolerance(best);
    double gap = options->relative_gap * fabs(searched->value);
    if (searched->found) {
        ck_assert(drawn_holds(&known->model, LET_THROUGH, searched->primal));
        ck_assert_double_le(searched->value, known->stretched + slack);
        ck_assert_double_gt(searched->value, options->cutoff - slack);
        ck_assert_double_ge(searched->bound, searched->value);
    }
    ck_assert(!isnan(searched->bound));
    ck_assert(searched->bound >= best - slack);
    ck_assert(searched->bound >= options->cutoff);
    switch (searched->status) {
    case OUTCOME_DONE:
        ck_assert(searched->found);
        ck_assert_double_ge(searched->value, best - gap - slack);
        ck_assert_double_le(searched->bound, searched->value + gap + slack);
        break;
    case OUTCOME_INFEASIBLE:
        ck_assert(!searched->found && searched->bound == -HUGE_VAL && best == -HUGE_VAL);
        break;
    case OUTCOME_CUT_OFF:
        ck_assert(!searched->found && isfinite(options->cutoff));
        ck_assert(searched->bound == options->cutoff && best <= options->cutoff + slack);
        break;
    default:
        break;
    }
}

void expect_ended(const KnownProgram *known, const IntegerOptions *options,
                  const Searched *searched) {
    ck_assert(searched->status == OUTCOME_DONE || searched->status == OUTCOME_INFEASIBLE ||
              searched->status == OUTCOME_CUT_OFF);
    expect_honest(known, options, searched);
}

KnownProgram known_drawn(uint64_t seed, int number) {
    Random random = random_seeded(seed + (uint64_t)number);
    KnownProgram known = {.model = drawn_program(&random, drawn_kind(number))};
    known.best = drawn_best(&known.model, ROUNDING);
    known.stretched = drawn_best(&known.model, LET_THROUGH);
    return known;
}

/* ---- an even split ---- */

enum { ITEMS = 12, MEASURES = 2 };

/** By how much a choice of items misses the halves. */
static double missed(double measure[ITEMS][MEASURES], const double *half, unsigned choice) {
    double sum = 0;
    for (int row = 0; row < MEASURES; row++) {
        double chosen = 0;
        for (int item = 0; item < ITEMS; item++) {
            chosen += (choice >> item & 1) != 0 ? measure[item][row] : 0;
        }
        sum += fabs(chosen - half[row]);
    }
    return sum;
}

KnownProgram known_split(unsigned seed) {
    KnownProgram known = {.best = -HUGE_VAL};
    double measure[ITEMS][MEASURES], half[MEASURES] = {0};
    Random random = random_seeded(seed);
    for (int i = 0; i < ITEMS * MEASURES; i++) {
        measure[i / MEASURES][i % MEASURES] = random_int(&random, 1, 99);
        half[i % MEASURES] += measure[i / MEASURES][i % MEASURES] / 2;
    }
    for (int row = 0; row < MEASURES; row++) {
        lp_model_row(&known.model, (LpRow){.lower = half[row], .upper = half[row]});
        for (int direction = -1; direction <= 1; direction += 2) {
            ColumnId miss =
                lp_model_column(&known.model, (LpColumn){.objective = -1, .upper = HUGE_VAL});
            lp_model_entry(&known.model, row, miss, direction);
        }
    }
    for (int item = 0; item < ITEMS; item++) {
        ColumnId column = lp_model_column(&known.model, (LpColumn){.upper = 1, .integer = true});
        for (int row = 0; row < MEASURES; row++) {
            lp_model_entry(&known.model, row, column, measure[item][row]);
        }
    }
    for (unsigned choice = 0; choice < 1u << ITEMS; choice++) {
        known.best = fmax(known.best, -missed(measure, half, choice));
    }
    known.stretched = known.best;
    ck_assert(!known.model.failed);
    return known;
}
